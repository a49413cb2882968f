import { blockFence } from "./block-fence.ts";
import { blockIndented } from "./block-indented.ts";
import type { Check } from "./check.ts";
import { commentMarks } from "./comment-marks.ts";
import { exemptPassage } from "./exempt-passage.ts";
import { footnotes } from "./footnotes.ts";
import { headingLevels } from "./heading-levels.ts";
import { hiddenReferences } from "./hidden-references.ts";
import { imageAlternativeText } from "./image-alternative-text.ts";
import { linkDefinitions } from "./link-definitions.ts";
import { linkScheme } from "./link-scheme.ts";
import { rawHtml } from "./raw-html.ts";
import { tableCells } from "./table-cells.ts";

/** Every check of a text as it was parsed. */
export const checks: readonly Check[] = [
  blockFence,
  blockIndented,
  exemptPassage,
  rawHtml,
  commentMarks,
  headingLevels,
  tableCells,
  footnotes,
  linkDefinitions,
  linkScheme,
  imageAlternativeText,
  hiddenReferences,
];

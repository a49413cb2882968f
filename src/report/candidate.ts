import type { Raise } from "../rules/catalogue.ts";
import { assembleAnnexes } from "./annexes.ts";
import type { View } from "./candidate-view.ts";
import { findCommittee } from "./committee.ts";
import type { FrontmatterReading } from "./frontmatter.ts";
import { identifyHeadings } from "./headings.ts";
import { takeLabels } from "./labels.ts";
import { nameNotes } from "./note-names.ts";
import type { Surroundings } from "./surroundings.ts";
import type { NumberedTexts } from "./texts.ts";
import type { Candidate } from "./triage.ts";

/** Puts the annexes of a numbered report in their places, and names its paragraphs and headings. */
export function makeCandidate(
  path: string,
  reading: FrontmatterReading,
  texts: NumberedTexts,
  view: View,
  around: Surroundings,
  raise: Raise,
): Candidate {
  const { frontmatter, placeOf } = reading;
  const body = texts.body.text;
  const annexTexts = new Map([...texts.annexes].map(([annexPath, { text }]) => [annexPath, text]));
  const { annexes, files } = assembleAnnexes(
    {
      reportPath: path,
      body,
      entries: frontmatter.annexes,
      placeOfEntry: (index, field) => placeOf(field === undefined ? ["annexes", index] : ["annexes", index, field]),
      texts: annexTexts,
      lang: frontmatter.lang,
      jurisdiction: around.settings.jurisdiction,
      files: around.files,
      view,
    },
    raise,
  );
  const content = body.tree.children;
  nameNotes(content);
  const labels = takeLabels(body, content, raise);
  identifyHeadings(content, labels.keys());
  const committee = findCommittee(
    frontmatter.committee,
    around.settings.committees,
    () => placeOf(["committee"]),
    raise,
  );
  const { definitions } = texts;
  return { path, view, frontmatter, committee, body, content, annexes, files, labels, definitions };
}

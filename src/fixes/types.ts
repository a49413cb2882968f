import type { Finding } from "../diagnostics/catalogue.ts";
import type { Language } from "../model/settings.ts";
import type { ParsedText } from "../model/tree.ts";
import type { NumberedDocuments } from "../report/compile/number-documents.ts";
import type { OriginalText } from "./original-text.ts";

/** One file, before it is parsed. */
export interface FileText extends OriginalText {
  readonly path: string;
  /** The YAML between the lines of dashes, and where it begins; an annex has none. */
  readonly frontmatter: { readonly yaml: string; readonly start: number } | undefined;
  /** Where each line of the text begins. */
  readonly lineStarts: readonly number[];
}

/** One file as the fixes see it. */
export interface FixableText extends FileText {
  /** The text below the frontmatter, as it was parsed. */
  readonly body: ParsedText;
}

/** A report and its numbers; or a meeting or a plain page, which has none. */
export interface FixableReport {
  readonly path: string;
  readonly lang: Language;
  /** The report's own text, and those of its annexes. */
  readonly texts: readonly FixableText[];
  readonly summary: string | undefined;
  /** Whether there is a file at a path. */
  readonly exists: (path: string) => boolean;
  readonly numbered: NumberedDocuments;
  /** What was found when the texts were numbered. */
  readonly findings: readonly Finding[];
}

import { type Finding, ruleOf, rulesThat, toDiagnostic } from "../../diagnostics/catalogue.ts";
import { type Diagnostic, frameAt, withoutQuotes } from "../../diagnostics/diagnostic.ts";
import { Sealed } from "../../model/sealed.ts";
import type { Source } from "../../model/source.ts";
import { linesWithSecrets } from "../../rules/links/secrets-in-addresses.ts";
import type { Readable } from "../../text/place.ts";
import type { OpenedFrontmatter } from "../frontmatter/read.ts";
import type { NumberedDocuments } from "./number-documents.ts";

/** A finding, and whether it was made of what may be public alone. */
export interface Weighed {
  readonly finding: Finding;
  readonly mayQuote: boolean;
}

/**
 * Brings together what was found in the whole of a report and in its public part. A finding of the whole may quote what is
 * withheld, wherever its place is, so it is quoted only where the public part, read by itself, gave the same.
 */
export function mergeFindings(whole: readonly Finding[], inPublic: readonly Finding[]): readonly Weighed[] {
  const byPlace = new Map(inPublic.map((finding) => [keyOf(finding), finding]));
  const merged = whole.map((finding): Weighed => {
    const same = byPlace.get(keyOf(finding));
    byPlace.delete(keyOf(finding));
    return same === undefined ? { finding, mayQuote: false } : { finding: same, mayQuote: true };
  });
  const added = [...byPlace.values()].filter(isOfWhatIsPublished).map((finding): Weighed => {
    const message = `${finding.message}, outside what is withheld`;
    return { finding: { ...finding, message }, mayQuote: true };
  });
  return [...merged, ...added];
}

function keyOf({ rule, place: { path, line, column } }: Finding): string {
  return `${rule} ${path}:${line}:${column}`;
}

/** Whether something that only the public part gives is told. */
function isOfWhatIsPublished({ rule }: Finding): boolean {
  const { ofPublicPartAlone, severity } = ruleOf(rule);
  return ofPublicPartAlone === undefined ? severity === "error" : ofPublicPartAlone === "told";
}

const DOUBTS: ReadonlySet<string> = new Set(rulesThat(({ castsDoubt }) => castsDoubt === true));

/** Whether a finding of a rule puts in doubt what may be shown. */
export function isDoubt(rule: string): boolean {
  return DOUBTS.has(rule);
}

/** A text as it is published, and its lines that no message shows. */
type PublishedText = Pick<NumberedDocuments["body"], "inDoubt"> & { readonly text: Readable };

interface PublishedTexts {
  readonly body: PublishedText;
  readonly annexes: ReadonlyMap<string, PublishedText>;
}

/** The diagnostics of a report, with the author's lines where these may be shown; `published` is what its public part is made of. */
export function withFrames(
  findings: readonly Weighed[],
  opened: Pick<OpenedFrontmatter, "isPlainlyPublic" | "isTextPublic"> & { readonly source: Source },
  published: PublishedTexts | undefined,
): Diagnostic[] {
  if (findings.length === 0) return [];
  const { source, isPlainlyPublic, isTextPublic } = opened;
  const typed = Sealed.open(source.text);
  const isUnread = published === undefined && /:::|exempt/i.test(typed);
  // Where only the text is public, it is so as its public part, which must have been read by itself.
  const isQuotable = isPlainlyPublic || (isTextPublic && published !== undefined);
  if (!isQuotable || isUnread || findings.some(({ finding }) => isDoubt(finding.rule)))
    return findings.map(({ finding }) => withoutQuotes(toDiagnostic(finding)));
  const texts = new Map([[source.path, published?.body], ...(published?.annexes ?? [])]);
  const fields = isPlainlyPublic ? [] : linesOfFields(typed);
  const hidden = new Map(
    [...texts].map(([path, text]) => {
      const isReport = path === source.path;
      return [path, new Set([...hiddenLines(isReport ? typed : "", text), ...(isReport ? fields : [])])];
    }),
  );
  const lines = new Map(
    [...texts].map(([path, text]) => [
      path,
      quotableLines(path === source.path ? typed : "", text, hidden.get(path) ?? NONE),
    ]),
  );
  return findings.map(({ finding, mayQuote }) => {
    const diagnostic = toDiagnostic(finding);
    const { place, related } = finding;
    // A message may say what stands at its other place.
    const places = [place, ...(related === undefined ? [] : [related.place])];
    const isInDoubt = places.some(({ path, line }) => hidden.get(path)?.has(line) === true);
    if (!mayQuote || isInDoubt) return withoutQuotes(diagnostic);
    return {
      ...diagnostic,
      frame: frameAt(lines.get(place.path) ?? [], place),
      related: related && { ...related, line: lines.get(related.place.path)?.[related.place.line - 1] },
    };
  });
}

const NONE: ReadonlySet<number> = new Set();

/** The lines at the top of a file, from one line of dashes to the other. */
function linesOfFields(typed: string): readonly number[] {
  const end = typed.split("\n").indexOf("---", 1);
  return Array.from({ length: end + 1 }, (_, index) => index + 1);
}

/** Lines that no message shows, whatever it is about: those in doubt, and those with a password or a key. */
function hiddenLines(typed: string, published: PublishedText | undefined): ReadonlySet<number> {
  const secret = [typed, published?.text.text ?? ""].flatMap((text) => [...linesWithSecrets({ path: "", text })]);
  return new Set([...(published?.inDoubt ?? []), ...secret]);
}

/** The lines of the frontmatter, and below them those of the text as it is published; `typed` is the file, where there is frontmatter. */
function quotableLines(
  typed: string,
  published: PublishedText | undefined,
  hidden: ReadonlySet<number>,
): readonly string[] {
  const lines = typed.split("\n").map((line, index) => (hidden.has(index + 1) ? "" : line));
  const end = lines.indexOf("---", 1);
  if (published === undefined) return lines;
  return published.text.text.split("\n").map((line, index) => {
    if (hidden.has(index + 1)) return "";
    return index <= end ? (lines[index] ?? "") : line;
  });
}

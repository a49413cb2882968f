import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import type { AnnexEntry } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { annexLetters } from "../../text/annex-letters.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { type MarkedWords, pair, wordsOf } from "./marked-lines.ts";
import { type FoundMarking, findMarkings } from "./marked-words.ts";

/** What of a report that is published is withheld. */
interface Withheld {
  readonly annexes: readonly AnnexEntry[];
  readonly hasPassages: boolean;
  /** Whether the text is an annex in a file of its own, which has no lines between `---`. */
  readonly isInAnnex?: true;
  /** Whether it was withheld as a whole, and has been released. */
  readonly isReleased?: boolean;
}

/** Raises where a text that is to be published says that it, or an annex that is published, too, is not public. */
export function raiseMarkings(text: ParsedText, withheld: Withheld, raise: Raise): void {
  const hasOwnAnnex = nodesOf(text, "heading").some(({ node }) =>
    node.children.some((child) => child.type === "text" && /^(?:annexe?|appendix|atodiad)\b/i.test(child.value)),
  );
  raiseIn(wordsOf(text), (marking) => doubtOf(marking, withheld, hasOwnAnnex), raise);
}

/** The same of what the frontmatter says in words of the author's. */
export function raiseMarkedFields(fields: TypedFields, withheld: Withheld, raise: Raise): void {
  const words = [...wordsOfFields(fields, withheld.annexes)];
  raiseIn(words, (marking) => doubtOf(marking, withheld, false), raise);
}

/** The fields of the lines at the top, as they were typed, and where each is. */
export interface TypedFields {
  readonly value: Readonly<Record<string, unknown>>;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/**
 * Raises where a text that is always published as a whole is marked; it may well speak of papers that are not public.
 */
export function raiseMarkedPlainFile(text: ParsedText, fields: TypedFields | undefined, raise: Raise): void {
  const words = [...(fields === undefined ? [] : wordsOfFields(fields, [])), ...wordsOf(text)];
  raiseIn(words, ({ on }) => (on === "sentence" ? undefined : PLAIN), raise);
}

/** Raises where what became of a recommendation that is published is marked as not public. */
export function raiseMarkedOutcomes(fields: TypedFields, raise: Raise): void {
  raiseIn([...wordsOfFields(fields, [])], ({ on }) => (on === "sentence" ? undefined : OUTCOME), raise);
}

type Doubt = Pick<Finding, "message" | "fix">;

function raiseIn(
  words: readonly MarkedWords[],
  doubtOf: (marking: FoundMarking) => Doubt | undefined,
  raise: Raise,
): void {
  const lines = new Set<number>();
  for (const each of words)
    for (const marking of findMarkings(each)) {
      // What only follows a comment's opening words is about the comment.
      if (each.kind === "comment" && marking.on !== "sentence" && /[:–—]/.test(each.text)) continue;
      const doubt = doubtOf(marking);
      if (doubt === undefined) continue;
      const place = each.placeAt(marking.start);
      if (lines.has(place.line)) continue;
      lines.add(place.line);
      raise({ rule: "confidential-in-body", place, quotesNothing: true, ...doubt });
    }
}

const UNLESS = "if they mean something else, write {elsewhere} after them";
const REPORT: Doubt = {
  message: "the words here say that the report is not public, and `confidential: No` publishes it",
  fix: `if they are right, write \`confidential: Yes\` with its reason between the lines of ---, or put the passage that is not public between :::exempt and :::; ${UNLESS}`,
};
const RELEASED: Doubt = {
  message: "the words here say that the report, or part of it, is not public, and `released:` publishes it",
  fix: `if they are no longer right, take them out; if they are, delete \`released:\`, or put the passage that is not public between :::exempt and :::; ${UNLESS}`,
};
const PART: Doubt = {
  message: "the words here say that part of the report is not public, and nothing of it is withheld",
  fix: `if they are right, put that part between :::exempt and :::, or write \`confidential: Yes\` with its reason between the lines of ---; ${UNLESS}`,
};
const ANNEX: Doubt = {
  message: "the words here say that an annex is not public, and nothing withholds that annex",
  fix: `if they are right, list the annex in \`annexes:\` with \`confidential:\` and its reason, and leave its text out of the report; ${UNLESS}`,
};
const IN_ANNEX: Doubt = {
  message: "the words here say that this annex, or part of it, is not public, and nothing of it is withheld",
  fix: `if they are right, write \`confidential:\` with its reason into its entry in the report's \`annexes:\`, or put the passage that is not public between :::exempt and :::; ${UNLESS}`,
};
const PLAIN: Doubt = {
  message:
    "the words here say that this is not public, and a plain page or the file of a meeting is published as a whole",
  fix: `if they are right, take the text out and put it into a report that is withheld; ${UNLESS}`,
};

const OUTCOME: Doubt = {
  message: "the words here say that this is not public, and it is published with the recommendation",
  fix: `if they are right, take it out; what became of a recommendation is withheld where the report has that recommendation between :::exempt and :::; ${UNLESS}`,
};

/** What is wrong with a marking, where it is not as the report itself has it. */
function doubtOf(
  { of, on }: FoundMarking,
  { annexes, hasPassages, isInAnnex, isReleased }: Withheld,
  hasOwnAnnex: boolean,
): Doubt | undefined {
  const letters = annexLetters(annexes);
  const withheld = annexes.flatMap(({ withholding }, index) =>
    withholding === undefined ? [] : [letters[index] ?? ""],
  );
  if (of === "report") return isReleased ? RELEASED : isInAnnex ? IN_ANNEX : REPORT;
  if (of === "part")
    return withheld.length > 0 || hasPassages ? undefined : isReleased ? RELEASED : isInAnnex ? IN_ANNEX : PART;
  if (of.annexes.length > 0) return of.annexes.every((letter) => withheld.includes(letter)) ? undefined : ANNEX;
  const isOfAnother = on === "sentence" && annexes.length === 0 && !hasOwnAnnex && of.areOwn !== true;
  return withheld.length > 0 || isOfAnother ? undefined : ANNEX;
}

/** Fields that say what is withheld, or nothing in words. */
const NO_WORDS: ReadonlySet<string> = new Set([
  "confidential",
  "public-title",
  "released",
  "abbreviations",
  "formerly",
  "file",
  "url",
]);

function* wordsOfFields(
  { value: fields, placeOf }: TypedFields,
  annexes: readonly AnnexEntry[],
): Generator<MarkedWords> {
  const wordsAt = (text: string, path: readonly (string | number)[], kind: MarkedWords["kind"]): MarkedWords => ({
    kind,
    text,
    placeAt: () => placeOf(path),
  });
  function* walk(value: unknown, path: readonly (string | number)[]): Generator<MarkedWords> {
    const [field, index] = path;
    if (field === "annexes" && typeof index === "number" && annexes[index]?.withholding !== undefined) return;
    if (typeof value === "string")
      yield wordsAt(value, path, field === "summary" || path.at(-1) === "note" ? "text" : "title");
    else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* walk(item, [...path, at]);
    else if (typeof value === "object" && value !== null)
      for (const [name, item] of Object.entries(value)) {
        // The names of facts are the council's own, whatever they are.
        if (NO_WORDS.has(name) && field !== "facts") continue;
        yield* walk(item, [...path, name]);
        if (typeof item === "string" && path.length > 0)
          yield pair(wordsAt(name, [...path, name], "title"), wordsAt(item, [...path, name], "title"));
      }
  }
  yield* walk(fields, []);
}

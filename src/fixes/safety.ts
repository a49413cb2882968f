import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { ruleOf } from "../diagnostics/catalogue.ts";
import { guards } from "../diagnostics/guards.ts";
import { Sealed } from "../model/sealed.ts";
import type { NumberedParagraph } from "../model/tree.ts";
import { openReport } from "../report/compile/compile.ts";
import { readText } from "../report/compile/number-documents.ts";
import { raiseMarkings } from "../report/markings/raise-markings.ts";
import type { FileFix, ReportFix } from "./fix.ts";
import type { FixableReport, FixableText } from "./types.ts";
import { withholdingOf } from "./withholding.ts";

/** How often each rule was raised. */
export type Counts = ReadonlyMap<string, number>;

/** Why a fix of a file must not be made, in fixed words; nothing where it may. */
export function rejectionReasonInFile(before: FixableText, after: FixableText, fix: FileFix): string | undefined {
  return rejectionReasonInText(before, after, fix) ?? newErrors(errorsOfText(before), errorsOfText(after));
}

/** Why a fix of a report must not be made, in fixed words; the errors are those of the report before and after it. */
export function rejectionReasonInReport(
  before: FixableReport,
  after: FixableReport | undefined,
  fix: ReportFix,
  errors: { readonly before: Counts; readonly after: Counts },
): string | undefined {
  if (after === undefined || after.texts.length !== before.texts.length) return UNREADABLE;
  for (const [index, text] of before.texts.entries()) {
    const other = after.texts[index];
    const rejectionReason = other === undefined ? UNREADABLE : rejectionReasonInText(text, other, fix);
    if (rejectionReason !== undefined) return rejectionReason;
  }
  const [numbers, newNumbers] = [numbersOf(before, fix), numbersOf(after, fix)];
  const mayMove = fix.changesFigures === true || errors.before.has("heading-level-one");
  const isAsBefore = fix.addsParagraphs
    ? isWithin(numbers, newNumbers)
    : fix.takesParagraphs
      ? isWithin(newNumbers, numbers)
      : mayMove
        ? newNumbers.length >= numbers.length
        : newNumbers.join() === numbers.join();
  if (!isAsBefore) return "paragraphs would get other numbers, and references to them could go wrong";
  return newErrors(errors.before, errors.after);
}

/** Whether numbers are among others, in the same order. */
function isWithin(numbers: readonly string[], others: readonly string[]): boolean {
  let next = 0;
  for (const number of others) if (number === numbers[next]) next++;
  return next === numbers.length;
}

const UNREADABLE = "the file could no longer be read";

function rejectionReasonInText(before: FixableText, after: FixableText, fix: FileFix | ReportFix): string | undefined {
  const lineAfter = fix.addsEmptyLines ? lineAfterEmptyOnes(before.text, after.text) : undefined;
  if (withholdingOf(before, lineAfter) !== withholdingOf(after)) return "it could change what is withheld";
  if (lettersOf(before, fix) !== lettersOf(after, fix)) return "words would be lost";
  return shapeOf(before.body.tree, fix) === shapeOf(after.body.tree, fix)
    ? undefined
    : "Markdown would read the text otherwise";
}

/** The line that each line of a text becomes, where empty lines alone are put in, and what is no word changes at the start of lines. */
function lineAfterEmptyOnes(before: string, after: string): (line: number) => number {
  const lines = after.split("\n");
  const places = [0];
  let at = 0;
  for (const line of before.split("\n")) {
    while (at < lines.length && lines[at]?.trim() === "" && line.trim() !== "") at++;
    // A line that is not the same comes to nothing, and the two texts are told apart.
    places.push(isSameLine(lines[at], line) ? ++at : Number.NaN);
  }
  return (line) => places[line] ?? Number.NaN;
}

function isSameLine(line: string | undefined, other: string): boolean {
  if (line === undefined || line.trim() === other.trim()) return line !== undefined;
  const words = wordsOf(line);
  return words !== "" && words === wordsOf(other);
}

/** The letters and figures of a text, without blanks that are written out, and without circles for bullets. */
function wordsOf(text: string): string {
  return text.replace(/&nbsp;|^[^\S\n]*o(?=[^\S\n]|&nbsp;)/gmu, "").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The letters of the text, and its figures, where a fix leaves these alone. */
function lettersOf({ body }: FixableText, { changesFigures, changesBlocks }: FileFix | ReportFix): string {
  if (changesBlocks === true) return wordsOf(body.text);
  return body.text.replace(changesFigures ? /[^\p{L}]+/gu : /[^\p{L}\p{N}]+/gu, "");
}

/** Which blocks there are, within which, with what is shown as it was typed; where a fix makes lists, only what can be no list. */
function shapeOf(tree: Nodes, { changesBlocks, changesLinks, breaksLines, makesNotes }: FileFix | ReportFix): string {
  const parts: string[] = [];
  const walk = (node: Nodes): void => {
    const isLink = changesLinks === true && (node.type === "link" || node.type === "image");
    const isBreak = breaksLines === true && node.type === "break";
    if (isBreak || (makesNotes === true && node.type === "footnoteReference")) return;
    const isText = node.type === "text" || isLink;
    const isNote = makesNotes === true && (node.type === "paragraph" || node.type === "footnoteDefinition");
    if (!isText && !isNote && !(changesBlocks === true && MAY_CHANGE.has(node.type))) {
      const isVerbatim = node.type === "code" || node.type === "inlineCode" || node.type === "html";
      parts.push(isVerbatim ? `${node.type} ${node.value}` : node.type);
    }
    if ("children" in node) for (const child of node.children) walk(child);
    if (changesBlocks !== true && !isLink && !isNote && "children" in node) parts.push("/");
  };
  walk(tree);
  return parts.join("\n");
}

const MAY_CHANGE: ReadonlySet<string> = new Set(["paragraph", "list", "listItem", "heading"]);

/** The numbers of paragraphs, and the marks of their sub-paragraphs, in order; where paragraphs may go, with what each says. */
function numbersOf({ numbered }: FixableReport, { takesParagraphs }: ReportFix): readonly string[] {
  const numbers: string[] = [];
  const note = (node: Nodes): void => {
    if (node.type === "numberedParagraph")
      numbers.push(takesParagraphs ? `${node.number} ${wordsBefore(node)}` : node.number);
    else if (node.type === "listItem" && node.data?.mark !== undefined) numbers.push(node.data.mark);
  };
  for (const { text } of [numbered.body, ...numbered.annexes.values()]) visit(text.tree, note);
  return numbers;
}

/** The words of a numbered paragraph itself, without those of the blocks that follow it, and without the marks of notes. */
function wordsBefore({ children: [first] }: NumberedParagraph): string {
  return wordsOf(textOf(first).replace(/\[\d{1,3}\]/g, ""));
}

/** The errors of a text by itself: of its frontmatter, and of its body as it is parsed. */
function errorsOfText({ path, text, frontmatter, body }: FixableText): Counts {
  const found = frontmatter === undefined ? [] : [...openReport({ path, text: new Sealed(text) }).findings];
  // No error depends on the language.
  const read = readText(path, body.text, "en-GB", (finding) => found.push(finding));
  if (read !== undefined) raiseMarkings(read, { annexes: [], hasPassages: false }, (finding) => found.push(finding));
  return countsOf(found.filter(({ rule }) => ruleOf(rule).severity === "error"));
}

export function countsOf(found: readonly { readonly rule: string }[]): Counts {
  const counts = new Map<string, number>();
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** What guards confidentiality must say the same as before; of anything else, no rule may be raised more often. */
function newErrors(before: Counts, after: Counts): string | undefined {
  const risen = [...after].find(([rule, count]) => count > (before.get(rule) ?? 0));
  if (risen !== undefined) return `it would bring an error, ${risen[0]}`;
  const silent = [...guards].find((rule) => (after.get(rule) ?? 0) !== (before.get(rule) ?? 0));
  return silent === undefined ? undefined : "it could change what is withheld";
}

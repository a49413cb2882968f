import type { Nodes } from "mdast";
import { type Finding, type RuleId, ruleIds } from "../../diagnostics/catalogue.ts";
import { isAdjustable } from "../../diagnostics/severities.ts";
import { Sealed } from "../../model/sealed.ts";
import type { Place, Source } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeAt } from "../../text/place.ts";

/** A comment that is to silence findings. */
export interface IgnoreComment {
  readonly place: Place;
  /** The rule that it silences; none, where it silences nothing as it is written. */
  readonly rule?: RuleId | undefined;
  /** What is wrong with how it is written. */
  readonly problem?: Finding | undefined;
  /** The lines that it is about. */
  readonly lines: readonly [first: number, last: number];
}

/** A text at whatever stage: only what was parsed is looked at. */
type TextOfFile = Pick<ParsedText, "path" | "text" | "nodes">;

/** The comments of a file that are to silence findings: in its frontmatter, where it has any, and in texts that belong to it. */
export function ignoreComments(source: Source, texts: readonly TextOfFile[]): readonly IgnoreComment[] {
  return [...commentsOfFields(source), ...texts.flatMap(commentsOfText)];
}

/** What Markdown reads as a comment; one that it does not is an error of its own. */
function commentsOfText(text: TextOfFile): readonly IgnoreComment[] {
  if (!MAY_HOLD.test(text.text)) return [];
  const blocks = BLOCKS.flatMap((type) => nodesOf(text, type).map(({ node }): Nodes => node)).sort(
    (a, b) => startOf(a) - startOf(b),
  );
  return nodesOf(text, "html").flatMap(({ node, parent }) => {
    const isInLine = parent.type === "paragraph" || parent.type === "heading" || parent.type === "tableCell";
    const found: IgnoreComment[] = [];
    const { end: last = 0 } = rangeOf(node);
    for (let at = text.text.indexOf("<!--", startOf(node)); at !== -1 && at < last; ) {
      const end = text.text.indexOf("-->", at + 4);
      if (end === -1) break;
      const place = placeAt(text, at, end + 3);
      const endLine = node.position?.end.line ?? place.line;
      const next = isInLine ? undefined : blocks.find((block) => startOf(block) >= last);
      const lines = isInLine ? ([place.line, endLine] as const) : ([endLine + 1, lastLineOf(next)] as const);
      found.push(...commentIn(text.text.slice(at + 4, end), place, lines));
      at = text.text.indexOf("<!--", end);
    }
    return found;
  });
}

/** What a comment can be before: a block that holds no others, or an item of a list with all that is in it. */
const BLOCKS = [
  "paragraph",
  "heading",
  "table",
  "listItem",
  "code",
  "blockquote",
  "footnoteDefinition",
  "definition",
] as const;

function startOf(node: Nodes): number {
  return rangeOf(node).start ?? -1;
}

function rangeOf({ position }: Nodes): { readonly start: number | undefined; readonly end: number | undefined } {
  return { start: position?.start.offset, end: position?.end.offset };
}

function lastLineOf(node: Nodes | undefined): number {
  return node?.position?.end.line ?? 0;
}

/** Comments on lines of their own between the lines of dashes, each about the field below it, with all of its lines. */
function commentsOfFields({ path, text }: Source): readonly IgnoreComment[] {
  const lines = Sealed.open(text).split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  return lines.slice(0, Math.max(0, end)).flatMap((line, index) => {
    const typed = line.trimStart();
    if (!typed.startsWith("#")) return [];
    const column = line.length - typed.length + 1;
    const place = { path, line: index + 1, column, endColumn: line.length + 1 };
    return commentIn(typed.slice(1), place, linesOfField(lines.slice(0, end), index + 1));
  });
}

/** The lines, counted from 1, of the entry that begins at an index or after comments there, and all that is set in further below it. */
function linesOfField(lines: readonly string[], from: number): readonly [first: number, last: number] {
  const isComment = (line: string): boolean => /^[ \t]*#/.test(line);
  const start = lines.findIndex((line, index) => index >= from && !isComment(line));
  if (start === -1) return [0, 0];
  const indent = indentOf(lines[start] ?? "");
  const end = lines.findIndex((line, index) => index > start && !isComment(line) && indentOf(line) <= indent);
  return [start + 1, end === -1 ? lines.length : end];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

const MAY_HOLD = /<!--[\s-]{0,9}scrut/i;
const MEANT = /^scrut[a-z]{0,9}[-_: ]{0,3}ignor/i;
const WORD = "scrutineer-ignore";

/** The comment, if its words are such that it is to silence something. */
function commentIn(typed: string, place: Place, lines: IgnoreComment["lines"]): readonly IgnoreComment[] {
  const words = typed.trim();
  if (!MEANT.test(words)) return [];
  const rest = words.startsWith(`${WORD} `) || words.startsWith(`${WORD}\n`) ? words.slice(WORD.length).trim() : "";
  const colon = rest.indexOf(":");
  const name = (colon === -1 ? rest : rest.slice(0, colon)).trim();
  const reason = colon === -1 ? "" : rest.slice(colon + 1).trim();
  const rule = ruleIds.find((id) => id === name);
  const problem = (message: string, fix: string, knownWord?: string): readonly IgnoreComment[] => [
    { place, lines, problem: { rule: "ignore-comment-unread", place, message, fix, knownWord, quotesNothing: true } },
  ];
  if (name === "") return problem("this comment is to silence a finding, and names no rule", FORM);
  if (rule === undefined) {
    const nearest = closestMatch(name, ruleIds);
    const offer = nearest === undefined ? "`npx scrutineer explain` lists the rules" : `did you mean \`${nearest}\`?`;
    return problem(`this comment is to silence a finding of a rule that there is not: ${offer}`, FORM, nearest);
  }
  if (!isAdjustable(rule)) return problem(NEVER, "delete the comment, and fix what is found");
  if (reason === "") return problem("this comment is to silence a finding, and does not say why", FORM);
  return [{ place, lines, rule }];
}

const FORM = "write `scrutineer-ignore`, a blank, the rule's name as its findings show it, a colon, and the reason";

const NEVER =
  "this comment is to silence a rule that keeps words from being lost, or what is withheld from being published: no comment does";

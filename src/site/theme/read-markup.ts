import { type DefaultTreeAdapterTypes, type ParserError, parse, parseFragment } from "parse5";
import { type RaiseAt, type Range, type Statement, statementsOf } from "./check-values.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** An element that a template writes, with its attributes as they are typed, values in braces and all. */
export interface WrittenElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it begins and ends in the template. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
}

/** The markup of a template, with its values taken out. */
export interface Markup {
  readonly elements: readonly WrittenElement[];
  /** Whether readers see what is at an offset. */
  readonly isSeen: (offset: number) => boolean;
  readonly hasDoctype: boolean;
}

/** What readers never see the words of. */
const UNSEEN: ReadonlySet<string> = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "select",
  "iframe",
  "object",
  "svg",
]);

/** Elements that take in the rest of a page where nothing closes them. */
const CLOSED =
  /^(?:html|head|body|div|section|article|main|header|footer|nav|aside|[uod]l|table|form|a|strong|em|b|i|span|h[1-6]|details|summary|button|label|title|script|figure|blockquote)$/;

/** A template as markup, in which what is wrong with it as such is raised. */
export function readMarkup(source: string, program: hbs.AST.Program, isWhole: boolean, raise: RaiseAt): Markup {
  const at = offsetsIn(source);
  const text = withoutValues(source, program, at);
  const range = (start: number, end: number): Range => at.rangeOf(start, end);
  const onParseError = ({ code, startOffset, endOffset }: ParserError): void => {
    const message = UNCLOSED[code];
    // The parser says where the text ends, and not where what is open begins.
    const start = code.startsWith("eof-in") ? text.lastIndexOf(code.endsWith("comment") ? "<!--" : "<") : startOffset;
    if (message !== undefined)
      raise("template-syntax", range(start, Math.max(endOffset, start + 1)), {
        message,
        fix: "compare it with the program's own template, and close what is open",
      });
  };
  const options = { sourceCodeLocationInfo: true, onParseError } as const;
  const root: Node = isWhole ? parse(text, options) : parseFragment(text, options);
  const elements: WrittenElement[] = [];
  const seen: (readonly [start: number, end: number])[] = [];
  const texts: (readonly [start: number, end: number])[] = [];
  const closing = new Set<number>();
  let hasDoctype = false;
  const walk = (node: Node, isSeen: boolean): void => {
    if (node.nodeName === "#documentType") hasDoctype = true;
    if ((node.nodeName === "#text" || node.nodeName === "#comment") && "sourceCodeLocation" in node) {
      const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
      if (node.nodeName === "#text" && isSeen) seen.push([startOffset, endOffset]);
      if (node.nodeName === "#comment" || !isSeen) texts.push([startOffset, endOffset]);
    }
    const isInnerSeen = "tagName" in node ? isSeen && !isUnseen(node) : isSeen;
    if ("tagName" in node) read(node);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child, isInnerSeen);
    if ("content" in node) walk(node.content, false);
  };
  const read = ({ tagName: tag, sourceCodeLocation: location }: DefaultTreeAdapterTypes.Element): void => {
    if (!location) return;
    const { startOffset: start, endOffset: end, startTag, endTag } = location;
    const opening = range(start, startTag?.endOffset ?? end);
    const attributes = new Map<string, string>();
    for (const [name, place] of Object.entries(location.attrs ?? {})) {
      const typed = source.slice(place.startOffset, place.endOffset);
      attributes.set(name, valueIn(typed));
      if (isUnquoted(typed))
        raise("template-syntax", range(place.startOffset, place.endOffset), {
          message: `the value of ${name}= is not in quotation marks, so a space in it would end it`,
          fix: `write ${name}="…"`,
        });
    }
    elements.push({ tag, attributes, start, end, range: opening });
    if (endTag) closing.add(endTag.startOffset);
    if (startTag && !endTag && CLOSED.test(tag))
      raise("template-syntax", opening, {
        message: `<${tag}> is opened here, and never closed`,
        fix: `write </${tag}> where it ends`,
      });
  };
  walk(root, true);
  for (const { 0: typed, 1: tag, index } of text.matchAll(/<\/([a-z][a-z0-9]*)[^<>]*>/gi))
    if (!closing.has(index) && !isIn(texts, index) && !/^(?:p|br)$/i.test(tag ?? ""))
      raise("template-syntax", range(index, index + typed.length), {
        message: `${typed} closes nothing that is open here`,
        fix: "take it out, or see where what it belongs to is closed too early",
      });
  return {
    elements,
    isSeen: (offset) => isIn(seen, offset),
    hasDoctype,
  };
}

function isIn(ranges: readonly (readonly [start: number, end: number])[], offset: number): boolean {
  return ranges.some(([start, end]) => start <= offset && offset < end);
}

/** What is said where markup goes on to the end of the template; by the parser's names. */
const UNCLOSED: Readonly<Record<string, string>> = {
  "eof-in-comment": "a comment <!-- is never closed",
  "eof-in-tag": "a tag is never closed",
};

function isUnseen({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return (
    UNSEEN.has(tagName) ||
    attrs.some(({ name, value }) => name === "hidden" || (name === "aria-hidden" && value === "true"))
  );
}

/** What is typed after the name of an attribute. */
function typedValue(typed: string): string {
  const sign = typed.indexOf("=");
  return sign === -1 ? "" : typed.slice(sign + 1).trim();
}

/** Whether a value of the template is an attribute, or part of one, that no quotation marks end. */
function isUnquoted(typed: string): boolean {
  const value = typedValue(typed);
  return value.includes("{{") && !/^["']/.test(value);
}

/** The same without its quotation marks, and without blanks within braces. */
function valueIn(typed: string): string {
  return plainBraces(typedValue(typed).replace(/^(["'])([\s\S]*)\1$/, "$2"));
}

/** A text of a template without the blanks that mean nothing beside its braces. */
export function plainBraces(text: string): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, within: string) => {
    const [, sign = "", name = ""] = /^~?([>#]?)([\s\S]*)$/.exec(within) ?? [];
    return `{{${sign}${sign === ">" ? " " : ""}${name.replace(/~$/, "").trim()}}}`;
  });
}

/** Turns lines and columns into offsets, and back. */
export function offsetsIn(source: string) {
  const starts = [0];
  for (let end = source.indexOf("\n"); end !== -1; end = source.indexOf("\n", end + 1)) starts.push(end + 1);
  const offset = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? source.length) + column;
  const position = (at: number): hbs.AST.Position => {
    const after = starts.findIndex((start) => start > at);
    const line = after === -1 ? starts.length : after;
    return { line, column: at - (starts[line - 1] ?? 0) };
  };
  const rangeOf = (start: number, end: number): Range => ({ source: "", start: position(start), end: position(end) });
  return { offset, rangeOf };
}

/** The text with blanks in the place of all that is in braces, and words in the place of values, so that no offset changes. */
function withoutValues(source: string, program: hbs.AST.Program, { offset }: ReturnType<typeof offsetsIn>): string {
  const kept = source.replace(/[^\n]/g, " ").split("");
  const fill = ({ start, end }: Range, signOf: (at: number) => string): void => {
    for (let index = offset(start); index < offset(end); index++)
      if (source[index] !== "\n") kept[index] = signOf(index);
  };
  const visit = (statement: Statement): void => {
    if (statement.type === "ContentStatement") fill(statement.loc, (index) => source[index] ?? "");
    if (statement.type === "MustacheStatement") fill(statement.loc, () => "x");
    if ("program" in statement) for (const inner of statementsOf(statement.program)) visit(inner);
    if ("inverse" in statement) for (const inner of statementsOf(statement.inverse)) visit(inner);
  };
  for (const statement of statementsOf(program)) visit(statement);
  return kept.join("");
}

import { type Document, isCollection, isScalar, type Node, visit, type YAMLParseError } from "yaml";

/** Something wrong in a YAML text, at its place there. */
export interface YamlProblem {
  readonly message: string;
  readonly fix?: string | undefined;
  readonly start: number;
  readonly end: number;
  /** The other place, where there are two. */
  readonly related?: { readonly message: string; readonly start: number; readonly end: number };
}

/**
 * What a YAML parser stumbled over, each as the mistake that an author most likely made, and where it was made: the
 * parser notices most of them later. Nothing of the text is quoted.
 */
export function mistakesIn(document: Document, text: string): readonly YamlProblem[] {
  const problems = document.errors.slice(0, MOST).map((error) => mistakeOf(error, document, text));
  // One mistake has several consequences; what says no more than that the text cannot be read is left out beside another.
  const known = problems.filter((problem) => problem !== undefined);
  if (known.length > 0) return known;
  return document.errors.slice(0, 1).map(({ pos: [start, end] }) => ({ ...GENERAL_ADVICE, start, end }));
}

/** So many mistakes are looked into: for each, the whole may have to be searched, and a longer list helps nobody. */
const MOST = 100;

type Advice = Pick<YamlProblem, "message" | "fix">;

const GENERAL_ADVICE: Advice = {
  message: "this is not YAML that can be read",
  fix: "check the spaces at the start of the line, and put a value that has a colon or begins with a special character in quotation marks",
};

const ADVICE: Partial<Record<string, Advice>> = {
  TAB_AS_INDENT: {
    message: "there is a tab at the start of the line, where YAML accepts only spaces",
    fix: "put two spaces in place of the tab",
  },
  BAD_INDENT: {
    message: "the line does not begin where the lines around it do",
    fix: "give lines of one list or mapping the same spaces at their start",
  },
  BAD_SCALAR_START: {
    message: "the value begins with a character that YAML reserves",
    fix: "put the value in quotation marks",
  },
  MULTIPLE_DOCS: { message: "a line of dots or dashes ends the fields before their end", fix: "take the line out" },
};

const OPEN_QUOTE: Advice = {
  message: "a quotation mark is opened here, and never closed",
  fix: "put the same mark after the last word of the value",
};
const OPEN_BRACKET: Advice = {
  message: "a bracket is opened here, and never closed",
  fix: "close it with the same kind of bracket, ] or }, after the last entry",
};
const NO_BLANK: Advice = {
  message: "there is no space after the dash, so this is not an entry of a list",
  fix: "put a space after the dash",
};
const NO_COLON: Advice = {
  message: "this line has no colon and space after the name of a field",
  fix: "write the line as `name: value`; a value that goes on from the line above begins with two spaces",
};
const WORDS_BEHIND: Advice = {
  message: "there are words after the closing quotation mark",
  fix: "put one pair of quotation marks around the whole value; if it has an apostrophe, use double ones",
};
const COLON_IN_VALUE: Advice = {
  message: "the value has a colon, which YAML takes for the start of another field",
  fix: 'put the whole value in quotation marks, such as "Budget: the first quarter"',
};
const DEEPER: Advice = {
  message: "this line begins with more spaces than the one above, so it is read as part of that line's value",
  fix: "begin it directly below the first letter of the line above",
};

function mistakeOf({ code, message, pos }: YAMLParseError, document: Document, text: string): YamlProblem | undefined {
  const [start, end] = pos;
  if (code === "DUPLICATE_KEY") return twice(document, start);
  if (/must (?:be sufficiently indented and )?end with a [\]}]/.test(message))
    return { ...OPEN_BRACKET, ...bracketBefore(document, start) };
  if (code === "MISSING_CHAR" && /closing .{0,9}quote/.test(message))
    return { ...OPEN_QUOTE, ...quoteBefore(document, start) };
  if (code === "UNEXPECTED_TOKEN" && /["']\s*$/.test(text.slice(0, start))) {
    return { ...WORDS_BEHIND, start, end: endOfLine(text, start) };
  }
  if (code === "MISSING_CHAR" || code === "MULTILINE_IMPLICIT_KEY") {
    // Where a value runs on to the next line, the parser says so, too.
    if (document.errors.some((other) => other.code === "BLOCK_AS_IMPLICIT_KEY" && other.pos[0] === start))
      return undefined;
    const advice = /^-\S/.test(text.slice(start, start + 2)) ? NO_BLANK : NO_COLON;
    return { ...advice, start, end: endOfLine(text, start) };
  }
  if (code === "BLOCK_AS_IMPLICIT_KEY") {
    const lineEnd = endOfLine(text, start);
    if (/:(?:\s|$)/.test(text.slice(start, lineEnd))) return { ...COLON_IN_VALUE, start, end: lineEnd };
    const next = lineEnd + text.slice(lineEnd).search(/\S|$/);
    return { ...DEEPER, start: next, end: endOfLine(text, next) };
  }
  const advice = ADVICE[code];
  return advice && { ...advice, start, end };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return from + text.slice(from, end === -1 ? text.length : end).trimEnd().length;
}

function twice(document: Document, at: number): YamlProblem {
  let problem: YamlProblem = {
    message: "this field is here twice",
    fix: "keep one of the two lines",
    start: at,
    end: at + 1,
  };
  visit(document, {
    Map(_key, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const second = keys.find((key) => rangeOf(key).start === at);
      const first = keys.find((key) => key.value === second?.value);
      if (second === undefined || first === undefined || first === second) return undefined;
      problem = { ...problem, ...rangeOf(second), related: { message: "first here", ...rangeOf(first) } };
      return visit.BREAK;
    },
  });
  return problem;
}

/** The sign that opens the last bracket before an offset. */
function bracketBefore(document: Document, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  visit(document, {
    Collection(_key, node) {
      if (isCollection(node) && node.flow && rangeOf(node).start < at) start = rangeOf(node).start;
    },
  });
  return { start, end: start + 1 };
}

/** The sign that opens the last quotation before an offset. */
function quoteBefore(document: Document, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  visit(document, {
    Scalar(_key, node) {
      const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (isQuoted && rangeOf(node).start < at) start = rangeOf(node).start;
    },
  });
  return { start, end: start + 1 };
}

/** The range of a node's own text. */
export function rangeOf(node: Node): { readonly start: number; readonly end: number } {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

import type { Nodes, Parent, RootContent } from "mdast";
import type { Place } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeAt, placeOf, placeOnLine, typedText } from "../../text/place.ts";
import { typedOffsets } from "../../text/source-offsets.ts";
import { isPassage } from "../markdown/passage-directive.ts";

/** Words of a paper as a reader sees them, whatever markup is between or within them. */
export interface MarkedWords {
  /**
   * "title": what heads something, and so says what it is; "item": one of several in a list; "cell": one of several in
   * a table; "pair": a name and what is said of it.
   */
  readonly kind: "title" | "text" | "item" | "cell" | "pair" | "comment";
  readonly text: string;
  /** What is beside and below it, and may be its answer. */
  readonly answers?: readonly string[];
  /** What is to the left of it in its row. */
  readonly rowBefore?: string;
  /** The place in the author's file of a character of the text. */
  readonly placeAt: (offset: number) => Place;
}

/**
 * All words of a text that its page shows, its comments, and names with what is said beside or below them, as one line
 * each.
 */
export function wordsOf(text: ParsedText): readonly MarkedWords[] {
  const found: MarkedWords[] = [];
  const walkAll = (nodes: readonly Nodes[], isItem: boolean): void => {
    let before: number | undefined;
    for (const node of nodes) {
      const index = found.length;
      const words = walk(node, isItem);
      const name = before === undefined ? undefined : found[before];
      if (before !== undefined && name !== undefined && words !== undefined) {
        found[before] = { ...name, answers: [words.text] };
        found.push(...joined(name, words));
      }
      before = words === undefined ? undefined : index;
    }
  };
  const walk = (node: Nodes, isItem: boolean): MarkedWords | undefined => {
    switch (node.type) {
      case "heading":
      case "paragraph": {
        const isTitle = node.type === "heading" || /^table\b/i.test(firstText(node));
        const [own, ...beside] = gather(text, node, isTitle ? "title" : isItem ? "item" : "text");
        if (own !== undefined) found.push(own, ...beside);
        return own;
      }
      case "table":
        found.push(...wordsOfTable(text, node.children));
        return undefined;
      case "code":
        found.push({ kind: "text", text: node.value, placeAt: (offset) => lineOfCode(text, node, offset) });
        return undefined;
      case "html":
        found.push({
          kind: "comment",
          text: node.value.replace(/^<!--|-->$/g, ""),
          placeAt: () => placeOf(text, node),
        });
        return undefined;
      case "definition":
        if (node.title) found.push({ kind: "title", text: node.title, placeAt: () => placeOf(text, node) });
        return undefined;
      case "list":
        for (const item of node.children) walkAll(item.children, node.children.length > 1);
        return undefined;
      default:
        if ("children" in node && !isPassage(node as RootContent)) walkAll(node.children, isItem);
        return undefined;
    }
  };
  walkAll(text.tree.children, false);
  return found;
}

function firstText(parent: Parent): string {
  const [first] = parent.children;
  return first?.type === "text" ? first.value : "";
}

/** A line of code is on a line of its own; the fence is above the first. */
function lineOfCode(text: ParsedText, node: Nodes, offset: number): Place {
  const value = "value" in node ? node.value : "";
  const isFenced = /^\s*(?:`{3}|~{3})/.test(typedText(text, node));
  const line = (node.position?.start.line ?? 1) + value.slice(0, offset).split("\n").length - (isFenced ? 0 : 1);
  return placeOnLine(text, line, 1, 2);
}

const LONGEST_NAME = 150;

interface Row {
  readonly children: readonly Parent[];
}

/**
 * The cells of a table by themselves; each with the one beside it; and, where the table has a single row, each with its
 * column's name.
 */
function wordsOfTable(text: ParsedText, rows: readonly Row[]): readonly MarkedWords[] {
  const cells = rows.map(({ children }) =>
    children.map((cell) => gather(text, cell, children.length === 1 ? "text" : "cell")),
  );
  const isOfOneRow = cells.length === 2;
  return cells.flatMap((row, at) =>
    row.flatMap(([typed, ...besideIt], index) => {
      const rowBefore = row.slice(0, index).map(([before]) => before?.text ?? "");
      const cell = typed && { ...typed, rowBefore: rowBefore.join(" ").slice(0, LONGEST_NAME) };
      // Names of three columns are no names with their answers.
      const isOfNames = at === 0 && row.length % 2 === 1;
      const [right] = isOfNames ? [] : (row[index + 1] ?? []);
      const [below] = isOfOneRow && at === 0 ? (cells[1]?.[index] ?? []) : [];
      const own =
        cell === undefined ? [] : [{ ...cell, answers: [right, below].flatMap((answer) => answer?.text ?? []) }];
      const [under] = below === undefined ? (cells[at + 1]?.[index] ?? []) : [];
      return [...own, ...besideIt, ...joined(cell, right), ...joined(cell, below), ...inCapitals(cell, under)];
    }),
  );
}

function joined(name: MarkedWords | undefined, value: MarkedWords | undefined): readonly MarkedWords[] {
  if (name === undefined || value === undefined || name.text.length > LONGEST_NAME) return [];
  // Another question is no answer.
  if (value.text.endsWith("?")) return [];
  return [pair(name, value), ...inCapitals(name, value)];
}

/** "NOT FOR" and "PUBLICATION", each in a cell or block of its own, as the line that they look like. */
function inCapitals(first: MarkedWords | undefined, second: MarkedWords | undefined): readonly MarkedWords[] {
  if (first === undefined || second === undefined) return [];
  const text = `${first.text} ${second.text}`;
  if (/\p{Ll}/u.test(text) || text.length > LONGEST_NAME) return [];
  return [{ kind: "cell", text, placeAt: first.placeAt }];
}

/** A name and what is said of it, as one line. */
export function pair(name: MarkedWords, value: MarkedWords): MarkedWords {
  const sign = name.text.trim() === "" ? "" : ": ";
  const start = name.text.length + sign.length;
  return {
    ...name,
    kind: "pair",
    text: name.text.replaceAll("\n", " ") + sign + value.text.replaceAll("\n", " "),
    placeAt: (offset) => (offset < start ? name.placeAt(offset) : value.placeAt(offset - start)),
  };
}

/** The running text of a block, and apart from it the words of its images and the titles of its links. */
function gather(text: ParsedText, block: Parent, kind: MarkedWords["kind"]): readonly MarkedWords[] {
  const pieces: { readonly start: number; readonly node: Nodes; readonly value: string }[] = [];
  const beside: MarkedWords[] = [];
  let running = "";
  const add = (node: Nodes, value: string): void => {
    pieces.push({ start: running.length, node, value });
    running += value;
  };
  const visit = (node: Nodes): void => {
    if ("title" in node && node.title) beside.push(besides(text, node, node.title));
    if ("alt" in node && node.alt) beside.push(besides(text, node, node.alt));
    if (node.type === "text" || node.type === "inlineCode") add(node, node.value);
    else if (node.type === "break" || (node.type === "html" && /^<br/i.test(node.value))) add(node, "\n");
    else if (node.type === "html")
      beside.push({ ...besides(text, node, node.value.replace(/^<!--|-->$/g, "")), kind: "comment" });
    else if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const child of block.children) visit(child as Nodes);
  const whole: MarkedWords = {
    kind,
    text: running,
    // A copy with others of these is made at once; where they are new to it, it takes V8 a microsecond each.
    answers: [],
    rowBefore: "",
    placeAt: (offset) => {
      const piece = pieces.findLast(({ start }) => start <= offset);
      if (piece === undefined) return placeOf(text, block);
      const { node, start, value } = piece;
      const typed = typedText(text, node);
      const within = typed === value ? offset - start : (typedOffsets(typed, value)?.[offset - start] ?? 0);
      const at = (node.position?.start.offset ?? 0) + within;
      return placeAt(text, at, at + 1);
    },
  };
  return [whole, ...beside];
}

function besides(text: ParsedText, node: Nodes, words: string): MarkedWords {
  return { kind: "title", text: words, placeAt: () => placeOf(text, node) };
}

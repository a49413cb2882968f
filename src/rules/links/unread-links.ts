import type { Nodes } from "mdast";
import { lacksScheme } from "../../addresses/web-addresses.ts";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { typedText } from "../../text/place.ts";

/**
 * What looks like a link or an image, and is published as the text that was typed. Offsets count in the parsed text.
 */
interface UnreadLink {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: string;
  readonly kind?: "link" | "image";
  /** The stretch that is to be written otherwise, where that is all there is to do, and what the link leads to. */
  readonly correction?: {
    readonly start: number;
    readonly end: number;
    readonly written: string;
    readonly address: string;
  };
}

/** Finds what looks like a link or an image and is none, block by block. */
export function findUnreadLinks(text: ParsedText): readonly UnreadLink[] {
  if (!HAS_SIGNS.test(text.text)) return [];
  const blocks = [...nodesOf(text, "paragraph"), ...nodesOf(text, "heading"), ...nodesOf(text, "tableCell")];
  return blocks.flatMap(({ node }) => (HAS_SIGNS.test(typedText(text, node)) ? inBlock(blockOf(text, node)) : []));
}

/** Each of the patterns needs one of these. */
const HAS_SIGNS = /[[<]|\]\(|www\./i;

/** A block as it was typed, and once more with all that is read as something else than words blotted out, as long. */
interface Block {
  readonly start: number;
  readonly typed: string;
  readonly words: string;
}

const BLOT = "\uFFFC";
const NO_WORDS: ReadonlySet<string> = new Set(
  "link linkReference image imageReference inlineCode html footnoteReference".split(" "),
);

function blockOf(text: ParsedText, block: Nodes): Block {
  const start = block.position?.start.offset ?? 0;
  const typed = typedText(text, block);
  const parts: string[] = [];
  let from = 0;
  const blot = (node: Nodes): void => {
    if (!NO_WORDS.has(node.type)) {
      if ("children" in node) for (const child of node.children) blot(child);
      return;
    }
    const [first, last] = [(node.position?.start.offset ?? 0) - start, (node.position?.end.offset ?? 0) - start];
    parts.push(typed.slice(from, first), typed.slice(first, last).replace(/[^\n]/g, BLOT));
    from = last;
  };
  blot(block);
  const words = parts.join("") + typed.slice(from);
  return { start, typed, words: words.replace(/\\[!-/:-@[-`{-~]/g, BLOT.repeat(2)) };
}

const WORDS = "(!?)\\[([^\\][\\n]{0,300}(?:\\n[^\\][\\n]{0,300})?)\\]";
const BESIDE = new RegExp(`${WORDS}\\(`, "g");
const APART = new RegExp(`${WORDS}([ \\t\\u00a0]+|[ \\t]*\\n[ \\t>]*)\\(([^()\\n]{1,300})\\)`, "g");
const NAMED = new RegExp(`${WORDS}\\[([^\\][\\n^]{1,200})\\]`, "g");
const IN_BRACES = new RegExp(`${WORDS} ?\\{([^{}\\n]{1,300})\\}`, "g");
const SWAPPED = /\(([^()\n]{1,300})\) ?\[([^\][\n]{1,300})\](?![([])/g;
const ONE_BRACKET = /(!?)\[([^\][()\n]{1,300}?) ?\(([^()\s]{1,300})\)(?![^\][\n]*\])/g;
const NO_OPENING = /(?<=^|\n)([^\][\n]*)\]\(([^()\s]{1,300})\)/g;
const IN_POINTED = /<([^<>\n]{1,300})>/g;
const DEFINITION = /(?<=^|\n)\[([^\][\n]{1,200})\]:[ \t]*([^\n]{1,300}?)[ \t]*(?=$|\n)/g;
const BARE = /(?<![\p{L}\p{N}/.@:_-])www\.[\p{L}\p{N}-]+\.[^\s<>"“”‘’()|\uFFFC]+/giu;

const SCHEME = /^(?:https?:\/\/|mailto:|tel:)\S/i;
const FILE = /\.(?:md|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|html?|png|jpe?g|gif|svg|webp|zip)(?:#\S*)?$/i;

function isAddress(typed: string): boolean {
  return SCHEME.test(typed) || lacksScheme(typed) || FILE.test(typed) || /^(?:\.{0,2}\/|#)[^\s/]/.test(typed);
}

/** An address as it must be between the brackets of a link to be read. */
function asDestination(address: string): string {
  const whole = lacksScheme(address) ? `https://${address}` : address;
  if (!/\s/.test(whole)) return whole;
  return SCHEME.test(whole) ? whole.replace(/\s+/g, "%20") : `<${whole}>`;
}

function inBlock(block: Block): readonly UnreadLink[] {
  const found: UnreadLink[] = [];
  const { start, typed, words } = block;
  const add = (at: number, length: number, said: Omit<UnreadLink, "start" | "end">): void => {
    const [first, last] = [start + at, start + at + length];
    if (found.every((other) => other.end <= first || other.start >= last))
      found.push({ start: first, end: last, ...said });
  };
  for (const match of words.matchAll(BESIDE)) {
    const unread = besideBrackets(block, match);
    if (unread !== undefined) found.push(unread);
  }
  for (const { 0: all, 1: mark = "", 3: gap = "", 4: inner = "", index } of words.matchAll(APART)) {
    if (!isAddress(inner.trim().split(/(?<!\s)\s+["'“(]/)[0] ?? "")) continue;
    const isLineEnd = gap.includes("\n");
    add(index, all.length, {
      message: `there is a ${isLineEnd ? "line end" : "space"} between ] and ( here, so this is not read as ${aKindOf(mark)}, and the brackets are shown`,
      fix: isLineEnd ? "write ] and ( on one line, with nothing between them" : "take the blank out",
    });
  }
  for (const { 0: all, 1: mark = "", 3: name = "", index } of words.matchAll(NAMED)) {
    add(index, all.length, {
      message: `no line gives [${name}] an address, so this is not read as ${aKindOf(mark)}, and the brackets are shown`,
      fix: `write the address in brackets, [words](address), or on a line of its own: \`[${name}]: address\``,
    });
  }
  const wrongSigns = (
    [at, length]: readonly [at: number, length: number],
    mark: string,
    said: string,
    address: string,
  ): void => {
    if (!isAddress(address) || address.startsWith("#")) return;
    const fix = `write ${mark}[${said}](${asDestination(address)})`;
    const message = `this is not read as ${aKindOf(mark)}, which is words in square brackets and directly after them the address in round ones`;
    add(at, length, { message, fix });
  };
  for (const { 0: all, 1: mark = "", 2: said = "", 3: address = "", index } of words.matchAll(IN_BRACES))
    wrongSigns([index, all.length], mark, asTyped(block, index + mark.length + 1, said), address.trim());
  for (const { 0: all, 1: said = "", 2: address = "", index } of words.matchAll(SWAPPED))
    wrongSigns([index, all.length], "", asTyped(block, index + 1, said), address.trim());
  for (const { 0: all, 1: mark = "", 2: said = "", 3: address = "", index } of words.matchAll(ONE_BRACKET))
    wrongSigns([index, all.length], mark, asTyped(block, index + mark.length + 1, said), address);
  for (const { 1: before = "", 2: address = "", index } of words.matchAll(NO_OPENING)) {
    if (!isAddress(address)) continue;
    add(index + before.length, address.length + 3, {
      message: "there is no [ before this ], so this is not read as a link, and the brackets are shown",
      fix: "put a [ before the first of the words that readers are to click on",
    });
  }
  for (const { 0: all, 1: address = "", index } of words.matchAll(IN_POINTED)) {
    if (SCHEME.test(address) && /\s/.test(address))
      add(index, all.length, {
        message: "there is a space in this address, so the link ends there",
        fix: `write %20 for a space: \`<${asDestination(address)}>\``,
      });
    else if (lacksScheme(address)) add(index, all.length, withoutScheme(address, `<${asDestination(address)}>`));
  }
  for (const { 0: all, 1: name = "", 2: address = "", index } of words.matchAll(DEFINITION)) {
    if (!isAddress(address) || !/\s/.test(address)) continue;
    add(index, all.length, {
      message: `there is a space in the address of [${name}], so this line is shown as text`,
      fix: `write the address as \`${asDestination(address)}\``,
    });
  }
  for (const { 0: all, index } of words.matchAll(BARE)) {
    const address = all.replace(/(?<![?!.,:;*_~'\])}])[?!.,:;*_~'\])}]+$/u, "");
    add(index, address.length, withoutScheme(address, `https://${address}`));
  }
  return typed === "" ? [] : found;
}

function withoutScheme(address: string, written: string): Omit<UnreadLink, "start" | "end"> {
  return { message: `${address} is not a link, because https:// is missing`, fix: `write ${written}` };
}

function kindOf(mark: string): "link" | "image" {
  return mark === "" ? "link" : "image";
}

function aKindOf(mark: string): string {
  return mark === "" ? "a link" : "an image";
}

function asTyped({ typed }: Block, at: number, words: string): string {
  return typed.slice(at, at + words.length).replace(/\s+/g, " ");
}

const LONGEST = 600;

/** `[words](` was read as no link, so something is wrong after it: a blank in the address, its title, or no closing bracket. */
function besideBrackets({ start, typed, words }: Block, match: RegExpMatchArray): UnreadLink | undefined {
  const [all, mark = ""] = match;
  const at = match.index ?? 0;
  const open = at + all.length;
  const close = closingBracket(words, open);
  const inner = typed.slice(open, close ?? open + (/^\S*/.exec(typed.slice(open))?.[0].length ?? 0));
  const shown = `so this is not read as ${aKindOf(mark)}, and the brackets are shown`;
  if (close === undefined) {
    const address = inner.replace(/(?<![.,;:])[.,;:]+$/, "");
    if (!isAddress(address)) return undefined;
    return {
      start: start + at,
      end: start + open + inner.length,
      message: `there is no ) after this address, ${shown}`,
      fix: `put a ) directly after the address: \`(${asDestination(address)})\``,
    };
  }
  const whole = { start: start + at, end: start + close + 1 };
  const [, first = "", title] = /^\s*<?([\s\S]*?)>?(?:\s+(["'“”‘’][\s\S]*|\([\s\S]*))?\s*$/.exec(inner) ?? [];
  const address = first.replace(/(?:(?<!\s)\s*)?\n[ \t>]*/g, " ");
  if (!isAddress(address)) return undefined;
  const written = asDestination(address);
  if (title !== undefined) {
    const said = title.replace(/["“”]|^['‘’(]|['‘’)]$/g, "").trim();
    const message = `the title after this address is not between two " signs, ${shown}`;
    return { ...whole, message, fix: `write \`(${written} "${said}")\`` };
  }
  if (!/\s/.test(address)) {
    const message = `there is another link, image or bracket between these square brackets, ${shown}`;
    return { ...whole, message, fix: "write only words between the square brackets" };
  }
  const message = `there is a space in this address, ${shown}`;
  const correction = { start: start + open, end: start + close, written, address };
  return { ...whole, message, fix: `write the address as \`${written}\``, kind: kindOf(mark), correction };
}

/** Where the bracket that is open ends, on the same line or the next. */
function closingBracket(words: string, from: number): number | undefined {
  let depth = 0;
  let lines = 0;
  for (let at = from; at < Math.min(words.length, from + LONGEST); at++) {
    const sign = words.charAt(at);
    if (sign === "(") depth++;
    else if (sign === ")" && depth-- === 0) return at;
    else if (sign === "\n" && ++lines > 1) return undefined;
  }
  return undefined;
}

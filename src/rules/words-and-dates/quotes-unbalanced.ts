import type { RunningText } from "../../text/running-texts.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";
import { type Mark, type UnpairedMark, withoutPairsInOtherBlocks } from "./unpaired-marks.ts";

/**
 * Curly quotation marks that open and never close, or close and never opened. A quotation of several paragraphs opens
 * in each and closes in the last. `’` is an apostrophe as well, so of single marks only a `‘` after which no `’` comes
 * is certain.
 */
export const quotesUnbalanced = rule({
  id: "quotes-unbalanced",
  severity: "warning",
  group: "words-and-dates",
  summary: "a curly quotation mark has no partner",
  remedy: "put the other mark at the other end of the quotation, or take this one out",
  checks: { runningTexts: check },
});

function check(texts: readonly RunningText[], raise: RaiseFound): void {
  const unpaired: UnpairedMark[] = [];
  for (const [index, running] of texts.entries()) {
    if (!/[“”‘]/.test(running.words) || running.words.includes("„")) continue;
    const { open, closed } = doubleMarks(running);
    const goesOn = texts[index + 1]?.words.trimStart() ?? "";
    const marks = closed.slice(0, 1).map((offset): Mark => ({ offset, kind: "closing" }));
    const [first] = open;
    if (first !== undefined && !goesOn.startsWith("“")) marks.push({ offset: first, kind: "opening" });
    unpaired.push(...marks.map((mark) => ({ ...mark, block: index, running })));
    const single = singleMark(running.words);
    if (single !== undefined && !goesOn.startsWith("‘")) raise(finding(running, single, "opening"));
  }
  for (const { running, offset, kind } of withoutPairsInOtherBlocks(unpaired)) raise(finding(running, offset, kind));
}

function finding({ words, placeAt }: RunningText, offset: number, kind: Mark["kind"]): Found {
  const mark = words.charAt(offset);
  const straight = words.includes('"') ? '; there is a straight " in the same paragraph' : "";
  return {
    place: placeAt(offset, offset + 1),
    message:
      kind === "opening"
        ? `a quotation opens here with ${mark}, and nothing closes it${straight}`
        : `a quotation closes here with ${mark}, and nothing opened it${straight}`,
    fix:
      kind === "opening"
        ? `put ${mark === "“" ? "”" : "’"} at its end, or take the ${mark} out`
        : `put “ at its start, or take the ${mark} out`,
  };
}

/** Where double marks are without a partner in the same block. */
function doubleMarks({ words, kind }: RunningText): {
  readonly open: readonly number[];
  readonly closed: readonly number[];
} {
  const open: number[] = [];
  const closed: number[] = [];
  for (const { 0: mark, index } of words.matchAll(/[“”]/g)) {
    if (mark === "“") open.push(index);
    else if (open.length > 0) open.pop();
    else if (!isInchOrDitto(words, index, kind)) closed.push(index);
  }
  return { open, closed };
}

/** 5” is a length, and ” alone in a cell means "as above". */
function isInchOrDitto(words: string, index: number, kind: RunningText["kind"]): boolean {
  return /\d/.test(words.charAt(index - 1)) || (kind === "tableCell" && words.trim() === "”");
}

/**
 * The first `‘` that opens a quotation with no `’` anywhere after it. Before figures and in ‘tis it is meant as an
 * apostrophe.
 */
function singleMark(words: string): number | undefined {
  const last = words.lastIndexOf("’");
  for (const { index } of words.matchAll(
    /(?<![\p{L}\p{N}])‘(?=[\p{L}“])(?!(?:tis|twas|em|til|till|cause|n|bout|cos)\b)/giu,
  )) {
    if (index > last) return index;
  }
  return undefined;
}

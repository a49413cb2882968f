import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { type UnpairedMark, withoutPairsInOtherBlocks } from "./unpaired-marks.ts";

/** Round brackets that open and never close, or close and never opened; but for "a)" and "1)", which mark items. */
export const bracketsUnbalanced = rule({
  id: "brackets-unbalanced",
  severity: "warning",
  group: "words-and-dates",
  summary: "a bracket has no partner",
  remedy: "put the other bracket at the other end, or take this one out",
  checks: { runningTexts: check },
});

function check(texts: readonly RunningText[], raise: RaiseFound): void {
  const unpaired = texts.flatMap((running, block) => {
    const marks: UnpairedMark[] = [];
    const open: number[] = [];
    for (const { 0: mark, index } of running.words.matchAll(/[()]/g)) {
      if (mark === "(") {
        if (!isFace(running.words, index)) open.push(index);
      } else if (open.length > 0) open.pop();
      else if (marks.length === 0 && !isItemMark(running.words, index) && !isFace(running.words, index))
        marks.push({ offset: index, kind: "closing", block, running });
    }
    const [first] = open;
    return first === undefined ? marks : [...marks, { offset: first, kind: "opening" as const, block, running }];
  });
  for (const { running, offset, kind } of withoutPairsInOtherBlocks(unpaired)) {
    raise({
      place: running.placeAt(offset, offset + 1),
      message:
        kind === "opening"
          ? "a bracket opens here, and nothing closes it"
          : "a bracket closes here, and nothing opened it",
      fix: kind === "opening" ? "put ) at its end, or take the ( out" : "put ( at its start, or take the ) out",
    });
  }
}

/** "a)", "iv)", "12)", "2.1)": at the start of the text or after a blank. */
function isItemMark(words: string, index: number): boolean {
  return /(?:^|[\s([“"‘/-])(?:\p{L}{1,2}|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,2}\p{L}?)[.\s]?$/u.test(
    words.slice(Math.max(0, index - 12), index),
  );
}

/** ":-)" and ":(", but not "Resolved:-(1) …" */
function isFace(words: string, index: number): boolean {
  return /(?:^|\s)[:;]-?$/.test(words.slice(Math.max(0, index - 3), index)) && !/\S/.test(words.charAt(index + 1));
}

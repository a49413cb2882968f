import type { RunningText } from "../../text/running-texts.ts";

export interface Mark {
  readonly offset: number;
  readonly kind: "opening" | "closing";
}

/** A mark that has no partner in its block; `block` counts the blocks of the text. */
export interface UnpairedMark extends Mark {
  readonly block: number;
  readonly running: RunningText;
}

/** So many blocks may be between the two ends of a quotation or bracket that holds a list. */
const REACH = 12;

/**
 * Leaves out an opening mark and the closing one that follows it in a later block: what they hold goes over a list,
 * say.
 */
export function withoutPairsInOtherBlocks(marks: readonly UnpairedMark[]): readonly UnpairedMark[] {
  const left: UnpairedMark[] = [];
  for (const mark of marks) {
    const last = left.at(-1);
    const isPair = mark.kind === "closing" && last?.kind === "opening" && mark.block - last.block <= REACH;
    if (isPair) left.pop();
    else left.push(mark);
  }
  return left;
}

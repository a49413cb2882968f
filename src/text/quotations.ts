import { countWhile } from "./count-while.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is before a straight mark that opens a quotation: in `a 6" pipe` it is a measure. */
const OPENING = /^[\s([–—-]?$/u;

/**
 * The stretches of a block that are between double quotation marks, curly or straight, in the order of the text and
 * without overlap. A mark without its other half opens none.
 */
export function findQuotations(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly start: number; readonly mark: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(/["“”]/gu)) {
    const isEnd = open !== undefined && mark === (open.mark === "“" ? "”" : '"');
    if (open !== undefined && isEnd) {
      found.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (mark === "“" || (mark === '"' && open === undefined && OPENING.test(text.charAt(index - 1))))
      open = { start: index, mark };
  }
  return found;
}

/** Whether something lies within one of some stretches that are in order and apart. */
export function isWithin(stretches: readonly Stretch[], { start, end }: Stretch): boolean {
  const last = stretches[countWhile(stretches, (one) => one.start <= start) - 1];
  return (last?.end ?? 0) >= end;
}

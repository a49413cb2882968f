/** Takes decisions off a tape of bytes that a property generates; where the tape has ended, each decision is the first. */
export interface Choices {
  /** A whole number from 0, below `count`. */
  readonly below: (count: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** True once in `times`; false where the tape has ended. */
  readonly once: (times: number) => boolean;
}

/** The decisions of one tape. Shorter tapes and smaller bytes make simpler things, so that a failing property shrinks. */
export function choicesOf(tape: Uint8Array): Choices {
  let position = 0;
  const below = (count: number): number => (tape[position++] ?? 0) % count;
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error("there is nothing to choose from");
    return chosen;
  };
  return { below, pick, once: (times) => below(times) === times - 1 };
}

/**
 * V8 makes functions faster that run often, in each thread anew. It begins with that so early that for most of ours it
 * takes longer than it saves: these say how many bytes of a function are run, or how often it is, before V8 looks at
 * that again. A newer Node has a compiler that is quicker with it, and gains nothing.
 */
const FASTER_LATER: Readonly<Record<number, string>> = {
  20: "--interrupt-budget=600000",
  22: "--invocation-count-for-turbofan=30000",
};

/** The flags of V8 that help this program on a version of Node, which takes each of them while it runs, too. */
export function flagsOfEngine(version: string): readonly string[] {
  const flag = FASTER_LATER[Number.parseInt(version, 10)];
  return flag === undefined ? [] : [flag];
}

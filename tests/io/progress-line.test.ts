import { describe, expect, it } from "vitest";
import { progressLine } from "../../src/io/progress-line.ts";

/** A line of progress on a screen whose clock the test sets, and what is written there. */
function onScreen(screen: { readonly isTTY?: boolean; readonly columns?: number } = { isTTY: true }) {
  const written: string[] = [];
  let time = 5_000;
  const line = progressLine("Making PDFs", {
    stream: { ...screen, write: (text) => written.push(text) },
    now: () => time,
  });
  const at = (milliseconds: number, done: number, total: number): string | undefined => {
    time = 5_000 + milliseconds;
    const before = written.length;
    line.update(done, total);
    return written[before];
  };
  return { at, written, clear: line.clear };
}

const shown = (text: string): string => `\r${text}\u001b[K`;

describe("the progress of a long run", () => {
  it("says how much is done of how much, how fast it goes, and how long it will take", () => {
    const { at } = onScreen();
    at(500, 5, 400);
    expect(at(1_500, 25, 400)).toBe(shown("Making PDFs: 25 of 400, 20 a second, 19 s left"));
    expect(at(3_500, 30, 400)).toBe(shown("Making PDFs: 30 of 400, 8.3 a second, 45 s left"));
  });

  it.each([
    [3_000, "2 min 30 s"],
    [1_220, "1 min 1 s"],
    [144_000, "2 h 0 min"],
  ])("with %i to do at 20 a second says %s", (total, left) => {
    const { at } = onScreen();
    at(1_000, 0, total);
    expect(at(2_000, 20, total + 20)).toBe(shown(`Making PDFs: 20 of ${total + 20}, 20 a second, ${left} left`));
  });

  it("goes by the last ten seconds, so that what was taken from a cache promises nothing", () => {
    const { at } = onScreen();
    at(1_000, 0, 10_000);
    at(2_000, 9_000, 10_000);
    at(3_000, 9_010, 10_000);
    expect(at(14_000, 9_120, 10_000)).toBe(shown("Making PDFs: 9120 of 10000, 10 a second, 1 min 28 s left"));
  });

  it("knows how fast it goes also where one takes longer than that", () => {
    const { at } = onScreen();
    at(1_000, 0, 3);
    expect(at(26_000, 1, 3)).toBe(shown("Making PDFs: 1 of 3, 25 s each, 50 s left"));
  });

  it("promises nothing as long as nothing is done", () => {
    const { at } = onScreen();
    at(1_000, 0, 3);
    expect(at(4_000, 0, 3)).toBe(shown("Making PDFs: 0 of 3"));
  });

  it("is silent for a second, and then written ten times a second at most", () => {
    const { at, written, clear } = onScreen();
    for (let time = 0; time < 1_000; time += 10) at(time, time, 9_999);
    clear();
    expect(written).toEqual([]);
    for (let time = 1_000; time < 2_000; time += 10) at(time, time, 9_999);
    expect(written.length).toBe(10);
    clear();
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("is silent where nobody sits before it", () => {
    const { at, written, clear } = onScreen({});
    for (let time = 0; time < 60_000; time += 500) at(time, time, 60_000);
    clear();
    expect(written).toEqual([]);
  });

  it("stays on its line, however narrow that is", () => {
    const { at } = onScreen({ isTTY: true, columns: 30 });
    at(500, 5, 400);
    expect(at(1_500, 25, 400)).toBe(shown("Making PDFs: 25 of 400, 20 a "));
  });
});

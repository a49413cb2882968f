import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { rows, runs } from "../lane.ts";

const SCRIPT = fileURLToPath(new URL("slow-patterns.mjs", import.meta.url));

interface Found {
  readonly looked: number;
  readonly slow: readonly { readonly file: string; readonly source: string; readonly pieces: readonly string[] }[];
}

async function slowPatterns(...args: readonly string[]): Promise<Found> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Found;
}

describe("the program's regular expressions", () => {
  it("take time in proportion to a text, whatever is repeated in it", async () => {
    const { looked, slow } = await slowPatterns("--one-in", `${runs(10, 1)}`);
    expect(looked).toBeGreaterThan(1000);
    expect(slow).toEqual([]);
  });

  it("would be seen if they did not", async () => {
    const planted = {
      "a run of blanks that is read from each": "\\s+$",
      "a run of digits and blanks": "(?: \\d+)+$",
      "two kinds after each other": "[A-Z]+\\.[a-z]x|(?:a\\.)+$",
      "brackets without end": "\\[[^\\]]+\\]",
      "names after a title": "(?:^|[ (])Mr (?:[A-Z]\\w* )*x$",
      "all ways to part a short text": "Mr (?:[A-Z][a-zA-Z]* ?)*$",
      "all ways to part a run of letters": "(a+)+$",
    };
    const patterns = rows(Object.entries(planted), 2).map(([file, source]) => ({ file, source, flags: "u" }));
    // What finds references is asked of sentences alone, and so for nothing but all ways to part a short text.
    const inSentence = { file: "report/references/a.ts", source: planted["all ways to part a short text"], flags: "u" };
    const { slow } = await slowPatterns("--these", JSON.stringify([...patterns, inSentence]));
    expect(slow.map(({ file }) => file)).toEqual([...patterns, inSentence].map(({ file }) => file));
  });
});

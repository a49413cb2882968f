import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { isThorough, rows, runs } from "../lane.ts";

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
    const { looked, slow } = await slowPatterns("--every", `${runs(8, 1)}`);
    expect(looked).toBeGreaterThan(runs(85, 700));
    expect(slow).toEqual([]);
  });

  const planted = [
    ["a run of blanks that is read from each", "\\s+$"],
    ["a run of digits and blanks", "(?: \\d+)+$"],
    ["brackets without end", "\\[[^\\]]+\\]"],
    ["names after a title", "(?:^|[ (])Mr (?:[A-Z]\\w* )*x$"],
  ] as const;

  it.each(rows(planted, 1))("would be seen if they did not: %s", async (_name, source) => {
    const { slow } = await slowPatterns("--these", JSON.stringify([{ file: "", source, flags: "u" }]));
    expect(slow).toHaveLength(1);
  });

  it.runIf(isThorough)("would be seen if they tried all ways to part a short text", async () => {
    const source = "Mr (?:[A-Z][a-zA-Z]* ?)*$";
    const { slow } = await slowPatterns(
      "--these",
      JSON.stringify([{ file: "report/reference-a.ts", source, flags: "u" }]),
    );
    expect(slow).toHaveLength(1);
  });
});

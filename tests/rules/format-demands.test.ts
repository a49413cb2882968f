import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { PATH } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { demands, type Example, unbuilt } from "./format-demands.ts";

const FORMAT = new URL("../../../shared/FORMAT.md", import.meta.url);
const isThere = existsSync(FORMAT);

/** "rule severity path:line: message fix" of each finding in the content of an example. */
async function findingsIn({ files, links = {} }: Example) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
  return checkContent(await readContent(folder), {}).diagnostics;
}

const cases = demands.flatMap(({ quoted, examples }) =>
  examples.map((example) => ({ quoted, example, rule: example.rule, at: example.at })),
);

describe("what the format demands is found, as grave as it says and at its line", () => {
  it.each(cases)("$rule at $at: $quoted", async ({ example: { rule, severity, at, words = /./ }, example }) => {
    const found = await findingsIn(example);
    const place = at.includes(":") ? at : `${PATH}:${at}`;
    const told = found.map((one) => `${one.rule} ${one.severity} ${one.place.path}:${one.place.line}`);
    expect(told.join("\n")).toContain(`${rule} ${severity} ${place}`);
    const message = found.find((one) => one.rule === rule);
    expect(`${message?.message} ${message?.fix}`).toMatch(words);
    expect(message?.place.column).toBeGreaterThan(0);
  });
});

describe.skipIf(!isThere)(
  `the format${isThere ? "" : " (skipped: it is not beside the repository, in ../shared/FORMAT.md)"}`,
  () => {
    const sentences = isThere ? sentencesOf(readFileSync(FORMAT, "utf8")) : [];
    const demanding = sentences.filter(
      (sentence) =>
        /\b(?:errors?|warnings?|hints?|refused)\b/i.test(sentence) && !unbuilt.some((part) => sentence.includes(part)),
    );

    it("has sentences that demand findings", () => {
      expect(demanding.length).toBeGreaterThan(25);
    });

    it.each(unbuilt)("still says, of what is not built, “%s”", (quoted) => {
      expect(sentences.some((sentence) => sentence.includes(quoted))).toBe(true);
    });

    it.each(demands)("still says “$quoted”", ({ quoted }) => {
      expect(sentences.some((sentence) => sentence.includes(quoted))).toBe(true);
    });

    it("has no sentence with error, warning, hint or refused that has no example", () => {
      expect(demanding.filter((sentence) => !demands.some(({ quoted }) => sentence.includes(quoted)))).toEqual([]);
    });

    /** Each word that names a gravity is one demand at least: a sentence with three of them has three examples or more. */
    it("has as many examples for a sentence as that names gravities", () => {
      const short = demanding.filter((sentence) => {
        const named = [...sentence.matchAll(/\b(?:an error|a warning|a hint|are errors|refused)\b/gi)].length;
        const examples = demands.filter(({ quoted }) => sentence.includes(quoted)).flatMap((demand) => demand.examples);
        return examples.length < named;
      });
      expect(short).toEqual([]);
    });
  },
);

/** The sentences of the format, each on one line: of its paragraphs, items, cells and the comments in its examples. */
function sentencesOf(text: string): readonly string[] {
  const inExamples = [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.split("\n"));
  const blocks = text.replace(/```[\s\S]*?```/g, "\n\n").split(/\n\s*\n|\n(?=[*|#])/);
  return [
    ...inExamples,
    ...blocks.flatMap((block) => block.replace(/\s+/g, " ").split(/(?<=[.!?])\s+(?=[A-Z`“*("])|(?<=\|)\s/)),
  ].filter((sentence) => sentence.trim() !== "");
}

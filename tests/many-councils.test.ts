import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder, writeFiles } from "./content-folders.ts";

const GUIDE = readFileSync(new URL("../docs/many-councils.md", import.meta.url), "utf8");
const examples = (language: string): readonly string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, text = ""]) => text);

const COUNCILS = ["aldermere", "brackley", "coldmoor", "dunford", "eastvale"];

/** Runs the script of the guide, in place of the program with one that says what it was asked and fails at Coldmoor. */
function buildGroup(number: number, of: number) {
  const folder = temporaryFolder();
  for (const council of COUNCILS) mkdirSync(join(folder, council, "content"), { recursive: true });
  const [script = ""] = examples("bash");
  const program = '#!/bin/sh\necho "$@"\ncase "$*" in *coldmoor*) exit 1;; esac\n';
  writeFiles(folder, { "build-group.sh": script, "bin/npx": program });
  const found = spawnSync(
    "bash",
    ["-c", 'chmod +x bin/npx && exec bash build-group.sh "$1" "$2"', "-", `${number}`, `${of}`],
    {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter) },
    },
  );
  return { status: found.status, asked: found.stdout.split("\n").filter(Boolean) };
}

it.runIf(process.platform !== "win32")("the script of the guide builds each council once, in one of the groups", () => {
  const groups = [0, 1].map((number) => buildGroup(number, 2));
  const councils = groups.flatMap(({ asked }) => asked.map((line) => /build (\w+)\/content/.exec(line)?.[1]));
  expect(councils.toSorted()).toEqual(COUNCILS);
  expect(groups.flatMap(({ asked }) => asked).toSorted()[0]).toBe(
    "--no scrutineer build aldermere/content --base https://scrutiny.example.org/aldermere/ --out sites/aldermere --cache .cache/scrutineer/aldermere --as-of today",
  );
});

it.runIf(process.platform !== "win32")(
  "where one cannot be built, the others of its group are, and the job fails",
  () => {
    const [first, second] = [buildGroup(1, 2), buildGroup(0, 2)];
    expect(first.asked).toHaveLength(3);
    expect(first.status).toBe(1);
    expect(second.status).toBe(0);
  },
);

it("the jobs of the guide build each group that the script is asked for", () => {
  const [github, gitlab] = examples("yaml").map((text): unknown => parse(text));
  expect(github).toMatchObject({
    jobs: { build: { strategy: { matrix: { group: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] } } }, publish: { needs: "build" } },
  });
  expect(JSON.stringify(github)).toMatch(/build-group\.sh \$\{\{ matrix\.group \}\} 10/);
  expect(gitlab).toMatchObject({ build: { parallel: 10 } });
});

import { join } from "node:path";
import { expect, it } from "vitest";
import { wasLarge } from "../../src/commands/build-apart.ts";
import { digestsOfFiles } from "../../src/io/digests-of-files.ts";
import { temporaryFolder } from "../content-folders.ts";

it("the last build was large where it wrote down the digests of thousands of files", () => {
  const root = temporaryFolder();
  const files = { read: () => Buffer.from("The Panel met."), stamp: () => "1234567 7000 1764547200000000000" };
  const options = { out: join(root, "dist"), edition: "public", printing: { format: "pretty", color: false } } as const;
  const wasLargeAfter = (count: number): boolean => {
    const cache = join(root, `kept-${count}`);
    const paths = Array.from({ length: count }, (_, number) => `reports/2019/update-on-the-budget-${number}.md`);
    digestsOfFiles(files, cache).remember(paths);
    return wasLarge({ ...options, cache });
  };
  expect([wasLargeAfter(1), wasLargeAfter(1000), wasLargeAfter(12_000)]).toEqual([false, false, true]);
  expect(wasLarge(options)).toBe(false);
  expect(wasLarge({ ...options, cache: false })).toBe(false);
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "../../src/io/content-files.ts";
import { DISK, type Disk, type DiskFacts } from "../../src/io/disk.ts";
import { compareWithLast, rememberBuild } from "../../src/io/last-build.ts";
import { listTree, stateOf } from "../../src/io/listed-tree.ts";
import { temporaryFolder } from "../content-folders.ts";

const DAY = 86_400_000;

/** A content folder, its site, and a disk that says of each file what `facts` makes of the truth, and counts readings. */
function folders(facts: (truth: DiskFacts) => DiskFacts = (truth) => ({ ...truth, changedAt: truth.changedAt - DAY })) {
  const root = temporaryFolder();
  const [content, output, kept] = [join(root, "content"), join(root, "dist"), join(root, "kept")];
  mkdirSync(content);
  mkdirSync(output);
  const report = join(content, "a.md");
  writeFileSync(report, "one");
  writeFileSync(join(output, "index.html"), "one");
  let readings = 0;
  const disk: Disk = {
    list: DISK.list,
    factsOf: (path) => facts(DISK.factsOf(path)),
    read: (path) => {
      readings += 1;
      const { bytes, after } = DISK.read(path);
      return { bytes, after: facts(after) };
    },
  };
  const compare = (options: readonly unknown[] = []) => {
    readings = 0;
    const files = filesOnDisk(content, disk);
    const digestOfFile = (path: string): string => Buffer.from(files.read(path)).toString();
    const compared = compareWithLast(kept, { files, digestOfFile, options, output });
    return { ...compared, readings };
  };
  const remember = ({ digests }: ReturnType<typeof compare>): void => {
    if (digests === undefined) throw new Error("nothing is known of the content");
    const counts = { errors: 0, warnings: 0, hints: 0 };
    rememberBuild(kept, { ...digests, output: stateOf(output, listTree(output)), counts, published: "1 report" });
  };
  return { content, report, output, compare, remember };
}

describe("what was published before", () => {
  it("is known without a reading where the disk says the same of each file", () => {
    const { compare, remember } = folders();
    remember(compare());
    const { last, readings } = compare();
    expect([last?.published, readings]).toEqual(["1 report", 0]);
  });

  it("is known by the bytes of files that were written again, and next time without a reading", () => {
    const { compare, remember, report } = folders();
    remember(compare());
    writeFileSync(report, "one");
    const again = compare();
    expect([again.last?.published, again.readings]).toEqual(["1 report", 1]);
    expect(compare()).toMatchObject({ last: { published: "1 report" }, readings: 0 });
  });

  it.each<[string, (at: ReturnType<typeof folders>) => void]>([
    ["other bytes", ({ report }) => writeFileSync(report, "two")],
    ["another file", ({ content }) => writeFileSync(join(content, "b.md"), "")],
    ["a folder that is called like a text", ({ content }) => mkdirSync(join(content, "b.md"))],
    ["another site", ({ output }) => writeFileSync(join(output, "index.html"), "two")],
  ])("is another where there is %s", (_, change) => {
    const at = folders();
    at.remember(at.compare());
    change(at);
    expect(at.compare().last).toBeUndefined();
  });

  it("is another where the options are", () => {
    const { compare, remember } = folders();
    remember(compare());
    expect(compare([true]).last).toBeUndefined();
    expect(compare().last).toBeDefined();
  });

  it("is another where a file was changed a moment after it was listed, and the disk says the same of it", () => {
    const changedAt = Date.now();
    const { compare, remember, report } = folders(() => ({ size: 3, stamp: "the same", changedAt }));
    remember(compare());
    writeFileSync(report, "two");
    expect(compare().last).toBeUndefined();
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { frameAt } from "../src/diagnostics/diagnostic.ts";
import { putAside } from "../src/io/put-aside.ts";
import { templatesWith } from "../src/io/read-templates.ts";
import { Sealed } from "../src/model/sealed.ts";
import { makeOutputs } from "../src/outputs/index.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import { noCache, openingLightly } from "../src/site/compile-cache.ts";
import { openedReports } from "../src/site/opened-reports.ts";
import { reportOf } from "./compile-text.ts";
import { contentOf } from "./fixes/fixed-text.ts";

/** Each is so long that what else there is does not count. */
const TEXT = "The Panel met, and asked for more. ".repeat(8000);
const TEXTS = Array.from({ length: 16 }, (_, number) => number);

/** How many bytes are held by what is made, in the lengths of a text. */
async function textsHeldBy(make: () => unknown): Promise<number> {
  const before = await bytesHeld();
  const made = make();
  const after = await bytesHeld();
  expect(made).toBeDefined();
  return (after - before) / TEXT.length;
}

/** What is let go is not all gone at the first collection: buffers are freed in a thread, after it. */
async function bytesHeld(): Promise<number> {
  const session = new Session();
  session.connect();
  const seen: number[] = [];
  for (let time = 0; time < 4; time++) {
    await session.post("HeapProfiler.collectGarbage");
    await setImmediate();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    seen.push(heapUsed + arrayBuffers);
  }
  session.disconnect();
  return Math.min(...seen);
}

it("reports that are read each time are opened, and their texts are not held", async () => {
  const paths = TEXTS.map((number) => `reports/${number}.md`);
  const content = contentOf({});
  const texts = {
    ...content.texts,
    isHeld: false,
    has: (path: string) => paths.includes(path),
    keys: () => new Set(paths),
    get: (path: string) => new Sealed(new Uint8Array(Buffer.from(reportOf({ title: path }, TEXT)))),
  };
  const { open } = openingLightly(noCache());
  const held = await textsHeldBy(() => {
    const reports = openedReports({ ...content, texts }, paths, { openings: new WeakMap(), open });
    for (const path of paths) expect(reports.open(path)?.reading?.frontmatter.title).toBe(path);
    return reports;
  });
  expect(held).toBeLessThan(4);
});

it("what is put aside is not held", async () => {
  const folder = mkdtempSync(join(tmpdir(), "held-"));
  const aside = putAside(() => folder);
  try {
    const reads: (() => string)[] = [];
    const held = await textsHeldBy(() => {
      for (const number of TEXTS) reads.push(aside.putText(`${number} ${TEXT}`));
      return reads;
    });
    expect(held).toBeLessThan(4);
    expect(reads[7]?.()).toBe(`7 ${TEXT}`);
  } finally {
    aside.close();
    rmSync(folder, { recursive: true });
  }
});

it("the lines that a finding shows do not hold the text that they are of", async () => {
  const held = await textsHeldBy(() =>
    TEXTS.map((number) => {
      const lines = `${number} is the line above it\n\n${number} is the line that is shown\n${TEXT}`.split("\n");
      return frameAt(lines, { path: "reports/a.md", line: 3, column: 1 });
    }),
  );
  expect(held).toBeLessThan(4);
});

it("no file of a site holds the text that was made for it, where there is another place for that", async () => {
  const reports = ["a", "b", "c"].map((name) => [
    `reports/${name}.md`,
    reportOf(
      { committee: "Health Committee" },
      "The Panel asked the HSB (Health Scrutiny Board) and the HSB agreed.\n",
    ),
  ]);
  const { site } = checkContent(contentOf(Object.fromEntries(reports)), {});
  const templates = await templatesWith(undefined);
  const whole = makeOutputs(site, templates);
  const put: string[] = [];
  const made = (text: string) => ({ again: () => put[put.indexOf(text)] ?? "", hash: String(put.push(text)) });
  const files = makeOutputs(site, { ...templates, known: { ...templates.known, made } });
  const textOf = (content: (typeof files)[number]["content"]): unknown => {
    if ("again" in content) return content.again();
    return "text" in content ? content.text : content;
  };
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(({ content }) => "text" in content).map(({ path }) => path)).toEqual([]);
  expect(files.map(({ path, content }) => [path, textOf(content)])).toEqual(
    whole.map(({ path, content }) => [path, textOf(content)]),
  );
});

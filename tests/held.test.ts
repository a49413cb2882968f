import { mkdtempSync, rmSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import { expect, it } from "vitest";
import { type Diagnostic, frameAt } from "../src/diagnostics/diagnostic.ts";
import { hashOf } from "../src/io/file-hash.ts";
import { putAside } from "../src/io/put-aside.ts";
import { templatesWith } from "../src/io/read-templates.ts";
import type { Report } from "../src/model/report.ts";
import { Sealed } from "../src/model/sealed.ts";
import { makeOutputs } from "../src/outputs/index.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import {
  type CompileCache,
  type CompileStore,
  type Kept,
  type KeptApart,
  keptIn,
  noCache,
  openingLightly,
  type Stored,
} from "../src/site/compile-cache.ts";
import { puttingFindingsAside } from "../src/site/findings-aside.ts";
import { openedReports } from "../src/site/opened-reports.ts";
import { lengthened, shortened } from "../src/site/short-reports.ts";
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

/** Many, so that what else there is does not count. */
const MANY = Array.from({ length: 4000 }, (_, number) => number);

/** How many bytes are held by each of many things. */
async function bytesHeldByEach(make: (number: number) => unknown): Promise<number> {
  for (const number of MANY.slice(0, 500)) make(number);
  const made: unknown[] = [];
  const before = await bytesHeld();
  for (const number of MANY) made.push(make(number));
  const after = await bytesHeld();
  expect(made.length).toBe(MANY.length);
  return (after - before) / MANY.length;
}

/** The report that is compiled of a text. */
function compiledReport(text: string): Report {
  const [report] = checkContent(contentOf({ "reports/a.md": text }), {}).site.reports;
  if (report === undefined) throw new Error("there is no report");
  return report;
}

it("reports of which the long parts are elsewhere hold no functions of their own", async () => {
  const { short, long } = shortened(compiledReport(reportOf({}, "The Panel met.\n")));
  expect(await bytesHeldByEach(() => lengthened(short, () => long))).toBeLessThan(700);
});

it("a report that is opened holds little beside its fields", async () => {
  const texts = new Sealed(new Uint8Array(Buffer.from(reportOf({}, "The Panel met.\n"))));
  const paths = MANY.map((number) => `reports/${number}.md`);
  const content = contentOf({});
  const { open } = openingLightly(noCache());
  const light = { ...content, texts: { ...content.texts, isHeld: false, get: () => texts } };
  const reports = openedReports(light, paths, { openings: new WeakMap(), open });
  expect(await bytesHeldByEach((number) => reports.open(`reports/${number}.md`))).toBeLessThan(1900);
});

it("of what is short of a report its abbreviations and fragments take little", async () => {
  const names = Array.from(
    { length: 40 },
    (_, number) => `Q${String.fromCharCode(65 + number / 8, 65 + (number % 8))}`,
  );
  const text = `The Panel’s ${names.join(" and ")}.\n\n${names.map((name) => `*[${name}]: ${name} Board\n`).join("")}`;
  const { short, long } = shortened(compiledReport(reportOf({}, text)));
  const bytes = await bytesHeldByEach(() => deserialize(serialize(short)));
  expect(lengthened(short, () => long).abbreviations.length).toBe(40);
  expect(bytes).toBeLessThan(7000);
});

it("what a store has of a report is let go when the report is compiled", async () => {
  const entries = new Map<string, Buffer>();
  const read = (path: string): Stored | undefined => {
    const bytes = entries.get(path);
    if (bytes === undefined) return undefined;
    const { kept, long, words }: { readonly kept: Kept } & KeptApart = deserialize(bytes);
    return { kept, digest: path, long: () => long, words: () => words };
  };
  const store: CompileStore = {
    // Of the settings it is so long that it shows whether a report's is held.
    digestOf: (...parts) => `${hashOf(parts.join(" "))}${parts.join(" ").includes("severities") ? TEXT : ""}`,
    keyOf: ({ path }) => path,
    read,
    write: (path, _, kept, apart) => {
      entries.set(path, serialize({ kept, ...apart }));
      return read(path);
    },
  };
  const files = TEXTS.map((number) => [`reports/${number}.md`, reportOf({}, `The Panel met ${number} times.\n`)]);
  const content = contentOf(Object.fromEntries(files));
  checkContent(content, { cache: keptIn(store, noCache()) });
  expect(entries.size).toBe(TEXTS.length);
  const compiled: string[] = [];
  const cache: CompileCache = {
    ...noCache(),
    compile: (opened, context, edition) => {
      compiled.push(opened.source.path);
      return noCache().compile(opened, context, edition);
    },
  };
  const held = await textsHeldBy(() => checkContent(content, { cache: keptIn(store, cache) }));
  expect(compiled).toEqual([]);
  expect(held).toBeLessThan(4);
});

it("the words of findings are not held that are put aside", async () => {
  const frame = { line: "a", above: { number: 2, text: "b" } };
  const place = { path: "reports/a.md", line: 3, column: 1 };
  const words = { rule: "word-twice", severity: "warning", summary: "twice", remedy: "take one out" } as const;
  const finding = (number: number): Diagnostic => ({ ...words, place, frame, message: `${number} ${TEXT}` });
  const folder = mkdtempSync(join(tmpdir(), "held-"));
  const aside = putAside(() => folder);
  try {
    const put = puttingFindingsAside(aside.putText);
    const held: (readonly Diagnostic[])[] = [];
    const texts = await textsHeldBy(() => {
      for (const number of TEXTS) held.push(put([finding(number), finding(-number)]));
      return held;
    });
    expect(texts).toBeLessThan(4);
    expect(held[7]).toEqual([finding(7), finding(-7)]);
    expect(put(held[7] ?? [])).toBe(held[7]);
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

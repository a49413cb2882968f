import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { Sealed } from "../../src/model/sealed.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import {
  type CompileCache,
  type CompileStore,
  type Kept,
  keptIn,
  noCache,
  type Stored,
} from "../../src/site/compile-cache.ts";
import { reportOf } from "../compile-text.ts";
import { contentOf } from "../fixes/fixed-text.ts";

/** A store in memory. */
function storeInMemory(): CompileStore {
  const entries = new Map<string, Stored>();
  return {
    digestOf: (...parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex"),
    keyOf: ({ path, text }) => JSON.stringify([path, Sealed.open(text)]),
    read: (path, key) => entries.get(`${path} ${key}`),
    write: (path, key, kept, { long, words }) => {
      const stored = { kept, digest: `${path} ${key}`, long: () => long, words: () => words };
      entries.set(`${path} ${key}`, stored);
      return stored;
    },
  };
}

const TEXT = "The Panel met.\n";
const SOUND = {
  "reports/a.md": reportOf({}, TEXT),
  "reports/b.md": reportOf({ annexes: "[{title: A map, file: b/map.pdf}]" }, TEXT),
};
const CLOSED = {
  "reports/c.md": reportOf({ confidential: "{paragraphs: [3]}", "public-title": "A contract" }, TEXT),
  "reports/d.md": reportOf({ draft: "true" }, TEXT),
};

/** The paths of the reports whose frontmatter is read, and what a check finds. */
function check(store: CompileStore, files: Readonly<Record<string, string>>, settings?: string) {
  const opened: string[] = [];
  const cache: CompileCache = noCache();
  const counted: CompileCache = {
    ...cache,
    open: (source) => {
      opened.push(source.path);
      return cache.open(source);
    },
  };
  const { diagnostics, site } = checkContent(contentOf(files, settings), { cache: keptIn(store, counted) });
  return {
    opened: [...new Set(opened)],
    diagnostics,
    titles: site.reports.map(({ frontmatter }) => frontmatter.title),
  };
}

it("the frontmatter of a report that is public, and sound, is read once", () => {
  const store = storeInMemory();
  const files = { "reports/a.md": SOUND["reports/a.md"] };
  const first = check(store, files);
  expect(first.opened).toEqual(["reports/a.md"]);
  expect(check(store, files)).toEqual({ ...first, opened: [] });
});

it("it is read again where the text, or its path, is another", () => {
  const store = storeInMemory();
  check(store, SOUND);
  expect(check(store, { "reports/b.md": SOUND["reports/a.md"] }).opened).toEqual(["reports/b.md"]);
  const closed = SOUND["reports/a.md"].replace("confidential: No", "confidential: {paragraphs: [3]}");
  expect(closed).not.toBe(SOUND["reports/a.md"]);
  const after = check(store, { ...SOUND, "reports/a.md": closed });
  expect(after.opened).toContain("reports/a.md");
  expect(after.titles).toEqual(check(storeInMemory(), { ...SOUND, "reports/a.md": closed }).titles);
});

it("that of all others is read each time, and gives the same findings", () => {
  const store = storeInMemory();
  const first = check(store, { ...SOUND, ...CLOSED });
  const second = check(store, { ...SOUND, ...CLOSED });
  expect(second).toEqual({ ...first, opened: second.opened });
  expect(second.opened).toEqual(expect.arrayContaining(Object.keys(CLOSED)));
  expect(second.opened).not.toContain("reports/a.md");
});

it.each([
  "known: [XYZ]",
  "abbreviations: {XYZ: Example Youth Zone}",
  "rules: {abbreviation-undefined: off}",
  "committees: [{id: panel, name: The Panel}]",
])("a report is compiled again where the settings say something else: %s", (line) => {
  const store = storeInMemory();
  const files = { "reports/a.md": reportOf({}, "The XYZ met, and XYZ met again.\n") };
  const council = "council: Aldermere Borough Council\n";
  const [before, after] = [council, `${council}${line}\n`].map((settings) => check(storeInMemory(), files, settings));
  check(store, files, council);
  expect(check(store, files, `${council}${line}\n`).diagnostics).toEqual(after?.diagnostics);
  expect(check(store, files, council).diagnostics).toEqual(before?.diagnostics);
});

it("what is kept of a report has its frontmatter once", () => {
  const kept: Kept[] = [];
  const store = storeInMemory();
  const keeping: CompileStore = {
    ...store,
    write: (path, key, entry, apart) => {
      kept.push(entry);
      return store.write(path, key, entry, apart);
    },
  };
  check(keeping, SOUND);
  expect(kept.map(({ opening, compiled }) => opening.frontmatter === compiled.report.shown.frontmatter)).toEqual([
    true,
  ]);
});

it("what was found is told in the same words where these are lost", () => {
  const store = storeInMemory();
  const forgetful: CompileStore = {
    ...store,
    read: (path, key) => {
      const stored = store.read(path, key);
      return stored && { ...stored, words: () => undefined };
    },
  };
  const files = { "reports/a.md": reportOf({}, "The the XYZ met, and XYZ met again.\n") };
  const { diagnostics } = check(store, files);
  expect(diagnostics.map(({ rule }) => rule)).toContain("abbreviation-undefined");
  expect(check(store, files).opened).toEqual([]);
  expect(check(forgetful, files).diagnostics).toEqual(diagnostics);
});

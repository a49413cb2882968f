import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { serialize } from "node:v8";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { runBuild } from "../../src/commands/build.ts";
import { readEntry } from "../../src/io/kept-entries.ts";
import { outputs } from "../../src/outputs/index.ts";
import { reportOf } from "../compile-text.ts";
import { filesIn, temporaryFolder } from "../content-folders.ts";
import { rows, runs } from "../lane.ts";

/** A token in everything that is withheld: none may be kept. */
const TOKEN = "Qxwithheldz";

const NAMES = ["a", "b", "c", "d"] as const;
const DAYS = ["4 March 2019", "8 April 2019"] as const;

interface State {
  readonly reports: ReadonlyMap<string, ReportState>;
  readonly settings: string;
  readonly meeting: boolean;
}

interface ReportState {
  readonly words: string;
  readonly flag: "public" | "withheld" | "draft" | "passage";
  readonly link: string;
  readonly hasAnnex: boolean;
  readonly meets: boolean;
  /** The report that it names as the same in the other language; those of the first half of names are in Welsh. */
  readonly translation: string;
}

/** Those of one length give a report the same title, so that no list tells them apart. */
const WORDS = [
  "The Panel met.",
  "The Panel sat.",
  "They met.\n\nOK.",
  "The Rivers Action Group (RAG) met.",
  "RAG met at the depot.",
] as const;
const FLAGS = ["public", "public", "public", "withheld", "draft", "passage"] as const;

const reportState = fc.record<ReportState>({
  words: fc.constantFrom(...WORDS),
  flag: fc.constantFrom(...FLAGS),
  link: fc.constantFrom("", ...NAMES.map((name) => `[more](${name}.md#para-1)`), "[figures](a/figures.csv)"),
  hasAnnex: fc.boolean(),
  meets: fc.boolean(),
  translation: fc.constantFrom("", ...NAMES),
});

const settings = fc.constantFrom(
  "",
  "abbreviations: {RAG: Rivers Action Group}\n",
  "rules: {abbreviation-unused: off}\n",
  "footer: {text: Town Hall}\nlicence: OGL-UK-3.0\n",
  "known: [RAG]\n",
  "base-url: https://reports.example.gov.uk/\nlang: cy\n",
);

const state = fc.record<State>({
  reports: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), reportState), { selector: ([name]) => name })
    .map((all) => new Map(all)),
  settings,
  meeting: fc.boolean(),
});

/** One change to the content, as an officer makes it between two builds. */
const edit = fc.oneof(
  fc.tuple(fc.constantFrom(...NAMES), reportState).map(
    ([name, report]) =>
      (before: State): State => ({
        ...before,
        reports: new Map([...before.reports, [name, report]]),
      }),
  ),
  fc.constantFrom(...NAMES).map(
    (name) =>
      (before: State): State => ({
        ...before,
        reports: new Map([...before.reports].filter(([other]) => other !== name)),
      }),
  ),
  fc.constantFrom(...FLAGS).map(
    (flag) =>
      (before: State): State => ({
        ...before,
        reports: new Map(
          [...before.reports].map(([name, report], index) => [name, index === 0 ? { ...report, flag } : report]),
        ),
      }),
  ),
  fc.constantFrom(...WORDS).map(
    (words) =>
      (before: State): State => ({
        ...before,
        reports: new Map(
          [...before.reports].map(([name, report], index) => [name, index === 0 ? { ...report, words } : report]),
        ),
      }),
  ),
  settings.map(
    (written) =>
      (before: State): State => ({ ...before, settings: written }),
  ),
  fc.constant((before: State): State => ({ ...before, meeting: !before.meeting })),
);

/** What happens to the folder of what is kept between two builds. */
const mishap = fc.constantFrom("nothing", "nothing", "damage", "cut", "go back", "lose") satisfies fc.Arbitrary<string>;

const UNCHANGED = [(before: State): State => before, "nothing", 0] as const;

function textOf(name: string, { words, flag, link, hasAnnex, meets, translation }: ReportState): string {
  const isClosed = flag === "withheld";
  const fields = {
    title: isClosed ? `Report ${name} of ${TOKEN}` : `Report ${name} of ${words.length}`,
    ...(meets ? { committee: "Panel", meeting: "8 April 2019" } : {}),
    date: DAYS[name.length % 2] ?? DAYS[0],
    ...(isClosed ? { confidential: "{paragraphs: [3]}", "public-title": "A contract" } : {}),
    ...(flag === "draft" ? { draft: "true" } : {}),
    ...(translation === "" ? {} : { translation: `${translation}.md` }),
    ...(name < "c" ? { lang: "cy" } : {}),
    ...(hasAnnex ? { annexes: `[{title: Figures, file: ${name}/figures.csv}]` } : {}),
  };
  const secret = flag === "public" ? "" : `The price is ${TOKEN}.`;
  const body = flag === "passage" ? `:::exempt{paragraphs=3}\n${secret}\n:::` : secret;
  return reportOf(fields, `${words}\n\n${link}\n\n${hasAnnex ? "See Annex A." : ""}\n\n${body}\n`);
}

function writeContent(root: string, { reports, settings, meeting }: State): void {
  rmSync(join(root, "content"), { recursive: true, force: true });
  const files: Record<string, string> = { "site.yml": `council: Aldermere Borough Council\n${settings}` };
  for (const [name, report] of reports) {
    files[`reports/${name}.md`] = textOf(name, report);
    if (report.hasAnnex) files[`reports/${name}/figures.csv`] = report.flag === "public" ? "a,1\n" : `${TOKEN},1\n`;
  }
  if (meeting) files["meetings/panel/2019-04-08.md"] = "---\nvenue: The depot\n---\n";
  if (meeting) files["pages/about.md"] = "---\ntitle: About\n---\n\nThe Panel.\n";
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "content", path)), { recursive: true });
    writeFileSync(join(root, "content", path), text);
  }
}

/** Puts words into a template of the site's own. */
function writeTemplate(root: string, words: string, template = "home", before = "{{/layout}}"): void {
  const own = readFileSync(new URL(`../../templates/${template}.hbs`, import.meta.url), "utf8");
  mkdirSync(join(root, "content/templates"), { recursive: true });
  writeFileSync(
    join(root, `content/templates/${template}.hbs`),
    own.replace(before, () => `<p>${words}</p>\n${before}`),
  );
}

function build(root: string, out: string, cache: string | false | undefined, allowRemovals = true): Promise<0 | 1> {
  const printing = { format: "pretty", quiet: true, color: false } as const;
  return runBuild(join(root, "content"), {
    out: join(root, out),
    edition: "public",
    cache,
    keepGoing: allowRemovals,
    allowRemovals,
    pdf: false,
    search: false,
    printing,
  });
}

async function quietly<Result>(run: () => Promise<Result>): Promise<Result> {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    return await run();
  } finally {
    process.stderr.write = write;
  }
}

function suffer(folder: string, old: string, what: string, seed: number): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const file = files[seed % Math.max(1, files.length)];
  if (what === "lose") rmSync(folder, { recursive: true });
  if (what === "go back" && existsSync(old)) cpSync(old, folder, { recursive: true });
  if (file === undefined || (what !== "damage" && what !== "cut")) return;
  const bytes = readFileSync(file);
  if (what === "damage") bytes[seed % bytes.length] = (bytes[seed % bytes.length] ?? 0) ^ 1;
  writeFileSync(file, what === "cut" ? bytes.subarray(0, seed % bytes.length) : bytes);
}

describe("a build of what was published before", () => {
  const REPORT = {
    words: "The Panel met.",
    flag: "public",
    link: "",
    hasAnnex: true,
    meets: true,
    translation: "",
  } as const;
  const FIRST: State = { reports: new Map([["a", REPORT]]), settings: "", meeting: false };

  /** Builds twice, with something done in between, and says whether the second build left the site alone. */
  async function isLeftAlone(change: (root: string) => void, cache = "kept"): Promise<boolean> {
    const root = temporaryFolder();
    writeContent(root, FIRST);
    await quietly(() => build(root, "dist", join(root, "kept")));
    const { ino } = statSync(join(root, "dist"));
    change(root);
    await quietly(() => build(root, "dist", join(root, cache)));
    await quietly(() => build(root, "clean", false));
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
    return statSync(join(root, "dist")).ino === ino;
  }

  it("leaves it alone where nothing was changed, though it was all written again", async () => {
    expect(await isLeftAlone(() => {})).toBe(true);
    expect(await isLeftAlone((root) => writeContent(root, FIRST))).toBe(true);
  });

  it.each(
    rows<[string, (root: string) => void]>(
      [
        ["a text", (root) => appendFileSync(join(root, "content/reports/a.md"), "\nIt met again.\n")],
        ["a file that is attached", (root) => writeFileSync(join(root, "content/reports/a/figures.csv"), "b,2\n")],
        ["the settings", (root) => appendFileSync(join(root, "content/site.yml"), "lang: cy\n")],
        ["the foot of pages", (root) => appendFileSync(join(root, "content/site.yml"), "footer: {text: Town Hall}\n")],
        ["the licence", (root) => appendFileSync(join(root, "content/site.yml"), "licence: OGL-UK-3.0\n")],
        ["the site's own styles", (root) => writeFileSync(join(root, "content/custom.css"), "h1 { color: red; }\n")],
        ["a template", (root) => writeTemplate(root, "A notice.")],
        ["a name", (root) => renameSync(join(root, "content/reports/a.md"), join(root, "content/reports/b.md"))],
        ["a page of the site", (root) => appendFileSync(join(root, "dist/reports/a/index.html"), "!")],
        ["what lies in the site", (root) => writeFileSync(join(root, "dist/more.html"), "!")],
        ["what was in the site", (root) => rmSync(join(root, "dist/404.html"))],
      ],
      4,
    ),
  )("makes it again where another hand changed %s", async (_, change) => {
    expect(await isLeftAlone(change)).toBe(false);
  });

  it.each<[string, (root: string, words: string) => void]>([
    ["a template", writeTemplate],
    ["a part of templates", (root, words) => writeTemplate(root, words, "_layout", "</main>")],
    [
      "its own styles",
      (root, words) => writeFileSync(join(root, "content/custom.css"), `h1::after { content: "${words}"; }`),
    ],
  ])("makes it again where %s is new, and where it is another or is gone", async (_, write) => {
    const root = temporaryFolder();
    writeContent(root, FIRST);
    for (const words of ["", "Spring", "Autumn", ""]) {
      writeContent(root, FIRST);
      if (words !== "") write(root, words);
      await quietly(() => build(root, "dist", join(root, "kept")));
      await quietly(() => build(root, "clean", false));
      const files = filesIn(join(root, "dist"));
      expect(files).toEqual(filesIn(join(root, "clean")));
      const said = Object.values(files).join("\n");
      expect([said.includes("Spring"), said.includes("Autumn")]).toEqual([words === "Spring", words === "Autumn"]);
    }
  });

  it("finds what the settings now let through, or no longer do", async () => {
    const root = temporaryFolder();
    const said: string[] = [];
    const buildWith = async (settings: string): Promise<string> => {
      writeContent(root, { ...FIRST, reports: new Map([["a", { ...REPORT, words: "QXT met." }]]), settings });
      const printing = { format: "pretty", color: false } as const;
      const flags = { edition: "public", pdf: false, search: false, cache: join(root, "kept"), printing } as const;
      await quietly(() =>
        runBuild(join(root, "content"), { ...flags, out: join(root, "dist"), tell: (words) => said.push(words) }),
      );
      return said.at(-1) ?? "";
    };
    expect(await buildWith("")).toContain("1 warning");
    expect(await buildWith("known: [QXT]\n")).toContain("0 warnings");
    expect(await buildWith("known: [QXU]\n")).toContain("1 warning");
  });

  it("makes lists again where they show what was changed, and only there", async () => {
    const root = temporaryFolder();
    const listsAfter = async (report: Partial<ReportState>): Promise<ReadonlySet<string>> => {
      const reports = new Map([["a", { ...REPORT, ...report }] as const, ["b", REPORT] as const]);
      writeContent(root, { reports, settings: "base-url: https://reports.example.gov.uk/\n", meeting: true });
      await quietly(() => build(root, "dist", join(root, "kept")));
      await quietly(() => build(root, "clean", false));
      expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
      const kept = readEntry<{ readonly ofSite: ReadonlyMap<string, unknown> }>(join(root, "kept/texts"));
      return new Set(kept?.ofSite.keys());
    };
    const first = await listsAfter({ words: "The Panel met." });
    // All but what is made of single reports, and the sitemap more.
    expect(first.size).toBe(outputs.length - 3 + 1);
    expect(await listsAfter({ words: "They met.\n\nOK." })).toEqual(first);
    const retitled = await listsAfter({ words: "The Panel met at the depot." });
    expect([...retitled].filter((key) => first.has(key))).toEqual([]);
  });

  it("makes the page of a report again where the same report in the other language was changed or taken back", async () => {
    const root = temporaryFolder();
    const pairOf = (ofWelsh: Partial<ReportState>): State => ({
      ...FIRST,
      reports: new Map([
        ["b", { ...REPORT, ...ofWelsh, hasAnnex: false, translation: "c" }],
        ["c", { ...REPORT, words: "The Panel met.\n\nIt met again.", hasAnnex: false, translation: "b" }],
      ]),
    });
    const pageOf = async (state: State): Promise<string> => {
      writeContent(root, state);
      await quietly(() => build(root, "dist", join(root, "kept")));
      await quietly(() => build(root, "clean", false));
      expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
      return filesIn(join(root, "dist"))["reports/c/index.html"] ?? "";
    };
    const [one, both] = ['href="../b/#para-1" hreflang', 'href="../b/#para-2" hreflang'];
    const first = await pageOf(pairOf({}));
    expect([first.includes(one), first.includes(both)]).toEqual([true, false]);
    expect(await pageOf(pairOf({ words: "The Panel met.\n\nIt met again." }))).toContain(both);
    for (const flag of ["draft", "withheld"] as const) expect(await pageOf(pairOf({ flag }))).not.toContain("../b/");
    expect(await pageOf(pairOf({}))).toContain(one);
  });

  it("is held to what the law keeps public, whether its data were made again or not", async () => {
    const root = temporaryFolder();
    const other = { ...REPORT, hasAnnex: false, flag: "public" } as const;
    const buildWith = (a: ReportState, words: string): Promise<0 | 1> => {
      writeContent(root, {
        ...FIRST,
        reports: new Map([
          ["a", a],
          ["b", { ...other, words }],
        ]),
      });
      return quietly(() => build(root, "dist", join(root, "kept"), false));
    };
    expect(await buildWith(REPORT, "The Panel met.")).toBe(0);
    expect(await buildWith(REPORT, "It met again.")).toBe(0);
    expect(await buildWith({ ...REPORT, hasAnnex: false }, "It met again.")).toBe(1);
    expect(await buildWith(REPORT, "It met at last.")).toBe(0);
  });

  it("makes it again where another version of the program kept something else under the same names", async () => {
    const ofAnother = (root: string): void => {
      for (const name of readdirSync(join(root, "kept"))) {
        const bytes = serialize(["something else"]);
        const entry = Buffer.concat([createHash("sha256").update(bytes).digest(), bytes]);
        if (statSync(join(root, "kept", name)).isFile()) writeFileSync(join(root, "kept", name), entry);
      }
    };
    expect(await isLeftAlone(ofAnother)).toBe(false);
  });

  it("makes it again where nothing is known of it", async () => {
    expect(await isLeftAlone(() => {}, "other")).toBe(false);
  });
});

describe("a file that the old site and the new one have", () => {
  const page = "reports/a/index.html";
  const out = (root: string, path: string): string => join(root, "dist", path);

  const folder = (root: string, path: string): string => join(root, "kept/site-folders", path);

  /** Builds some times, does something, and builds again. Gives the root, and says which files are those of before. */
  async function afterBuilds(count: number, change: (root: string) => void) {
    const root = temporaryFolder();
    const before = new Map<string, string>();
    for (let n = 0; n <= count; n += 1) {
      if (n === count) {
        for (const path of [page, "404.html"]) before.set(path, identityOf(out(root, path)));
        change(root);
      }
      const reports = new Map(
        ["a", "b"].map((name) => [name, { ...PLAIN, words: name === "a" ? "The Panel met." : `Text ${n}.` }]),
      );
      writeContent(root, { reports, settings: "", meeting: false });
      await quietly(() => build(root, "dist", join(root, "kept")));
    }
    await quietly(() => build(root, "clean", false));
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
    expect(modesIn(join(root, "dist"))).toEqual(modesIn(join(root, "clean")));
    return { root, isShared: (path: string) => identityOf(out(root, path)) === before.get(path) };
  }

  const PLAIN = { words: "", flag: "public", link: "", hasAnnex: true, meets: false, translation: "" } as const;

  it.each([1, 2, 3])("is the same on the disk, after %i builds, and has no name elsewhere", async (count) => {
    const { root, isShared } = await afterBuilds(count, () => {});
    expect([isShared(page), isShared("404.html"), isShared("reports/b/index.html")]).toEqual([true, true, false]);
    for (const path of Object.keys(filesIn(join(root, "dist")))) expect(lstatSync(out(root, path)).nlink).toBe(1);
    expect(filesIn(folder(root, ""))).toEqual({});
    expect(existsSync(folder(root, "reports/a"))).toBe(true);
  });

  it("leaves no folder of a report that is gone by now", async () => {
    const { root } = await afterBuilds(2, (root) =>
      renameSync(folder(root, "reports/a"), folder(root, "reports/gone")),
    );
    expect(existsSync(folder(root, "reports/gone"))).toBe(false);
    expect(existsSync(out(root, "reports/gone"))).toBe(false);
  });

  it("is known to be untouched, so that nothing is made where nothing is changed", async () => {
    const { root } = await afterBuilds(1, () => {});
    const { ino } = lstatSync(join(root, "dist"));
    await quietly(() => build(root, "dist", join(root, "kept")));
    expect(lstatSync(join(root, "dist")).ino).toBe(ino);
  });

  const umask = process.umask();
  afterEach(() => void process.umask(umask));

  it.each<[string, (root: string) => void]>([
    ["changed", (root) => appendFileSync(out(root, page), "!")],
    ["changed by a letter", (root) => changeLetter(out(root, page))],
    ["changed by a letter, with the time of before", (root) => changeLetterUnseen(out(root, page))],
    ["deleted", (root) => rmSync(out(root, page))],
    [
      "made a folder",
      (root) => {
        rmSync(out(root, page));
        mkdirSync(out(root, page));
      },
    ],
    ["given other rights", (root) => chmodSync(out(root, page), 0o600)],
    ["given another name", (root) => linkSync(out(root, page), join(root, "other.html"))],
    [
      "made a link",
      (root) => {
        renameSync(out(root, page), join(root, "other.html"));
        symlinkSync(join(root, "other.html"), out(root, page));
      },
    ],
    ["made by somebody whose files have other rights", () => void process.umask(0o077)],
    ["forgotten", (root) => rmSync(join(root, "kept/site-files"))],
  ])("is not the same where a page was %s", async (_, change) => {
    const { isShared } = await afterBuilds(1, change);
    expect(isShared(page)).toBe(false);
  });

  it.each(
    rows<[string, (root: string) => void]>(
      [
        ["put a file into one", (root) => writeFileSync(folder(root, "reports/a/index.html"), "!")],
        ["made one more", (root) => mkdirSync(folder(root, "more/more"), { recursive: true })],
        ["made a folder instead of a page in one", (root) => mkdirSync(folder(root, page))],
        [
          "put a file in the place of one",
          (root) => {
            rmSync(folder(root, "reports/a"), { recursive: true });
            writeFileSync(folder(root, "reports/a"), "!");
          },
        ],
        ["took the rights of one", (root) => chmodSync(folder(root, "reports"), 0o700)],
        ["put a link into one", (root) => symlinkSync(join(root, "other.html"), folder(root, page))],
        [
          "made a link of one",
          (root) => {
            renameSync(folder(root, "reports"), join(root, "other"));
            symlinkSync(join(root, "other"), folder(root, "reports"));
          },
        ],
        [
          "put a link in the place of all",
          (root) => {
            rmSync(folder(root, ""), { recursive: true });
            mkdirSync(join(root, "others"));
            writeFileSync(join(root, "others/letter"), "!");
            symlinkSync(join(root, "others"), folder(root, "").replace(/\/$/, ""));
          },
        ],
        [
          "put a file in the place of all",
          (root) => {
            rmSync(folder(root, ""), { recursive: true });
            writeFileSync(folder(root, ""), "!");
          },
        ],
      ],
      4,
    ),
  )("does no harm where another hand %s of the folders that are kept", async (_, change) => {
    const { root } = await afterBuilds(3, change);
    if (existsSync(join(root, "others"))) expect(filesIn(join(root, "others"))).toEqual({ letter: "!" });
  });
});

/** Changes the first letter of a file, whose length stays. */
function changeLetter(file: string): void {
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** The same, and sets the times back that the disk lets anybody set. */
function changeLetterUnseen(file: string): void {
  const { atime, mtime } = statSync(file);
  changeLetter(file);
  utimesSync(file, atime, mtime);
}

/** What tells one file from all others: a number alone may be that of a file that was deleted. */
function identityOf(file: string): string {
  const { ino, birthtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${birthtimeNs}`;
}

/** The rights of each file and folder below one. */
function modesIn(root: string): Readonly<Record<string, number>> {
  const below = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(["", ...below].map((path) => [path, lstatSync(join(root, path)).mode]));
}

describe("what is kept between builds", () => {
  it("is deleted beside the output by a build that keeps it elsewhere, and would not take out what is withheld by now", async () => {
    const root = temporaryFolder();
    const report = { words: "", flag: "public", link: "", hasAnnex: false, meets: false, translation: "" } as const;
    const kept = (name: string): string => Object.values(filesIn(join(root, name))).join("\n");
    const beside = ".dist.scrutineer-cache";
    const other: ReportState = { ...report, words: "The Panel met." };
    const write = (first: ReportState): void =>
      writeContent(root, {
        reports: new Map([
          ["a", first],
          ["b", other],
        ]),
        settings: "",
        meeting: false,
      });
    write({ ...report, words: TOKEN });
    await quietly(() => build(root, "dist", undefined));
    expect(kept(beside)).toContain(TOKEN);
    write({ ...report, flag: "withheld" });
    await quietly(() => build(root, "dist", join(root, "kept")));
    expect(existsSync(join(root, beside))).toBe(false);
    write(report);
    await quietly(() => build(root, "dist", join(root, beside, "ci")));
    expect(kept(beside)).not.toBe("");
  });

  it("gives the site that a build without it gives, whatever was changed, and holds nothing withheld", async () => {
    await quietly(() =>
      fc.assert(
        fc.asyncProperty(
          state,
          fc.array(fc.tuple(edit, mishap, fc.nat(100_000)), { minLength: 2, maxLength: 5 }),
          async (first, edits) => {
            const root = temporaryFolder();
            const kept = join(root, "kept");

            let content = first;
            for (const [change, what, seed] of [UNCHANGED, ...edits]) {
              content = change(content);
              mkdirSync(kept, { recursive: true });
              writeContent(root, content);
              const code = await build(root, "dist", kept);
              expect(await build(root, "clean", false)).toBe(code);
              const published = filesIn(join(root, "dist"));
              expect(published).toEqual(filesIn(join(root, "clean")));
              for (const path of Object.keys(published)) expect(lstatSync(join(root, "dist", path)).nlink).toBe(1);
              const held = Object.values(filesIn(kept)).join("\n");
              expect(held).not.toContain(TOKEN);
              expect(held).not.toContain(Buffer.from(TOKEN, "utf16le").toString("latin1"));
              cpSync(kept, join(root, "old"), { recursive: true });
              suffer(kept, join(root, "old"), what, seed);
            }
            rmSync(root, { recursive: true });
          },
        ),
        { numRuns: runs(5, 300) },
      ),
    );
  });
});

import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { hashOf } from "../../src/model/file-digests.ts";
import type { Attachment } from "../../src/model/report.ts";
import type { OutputFile } from "../../src/model/site.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { keptByLaw } from "../../src/site/kept-by-law.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { PAGES_ALONE, scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";

const FILE = { bytes: 9, hash: "x", format: "PDF", pages: 1 };
const FIELDS = {
  meeting: "2019-04-08",
  annexes: "[{title: Prices, file: a/prices.pdf}, {title: Figures, file: a/figures.md}]",
  background: "[Minutes of March, {title: A survey, url: 'https://sallow.example/survey'}]",
};
const BODY = "See Annex A and Annex B.\n";
const BEFORE = {
  "reports/a.md": reportOf(FIELDS, BODY),
  "reports/a/figures.md": "Figures.\n",
  "reports/b.md": reportOf({ title: "B" }),
};

interface Made {
  readonly asOf?: string;
  readonly settings?: string;
  readonly attached?: readonly string[];
}

function siteOf(
  texts: Readonly<Record<string, string>>,
  { asOf = "2020-01-01", settings = "council: Sallow\n", attached = ["reports/a/prices.pdf"] }: Made = {},
) {
  const attachments = new Map<string, Attachment>(attached.map((path) => [path, { ...FILE, path, hash: path }]));
  const { site, compiled } = checkContent(
    {
      texts: sealedTexts(texts),
      attachments,
      settings: new TextEncoder().encode(settings),
      others: [],
      findings: [],
    },
    { asOf, keepGoing: true },
  );
  return { site, compiled, files: makeOutputs(site, readTemplates()) };
}

const before = siteOf(BEFORE).files;

/** What a site in place of the first would remove too early. */
function missing(texts: Readonly<Record<string, string>>, options: Made = {}): readonly string[] {
  const old = new Map(before.map(({ path, content }) => [path, "text" in content ? content.text : ""]));
  const kept = keptByLaw({ ...siteOf(texts, options), old: [...old.keys()], readOld: (path) => old.get(path) });
  return kept.map(({ kind, address, annex, until }) => `${annex ?? kind} of ${address}, ${until}`);
}

describe("what the law keeps public", () => {
  it("is nothing that stays", () => {
    expect(missing(BEFORE)).toEqual([]);
    expect(missing({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, title: "Another title" }, BODY) })).toEqual([]);
  });

  it("is read of data that is not made again, where it is not what was published", () => {
    const old = new Map(before.map(({ path, content }) => [path, "text" in content ? content.text : ""]));
    const keptOf = (fields: Readonly<Record<string, string>>, isKnown: boolean) => {
      const now = siteOf({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, ...fields }, "See Annex A.\n") });
      let again = 0;
      const made = (text: string): string => {
        again += 1;
        return text;
      };
      const files = now.files.map(({ path, content }): OutputFile => {
        if (!("text" in content) || !path.endsWith("a.json")) return { path, content };
        const { text } = content;
        const hash = hashOf(isKnown ? (old.get(path) ?? "") : text);
        return { path, content: { hash, again: () => made(text) } };
      });
      const kept = keptByLaw({ ...now, files, old: [...old.keys()], readOld: (path) => old.get(path) });
      return [kept.map(({ kind, address }) => `${kind} of ${address}`), again];
    };
    expect(keptOf({}, true)).toEqual([[], 0]);
    expect(keptOf({ background: "[Minutes of March]" }, false)).toEqual([["background paper of reports/a/"], 1]);
  });

  it.each([
    ["2025-04-07", ["report of reports/a/, 2025-04-07"]],
    ["2025-04-08", []],
  ])("is a report for six years that begin with the day of its meeting: on %s", (asOf, expected) => {
    expect(missing({ "reports/b.md": BEFORE["reports/b.md"] }, { asOf, attached: [] })).toEqual(expected);
  });

  it("is a report for six years from its own date, where no meeting is named, and all where nobody knows the day", () => {
    expect(missing({ ...BEFORE, "reports/b.md": "" })).toEqual(["report of reports/b/, 2025-03-23"]);
    const old = new Map(before.map(({ path, content }) => [path, "text" in content ? content.text : ""]));
    const { site, ...rest } = siteOf({ "reports/c.md": reportOf({}) });
    const kept = keptByLaw({
      ...rest,
      site: { ...site, asOf: undefined },
      old: [...old.keys()],
      readOld: (path) => old.get(path),
    });
    expect(kept.map(({ address }) => address)).toEqual(["reports/a/", "reports/b/"]);
  });

  it("is each annex for six years, and no file that takes its place or has moved with its report", () => {
    const annexes = "[{title: Figures, file: a/figures.md}]";
    expect(missing({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, annexes }, "See Annex A.\n") })).toEqual([
      "Annex A of reports/a/, 2025-04-07",
    ]);
    const alone = "[{title: Prices, file: a/newer.pdf}]";
    const text = { "reports/a.md": reportOf({ ...FIELDS, annexes: alone }, "See Annex A.\n") };
    expect(missing(text, { attached: ["reports/a/newer.pdf"] })).toEqual([
      "Annex B of reports/a/, 2025-04-07",
      "report of reports/b/, 2025-03-23",
    ]);
    const moved = {
      "reports/c.md": reportOf(
        { ...FIELDS, annexes: FIELDS.annexes.replaceAll("a/", "c/"), formerly: "[reports/a]" },
        BODY,
      ),
      "reports/c/figures.md": "Figures.\n",
      "reports/b.md": BEFORE["reports/b.md"],
    };
    expect(missing(moved, { attached: ["reports/c/prices.pdf"] })).toEqual([]);
  });

  it.each([
    ["England", "2023-04-07"],
    ["Wales", "2025-04-07"],
    ["Scotland", "2023-04-07"],
    ["Northern Ireland", "2023-04-07"],
  ])("is a background paper for as long as the law of %s says", (nation, until) => {
    const settings = `council: Sallow\njurisdiction: ${nation}\n`;
    const background = "[{title: The survey, url: 'https://sallow.example/survey'}]";
    const fewer = { ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, background }, BODY) };
    expect(missing(fewer, { settings })).toEqual([`background paper of reports/a/, ${until}`]);
    expect(missing(fewer, { settings, asOf: until })).toHaveLength(1);
    expect(missing(fewer, { settings, asOf: `${until.slice(0, 8)}08` })).toEqual([]);
  });

  it("is nothing that says that it is withheld, or was withdrawn", () => {
    for (const fields of [
      { withdrawn: "{date: 2019-12-01, reason: It was wrong.}" },
      { confidential: "{paragraphs: [3]}" },
    ]) {
      expect(missing({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, ...fields }, BODY) })).toEqual([]);
    }
    const annexes =
      "[{title: Prices, file: a/prices.pdf, confidential: {paragraphs: [3]}}, {title: Figures, file: a/figures.md}]";
    expect(missing({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, annexes }, BODY) })).toEqual([]);
  });

  it("is a report that is a draft now, or has an error and is left out", () => {
    for (const fields of [{ draft: "true" }, { date: "never" }])
      expect(missing({ ...BEFORE, "reports/a.md": reportOf({ ...FIELDS, ...fields }, BODY) })).toEqual([
        "report of reports/a/, 2025-04-07",
      ]);
  });

  it("ends on the day before the same day of a later year, in leap years, too", () => {
    const leap = (date: string) => {
      const old = new Map(
        siteOf({ "reports/a.md": reportOf({ date }) }).files.map(({ path, content }) => [
          path,
          "text" in content ? content.text : "",
        ]),
      );
      const next = siteOf({ "reports/b.md": reportOf({}) }, { asOf: "2022-01-01" });
      return keptByLaw({ ...next, old: [...old.keys()], readOld: (path) => old.get(path) }).map(({ until }) => until);
    };
    expect(leap("2024-02-29")).toEqual(["2030-02-28"]);
    expect(leap("2022-03-01")).toEqual(["2028-02-29"]);
    expect(leap("2023-03-01")).toEqual(["2029-02-28"]);
  });
});

describe("a build that would remove what the law keeps public", () => {
  const CONTENT = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`content/reports/r${index}.md`, reportOf({ title: `R${index}` })]),
  );

  it("stops, says so, and goes on with --allow-removals, after the time, or where faulty reports are left out", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": "council: Sallow\n", ...CONTENT });
    await scrutineer(root, "build", "--as-of", "2020-01-01", ...PAGES_ALONE);
    const published = filesIn(join(root, "dist"));
    rmSync(join(root, "content/reports/r7.md"));
    const stopped = await scrutineer(root, "build", "--as-of", "2025-03-23", ...PAGES_ALONE);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain(
      "error: this build would remove what sections 100C(1) and 100D(2) of the Local Government Act 1972 keep public, as of 23 March 2025:\n  reports/r7/, until 23 March 2025\nA report that was taken back says so with `withdrawn:`, one that has moved with `formerly:`. If all of this is to go, run it again with --allow-removals. Nothing was published",
    );
    expect(filesIn(join(root, "dist"))).toEqual(published);
    const undated = await scrutineer(root, "build", ...PAGES_ALONE);
    expect([undated.code, undated.stderr.includes("as of 24 March 2019, the newest date of a report")]).toEqual([
      1,
      true,
    ]);
    const going = await scrutineer(root, "build", "--keep-going", "--out", "dist", ...PAGES_ALONE);
    expect(going.code).toBe(0);
    expect(going.stderr).toContain("warning: this build removes what sections");
  });

  it("goes on where nothing was removed, and what did not change is not made again", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": "council: Sallow\n", ...CONTENT });
    for (const text of ["One.\n", "One, put right.\n", "One, put right again.\n"]) {
      writeFiles(root, { "content/reports/r7.md": reportOf({ title: "R7" }, text) });
      const { code, stderr } = await scrutineer(root, "build", ...PAGES_ALONE);
      expect([code, stderr.includes("keep public")]).toEqual([0, false]);
    }
  });

  it.each([[["--as-of", "2025-03-24"]], [["--allow-removals"]]])("goes on with %j", async (flags) => {
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": "council: Sallow\n", ...CONTENT });
    await scrutineer(root, "build", ...PAGES_ALONE);
    rmSync(join(root, "content/reports/r7.md"));
    const { code, stderr } = await scrutineer(root, "build", ...flags, ...PAGES_ALONE);
    expect([code, stderr.includes("keep public")]).toEqual([0, false]);
  });
});

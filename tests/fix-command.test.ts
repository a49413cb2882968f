import { readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "./compile-text.ts";
import { scrutineer } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";

const PATH = "content/reports/2019/update.md";
const WRONG = "1. The panel met.\n2. It heard - as ever - from heads.\n8. See paragraph 8.\n4. It ended.\n";
const RIGHT = "1. The panel met.\n2. It heard – as ever – from heads.\n3. See paragraph 3.\n4. It ended.\n";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/site.yml": "council: Aldermere Borough Council\n", ...files });
  return root;
}

const read = (root: string, path = PATH): string => readFileSync(join(root, path), "utf8");

describe("scrutineer fix", () => {
  it("fixes the file in its place, says what it did, and finds nothing the second time", async () => {
    const root = folderWith({ [PATH]: reportOf({}, WRONG) });
    const run = await scrutineer(root, "fix");
    expect(run.stderr).toBe(`${PATH}: 4 changes at lines 9, 10 (typed-number, dashes)\nFixed 4 things in 1 report\n`);
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(read(root)).toBe(reportOf({}, RIGHT));
    expect(Object.keys(filesIn(root))).toEqual([PATH, "content/site.yml"]);
    const again = await scrutineer(root, "fix");
    expect(again).toMatchObject({ code: 0, stdout: "", stderr: "Nothing to fix in 1 report\n" });
  });

  it("says what is left, and ends with 1 where that is an error", async () => {
    const root = folderWith({ [PATH]: reportOf({}, `${WRONG}5. See [](#nothing).\n`) });
    const run = await scrutineer(root, "fix");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/\nFixed 4 things in 1 report; 1 error is left: npx scrutineer check\n$/);
  });

  it("shows in a dry run what would change, writes nothing, and ends with 1", async () => {
    const root = folderWith({ [PATH]: reportOf({}, WRONG) });
    const before = statSync(join(root, PATH)).mtimeMs;
    const run = await scrutineer(root, "fix", "--dry-run");
    expect(run.code).toBe(1);
    expect(run.stdout).toBe(
      [
        `--- ${PATH}`,
        `+++ ${PATH}`,
        "@@ -7,5 +7,5 @@",
        " ",
        " 1. The panel met.",
        "-2. It heard - as ever - from heads.",
        "-8. See paragraph 8.",
        "+2. It heard – as ever – from heads.",
        "+3. See paragraph 3.",
        " 4. It ended.",
        "",
      ].join("\n"),
    );
    expect(run.stderr).toBe(
      `${PATH}: 4 changes at lines 9, 10 (typed-number, dashes)\n4 things to fix in 1 report: nothing was written\n`,
    );
    expect(read(root)).toBe(reportOf({}, WRONG));
    expect(statSync(join(root, PATH)).mtimeMs).toBe(before);
  });

  it("fixes only what is asked for, in the reports that are named", async () => {
    const other = "content/reports/2019/other.md";
    const root = folderWith({ [PATH]: reportOf({}, WRONG), [other]: reportOf({ title: "Other" }, WRONG) });
    const run = await scrutineer(root, "fix", PATH, "--only", "typed-number");
    expect(run.code).toBe(0);
    expect(read(root)).toBe(reportOf({}, RIGHT.replaceAll("–", "-")));
    expect(read(root, other)).toBe(reportOf({ title: "Other" }, WRONG));
  });

  it("refuses what it does not know, with the nearest that it does", async () => {
    const root = folderWith({ [PATH]: reportOf({}, WRONG) });
    const unknown = await scrutineer(root, "fix", "--only", "dashs");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("did you mean dashes?");
    const missing = await scrutineer(root, "fix", "content/reports/no.md");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("there is no file or folder content/reports/no.md");
    expect(read(root)).toBe(reportOf({}, WRONG));
  });

  it("leaves alone what lies behind a symbolic link, and what is not UTF-8", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(reportOf({ title: "B" }, WRONG)), 0xff]);
    const root = folderWith({
      [PATH]: reportOf({}, RIGHT),
      "content/reports/b.md": bytes,
      "out/c.md": reportOf({}, WRONG),
    });
    symlinkSync(join(root, "out/c.md"), join(root, "content/reports/c.md"));
    const run = await scrutineer(root, "fix");
    expect(run.code).toBe(1);
    expect(read(root, "out/c.md")).toBe(reportOf({}, WRONG));
    expect(new Uint8Array(readFileSync(join(root, "content/reports/b.md")))).toEqual(bytes);
  });

  it("prints no escape sequence of an author's", async () => {
    const root = folderWith({ [PATH]: reportOf({}, "1. A \u009b31m word - word.\n2. B\n") });
    const run = await scrutineer(root, "fix", "--dry-run");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(run.stdout + run.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("of a report that is or may be confidential, scrutineer fix shows no line", () => {
  const secret = "The price is Qx1z - so far - of 24.";
  const cases: readonly (readonly [string, string])[] = [
    ["confidential: Yes", reportOf({ confidential: "Yes" }, `${WRONG}\n${secret}\n`)],
    ["a reason", reportOf({ confidential: "{paragraphs: [3]}" }, `${WRONG}\n${secret}\n`)],
    ["a flag that is mistyped", reportOf({ confidential: "Noo" }, `1. A\n${secret}\n`).replace("author", "Author")],
    ["no flag", reportOf({ confidential: undefined }, secret).replace("author", "Author")],
    ["a passage", reportOf({}, `${WRONG}\n:::exempt{paragraphs=3}\n\n${secret}\n\n:::\n`)],
    ["a passage that is mistyped", reportOf({}, `${WRONG}\n:::exmept{paragraphs=3}\n\n${secret}\n\n:::\n`)],
    ["a comment", reportOf({}, `${WRONG}\n<!-- Qx1z -->\n`)],
    ["a comment in the frontmatter", reportOf({ item: "4\n# Qx1z" }, WRONG)],
    [
      "a withheld annex",
      reportOf({ annexes: "[{title: Qx1z, confidential: {paragraphs: [3]}}]" }, `${WRONG}\nAnnex A.\n`),
    ],
    ["a hidden character that stays", reportOf({}, `\ufeff${WRONG}\n\u202eQx1z - so\n`)],
  ];

  it.each(cases)("%s", async (_name, file) => {
    const root = folderWith({ [PATH]: file });
    const dry = await scrutineer(root, "fix", "--dry-run");
    expect(dry.stdout).toBe("");
    expect(dry.stderr).not.toMatch(/Qx1z|price|panel|paragraph 4/);
    expect(dry.stderr).toMatch(/changes? at lines? [\d, ]+ \(.*; not shown: it is or may be confidential\)/);
    const run = await scrutineer(root, "fix");
    expect(run.stdout + run.stderr).not.toMatch(/Qx1z|price|panel|paragraph 4/);
    expect(read(root)).not.toBe(file);
  });
});

describe("scrutineer fix of meetings and plain pages", () => {
  const PAGE = "content/pages/about.md";
  const MEETING = "content/meetings/roads/2019-04-08.md";
  const SETTINGS = "council: Sallow\ncommittees: [{id: roads, name: Roads Board}]\n";
  const page = (body: string): string => `---\nLang: en-GB\ntitle: About - us\norder: 1\n---\n\n${body}`;
  const meeting = (body: string): string => `---\ntime: 6pm\nvenue: Room 1 - 2\n---\n\n${body}`;
  const NOTES = "# Order\n\nItem 6 - and 7 - come fi\u200Brst.\n\n1. One\n3. Three\n";
  const FIXED = "## Order\n\nItem 6 – and 7 – come first.\n\n1. One\n3. Three\n";
  const files = {
    "content/site.yml": SETTINGS,
    [PATH]: reportOf({}, WRONG),
    [MEETING]: meeting(NOTES),
    [PAGE]: page("It met - twice.\n"),
  };

  it("fixes their text as that of a report without numbers, and no field of theirs", async () => {
    const root = folderWith(files);
    const run = await scrutineer(root, "fix", "content/meetings");
    expect(run.stderr).toBe(
      `${MEETING}: 4 changes at lines 6, 8 (hidden-character, heading-level-one, dashes)\nFixed 4 things in 0 reports, 1 meeting\n`,
    );
    expect(read(root, MEETING)).toBe(meeting(FIXED));
    expect(read(root, PAGE)).toBe(files[PAGE]);
    expect(read(root)).toBe(reportOf({}, WRONG));
    const again = await scrutineer(root, "fix", MEETING);
    expect(again.stderr).toBe("Nothing to fix in 0 reports, 1 meeting\n");
  });

  it("leaves a page with errors as it is but for what is safe, and says what is left", async () => {
    const root = folderWith(files);
    const run = await scrutineer(root, "fix", PAGE);
    expect(read(root, PAGE)).toBe(page("It met – twice.\n"));
    expect(run.stderr).toMatch(
      /Fixed 1 thing in 0 reports, 1 page; 1 error is left: npx scrutineer check content\/pages\/about.md\n$/,
    );
    expect(run.code).toBe(1);
  });

  it("changes nothing about what a page wrongly withholds, and shows no line of it", async () => {
    const withheld =
      "---\ntitle: About\nconfidential: Yes\n---\n\nSECRET - it met.\n\n:::exempt\nSECRET - it met.\n:::\n";
    const root = folderWith({ ...files, [PAGE]: withheld });
    const run = await scrutineer(root, "fix", "--dry-run", PAGE);
    expect(`${run.stdout}${run.stderr}`).not.toContain("SECRET");
    expect(run.stderr).toMatch(/\(dashes; not shown: it is or may be confidential\)/);
    expect(read(root, PAGE)).toBe(withheld);
  });
});

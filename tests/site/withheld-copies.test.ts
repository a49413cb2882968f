import { describe, expect, it } from "vitest";
import { inspectAttachment } from "../../src/attachments/attachment.ts";
import { hashOf } from "../../src/model/file-digests.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const TOKEN = "Qxsecretz";
const WORDS = `The lower bid of ${TOKEN} is below the other.\n`;
const ANNEX = "See Annex A for the figures.\n";
const CLOSED = "confidential: {paragraphs: [3], reason: It is so., review: 2027-01-01}";

type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

/** What is found in a site, and what of it could be read by the public. */
function checked(files: Files) {
  const isText = (path: string): boolean => /^(?:reports|meetings|pages)\/.*\.md$/.test(path);
  const entries = Object.entries(files);
  const attachments = entries.filter(([path]) => !isText(path) && path !== "site.yml");
  const { site, plainFiles, diagnostics } = checkContent(
    {
      texts: sealedTexts(Object.fromEntries(entries.filter(([path]) => isText(path)))),
      attachments: new Map(
        attachments.map(([path, file]) => [path, inspectAttachment(path, bytesOf(file), hashOf(bytesOf(file)))]),
      ),
      settings: files["site.yml"] === undefined ? undefined : bytesOf(files["site.yml"]),
      others: [],
      findings: [],
    },
    { keepGoing: true },
  );
  const copied = site.reports
    .flatMap((report) => report.files)
    .map((path) => new TextDecoder().decode(bytesOf(files[path] ?? "")));
  const shown = JSON.stringify([site, plainFiles, copied]);
  const found = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ rule, place }) => `${rule} ${place.path}`);
  const warned = diagnostics.filter(({ rule }) => rule === "file-withheld").map(({ place }) => place.path);
  return { found, warned, isShown: shown.includes(TOKEN), printed: JSON.stringify(diagnostics) };
}

const withAnnex = (file: string) => reportOf({ title: "Open", annexes: `[{title: Q, file: ${file}}]` }, ANNEX);
const withholding = (file: string) =>
  reportOf({ title: "Shut", annexes: `[{title: P, file: ${file}, ${CLOSED}}]` }, ANNEX);
const closedReport = (body: string, fields: Readonly<Record<string, string>> = {}) =>
  reportOf(
    { title: "Shut", confidential: "{paragraphs: [3], reason: It is so., review: 2027-01-01}", ...fields },
    body,
  );

const utf8 = new TextEncoder();
const withMark = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8.encode(WORDS)]);

describe("a copy of what is withheld is attached by no other report", () => {
  const asText = { "reports/s.md": withholding("s/more.md"), "reports/s/more.md": WORDS };
  const asFile = { "reports/s.md": withholding("s/more.txt"), "reports/s/more.txt": WORDS };
  const whole = closedReport(WORDS);
  it.each<readonly [string, Files]>([
    ["Markdown as text", { ...asText, "reports/a.md": withAnnex("a/x.txt"), "reports/a/x.txt": WORDS }],
    ["Markdown as a table", { ...asText, "reports/a.md": withAnnex("a/x.csv"), "reports/a/x.csv": WORDS }],
    ["Markdown as a shared file", { ...asText, "reports/a.md": withAnnex("../shared/x.txt"), "shared/x.txt": WORDS }],
    ["Markdown as Markdown", { ...asText, "reports/a.md": withAnnex("a/x.md"), "reports/a/x.md": WORDS }],
    ["text as Markdown", { ...asFile, "reports/a.md": withAnnex("a/x.md"), "reports/a/x.md": WORDS }],
    ["text as a table", { ...asFile, "reports/a.md": withAnnex("a/x.csv"), "reports/a/x.csv": WORDS }],
    [
      "other line ends",
      { ...asText, "reports/a.md": withAnnex("a/x.txt"), "reports/a/x.txt": WORDS.replaceAll("\n", "\r\n") },
    ],
    ["a byte-order mark", { ...asText, "reports/a.md": withAnnex("a/x.txt"), "reports/a/x.txt": withMark }],
    ["a byte-order mark, as Markdown", { ...asFile, "reports/a.md": withAnnex("a/x.md"), "reports/a/x.md": withMark }],
    [
      "blanks at the ends",
      { ...asText, "reports/a.md": withAnnex("a/x.txt"), "reports/a/x.txt": `\n${WORDS.trim()}  \t\n\n\n` },
    ],
    ["no line end", { ...asText, "reports/a.md": withAnnex("a/x.md"), "reports/a/x.md": WORDS.trim() }],
    ["a report as its file", { "reports/s.md": whole, "reports/a.md": withAnnex("a/x.txt"), "reports/a/x.txt": whole }],
    ["a report as its text", { "reports/s.md": whole, "reports/a.md": withAnnex("a/x.md"), "reports/a/x.md": WORDS }],
    [
      "a report as a shared text",
      { "reports/s.md": whole, "reports/a.md": withAnnex("../shared/x.txt"), "shared/x.txt": WORDS },
    ],
    [
      "a file beside a withheld report, which no annex names",
      {
        "reports/s.md": closedReport("Other words.\n"),
        "reports/s/p.csv": WORDS,
        "reports/a.md": withAnnex("a/x.txt"),
        "reports/a/x.txt": WORDS,
      },
    ],
    [
      "a file that a withheld report shares",
      {
        "reports/s.md": closedReport("Other words.\n", { annexes: "[{title: P, file: ../shared/p.csv}]" }),
        "shared/p.csv": WORDS,
        "reports/a.md": withAnnex("a/x.txt"),
        "reports/a/x.txt": WORDS,
      },
    ],
  ])("%s", (_name, files) => {
    const { isShown, warned } = checked(files);
    expect(isShown).toBe(false);
    expect(warned).toEqual(["reports/a.md"]);
  });

  it("nor led to, which is told where it would be the report's own file", () => {
    const site = { "reports/s.md": withholding("s/p.csv"), "reports/s/p.csv": WORDS, "reports/a/x.csv": WORDS };
    const own = checked({ ...site, "reports/a.md": reportOf({ title: "Open" }, "See [the figures](a/x.csv).\n") });
    expect([own.isShown, own.warned, own.found]).toEqual([false, ["reports/a.md"], []]);
    const other = checked({ ...site, "reports/a.md": reportOf({ title: "Open" }, "See [the figures](s/p.csv).\n") });
    expect([other.isShown, other.warned, other.found]).toEqual([false, [], []]);
  });

  it("but for a file of other words, which is", () => {
    const { isShown, warned, found } = checked({
      ...asText,
      "reports/a.md": withAnnex("a/x.txt"),
      "reports/a/x.txt": `${WORDS}And more.\n`,
    });
    expect([isShown, warned, found]).toEqual([true, [], []]);
  });
});

describe("a copy of what is withheld is published as no text of its own", () => {
  const asText = { "reports/s.md": withholding("s/more.md"), "reports/s/more.md": WORDS };
  const open = { "reports/o.md": reportOf({ title: "Open" }, "Words for all.\n") };
  it.each<readonly [string, string, Files]>([
    [
      "a withheld report as a public one",
      "reports/a.md",
      { "reports/s.md": closedReport(WORDS), "reports/a.md": reportOf({}, WORDS) },
    ],
    [
      "with other line ends and blanks",
      "reports/a.md",
      {
        "reports/s.md": closedReport(WORDS),
        "reports/a.md": reportOf({ title: "Other" }, `\n\n${WORDS.trim()} \n\n`).replaceAll("\n", "\r\n"),
      },
    ],
    ["a withheld annex as a report", "reports/a.md", { ...asText, "reports/a.md": reportOf({}, WORDS) }],
    [
      "a withheld annex as a plain page",
      "pages/about.md",
      { ...asText, "pages/about.md": `---\ntitle: About\n---\n\n${WORDS}` },
    ],
    [
      "a withheld annex as the notes of a meeting",
      "meetings/kids/2019-04-08.md",
      {
        ...asText,
        "reports/o.md": reportOf({ committee: "Kids", meeting: "2019-04-08" }, "Words for all.\n"),
        "meetings/kids/2019-04-08.md": WORDS,
      },
    ],
  ])("%s", (_name, path, files) => {
    const { isShown, found, printed } = checked({ ...open, ...files });
    expect(isShown).toBe(false);
    expect(found).toContain(`text-withheld ${path}`);
    expect(printed).not.toContain(TOKEN);
    expect(printed).not.toContain("s/more");
  });

  describe("and a report that was just begun", () => {
    const begun = "## Purpose\n\n## Costs of the café\n";
    const settings = { "site.yml": "council: X\nreport-headings: [Purpose, Costs of the cafe\u0301]\n" };
    const pair = (text: string) => ({ "reports/s.md": closedReport(text), "reports/t.md": reportOf({}, text) });

    it("with the headings that site.yml lists is not a copy of another", () => {
      expect(checked({ ...open, ...settings, ...pair(begun) }).found).not.toContain("text-withheld reports/t.md");
    });

    it.each([
      ["with other headings", {}, begun],
      ["with a further heading", settings, `${begun}\n## Closing Mill Lane School\n`],
      ["with a sentence", settings, `${begun}\n${WORDS}`],
    ])("%s is one", (_name, file, text) => {
      expect(checked({ ...open, ...file, ...pair(text) }).found).toContain("text-withheld reports/t.md");
    });
  });

  it("but for two withheld reports, and a few words that many reports have", () => {
    expect(
      checked({ ...open, "reports/s.md": closedReport(WORDS), "reports/t.md": closedReport(WORDS) }).found,
    ).toEqual([]);
    const few = "To follow.\n";
    expect(checked({ ...open, "reports/s.md": closedReport(few), "reports/t.md": reportOf({}, few) }).found).toEqual(
      [],
    );
  });
});

describe("the council's logo", () => {
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
  it("that lies beside a withheld report, too, is left out, and holds nothing up", () => {
    const { found, warned } = checked({
      "site.yml": "logo: shared/logo.svg\n",
      "shared/logo.svg": logo,
      "reports/o.md": reportOf({}, "Words for all.\n"),
      "reports/s.md": closedReport(WORDS),
      "reports/s/logo.svg": logo,
    });
    expect([found, warned]).toEqual([[], ["site.yml"]]);
  });
});

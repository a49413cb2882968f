import { describe, expect, it } from "vitest";
import { lacksInFonts } from "../../../src/interface/font-coverage.ts";
import { checkContent } from "../../../src/pipeline/check-content.ts";
import { PATH, reportOf, sealedTexts } from "../../compile-text.ts";

type Fields = Readonly<Record<string, string>>;

/** What is found in a report among other texts and files, as "rule path:line:column". */
function found(
  report: string,
  {
    texts = {},
    settings,
    files = [],
    pdf,
  }: { texts?: Fields; settings?: string; files?: readonly string[]; pdf?: boolean } = {},
): readonly string[] {
  const content = {
    texts: sealedTexts({ [PATH]: report, ...texts }),
    attachments: new Map(files.map((path) => [path, { path, format: "CSV", bytes: 3, hash: "1" }])),
    settings: settings === undefined ? undefined : Buffer.from(settings),
    others: [],
    findings: [],
  };
  return checkContent(content, { pdf })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ rule, place: { path, line, column } }) => `${rule} ${path}:${line}:${column}`);
}

const errorsIn = (fields: Fields): readonly string[] => found(reportOf(fields));

describe("a drawing with words", () => {
  const found = (characters: string, body = "A.\n\n![Plan of the depot](update/a.svg)\n", options = {}) => {
    const path = "reports/2019/update/a.svg";
    const drawing = { path, bytes: 1000, hash: "0", format: "SVG", width: 100, height: 100, characters };
    const content = {
      texts: sealedTexts({ [PATH]: reportOf({}, body) }),
      attachments: new Map([[path, drawing]]),
      settings: undefined,
      others: [],
      findings: [],
    };
    return checkContent(content, options).diagnostics.map(
      ({ rule, severity, place, message }) => `${severity} ${rule} ${place.line}:${place.column}: ${message}`,
    );
  };

  it.each([
    ["a sign", "Cost \u{1F600}", "\u{1F600} (U+1F600)"],
    ["a sign of a word processor's font", "a\uf0b7", "\uf0b7 (U+F0B7)"],
    ["a mark above a letter", "ae\u0301", "\u0301 (U+0301)"],
    ["a character that cannot be seen", "a\ufeff", "\ufeff (U+FEFF)"],
  ])("that no PDF can be made with is an error where it is shown: %s", (_name, characters, named) => {
    expect(found(characters)).toEqual([
      `error character-not-in-fonts 10:1: no PDF can be made with ${named}, which is in the words of reports/2019/update/a.svg and which its fonts do not have`,
    ]);
  });

  it("that PDFs can be made with is none, nor one that is linked to, nor any where no PDFs are made", () => {
    expect(found("\u{1F600}", undefined, { pdf: false })).toEqual([]);
    expect(found("\u0174\u2192\u20ac \n")).toEqual([]);
    expect(found("\u{1F600}", "See [the plan of the depot](update/a.svg).\n")).toEqual([]);
  });
});

describe("a sign that the fonts of PDFs lack, written as an escape", () => {
  it.each([
    ["title", { title: '"Bus services \\u2605"' }, "2:8"],
    ["author", { author: '"A \\U0001F600 Person"' }, "3:9"],
    ["author's role", { author: '[{name: A, role: "\\u2605"}]' }, "3:26"],
    ["summary", { summary: '"\\u2605"' }, "6:10"],
    ["annex title", { annexes: '\n  - title: "\\u2605"\n    file: update/a.csv' }, "7:12"],
    [
      "public title",
      { annexes: '\n  - title: A\n    public-title: "\\u2605"\n    confidential: {paragraphs: [3]}' },
      "8:19",
    ],
    ["contact", { contact: '{name: "\\u2605"}' }, "6:17"],
    ["background", { background: '["\\u2605"]' }, "6:14"],
    ["wards", { wards: '["\\u2605"]' }, "6:9"],
    ["committee", { committee: '"\\uD83D\\uDE00"' }, "6:12"],
    ["long form", { abbreviations: '{HSB: "Harmful \\u2605"}' }, "6:22"],
    ["short form", { abbreviations: '{"H\\u2605B": Harmful}' }, "6:17"],
    ["a sign that is not assigned yet", { summary: '"\\U0001FAFF"' }, "6:10"],
  ])("is found at the field: %s", (_name, fields: Fields, place) => {
    expect(errorsIn(fields)).toContain(`character-not-in-fonts ${PATH}:${place}`);
  });

  it.each([
    ["private use", '"\\uE000"', "character-unprintable"],
    ["no character", '"\\uFFFE"', "character-unprintable"],
    ["a character that was lost", '"\\uFFFD"', "character-unprintable"],
    ["a byte-order mark", '"\\uFEFF"', "frontmatter-syntax"],
    ["a control character", '"\\u0007"', "frontmatter-syntax"],
    ["half of a pair", '"\\uD800"', "frontmatter-syntax"],
  ])("is an error likewise where it is %s", (_name, summary, rule) => {
    expect(errorsIn({ summary })).toEqual([`${rule} ${PATH}:6:10`]);
  });

  it("is found once where it is typed as such", () => {
    expect(errorsIn({ summary: '"★"' })).toEqual([`character-not-in-fonts ${PATH}:6:11`]);
  });

  it("is no fault where the fonts have it", () => {
    expect(errorsIn({ summary: '"t\\u0177 \\u2713"' })).toEqual([]);
  });

  it("is found in the file of a meeting and on a plain page", () => {
    const texts = {
      "meetings/children/2019-04-08.md": '---\nvenue: "Hall \\u2605"\n---\n',
      "pages/about.md": '---\ntitle: "About \\u2605"\n---\n\nWords.\n',
    };
    const settings = "committees: [{id: children, name: Children}]\n";
    expect(found(reportOf({}), { texts, settings })).toEqual([
      "character-not-in-fonts meetings/children/2019-04-08.md:2:8",
      "character-not-in-fonts pages/about.md:2:8",
    ]);
  });
});

describe("a sign that the fonts of PDFs lack, in the settings", () => {
  it.each([
    ["council: Sallow ★", "1:10"],
    ['council: "Sallow \\u2605"', "1:10"],
    ["committees: [{id: a, name: A ★}]", "1:28"],
    ["abbreviations: {LGA: Local ★}", "1:22"],
    ['abbreviations: {"L\\u2605": Local}', "1:17"],
    ["council: \uE000", "1:10"],
  ])("is found: %s", (settings, place) => {
    const rule = settings.includes("\uE000") ? "character-unprintable" : "character-not-in-fonts";
    expect(found(reportOf({}), { settings: `${settings}\n` })).toEqual([`${rule} site.yml:${place}`]);
  });

  it("is none in a comment, nor where no PDFs are made", () => {
    expect(found(reportOf({}), { settings: "# ★\ncouncil: Sallow\n" })).toEqual([]);
    expect(found(reportOf({}), { settings: "council: Sallow ★\n", pdf: false })).toEqual([]);
  });
});

describe("a sign in the name of a file", () => {
  it("is found where the name becomes the words of a link", () => {
    const path = "reports/2019/update/★.csv";
    const report = reportOf({}, "See [](update/%E2%98%85.csv).\n");
    expect(found(report, { files: [path] })).toEqual([`character-not-in-fonts ${PATH}:8:5`]);
  });
});

it("is every character that no other rule refuses and that the fonts lack, also one that this machine's Unicode does not know", () => {
  for (const code of [0x2605, 0x1f600, 0x378, 0x1faff, 0xe01ff, 0x3fffd])
    expect(lacksInFonts(String.fromCodePoint(code))).toBeDefined();
});

import { describe, expect, it } from "vitest";
import { noticeRequired } from "../../src/law/laws.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { defaultSettings, readSettings } from "../../src/site/settings.ts";
import { raisedBy, reportOf, sealedTexts } from "../compile-text.ts";

function read(text: string) {
  const { result, findings } = raisedBy((raise) => readSettings({ path: "site.yml", text }, raise));
  return { settings: result, findings };
}

describe("site.yml", () => {
  it.each(["", "\n\n", "   \n", "# nothing yet\n"])("may be empty: %j", (text) => {
    expect(read(text)).toEqual({ settings: defaultSettings, findings: [] });
  });

  it("says what it says, and the rest has its default", () => {
    const { settings, findings } = read(
      [
        "council: Sallow Borough Council",
        "base-url: https://scrutiny.example.gov.uk/reports",
        "jurisdiction: England",
        "numbering-style: decimal",
        "committees:",
        "  - {id: children, name: Children and Young People}",
        "  - name: Health & Care",
        "abbreviations:",
        "  NHS: National Health Service",
        "known: [UK, PDF]",
      ].join("\n"),
    );
    expect(findings).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings,
      council: "Sallow Borough Council",
      baseUrl: "https://scrutiny.example.gov.uk/reports/",
      basePath: "/reports/",
      numberingStyle: "decimal",
      committees: [
        { id: "children", name: "Children and Young People" },
        { id: "health-and-care", name: "Health & Care" },
      ],
      abbreviations: new Map([["NHS", "National Health Service"]]),
      known: new Set(["UK", "PDF"]),
    });
  });

  it.each([
    ["England", "England", 5],
    ["wales", "Wales", 3],
    ["Scotland", "Scotland", 3],
    ["northern-ireland", "Northern Ireland", 5],
  ])("has the law of the nation that it names, and as many days of notice: %s", (typed, council, days) => {
    const { settings, findings } = read(`jurisdiction: ${typed}\n`);
    expect(settings).toEqual({ ...defaultSettings, jurisdictions: { council, committees: new Map() } });
    expect([settings && noticeRequired({ committee: undefined }, settings), findings]).toEqual([days, []]);
  });

  it("has the law of another nation for a committee that follows it, whose days the council's own do not change", () => {
    const text = (more: string): string =>
      `${more}committees:\n  - {name: Roads}\n  - {id: border, name: Border Joint Committee, jurisdiction: wales}\n`;
    const { settings, findings } = read(text(""));
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({
      committees: [
        { id: "roads", name: "Roads" },
        { id: "border", name: "Border Joint Committee" },
      ],
      jurisdictions: { council: "England", committees: new Map([["border", "Wales"]]) },
    });
    const daysOf = (more: string) =>
      ["roads", "border"].map((id) => {
        const asked = read(text(more)).settings;
        return asked && noticeRequired({ committee: { id } }, asked);
      });
    expect(daysOf("")).toEqual([5, 3]);
    expect(daysOf("clear-days: 7\n")).toEqual([7, 3]);
    expect(daysOf("clear-days: 0\n")).toEqual([0, 0]);
  });

  it("reads the council's own days off, and a number of days in place of the law's", () => {
    expect(read("jurisdiction: Scotland\nclear-days: 7\ndays-off:\n  - 21 September 2026\n").settings).toMatchObject({
      clearDays: 7,
      daysOff: ["2026-09-21"],
    });
  });

  it("numbers continuously, where it does not say otherwise", () => {
    expect(read("council: A\n").settings).toMatchObject({ council: "A", numberingStyle: "continuous", committees: [] });
  });

  it.each([
    ["a value of the wrong kind", "council: [A]\n", "settings-value", "1:10", /council/],
    ["an empty value", "council: ''\n", "settings-value", "1:10", /empty/],
    ["a setting that is not known", "council: A\nbase_url: x\n", "settings-value", "2:1", /`base-url`/],
    ["a setting that is like none", "council: A\nxyzzy: x\n", "settings-value", "2:1", /council.*base-url/],
    ["an address without https", "base-url: example.gov.uk\n", "settings-value", "1:11", /https:/],
    ["an address with a question", "base-url: https://a.b/?c\n", "settings-value", "1:11", /https:/],
    ["an address of another kind", "base-url: ftp://a.b/\n", "settings-value", "1:11", /https:/],
    ["a style of numbers that is not known", "numbering-style: roman\n", "settings-value", "1:18", /decimal/],
    [
      "a committee under a law that is not held",
      "committees: [{name: Roads, jurisdiction: Jersey}]\n",
      "settings-value",
      "1:42",
      /must be England, Wales, Scotland or Northern Ireland/,
    ],
    [
      "a jurisdiction whose law is not held",
      "jurisdiction: Jersey\n",
      "settings-value",
      "1:15",
      /England, Wales, Scot/,
    ],
    ["a jurisdiction that is mistyped", "jurisdiction: Scotlnad\n", "settings-value", "1:15", /mean `Scotland`/],
    ["a day off that there is not", "days-off: [2026-02-30]\n", "settings-value", "1:12", /does not exist/],
    ["a day off by itself", "days-off: 2026-12-24\n", "settings-value", "1:11", /list of dates/],
    ["committees that are no list", "committees: Children\n", "settings-value", "1:13", /list/],
    ["a committee without a name", "committees:\n  - id: a\n", "settings-value", "2:5", /name/],
    [
      "an id that no address can hold",
      "committees:\n  - {id: A B, name: C}\n",
      "settings-value",
      "2:10",
      /small letters/,
    ],
    ["abbreviations that are no mapping", "abbreviations: [NHS]\n", "settings-value", "1:16", /mapping/],
    ["an abbreviation that stands for nothing", "abbreviations:\n  NHS: ''\n", "settings-value", "2:8", /empty/],
    ["known that is no list", "known: UK\n", "settings-value", "1:8", /list/],
    ["a tab", "committees:\n\t- name: A\n", "settings-syntax", "2:1", /tab/],
    ["too long a text", `known:\n${"  - ABC\n".repeat(40_000)}`, "settings-syntax", "1:1", /262144 are accepted/],
    ["one setting twice", "council: A\ncouncil: B\n", "settings-syntax", "2:1", /twice/],
    ["an alias", "council: &a A\nbase-url: *a\n", "settings-syntax", undefined, /alias/],
    ["a list", "- council: A\n", "settings-syntax", "1:1", /name: value/],
    ["what follows the end of a document", "council: A\n...\nknown: [UK]\n", "settings-syntax", undefined, /\S/],
    ["a second document", "council: A\n---\nknown: [UK]\n", "settings-syntax", undefined, /\S/],
  ])("is refused with %s, at its place", (_name, text, rule, place, words) => {
    const { settings, findings } = read(text);
    expect(settings).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ rule, place: { path: "site.yml" } });
    expect(findings.map(({ message, fix }) => `${message} ${fix}`).join("\n")).toMatch(words);
    const [first] = findings;
    if (place !== undefined) expect(`${first?.place.line}:${first?.place.column}`).toBe(place);
    expect(first?.fix).toMatch(/\S/);
  });

  it.each([
    ["two committees with one id", "committees:\n  - {id: a, name: A}\n  - {id: a, name: B}\n"],
    ["two committees with one name", "committees:\n  - {id: a, name: A}\n  - {id: b, name: A}\n"],
    ["a committee's name that makes no id", "committees:\n  - name: '&&'\n".replace("&&", "--")],
  ])("is refused with %s: their pages would be one", (_name, text) => {
    expect(read(text).settings).toBeUndefined();
  });

  it.each(["nmae", "Name", "ID"])("offers for `%s` in a committee no setting of the site", (key) => {
    const { findings } = read(`committees:\n  - name: A\n    ${key}: b\n`);
    expect(findings[0]?.message).toMatch(/is not a setting/);
    expect(`${findings[0]?.message} ${findings[0]?.fix}`).not.toMatch(/base-url|council/);
  });
});

it.each([
  'council: "Vale <!-- Qxcommentz --> Council"\n',
  'committees:\n  - {id: a, name: "Cee <!-- Qxcommentz -->"}\n',
  'abbreviations:\n  HSB: "Harmful <!-- Qxcommentz --> Behaviour"\n',
])("site.yml may hold no HTML comment, which would be published: %j", (text) => {
  expect(read(text).settings).toBeUndefined();
});

describe("rules: in site.yml", () => {
  it("sets how grave a rule is", () => {
    const { settings, findings } = read("rules:\n  abbreviation-undefined: error\n  annex-not-mentioned: off\n");
    expect(findings).toEqual([]);
    expect([...(settings?.severities ?? [])]).toEqual([
      ["abbreviation-undefined", "error"],
      ["annex-not-mentioned", "off"],
    ]);
  });

  it.each(["confidential-flag", "block-fence", "exempt-passage", "confidential-reason", "raw-html", "table-cell-lost"])(
    "cannot turn off what guards what is withheld, or words: %s",
    (rule) => {
      const { settings, findings } = read(`council: X\nrules: {${rule}: off}\n`);
      expect(settings).toBeUndefined();
      expect(findings[0]).toMatchObject({ rule: "settings-value", place: { line: 2 } });
    },
  );

  it("names the nearest rule", () => {
    expect(read("rules: {abreviation-undefined: off}\n").findings[0]?.message).toContain("`abbreviation-undefined`");
  });

  it.each(["rules: {abbreviation-undefined: never}\n", "rules: off\n", "rules: [off]\n"])(
    "says what may stand there: %j",
    (text) => {
      expect(read(text).findings).toHaveLength(1);
    },
  );
});

describe("settings that cannot be read", () => {
  it("do not make every short form that they explain an unexplained one", () => {
    const settings = new TextEncoder().encode(
      "abbreviations: {LGA: Local Government Association}\nrules: {no-rule: off}\n",
    );
    const texts = sealedTexts({ "reports/a.md": reportOf({}, "The LGA met.\n") });
    const { diagnostics } = checkContent({ texts, attachments: new Map(), settings, others: [], findings: [] }, {});
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["settings-value"]);
  });
});

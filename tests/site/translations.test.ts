import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printReport } from "../../src/print/print-report.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const SETTINGS = "council: Sallow\nbase-url: https://sallow.example/\nrules: {public-interest: off}\n";
const [EN, CY] = ["reports/en/update.md", "reports/cy/qxa.md"];
type Fields = Readonly<Record<string, string | undefined>>;

const english = (fields: Fields = {}, body = "One.\n\nTwo.\n"): string =>
  reportOf({ title: "Update", translation: "../cy/qxa.md", ...fields }, body);
const welsh = (fields: Fields = {}, body = "Un.\n\nDau.\n"): string =>
  reportOf({ title: "Qxtitlez", lang: "cy", translation: "../en/update.md", ...fields }, body);
const PAIR = { [EN]: english(), [CY]: welsh() };

interface Built {
  readonly edition?: Edition;
  readonly named?: ReadonlySet<string>;
  readonly settings?: string;
}

function built(texts: Readonly<Record<string, string>>, { settings = SETTINGS, ...options }: Built = {}) {
  const checked = checkContent(
    {
      texts: sealedTexts(texts),
      attachments: new Map(),
      settings: new TextEncoder().encode(settings),
      others: [],
      findings: [],
    },
    options,
  );
  const outputs = makeOutputs(checked.site, readTemplates());
  const files = new Map(outputs.map(({ path, content }) => [path, "text" in content ? content.text : ""]));
  const found = checked.diagnostics.map(({ rule, place, message }) => `${place.path} ${rule}: ${message}`);
  return { ...checked, files, found, page: files.get("reports/en/update/index.html") ?? "" };
}

describe("a report in two languages", () => {
  it("leads to the other, in the words of that language", () => {
    const { files, page, found } = built(PAIR);
    expect(found).toEqual([]);
    expect(page).toContain(
      '<p class="report-translation"><a href="../../cy/qxa/" hreflang="cy" lang="cy">Darllen yr adroddiad hwn yn Gymraeg</a></p>',
    );
    expect(files.get("reports/cy/qxa/index.html")).toContain(
      '<p class="report-translation"><a href="../../en/update/" hreflang="en-GB" lang="en-GB">Read this report in English</a></p>',
    );
  });

  it("says at which addresses it is in each, itself too", () => {
    const { files, page } = built(PAIR);
    for (const text of [page, files.get("reports/cy/qxa/index.html")]) {
      expect(text).toContain(
        '<link rel="alternate" hreflang="en-GB" href="https://sallow.example/reports/en/update/">',
      );
      expect(text).toContain('<link rel="alternate" hreflang="cy" href="https://sallow.example/reports/cy/qxa/">');
    }
    const { page: members } = built(PAIR, { edition: "members" });
    expect(members).toContain('<link rel="alternate" hreflang="cy" href="../../cy/qxa/">');
  });

  it("leads from each paragraph to the same one, and to none that is not there", () => {
    const { page, files } = built({
      ...PAIR,
      [EN]: english({}, 'One.\n\nTwo.\n\nThree `<a class="para-number" href="#para-1">`.\n'),
    });
    const links = [...page.matchAll(/<a class="para-translation" href="([^"]*)" hreflang="cy" lang="cy">(.*?)<\/a>/g)];
    expect(links.map(([, href, words]) => `${href} ${words}`)).toEqual([
      '../../cy/qxa/#para-1 CY<span class="visually-hidden">: paragraff 1 yn Gymraeg</span>',
      '../../cy/qxa/#para-2 CY<span class="visually-hidden">: paragraff 2 yn Gymraeg</span>',
    ]);
    expect(files.get("reports/cy/qxa/index.html")).toContain(
      '</a> <a class="para-translation" href="../../en/update/#para-2" hreflang="en-GB" lang="en-GB">EN<span class="visually-hidden">: paragraph 2 in English</span></a>',
    );
  });

  it("has the other in its data, and says in its PDF that there is one", () => {
    const { files, site } = built(PAIR);
    expect(JSON.parse(files.get("reports/en/update/update.json") ?? "")).toMatchObject({
      translation: { lang: "cy", url: "https://sallow.example/reports/cy/qxa/" },
    });
    const printed = site.reports.map((report) => JSON.stringify(printReport(site, report).print.document));
    expect(printed.join()).toContain("This report is also available in Welsh.");
    expect(printed.join()).toContain("Mae’r adroddiad hwn hefyd ar gael yn Saesneg.");
    expect(printed.join()).toContain("https://sallow.example/reports/cy/qxa/");
  });

  it("is in the feed of its language, where the site has two", () => {
    const { files } = built({ ...PAIR, "reports/c.md": reportOf({ title: "Third" }) });
    const titlesIn = (path: string) =>
      [...(files.get(path) ?? "").matchAll(/<entry[\s\S]*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titlesIn("feed-cy.xml")).toEqual(["Qxtitlez"]);
    expect(titlesIn("feed-en.xml").sort()).toEqual(["Third", "Update"]);
    expect(titlesIn("feed.xml")).toHaveLength(3);
    expect(files.get("feed-cy.xml")).toContain("<title>Sallow: adroddiadau craffu</title>");
    expect(files.get("reports/index.html")).toContain(
      '<a href="../feed-cy.xml" type="application/atom+xml" lang="cy">Adroddiadau newydd yn Gymraeg drwy ffrwd (Atom)</a>',
    );
    expect([...built({ [EN]: english() }).files.keys()].filter((path) => path.startsWith("feed"))).toEqual([
      "feed.xml",
    ]);
  });
});

describe("a pair that is none", () => {
  const MISSING =
    "translation-missing: there is no report at the path that `translation:` names, or it is not published, so this one leads to none";

  it.each<[string, Readonly<Record<string, string>>]>([
    ["is not there", {}],
    ["is a draft", { [CY]: welsh({ draft: "true" }) }],
    ["is withheld", { [CY]: welsh({ confidential: "{paragraphs: [3]}", "public-title": "A" }) }],
    ["was withdrawn", { [CY]: welsh({ withdrawn: "{date: 2020-01-01, reason: A}" }) }],
    ["has an error", { [CY]: welsh({}, "<b>Un.</b>\n") }],
  ])("tells nothing of what %s", (_, other) => {
    const alone = built({ [EN]: english() });
    const { page, files, found, diagnostics } = built({ [EN]: english(), ...other });
    expect(found.filter((words) => words.startsWith(EN))).toEqual([`${EN} ${MISSING}`]);
    expect(page).toBe(alone.page);
    expect(files.get("reports/en/update/update.json")).toBe(alone.files.get("reports/en/update/update.json"));
    expect(JSON.stringify(diagnostics).replaceAll(CY, "")).not.toMatch(/qxtitlez/i);
    expect(page).not.toMatch(/hreflang|para-translation|qx/i);
    expect(files.has("feed-cy.xml")).toBe(false);
  });

  it("is there again, in the members' edition, where the other is withheld", () => {
    const { page, found } = built(
      { [EN]: english(), [CY]: welsh({ confidential: "{paragraphs: [3]}", "public-title": "A" }) },
      { edition: "members" },
    );
    expect([found, page.includes('hreflang="cy"')]).toEqual([[], true]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "one-sided",
      { [EN]: english(), [CY]: welsh({ translation: undefined }) },
      [
        `${EN} translation-pair: the report that \`translation:\` names does not name this one, so neither leads to the other`,
      ],
    ],
    [
      "of one language",
      { [EN]: english(), [CY]: welsh({ lang: undefined }) },
      [CY, EN].map(
        (path) =>
          `${path} translation-pair: the two reports that \`translation:\` joins are in the same language, so neither leads to the other`,
      ),
    ],
    [
      "of the report with itself",
      { [EN]: english({ translation: "update.md" }) },
      [`${EN} translation-pair: \`translation:\` names the report that it is in`],
    ],
    ["out of the content folder", { [EN]: english({ translation: "../../../../update.md" }) }, [`${EN} ${MISSING}`]],
    [
      "with an annex",
      {
        [EN]: english({ translation: "update/a.md", annexes: "[{title: A, file: update/a.md}]" }, "See Annex A.\n"),
        "reports/en/update/a.md": "A.\n",
      },
      [`${EN} ${MISSING}`],
    ],
  ])("is %s", (_, texts, expected) => {
    const { found, site, page } = built(texts);
    expect(found).toEqual(expected);
    expect([...site.translations.keys()]).toEqual([]);
    expect(page).not.toMatch(/hreflang|para-translation/);
  });

  it("is with a third, which leads to neither, while the two stay a pair", () => {
    const third = reportOf({ title: "Third", translation: "en/update.md", lang: "cy" });
    const { found, site } = built({ ...PAIR, "reports/c.md": third });
    expect(found).toEqual([
      "reports/c.md translation-pair: the report that `translation:` names is joined with another report, so this one leads to none",
    ]);
    expect([...site.translations.keys()].sort()).toEqual([CY, EN]);
  });

  it("is named by no path of a report", () => {
    for (const translation of ["https://sallow.example/a.md", "../cy/qxa", "../cy/qxa.md#para-1", ""])
      expect(
        built({ [EN]: english({ translation }) }).diagnostics.map(({ rule }) => rule),
        translation,
      ).toEqual(["frontmatter-field-value"]);
  });
});

describe("a report that is behind its translation", () => {
  const amended = (...days: readonly string[]): string =>
    `[${days.map((day) => `{date: ${day}, note: A.}`).join(", ")}]`;

  it.each([
    [
      undefined,
      "2019-06-01",
      [`${CY} translation-behind: the report in the other language was amended on 1 June 2019, and this one was not`],
    ],
    [
      "2019-05-01",
      "2019-06-01",
      [
        `${CY} translation-behind: the report in the other language was amended on 1 June 2019, and this one last on 1 May 2019`,
      ],
    ],
    ["2019-06-01", "2019-06-01", []],
    [
      "2019-07-01",
      undefined,
      [`${EN} translation-behind: the report in the other language was amended on 1 July 2019, and this one was not`],
    ],
  ])("is so by its amendments: %s and %s", (inWelsh, inEnglish, expected) => {
    const fieldsOf = (day: string | undefined): Fields =>
      day === undefined ? {} : { amended: amended("2019-04-01", day) };
    const { found, site } = built({ [EN]: english(fieldsOf(inEnglish)), [CY]: welsh(fieldsOf(inWelsh)) });
    expect(found).toEqual(expected);
    expect(site.translations.size).toBe(2);
  });

  it("is so by the number of its paragraphs, or by what it withholds", () => {
    expect(built({ ...PAIR, [CY]: welsh({}, "Un.\n") }).found).toEqual([
      `${CY} translation-behind: this report has 1 numbered paragraph, and the one in the other language has 2`,
    ]);
    const withheld = built({ ...PAIR, [CY]: welsh({}, "Un.\n\n:::exempt{paragraphs=3}\nQxz.\n:::\n") });
    expect(withheld.found.filter((words) => words.includes("withholds"))).toEqual([
      `${EN} translation-behind: the report in the other language withholds 1 of its parts, and this one none`,
    ]);
  });

  it.each([
    ["other passages", "One.\n\n:::exempt{paragraphs=3}\nTwo.\n:::\n", ":::exempt{paragraphs=3}\nUn.\n:::\n\nDau.\n"],
    ["more paragraphs", ":::exempt{paragraphs=3}\nOne.\n\nTwo.\n:::\n", ":::exempt{paragraphs=3}\nUn.\n:::\n\nDau.\n"],
  ])("is so where as many parts are withheld, and not the same: %s", (_, inEnglish, inWelsh) => {
    const { found } = built({ [EN]: english({}, inEnglish), [CY]: welsh({}, inWelsh) });
    expect(found).toEqual(
      [CY, EN].map(
        (path) => `${path} translation-behind: the report in the other language withholds other parts than this one`,
      ),
    );
  });

  it("is not so where the same parts are withheld", () => {
    const both = (word: string): string => `${word}.\n\n:::exempt{paragraphs=3}\n${word}.\n:::\n`;
    expect(built({ [EN]: english({}, both("One")), [CY]: welsh({}, both("Un")) }).found).toEqual([]);
  });
});

describe("a check of named files", () => {
  it("finds of each of a pair what a check of all finds", () => {
    const sites = [
      PAIR,
      { ...PAIR, [CY]: welsh({}, "Un.\n") },
      { ...PAIR, [EN]: english({}, "One.\n") },
      { [EN]: english(), [CY]: welsh({ translation: undefined }) },
      { [EN]: english(), [CY]: welsh({ lang: undefined }) },
      { ...PAIR, "reports/c.md": reportOf({ translation: "en/update.md", lang: "cy" }) },
    ];
    for (const texts of sites) {
      const all = built(texts).found;
      for (const path of Object.keys(texts)) {
        const named = built(texts, { named: new Set([path]) }).found.filter((words) => words.startsWith(path));
        expect(named, path).toEqual(all.filter((words) => words.startsWith(path)));
      }
    }
  });
});

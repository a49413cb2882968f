import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { emptyCache } from "../../src/site/compile-cache.ts";
import type { Content } from "../../src/site/content.ts";
import { sortFiles } from "../../src/site/content-files.ts";
import { reportOf } from "../compile-text.ts";
import { isThorough, rows, runs } from "../lane.ts";
import { sampleContent } from "../sample-site.ts";
import { type Files, sitesOf } from "../withheld/generated-site.ts";
import { contentOf } from "../withheld/public-outcome.ts";

/** What is found of one report, its annexes and the files in its folder, or of a meeting or a plain page. */
function ofFile(diagnostics: readonly Diagnostic[], path: string): readonly Diagnostic[] {
  const folder = path.replace(/\.md$/, "/");
  return diagnostics.filter(({ place }) => place.path === path || place.path.startsWith(folder));
}

/** Each report, meeting or plain page of which other things are found where it is named alone than where all are checked, with both. */
function unequal(
  content: Content,
  most?: number,
): readonly (readonly [string, readonly Diagnostic[], readonly Diagnostic[]])[] {
  const { diagnostics } = checkContent(content, {});
  const { reports, plainFiles } = sortFiles(content, () => {});
  const paths = [...reports, ...plainFiles.map(({ path }) => path)];
  return rows(paths, most ?? paths.length).flatMap((path) => {
    const alone = ofFile(checkContent(content, { named: new Set([path]) }).diagnostics, path);
    const among = ofFile(diagnostics, path);
    return JSON.stringify(alone) === JSON.stringify(among) ? [] : [[path, alone, among] as const];
  });
}

const rulesIn = (files: Files): readonly string[] =>
  checkContent(contentOf(files), {}).diagnostics.map(({ rule, place }) => `${rule} ${place.path}`);

const annexes = (file: string, more = ""): string => `[{title: Rounds, file: ${file}${more}}]`;
const EXPLAINS = "The Quiet Bin Zone (QBZ) met. The QBZ met.\n";
const EXPLAINS_OTHERWISE = "The Quick Bus Zebra (QBZ) met. The QBZ met.\n";

const page = (body: string): string => `---\ntitle: About\n---\n\n${body}`;
const COMMITTEES = "council: Sallow\ncommittees: [{id: roads, name: Roads Board}]\n";

/** Sites in which something is found of one file only because of another, with what is found. */
const between: readonly (readonly [string, Files, string])[] = [
  [
    "a meaning that an earlier report gives",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
      "reports/b.md": reportOf({ date: "2 January 2018" }, EXPLAINS_OTHERWISE),
      "reports/c.md": reportOf({ date: "2017-01-02" }, "The QBZ is not explained here.\n"),
    },
    "abbreviation-meanings-differ reports/a.md",
  ],
  [
    "a meaning that a report gives which is not the earliest, though its date in words is read last",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
      "reports/b.md": reportOf({ date: "2 January 2018" }, EXPLAINS_OTHERWISE),
      "reports/c.md": reportOf({ date: "2017-01-02" }, EXPLAINS),
    },
    "abbreviation-meanings-differ reports/b.md",
  ],
  [
    "a file in its own folder that another names and withholds",
    {
      "reports/a.md": reportOf({ annexes: annexes("a/r.csv") }, "See Annex A.\n"),
      "reports/a/r.csv": "a\n",
      "reports/b.md": reportOf({ annexes: annexes("a/r.csv", ", confidential: Yes") }, "See Annex A.\n"),
    },
    "file-withheld reports/a.md",
  ],
  [
    "a meaning that an earlier report gives in markup",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
      "reports/b.md": reportOf({ date: "2018-01-02" }, "The Quick Bus Zebra (**Q**BZ) met.\n"),
    },
    "abbreviation-meanings-differ reports/a.md",
  ],
  ...[
    ["with a comment in its short form", "(Q<!-- so -->BZ)"],
    ["with comments after a link in it", "([Q](https://example.org/)<!-- so --><!-- so -->BZ)"],
    ["with a link in it whose address has brackets", "(Q[B](https://example.org/a(b))Z)"],
    ["with a link in it that is defined elsewhere", "(Q[B][it]Z)"],
    ["with two links in it that are defined elsewhere", "([Q][it][B][it]Z)"],
    ["with a letter as its number", "(&#x51;BZ)"],
  ].map(
    ([how, short]) =>
      [
        `a meaning that an earlier report gives ${how}`,
        {
          "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
          "reports/b.md": reportOf(
            { date: "2018-01-02", author: "Bo Lee" },
            `The Quick Bus Zebra ${short} met. The QUZ is none.\n\n[it]: https://example.org/\n`,
          ),
        },
        "abbreviation-meanings-differ reports/a.md",
      ] as const,
  ),
  [
    "a meaning that the frontmatter of an earlier report gives with escapes",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
      "reports/b.md": reportOf(
        { date: "2018-01-02", author: "Bo Lee", abbreviations: '{"\\x51BZ": Quick Bus Zebra}' },
        "It met.\n",
      ),
    },
    "abbreviation-meanings-differ reports/a.md",
  ],
  [
    "a meaning of letters with a sign between them, which has a name",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, "The Quiet & Zonal board (Q&Z) met.\n\n*[Q&Z]: Quiet & Zonal\n"),
      "reports/b.md": reportOf({ date: "2018-01-02" }, "The Quick and Zany (Q&amp;Z) met. The Q\\&Z met.\n"),
    },
    "abbreviation-meanings-differ reports/a.md",
  ],
  [
    "a meaning in an annex of an earlier report",
    {
      "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
      "reports/b.md": reportOf({ date: "2018-01-02", annexes: annexes("b/c.md") }, "See Annex A.\n"),
      "reports/b/c.md": EXPLAINS_OTHERWISE,
    },
    "abbreviation-meanings-differ reports/a.md",
  ],
  [
    "an address that another had before",
    {
      "reports/a.md": reportOf({ formerly: "[reports/b]" }, "It met.\n"),
      "reports/b.md": reportOf({}, "It met.\n"),
    },
    "output-path-twice reports/a.md",
  ],
  [
    "an address that a public title makes",
    {
      "reports/a.md": reportOf({ confidential: "{paragraphs: [3]}", "public-title": "B" }, "It met.\n"),
      "reports/b.md": reportOf({}, "It met.\n"),
    },
    "output-path-twice reports/b.md",
  ],
  [
    "an address with other capitals",
    { "reports/A.md": reportOf({}, "It met.\n"), "reports/a.md": reportOf({}, "It met.\n") },
    "output-path-twice reports/a.md",
  ],
  [
    "a link to what another report does not have",
    {
      "reports/a.md": reportOf({}, "See [it](b.md#nothing).\n"),
      "reports/b.md": reportOf({}, "## Findings\n\nIt met.\n"),
    },
    "link-fragment-missing reports/a.md",
  ],
  [
    "evidence in what another report does not have",
    {
      "reports/a.md": reportOf({}, "It met.\n\nRecommendation 1: That it meets.\n"),
      "reports/a/recommendations.yml": "1: {evidence: 'b.md#nothing'}\n",
      "reports/b.md": reportOf({}, "## Findings\n\nIt met.\n"),
    },
    "link-fragment-missing reports/a/recommendations.yml",
  ],
  [
    "a link into another report's annex",
    {
      "reports/a.md": reportOf({}, "See [it](b/c.md#nothing).\n"),
      "reports/b.md": reportOf({ annexes: annexes("b/c.md") }, "See Annex A.\n"),
      "reports/b/c.md": "It met.\n",
    },
    "link-fragment-missing reports/a.md",
  ],
  [
    "a shared file that another withholds",
    {
      "reports/a.md": reportOf({ annexes: annexes("../shared/r.csv") }, "See Annex A.\n"),
      "reports/b.md": reportOf(
        { annexes: annexes("../shared/r.csv", ", confidential: {paragraphs: [3]}") },
        "See Annex A.\n",
      ),
      "shared/r.csv": "a\n",
    },
    "file-withheld reports/a.md",
  ],
  [
    "a copy of what another withholds",
    {
      "reports/a.md": reportOf({ annexes: annexes("a/r.csv") }, "See Annex A.\n"),
      "reports/a/r.csv": "a\n",
      "reports/b.md": reportOf({ annexes: annexes("b/s.csv", ", confidential: Yes") }, "See Annex A.\n"),
      "reports/b/s.csv": "a\n",
    },
    "file-withheld reports/a.md",
  ],
  [
    "a copy of a file beside a report that cannot be read",
    {
      "reports/a.md": reportOf({ annexes: annexes("a/r.csv") }, "See Annex A.\n"),
      "reports/a/r.csv": "a\n",
      "reports/b.md": "No frontmatter.\n",
      "reports/b/s.csv": "a\n",
    },
    "file-withheld reports/a.md",
  ],
  [
    "a shared file that a report which cannot be read may withhold",
    {
      "reports/a.md": reportOf({ annexes: annexes("../shared/r.csv") }, "See Annex A.\n"),
      "reports/b.md": "confidental: ../shared/r.csv\n",
      "shared/r.csv": "a\n",
    },
    "file-withheld reports/a.md",
  ],
  [
    "a shared file that a name with escapes withholds",
    {
      "reports/a.md": reportOf({ annexes: annexes("../shared/r.csv") }, "See Annex A.\n"),
      "reports/b.md": reportOf(
        { annexes: '[{title: R, "f\\x69le": "../sh\\x61red/r.csv", confidential: Yes}]' },
        "See Annex A.\n",
      ),
      "shared/r.csv": "a\n",
    },
    "file-withheld reports/a.md",
  ],
  [
    "an annex that no report names",
    { "reports/a.md": reportOf({}, "It met.\n"), "reports/a/b.md": "It met.\n" },
    "file-unnamed reports/a/b.md",
  ],
  [
    "an author whom an earlier report writes otherwise",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", author: "Ann O'Hare" }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2 January 2018", author: "ANN O HARE" }, "It met.\n"),
      "reports/c.md": reportOf({ date: "2017-01-02", author: "Ann Ohare" }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "a ward that an earlier report writes with escapes, or with a sign",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", wards: "[Bo and Ly, Mill End]" }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2018-01-02", wards: '["M\\x69ll-End"]' }, "It met.\n"),
      "reports/c.md": reportOf({ date: "2017-01-02", author: "Jo Hay", wards: "[Bo & Ly]" }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "an author whom only a report with an error writes otherwise",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", author: "Ann Hare" }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2018-01-02", author: "ANN HARE" }, "<b>It</b> met.\n"),
      "reports/c.md": reportOf({ date: "2017-01-02", author: "Ann  HARE" }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "an author whose name goes on, on a line of its own",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", author: "Ann Hare" }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2018-01-02", author: "Ann Hare\n  ." }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "an author whose name is too long for an address",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", author: `${"Al ".repeat(90)}Hare` }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2018-01-02", author: `${"AL ".repeat(90)}Hare` }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "two authors who are named together, and of whom the second is written otherwise",
    {
      "reports/a.md": reportOf({ date: "2019-01-02", author: "[Ann Hare, Bo Lee]" }, "It met.\n"),
      "reports/b.md": reportOf({ date: "2018-01-02", author: "[Ann Hare, BO LEE]" }, "It met.\n"),
    },
    "name-spelt-twice reports/a.md",
  ],
  [
    "a link of a report to what a plain page does not have",
    { "reports/a.md": reportOf({}, "See [it](../pages/about.md#nothing).\n"), "pages/about.md": page("It met.\n") },
    "link-fragment-missing reports/a.md",
  ],
  [
    "a link of a report to what the notes of a meeting do not have",
    {
      "site.yml": COMMITTEES,
      "reports/a.md": reportOf({}, "See [it](../meetings/roads/2019-04-08.md#nothing).\n"),
      "meetings/roads/2019-04-08.md": "---\ntime: 6pm\n---\n\nIt met.\n",
    },
    "link-fragment-missing reports/a.md",
  ],
  [
    "a link of a plain page to what a report does not have",
    { "reports/a.md": reportOf({}, "It met.\n"), "pages/about.md": page("See [it](../reports/a.md#nothing).\n") },
    "link-fragment-missing pages/about.md",
  ],
  [
    "links of a meeting to a page and of a page to a meeting",
    {
      "site.yml": COMMITTEES,
      "reports/a.md": reportOf({}, "It met.\n"),
      "meetings/roads/2019-04-08.md": "---\ntime: 6pm\n---\n\nSee [it](../../pages/about.md#nothing).\n",
      "pages/about.md": page("See [it](../meetings/roads/2019-04-08.md#nothing).\n"),
    },
    "link-fragment-missing meetings/roads/2019-04-08.md",
  ],
  [
    "a committee that no report names",
    {
      "reports/a.md": reportOf({ committee: "Roads Board" }, "It met.\n"),
      "reports/b.md": reportOf({ committee: "Housing Board" }, "It met.\n"),
      "meetings/roads-board/2019-04-08.md": "---\ntime: 6pm\n---\n",
      "meetings/housng-board/2019-04-08.md": "---\ntime: 6pm\n---\n",
    },
    "committee-unknown meetings/housng-board/2019-04-08.md",
  ],
  [
    "an address that a report had before, and a page has",
    {
      "reports/a.md": reportOf({ formerly: "[ABOUT]" }, "It met.\n"),
      "pages/about.md": page("It met.\n"),
    },
    "output-path-twice reports/a.md",
  ],
  [
    "pages with other capitals",
    {
      "reports/a.md": reportOf({}, "It met.\n"),
      "pages/About.md": page("It met.\n"),
      "pages/about.md": page("It met.\n"),
    },
    "output-path-twice pages/about.md",
  ],
  [
    "a shared file on a page that a report withholds",
    {
      "reports/a.md": reportOf(
        { annexes: annexes("../shared/r.csv", ", confidential: {paragraphs: [3]}") },
        "See Annex A.\n",
      ),
      "pages/about.md": page("See ![it](../shared/r.csv).\n"),
      "shared/r.csv": "a\n",
    },
    "file-withheld pages/about.md",
  ],
];

describe("what is found of a file that is named alone", () => {
  it.each(between)("is what is found among all files: %s", (_what, files, expected) => {
    expect(rulesIn(files)).toContain(expected);
    expect(unequal(contentOf(files))).toEqual([]);
  });

  it.runIf(isThorough)("is the same in the sample site", async () => {
    const content = await sampleContent();
    expect(unequal(content, 8)).toEqual([]);
  });

  it("is the same in sites that are made of all these together", () => {
    const files = Object.fromEntries(
      between.flatMap(([, site], index) =>
        Object.entries(site)
          .filter(([path]) => path !== "site.yml")
          .map(([path, text]) => [path.replace("reports/", `reports/${index}/`), text]),
      ),
    );
    expect(unequal(contentOf(files), runs(3, 12))).toEqual([]);
  });

  it("is the same however another report writes a short form", () => {
    const wrap = fc.constantFrom<(words: string) => string>(
      (words) => words,
      (words) => `**${words}**`,
      (words) => `*${words}*`,
      (words) => `~~${words}~~`,
      (words) => `[${words}](https://example.org/a_(b))`,
      (words) => `[${words}][it]`,
      (words) => `${words}<!-- so -->`,
      (words) => (words.length === 1 ? `&#${words.charCodeAt(0)};` : `\\${words}`),
    );
    const letters = fc.tuple(...["Q", "B", "Z"].map((letter) => wrap.map((change) => change(letter))));
    let meanings = 0;
    fc.assert(
      fc.property(letters, wrap, wrap, ([first = "", second = "", third = ""], half, whole) => {
        const content = contentOf({
          "reports/a.md": reportOf({ date: "2019-01-02" }, EXPLAINS),
          "reports/b.md": reportOf(
            { date: "2018-01-02", author: "Bo Lee" },
            `The Quick Bus Zebra (${whole(`${half(first + second)}${third}`)}) met.\n\n[it]: https://example.org/\n`,
          ),
        });
        meanings += checkContent(content, {}).diagnostics.filter(
          ({ rule }) => rule === "abbreviation-meanings-differ",
        ).length;
        expect(unequal(content)).toEqual([]);
      }),
      { seed: 20261201, numRuns: runs(8, 400), endOnFailure: true },
    );
    expect(meanings).toBeGreaterThan(runs(1, 80));
  });

  it("is the same in generated sites", () => {
    const tape = fc.uint8Array({ minLength: 120, maxLength: 120 });
    let findings = 0;
    fc.assert(
      fc.property(tape, tape, (publicTape, withheldTape) => {
        for (const site of sitesOf(publicTape, [withheldTape])) {
          // With its settings a generated site is quiet, and without them much is found.
          const { "site.yml": _quiet, ...files } = site;
          const content = contentOf(files);
          findings += checkContent(content, {}).diagnostics.length;
          expect(unequal(content)).toEqual([]);
          expect(unequal(contentOf(site))).toEqual([]);
        }
      }),
      { seed: 20250324, numRuns: runs(4, 60), endOnFailure: true },
    );
    expect(findings).toBeGreaterThan(runs(6, 100));
  });
});

describe("what is compiled for the sake of a report that is named alone", () => {
  const compiledFor = (files: Files): readonly string[] => {
    const compiled = new Set<string>();
    const cache = emptyCache();
    checkContent(contentOf(files), {
      named: new Set(["reports/z.md"]),
      cache: {
        ...cache,
        compile: (opened, context, edition) => {
          compiled.add(opened.source.path);
          return cache.compile(opened, context, edition);
        },
      },
    });
    return [...compiled].filter((path) => path !== "reports/z.md").sort();
  };
  const named = reportOf({ date: "2019-01-02", author: "Ann Hare" }, `${EXPLAINS}\n*[Q&Z]: Quiet & Zonal\n`);
  const earlier = (text: string): string => reportOf({ date: "2018-01-02", author: "Ann Hare" }, text);

  it.each([
    ["an address with signs", "See <https://example.org/a_b~c/d_e>, and *a* **b** `c`.\n"],
    ["an author who is written alike", "It met.\n"],
    ["letters of a short form that has a sign", "Quite some. The Zoo met. Q and Z.\n"],
    ["links and brackets", "See [it](https://example.org/a_b) (it met), [that] and (Mill End).\n"],
  ])("is not a report with %s", (_what, text) => {
    expect(compiledFor({ "reports/a.md": earlier(text), "reports/z.md": named })).toEqual([]);
  });

  it("is one report that explains the same, and not the next", () => {
    const files = { "reports/a.md": earlier(EXPLAINS), "reports/b.md": earlier(EXPLAINS), "reports/z.md": named };
    expect(compiledFor(files)).toEqual(["reports/b.md"]);
  });
});

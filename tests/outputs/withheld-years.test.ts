import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const SETTINGS = "council: Sallow\ncommittees: [{id: roads, name: Roads}]\n";

function filesOf(texts: Readonly<Record<string, string>>, settings = SETTINGS, edition: Edition = "public") {
  const { site } = checkContent(
    {
      texts: sealedTexts(texts),
      attachments: new Map(),
      settings: new TextEncoder().encode(settings),
      others: [],
      findings: [],
    },
    { edition, asOf: "2022-01-01" },
  );
  const files = makeOutputs(site, readTemplates());
  return new Map(files.flatMap(({ path, content }) => ("text" in content ? [[path, content.text] as const] : [])));
}

const TEXTS = {
  "reports/secret.md": reportOf(
    {
      title: "Qxtitlez",
      "public-title": "A contract",
      committee: "roads",
      confidential: "{paragraphs: [3, 5], reason: Bids are open., review: 2022-03-31}",
    },
    "Qxbodyz.\n",
  ),
  "reports/let.md": reportOf(
    {
      title: "The =award",
      date: "2019-05-01",
      confidential: "{paragraphs: [3], review: 2020-03-31}",
      released: "{date: 2021-06-01, reason: The contract was let.}",
    },
    "One.\n",
  ),
  "reports/advice.md": reportOf(
    { title: "Advice", date: "2020-01-01" },
    ":::exempt{paragraphs=5 review=2022-01-31}\nQxpassagez.\n:::\n",
  ),
  "reports/terms.md": reportOf(
    { title: "Terms", date: "2020-02-01", confidential: "{basis: confidential}" },
    "Qx2z.\n",
  ),
  "reports/bare.md": reportOf({ title: "Bare", date: "2020-03-01", confidential: "Yes" }, "Qx3z.\n"),
};

const rowsOf = (csv: string | undefined): readonly string[] => (csv ?? "").split("\r\n").slice(1, -1);

describe("the yearly review of exemptions", () => {
  const files = filesOf(TEXTS);

  it("is there for each year in which something was withheld, released, or is due", () => {
    const years = [...files.keys()].filter((path) => /^withheld\/\d+\/index/.test(path));
    expect(years.sort()).toEqual(["2019", "2020", "2021", "2022"].map((year) => `withheld/${year}/index.html`));
    expect(files.get("withheld/index.html")).toContain('<a href="2021/">2021</a>');
    expect(files.get("reports/index.html")).toContain("withheld/");
  });

  it("has what was withheld in the year, under what, and what of it was released since", () => {
    expect(rowsOf(files.get("withheld/2019/withheld-2019.csv"))).toEqual([
      'withheld,A contract,,2019-03-24,Roads,exempt,"3, 5",Part 1 of Schedule 12A to the Local Government Act 1972,2022-03-31,,,reports/a-contract/',
      "withheld,The =award,,2019-05-01,,exempt,3,Part 1 of Schedule 12A to the Local Government Act 1972,2020-03-31,2021-06-01,The contract was let.,reports/let/",
    ]);
    const page = files.get("withheld/2019/index.html") ?? "";
    expect(page).toContain(
      "Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: Information relating to the financial or business affairs of any particular person (including the authority holding that information).</span> <strong>(2)</strong>",
    );
    expect(page).toContain("paragraphs 3, 5");
    expect(page).toContain('aria-current="page">2019</a>');
  });

  it("has parts of reports, confidential information, and what names nothing", () => {
    expect(rowsOf(files.get("withheld/2020/withheld-2020.csv"))).toEqual([
      "withheld,Advice,Paragraph 1,2020-01-01,,exempt,5,Part 1 of Schedule 12A to the Local Government Act 1972,2022-01-31,,,reports/advice/#para-1",
      "withheld,Terms,,2020-02-01,,confidential,,section 100A(3) of the Local Government Act 1972,,,,reports/terms/",
      "withheld,Bare,,2020-03-01,,exempt,,,,,,reports/bare/",
    ]);
    const page = files.get("withheld/2020/index.html") ?? "";
    expect(page).toContain("No provision is named</span> <strong>(1)</strong>");
    expect(page).toContain("Confidential information: As defined in section 100A(3)");
  });

  it("has what was released in the year, and what is due for review and still withheld", () => {
    expect(rowsOf(files.get("withheld/2021/withheld-2021.csv")).map((row) => row.split(",").slice(0, 2))).toEqual([
      ["released", "The =award"],
    ]);
    expect(rowsOf(files.get("withheld/2022/withheld-2022.csv")).map((row) => row.split(",").slice(0, 2))).toEqual([
      ["due for review", "A contract"],
      ["due for review", "Advice"],
    ]);
  });

  it("says of what is withheld no more than its stub does", () => {
    const all = [...files]
      .filter(([path]) => path.startsWith("withheld/"))
      .flat()
      .join("\n");
    expect(all).not.toMatch(/qx/i);
  });

  it("is there where all was released, and nowhere where nothing was withheld", () => {
    const { "reports/let.md": one } = TEXTS;
    expect([...filesOf({ "reports/let.md": one }).keys()].filter((path) => path.startsWith("withheld/"))).toEqual([
      "withheld/index.html",
      "withheld/2021/index.html",
      "withheld/2021/withheld-2021.csv",
      "withheld/2019/index.html",
      "withheld/2019/withheld-2019.csv",
    ]);
    const open = filesOf({ "reports/a.md": reportOf({}) });
    expect([...open.keys()].filter((path) => path.startsWith("withheld/"))).toEqual([]);
  });

  it("has the paragraphs of the nation's own law", () => {
    const confidential = "{paragraphs: [14]}";
    const texts = { "reports/a.md": reportOf({ confidential }, "One.\n") };
    const page = filesOf(texts, `${SETTINGS}jurisdiction: Wales\n`).get("withheld/2019/index.html");
    expect(page).toContain("Paragraph 14 of Part 4 of Schedule 12A to the Local Government Act 1972");
  });
});

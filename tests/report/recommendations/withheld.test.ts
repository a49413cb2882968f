import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../compile-text.ts";
import { compileReport, findingsOf, rulesOf } from "../../compiled-report.ts";
import { runs } from "../../lane.ts";
import { siteOf } from "../../site-files.ts";

const BODY = `See recommendation 2, recommendation 3 and [it](#recommendation-2).

## Recommendations

- Plant oaks.

:::exempt{paragraphs=3 public-interest=Harm}
- Buy Qxland.
- Sell Qxmeadow.
:::

- Water them.

## Trees

:::exempt{paragraphs=3 public-interest=Harm}
**Recommendation 7:** Pay Qxfirm.
:::

:::recommendation
Prune them.
:::
`;

function recommendationsOf(body: string, edition: "public" | "members") {
  const [report] = siteOf({ "reports/a.md": reportOf({ numbering: "none" }, body) }, { edition }).reports;
  if (report === undefined) throw new Error("the report was refused");
  return report;
}

const RUNS = runs(30, 600);

function editionOf(body: string, edition: "public" | "members") {
  const [report] = siteOf({ "reports/a.md": reportOf({ numbering: "none" }, body) }, { edition }).reports;
  return report?.recommendations;
}

const lines = (body: string, edition: "public" | "members"): readonly string[] =>
  recommendationsOf(body, edition).recommendations.map(
    ({ label, id, text, isWithheld }) => `${label} #${id} ${text}${isWithheld ? " (withheld)" : ""}`,
  );

describe("recommendations that are withheld", () => {
  it("are those of the members' edition alone, and public ones keep their labels", () => {
    expect(lines(BODY, "members")).toEqual([
      "1 #recommendation-1 Plant oaks.",
      "2 #recommendation-2 Buy Qxland. (withheld)",
      "3 #recommendation-3 Sell Qxmeadow. (withheld)",
      "4 #recommendation-4 Water them.",
      "7 #recommendation-7 Pay Qxfirm. (withheld)",
      "8 #recommendation-8 Prune them.",
    ]);
    expect(lines(BODY, "public")).toEqual([
      "1 #recommendation-1 Plant oaks.",
      "4 #recommendation-4 Water them.",
      "8 #recommendation-8 Prune them.",
    ]);
  });

  it("are led to by no reference of the public's", () => {
    const { bodyHtml } = recommendationsOf(BODY, "public");
    expect(bodyHtml).not.toMatch(/Qx|recommendation-[237]/);
    expect(bodyHtml).toContain("See recommendation 2, recommendation 3 and it.");
  });

  it("change nothing of the public page, whatever they say", () => {
    const other = BODY.replace("Buy Qxland", "Qxother").replace(
      "**Recommendation 7:** Pay Qxfirm.",
      "Recommendation 7: No.",
    );
    expect(recommendationsOf(other, "public")).toEqual(recommendationsOf(BODY, "public"));
  });

  it("are quoted by no message", () => {
    const body =
      "It rained.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nRecommendation 1: Qxone.\n\nRecommendation 1: Qxtwo.\n:::\n\nIt froze.";
    const compiled = compileReport(body);
    const { diagnostics } = compiled;
    expect(rulesOf(compiled)).toContain("recommendation-twice");
    expect(JSON.stringify(diagnostics)).not.toContain("Qx");
    expect(JSON.stringify(diagnostics)).not.toContain("recommendation 1");
    expect(findingsOf(compileReport(body))).toEqual(["warning recommendation-twice 6"]);
  });

  it("are not those of the report, where they stand in an annex that is withheld", () => {
    const fields = {
      numbering: "none",
      annexes: "[{title: Prices, file: a/b.md, confidential: {paragraphs: [3], public-interest: Harm}}]",
    };
    const texts = {
      "reports/a.md": reportOf(fields, "See Annex A.\n\nRecommendation 1: Plant."),
      "reports/a/b.md": "Recommendation 2: Qxbuy.\n",
    };
    const labels = (edition: "public" | "members") =>
      siteOf(texts, { edition }).reports.flatMap(({ recommendations }) => recommendations.map(({ label }) => label));
    expect(labels("members")).toEqual(["1", "2"]);
    expect(labels("public")).toEqual(["1"]);
  });

  it("leave public ones their labels where they alone say that they are some", () => {
    const body =
      "## Recommendations\n\n- Plant oaks.\n\n- Water them.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nR9: Buy Qxland.\n:::\n";
    expect(lines(body, "members")).toEqual([
      "1 #recommendation-1 Plant oaks.",
      "2 #recommendation-2 Water them.",
      "R9 #recommendation-9 Buy Qxland. (withheld)",
    ]);
    expect(lines(body, "public")).toEqual(lines(body, "members").slice(0, 2));
  });

  it("leave each public one the label that it has for members, whatever goes before and after it", () => {
    const block = fc.constantFrom(
      "## Recommendations",
      "## Trees",
      "Cabinet is asked to:",
      "Words.",
      "- Plant.",
      "1. Plant.\n2. Prune.",
      "(a) plant;\n\n(b) prune.",
      "R2: Plant.",
      "**Recommendation 3:** Plant.",
      ":::recommendation\nPlant.\n:::",
    );
    const part = fc.record({ block, isWithheld: fc.boolean() });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 9 }), (parts) => {
        const body = parts
          .map(({ block: typed, isWithheld }, at) => {
            const own = typed.replace(/(?<=[Pp]lant|[Pp]rune|Words)/g, ` ${at}`);
            return isWithheld ? `::::exempt{paragraphs=3 public-interest=Harm}\n${own}\n::::` : own;
          })
          .join("\n\n");
        const members = editionOf(body, "members");
        fc.pre(members !== undefined);
        const open = members.filter(({ isWithheld }) => !isWithheld).map(({ label, text }) => `${label} ${text}`);
        const shown = editionOf(body, "public")?.map(({ label, text }) => `${label} ${text}`);
        expect(shown).toEqual(open);
      }),
      { numRuns: RUNS },
    );
  });
});

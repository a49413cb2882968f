import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, textOf } from "../../compiled-report.ts";

/** "3 #recommendation-3 that bins be green" of each. */
function recommendations(body: string, fields = "", settings?: string): readonly string[] {
  const { report, diagnostics } = compileReport(body, { fields, ...(settings === undefined ? {} : { settings }) });
  if (report === undefined) throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === "error")));
  return report.recommendations.map(({ label, id, text }) => `${label} #${id} ${text.replaceAll("\n", " | ")}`);
}

const labels = (body: string, fields = "", settings?: string): readonly string[] =>
  recommendations(body, fields, settings).map((one) => one.split(" ", 1).join(""));

describe("headings below which something is recommended", () => {
  it.each([
    "Recommendation",
    "Recommendations",
    "RECOMMENDATIONS",
    "Recommendations:",
    "Recommendation(s)",
    "Officer recommendation",
    "RECOMMENDED that Cabinet",
    "The Recommendations",
    "Our recommendations",
    "Summary of recommendations",
    "List of recommendations",
    "Recommendations to Cabinet",
    "Recommendations of the Panel",
    "Conclusions and recommendations",
    "Findings and recommendations",
    "Conclusion & Recommendation",
    "It is recommended that",
    "It is recommended:",
    "The Panel recommends that Cabinet:",
    "Council is asked to",
    "Members are invited to",
    "The Committee is recommended to:",
    "Argymhellion",
    "Argymhelliad",
    "Casgliadau ac argymhellion",
    "Gofynnir i’r Cyngor",
  ])("%s", (heading) => {
    expect(labels(`## Costs\n\nIt rained.\n\n## ${heading}\n\n1. Plant.\n2. Water.`)).toEqual(["1", "2"]);
    expect(labels(`## Costs\n\n1. It rained.\n\n**${heading}**\n\n2. Members plant.`)).toEqual(["2"]);
  });

  it.each([
    "Reasons for the recommendations",
    "Progress on recommendations",
    "Response to the recommendations",
    "Summary and recommendations made elsewhere",
    "Alternatives to what is recommended",
    "Costs",
    "Recommended reading",
  ])("but not: %s", (heading) => {
    expect(labels(`## Beginning\n\nIt rained.\n\n## ${heading}\n\n1. Plant.\n2. Water.`)).toEqual([]);
  });

  it("end where another heading of their level begins, and reach across those below them", () => {
    const body =
      "## Recommendations\n\n### To Cabinet\n\n1. Plant.\n\n### To schools\n\n2. Water.\n\n## Costs\n\n1. None.";
    expect(labels(body)).toEqual(["1", "2"]);
  });

  it("are those of the site, too", () => {
    const settings = "council: Ash\nrecommendation-headings: [Proposals, What we want]\n";
    expect(labels("## What we want\n\n1. Plant.\n2. Water.", "", settings)).toEqual(["1", "2"]);
    expect(labels("## What we want\n\n1. Plant.\n2. Water.")).toEqual([]);
  });
});

describe("what is recommended below a heading", () => {
  it.each([
    ["a list", "1. Plant.\n2. Water.", ["1 #recommendation-1 Plant.", "2 #recommendation-2 Water."]],
    ["brackets", "1) Plant.\n\n2) Water.", ["1 #recommendation-1 Plant.", "2 #recommendation-2 Water."]],
    ["letters", "(a) Plant.\n\n(b) Water.", ["(a) #recommendation-a Plant.", "(b) #recommendation-b Water."]],
    ["bullets", "- Plant.\n- Water.", ["1 #recommendation-1 Plant.", "2 #recommendation-2 Water."]],
    [
      "a list that is led in",
      "That Cabinet:\n\n- plant; and\n- water,\n\nand report back.",
      ["1 #recommendation-1 plant; and", "2 #recommendation-2 water,"],
    ],
    ["a sentence", "That Cabinet plant.", ["2 #recommendation-2 That Cabinet plant."]],
  ])("%s", (_name, below, expected) => {
    expect(recommendations(`## Costs\n\nIt rained.\n\n## Recommendations\n\n${below}`)).toEqual(expected);
  });

  it("sentences without numbers of a paper that has none", () => {
    const body = "## Recommendations\n\nThat Cabinet plant.\n\nThat it water.\n\nContact: A Reed";
    expect(recommendations(body, "numbering: none")).toEqual([
      "1 #recommendation-1 That Cabinet plant.",
      "2 #recommendation-2 That it water.",
    ]);
  });

  it("what a line in bold runs into", () => {
    const body =
      "**Ward:** All\n\n**Recommendations:** That it plant;\n\nThat it water.\n\n**Officer:** A Reed\n\n## Costs\n\nNone.";
    expect(recommendations(body, "numbering: none")).toEqual([
      "1 #recommendation-1 That it plant;",
      "2 #recommendation-2 That it water.",
    ]);
  });

  it("the points of a numbered paragraph, and of an item", () => {
    expect(
      labels("## A\n\n1. It rained.\n\n## Recommendations\n\n2. Cabinet is to:\n\n(i) plant\n\n(ii) water"),
    ).toEqual(["2", "2(i)", "2(ii)"]);
    expect(
      labels(
        "## A\n\n1. It rained.\n\n2. It froze.\n\n## Recommendations\n\n1. To agree:\n\n1.1. plants\n\n1.2. water",
      ),
    ).toEqual(["1", "1.1", "1.2"]);
  });
});

describe("a paragraph that says that it is a recommendation", () => {
  it.each([
    ["Recommendation 3: Plant.", "3"],
    ["Recommendation 3. Plant.", "3"],
    ["Recommendation 3 – Plant.", "3"],
    ["Recommendation No. 3: Plant.", "3"],
    ["**Recommendation 3:** Plant.", "3"],
    ["**Recommendation 3**: Plant.", "3"],
    ["**Recommendation 3** Plant.", "3"],
    ["**Recommendation 3: Plant.**", "3"],
    ["*Recommendation 3* Plant.", "3"],
    ["RECOMMENDATION 3: Plant.", "3"],
    ["Recommendation (a): Plant.", "a"],
    ["Recommendation R3: Plant.", "R3"],
    ["Recommendation 3\nThat it plant.", "3"],
    ["Recommendation 3 That it plant.", "3"],
    ["R3. Plant.", "R3"],
    ["R3: Plant.", "R3"],
    ["**R3** Plant.", "R3"],
    ["**R3.** Plant.", "R3"],
    ["R3 – Plant.", "R3"],
    ["Argymhelliad 3: Plannu.", "3"],
    ["**Argymhelliad 3** Plannu.", "3"],
  ])("%s", (words, label) => {
    const expected = [
      `${label} #recommendation-${label.replace("R", "")} ${/(?:Plannu|(?:That it p|P)lant)\.$/.exec(words.replaceAll("*", ""))?.[0]}`,
    ];
    for (const body of [
      `It rained.\n\n${words}`,
      `1. It rained.\n\n2. ${words}`,
      `1. It rained.\n\n${words}`,
      `It rained:\n\n- ${words}`,
    ]) {
      expect(recommendations(body).map((one) => one.replace(/^(\S+) (\S+) \*?Recommendation.*?: /, "$1 $2 "))).toEqual(
        expected,
      );
    }
  });

  it.each([
    "Recommendation 3 was accepted.",
    "Recommendation 3 to Cabinet was accepted.",
    "Recommendation 3 that trees be planted was accepted.",
    "Recommendation 3 and recommendation 4: both were accepted.",
    "Recommendations 3 to 5: all were accepted.",
    "The panel made recommendation 3: plant.",
    "R3 was accepted.",
    "Recommendation: plant.",
    "> Recommendation 3: plant.",
  ])("but not: %s", (words) => {
    expect(labels(`It rained.\n\n${words}`)).toEqual([]);
  });

  it("stands below a heading of its own, plain or bold", () => {
    expect(
      recommendations("It rained.\n\n## Recommendation 1: Trees\n\nPlant.\n\n**Recommendation 2**\n\nWater."),
    ).toEqual(["1 #recommendation-1 Plant.", "2 #recommendation-2 Water."]);
  });

  it("stands below a line of its own", () => {
    expect(recommendations("1. It rained.\n\nRecommendation 1\n\nThat it plant.\n\nIt froze.")).toEqual([
      "1 #recommendation-1 That it plant.",
    ]);
  });

  it("is all that is recommended in its section", () => {
    expect(
      labels("## Conclusions and recommendations\n\nIt rained.\n\n**Recommendation 1:** Plant.\n\nIt froze."),
    ).toEqual(["1"]);
  });
});

describe("the label of a recommendation", () => {
  it("stays, where it stands twice with the same words, and both places are marked", () => {
    const { report, page, diagnostics } = compileReport(
      "## Summary of recommendations\n\n1. Plant trees.\n2. Water them.\n\n## Trees\n\nIt rained.\n\n**Recommendation 1:** plant trees\n\nSee recommendation 1.",
    );
    expect(report?.recommendations.map(({ label, id }) => [label, id])).toEqual([
      ["1", "recommendation-1"],
      ["2", "recommendation-2"],
    ]);
    expect(page.byId("recommendation-1")?.attributes.get("href")).toBe("#recommendation-1-2");
    expect(page.byId("recommendation-1-2")).toBeDefined();
    expect(diagnostics.filter(({ rule }) => rule === "recommendation-twice")).toEqual([]);
  });

  it("is warned of, where the words differ", () => {
    expect(findingsOf(compileReport("It rained.\n\nRecommendation 1: Plant.\n\nRecommendation 1: Water."))).toEqual([
      "warning recommendation-twice 5",
    ]);
  });

  it("is a number that no other has, where none was typed", () => {
    expect(labels("It rained.\n\nRecommendation 2: Plant.\n\n## Recommendations\n\n- Water.\n- Prune.")).toEqual([
      "2",
      "3",
      "4",
    ]);
    expect(labels("## Recommendations\n\n- Water.\n- Prune.\n\n## A\n\nRecommendation 1: Plant.")).toEqual([
      "2",
      "3",
      "1",
    ]);
  });
});

describe("references to recommendations", () => {
  const links = (body: string): readonly string[] =>
    compileReport(body)
      .page.all("a")
      .filter(({ attributes }) => !/number|mark/.test(attributes.get("class") ?? ""))
      .map((link) => `${textOf(link)} ${attributes(link)}`);
  const attributes = (link: { readonly attributes: ReadonlyMap<string, string> }) => link.attributes.get("href") ?? "";
  const LIST = "\n\n## Recommendations\n\n1. Plant.\n2. Water.\n3. Prune.";

  it.each([
    ["See recommendation 2.", ["recommendation 2 #recommendation-2"]],
    ["Recommendations 1 and 3 cost most.", ["Recommendations 1 #recommendation-1", "3 #recommendation-3"]],
    ["See recommendations 1 to 3.", ["recommendations 1 #recommendation-1", "3 #recommendation-3"]],
    ["See recommendation 4.", []],
    ["See recommendation 2 of the Ombudsman's report.", []],
    ["See recommendation 2 {elsewhere}.", []],
    ["See R2.", []],
    ["Argymhelliad 2 is meant.", []],
  ])("%s", (words, expected) => {
    expect(links(words + LIST)).toEqual(expected);
  });

  it("by letters", () => {
    const list = "\n\n## Recommendations\n\n(a) Plant.\n\n(b) Water.";
    expect(links(`See recommendation (b).${list}`)).toEqual(["recommendation (b) #recommendation-b"]);
    expect(links(`See recommendations (a) and (b).${list}`)).toEqual([
      "recommendations (a) #recommendation-a",
      "(b) #recommendation-b",
    ]);
  });

  it("by R2, and by the number of R2", () => {
    const list = "\n\nR1. Plant.\n\nR2. Water, as R1 says.";
    expect(links(`See R2, recommendation 2, recommendation R2 and recommendations R1 and R2.${list}`)).toEqual([
      "R2 #recommendation-2",
      "recommendation 2 #recommendation-2",
      "recommendation R2 #recommendation-2",
      "recommendations R1 #recommendation-1",
      "R2 #recommendation-2",
      "R1 #recommendation-1",
    ]);
    expect(links(`See R12, the R2-D2 and A/R2.${list}`)).toEqual(["R1 #recommendation-1"]);
  });

  it("in a link of an author's own", () => {
    expect(links(`See [](#recommendation-2) and [it](#recommendation-3).${LIST}`)).toEqual([
      "recommendation 2 #recommendation-2",
      "it #recommendation-3",
    ]);
  });

  it("in Welsh", () => {
    const { page } = compileReport("Gweler argymhelliad 2.\n\nArgymhelliad 1: Plannu.\n\nArgymhelliad 2: Dyfrio.", {
      fields: "lang: cy",
    });
    expect(page.all("a").map((link) => link.attributes.get("href"))).toContain("#recommendation-2");
  });
});

describe("what stands between :::recommendation and :::", () => {
  it.each([
    ["words", "That it plant.", "", "1 #recommendation-1 That it plant."],
    ["a typed number", "3. That it plant.", "", "3 #recommendation-3 That it plant."],
    ["a letter", "(b) That it plant.", "", "(b) #recommendation-b That it plant."],
    ["R3", "R3. That it plant.", "", "R3 #recommendation-3 That it plant."],
    ["a noun", "**Recommendation 3:** That it plant.", "", "3 #recommendation-3 That it plant."],
    ["the number of a paragraph", "2. That it plant.", "1. It froze.\n\n", "2 #recommendation-2 That it plant."],
    ["another number", "7. That it plant.", "1. It froze.\n\n", "7 #recommendation-7 That it plant."],
  ])("is a recommendation: %s", (_name, words, above, expected) => {
    expect(
      recommendations(`${above === "" ? "It rained.\n\n" : above}:::recommendation\n${words}\n:::\n\nIt ends.`),
    ).toEqual([expected]);
  });

  it("is one with all of its paragraphs, which keep the numbers that are due", () => {
    const { page, report } = compileReport(
      "It rained.\n\n:::recommendation\nThat it plant:\n\n- oaks\n\nThat it water.\n:::\n\nIt ends.",
    );
    expect(page.paragraphs).toEqual(["1. It rained.", "2. That it plant: oaks", "3. That it water.", "4. It ends."]);
    expect(report?.recommendations.map(({ label, text, paragraph }) => [label, paragraph, text])).toEqual([
      ["1", "2", "That it plant:\n• oaks\nThat it water."],
    ]);
  });

  it("leaves typed numbers as they were", () => {
    const { page } = compileReport(
      "1. It rained.\n\n:::recommendation\n2. That it plant.\n\nOaks.\n:::\n\n3. It ends.",
    );
    expect(page.paragraphs).toEqual(["1. It rained.", "2. That it plant. Oaks.", "3. It ends."]);
    const other = compileReport("1. It rained.\n\n:::recommendation\n7. That it plant.\n:::\n\n2. It ends.");
    expect(other.page.paragraphs).toEqual(["1. It rained. Recommendation 7. That it plant.", "2. It ends."]);
  });

  it("is each of several items", () => {
    expect(labels("It rained.\n\n:::recommendation\n1. That it plant.\n2. That it water.\n:::")).toEqual(["1", "2"]);
  });
});

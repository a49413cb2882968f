import { describe, expect, it } from "vitest";
import { compileReport, rulesOf, textOf } from "../compiled-report.ts";

const ENOUGH = Array.from({ length: 32 }, (_, n) => `Text of paragraph number ${n + 1}.`).join("\n\n");
const ANNEXES = "## Annex A: X\n\nFirst.\n\nSecond.\n\n## Annex B: Y\n\nFirst.\n\n## Appendix 1: Z\n\nFirst.";

/** The links within the report that one sentence gets, as "words → fragment"; the sentence is paragraph 33. */
function links(sentence: string): readonly string[] {
  const compiled = compileReport(`${ENOUGH}\n\n${sentence}\n\n${ANNEXES}`);
  const paragraph = compiled.page.byId("para-33");
  return compiled.page
    .all("a")
    .filter(({ attributes, parent }) => attributes.get("href")?.startsWith("#") && parent !== paragraph)
    .filter(({ attributes }) => !/abbr|fn/.test(attributes.get("href") ?? ""))
    .filter((element) => {
      for (let above = element.parent; above !== undefined; above = above.parent) if (above === paragraph) return true;
      return false;
    })
    .map((element) => `${textOf(element)} → ${element.attributes.get("href")?.slice(1)}`);
}

describe("words that refer to this report become links", () => {
  it.each([
    ["See paragraph 14.", ["paragraph 14 → para-14"]],
    ["Paragraph 14 gives the cost.", ["Paragraph 14 → para-14"]],
    ["See paragraphs 14 and 16.", ["paragraphs 14 → para-14", "16 → para-16"]],
    ["See paragraphs 14 to 17.", ["paragraphs 14 → para-14", "17 → para-17"]],
    ["See paragraphs 14, 15 and 17.", ["paragraphs 14 → para-14", "15 → para-15", "17 → para-17"]],
    ["See paragraphs 14, 15, and 17.", ["paragraphs 14 → para-14", "15 → para-15", "17 → para-17"]],
    ["In paragraphs 3 and 4, 15 of them are named.", ["paragraphs 3 → para-3", "4 → para-4"]],
    ["See paragraphs 14 or 15.", ["paragraphs 14 → para-14", "15 → para-15"]],
    ["See paragraphs 14–17.", ["paragraphs 14 → para-14", "17 → para-17"]],
    ["See paragraphs 14-17.", ["paragraphs 14 → para-14", "17 → para-17"]],
    ["See paragraphs 14 – 17.", ["paragraphs 14 → para-14", "17 → para-17"]],
    ["See paragraphs 14 & 15.", ["paragraphs 14 → para-14", "15 → para-15"]],
    ["See paras 3–5.", ["paras 3 → para-3", "5 → para-5"]],
    ["See paras. 3 and 5.", ["paras. 3 → para-3", "5 → para-5"]],
    ["See para 6 above.", ["para 6 → para-6"]],
    ["See para. 6.", ["para. 6 → para-6"]],
    ["See Para 6.", ["Para 6 → para-6"]],
    ["See PARAGRAPH 6.", ["PARAGRAPH 6 → para-6"]],
    ["As paragraph 12 says, costs rose.", ["paragraph 12 → para-12"]],
    ["As stated in paragraph 12 above, costs rose.", ["paragraph 12 → para-12"]],
    ["As stated in paragraph 12 below, costs rose.", ["paragraph 12 → para-12"]],
    ["(see paragraph 12)", ["paragraph 12 → para-12"]],
    ["Costs rose (paragraph 12).", ["paragraph 12 → para-12"]],
    ["Costs rose (paragraphs 12 to 14), and fell.", ["paragraphs 12 → para-12", "14 → para-14"]],
    ["Costs rose – paragraph 12 – and fell.", ["paragraph 12 → para-12"]],
    ["For costs, see paragraph 12; for staff, paragraph 13.", ["paragraph 12 → para-12", "paragraph 13 → para-13"]],
    ["Members should note paragraph 12.", ["paragraph 12 → para-12"]],
    ["The reasons are in paragraph 12 of this report.", ["paragraph 12 → para-12"]],
    ["The reasons are in paragraph 12 in this report.", ["paragraph 12 → para-12"]],
    ["paragraph 14(a) lists them", ["paragraph 14(a) → para-14"]],
    ["See paragraph 14(a)(ii).", ["paragraph 14(a)(ii) → para-14"]],
    ["See paragraphs 14(a) and 14(b).", ["paragraphs 14(a) → para-14", "14(b) → para-14"]],
    ["See paragraph\n14.", ["paragraph 14 → para-14"]],
    ["See paragraph\u00a014.", ["paragraph 14 → para-14"]],
    ["See *paragraph 14*.", ["paragraph 14 → para-14"]],
    ["The options in paragraphs 5 and 6 were rejected.", ["paragraphs 5 → para-5", "6 → para-6"]],
    ["We agreed with paragraph 1.", ["paragraph 1 → para-1"]],
    ["See paragraph A2.", ["paragraph A2 → para-A2"]],
    ["See paragraphs A1 and A2.", ["paragraphs A1 → para-A1", "A2 → para-A2"]],
    ["See paragraph B1 and paragraph 3.", ["paragraph B1 → para-B1", "paragraph 3 → para-3"]],
    ["It is attached as Annex A.", ["Annex A → annex-A"]],
    ["Annex A shows it.", ["Annex A → annex-A"]],
    ["See annex A.", ["annex A → annex-A"]],
    ["See ANNEX A.", ["ANNEX A → annex-A"]],
    ["See Annexes A and B.", ["Annexes A → annex-A", "B → annex-B"]],
    ["See Annex A and Annex B.", ["Annex A → annex-A", "Annex B → annex-B"]],
    ["See Annexes A to B.", ["Annexes A → annex-A", "B → annex-B"]],
    ["See Appendix 1.", ["Appendix 1 → annex-1"]],
    ["See appendix 1.", ["appendix 1 → annex-1"]],
    ["See Appendices A and 1.", ["Appendices A → annex-A", "1 → annex-1"]],
    ["See Appendix A.", ["Appendix A → annex-A"]],
    ["See Annex 1.", ["Annex 1 → annex-1"]],
    ["Costs are in the body of the report, in particular paragraph 12.", ["paragraph 12 → para-12"]],
    [
      "The auditor's report is discussed at paragraph 12 and our reply to it at paragraph 14.",
      ["paragraph 12 → para-12", "paragraph 14 → para-14"],
    ],
    ["The method is described in paragraph 2 of Annex A.", ["paragraph 2 → para-A2", "Annex A → annex-A"]],
    ["The strategy should be read with paragraph 12.", ["paragraph 12 → para-12"]],
    ["(Annex A)", ["Annex A → annex-A"]],
    ["(Annexes A, B and 1)", ["Annexes A → annex-A", "B → annex-B", "1 → annex-1"]],
    ["Annex A to this report shows it.", ["Annex A → annex-A"]],
    ["Annex A of this report shows it.", ["Annex A → annex-A"]],
    ["The budget in Annex A, paragraph A2, is new.", ["Annex A → annex-A", "paragraph A2 → para-A2"]],
    ["Costs are in Annex A: they rose.", ["Annex A → annex-A"]],
    ["A summary of paragraph 4 and Annex B is given.", ["paragraph 4 → para-4", "Annex B → annex-B"]],
    ["Since 2018, paragraph 4 has applied.", ["paragraph 4 → para-4"]],
    ["For the Cabinet, paragraph 12 below gives the costs.", ["paragraph 12 → para-12"]],
    ["The costs are in paragraph 12 of the present report.", ["paragraph 12 → para-12"]],
    ["As in paragraph 4, costs rose.", ["paragraph 4 → para-4"]],
    ["Officers explain it. In paragraph 4 they say why.", ["paragraph 4 → para-4"]],
    ["In October, paragraph 4 was added.", ["paragraph 4 → para-4"]],
    ["Nothing in paragraph 4 binds the Council.", ["paragraph 4 → para-4"]],
    ["Compare paragraph 4 with paragraph 5.", ["paragraph 4 → para-4", "paragraph 5 → para-5"]],
    ["Members asked about Annex A's costs.", ["Annex A → annex-A"]],
    ["The Director's view is in paragraph 9.", ["paragraph 9 → para-9"]],
    ["The Committee is asked to agree paragraph 9.", ["paragraph 9 → para-9"]],
    ["The risks at paragraph 9 remain.", ["paragraph 9 → para-9"]],
  ])("%j gives %j", (sentence, expected) => {
    expect(links(sentence)).toEqual(expected);
  });
});

describe("words that are no reference to this report are left alone, without a warning", () => {
  it.each([
    "It is exempt under paragraph 3 of Schedule 12A.",
    "It is exempt under paragraph 3 of Part 1 of Schedule 12A.",
    "It is exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A.",
    "It is exempt under paragraphs 1, 2 and 3 of Part 1 of Schedule 12A to the Act.",
    "See paragraph 4 of the minutes.",
    "Few knew the definition in that Annex 1.",
    "Footnote 7 to the Framework, read with paragraph 4, says when.",
    "The court heard that byelaw 14, paragraph 4, forbids it.",
    "The reasons for refusal, paragraph 4 in particular, were poor.",
    "In a letter of 6 June the company promised, at paragraph 4, to mend it.",
    "The Youth Plan was approved in July and covers at paragraph 4 the use of custody.",
    "The call-in request, at paragraph 4, alleges that nobody was asked.",
    "The tenant sublet in breach of paragraph 4.",
    "The policy is unclear. Paragraph 4 says one thing.",
    "The district auditor, writing in May, warned at paragraph 5 that reserves were low.",
    "See paragraph 4 of the Act.",
    "See paragraph 4 of the 1972 Act.",
    "See paragraph 4 of that report.",
    "See paragraph 4 of its report.",
    "See paragraph 4 of their letter.",
    "See paragraph 4 of Part 2.",
    "See paragraph 4 of Section 5.",
    "See paragraph 4 of Chapter 5.",
    "See paragraph 4 of Working Together 2018.",
    "See paragraph 4 of *Working Together 2018*.",
    "See paragraph 4 of last year's report.",
    "See paragraph 4 of our earlier report.",
    "See paragraph 4 of an earlier report.",
    "See paragraph 4 in the guidance.",
    "See paragraph 4 to the Schedule.",
    "See paragraphs 12 and 13 of Annex B {elsewhere}.",
    "See paragraph 4(a) of the Regulations.",
    "See paragraphs 4 to 6 of the Code.",
    "See paragraphs 4–6 of the Code.",
    "See the NPPF, paragraph 172.",
    "See the NPPF, paragraph 12.",
    "See NPPF paragraph 12.",
    "See the NPPF (paragraph 12).",
    "See the NPPF at paragraph 12.",
    "See the Act, paragraph 4.",
    "See Schedule 12A, paragraph 3.",
    "See Schedule 12A paragraph 3.",
    "See Part 1, paragraph 3.",
    "See the Local Plan, paragraphs 4 and 5.",
    "See the Code of Practice, paragraph 4.",
    "Under the Local Government Act 1972, paragraph 3, it is exempt.",
    "See paragraph 14 {elsewhere}.",
    "See paragraph 99 {elsewhere}.",
    "See paragraph 14, about housing {elsewhere}.",
    "See paragraphs 98 and 99 {elsewhere}.",
    "See Annex Z {elsewhere}.",
    "See Annex A {elsewhere}.",
    "See Annex A of the Local Plan.",
    "See Annex A to the Code.",
    "See Annex B of the NPPF.",
    "See Appendix 1 of the minutes.",
    "See Appendix 1 to the Constitution.",
    "See Annex A of their report.",
    "Each paragraph is numbered.",
    "The paragraph above says it.",
    "The last 3 paragraphs say it.",
    "Paragraph three says it.",
    "The parachute 3 team met.",
    "The paralympic 3 team met.",
    "An annex was built in 2018.",
    "A subparagraph 4 was added.",
    "Sub-paragraph 4 was added.",
    "See `paragraph 14`.",
    "See [paragraph 14](https://example.org/plan).",
    "The Annex is open.",
    "Annexation of land is rare.",
    "The appendix Bill wrote is long.",
    "Annex Alpha is a building.",
    "The town of Paragraph 4ever is not real.",
    "See paragraph 14.5 {elsewhere}.",
    "See sections 14 and 15.",
    "See page 14.",
    "See para14.",
  ])("%s", (sentence) => {
    const compiled = compileReport(`${ENOUGH}\n\n${sentence}\n\n${ANNEXES}`, {
      settings: "known: [NPPF]\n",
    });
    expect(links(sentence)).toEqual([]);
    expect(rulesOf(compiled)).not.toContain("reference-missing");
    expect(compiled.page.text).not.toContain("{elsewhere}");
  });
});

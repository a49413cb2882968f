import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/settings.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { emptyCache } from "../../src/site/compile-cache.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const OUTCOMES = "reports/a/recommendations.yml";
const BODY = "We met.\n\n## Recommendations\n\n1. That fares fall.\n2. That buses run.\n";
const LETTERED = "We met.\n\n## Recommendations\n\n(a) That fares fall.\n\n(b) That buses run.\n";

/** A public report whose paragraphs are numbered automatically. */
const paper = (fields: Readonly<Record<string, string>>, body?: string): string =>
  reportOf({ numbering: "automatic", ...fields }, body);

interface Asked {
  readonly edition?: Edition;
  readonly keepGoing?: boolean;
  readonly asOf?: string;
}

function contentOf(texts: Readonly<Record<string, string>>) {
  return { texts: sealedTexts(texts), attachments: new Map(), settings: undefined, others: [], findings: [] };
}

function check(texts: Readonly<Record<string, string>>, asked: Asked = {}) {
  const checked = checkContent(contentOf(texts), { ...asked, pdf: false });
  const found = checked.diagnostics.map(({ rule, place, message }) => `${rule} ${place.path}:${place.line} ${message}`);
  return { ...checked, found };
}

describe("what the file of outcomes says", () => {
  it("belongs to the recommendations with its labels", () => {
    const { found, site } = check({
      "reports/a.md": paper({}, BODY),
      [OUTCOMES]: "notice: 2019-04-01\n2: {to: Cabinet, response: rejected, date: 2019-05-01}\n",
    });
    expect(found).toEqual([]);
    expect(site.reports[0]?.notice).toBe("2019-04-01");
    expect(site.reports[0]?.recommendations.map(({ label, outcome }) => [label, outcome])).toEqual([
      ["1", { response: "awaited" }],
      ["2", { response: "rejected", to: "Cabinet", date: "2019-05-01" }],
    ]);
  });

  it.each(["(a)", "a", "a.", "Recommendation (a)", "A"])("is found by a label in another dress: %s", (label) => {
    const { found, site } = check({
      "reports/a.md": paper({}, LETTERED),
      [OUTCOMES]: `"${label}": {to: Cabinet}\n`,
    });
    expect(found).toEqual([]);
    expect(site.reports[0]?.recommendations[0]?.outcome.to).toBe("Cabinet");
  });

  it.each([
    [
      "a label that the report does not have",
      "3: {to: Cabinet}\n",
      `recommendations-file ${OUTCOMES}:1 the report has no recommendation 3`,
    ],
    [
      "two labels of one recommendation",
      "1: {to: Cabinet}\n1.: {to: Council}\n",
      `recommendations-file ${OUTCOMES}:2 recommendation 1 is here twice`,
    ],
    [
      "evidence that is not there",
      "1:\n  evidence: b.md\n",
      `link-target-missing ${OUTCOMES}:2 there is no file reports/b.md in the content folder`,
    ],
    [
      "evidence in a paragraph that is not there",
      "1: {to: Cabinet}\n2: {evidence: c.md#para-9}\n",
      `link-fragment-missing ${OUTCOMES}:2 nothing in reports/c.md is called #para-9`,
    ],
    [
      "evidence in the report itself that is not there",
      "1: {evidence: '#para-9'}\n",
      `link-fragment-missing ${OUTCOMES}:1 nothing in reports/a.md is called #para-9`,
    ],
    [
      "a response before the report",
      "1: {response: accepted, date: 2018-05-01}\n",
      `recommendations-dates ${OUTCOMES}:1 the response was given on a day before that of the report, 24 March 2019`,
    ],
    [
      "notice before the report",
      "notice: 2018-05-01\n",
      `recommendations-dates ${OUTCOMES}:1 notice was given on a day before that of the report, 24 March 2019`,
    ],
    [
      "something due before the report",
      "1: {due: 2018-05-01}\n",
      `recommendations-dates ${OUTCOMES}:1 this was due on a day before that of the report, 24 March 2019`,
    ],
    [
      "words that say that it is not public",
      "1: {note: NOT FOR PUBLICATION}\n",
      `confidential-in-body ${OUTCOMES}:1 the words here say that this is not public, and it is published with the recommendation`,
    ],
  ])("is held against the report: %s", (_name, text, expected) => {
    const { found } = check({
      "reports/a.md": paper({}, BODY),
      "reports/c.md": paper({ title: "Progress" }),
      [OUTCOMES]: text,
    });
    expect(found).toEqual([expected]);
  });

  it("may hold an answer from before notice was given to the executive", () => {
    const outcomes = "notice: 2019-05-02\n1: {to: Health Board, response: accepted, date: 2019-05-01}\n";
    expect(check({ "reports/a.md": paper({}, BODY), [OUTCOMES]: outcomes }).found).toEqual([]);
  });

  it("is an error where the report has no recommendations", () => {
    const { found, compiled } = check({ "reports/a.md": paper({}), [OUTCOMES]: "1: {to: Cabinet}\n" });
    expect(found).toEqual([expect.stringMatching(/^recommendations-file .*has no recommendations/)]);
    expect(compiled[0]?.outcome).toBe("refused");
  });

  it("is an error where it is no text", () => {
    const content = { ...contentOf({ "reports/a.md": paper({}, BODY) }) };
    const texts = new Map([...content.texts, ...sealedTexts({ [OUTCOMES]: new Uint8Array([0x31, 0xff]) })]);
    const { diagnostics, compiled } = checkContent({ ...content, texts }, { pdf: false });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.path}`)).toEqual([`file-encoding ${OUTCOMES}`]);
    expect(compiled[0]?.outcome).toBe("refused");
  });

  it("takes the report out with --keep-going, where it leads nowhere", () => {
    const { site } = check(
      {
        "reports/a.md": paper({}, BODY),
        "reports/c.md": paper({ title: "Progress" }),
        [OUTCOMES]: "2: {evidence: c.md#para-9}\n",
      },
      { keepGoing: true },
    );
    expect(site.reports.map(({ path }) => path)).toEqual(["reports/c.md"]);
  });
});

describe("evidence", () => {
  const evidenceOf = (typed: string, fields = {}, asked: Asked = {}): string | undefined =>
    check(
      {
        "reports/a.md": paper({}, BODY),
        "reports/2025/c.md": paper({ title: "Progress", ...fields }),
        "reports/2025/d.md": paper(
          {},
          "Open.\n\n:::exempt{paragraphs=3 reason=Prices public-interest=Harm}\nShut.\n:::\n",
        ),
        [OUTCOMES]: `1: {evidence: "${typed}"}\n`,
      },
      asked,
    ).site.reports.find(({ path }) => path === "reports/a.md")?.recommendations[0]?.outcome.evidence;

  it.each([
    ["from the folder of the report", "2025/c.md#para-1", "reports/2025/c/#para-1"],
    ["from the folder of the file", "../2025/c.md", "reports/2025/c/"],
    ["in the report itself", "#para-1", "reports/a/#para-1"],
    ["on the web", "https://example.org/minutes#item-3", "https://example.org/minutes#item-3"],
    ["in what is withheld of another report", "2025/d.md#para-2", "reports/2025/d/#para-2"],
  ])("leads to what is written: %s", (_name, typed, address) => {
    expect(evidenceOf(typed)).toBe(address);
  });

  it("leads to the stub of a report that is withheld, and into it for members", () => {
    const fields = {
      confidential: "{paragraphs: [3], reason: Prices, public-interest: Harm}",
      "public-title": "A contract",
    };
    expect(evidenceOf("2025/c.md#para-1", fields)).toBe("reports/2025/a-contract/");
    expect(evidenceOf("2025/c.md#para-1", fields, { edition: "members" })).toBe("reports/2025/c/#para-1");
  });

  it("is left out where the report is a draft", () => {
    expect(evidenceOf("2025/c.md#para-1", { draft: "true" })).toBeUndefined();
  });
});

describe("what is withheld", () => {
  const texts = {
    "reports/a.md": paper(
      {},
      "We met.\n\nRecommendation 1: That fares fall.\n\n:::exempt{paragraphs=3 reason=Prices public-interest=Harm}\nRecommendation 2: That Secretword is paid.\n:::\n",
    ),
    "reports/b.md": paper(
      { title: "Shut", confidential: "{paragraphs: [3], reason: Prices, public-interest: Harm}" },
      BODY,
    ),
    "reports/d.md": paper({ title: "Draft", draft: "true" }, BODY.replace("We", "They")),
    [OUTCOMES]: "1: {to: Cabinet}\n2: {to: Secretword, note: Secretword NOT FOR PUBLICATION, evidence: b.md}\n",
    "reports/b/recommendations.yml": "notice: 2019-05-01\n1: {to: Secretword, note: EXEMPT INFORMATION}\n",
    "reports/d/recommendations.yml": "1: {to: Secretword}\n",
  };

  it("has no outcome in the public edition, and needs no words that say so", () => {
    const { found, site } = check(texts);
    expect(found).toEqual([]);
    expect(site.recommendations.map(({ recommendation }) => recommendation.outcome.to)).toEqual(["Cabinet"]);
    expect(JSON.stringify(site.reports)).not.toContain("Secretword");
    expect(site.reports.flatMap(({ links }) => links)).toEqual([]);
  });

  it("is marked for members, but for drafts, which are in no edition", () => {
    const { site } = check(texts, { edition: "members" });
    const shown = site.recommendations.map(
      ({ report, recommendation: { label, isWithheld } }) =>
        `${report.path} ${label} ${isWithheld ? "withheld" : "open"}`,
    );
    expect(shown.sort()).toEqual([
      "reports/a.md 1 open",
      "reports/a.md 2 withheld",
      "reports/b.md 1 withheld",
      "reports/b.md 2 withheld",
    ]);
  });

  it.each([
    ["a label", "Secretword: {to: Cabinet}\n"],
    ["a word", "2: {response: Secretword}\n"],
    ["a field", "2: {Secretword: yes}\n"],
    ["a date", "2: {due: Secretword}\n"],
    ["evidence", "2: {evidence: Secretword.md}\n"],
    ["a fragment", "1: {evidence: 'c.md#Secretword'}\n"],
    ["a field in place of fields", "Secretword: 2\n"],
    ["what is no YAML", "2: {Secretword\n"],
  ])("is quoted in no message: %s", (_name, text) => {
    const { diagnostics } = check({ ...texts, "reports/c.md": paper({ title: "Progress" }), [OUTCOMES]: text });
    const own = diagnostics.filter(({ place }) => place.path === OUTCOMES);
    expect(own.length).toBeGreaterThan(0);
    expect(JSON.stringify(own)).not.toContain("Secretword");
  });

  it("is not given to a public recommendation of the same label", () => {
    const { found, site } = check({
      "reports/a.md": paper(
        {},
        "We met.\n\n:::exempt{paragraphs=3 reason=Prices public-interest=Harm}\nRecommendation 1: That Secretword is paid.\n:::\n\nRecommendation 1: That fares fall.\n",
      ),
      [OUTCOMES]: "1: {to: Secretword}\n",
    });
    expect(found.filter((one) => one.startsWith("recommendations-file"))).toHaveLength(1);
    expect(JSON.stringify(site.recommendations)).not.toContain("Secretword");
  });
});

describe("what is overdue", () => {
  const overdue = (outcome: string, asOf?: string): boolean | undefined =>
    check(
      { "reports/a.md": paper({}, BODY), "reports/z.md": paper({ date: "2020-01-01" }), [OUTCOMES]: outcome },
      asOf === undefined ? {} : { asOf },
    ).site.recommendations[0]?.isOverdue;

  it.each([
    ["on the day by which it is due", "1: {due: 2019-06-30}\n", "2019-06-30", false],
    ["on the day after", "1: {due: 2019-06-30}\n", "2019-07-01", true],
    ["when it is complete", "1: {due: 2019-06-30, status: complete}\n", "2019-07-01", false],
    ["when it is withdrawn", "1: {due: 2019-06-30, status: withdrawn}\n", "2019-07-01", false],
    ["when it was rejected", "1: {due: 2019-06-30, response: rejected}\n", "2019-07-01", false],
    ["when a response is late", "notice: 2019-04-30\n1: {to: Cabinet}\n", "2019-07-01", true],
    ["two months after notice", "notice: 2019-04-30\n1: {to: Cabinet}\n", "2019-06-30", false],
    ["at the end of a shorter month", "notice: 2019-12-31\n1: {to: Cabinet}\n", "2020-02-29", false],
    ["after the end of a shorter month", "notice: 2019-12-31\n1: {to: Cabinet}\n", "2020-03-01", true],
    ["after a response", "notice: 2019-04-30\n1: {response: accepted}\n", "2019-07-01", false],
    ["without any day", "1: {to: Cabinet}\n", "2030-01-01", false],
  ])("is told of a day: %s", (_name, outcome, asOf, expected) => {
    expect(overdue(outcome, asOf)).toBe(expected);
  });

  it("is told of the newest date of a report, where no day is given", () => {
    expect(overdue("1: {due: 2019-12-31}\n")).toBe(true);
    expect(overdue("1: {due: 2020-01-01}\n")).toBe(false);
  });
});

describe("a change of the file", () => {
  it("is a change of the report for a memory of compilations", () => {
    const cache = emptyCache();
    const content = contentOf({ "reports/a.md": paper({}, BODY) });
    const to = (outcomes: Readonly<Record<string, string>>): string | undefined => {
      const texts = new Map([...content.texts, ...sealedTexts(outcomes)]);
      return checkContent({ ...content, texts }, { cache, pdf: false }).site.recommendations[0]?.recommendation.outcome
        .to;
    };
    expect(to({})).toBeUndefined();
    expect(to({ [OUTCOMES]: "1: {to: Cabinet}\n" })).toBe("Cabinet");
    expect(to({ [OUTCOMES]: "1: {to: Council}\n" })).toBe("Council");
    expect(to({})).toBeUndefined();
  });
});

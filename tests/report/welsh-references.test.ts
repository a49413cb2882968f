import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, rulesOf } from "../compiled-report.ts";
import { fixBody } from "../fixes/fixed-text.ts";

const WELSH = "lang: cy";

function linksOf(body: string, fields = WELSH): readonly (string | undefined)[] {
  return compileReport(body, { fields })
    .page.all("a")
    .filter(({ attributes }) => attributes.get("class") !== "para-number")
    .map(({ attributes }) => attributes.get("href"));
}

function findings(body: string): readonly string[] {
  return findingsOf(compileReport(body, { fields: WELSH }), WELSH);
}

describe("references in a Welsh report", () => {
  it.each([
    ["a table", "Un.\n\n| A |\n|---|\n| gweler paragraff 1 |"],
    ["a note", "Un.[^1]\n\n[^1]: Gweler paragraff 1."],
    ["a list", "Un.\n\n- Gweler y tabl ym mharagraff 1."],
    ["an annex", "Un.\n\n## Atodiad A: B\n\nGweler paragraff 1."],
    ["English", "Un.\n\nSee paragraph 1."],
  ])("are linked in %s", (_, body) => {
    expect(linksOf(body)).toContain("#para-1");
  });

  it.each([
    ["a quotation", "Un.\n\n> Gweler paragraff 1, a pharagraff 44."],
    ["code", "Un.\n\n`paragraff 1`"],
    ["an English report", "One.\n\nGweler paragraff 1 ac Atodiad A, ym mharagraff 44.", ""],
  ])("are not linked in %s", (_, body, fields = WELSH) => {
    expect(linksOf(body, fields)).toEqual([]);
    expect(rulesOf(compileReport(body, { fields }))).toEqual([]);
  });

  it.each([
    ["that is not there", "Un.\n\nMae'r gost ym mharagraff 44.", "warning reference-missing 3"],
    ["that is not there, in a list", "Un.\n\nGweler paragraffau 1 a 44.", "warning reference-missing 3"],
    ["of an annex that is not there", "Un.\n\nGweler Atodiad Q.", "warning reference-missing 3"],
    ["that is said to stand below", "Un.\n\nGweler paragraff 1 isod.", "warning reference-direction 3"],
    ["that is said to stand above", "Gweler paragraff 2 uchod.\n\nDau.", "warning reference-direction 1"],
    ["that is the very paragraph", "Un.\n\nGweler paragraff 2.", "warning reference-to-itself 3"],
  ])("are checked: a paragraph or annex %s", (_, body, finding) => {
    expect(findings(body)).toEqual([finding]);
  });

  it.each([
    "Un.\n\nGweler paragraff 1 uchod, a pharagraff 3 isod.\n\nTri.",
    "Un.\n\nMae paragraff 44 o'r Cod yn gosod y prawf.",
    "Un.\n\nMae Polisi Cynllunio Cymru, paragraff 44, yn gosod y prawf.",
    "Un.\n\nMae paragraff 1.44 yn gosod y prawf.",
    "Un.\n\nGweler paragraff 44 {elsewhere}, paragraffau 45 a 46 {elsewhere} ac Atodiad Q {elsewhere}.",
  ])("raise nothing where nothing is wrong: %j", (body) => {
    expect(findings(body)).toEqual([]);
    expect(compileReport(body, { fields: WELSH }).page.text).not.toContain("{elsewhere}");
  });

  it.each([
    ["Gweler Atodiad A.", []],
    ["Mae'r Cod diwygiedig (Atodiad A) yn fyrrach.", []],
    ["Mae'r Cod diwygiedig ynghlwm fel Atodiad A.", []],
    ["Gofynnir i'r aelodau gymeradwyo'r Cod yn Atodiad A.", []],
    ["Mae'r Cod yn rhestru'r ysgolion yn Atodiad A.", ["annex-not-mentioned"]],
    ["Gweler yr atodiad.", ["annex-not-mentioned"]],
    ["Gweler Atodiad A o'r Cod.", ["annex-not-mentioned"]],
  ])("mention an annex, or do not: %j", (body, rules) => {
    const fields = `${WELSH}\nannexes:\n  - {title: Costau, file: update/a.pdf}\n`;
    const attachments = [{ path: "reports/update/a.pdf" }];
    expect(rulesOf(compileReport(body, { fields, attachments }))).toEqual(rules);
  });

  it("follow the paragraphs that get other numbers", () => {
    const before = "1. A\n2. B\n5. Gweler paragraff 4, paragraffau 1 i 5 a para. 5(a).\n4. Ym mharagraff 5 o'r Cod.\n";
    const after = "1. A\n2. B\n3. Gweler paragraff 4, paragraffau 1 i 3 a para. 3(a).\n4. Ym mharagraff 5 o'r Cod.\n";
    expect(fixBody(before, { fields: WELSH }).body).toBe(`${after}\n`);
  });
});

describe("the words that the program gives a link in a Welsh report", () => {
  it.each([
    ["Gweler [](#x).", "Gweler paragraff 1."],
    ["Mae'r gost ym [](#x).", "Mae'r gost ym mharagraff 1."],
    ["Ym [](#x) mae'r gost.", "Ym mharagraff 1 mae'r gost."],
    ["Daw o\n[](#x).", "Daw o baragraff 1."],
    ["Gweler Atodiad A a [](#x).", "Gweler Atodiad A a pharagraff 1."],
    ["Cymharwch â [](#x).", "Cymharwch â pharagraff 1."],
    ["Costio [](#x).", "Costio paragraff 1."],
    ["Gweler ([](#x)).", "Gweler (paragraff 1)."],
    ["Mae'r gost ym [](#pwrpas).", "Mae'r gost ym Pwrpas."],
    ["Mae'r gost yn [](#annex-A).", "Mae'r gost yn Atodiad A."],
    ["Mae'r gost ym [y paragraff](#x).", "Mae'r gost ym y paragraff."],
  ])("mutate as the words before it ask: %j", (sentence, shown) => {
    const body = `Un. {#x}\n\n## Pwrpas\n\n${sentence}\n\n## Atodiad A: Costau\n\nUn.`;
    expect(compileReport(body, { fields: WELSH }).page.paragraphs[1]).toBe(`Paragraff 2. ${shown}`);
  });

  it("stay as they are in an English report", () => {
    expect(compileReport("One. {#x}\n\nLook at [](#x).").page.paragraphs[1]).toBe("2. Look at paragraph 1.");
  });
});

describe("headings of a Welsh report", () => {
  it.each([
    ["## Atodiad A: Costau", "Atodiad A: Costau"],
    ["## ATODIAD A – Costau", "Atodiad A: Costau"],
    ["## Atodiad 1", "Atodiad 1"],
    ["## Annex A: Costs", "Annex A: Costs"],
    ["## Appendix 1 - Costs", "Appendix 1: Costs"],
  ])("begin an annex: %j", (heading, shown) => {
    const { report } = compileReport(`Un.\n\n${heading}\n\nDau.`, { fields: WELSH });
    expect(report?.annexes.map(({ kind, letter, title }) => `${kind} ${letter}: ${title}`.replace(/: $/, ""))).toEqual([
      shown,
    ]);
    expect(report?.paragraphs.map(({ number }) => number)).toEqual(["1", /A/.test(shown.slice(6)) ? "A1" : "A1.1"]);
  });

  it.each(["## Atodiadau", "## Atodiad technegol", "## Atodiad A a B", "### Atodiad A: Costau"])(
    "begin none: %j",
    (heading) => {
      const above = heading.startsWith("###") ? "## Costau\n\n" : "";
      const { report } = compileReport(`Un.\n\n${above}${heading}\n\nDau.`, { fields: WELSH });
      expect(report?.annexes).toEqual([]);
    },
  );

  it("begin no annex in Welsh where the report is English", () => {
    expect(compileReport("One.\n\n## Atodiad A: Costau\n\nTwo.").report?.annexes).toEqual([]);
  });

  it.each([
    "Byrfoddau",
    "Rhestr o fyrfoddau",
    "Rhestr Byrfoddau",
    "Geirfa byrfoddau",
    "Talfyriadau",
    "Rhestr o dalfyriadau",
    "Acronymau",
    "Byrfoddau ac acronymau",
    "Byrfoddau a ddefnyddir yn yr adroddiad hwn",
    "Abbreviations",
  ])("stand over a list of abbreviations: %j", (heading) => {
    const compiled = compileReport(`Cyfarfu'r BTL.\n\n## ${heading}\n\nBTL – Bwrdd Tai Lleol`, { fields: WELSH });
    expect(compiled.report?.abbreviations.map(({ short }) => short)).toEqual(["BTL"]);
    expect(rulesOf(compiled)).toEqual([]);
  });

  it.each(["Geirfa", "Geirfa termau", "Byrfoddau a thermau", "Talfyrru"])("stand over none: %j", (heading) => {
    const { report } = compileReport(`Cyfarfu'r tîm.\n\n## ${heading}\n\nBTL – Bwrdd Tai Lleol`, { fields: WELSH });
    expect(report?.abbreviations).toEqual([]);
  });

  it.each(["## Atodiad A: Pris", "## Atodlen A", "Atodiad A", "ATODIAD A – Pris", "## Amgaead A"])(
    "never head the text of a withheld annex: %j",
    (heading) => {
      const fields = `${WELSH}\nannexes:\n  - {title: Y tendr buddugol, confidential: {paragraphs: [3]}}\n`;
      const compiled = compileReport(`Gweler Atodiad A.\n\n${heading}\n\nDwy filiwn.`, { fields });
      expect(rulesOf(compiled, "error")).toContain("annex-withheld-text");
      expect(compiled.report).toBeUndefined();
    },
  );

  it.each(["## Atodiadau", "## Gwybodaeth esempt", "## Rhan gyfrinachol"])(
    "speak of nothing that has no file and is withheld: %j",
    (heading) => {
      const fields = `${WELSH}\nannexes:\n  - {title: Y tendr buddugol, confidential: {paragraphs: [3]}}\n`;
      const compiled = compileReport(`Gweler Atodiad A.\n\n${heading}\n\nDwy filiwn.`, { fields });
      expect(rulesOf(compiled, "error")).toContain("annex-withheld-text");
    },
  );
});

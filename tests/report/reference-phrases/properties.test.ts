import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/settings.ts";
import { findReferences } from "../../../src/report/references/find-references.ts";
import { grammarOf } from "../../../src/report/references/languages.ts";
import { compileReport, type PageElement, textOf } from "../../compiled-report.ts";
import { rows, runs } from "../../lane.ts";
import { processorTime } from "../../processor-time.ts";

const RUNS = { seed: 20240324, numRuns: runs(50, 500) };

const PIECES = fc.constantFrom(
  ..."paragraph paragraphs Paras para. Annex Annexes appendix ¶ no. number".split(" "),
  ..."1 2 3, 14 2.3 10.4.2 A1 B12, A B C I 1(a) (b) 3(1) 1,000 12/2018 14's".split(" "),
  ..."and or to – & , ; : . ( ) and/or through of in above below".split(" "),
  ..."the Act NPPF, Schedule 12A Part report this guidance says Inspector its v.".split(" "),
  "{elsewhere}",
  "of this report",
  "of Annex A",
);
const WELSH_PIECES = fc.constantFrom(
  ..."paragraff mharagraffau para. Atodiad Atodiadau ¶ rhif paragraph Annex".split(" "),
  ..."1 2 3, 14 2.3 10.4.2 A1 B12, A B C I 1(a) (b) 3(1) 1,000 12/2018 14's".split(" "),
  ..."a ac neu i hyd â – & , ; : . ( ) o yn ym uchod isod".split(" "),
  ..."y Ddeddf PCC, Atodlen 12A Rhan adroddiad hwn canllawiau dywed Arolygydd ei mae'n".split(" "),
  "{elsewhere}",
  "o'r adroddiad hwn",
  "o Atodiad A",
);
const welshProse = fc
  .array(WELSH_PIECES, { minLength: 1, maxLength: 14 })
  .map((pieces) => `Testun ${pieces.join(" ")} i ben.`);
const prose = fc.array(PIECES, { minLength: 1, maxLength: 14 }).map((pieces) => `Text ${pieces.join(" ")} end.`);

describe("references in any prose", () => {
  it.each([
    ["en-GB", prose],
    ["cy", welshProse],
  ] as const)("stand in the order of the text, apart from each other, each in its own words: %s", (lang, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { phrases, markers } = findReferences(text, grammarOf(lang));
        let last = 0;
        for (const { start, end } of [...phrases, ...markers].sort((a, b) => a.start - b.start)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        for (const { target, targetStart, targetEnd, start, end } of phrases) {
          expect(text.slice(targetStart, targetEnd)).toBe(target);
          expect(targetStart).toBeGreaterThanOrEqual(start);
          expect(targetEnd).toBeLessThanOrEqual(end);
        }
      }),
      RUNS,
    );
  });

  it("change no word that a reader sees but the markers, and no link stands in a link", () => {
    fc.assert(
      fc.property(prose, fc.boolean(), (text, isLinked) => {
        const body = isLinked ? `[${text}](https://example.org/)` : text;
        const { page } = compileReport(`One.\n\n${body}\n\n## Annex A: A\n\nOne.`);
        const seen = text.replace(/\s*\{elsewhere\}/g, "").replace(/\s+/g, " ");
        expect(page.paragraphs[1]).toBe(`2. ${seen}`);
        for (const link of page.all("a")) expect(ancestors(link).map(({ tag }) => tag)).not.toContain("a");
      }),
      { ...RUNS, numRuns: runs(20, 200) },
    );
  });
});

function ancestors({ parent }: PageElement): readonly PageElement[] {
  return parent === undefined ? [] : [parent, ...ancestors(parent)];
}

const list = (count: number): string => `paragraphs ${Array.from({ length: count }, (_, n) => n % 10_000).join(", ")}.`;

describe("the time that finding takes", () => {
  it.each<[string, (size: number) => string, number]>(
    rows(
      [
        ["a long list", list, 1_000],
        ["a noun again and again", (size) => "paragraph ".repeat(size), 10_000],
        ["references again and again", (size) => "paragraph 1 ".repeat(size), 500],
        ["references in one chain", (size) => "paragraph 1, ".repeat(size), 500],
        ["names of texts", (size) => `${"the guidance of ".repeat(size)}paragraph 1`, 10_000],
        ["capitals before references", (size) => "Aa Bb Cc Dd Ee Ff Gg, paragraph 1 ".repeat(size), 300],
        ["sub-paragraphs", (size) => `paragraph 1${"(a)".repeat(size)}`, 10_000],
        ["further sub-paragraphs", (size) => `paragraph 1(a)${" and (a)".repeat(size)}`, 10_000],
        ["full stops", (size) => `${"A. ".repeat(size)}paragraph 1${". A".repeat(size)}`, 10_000],
        ["white space", (size) => `paragraph${" ".repeat(size)}1${" ".repeat(size)}and`, 10_000],
        ["markers", (size) => `paragraph 1 ${"{elsewhere} ".repeat(size)}`, 2_000],
        ["quotations", (size) => '"paragraph 1" '.repeat(size), 500],
        ["quotation marks", (size) => `${'“"”'.repeat(size)}paragraph 1`, 10_000],
        ["brackets", (size) => `${"the plan (of ".repeat(size)}paragraph 1`, 10_000],
        ["clauses about texts", (size) => "The plan, which we saw, seeks it: paragraph 1 says so. ".repeat(size), 300],
        ["texts that say", (size) => "The plan for the pier, at paragraph 1, says so, and ".repeat(size), 300],
        ["places", (size) => "the plan is set out in paragraph 1 and it is so, and the ".repeat(size), 300],
        ["reasons", (size) => `${"for the reasons given ".repeat(size)}in paragraph 1`, 10_000],
        ["remarks", (size) => `paragraphs 1${" (so), 1".repeat(size)}`, 2_000],
        ["white space before markers", (size) => `${" ".repeat(size)}{elsewhere}`.repeat(3), 10_000],
      ],
      3,
    ),
  )("grows with the text, and no faster: %s", (_, make, size) => {
    expectLinear(make, size, "en-GB");
  });

  it.each<[string, (size: number) => string, number]>(
    rows(
      [
        ["a noun again and again", (size) => "paragraff ".repeat(size), 10_000],
        ["references in one chain", (size) => "paragraff 1, ".repeat(size), 500],
        ["references in two languages", (size) => "paragraff 1, para 1 and paragraph 1. ".repeat(size), 200],
        ["names of texts", (size) => `${"canllawiau y Cod ".repeat(size)}paragraff 1`, 10_000],
        ["capitals before references", (size) => "Aa Bb Cc Dd Ee Ff Gg, paragraff 1 ".repeat(size), 300],
        ["names of bodies", (size) => "Bwrdd y Cyngor i Banel y Cabinet (paragraff 1), ".repeat(size), 300],
        ["brackets", (size) => `${"y cynllun (o ".repeat(size)}paragraff 1`, 10_000],
        ["what is exempt", (size) => "gwybodaeth eithriedig o dan baragraff 1 ".repeat(size), 300],
        ["texts that say", (size) => "Mae'r cynllun am y pier yn dweud, ym mharagraff 1, ac ".repeat(size), 300],
        ["places", (size) => "crynhoir y cynllun ym mharagraff 1 ac y mae'r ".repeat(size), 300],
        ["divisions", (size) => "adran 3 o'r cynllun, a pharagraff 1 ac ".repeat(size), 300],
      ],
      2,
    ),
  )("in Welsh, too: %s", (_, make, size) => {
    expectLinear(make, size, "cy");
  });
});

function expectLinear(make: (size: number) => string, size: number, lang: Language): void {
  const small = make(size);
  const large = make(size * 10);
  shortest(small, lang);
  // Ten times the text may take somewhat longer than ten times; what grows with the square takes a hundred.
  expect(shortest(large, lang)).toBeLessThan(50 * Math.max(shortest(small, lang), 0.2));
}

function shortest(text: string, lang: Language): number {
  const times = Array.from({ length: runs(3, 9) }, () => processorTime(() => findReferences(text, grammarOf(lang))));
  return Math.min(...times);
}

describe("links in a paragraph of many references", () => {
  it("are all made", () => {
    const { page } = compileReport(`One.\n\nSee paragraphs ${"1, ".repeat(2_000)}1.`);
    expect(page.all("a").filter((link) => textOf(link) === "1")).toHaveLength(2_000);
  });
});

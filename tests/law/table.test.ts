import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Law } from "../../src/law/law.ts";
import { exemptParagraphs, JURISDICTIONS, lawOf } from "../../src/law/laws.ts";
import type { Jurisdiction } from "../../src/model/settings.ts";

/** Every word and number that is held of a law, a line for each. */
function linesOf(law: Law): readonly string[] {
  const { exempt, notHeld, publicInterest, confidential, notice, urgency, background, kept } = law;
  const { schedule, exclusion, marking, bankHolidays, enforcer, jurisdiction: _named, ...others } = law;
  const {
    exempt: _1,
    notHeld: _2,
    publicInterest: _3,
    confidential: _4,
    notice: _5,
    kept: _6,
    urgency: _7,
    background: _8,
    ...unlisted
  } = others;
  expect(unlisted).toEqual({});
  return [
    `schedule: ${schedule}`,
    ...exemptParagraphs(law).map((number) => `${number}: ${exempt[number]}`),
    `not held: ${notHeld.join(", ") || "none"}`,
    `public interest: ${publicInterest ? `${publicInterest.paragraphs.join(", ")}, by ${publicInterest.source}` : "none"}`,
    `confidential: ${confidential.source}`,
    `(a): ${confidential.words[0]}`,
    `(b): ${confidential.words[1]}`,
    `exclusion: ${exclusion.source}`,
    `whenever: ${exclusion.whenever}`,
    `without resolution: ${exclusion.withoutResolution}`,
    `marking: ${marking}`,
    `notice: ${notice.days} ${notice.counting}, by ${notice.source}`,
    `urgency: ${urgency.words}, by ${urgency.source}`,
    `bank holidays: ${bankHolidays}`,
    `background papers: listed by ${background.list}, online by ${background.online ?? "none"}`,
    `kept: ${kept.papers} years, background papers ${kept.background} years, by ${kept.source}`,
    `accessibility: ${enforcer}`,
  ];
}

/** The lines of a nation that were written by themselves, from the statutes. */
function writtenFor(nation: Jurisdiction): readonly string[] {
  const name = `${nation.toLowerCase().replace(" ", "-")}.txt`;
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
}

describe.each(JURISDICTIONS)("the law of %s", (nation) => {
  it("is, word for word, what was written of it by itself", () => {
    expect(linesOf(lawOf(nation))).toEqual(writtenFor(nation));
  });
});

/** A collection of the law with marks of what was verified; it is no part of the program's repository. */
const COLLECTION = process.env["LAW_COLLECTION"] ?? "../shared/law/LAW.md";
const isThere = existsSync(COLLECTION);

/** Which chapter of the collection has the nation's descriptions, and which its sections; Wales shares some of England's. */
const CHAPTERS: Readonly<Record<Jurisdiction, readonly string[]>> = {
  England: ["1 England"],
  Wales: ["2 Wales"],
  Scotland: ["3 Scotland"],
  "Northern Ireland": ["4 Northern Ireland"],
};

describe.skipIf(!isThere)(
  `the law of each nation, held to a collection${isThere ? "" : " (skipped: it is not there)"}`,
  () => {
    const plain = (text: string): string =>
      text
        .replaceAll("**", "")
        .replace(/\s*—\s*/g, "— ")
        .replace(/ \(England: "any individual"\)/g, "")
        .replace(/\s+/g, " ")
        .trim();
    const chapterOf = (nation: Jurisdiction): string => {
      const chapters = readFileSync(COLLECTION, "utf8").split(/^## /m);
      const own = chapters.filter((chapter) => CHAPTERS[nation].some((title) => chapter.startsWith(title)));
      expect(own).toHaveLength(1);
      return own.join("");
    };
    /** The first table of the chapter whose rows begin with numbers of paragraphs: number, words, mark. */
    const rowsOf = (chapter: string): readonly (readonly [number: string, words: string, mark: string])[] =>
      [...chapter.matchAll(/^\| (\d+[A-Z]?(?:[–,] ?\d+[A-Z]?)?) \| (.*?) ?\| (.*) \|$/gm)].map(
        ([, number = "", words = "", mark = ""]) => [number, plain(words), mark] as const,
      );

    it.each(JURISDICTIONS)("%s has the words that were seen, and none that were not verified", (nation) => {
      const law = lawOf(nation);
      const rows = rowsOf(chapterOf(nation));
      for (const number of exemptParagraphs(law)) {
        const [, words, mark] = rows.find(([name]) => name === String(number)) ?? [];
        expect([number, law.exempt[number]]).toEqual([number, words]);
        expect(`${words} ${mark}`).not.toContain("not verified");
      }
      const seen = rows.filter(
        ([name, words, mark]) =>
          /^\d+$/.test(name) &&
          mark.includes("seen") &&
          !mark.includes("not verified") &&
          /^(?:Information (?:relating|which)|Information in|The |Any )/.test(words) &&
          !/is not exempt information|is exempt information if/.test(words),
      );
      expect(seen.map(([name]) => Number(name))).toEqual(exemptParagraphs(law));
    });

    it.each(["England", "Wales"] as const)("%s has what makes an item urgent in the words of the Act", (nation) => {
      expect(plain(chapterOf(nation))).toContain(`(b) ${lawOf(nation).urgency.words}.`);
    });

    it("has when the public may be excluded in the words of the Act", () => {
      const { whenever } = lawOf("England").exclusion;
      expect(plain(chapterOf("England"))).toContain(`during an item of business whenever ${whenever}`);
    });

    it.each(["England", "Northern Ireland"] as const)(
      "%s has what is confidential in the words of the Act",
      (nation) => {
        const { words, source } = lawOf(nation).confidential;
        const chapter = plain(chapterOf(nation));
        const [section = ""] = /\d+A?\(3\)/.exec(source) ?? [];
        expect(chapter).toContain(`| ${section} |`);
        for (const part of words) expect(chapter).toContain(part);
      },
    );
  },
);

import { describe, expect, it } from "vitest";
import { wordsIn } from "../../src/interface/translations.ts";
import type { UsePlace } from "../../src/model/report.ts";
import { formatPlaces } from "../../src/report/page/format-uses.ts";
import { compileReport, textOf } from "../compiled-report.ts";

const place = (kind: UsePlace["kind"], name = ""): UsePlace => ({ id: `id-${kind}-${name}`, kind, name });
const paragraphs = (...numbers: readonly (number | string)[]): readonly UsePlace[] =>
  numbers.map((number) => place("paragraph", `${number}`));

function inWords(uses: readonly UsePlace[]): string {
  return formatPlaces(uses, wordsIn("en-GB"))
    .map((part) => (typeof part === "string" ? part : part.words))
    .join("");
}

describe("the places of a short form's uses, in words", () => {
  it.each<[string, readonly UsePlace[]]>([
    ["", []],
    ["First used in paragraph 1", paragraphs(1)],
    ["First used in a note", [place("note")]],
    ["First used in paragraph 1; also in paragraph 3", paragraphs(1, 3)],
    ["First used in paragraph 1; also in paragraphs 3 and 4", paragraphs(1, 3, 4)],
    ["First used in paragraph 1; also in paragraphs 3, 4 and B2", paragraphs(1, 3, 4, "B2")],
    ["First used in paragraph 1; also in a note", [...paragraphs(1), place("note")]],
    ["First used in paragraph 1; also in paragraph 3 and in a note", [...paragraphs(1, 3), place("note")]],
    ["First used in paragraph 1; also in paragraphs 3 and 4, and in a note", [...paragraphs(1, 3, 4), place("note")]],
    ["First used in a note; also in another note", [place("note"), place("note")]],
    ["First used in a note; also in 2 other notes", [place("note"), place("note"), place("note")]],
    ["First used in paragraph 1; also in 2 notes", [...paragraphs(1), place("note"), place("note")]],
    [
      "First used in the opening; also in paragraphs 2 and A1, in the section “Foreword”, in Annex B, and in 2 notes",
      [
        place("opening"),
        place("paragraph", "2"),
        place("section", "Foreword"),
        place("paragraph", "A1"),
        place("annex", "Annex B"),
        place("note"),
        place("note"),
      ],
    ],
    [
      "First used in paragraph 1; also in Annex A and in a note",
      [...paragraphs(1), place("annex", "Annex A"), place("note")],
    ],
    ["First used in paragraph 1; also in paragraphs 2, 3, 4, 5, 6, 7 and 8", paragraphs(1, 2, 3, 4, 5, 6, 7, 8)],
    [
      "First used in paragraph 1; also in paragraphs 2, 3, 4, 5 and 6, and in 3 other places",
      paragraphs(1, 2, 3, 4, 5, 6, 7, 8, 9),
    ],
    [
      "First used in paragraph 1; also in paragraph 2, in the section “C”, in the section “D”, in the section “E”, in the section “F” and in 54 other places",
      [
        ...paragraphs(1, 2),
        ...["C", "D", "E", "F"].map((title) => place("section", title)),
        ...paragraphs(...Array.from({ length: 54 }, (_, index) => index + 3)),
      ],
    ],
  ])("%s", (words, uses) => {
    expect(inWords(uses)).toBe(words);
  });

  it("link each place that they name, and the first of several notes", () => {
    const uses = [...paragraphs(1, 3, 4), place("annex", "Annex A"), { ...place("note"), id: "fn-1" }];
    const links = formatPlaces([...uses, { ...place("note"), id: "fn-2" }], wordsIn("en-GB")).flatMap((part) =>
      typeof part === "string" ? [] : [part.id],
    );
    expect(links).toEqual(uses.map(({ id }) => id));
  });

  it("stand in the glossary, and name sections by their headings", () => {
    const { page } = compileReport(
      "## Foreword\n\n:::unnumbered\nThe LSB.\n:::\n\n## Findings\n\nThe LSB.[^1]\n\nThe LSB.\n\n[^1]: The LSB.\n\n## Abbreviations\n\nLSB – Local Safeguarding Board",
    );
    expect(page.all(".first-use").map((element) => textOf(element))).toEqual([
      "First used in the section “Foreword”; also in paragraphs 1 and 2, and in a note",
    ]);
  });
});

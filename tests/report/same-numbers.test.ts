import type { RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import type { PassageFacts } from "../../src/model/tree.ts";
import { assertSameNumbers } from "../../src/report/compile/assert-same-numbers.ts";

const facts: PassageFacts = {
  words: "Paragraph 2",
  numbers: ["2"],
  ids: ["para-2"],
  id: "para-2",
  notice: "",
  grounds: { basis: "exempt", paragraphs: [] },
  review: undefined,
};

function paragraph(number: string, line = Number(number)): RootContent {
  const point = { line, column: 1 };
  return {
    type: "numberedParagraph",
    number,
    id: `para-${number}`,
    children: [],
    position: { start: point, end: point },
  };
}

const whole: RootContent[] = [
  paragraph("1"),
  { type: "exemptPassage", facts, children: [paragraph("2")] },
  paragraph("3"),
];
const cut = (facts_: PassageFacts, last: RootContent): RootContent[] => [
  paragraph("1"),
  { type: "withheldPassage", facts: facts_ },
  last,
];

describe("the numbers of the public part", () => {
  it("are those of the whole", () => {
    expect(() => assertSameNumbers(whole, cut(facts, paragraph("3")))).not.toThrow();
  });

  it("are asked of items with an address of their own, too", () => {
    const list = (name: string): RootContent => {
      const position = { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } };
      return { type: "list", ordered: true, children: [{ type: "listItem", children: [], data: { name }, position }] };
    };
    expect(() => assertSameNumbers([...whole, list("2")], [...cut(facts, paragraph("3")), list("2")])).not.toThrow();
    expect(() => assertSameNumbers([...whole, list("3")], [...cut(facts, paragraph("3")), list("2")])).toThrow();
  });

  it("are not asked of an annex that is withheld", () => {
    const annex: RootContent = {
      type: "annexSection",
      letter: "A",
      kind: "Annex",
      title: "T",
      notice: "n",
      children: [paragraph("A1", 9)],
    };
    expect(() => assertSameNumbers([...whole, annex], cut(facts, paragraph("3")))).not.toThrow();
  });

  it.each<[string, RootContent[]]>([
    ["another number behind a passage", cut(facts, paragraph("2", 3))],
    ["a passage that counts one more", cut({ ...facts, numbers: ["2", "3"] }, paragraph("3"))],
    ["a number on another paragraph", cut(facts, paragraph("3", 4))],
    ["a paragraph that is lost", cut(facts, paragraph("3")).slice(0, 2)],
  ])("stop the program where there is %s", (_name, publicPart) => {
    expect(() => assertSameNumbers(whole, publicPart)).toThrow();
  });
});

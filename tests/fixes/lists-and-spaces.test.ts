import { describe, expect, it } from "vitest";
import { compileSource } from "../compiled-report.ts";
import { fixBody } from "./fixed-text.ts";

const NB = "\u00a0";
const NN = "\u202f";
const lists = (file: string): number => compileSource(file).page.all("ul").length;

describe("the signs of lists", () => {
  it.each([
    ["two signs", "One.\n\n- a\n* b\n+ c\n", "One.\n\n- a\n- b\n- c\n"],
    ["within a list", "One.\n\n- a\n  * x\n  + y\n- b\n", "One.\n\n- a\n  * x\n  * y\n- b\n"],
    ["of numbers within a list", "1. A:\n\n    1. x\n    2) y\n", "1. A:\n\n    1. x\n    2. y\n"],
  ])("become one: %s", (_name, before, after) => {
    expect(fixBody(before).body).toBe(`${after}\n`);
  });

  it("make one list of what was one", () => {
    expect(lists(fixBody("One.\n\n- a\n* b\n").file)).toBe(1);
  });

  it.each([
    ["an empty line between them", "One.\n\n- a\n\n* b\n"],
    ["lists within each other", "One.\n\n- a\n  * b\n- c\n"],
    ["numbers that are those of paragraphs", "1. A\n2) B\n"],
    ["a line across the page", "One.\n\n- a\n\n***\n\n- b\n"],
  ])("stay: %s", (_name, body) => {
    expect(fixBody(body).body).toBe(`${body}\n`);
  });
});

describe("the bullets of word processors", () => {
  it.each([
    ["below the line that announces them", "Points:\n• a\n•\tb\n", "Points:\n- a\n- b\n"],
    ["with a point that goes on", "Points:\n· a\n· b that\ngoes on\n", "Points:\n- a\n- b that\ngoes on\n"],
    ["of private use", "Points:\n\uf0b7 a\n\uf0b7b\n", "Points:\n- a\n- b\n"],
    ["in a typed report", "1. Points:\n\n• a\n\n• b\n\n2. B\n", "1. Points:\n\n- a\n\n- b\n\n2. B\n"],
  ])("become lists: %s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(lists(file)).toBe(1);
  });

  it.each([
    ["two kinds of them, one of which may lie within the other", "Points:\n• a\n▪ b\n"],
    ["a sentence below the last", "Points:\n• a\n• b\nThe panel agreed.\n"],
    ["in a line", "One • two • three\n"],
    ["in code", "One.\n\n    • a\n"],
    ["a mark that no blank follows", "One\n·two\n"],
  ])("stay: %s", (_name, body) => {
    expect(fixBody(body).body).toBe(`${body}\n`);
  });

  it("stay where each is a numbered paragraph, and the author is told", () => {
    const { body, remarks } = fixBody("Points:\n\n• a\n\n• b\n\nThree.\n");
    expect(body).toBe("Points:\n\n• a\n\n• b\n\nThree.\n\n");
    expect(remarks).toEqual([
      "reports/update.md:10 bullets here: nothing was changed, because paragraphs would get other numbers, and references to them could go wrong",
    ]);
  });
});

describe("blanks at which no line breaks", () => {
  it.each([
    ["between words", `The${NB}panel${NN}met,${NB}and ${NB}more.`, "The panel met, and more."],
    ["behind the sign of a point", `Points:\n-${NB}a\n-${NB}${NB}b`, "Points:\n- a\n- b"],
    ["behind the number of a point", `Points:\n1.${NB}a\n2.${NB}b`, "Points:\n1. a\n2. b"],
  ])("become plain: %s", (_name, before, after) => {
    expect(fixBody(`One.\n\n${before}\n`).body).toBe(`One.\n\n${after}\n\n`);
  });

  it("become plain behind the number of a paragraph and the sign of a heading in a typed report", () => {
    const { body, file } = fixBody(`1. A\n\n##${NB}Findings\n\n2.${NB}B\n`);
    expect(body).toBe("1. A\n\n## Findings\n\n2. B\n\n");
    expect(compileSource(file).page.paragraphs).toEqual(["1. A", "2. B"]);
  });

  it.each([
    ["figures and units", `It cost £5${NB}million on 24${NB}March, paragraph${NB}1, 5${NB}km.`],
    ["titles and initials", `Mr${NB}Smith, Cllr${NB}Jones and J.${NB}Smith of St${NB}Ives.`],
    ["dashes and signs", `The panel${NB}– as ever – said “no”${NB}!`],
    ["code and addresses", `\`a${NB}bc\` and [it](https://example.org/a%20b).`],
    ["a hyphen in a line that goes on", `The panel\n-${NB}as ever.`],
  ])("stay: %s", (_name, words) => {
    expect(fixBody(`${words}\n`).body).toBe(`${words}\n\n`);
  });

  it("stay where a line would no longer be a numbered paragraph, and the author is told", () => {
    const { body, remarks } = fixBody(`One.\n\n##${NB}Findings\n\nTwo.\n`);
    expect(body).toContain(`##${NB}Findings`);
    expect(remarks).toHaveLength(1);
  });
});

describe("blanks behind numbers", () => {
  it.each([
    ["wide ones", "1.             One.\n\n2.             Two.\n", "1. One.\n\n2. Two.\n"],
    ["none", "1.One.\n\n2.Two.\n", "1. One.\n\n2. Two.\n"],
    ["wide ones behind points", "Text:\n\n-         one\n-         two\n", "Text:\n\n- one\n- two\n"],
  ])("become one: %s", (_name, before, after) => {
    expect(fixBody(before).body).toBe(`${after}\n`);
  });
});

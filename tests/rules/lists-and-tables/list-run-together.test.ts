import { describe, expect, it } from "vitest";
import { diagnosticsIn, foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a list that runs together", () => {
  it.each<[string, string, readonly string[]]>([
    ["bullets in a paragraph", "It asked for:\n• a\n• b\n", ["list-run-together 2:1"]],
    ["a bullet without a blank", "•Costs rose.\n", ["list-run-together 1:1"]],
    ["bullets in a quotation", "Text.\n\n> It asked for:\n> • a\n> • b\n", ["list-run-together 4:3"]],
    ["dashes", "It asked for:\n– a\n– b\n", ["list-run-together 2:1"]],
    ["hyphens without a blank", "It asked for:\n-a\n-b\n", ["list-run-together 2:1"]],
    ["circles of a word processor", "It asked for:\no costs\no days\n", ["list-run-together 2:1"]],
    ["letters in a quotation", "Text.\n\n> It asked for:\n> (a) costs\n> (b) days\n", ["list-run-together 4:3"]],
    ["letters without a first bracket", "Text:\n\n- It asked for:\n  a) costs\n  b) days\n", ["list-run-together 4:3"]],
    ["roman figures in an item", "Text.\n\n- It asked for:\n  (i) costs\n  (ii) days\n", ["list-run-together 4:3"]],
    ["figures in brackets", "Text:\n\n- It asked for:\n  (1) costs\n  (2) days\n", ["list-run-together 4:3"]],
    ["a fixed blank after hyphens", "It asked for:\n\n-\u00a0costs\n-\u00a0days\n", ["list-run-together 3:1"]],
    ["a fixed blank before them", "It asked for:\n\n\u00a0- costs\n\u00a0- days\n", ["list-run-together 3:2"]],
    ["a fixed blank after one alone", "It asked for:\n\n*\u00a0costs\n", ["list-run-together 3:1"]],
    ["a fixed blank within a point", "Text:\n\n- costs\n  -\u00a0of buses\n", ["list-run-together 4:3"]],
    ["a hyphen at which no line breaks", "It asked for:\n\n\u2011 costs\n\n\u2011 days\n", ["list-run-together 3:1"]],
    ["a minus sign and a fixed blank", "It asked for:\n\n\u2212\u00a0costs\n", ["list-run-together 3:1"]],
    ["middle dots, each by itself", "It asked for:\n\n·  costs\n\n·  days\n", ["list-run-together 3:1"]],
    ["one circle with wide blanks", "It asked for:\n\no  costs\n", ["list-run-together 3:1"]],
    ["a bullet of a word processor's own", "It asked for:\n\n\uf0b7 costs\n", ["list-run-together 3:1"]],
    ["points indented below a line", "It asked for:\n    - costs\n    - days\n", ["list-run-together 2:5"]],
    ["dates", "It meets on\n\nMonday 3 March 2025\nMonday 7 April 2025\n", ["list-run-together 3:1"]],
    ["an address", "Write to:\n\nThe Guildhall\nHigh Street\nAldermere\n", ["list-run-together 3:1"]],
    ["labels", "It asked:\n\nR1 That costs fall.\nR2 That days rise.\n", ["list-run-together 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["one dash at the start of a line", "The panel met\n– which was late – and agreed.\n"],
    ["a minus", "It fell by\n-5% and\n-6%.\n".replace("-5%", "5%")],
    ["letters in a sentence", "It asked for (a) costs, (b) days and (c) more.\n"],
    ["letters that do not follow each other", "It asked for\n(a) costs, as in\n(c) days.\n"],
    ["initials", "The chair was\nA. Nair, and the clerk\nB. Cole.\n"],
    ["bullets in the list of abbreviations", "An HSB.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n"],
    ["bullets in code", "Text.\n\n```\n• a\n• b\n```\n"],
    ["a list", "It asked for:\n\n- a\n- b\n"],
    ["letters in broken lines", "It asked for\n\nb) costs\\\nc) days\n"],
    ["dates in broken lines", "It meets on\n\nMonday 3 March 2025\\\nMonday 7 April 2025\n"],
    ["contact details", "Name: A. Nair\nPost: Clerk\nTel: 01632 960000\n"],
    ["letters that are a list", "It asked for:\n(a) costs\n(b) days\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("letters that do not begin with the first", () => {
  const advice = (body: string): string =>
    diagnosticsIn(body)
      .flatMap(({ rule, fix }) => (rule === "list-run-together" ? [fix] : []))
      .join();

  it("are to be broken, because a list of them would be an error", () => {
    expect(advice("Text:\nb) costs\nc) days\n")).toMatch(/^put a backslash at the end/);
    expect(advice("Text:\n\n- Of:\n  a) costs\n  b) days\n")).toMatch(/^put an empty line above/);
  });
});

import { describe, expect, it } from "vitest";
import { foundBy } from "../found-in-text.ts";

describe("brackets-unbalanced", () => {
  it.each([
    ["The cost (£84 rose.", ["("]],
    ["The cost £84) rose.", [")"]],
    ["See (the *report).*  And (this).", []],
    ["See paragraph 3(a) and (4.", ["("]],
    ["The rest (see the [report](https://a.example/b).", ["("]],
    ["The cost))", [")"]],
  ])("finds the bracket without a partner: %j", (body, marks) => {
    expect(foundBy("brackets-unbalanced", body)).toEqual(marks);
  });

  it.each([
    "a) one, b) two and iv) four; 1) 12) 2.1) 3a)",
    "(a) one (b) two",
    "The panel asks for (in order:\n\n* buses\n* trains).",
    "See https://en.example.org/wiki/Bus_(coach) and (https://a.example).",
    "Thanks :) and :-(",
    "Resolved:-(1) that the plan be noted:-(see below).",
    "| a |\n|---|\n| Red<br>1) one |",
    "`(`",
    "Write \\( for a bracket \\).",
    "She said 1.) yes and 2.) no.",
    "((nested) brackets)",
  ])("is quiet: %j", (body) => {
    expect(foundBy("brackets-unbalanced", body)).toEqual([]);
  });
});

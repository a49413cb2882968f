import { describe, expect, it } from "vitest";
import { parsed } from "../compile-text.ts";
import { expectTreeOfPlainParser } from "../generated/plain-parser.ts";

describe("definitions of abbreviations that are read before the parser", () => {
  it.each([
    ["between two lists", "1. One.\n\n*[HSB]: Harmful Sexual Behaviour\n\n2. Two."],
    ["between a list and code", "- One.\n\n*[HSB]: Harmful Sexual Behaviour\n\n    code"],
    ["between a note and code", "One.[^1]\n\n[^1]: Note.\n\n*[HSB]: Harmful Sexual Behaviour\n\n    code"],
    ["one below the other", "One.\n\n*[HSB]: Harmful Sexual Behaviour\n*[NHS]: Health\n\n*[MP]: Member\n\nTwo."],
    ["above a table", "One.\n\n*[HSB]: Harmful Sexual Behaviour\n| A |\n|---|\n| B |\n"],
    ["in a block", ":::unnumbered\n\n- One.\n\n*[HSB]: Harmful Sexual Behaviour\n\n- Two.\n\n:::"],
    ["beside a thematic break", "One.\n\n___\n\n*[HSB]: Harmful Sexual Behaviour\n\n***\n"],
  ])("leave the tree that the parser gives, %s", (_name, text) => {
    expect(parsed(text).definitions.length).toBeGreaterThan(0);
    expectTreeOfPlainParser(text);
  });
});

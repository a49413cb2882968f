import { describe, expect, it } from "vitest";
import { findingsOf, foundBy } from "../found-in-text.ts";

const EN_SPACE_BULLET = "\uF0B7";

describe("character-unprintable", () => {
  it.each([
    [`${EN_SPACE_BULLET} One`, "a bullet of a word processor's own font (U+F0B7)", "write a list"],
    ["Done \uF0FC", "a tick of a word processor's own font (U+F0FC)", "type the character"],
    ["A \uE123 b", "a character of a word processor's own font (U+E123)", "type the character"],
    ["Caf\uFFFD", "the replacement character for one that was lost (U+FFFD)", "type the character"],
    ["A \uFDD0 b", "a code that is not a character (U+FDD0)", "type the character"],
    ["A \u{10FFFF} b", "a code that is not a character (U+10FFFF)", "type the character"],
    ["A &#xF0B7; b", "a bullet of a word processor's own font (U+F0B7)", "type the character"],
  ])("names the character in %j", (body, name, fix) => {
    const findings = findingsOf(body).filter(({ rule }) => rule === "character-unprintable");
    expect(findings.map(({ message }) => message.includes(name))).toEqual([true]);
    expect(findings[0]?.fix).toContain(fix);
  });

  it.each(["• One", "✓ → ° “ ” – — … € £ é ŵ ŷ", "😀", "`&#xF0B7;`"])("is quiet: %j", (body) => {
    expect(foundBy("character-unprintable", body)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { findingsOf } from "./found-in-text.ts";

describe("places", () => {
  it.each([
    ["one\n> two\n\n> the\n> the end", "word-twice 4:3"],
    ["The **the** end", "word-twice 1:1"],
    ["A \\* the the end", "word-twice 1:6"],
    ["A &amp; the\nthe end", "word-twice 1:9"],
    ["* a\n* the\n  the end", "word-twice 2:3"],
    ["## The the end", "word-twice 1:4"],
    ["| a | b |\n|---|---|\n| c | the the |", "word-twice 3:7"],
    ["One.[^1]\n\n[^1]: Due on 31 June.", "date-impossible 3:14"],
  ])("are those of the author's file: %j", (body, place) => {
    expect(findingsOf(body).map(({ rule, place: { line, column } }) => `${rule} ${line}:${column}`)).toEqual([place]);
  });
});

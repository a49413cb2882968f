import { describe, expect, it } from "vitest";
import { sourceOf } from "../compiled-report.ts";
import { fixBody, fixFile } from "./fixed-text.ts";

/** The line of the file on which words are. */
function lineOf(body: string, words: string): number {
  const file = sourceOf(body);
  return file.slice(0, file.indexOf(words)).split("\n").length;
}

describe("a fix at one place", () => {
  it("leaves what is elsewhere", () => {
    const body = "The first - as ever - met.\n\nThe second - as ever - met.\n";
    expect(fixBody(body).corrections).toHaveLength(4);
    const { body: fixed, corrections } = fixBody(body, { line: lineOf(body, "The second") });
    expect(fixed).toBe(`${body.replace("second - as ever -", "second – as ever –")}\n`);
    expect(corrections).toHaveLength(2);
    expect(fixBody(body, { line: 2 }).corrections).toEqual([]);
  });

  it("makes what is only right together, in the report's other files, too", () => {
    const body = "1. One.\n\n2. Two.\n\n2. Three.\n\n4. Four: see paragraph 4.\n";
    const all = fixBody(body);
    expect(all.body).toContain("\n3. Three.");
    expect(fixBody(body, { line: lineOf(body, "2. Three") })).toMatchObject({ files: all.files });
    const ones = "1. One.\n\n1. Two.\n\n1. Three.\n";
    expect(fixBody(ones).corrections).toHaveLength(2);
    const { body: counted } = fixBody(ones, { line: lineOf(ones, "1. Three") });
    expect(counted).toBe(fixBody(ones).body);
    const notes = "One house[1] and two roads[2].\n\n[1] The first.\n[2] The second.\n";
    const together = fixBody(notes);
    expect(together.corrections.length).toBeGreaterThan(3);
    expect(fixBody(notes, { line: lineOf(notes, "[2] The second") }).body).toBe(together.body);
  });

  it("is one of the fields, too", () => {
    const file = "---\nTitle: Bins\nauthor: A\nDate: 24 March 2019\nconfidential: No\n---\n\nWords.\n";
    expect(fixFile(file, { line: 4 }).file).toBe(file.replace("Date:", "date:"));
    expect(fixFile(file).file).toBe(file.replace("Date:", "date:").replace("Title:", "title:"));
  });
});

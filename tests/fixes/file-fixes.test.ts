import { describe, expect, it } from "vitest";
import { compileSource, rulesOf, sourceOf } from "../compiled-report.ts";
import { fixBody, fixFile } from "./fixed-text.ts";

const withDate = (date: string): string => sourceOf("One.").replace("date: 2024-03-24", `date: ${date}`);
const withField = (name: string, by: string): string => sourceOf("One.").replace(`${name}:`, `${by}:`);

describe("dates", () => {
  it.each([
    ["24th March 2019", "24 March 2019"],
    ["March 24, 2019", "24 March 2019"],
    ["March 24th 2019", "24 March 2019"],
    ["24 Mar 2019", "24 March 2019"],
    ["1 Sept. 2019", "1 September 2019"],
    ["the 24th of March 2019", "24 March 2019"],
    ["Sunday 24 March 2019", "24 March 2019"],
    ["Sunday, 24th March, 2019", "24 March 2019"],
    ["Sun 24 March 2019", "24 March 2019"],
    ["24-Mar-2019", "24 March 2019"],
    ["24/03/2019", "24 March 2019"],
    ["24.3.2019", "24 March 2019"],
    ["2019/03/24", "2019-03-24"],
    ["2019-3-4", "2019-03-04"],
    ['"24th March 2019"', '"24 March 2019"'],
  ])("%s", (typed, meant) => {
    const { file } = fixFile(withDate(typed));
    expect(file).toBe(withDate(meant));
    expect(rulesOf(compileSource(file), "error")).toEqual([]);
  });

  it.each([
    "03/04/2019",
    "3.4.2019",
    "03/24/2019",
    "31 June 2019",
    "Monday 24 March 2019",
    "Mon 24 March 2019",
    "24 Marsh 2019",
    "24/03/19",
    "March 2019",
    "24 March 2019",
    "2019-03-24",
    "24 to 26 March 2019",
    "Spring 24 March 2019",
  ])("stay: %s", (typed) => {
    expect(fixFile(withDate(typed)).file).toBe(withDate(typed));
  });

  it("of a review stay, as all that is said of what is withheld", () => {
    const file = sourceOf("One.").replace(
      "confidential: No",
      "confidential: {paragraphs: [3], review: 24th March 2019}",
    );
    expect(fixFile(file).file).toBe(file);
  });
});

describe("the names of fields", () => {
  it.each([
    ["title", "Title"],
    ["title", "TITLE"],
    ["title", "titel"],
    ["author", "Author"],
    ["author", "athor"],
    ["date", "Date"],
  ])("%s for %s", (name, typed) => {
    const { file } = fixFile(withField(name, typed));
    expect(file).toBe(sourceOf("One."));
  });

  it.each([
    ["confidential", "Confidential"],
    ["confidential", "confidental"],
    ["confidential", "Confidential "],
    ["date", "dat"],
    ["date", "data"],
    ["author", "writer"],
    ["title", "public-titel"],
  ])("stay, though %s may be meant by %s", (name, typed) => {
    expect(fixFile(withField(name, typed)).file).toBe(withField(name, typed));
  });

  it.each(["Annexes: []", "Public-Title: x", "Draft: true", "public_title: x", "Title: x", "Titles: x"])(
    "stay: %s",
    (field) => {
      expect(fixBody("One.", { fields: field }).file).toBe(sourceOf("One.", field));
    },
  );

  it("and words that a field takes from a list are written as there", () => {
    const { file } = fixBody("1. One.", { fields: "Numbering: Typed\nlang: en-gb" });
    expect(file).toBe(sourceOf("1. One.", "numbering: typed\nlang: en-GB"));
  });
});

describe("what cannot be seen", () => {
  it.each([
    ["a zero-width space", "The chil\u200bdren \u200bmet."],
    ["a soft hyphen", "The chil\u00addren met."],
    ["a word joiner", "The\u2060 children met."],
    ["a byte-order mark in the text", "\ufeffThe children met."],
    ["a left-to-right mark", "The children\u200e met."],
    ["several", "\u200bThe\u200b \u200bchil\u200b\u00addren met."],
  ])("goes: %s", (_name, words) => {
    expect(fixBody(words).body).toBe("The children met.\n");
  });

  it.each([
    ["an override of direction", "The \u202echildren\u202c met."],
    ["a soft hyphen at the end of a line", "The chil\u00ad\ndren met."],
    ["a mark beside letters that run to the left", "The \u200eשלום met."],
    ["a control character", "The\u0007 children met."],
    ["a character before what Markdown would read", "One.\n\n\u200b- a"],
    ["a character in a line of colons", ":\u200b::exempt{paragraphs=3}\nOne.\n:::"],
    ["a character before a comment", "One.\n\n\u200b<!-- a -->"],
  ])("stays: %s", (_name, words) => {
    expect(fixBody(words).body).toBe(`${words}\n`);
  });

  it("goes from other lines where one stays in a line of colons", () => {
    expect(fixBody("On\u200be.\n\n:\u200b::\u2060exempt").body).toBe("One.\n\n:\u200b::\u2060exempt\n");
  });

  it("goes from a title, and stays in what is said of confidentiality", () => {
    const file = sourceOf("One.");
    expect(fixFile(file.replace("Update", "Up\u200bdate")).file).toBe(file);
    for (const typed of [
      "con\u200bfidential: No",
      "confidential: N\u200bo",
      "pub\u200blic-title: x",
      "# c\u200bomment",
    ]) {
      const hidden = file.replace("confidential: No", typed);
      expect(fixFile(hidden).file).toBe(hidden);
    }
  });
});

describe("every byte beside what is fixed stays", () => {
  it("a byte-order mark goes, and ends of lines stay as they are, mixed too", () => {
    const file = `\ufeff${sourceOf("1. A\r\n2. Buses - more\n2. D\r\n\r\nE\rF  ").replace(/\n$/, "")}`;
    const { file: fixed } = fixFile(file);
    expect(fixed).toBe(file.slice(1).replace("Buses - more", "Buses – more").replace("2. D", "3. D"));
  });

  it("a file that is not UTF-8 stays", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(sourceOf("A - b.")), 0xff]);
    expect(fixFile(bytes).fixed.changes).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { inEditor } from "./in-editor.ts";

const SETTINGS = "council: A\ncommittees:\n  - {id: children, name: Children's Scrutiny Committee}\n";

/** What is shown of a text at the sign ‸, and the words that it is about. */
function hover(marked: string): readonly (string | undefined)[] {
  const shown = inEditor(marked, { settings: SETTINGS }).hover();
  return shown === undefined ? [] : [shown.text, shown.title, shown.words];
}

describe("what is shown of a word", () => {
  it("is what a field holds, and which committee an id is", () => {
    expect(hover(reportOf({}).replace("title", "ti‸tle"))).toEqual([
      "title",
      "title",
      "the report's title, as plain text\n\nFor example: title: Update on school transport",
    ]);
    expect(hover(reportOf({ committee: "child‸ren" }))).toEqual([
      "children",
      "Children's Scrutiny Committee",
      "children\n\nThe law of England",
    ]);
    expect(hover("---\nconstruc‸tor: 1\n---\n")).toEqual([]);
  });

  it("is what a short form stands for, where it is used and in a paragraph that goes over lines", () => {
    const body = "The Local Authority (LA) met.\n\n* Words of a list, and\n  more of th‸em for the LA.\n";
    expect(hover(reportOf({}, body))).toEqual([]);
    const used = reportOf({}, body.replace("‸", "").replace("the LA.", "the L‸A."));
    expect(hover(used)).toEqual(["LA", "LA", "Local Authority"]);
    // An entity, after which nothing is where the parser says.
    const inLine = "The Local Authority (LA) met &amp; LANDED: the L‸A went.\n";
    expect(hover(reportOf({}, inLine))).toEqual(["LA", "LA", "Local Authority"]);
    expect(hover(reportOf({}, inLine.replace("‸", "").replace("LAN", "L‸AN")))).toEqual([]);
  });

  it("is the words of the paragraph that is referred to, with all that belongs to it", () => {
    const body =
      "1. The first has a list:\n\n    (a) one;\n    (b) two.\n\n2. See paragraph ‸1, and **paragraph 1**.\n";
    const [text, title, words] = hover(reportOf({}, body));
    expect([text, title]).toEqual(["paragraph 1", "Paragraph 1"]);
    expect(words).toMatch(/^The first has a list:\s+.*one;.*two\.$/s);
    expect(hover(reportOf({}, body.replace("‸", "").replace("**paragraph", "**par‸agraph")))[1]).toBe("Paragraph 1");
    expect(hover(reportOf({}, body.replace("‸1", "1‸7")))).toEqual([]);
  });

  it("is of a withheld passage what its author wrote, and of a label what has it", () => {
    const body = "1. Open. See [](#costs) and paragraph 2‸.\n\n:::exempt{paragraphs=3}\n2. The price. {#costs}\n:::\n";
    expect(hover(reportOf({}, body))).toEqual(["paragraph 2", "Paragraph 2", expect.stringMatching(/^The price\./)]);
    const label = body.replace("‸", "").replace("#costs)", "#co‸sts)");
    expect(hover(reportOf({}, label))).toEqual(["[](#costs)", "Paragraph 2", expect.stringMatching(/^The price\./)]);
  });

  it("is nothing where nothing is meant", () => {
    expect(hover("‸")).toEqual([]);
    expect(hover(reportOf({}, "1. See [it](#50%‸).\n"))).toEqual([]);
    expect(hover(reportOf({}, "Wor‸ds.\n"))).toEqual([]);
    expect(hover("---\ntitle: No end\n\nWords ‸\n")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { Page, textOf } from "../compiled-report.ts";

/** The notes of a report in the members' edition, by their ids, with the words of each. */
function notesOf(body: string, annex?: string): Readonly<Record<string, string>> {
  const annexes = annex === undefined ? {} : { annexes: "[{title: T, file: a/x.md, confidential: {paragraphs: [3]}}]" };
  const texts = sealedTexts({
    "reports/a.md": reportOf(annexes, body),
    ...(annex === undefined ? {} : { "reports/a/x.md": annex }),
  });
  const content = { texts, attachments: new Map(), settings: undefined, others: [], findings: [] };
  const page = new Page(checkContent(content, { edition: "members" }).site.reports[0]?.bodyHtml ?? "");
  const notes = page.all("li").filter(({ attributes }) => attributes.get("id")?.startsWith("fn-"));
  return Object.fromEntries(notes.map((note) => [note.attributes.get("id") ?? "", textOf(note).replace(/ ↩.*/, "")]));
}

describe("in the members' edition a note", () => {
  it("that only a passage refers to is marked, and no other", () => {
    expect(
      notesOf(
        "One[^a].\n\n:::exempt{paragraphs=3}\nTwo[^b][^c].\n:::\n\nThree[^c].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.",
      ),
    ).toEqual({ "fn-a": "A.", "fn-b": "Not for publication B.", "fn-c": "C." });
  });

  it("of a note that only a passage refers to is marked, too, unless a public note refers to it", () => {
    expect(
      notesOf(
        "One[^a].\n\n:::exempt{paragraphs=3}\nTwo[^b].\n:::\n\n[^a]: A[^d].\n\n[^b]: B[^c][^d].\n\n[^c]: C.\n\n[^d]: D.",
      ),
    ).toEqual({ "fn-a": "A3.", "fn-b": "Not for publication B43.", "fn-c": "Not for publication C.", "fn-d": "D." });
  });

  it("of a withheld annex is marked", () => {
    expect(notesOf("See Annex A[^1].\n\n[^1]: One.", "Words[^1].\n\n[^1]: Two.")).toEqual({
      "fn-1": "One.",
      "fn-a-1": "Not for publication Two.",
    });
  });
});

import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { outcomeOf } from "./public-outcome.ts";

/** The public page of a report, in a site of these files. */
function page(name: string, files: Readonly<Record<string, string>>): string {
  const { files: published, printed } = outcomeOf(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`reports/${path}`, text])),
  );
  const text = published.get(`reports/${name}/index.html`);
  if (text === undefined) throw new Error(`the page is not published: ${printed.join("\n")}`);
  return text;
}

describe("nothing that is withheld leaves a trace in public text:", () => {
  const annexes = "[{title: Rounds, file: p/rounds.csv}]";
  const calledAppendix: readonly (readonly [string, string])[] = [
    ["a comment", "<!-- See Appendix A -->"],
    ["a note that only a passage refers to", ":::exempt{paragraphs=3}\nA bid.[^w]\n:::\n\n[^w]: See Appendix A."],
    ["a passage", ":::exempt{paragraphs=3}\nSee Appendix A.\n:::"],
    [
      "a line of definitions that only a passage uses",
      ":::exempt{paragraphs=3}\nThe ZQX met.\n:::\n\n*[ZQX]: Zebra Appendix A",
    ],
  ];
  it.each(calledAppendix)("an annex is not called an appendix for the words of %s", (_where, text) => {
    const files = { "p.md": reportOf({ annexes }, `See Annex A.\n\n${text}\n`), "p/rounds.csv": "a\n" };
    expect(page("p", files)).toContain("Annex A: Rounds");
    expect(page("p", files)).not.toContain("Appendix");
  });

  it("an annex is called an appendix where public text calls it so, in Markdown annexes and footnotes, too", () => {
    const inNote = reportOf({ annexes }, "It met.[^n]\n\n[^n]: See Appendix A.\n");
    expect(page("p", { "p.md": inNote, "p/rounds.csv": "a\n" })).toContain("Appendix A: Rounds");
    const inTable = reportOf({ annexes }, "| Where |\n|---|\n| Appendix A |\n");
    expect(page("p", { "p.md": inTable, "p/rounds.csv": "a\n" })).toContain("Appendix A: Rounds");
  });

  it("an entry of the glossary has no number for one of the same id that only a passage uses", () => {
    const abbreviations = "{H/SB: Hidden Sum Bid, H-SB: Home Safety Board}";
    const text = "The H-SB met.\n\n:::exempt{paragraphs=3}\nThe H/SB is 7.\n:::\n";
    const html = page("p", { "p.md": reportOf({ abbreviations }, text) });
    expect(html).toContain('href="#abbr-h-sb"');
    expect(html).toContain('id="abbr-h-sb"');
    expect(html).not.toContain("abbr-h-sb-2");
  });

  it("stubs of one date stand in the order of their public addresses, whatever their files are called", () => {
    const stub = (title: string): string =>
      reportOf({ title: "Zebra", "public-title": title, confidential: "{paragraphs: [3]}" });
    const listing = (first: string, second: string): string | undefined =>
      outcomeOf({ [`reports/${first}.md`]: stub("First"), [`reports/${second}.md`]: stub("Second") }).files.get(
        "reports/index.html",
      );
    expect(listing("a", "b")).toMatch(/First[\s\S]*Second/);
    expect(listing("b", "a")).toBe(listing("a", "b"));
  });

  it("a link from another report leads to the public heading, though a passage has one of the same words", () => {
    const target =
      "## Findings\n\nIt met.\n\n:::exempt{paragraphs=3}\n### Next steps\n\nA bid.\n:::\n\n## Next steps\n\nNone.\n";
    const files = { "p.md": reportOf({}, target), "q.md": reportOf({}, "See [it](p.md#next-steps).\n") };
    expect(page("q", files)).toContain('href="../p/#next-steps"');
  });

  it("but a link to what only a passage has leads to what stands in its place", () => {
    const target = "## Findings\n\nIt met.\n\n:::exempt{paragraphs=3}\n### The bid\n\nA bid. {#bid}\n:::\n";
    const files = {
      "p.md": reportOf({}, target),
      "q.md": reportOf({}, "See [it](p.md#the-bid) and [it](p.md#bid).\n"),
    };
    expect(page("q", files)).toMatch(/href="\.\.\/p\/#para-2"[\s\S]*href="\.\.\/p\/#para-2"/);
  });
});

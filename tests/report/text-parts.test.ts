import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import type { Report } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { type Around, compileReport } from "../compiled-report.ts";
import { sampleSite } from "../sample-site.ts";

function reportOf(body: string, context?: Around): Report {
  const { report } = compileReport(body, context);
  if (report === undefined) throw new Error("the report of this test was refused");
  return report;
}

/** "number id: text" of each part. */
function partsOf(body: string, context?: Around): readonly string[] {
  return reportOf(body, context).parts.map(({ number = "–", id, text }) => `${number} ${id}: ${text}`);
}

describe("the parts of a report's text", () => {
  it("are its numbered paragraphs, each with what belongs to it", () => {
    expect(partsOf("## Findings\n\nOne.\n\n* a\n* b\n\nTwo **strong** `code`. {#two}\n")).toEqual([
      "1 para-1: One.\n• a\n• b",
      "2 para-2: Two strong code.",
    ]);
  });

  it("have the label of a paragraph and the heading above it", () => {
    expect(reportOf("## Findings\n\nOne.\n\n### In detail\n\nTwo. {#two}\n").parts).toMatchObject([
      { number: "1", heading: "Findings", isWithheld: false },
      { number: "2", heading: "In detail", label: "two" },
    ]);
  });

  it("have the id of what they follow, where they have no number", () => {
    const text =
      ":::unnumbered\nFirst.\n:::\n\n## Findings\n\n:::unnumbered\nHere.\n:::\n\nOne.\n\n:::unnumbered\nThere.\n:::\n";
    expect(partsOf(text)).toEqual(["– top: First.", "– findings: Here.", "1 para-1: One.\nThere."]);
  });

  it("have the marks of sub-lists, the cells of tables, and the words for images", () => {
    const text =
      "See:\n\n1. this\n2. that\n\n    1. in it\n\nTable: Sums\n\n| Year | £ |\n|---|---|\n| 2024 | 1 |\n| 2025 | |\n";
    expect(partsOf(text)).toEqual(["1 para-1: See:\n(a) this\n(b) that\n(i) in it\nSums\nYear\t£\n2024\t1\n2025\t"]);
    const attachments = [{ path: "shared/map.svg", format: "SVG", width: 1, height: 1 }];
    expect(partsOf("A map.\n\n![A map of wards](../shared/map.svg)\n", { attachments })).toEqual([
      "1 para-1: A map.\nA map of wards",
    ]);
  });

  it("go into annexes, and leave out lists that are made of other data", () => {
    const context = { fields: "annexes:\n  - title: Rounds\n" };
    const text = "The Waste Partnership (WP) met; see Annex A. The WP met.\n\n## Annex A: Rounds\n\nRound one.\n";
    expect(partsOf(text, context)).toEqual([
      "1 para-1: The Waste Partnership (WP) met; see Annex A. The WP met.",
      "A1 para-A1: Round one.",
    ]);
  });

  it("say of what is withheld what the page says, under each of its numbers", () => {
    const { parts } = reportOf("One.\n\n:::exempt{paragraphs=3}\nSecret.\n\nMore.\n:::\n\nFour.\n");
    expect(parts.map(({ number, id, isWithheld }) => [number, id, isWithheld])).toEqual([
      ["1", "para-1", false],
      ["2", "para-2", true],
      ["3", "para-3", true],
      ["4", "para-4", false],
    ]);
    expect(parts[2]?.text).toMatch(/^Paragraphs 2 and 3 are not for publication/);
    expect(JSON.stringify(parts)).not.toMatch(/Secret|More/);
  });

  it("are marked in the members' edition where they are not for publication", async () => {
    const folder = fileURLToPath(new URL("../sites/withheld/content", import.meta.url));
    const { site } = checkContent(await readContent(folder), { edition: "members" });
    const { parts = [] } = site.reports.find(({ path }) => path.endsWith("waste.md")) ?? {};
    const marked = parts.filter(({ isWithheld }) => isWithheld);
    expect(new Set(marked.map(({ number }) => number))).toEqual(new Set([undefined, "A1", "A2", "3", "4", "6", "B2"]));
    expect(parts.filter((part) => /WITHHELD/.test(part.text) && !part.isWithheld)).toEqual([]);
  });

  it("have notes beside them, and the links that lead out", () => {
    const text =
      "One[^a], [two](https://example.org/2) and [two](https://example.org/2). See paragraph 1.\n\n[^a]: A [note](https://example.org/n).\n";
    const { parts, notes, pageLinks } = reportOf(text);
    expect(parts[0]?.text).toBe("One[1], two and two. See paragraph 1.");
    expect(notes).toEqual([{ number: "1", id: "fn-a", text: "A note." }]);
    expect(pageLinks).toEqual([
      { text: "two", href: "https://example.org/2" },
      { text: "note", href: "https://example.org/n" },
    ]);
  });
});

describe("every word of a page is in its data", async () => {
  const { site } = await sampleSite();
  it.each(site.reports.map((report) => [report.path, report] as const))("of %s", (_path, report) => {
    const { parts, notes, annexes, abbreviations } = report;
    const told = [
      parts.flatMap(({ number = "", heading, text }) => [number, heading, text]),
      notes.map(({ text }) => text),
      annexes.flatMap(({ kind, letter, title, notice = "", description = "" }) => [
        kind,
        letter,
        title,
        notice,
        description,
      ]),
      abbreviations.flatMap(({ short, long }) => [short, long]),
      headingsOf(report),
      report.recommendations.flatMap(({ label }) => ["Recommendation", label]),
    ];
    const known = new Set(wordsOf(told.flat().join(" ")));
    // What became of recommendations is in the data of each, in other words.
    const shown = report.bodyHtml
      .replace(/<div class="outcome[\s\S]*?<\/div>/g, "")
      .replace(/<span class="(?:first-use|visually-hidden)">[\s\S]*?<\/span>/g, "")
      .replace(/<a [^>]*data-footnote-backref[\s\S]*?<\/a>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&#?\w+;/g, " ");
    expect(wordsOf(shown).filter((word) => !known.has(word))).toEqual([]);
    expect(known.size).toBeGreaterThan(90);
  });
});

function headingsOf({ contents }: Report): readonly string[] {
  return [
    "Annexes",
    "attached",
    "Abbreviations",
    "Notes",
    ...contents.flatMap(({ text, children }) => [text, ...children.map((child) => child.text)]),
  ];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

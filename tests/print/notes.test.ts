import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { PrintBlock, PrintCell, PrintItem } from "../../src/print/print-nodes.ts";
import { rows } from "../lane.ts";
import { printedBlocks } from "./printed.ts";
import { type PageText, readPageTexts } from "./tagged-text.ts";

/** The words of each page of a report with these blocks. */
const pagesOf = async (blocks: readonly PrintBlock[]): Promise<readonly string[]> =>
  wordsOf(await readPageTexts(await printedBlocks(blocks)));

function wordsOf(pages: readonly PageText[]): readonly string[] {
  return pages.map(({ marked }) => [...marked.values()].join(" "));
}

const paragraphOf = (words: string): PrintItem => ({
  ids: [],
  mark: "1.",
  body: [{ kind: "paragraph", body: [words] }],
});
const noted: PrintItem = {
  ids: [],
  mark: "2.",
  body: [
    {
      kind: "paragraph",
      body: [
        "marked ".repeat(40),
        { kind: "note", id: "fn-1", number: "1", body: [{ kind: "paragraph", body: ["explained ".repeat(60)] }] },
      ],
    },
  ],
};

const bullets: PrintBlock = {
  kind: "bullet-list",
  items: Array.from({ length: 4 }, (_, index) => ({ ...paragraphOf(`bullet ${index}`), mark: "" })),
};
const inLetter: PrintItem = {
  ...paragraphOf("The committee is asked to agree:"),
  body: [...paragraphOf("agree:").body, { kind: "marked-list", items: [{ ...noted, mark: "(a)" }] }],
};

describe.each([
  ["a paragraph", noted],
  ["a paragraph with a list", { ...noted, body: [...noted.body, bullets] }],
  ["a lettered item", inLetter],
] as const)("a note of %s", (_, noted) => {
  it.each(
    rows(
      Array.from({ length: 12 }, (_, index) => 22 + index),
      3,
    ),
  )("stands on the page of its mark, and its heading above it, below %i lines", async (lines) => {
    const filler = Array.from({ length: lines }, () => paragraphOf("line"));
    const pages = await pagesOf([
      { kind: "numbered", items: filler },
      { kind: "heading", level: 2, ids: [], body: ["Aboveone"] },
      { kind: "heading", level: 3, ids: [], body: ["Abovetwo"] },
      { kind: "numbered", items: [noted, ...filler] },
    ]);
    const page = pages.findIndex((words) => words.includes("marked"));
    for (const word of ["Aboveone", "Abovetwo", "explained"]) expect(pages[page]).toContain(word);
    expect(pages.filter((words) => words.includes("Aboveone"))).toHaveLength(1);
  });
});

const note = { kind: "note", id: "fn-1", number: "1", body: paragraphOf("explained ".repeat(30)).body } as const;
const cellOf = (...body: PrintCell["body"]): PrintCell => ({ isHeader: false, align: "start", body });
const table = {
  kind: "table",
  caption: ["Costs"],
  header: [cellOf("Year"), cellOf("Cost")],
  rows: Array.from({ length: 3 }, () => [cellOf("2024"), cellOf("words ".repeat(30))]),
} as const;
const quoted = (...body: PrintCell["body"]): PrintBlock => ({
  kind: "quotation",
  body: [{ kind: "paragraph", body: ["quoted ".repeat(60), ...body, " quoted".repeat(60)] }],
});
const rowsAround = (...body: PrintCell["body"]): PrintBlock => {
  const rows = Array.from({ length: 6 }, () => [cellOf("2024"), cellOf("words")]);
  return { ...table, rows: [...rows, [cellOf("2025"), cellOf(...body)], ...rows] };
};

describe.each<readonly [string, PrintBlock]>([
  ["a table's caption", { ...table, caption: ["Costs marked", note] }],
  ["a table's header", { ...table, header: [cellOf("Year marked", note), cellOf("Cost")] }],
  ["a cell", { ...table, rows: [...table.rows, [cellOf("2025"), cellOf("marked", note)]] }],
  ["a cell of many rows", rowsAround("marked", note)],
  ["a quotation", quoted("marked", note)],
])("a note of %s", (_, block) => {
  const filler = (lines: number): PrintBlock => ({
    kind: "numbered",
    items: Array.from({ length: lines }, () => paragraphOf("line")),
  });
  const item: PrintItem = { ...paragraphOf("Text."), body: [...paragraphOf("Text.").body, block] };
  it.each(
    rows(
      Array.from({ length: 18 }, (_, index) => 14 + index),
      3,
    ),
  )("is on the page of its mark, below %i lines", async (lines) => {
    for (const blocks of [
      [filler(lines), { kind: "numbered", items: [item, paragraphOf("after")] } as const],
      [filler(lines), { kind: "paragraph", body: ["Text."] } as const, block, filler(2)],
    ]) {
      const pages = await pagesOf(blocks);
      const page = pages.find((words) => words.includes("marked"));
      expect(page).toContain("explained");
    }
  });
});

describe("what is said of an annex that is withheld", () => {
  it.each(
    rows(
      Array.from({ length: 12 }, (_, index) => 26 + index),
      3,
    ),
  )("is on the page of its title, below %i lines", async (lines) => {
    const annex = (title: string): PrintItem => ({
      ids: [],
      mark: "",
      body: [
        { kind: "paragraph", body: [title] },
        { kind: "notice", ids: [], body: [{ kind: "paragraph", body: ["withheld ".repeat(40)] }] },
      ],
    });
    const pages = await pagesOf([
      { kind: "numbered", items: Array.from({ length: lines }, () => paragraphOf("line")) },
      { kind: "heading", level: 2, ids: [], body: ["Annexes"] },
      { kind: "bullet-list", items: [annex("Title")] },
    ]);
    expect(pages.filter((words) => /Annexes|Title|withheld/.test(words))).toHaveLength(1);
  });
});

describe("a note", () => {
  it.each(
    rows(
      Array.from({ length: 14 }, (_, index) => 24 + index),
      3,
    ),
  )("of a heading stands on its page, below %i lines", async (lines) => {
    const filler = Array.from({ length: lines }, () => paragraphOf("line"));
    const note = { kind: "note", id: "fn-1", number: "1", body: paragraphOf("explained").body } as const;
    const pages = await pagesOf([
      { kind: "numbered", items: filler },
      { kind: "heading", level: 2, ids: [], body: ["Findings", note] },
      { kind: "heading", level: 3, ids: [], body: ["Below"] },
      { kind: "numbered", items: [paragraphOf("first ".repeat(30)), ...filler] },
    ]);
    const page = pages.find((words) => words.includes("Findings"));
    for (const word of ["Below", "explained", "first"]) expect(page).toContain(word);
  });

  it("of a heading is in neither contents nor bookmarks, and can be cited again", async () => {
    const note = { kind: "note", id: "fn-1", number: "1", body: [{ kind: "paragraph", body: ["explained"] }] } as const;
    const bytes = await printedBlocks([
      {
        kind: "heading",
        level: 2,
        ids: ["findings"],
        body: ["Findings", note, " of ", { kind: "emphasis", body: ["May"] }],
      },
      {
        kind: "numbered",
        items: [{ ...noted, body: [{ kind: "paragraph", body: ["Again", { kind: "note-again", id: "fn-1" }] }] }],
      },
      { kind: "numbered", items: Array.from({ length: 400 }, () => paragraphOf("line")) },
    ]);
    const [first, ...others] = wordsOf(await readPageTexts(bytes));
    expect(others.length).toBeGreaterThan(8);
    expect(first?.replace(/\s+/g, " ")).toContain("Contents Findings of May 1 Findings 1 of May 2. Again 1 ");
    expect(first?.match(/explained/g)).toHaveLength(1);
    const task = getDocument({ data: bytes.slice(), verbosity: 0 });
    const outline = await (await task.promise).getOutline();
    await task.destroy();
    expect(outline.map(({ title }) => title)).toEqual(["Findings of May"]);
  });

  it("does not keep on one page what has no room there", async () => {
    const [first] = noted.body;
    if (first === undefined) throw new Error("the paragraph of this test has no words");
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ids: [],
      mark: "•",
      body: paragraphOf(`${index}`).body,
    }));
    const pages = await pagesOf([
      { kind: "numbered", items: [{ ...noted, body: [first, { kind: "bullet-list", items: rows }] }] },
    ]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)).toContain("119");
  });
});

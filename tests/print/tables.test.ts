import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintBlock, PrintCell, PrintInline } from "../../src/print/print-nodes.ts";
import { temporaryFolder } from "../content-folders.ts";
import { rows } from "../lane.ts";
import { printedBlocks } from "./printed.ts";

/** The words of each page; those that lie beyond its edge are none of them. */
async function pagesOf(...blocks: readonly PrintBlock[]): Promise<readonly string[]> {
  const file = await fileOf(...blocks);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

async function fileOf(...blocks: readonly PrintBlock[]): Promise<string> {
  const file = join(temporaryFolder(), "printed.pdf");
  writeFileSync(file, await printedBlocks(blocks));
  return file;
}

function tableOf(
  rows: number,
  columns: number,
  wordsAt: (row: number) => string,
): Extract<PrintBlock, { readonly kind: "table" }> {
  const cell = (words: string): PrintCell => ({ isHeader: false, align: "start", body: [words] });
  const line = (words: string) => Array.from({ length: columns }, () => cell(words));
  return {
    kind: "table",
    caption: ["Costs"],
    header: line("head"),
    rows: Array.from({ length: rows }, (_, row) => line(wordsAt(row))),
  };
}

const lines = (count: number): PrintBlock => ({
  kind: "numbered",
  items: Array.from({ length: count }, () => ({
    ids: [],
    mark: "1.",
    body: [{ kind: "paragraph", body: ["line"] }],
  })),
});

describe("a table", () => {
  it.each(rows([24, 27, 30, 33], 2))("of few rows stands whole on a page below %i lines", async (count) => {
    const pages = await pagesOf(
      lines(count),
      tableOf(6, 3, (row) => `row ${row}`),
    );
    const found = pages.filter((page) => page.includes("Costs") || page.includes("row 0") || page.includes("row 5"));
    expect(found).toHaveLength(1);
  });

  it("of many rows is broken between pages, each with its header", async () => {
    const pages = await pagesOf(tableOf(90, 3, (row) => `row ${row}`));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("head");
  });

  const long = tableOf(90, 1, (row) => `row ${row}`);
  const withHead = (...body: readonly PrintInline[]): PrintBlock => ({
    ...long,
    header: [{ isHeader: true, align: "start", body }],
  });
  const target: PrintBlock = {
    kind: "numbered",
    items: [{ ids: ["para-1"], mark: "1.", body: [{ kind: "paragraph", body: ["Cited."] }] }],
  };

  it("with links in its head has their words on each page", async () => {
    const link: PrintInline = { kind: "link", url: "https://council.example/", body: ["site"] };
    const reference: PrintInline = { kind: "reference", id: "para-1", body: ["paragraph 1"] };
    const strong: PrintInline = { kind: "strong", body: [link, " and ", reference, { kind: "anchor", id: "cost" }] };
    const pages = await pagesOf(target, withHead("Cost, ", strong));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain("Cost, site and paragraph 1");
  });

  it("with a note in its head has head and note once", async () => {
    const words: PrintBlock = { kind: "paragraph", body: ["explained"] };
    const text = (await pagesOf(withHead("Cost", { kind: "note", id: "fn-1", number: "1", body: [words] }))).join("\n");
    expect(text.match(/Cost1/g)).toHaveLength(1);
    expect(text.match(/explained/g)).toHaveLength(1);
  });

  it.each(rows([5, 8, 11, 12, 14], 2))("of %i columns keeps sums of millions apart", async (columns) => {
    const file = await fileOf(tableOf(4, columns, (row) => `£${row},234,567`));
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    const sums = [...boxes.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">£\d,234,567</g)];
    expect(sums).toHaveLength(4 * columns);
    for (const [index, [, , end]] of sums.entries()) {
      if ((index + 1) % columns > 0) expect(Number(sums[index + 1]?.[1])).toBeGreaterThan(Number(end) + 1);
    }
  });

  const sizes = [1, 2, 3, 4, 6, 8].flatMap((columns) => [2, 5, 10, 20, 30, 50, 90].map((words) => [columns, words]));
  it.each(rows(sizes, 6))(
    "of %i columns with %i wide words a cell is on the paper with all its rows",
    async (columns, words) => {
      const pages = await pagesOf(
        lines(20),
        tableOf(8, columns, (row) => `${"WWW ".repeat(words)}${row}Z`),
      );
      const text = pages.join("\n");
      for (let row = 0; row < 8; row++) expect(text.match(new RegExp(`${row}Z`, "g"))).toHaveLength(columns);
    },
  );

  interface Word {
    readonly text: string;
    readonly page: number;
    readonly start: number;
    readonly top: number;
    readonly end: number;
    readonly bottom: number;
  }

  async function wordsOf(...blocks: readonly PrintBlock[]): Promise<readonly Word[]> {
    const boxes = execFileSync("pdftotext", ["-bbox", await fileOf(...blocks), "-"], { encoding: "utf8" });
    return boxes.split("<page ").flatMap((text, page) =>
      [...text.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, start, top, end, bottom, word = ""]) => ({
          text: word,
          page,
          start: Number(start),
          top: Number(top),
          end: Number(end),
          bottom: Number(bottom),
        }),
      ),
    );
  }

  /** Pairs of words of which one is printed over the other, or less than a blank beside it. */
  function overprinted(words: readonly Word[]): readonly string[] {
    return words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter(
          (other) =>
            one.page === other.page &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > (one.bottom - one.top) / 2 &&
            one.start < other.end + 1 &&
            other.start < one.end + 1,
        )
        .map((other) => `${one.text} ${other.text}`),
    );
  }

  function tableWith(...rows: readonly (readonly (string | PrintInline)[])[]): PrintBlock {
    const [header = [], ...others] = rows.map((row) =>
      row.map((word): PrintCell => ({ isHeader: false, align: "start", body: [word] })),
    );
    return { kind: "table", caption: ["Grants"], header, rows: others };
  }

  const inParagraph = (...body: readonly PrintBlock[]): PrintBlock => ({
    kind: "numbered",
    items: [{ ids: [], mark: "1.", body: [{ kind: "paragraph", body: ["Text."] }, ...body] }],
  });
  const inList = (block: PrintBlock): PrintBlock => ({
    kind: "bullet-list",
    items: [{ ids: [], mark: "", body: [{ kind: "paragraph", body: ["Item."] }, block] }],
  });

  const wide = [
    "priya.nair-borrowdale@aldermere.example",
    "GRANT_2024_25_TRANSPORT_07",
    "https://aldermere.example/services/children/early-help",
    "£1,350,000,000,000",
    "WWWWWWWWWWWWWWWWWWWWWW",
    "Unzerbrechlichkeitsbeweis",
  ];
  const shapes = [2, 4, 5, 6, 8, 10, 13, 17, 20].flatMap((columns) => wide.map((word) => [columns, word] as const));
  it.each(rows(shapes, 6))("of %i columns with %s prints no word over another", async (columns, word) => {
    const row = (index: number) => Array.from({ length: columns }, (_, at) => (at % 2 === index % 2 ? word : "Ward 7"));
    const table = tableWith(
      Array.from({ length: columns }, () => "Reference"),
      row(0),
      row(1),
    );
    for (const place of [inParagraph(table), { kind: "quotation", body: [inList(table)] } as const]) {
      const words = await wordsOf(place);
      expect(overprinted(words)).toEqual([]);
      expect(words.every(({ start, end }) => start > 0 && end < 842)).toBe(true);
      // Read one after the other, the pieces of a broken word are the word.
      const letters = words
        .map(({ text }) => text)
        .sort()
        .join("").length;
      const cells = (columns * 2) / 2;
      expect(letters).toBeGreaterThanOrEqual(cells * (word.length + "Ward7".length) + columns * "Reference".length);
    }
  });

  it("keeps words whole where other columns can be narrower", async () => {
    const address = "priya.nair@aldermere.example";
    const [first] = await pagesOf(
      inParagraph(
        tableWith(
          ["Service", "Lead officer", "E-mail", "Telephone", "Ward"],
          ["Children and families", "Priya Nair and Anneliese Borrowdale", address, "01632 960 123", "Castle Mount"],
        ),
      ),
    );
    expect(first).toContain(address);
    expect(first).toContain("Borrowdale");
  });

  /** Widths of the pages in points. */
  async function sheetsOf(...blocks: readonly PrintBlock[]): Promise<readonly number[]> {
    const facts = execFileSync("pdfinfo", ["-l", "99", await fileOf(...blocks)], { encoding: "utf8" });
    return [...facts.matchAll(/Page +\d+ size: +([\d.]+)/g)].map(([, width]) => Math.round(Number(width)));
  }
  const [upright, onSide] = [595, 842];

  it("that is too wide for an upright page has one on its side, with all its columns in letters that can be read", async () => {
    const sums17 = tableOf(4, 17, (row) => `£${row},234,567`);
    expect(await sheetsOf(inParagraph(sums17, { kind: "paragraph", body: ["After it."] }))).toEqual([
      upright,
      onSide,
      upright,
    ]);
    expect(await sheetsOf({ kind: "part", ids: [], body: [sums17] })).toEqual([upright, onSide]);
    const words = await wordsOf(inParagraph(sums17));
    const sums = words.filter(({ text }) => text.endsWith(",234,567"));
    expect(sums).toHaveLength(4 * 17);
    for (const { top, bottom } of sums) expect(bottom - top).toBeGreaterThan(6);
  });

  it("that has room on an upright page stays there", async () => {
    expect(await sheetsOf(inParagraph(tableOf(4, 8, () => "£1,234,567")))).toEqual([upright]);
  });
});

describe("a word that a line may not hold", () => {
  it.each([
    "https://www.legislation.example/ukpga/1972/70/schedule/12A",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  ])("%s can be searched for and copied as it was written", async (word) => {
    const paragraph: PrintBlock = { kind: "paragraph", body: [word, " and ", { kind: "code", text: word }, "."] };
    const [page = ""] = await pagesOf({ kind: "paragraph", body: [word, " is one."] }, paragraph, {
      kind: "code-block",
      text: word,
    });
    expect(page).not.toMatch(/\p{Cf}/u);
    expect(page).toContain(`${word} is one.`);
    expect(page.replace(/\s/g, "").split(word)).toHaveLength(5);
  });
});

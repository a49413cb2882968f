import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintBlock, PrintCell, PrintInline } from "../../src/print/print-nodes.ts";
import { temporaryFolder } from "../content-folders.ts";
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
  it.each([24, 27, 30, 33])("of few rows stands whole on a page below %i lines", async (count) => {
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

  it.each([5, 8, 11, 12, 14])("of %i columns keeps sums of millions apart", async (columns) => {
    const file = await fileOf(tableOf(4, columns, (row) => `£${row},234,567`));
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    const sums = [...boxes.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">£\d,234,567</g)];
    expect(sums).toHaveLength(4 * columns);
    for (const [index, [, , end]] of sums.entries()) {
      if ((index + 1) % columns > 0) expect(Number(sums[index + 1]?.[1])).toBeGreaterThan(Number(end) + 1);
    }
  });

  const sizes = [1, 2, 3, 4, 6, 8].flatMap((columns) => [2, 5, 10, 20, 30, 50, 90].map((words) => [columns, words]));
  it.each(sizes)(
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
});

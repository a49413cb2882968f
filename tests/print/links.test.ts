import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { PrintPack } from "../../src/print/print-document.ts";
import type { PrintBlock, PrintInline, PrintItem } from "../../src/print/print-nodes.ts";
import { EMPTY_REPORT, engine, printedBlocks } from "./printed.ts";

/** A link within a document: its page, where it leads, and the words on the first line below. */
interface Link {
  readonly page: number;
  readonly target: number;
  readonly line: string;
}

async function readLinks(bytes: Uint8Array): Promise<readonly Link[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const links: Link[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    for (const { dest } of await (await pdf.getPage(page)).getAnnotations()) {
      const [reference, , left, top] = dest ?? [];
      if (reference === undefined) continue;
      const target = (await pdf.getPageIndex(reference)) + 1;
      links.push({ page, target, line: await lineBelow(await pdf.getPage(target), left, top) });
    }
  }
  await task.destroy();
  return links;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>;

async function lineBelow(page: Page, left: number, top: number): Promise<string> {
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
  const heights = words.map(({ transform }) => Number(transform[5])).filter((height) => height < top);
  const height = Math.max(...heights);
  expect(top - height).toBeLessThan(40);
  expect(left).toBeLessThan(200);
  return words
    .filter(({ transform }) => Math.abs(Number(transform[5]) - height) < 1)
    .map(({ str }) => str)
    .join(" ");
}

const PARAGRAPHS = 120;
const to = (number: number): PrintInline => ({ kind: "reference", id: `para-${number}`, body: [`number ${number}`] });
const paragraph = (number: number, ...more: readonly PrintInline[]): PrintItem => ({
  ids: [`para-${number}`],
  mark: `${number}.`,
  body: [{ kind: "paragraph", body: [`This is ${number} here. `, "words ".repeat(number % 7), ...more] }],
});
/** Each paragraph with a link to another, before it or behind, pages away. */
const paragraphs: PrintBlock = {
  kind: "numbered",
  items: Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index + 1, to(((index * 37) % PARAGRAPHS) + 1))),
};
const leadsOf = (links: readonly Link[]): readonly string[] => links.map(({ line }) => line);
const expectedLeads = Array.from({ length: PARAGRAPHS }, (_, index) => `${((index * 37) % PARAGRAPHS) + 1}.`);

describe("the links of a report's PDF", () => {
  it("lead to the lines of the paragraphs that they name", async () => {
    const links = await readLinks(await printedBlocks([paragraphs]));
    expect(links).toHaveLength(PARAGRAPHS);
    expect(Math.max(...links.map(({ target }) => target))).toBeGreaterThan(3);
    for (const [index, line] of leadsOf(links).entries()) expect(line).toMatch(new RegExp(`^${expectedLeads[index]} `));
  });

  it("lead to headings, notes, terms, tables and letters, too", async () => {
    const places = ["findings", "fn-1", "abbr-hra", "table-1", "para-2-b"];
    const filler = Array.from({ length: 45 }, (_, index) => paragraph(index + 3));
    const blocks: readonly PrintBlock[] = [
      {
        kind: "numbered",
        items: [paragraph(1, ...places.map((id): PrintInline => ({ kind: "reference", id, body: [" see ", id] })))],
      },
      { kind: "numbered", items: filler },
      { kind: "heading", level: 2, ids: ["findings"], body: ["Found facts"] },
      {
        kind: "numbered",
        items: [
          {
            ids: ["para-2"],
            mark: "2.",
            body: [
              {
                kind: "paragraph",
                body: [
                  "Noted words",
                  { kind: "note", id: "fn-1", number: "1", body: [{ kind: "paragraph", body: ["The note."] }] },
                ],
              },
              {
                kind: "marked-list",
                items: [
                  { ids: ["para-2-a"], mark: "(a)", body: [{ kind: "paragraph", body: ["first letter"] }] },
                  { ids: ["para-2-b"], mark: "(b)", body: [{ kind: "paragraph", body: ["second letter"] }] },
                ],
              },
            ],
          },
        ],
      },
      {
        kind: "part",
        ids: ["table-1"],
        body: [
          { kind: "heading", level: 2, ids: [], body: ["Abbreviations"] },
          {
            kind: "terms",
            entries: [
              { ids: ["abbr-dfe"], term: ["DfE"], body: ["Department for Education"] },
              { ids: ["abbr-hra"], term: ["HRA"], body: ["Housing Revenue Account"] },
            ],
          },
        ],
      },
    ];
    const lines = leadsOf(await readLinks(await printedBlocks(blocks)));
    const expected = [
      "Found facts",
      "2. Noted words",
      "HRA Housing Revenue Account",
      "Abbreviations",
      "(b) second letter",
    ];
    for (const words of expected) expect(lines.some((line) => line.replace(/\s+/g, " ").startsWith(words))).toBe(true);
  });

  it("are refused where they lead nowhere", async () => {
    const lost: PrintBlock = { kind: "numbered", items: [paragraph(1, to(7))] };
    await expect(printedBlocks([lost])).rejects.toThrow(/para-7/);
  });
});

describe("the links of a pack", () => {
  const titles = ["First", "Second", "Third"];
  const pack: PrintPack = {
    title: "Agenda and papers",
    lang: "en",
    date: [2019, 4, 8],
    formattedDate: "8 April 2019",
    council: EMPTY_REPORT.council,
    mark: "",
    facts: [],
    notes: [],
    agendaTitle: "Agenda",
    licence: [],
    exclusion: { title: "", lead: "", readOut: [] },
    pageOf: "Page {number} of {total}",
    parts: titles.map((title, index) => ({
      scope: `part-${index + 1}`,
      item: `${index + 5}`,
      title,
      formattedDate: "24 March 2019",
      mark: "",
      remark: "",
      notice: "",
      report: { ...EMPTY_REPORT, title, blocks: [paragraphs] },
      annexes: [],
    })),
  };
  const firstPage = 41;
  let links: readonly Link[] = [];
  beforeAll(async () => {
    const document = JSON.stringify(pack);
    const { bytes } = await engine({ template: "pack", document, images: new Map(), annexes: new Map(), firstPage });
    links = await readLinks(bytes);
  });

  it("lead from the agenda to the first page of each paper", () => {
    const agenda = links.filter(({ page }) => page === 2);
    expect(agenda).toHaveLength(titles.length);
    expect(new Set(agenda.map(({ target }) => target)).size).toBe(titles.length);
  });

  it("stay within their paper, where others have paragraphs of the same numbers", () => {
    const [, second, third] = links.filter(({ page }) => page === 2).map(({ target }) => target);
    const within = links.filter(({ page }) => page > 2);
    expect(within).toHaveLength(titles.length * PARAGRAPHS);
    const paperOf = (page: number): number => (page >= (third ?? 0) ? 3 : page >= (second ?? 0) ? 2 : 1);
    for (const [index, { page, target, line }] of within.entries()) {
      expect(paperOf(target)).toBe(paperOf(page));
      expect(line).toMatch(new RegExp(`^${expectedLeads[index % PARAGRAPHS]} `));
    }
  });
});

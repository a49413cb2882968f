import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { PrintBlock, PrintImage, PrintInline, PrintItem, PrintNote } from "../../src/print/print-nodes.ts";
import { rows } from "../lane.ts";
import { printedBlocks } from "./printed.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>';

/** Of an A4 sheet, in points; some of its margin, which letters may touch. */
const [PAPER_WIDTH, MARGIN] = [595, 60];

const images = new Map([["1.svg", new TextEncoder().encode(SVG)]]);

type Words = readonly PrintInline[];
const paragraph = (...body: Words): PrintBlock => ({ kind: "paragraph", body });
const item = (mark: string, ...body: Words): PrintItem => ({ ids: [], mark, body: [paragraph(...body)] });
const link: PrintInline = { kind: "link", url: "https://council.example/", body: ["site"] };
const note: PrintNote = { kind: "note", id: "fn-1", number: "1", body: [paragraph("Explained at ", link)] };
const picture: PrintImage = { kind: "image", path: "1.svg", alternative: "A map", width: 20, height: 10 };

const WORDS: Readonly<Record<string, Words>> = {
  nothing: [],
  "a picture": [picture],
  "an ornament": [{ ...picture, alternative: "" }],
  "a picture in a link": [{ kind: "link", url: "https://council.example/", body: [picture] }],
  "a note": [note],
  "a note in bold": [{ kind: "strong", body: ["bold", note] }],
  "a note that is cited again": [note, { kind: "note-again", id: "fn-1" }],
  "a link": [link],
  "a reference": [{ kind: "reference", id: "para-1", body: ["paragraph 1"] }],
  code: [{ kind: "code", text: "#x" }],
  "a word wider than the paper": ["x".repeat(300)],
  "code wider than the paper": [{ kind: "code", text: "x".repeat(300) }],
  "an address wider than the paper": [{ kind: "link", url: "https://council.example/", body: ["x".repeat(300)] }],
  "two lines": ["one", { kind: "break" }, "two"],
  "an aside": [{ kind: "aside", body: ["aside"] }],
  "a place": [{ kind: "anchor", id: "place" }],
};

const table = (head: Words, rows: number, last: Words = ["last"], caption: Words = []): PrintBlock => ({
  kind: "table",
  caption,
  header: [{ isHeader: true, align: "start", body: head }],
  rows: Array.from({ length: rows }, (_, row) => [
    { isHeader: false, align: "start", body: row === rows - 1 ? last : ["row"] },
  ]),
});
const heading = (level: number, ...body: Words): PrintBlock => ({ kind: "heading", level, ids: [], body });
const pages: PrintBlock = { kind: "numbered", items: Array.from({ length: 400 }, () => item("2.", "line")) };
const withNote = (...body: readonly PrintBlock[]): PrintBlock =>
  paragraph("noted", { kind: "note", id: "fn-9", number: "9", body });

const PLACES: Readonly<Record<string, (words: Words) => readonly PrintBlock[]>> = {
  "the head of a short table": (words) => [table(["head", ...words], 2)],
  "the head of a long table": (words) => [table(["head", ...words], 90)],
  "a cell": (words) => [table(["head"], 90, words)],
  "the caption of a long table": (words) => [table(["head"], 90, ["last"], ["caption", ...words])],
  "a heading": (words) => [heading(2, "Part"), heading(3, "Section", ...words)],
  "a heading of a long report": (words) => [heading(2, "Part", ...words), pages],
  "a lettered item": (words) => [{ kind: "marked-list", items: [item("(a)", ...words)] }],
  "a bullet": (words) => [{ kind: "bullet-list", items: [item("", ...words)] }],
  "a quotation": (words) => [{ kind: "quotation", body: [paragraph(...words)] }],
  "a short form": (words) => [{ kind: "terms", entries: [{ ids: [], term: words, body: ["meaning"] }] }],
  "a meaning": (words) => [{ kind: "terms", entries: [{ ids: [], term: ["SF"], body: words }] }],
  "a notice": (words) => [{ kind: "notice", ids: [], body: [paragraph(...words)] }],
  "a figure": (words) => [{ kind: "figure", caption: ["caption"], body: [picture, ...words] }],
  "a note": (words) => [withNote(paragraph(...words))],
  "a table in a note": (words) => [withNote(paragraph("table"), table(["head"], 2, words))],
};

/** The words that begin left of the paper's margin, or end right of it. */
async function beyondPaper(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const found: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) {
      if (!("str" in item)) continue;
      const left = Number(item.transform[4]);
      if (left < MARGIN || left + item.width > PAPER_WIDTH - MARGIN) found.push(item.str);
    }
  }
  await task.destroy();
  return found;
}

const inPlaces = Object.entries(PLACES).flatMap(([place, blocksWith]) =>
  Object.entries(WORDS).map(([name, words]) => [place, name, blocksWith, words] as const),
);

describe("a PDF is made with", () => {
  it.each(rows(inPlaces, 47))("in %s, %s", async (_place, _name, blocksWith, words) => {
    const numbered: PrintBlock = { kind: "numbered", items: [{ ...item("1.", "cited"), ids: ["para-1"] }] };
    expect(await beyondPaper(await printedBlocks([numbered, ...blocksWith(words)], images))).toEqual([]);
  });
});

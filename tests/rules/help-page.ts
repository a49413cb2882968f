import { readdirSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import type { Code } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { PDFDocument } from "pdf-lib";
import { crc32 } from "../../src/attachments/crc32.ts";
import { PATH, reportOf } from "../compile-text.ts";

const FOLDER = new URL("../../docs/rules/", import.meta.url);
const INDEX = "README.md";

/** The files of a content folder, by their paths in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A page of `docs/rules/`, taken apart. */
export interface HelpPage {
  readonly heading: string;
  /** The line below the heading. */
  readonly standing: string;
  /** The paragraphs that follow it, up to the examples. */
  readonly paragraphs: readonly string[];
  readonly wrong: Files | undefined;
  readonly right: Files | undefined;
}

/** The rules that have a page. */
export function rulesWithPage(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name !== INDEX)
    .map((name) => name.replace(/\.md$/, ""));
}

/** Reads a page as CommonMark; fenced blocks are files of an example. */
export function readHelpPage(rule: string): HelpPage {
  const { children } = fromMarkdown(readFileSync(new URL(`${rule}.md`, FOLDER), "utf8"));
  const [heading, standing] = children;
  const isSection = (title: string) => (node: (typeof children)[number]) =>
    node.type === "heading" && node.depth === 2 && textOf(node) === title;
  const wrongAt = children.findIndex(isSection("Wrong"));
  const rightAt = children.findIndex(isSection("Right"));
  const paragraphs = children
    .slice(2, wrongAt === -1 ? undefined : wrongAt)
    .flatMap((node) => (node.type === "paragraph" ? textOf(node).replaceAll("\n", " ") : []));
  const filesIn = (from: number, to?: number): Files | undefined =>
    from === -1 ? undefined : filesOf(children.slice(from + 1, to).filter((node) => node.type === "code"));
  return {
    heading: heading?.type === "heading" && heading.depth === 1 ? textOf(heading) : "",
    standing: standing === undefined ? "" : textOf(standing),
    paragraphs,
    wrong: filesIn(wrongAt, rightAt === -1 ? undefined : rightAt),
    right: filesIn(rightAt),
  };
}

/** A block without a name is the report, whole or its body; where no block is Markdown, a sound report stands beside it. */
function filesOf(blocks: readonly Code[]): Files | undefined {
  if (blocks.length === 0) return undefined;
  const files = Object.fromEntries(
    blocks.map(({ meta, value }) => [
      meta ?? PATH,
      meta || value.startsWith("---") ? `${value}\n` : reportOf({}, `${value}\n`),
    ]),
  );
  return Object.keys(files).some((path) => path.endsWith(".md")) ? files : { ...files, [PATH]: reportOf({}) };
}

/** A picture in black of the given size in pixels. */
function pngOf(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    return Buffer.concat([numberOf(data.length), body, numberOf(crc32(body))]);
  };
  const header = Buffer.concat([numberOf(width), numberOf(height), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(new Uint8Array((1 + Math.ceil(width / 8)) * height));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const none = new Uint8Array();
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", none)]);
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

let beside: Promise<Files> | undefined;

/** An example's files, with those that the examples take to lie in the folder of the report `update.md`. */
export async function withFilesBeside(files: Files): Promise<Files> {
  if (!(PATH in files)) return files;
  // They take longer to make than an example to check.
  beside ??= filesBeside();
  return { ...(await beside), ...files };
}

async function filesBeside(): Promise<Files> {
  const pdf = await PDFDocument.create();
  const covered = await PDFDocument.create();
  const page = covered.addPage([595, 842]);
  page.drawText("Mrs Jones", { x: 142, y: 501, size: 12 });
  page.drawRectangle({ x: 140, y: 495, width: 100, height: 20 });
  const folder = PATH.replace(/\.md$/, "/");
  return {
    [`${folder}budget.pdf`]: await pdf.save(),
    [`${folder}letter.pdf`]: await covered.save(),
    [`${folder}budget.csv`]: "service,cost\nbuses,12\n",
    [`${folder}budget.xlsx`]: "PK",
    [`${folder}chart.png`]: pngOf(600, 400),
    [`${folder}scan.png`]: pngOf(4961, 3508),
  };
}

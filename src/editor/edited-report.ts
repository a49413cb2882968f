import type { Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { foldersAbove, reportAddress, resolvePath } from "../addresses/addresses.ts";
import type { Abbreviation, AnnexEntry, Frontmatter } from "../model/report.ts";
import { Sealed } from "../model/sealed.ts";
import type { Place } from "../model/source.ts";
import { assembleReport } from "../report/compile/assemble-report.ts";
import { openReport } from "../report/compile/compile.ts";
import type { CompileContext, ReportInProgress } from "../report/compile/context.ts";
import { linkAndMark } from "../report/compile/link-and-mark.ts";
import { numberDocuments } from "../report/compile/number-documents.ts";
import { frontmatterSchema } from "../report/frontmatter/fields.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import { parseBody } from "../report/markdown/parse.ts";
import { annexLetters } from "../text/annex-letters.ts";
import { placeOf } from "../text/place.ts";
import type { FilesAround } from "./files-around.ts";

/** Something in a report that can be referred to. */
export interface NamedPart {
  readonly kind: "paragraph" | "heading" | "annex" | "recommendation" | "other";
  readonly id: string;
  /** A paragraph's number, an annex's letter, a recommendation's label; else nothing. */
  readonly number: string;
  /** Its words as plain text, or the first of them. */
  readonly words: string;
  readonly place: Place;
  /** The last line of it. */
  readonly endLine: number;
  /** How deep a heading is. */
  readonly depth?: number;
}

/** A piece of text, with what the program made of it. */
interface MadePart {
  readonly path: string;
  readonly node: Nodes;
}

/** An entry of the list of annexes, with its letter, and the path of its file. */
interface LetteredAnnex extends AnnexEntry {
  readonly letter: string;
  readonly path: string | undefined;
  readonly place: Place;
}

/** A report as it is being written, all of it, with what can be referred to in it. For its author's editor alone. */
export interface EditedReport {
  readonly path: string;
  readonly frontmatter: Frontmatter;
  readonly annexes: readonly LetteredAnnex[];
  readonly abbreviations: readonly Abbreviation[];
  /** In the order of the page. */
  readonly parts: readonly NamedPart[];
  /** Each link and each use of an abbreviation. */
  readonly made: readonly MadePart[];
}

/** The report that a file is, or belongs to; nothing, where it is or belongs to none. */
export function reportOf(path: string, has: (path: string) => boolean): string | undefined {
  if (!path.startsWith("reports/")) return undefined;
  return (
    foldersAbove(path)
      .map((folder) => `${folder}.md`)
      .find(has) ?? (path.endsWith(".md") ? path : undefined)
  );
}

const ignore = (): void => {};

/** What a report has whose fields cannot be read just now. */
const UNREAD = frontmatterSchema.parse({ title: "-", author: "-", date: "2000-01-01", confidential: "Yes" });

/** Reads a report as far as it can be read; gives nothing where its text cannot. */
export function editedReport(path: string, around: FilesAround): EditedReport | undefined {
  const decoded = decodedText(path, around);
  const opened = decoded === undefined ? undefined : openReport({ path, text: new Sealed(decoded) });
  const body = opened?.body && parseBody(path, Sealed.open(opened.body), ignore);
  if (opened === undefined || body === undefined) return undefined;
  const top = { path, line: 1, column: 1 };
  const reading = opened.reading ?? { ...UNREAD, placeOf: () => top };
  const context = contextOf(around);
  const inProgress: ReportInProgress = { path, reading, context, raise: ignore };
  const texts = numberDocuments(body, { ...reading.frontmatter, isPublic: false }, context, ignore);
  const assembled = assembleReport(inProgress, texts, "whole");
  const marked = linkAndMark(assembled, inProgress, { isGlossaryOfUses: false, withheld: new Map() });
  const letters = annexLetters(reading.frontmatter.annexes);
  const parts: NamedPart[] = [];
  const made: MadePart[] = [];
  for (const node of assembled.content) gather(node, path, { parts, made });
  return {
    path,
    frontmatter: reading.frontmatter,
    annexes: reading.frontmatter.annexes.map((entry, index) => ({
      ...entry,
      letter: letters[index] ?? "",
      path: entry.file === undefined ? undefined : resolvePath(path, entry.file),
      place: reading.placeOf(["annexes", index]),
    })),
    abbreviations: marked.annotations.abbreviations,
    parts,
    made,
  };
}

function decodedText(path: string, { bytesOf }: FilesAround): string | undefined {
  const bytes = bytesOf(path);
  return bytes && decode(path, bytes, ignore)?.text;
}

/** Nothing is kept from who has the files. */
function contextOf(around: FilesAround): CompileContext {
  const has = (path: string): boolean => around.bytesOf(path) !== undefined;
  return {
    settings: around.settings,
    files: {
      attachment: around.attachment,
      exists: (path) => has(path) || around.attachment(path) !== undefined,
      isWithheld: () => false,
    },
    annexSource: (path) => {
      const text = decodedText(path, around);
      return text === undefined ? undefined : { path, text: new Sealed(text) };
    },
    reportAt: (path) => (has(path) ? { kind: "page", address: reportAddress(path) } : { kind: "missing" }),
  };
}

/** More words of a part are shown by no editor. */
const MOST_WORDS = 2000;

function gather(
  node: RootContent,
  path: string,
  found: { readonly parts: NamedPart[]; readonly made: MadePart[] },
): void {
  found.parts.push(...partsOf(node, path));
  if (node.type === "link" || node.type === "abbreviationUse") found.made.push({ path, node });
  if (!("children" in node)) return;
  const inner = node.type === "annexSection" ? (node.writtenIn?.path ?? path) : path;
  for (const child of node.children) gather(child, inner, found);
}

/** A part with each of its names. */
function partsOf(node: RootContent, path: string): readonly NamedPart[] {
  const at = located(node, path);
  const parts: NamedPart[] = [];
  const id = node.data !== undefined && "id" in node.data ? node.data.id : undefined;
  if (node.type === "numberedParagraph") {
    const { number, label } = node;
    const part: NamedPart = { ...at, kind: "paragraph", id: node.id, number, words: wordsOf(node) };
    parts.push(part, ...(label === undefined ? [] : [{ ...part, kind: "other" as const, id: label }]));
  } else if (node.type === "annexSection") {
    const { letter, title, writtenIn } = node;
    const place = writtenIn === undefined ? at.place : { path: writtenIn.path, line: 1, column: 1 };
    const endLine = node.children.at(-1)?.position?.end.line ?? at.endLine;
    parts.push({ kind: "annex", id: `annex-${letter}`, number: letter, words: title, place, endLine });
  } else if (node.type === "heading" && id !== undefined)
    parts.push({ ...at, kind: "heading", id, number: node.data?.number ?? "", words: textOf(node), depth: node.depth });
  const mark = node.data?.recommendation;
  if (mark !== undefined)
    parts.push({ ...at, kind: "recommendation", id: mark.id, number: mark.label, words: wordsOf(node) });
  if (typeof id === "string" && !parts.some((part) => part.id === id))
    parts.push({ ...at, kind: "other", id, number: "", words: wordsOf(node) });
  return parts;
}

function located(node: RootContent, path: string): Pick<NamedPart, "place" | "endLine"> {
  const place = placeOf({ path, text: "" }, node);
  const last = "children" in node ? node.children.at(-1)?.position?.end.line : undefined;
  return { place, endLine: Math.max(last ?? node.position?.end.line ?? 0, place.line) };
}

/** The words of a paragraph, block by block. */
function wordsOf(node: RootContent): string {
  const blocks = "children" in node && node.type !== "paragraph" ? node.children : [node];
  const words = blocks.map((block) => textOf(block).replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  const all = words.join("\n\n");
  return all.length <= MOST_WORDS ? all : `${all.slice(0, MOST_WORDS)}…`;
}

/** The first words of a part, on one line. */
export function firstWords({ words }: Pick<NamedPart, "words">, most = 72): string {
  const line = words.replace(/\s+/g, " ");
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/\p{Cs}$/u, "")}…`;
}

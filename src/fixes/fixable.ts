import type { Finding } from "../diagnostics/catalogue.ts";
import { Sealed } from "../model/sealed.ts";
import type { Place } from "../model/source.ts";
import type { NumberedText } from "../model/tree.ts";
import { openReport } from "../report/compile/compile.ts";
import type { CompileContext } from "../report/compile/context.ts";
import { checkText, markdownAnnexes, numberDocuments, readText } from "../report/compile/number-documents.ts";
import { MAX_BYTES } from "../report/markdown/decode-utf8.ts";
import { parseBody } from "../report/markdown/parse.ts";
import { countWhile } from "../text/count-while.ts";
import type { Edit } from "./edit.ts";
import type { Correction, FixName } from "./fix.ts";
import { readOriginal } from "./original-text.ts";
import type { FileText, FixableReport, FixableText } from "./types.ts";

const ignore = (): void => {};

/** Takes a file apart without parsing it; gives nothing where it is not UTF-8. */
export function fileText(path: string, bytes: Uint8Array, isReport: boolean): FileText | undefined {
  const source = bytes.length > MAX_BYTES ? undefined : readOriginal(bytes);
  if (source === undefined) return undefined;
  const close = isReport ? source.text.indexOf("\n---", 3) : -1;
  const frontmatter = close === -1 ? undefined : { yaml: source.text.slice(3, close), start: 3 };
  return { ...source, path, frontmatter, lineStarts: startsOfLines(source.text) };
}

/** Takes a file apart; gives nothing where it is not UTF-8, too costly to parse, or a report whose frontmatter has no end. */
export function fixableText(path: string, bytes: Uint8Array, isReport: boolean): FixableText | undefined {
  const file = fileText(path, bytes, isReport);
  if (file === undefined) return undefined;
  const opened = isReport ? openReport({ path, text: new Sealed(file.text) }).body : new Sealed(file.text);
  const body = opened && parseBody(path, Sealed.open(opened), ignore);
  return body && { ...file, body };
}

/** Numbers a report whose frontmatter can be read; gives nothing for any other. */
export function fixableReport(
  path: string,
  bytesOf: (path: string) => Uint8Array | undefined,
  context: CompileContext,
): FixableReport | undefined {
  const bytes = bytesOf(path);
  const own = bytes && fixableText(path, bytes, true);
  const { reading, body: opened } = own ? openReport({ path, text: new Sealed(own.text) }) : {};
  if (own === undefined || reading === undefined || opened === undefined) return undefined;
  const findings: Finding[] = [];
  const { frontmatter } = reading;
  const body = readText(path, Sealed.open(opened), frontmatter.lang, ignore);
  if (body === undefined) return undefined;
  const numbered = numberDocuments(body, frontmatter, context, (finding) => findings.push(finding));
  const annexes = [...markdownAnnexes(path, frontmatter.annexes).keys()].flatMap((annex) => {
    const found = numbered.annexes.has(annex) ? bytesOf(annex) : undefined;
    return (found && fixableText(annex, found, false)) ?? [];
  });
  const { exists } = context.files;
  const texts = [own, ...annexes];
  return { path, lang: frontmatter.lang, texts, summary: frontmatter.summary, exists, numbered, findings };
}

/** The file of a meeting or a plain page, as a report whose paragraphs have no numbers. */
export function fixablePlainFile(path: string, bytes: Uint8Array, context: CompileContext): FixableReport | undefined {
  const own = fixableText(path, bytes, true);
  // Only references to paragraphs depend on the language, and these have no numbers.
  const lang = "en-GB";
  const body = own && checkText(path, own.body.text, lang, ignore);
  if (own === undefined || body === undefined) return undefined;
  const findings: Finding[] = [];
  const unnumbered = { numbering: "none", annexes: [], lang } as const;
  const numbered = numberDocuments(body, unnumbered, context, (finding) => findings.push(finding));
  return { path, lang, texts: [own], summary: undefined, exists: context.files.exists, numbered, findings };
}

/** An edit of a stretch of the parsed body. */
export function editOfBody(text: FixableText, start: number, end: number, replacement: string): Edit {
  const above = text.text.length - text.body.text.length;
  return { start: text.at(start + above), end: text.at(end + above), replacement };
}

/** One thing to mend at a stretch of the parsed body. */
export function correctionOfBody(
  text: FixableText,
  name: FixName,
  [start, end]: readonly [start: number, end: number],
  replacement: string,
): Correction {
  return {
    name,
    place: placeInBody(text, start, end),
    edits: [editOfBody(text, start, end, replacement)],
  };
}

/** The texts of a report, each with its numbered form, in which typed numbers and letters were read. */
export function numberedTexts({ path, texts, numbered }: FixableReport): readonly NumberedFixable[] {
  return texts.flatMap((text) => {
    const found = text.path === path ? numbered.body : numbered.annexes.get(text.path);
    return found === undefined ? [] : [{ text, numbered: found.text }];
  });
}

interface NumberedFixable {
  readonly text: FixableText;
  readonly numbered: NumberedText;
}

/** An empty line above a line of the parsed body. An indent would make the line part of the item above it, so it goes. */
export function emptyLineAbove(text: FixableText, lineStart: number): Edit {
  const { text: body } = text.body;
  const blanks = /^[ \t]*/.exec(body.slice(lineStart, lineStart + 40))?.[0].length ?? 0;
  const edit = editOfBody(text, lineStart, lineStart + blanks, lineEndAbove(text, lineStart));
  return { ...edit, isEmptyLine: true };
}

/** The file's own line end. */
export function lineEndAbove(text: FixableText, lineStart: number): string {
  const at = editOfBody(text, lineStart, lineStart, "").start;
  return /(?:\r\n|\r|\n)$/.exec(text.original.slice(Math.max(0, at - 2), at))?.[0] ?? "\n";
}

/** The place of a stretch of the parsed body. */
export function placeInBody(text: FixableText, start: number, end: number): Place {
  const above = text.text.length - text.body.text.length;
  return placeInFile(text, start + above, end + above);
}

/** The place of a stretch of a file's text; both ends lie on one line. */
export function placeInFile({ path, lineStarts }: FileText, start: number, end: number): Place {
  const line = countWhile(lineStarts, (one) => one <= start);
  const lineStart = lineStarts[line - 1] ?? 0;
  return { path, line, column: start - lineStart + 1, endColumn: Math.max(end - lineStart, start - lineStart + 1) + 1 };
}

/** Where a place stands in the parsed body. */
export function offsetInBody({ text, body, lineStarts }: FixableText, { line, column }: Place): number {
  return (lineStarts[line - 1] ?? 0) + column - 1 - (text.length - body.text.length);
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

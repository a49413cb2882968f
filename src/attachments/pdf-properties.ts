import { SaxesParser } from "saxes";
import { fromLatin1 } from "./byte-sequences.ts";
import type { Copying } from "./pdf-copy.ts";
import { unwrap } from "./pdf-filters.ts";
import { entriesOf, type PdfDictionary, type PdfString, streamOf, stringOf } from "./pdf-syntax.ts";
import { type NewStream, pdfName } from "./pdf-writer.ts";

/** What is kept of a PDF's properties: what a reader's window and assistive software show or go by. */
export interface Properties {
  readonly title: string | undefined;
  /** The part of PDF/UA (ISO 14289) that it says it keeps to. */
  readonly standard: string | undefined;
}

const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
const PDF_UA = "http://www.aiim.org/pdfua/ns/id/";

/** Reads the title, and the mark of PDF/UA. */
export function readProperties(trailer: PdfDictionary, catalog: PdfDictionary, copying: Copying): Properties {
  const { resolve } = copying.file;
  const written = decodeText(stringOf(resolve(entriesOf(resolve(trailer.get("Info")))?.get("Title"))) ?? "").trim();
  const stream = streamOf(resolve(catalog.get("Metadata")));
  if (stream === undefined) return { title: written || undefined, standard: undefined };
  const encoded = copying.bytes.subarray(stream.start, stream.end);
  const { data } = unwrap(stream.dictionary, encoded, resolve, copying.budget.drawings);
  const { title, standard } = readMetadata(new TextDecoder().decode(data));
  return { title: written || title, standard };
}

/** Metadata that cannot be read say nothing. */
function readMetadata(xml: string): Properties {
  const parser = new SaxesParser({ xmlns: true });
  let [title, standard, isTitle, isPart] = ["", "", false, false];
  parser.on("opentag", ({ uri, local, attributes }) => {
    if (uri === DUBLIN_CORE && local === "title") isTitle = title === "";
    isPart = uri === PDF_UA && local === "part";
    for (const each of Object.values(attributes))
      if (each.uri === PDF_UA && each.local === "part") standard = each.value;
  });
  parser.on("text", (words) => {
    if (isTitle) title += words;
    if (isPart) standard += words;
  });
  parser.on("closetag", ({ uri, local }) => {
    if (local === "li" || (uri === DUBLIN_CORE && local === "title")) isTitle &&= title.trim() === "";
    isPart = false;
  });
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(xml.replace(/^\ufeff/, "")).close();
  } catch {
    return { title: undefined, standard: undefined };
  }
  return { title: title.trim() || undefined, standard: /^\s*[12]\s*$/.test(standard) ? standard.trim() : undefined };
}

/**
 * A text of a PDF (ISO 32000-1, 7.9.2.2), as far as it is in Unicode or in the characters that its own encoding shares
 * with Latin 1.
 */
function decodeText(text: string): string {
  const bytes = fromLatin1(text);
  if (text.startsWith("\xfe\xff")) return new TextDecoder("utf-16be").decode(bytes);
  if (text.startsWith("\xef\xbb\xbf")) return new TextDecoder().decode(bytes);
  return [...text].map((character) => DOC_ENCODING.get(character) ?? character).join("");
}

/** Characters that PDFDocEncoding has where Latin 1 has control characters (Annex D.2). */
const DOC_ENCODING = new Map(
  [
    ..."\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e",
  ].map((character, index) => [String.fromCharCode(0x80 + index), character] as const),
);

/** The dictionary of properties with the title alone. */
export function titleAsProperty(title: string): PdfDictionary {
  return new Map([["Title", encodeText(title)]]);
}

function encodeText(text: string): PdfString {
  const isAscii = /^[\x20-\x7e]*$/.test(text);
  const units = isAscii ? text : `\xfe\xff${[...utf16(text)].map((unit) => String.fromCharCode(unit)).join("")}`;
  return { kind: "string", text: units };
}

function utf16(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
    unit >> 8,
    unit & 255,
  ]);
}

/** The metadata of a title and a standard, as PDF/UA asks for them. */
export function writeMetadata({ title, standard }: Properties): NewStream {
  const escaped = (title ?? "")
    .replace(/\p{Cc}/gu, " ")
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const titled = `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>`;
  const marked = `<pdfuaid:part>${standard}</pdfuaid:part>`;
  const xml = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="${DUBLIN_CORE}" xmlns:pdfuaid="${PDF_UA}">${title === undefined ? "" : titled}${standard === undefined ? "" : marked}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
  return {
    kind: "new stream",
    dictionary: new Map([
      ["Type", pdfName("Metadata")],
      ["Subtype", pdfName("XML")],
    ]),
    data: new TextEncoder().encode(xml),
  };
}

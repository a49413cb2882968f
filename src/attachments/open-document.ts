import { latin1 } from "./byte-sequences.ts";
import type { Cleaned } from "./format.ts";
import { cleanPicture } from "./office-pictures.ts";
import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { type OpenDocumentFindings, openDocumentRules, usedOnlyRules } from "./open-document-markup.ts";
import { readOpenDocumentReferences } from "./open-document-references.ts";
import { unseenInOpenDocument } from "./open-document-unseen-words.ts";
import { rewriteXml } from "./xml-rewrite.ts";
import { readZip, writeZip } from "./zip.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Styles first: the content is looked into by the words of their formats. */
const TEXTS = ["styles.xml", "content.xml"];
const MANIFEST = "META-INF/manifest.xml";
const META =
  '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>';
/** Thumbnails, printers, views and tool bars are left out: the text looks the same without. */
const DROPPED =
  /^(?:Thumbnails\/|Configurations2\/|settings\.xml$|meta\.xml$|manifest\.rdf$|layout-cache$|META-INF\/manifest\.xml$)/;
const REFUSALS: readonly (readonly [RegExp, () => Error])[] = [
  [/^META-INF\/.*signatures/i, OFFICE.signed],
  [/^(?:Basic|Scripts|Dialogs)\//i, OFFICE.script],
  [/^(?:Versions\/|VersionList\.xml$)/i, OFFICE.versions],
  [/^(?:Object|ObjectReplacements)/i, OFFICE.embedded],
];
const PICTURE_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** Lets an OpenDocument text through (ISO/IEC 26300) that holds nothing but what is seen, without its properties. */
export function cleanOpenDocumentText(bytes: Uint8Array): Cleaned {
  return cleaned(cleanOpenDocument(bytes, "application/vnd.oasis.opendocument.text"));
}

/** As `cleanOpenDocumentText`, of an OpenDocument spreadsheet. */
export function cleanOpenDocumentSpreadsheet(bytes: Uint8Array): Cleaned {
  return cleaned(cleanOpenDocument(bytes, "application/vnd.oasis.opendocument.spreadsheet"));
}

function cleaned(bytes: Uint8Array): Cleaned {
  return { bytes, unseenWords: () => unseenInOpenDocument(bytes) };
}

function cleanOpenDocument(bytes: Uint8Array, type: string): Uint8Array {
  const zip = readZip(bytes);
  if (latin1(zip.get("mimetype") ?? new Uint8Array()) !== type) throw OFFICE.otherKind();
  checkManifest(zip.get(MANIFEST));
  const content = zip.get("content.xml");
  if (content === undefined) throw OFFICE.otherKind();
  const written = new Map<string, Uint8Array>();
  const findings: OpenDocumentFindings = { formatWords: new Set(), pictures: new Set() };
  for (const name of [...zip.keys()].toSorted()) {
    for (const [pattern, refusal] of REFUSALS) if (pattern.test(name)) throw refusal();
    if (name === "mimetype" || DROPPED.test(name)) continue;
    if (TEXTS.includes(name)) continue;
    if (!/^Pictures\/[\w.-]+$/.test(name)) throw OFFICE.unknown(name);
  }
  const shown = TEXTS.filter((name) => zip.has(name)).map((name) => {
    const part = zip.get(name) ?? new Uint8Array();
    return [name, encode(rewriteXml(part, { ...openDocumentRules(zip), remedy: OFFICE_REMEDY }))] as const;
  });
  const used = readOpenDocumentReferences(shown.map(([, text]) => text));
  for (const [name, text] of shown)
    written.set(name, encode(rewriteXml(text, { ...usedOnlyRules(used, findings), remedy: OFFICE_REMEDY })));
  const pictures = [...zip.keys()].filter((name) => name.startsWith("Pictures/")).toSorted();
  for (const name of pictures) {
    if (findings.pictures.has(name)) written.set(name, cleanPicture(name, zip.get(name) ?? new Uint8Array()));
  }
  written.set("meta.xml", encode(META));
  const mimetype = new TextEncoder().encode(type);
  const manifest = encode(manifestOf(type, [...written.keys()]));
  const sorted = [...written].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return writeZip(new Map([["mimetype", mimetype], ...sorted, [MANIFEST, manifest]]), new Set(["mimetype"]));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(DECLARATION + text);
}

function checkManifest(bytes: Uint8Array | undefined): void {
  rewriteXml(bytes ?? new Uint8Array(), {
    keepElement: ({ local }) => {
      if (local === "encryption-data") throw OFFICE.unknown("parts that are locked by a password");
      return true;
    },
    attributeValue: () => undefined,
    remedy: OFFICE_REMEDY,
  });
}

function manifestOf(type: string, names: readonly string[]): string {
  const entry = (path: string, mediaType: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${mediaType}"/>`;
  const typeOf = (name: string): string => PICTURE_TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "text/xml";
  return [
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">',
    entry("/", type),
    ...names.map((name) => entry(name, typeOf(name))),
    "</manifest:manifest>",
  ].join("");
}

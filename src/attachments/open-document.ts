import { latin1 } from "./byte-sequences.ts";
import type { Cleaned } from "./format.ts";
import { cleanPicture } from "./office-pictures.ts";
import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { openDocumentRules } from "./open-document-markup.ts";
import { rewriteXml } from "./xml-rewrite.ts";
import { readZip, writeZip } from "./zip.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
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
  return { bytes: cleanOpenDocument(bytes, "application/vnd.oasis.opendocument.text") };
}

/** As `cleanOpenDocumentText`, of an OpenDocument spreadsheet. */
export function cleanOpenDocumentSpreadsheet(bytes: Uint8Array): Cleaned {
  return { bytes: cleanOpenDocument(bytes, "application/vnd.oasis.opendocument.spreadsheet") };
}

function cleanOpenDocument(bytes: Uint8Array, type: string): Uint8Array {
  const zip = readZip(bytes);
  if (latin1(zip.get("mimetype") ?? new Uint8Array()) !== type) throw OFFICE.otherKind();
  checkManifest(zip.get(MANIFEST));
  const content = zip.get("content.xml");
  if (content === undefined) throw OFFICE.otherKind();
  const written = new Map<string, Uint8Array>();
  const texts: string[] = [];
  for (const name of [...zip.keys()].toSorted()) {
    for (const [pattern, refusal] of REFUSALS) if (pattern.test(name)) throw refusal();
    const part = zip.get(name) ?? new Uint8Array();
    if (name === "mimetype" || DROPPED.test(name)) continue;
    if (name === "content.xml" || name === "styles.xml") {
      const text = rewriteXml(part, { ...openDocumentRules(zip), remedy: OFFICE_REMEDY });
      texts.push(text);
      written.set(name, encode(text));
    } else if (!/^Pictures\/[\w.-]+$/.test(name)) throw OFFICE.unknown(name);
  }
  const pictures = [...zip.keys()].filter((name) => name.startsWith("Pictures/")).toSorted();
  for (const name of pictures) {
    if (texts.some((text) => text.includes(`"${name}"`)))
      written.set(name, cleanPicture(name, zip.get(name) ?? new Uint8Array()));
  }
  written.set("meta.xml", encode(META));
  const mimetype = new TextEncoder().encode(type);
  const manifest = encode(manifestOf(type, [...written.keys()]));
  return writeZip(new Map([["mimetype", mimetype], ...written, [MANIFEST, manifest]]), new Set(["mimetype"]));
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

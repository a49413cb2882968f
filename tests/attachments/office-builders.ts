import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { CANARY, exif, jpeg } from "./image-builders.ts";

/** Names of entries, and what they hold. */
export type Entries = Readonly<Record<string, string | Uint8Array>>;

/** A ZIP archive of these entries, made on some day. */
export function zip(entries: Entries): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(entries))
    files[name] = [typeof content === "string" ? strToU8(content) : content, { level: name === "mimetype" ? 0 : 6 }];
  return zipSync(files, { mtime: "2025-03-04T05:06:08" });
}

/** The entries of an archive, as text of one byte a character where they are no text. */
export function unzip(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      strFromU8(content, !/\.(?:xml|rels)$/.test(name)),
    ]),
  );
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A part with the relationships of another; each is its id, kind, target, and whether it leads out. */
export function relationships(...all: readonly (readonly [string, string, string, "External"?])[]): string {
  const lines = all.map(
    ([id, kind, target, mode]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function ooxml(main: string, type: string, parts: Entries): Entries {
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    "_rels/.rels": relationships(
      ["r1", "officeDocument", main],
      ["r2", "extended-properties", "docProps/app.xml"],
      ["r3", "core-properties", "docProps/core.xml"],
      ["r4", "thumbnail", "docProps/thumbnail.jpeg"],
    ),
    "docProps/app.xml": `<Properties><Company>${CANARY}</Company></Properties>`,
    "docProps/core.xml": `<p>${CANARY}</p>`,
    "docProps/custom.xml": `<p>${CANARY}</p>`,
    "docProps/thumbnail.jpeg": CANARY,
    ...parts,
  };
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = `xmlns:r="${OFFICE}"`;
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** A Word document with a picture and a link; `body` is added to its text, `settings` to its settings, `parts` to its parts. */
export function word(
  body = "",
  { settings = "", styles = "", parts = {} }: { settings?: string; styles?: string; parts?: Entries } = {},
): Entries {
  return ooxml("word/document.xml", "wordprocessingml.document", {
    "word/document.xml": `<?xml version="1.0"?><!--${CANARY}--><w:document ${W} ${R} ${A} xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p w:rsidR="${CANARY}"><w:hyperlink r:id="r3"><w:r><w:t>Seen</w:t></w:r></w:hyperlink><w:drawing><a:blip r:embed="r2"/></w:drawing></w:p>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(
      ["r1", "settings", "settings.xml"],
      ["r2", "image", "media/image1.jpeg"],
      ["r3", "hyperlink", "https://example.org/", "External"],
      ["r4", "styles", "styles.xml"],
      ["r5", "image", "media/image2.jpeg"],
    ),
    "word/styles.xml": `<w:styles ${W}>${styles}</w:styles>`,
    "word/settings.xml": `<w:settings ${W} ${R}><w:rsids><w:rsidRoot w:val="${CANARY}"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="${CANARY}"/></w:docVars><w:trackRevisions/><w:attachedTemplate r:id="r1"/><w:defaultTabStop w:val="720"/>${settings}</w:settings>`,
    "word/_rels/settings.xml.rels": relationships([
      "r1",
      "attachedTemplate",
      `file:///C:/Users/${CANARY}/a.dotx`,
      "External",
    ]),
    "word/webSettings.xml": `<w:webSettings ${W}>${CANARY}</w:webSettings>`,
    "word/media/image1.jpeg": jpeg([exif(6)]),
    "word/media/image2.jpeg": jpeg([exif(1)]),
    ...parts,
  });
}

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** An Excel workbook of one sheet; `rows` are its rows, `sheet` what stands behind them, `workbook` what is added to its list of sheets. */
export function excel({
  rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><f>SUM(Table1[2024])</f><v>2</v></c></row>',
  before = "",
  sheet = "",
  workbook = "",
  styles = "",
  parts = {},
}: {
  rows?: string;
  before?: string;
  sheet?: string;
  workbook?: string;
  styles?: string;
  parts?: Entries;
} = {}): Entries {
  return ooxml("xl/workbook.xml", "spreadsheetml.sheet", {
    "xl/workbook.xml": `<workbook ${S} ${R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"><fileSharing userName="${CANARY}"/><workbookPr codeName="${CANARY}"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\${CANARY}"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Seen" sheetId="1" r:id="r1"/></sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ["r1", "worksheet", "worksheets/sheet1.xml"],
      ["r2", "sharedStrings", "sharedStrings.xml"],
      ["r3", "styles", "/xl/styles.xml"],
      ["r4", "calcChain", "calcChain.xml"],
    ),
    "xl/worksheets/sheet1.xml": `<worksheet ${S} ${R}>${before}<sheetData>${rows}</sheetData>${sheet}<pageSetup orientation="portrait" r:id="r1"/></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([
      "r1",
      "printerSettings",
      "../printerSettings/printerSettings1.bin",
    ]),
    "xl/printerSettings/printerSettings1.bin": CANARY,
    "xl/calcChain.xml": `<calcChain ${S}/>`,
    "xl/styles.xml": `<styleSheet ${S}>${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${S}><si><t>${CANARY} of a cell that was deleted</t></si><si><t>Seen</t></si></sst>`,
    ...parts,
  });
}

const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** A presentation of one slide; `slide` is added to it, `attributes` to its element. */
export function powerPoint({
  slide = "",
  attributes = "",
  parts = {},
}: {
  slide?: string;
  attributes?: string;
  parts?: Entries;
} = {}): Entries {
  return ooxml("ppt/presentation.xml", "presentationml.presentation", {
    "ppt/presentation.xml": `<p:presentation ${P} ${R}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst><p:notesMasterIdLst><p:notesMasterId r:id="r2"/></p:notesMasterIdLst><p:modifyVerifier hashData="${CANARY}"/><p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><x xmlns="${CANARY}"/></p:ext></p:extLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationships(
      ["r1", "slide", "slides/slide1.xml"],
      ["r2", "notesMaster", "notesMasters/notesMaster1.xml"],
      ["r3", "slide", "slides/slide2.xml"],
    ),
    "ppt/slides/slide1.xml": `<p:sld ${P} ${A} ${R} ${attributes}><p:cSld><p:pic><p:cNvPr id="1" name="${CANARY}.jpg" descr="Alternative text"/></p:pic><a:t>Seen</a:t>${slide}</p:cSld></p:sld>`,
    "ppt/slides/slide2.xml": `<p:sld ${P}>${CANARY}</p:sld>`,
    "ppt/notesMasters/notesMaster1.xml": `<p:notesMaster ${P}>${CANARY}</p:notesMaster>`,
    "ppt/changesInfos/changesInfo1.xml": `<x>${CANARY}</x>`,
    ...parts,
  });
}

const ODF = ["office", "text", "table", "style", "meta", "config", "script", "form", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:officeooo="http://openoffice.org/2009/office"',
  )
  .join(" ");

/** An OpenDocument file with a picture; `body` is added to its content, `styles` to its styles. */
export function openDocument(
  kind: "text" | "spreadsheet",
  body = "",
  { styles = "", parts = {} }: { styles?: string; parts?: Entries } = {},
): Entries {
  return {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<office:document-content ${ODF}><!--${CANARY}--><office:scripts><office:script>${CANARY}</office:script></office:scripts><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}><text:tracked-changes text:track-changes="true"/><text:p officeooo:rsid="${CANARY}">Seen <text:a xlink:href="https://example.org/">link</text:a><draw:frame draw:name="${CANARY}"><draw:image xlink:href="Pictures/a.jpg"/></draw:frame></text:p>${body}</office:${kind}></office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${ODF}/>`,
    "meta.xml": `<office:document-meta ${ODF}><office:meta><meta:initial-creator>${CANARY}</meta:initial-creator></office:meta></office:document-meta>`,
    "settings.xml": `<office:document-settings ${ODF}><config:config-item>${CANARY}</config:config-item></office:document-settings>`,
    "Thumbnails/thumbnail.png": CANARY,
    "Configurations2/accelerator/current.xml": CANARY,
    "manifest.rdf": CANARY,
    "Pictures/a.jpg": jpeg([exif(6)]),
    "Pictures/left.jpg": jpeg([exif(1)]),
    "META-INF/manifest.xml": `<manifest:manifest ${ODF}><manifest:file-entry manifest:full-path="${CANARY}" manifest:media-type="text/xml"/></manifest:manifest>`,
    ...parts,
  };
}

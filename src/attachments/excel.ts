import type { Cleaned } from "./format.ts";
import { OFFICE } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules } from "./ooxml-markup.ts";
import { cleanOoxml, type OoxmlFormat } from "./ooxml-package.ts";
import type { XmlAttribute, XmlElement } from "./xml-rewrite.ts";

const WORKBOOK_PARTS = new Set(["workbookPr", "bookViews", "sheets", "definedNames", "calcPr"]);
const SHEET_PARTS = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter sortState mergeCells phoneticPr
   conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors
   drawing tableParts picture extLst`.split(/\s+/),
);
/** A reference to another workbook: its number or file in brackets before a sheet, a drive or a share. */
const OUTSIDE = /\[\d+\][^[\],]*!|\[[^[\]]+\.xl\w*\]|(?:^|['"(,])(?:[a-z]:\\|\\\\|https?:\/\/|file:)|\|/i;

const plain = ooxmlRules({ attributeValue: keepAttribute });
const drawing = ooxmlRules({ attributeValue: keepAttribute });
const table = ooxmlRules({ keepElement: keepInTable, attributeValue: keepAttribute, text: checkFormula });

/** Lets an Excel workbook through that holds nothing but the sheets that are seen, without its properties. */
export function cleanExcel(bytes: Uint8Array): Cleaned {
  return { bytes: cleanOoxml(bytes, excel(new Set())) };
}

function excel(used: Set<number>): OoxmlFormat {
  return {
    mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    parts: [
      [
        /^xl\/workbook\.xml$/,
        ooxmlRules({ keepElement: keepInWorkbook, attributeValue: workbookAttribute, text: checkFormula }),
      ],
      [/^xl\/worksheets\/[\w.-]+\.xml$/, sheetRules(used)],
      [/^xl\/sharedStrings\.xml$/, sharedStrings(used)],
      [/^xl\/styles\.xml$/, ooxmlRules({ attributeValue: styleAttribute })],
      [/^xl\/theme\/theme\d*\.xml$/, plain],
      [/^xl\/tables\/[\w.-]+\.xml$/, table],
      [/^xl\/drawings\/drawing\d*\.xml$/, drawing],
      [/^xl\/charts\/(?:chart|style|colors)\d*\.xml$/, table],
      [/^xl\/media\/[\w.-]+$/, "picture"],
      [/^(?:xl\/calcChain\.xml|xl\/printerSettings\/[^/]+|docProps\/.*)$/, "drop"],
    ],
    refusals: [
      [/comments|\/persons?\/|vmlDrawing/i, OFFICE.comments],
      [/vbaProject|macrosheets/i, OFFICE.script],
      [/externalLinks|connections|queryTables|pivot|slicer|timeline|\/model\//i, OFFICE.external],
      [/\/(?:embeddings|activeX|ctrlProps)\//i, OFFICE.embedded],
      [/\/revisions\//i, OFFICE.versions],
      [/^customXml\/|customProperty/i, OFFICE.customXml],
      [/^_xmlsignatures\//i, OFFICE.signed],
    ],
  };
}

function keepInWorkbook({ local, attributes }: XmlElement, above: readonly XmlElement[]): boolean {
  if (/^(?:externalReferences|pivotCaches)$/.test(local)) throw OFFICE.external();
  if (above.length === 1 && !WORKBOOK_PARTS.has(local)) return false;
  const state = attributes["state"]?.value ?? "visible";
  if (local === "sheet" && state !== "visible") throw OFFICE.hidden("a sheet");
  const isBuiltIn = /^_xlnm\./.test(attributes["name"]?.value ?? "");
  if (local === "definedName" && isOn(attributes["hidden"]?.value) && !isBuiltIn) throw OFFICE.hidden("a name");
  return true;
}

function workbookAttribute({ local, value }: XmlAttribute): string | undefined {
  return /^(?:codeName|comment|description|help|statusBar|customMenu)$/.test(local) ? undefined : value;
}

function keepInSheet({ local, attributes }: XmlElement, above: readonly XmlElement[]): boolean {
  if (/^(?:scenarios|dataConsolidate|webPublishItems)$/.test(local)) throw OFFICE.external();
  if (/^(?:oleObjects|controls)$/.test(local)) throw OFFICE.embedded();
  if (above.length === 1 && !SHEET_PARTS.has(local)) return false;
  const isHidden = (): boolean => isOn(attributes["hidden"]?.value);
  const isZero = (name: string): boolean => Number(attributes[name]?.value ?? 1) === 0;
  if (local === "row" && (isHidden() || isZero("ht"))) throw OFFICE.hidden("a row");
  if (local === "col" && (isHidden() || isZero("width"))) throw OFFICE.hidden("a column");
  if (local === "sheetFormatPr" && isOn(attributes["zeroHeight"]?.value)) throw OFFICE.hidden("a row");
  return true;
}

function sheetAttribute({ local, value }: XmlAttribute, element: XmlElement): string | undefined {
  if (local === "codeName" || (element.local === "pageSetup" && local === "id")) return undefined;
  return value;
}

function keepInTable({ local, attributes }: XmlElement): boolean {
  if (attributes["tableType"]?.value === "queryTable" || local === "xmlColumnPr") throw OFFICE.external();
  return true;
}

/** The formats of numbers can hide them: three semicolons show nothing. */
function styleAttribute({ local, value }: XmlAttribute): string {
  if (local === "formatCode" && /^\s*;\s*;\s*(?:;\s*)?$/.test(value)) throw OFFICE.hidden("a value");
  return value;
}

function checkFormula(run: string, { local }: XmlElement): string {
  if (/^(?:f|formula\d?|calculatedColumnFormula|definedName)$/.test(local) && OUTSIDE.test(run.replace(/"[^"]*"/g, "")))
    throw OFFICE.external();
  return run;
}

/** Text of a sheet; the numbers of the shared strings that its cells show are added to `used`. */
function sheetRules(used: Set<number>) {
  return ooxmlRules({
    keepElement: keepInSheet,
    attributeValue: sheetAttribute,
    text: (run, parent, above) => {
      const cell = above.at(-2);
      if (parent.local === "v" && cell !== undefined && cell.attributes["t"]?.value === "s") used.add(Number(run));
      return checkFormula(run, parent);
    },
  });
}

/** Strings that no cell shows can be left from cells that were deleted: they are emptied, so that the numbers stay. */
function sharedStrings(used: ReadonlySet<number>) {
  let index = -1;
  return ooxmlRules({
    keepElement: ({ local }, above) => {
      if (local === "si" && above.length === 1) index++;
      return true;
    },
    attributeValue: keepAttribute,
    text: (run) => (used.has(index) ? run : ""),
  });
}

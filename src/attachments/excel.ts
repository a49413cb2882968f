import { unseenInExcel } from "./excel-unseen-words.ts";
import type { Cleaned } from "./format.ts";
import { type CellPlaces, readCellPlaces } from "./merged-cells.ts";
import { hidesValues } from "./number-format.ts";
import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules, PROSE, type SeenText } from "./ooxml-markup.ts";
import { usualName, usualNames } from "./ooxml-names.ts";
import { cleanOoxml, type OoxmlContents, type OoxmlFormat } from "./ooxml-package.ts";
import { attributeOf, readXml, type XmlAttribute, type XmlElement } from "./xml-rewrite.ts";

const WORKBOOK_PARTS = new Set(["workbookPr", "bookViews", "sheets", "definedNames", "calcPr"]);
/**
 * Without what helps to fill a sheet in or to sort it: filters keep words that they looked for, and checks those that
 * they would say.
 */
const SHEET_PARTS = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells phoneticPr
   conditionalFormatting hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors
   drawing tableParts picture extLst`.split(/\s+/),
);
/** A reference to another workbook: its number or file in brackets before a sheet, a drive or a share. */
const OUTSIDE = /\[\d+\][^[\],]*!|\[[^[\]]+\.xl\w*\]|(?:^|['"(,])(?:[a-z]:\\|\\\\|https?:\/\/|file:)|\|/i;
/** The range that a filter is about: the one name that Excel hides by itself. */
const FILTERED_RANGE = /^(?:'(?:[^']|'')*'|[^'!"()]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/;
/** Columns narrower and rows lower than this (in letters and points) show nothing of what is in them. */
const [LEAST_WIDTH, LEAST_HEIGHT] = [0.5, 2];
const NUMERIC = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i;

const CELLS = usualNames("s:worksheet sheetData row c is r");
const SHEET: SeenText = {
  leaves: new Map(
    ["s:v", "s:t", "s:f", "s:formula", "s:oddHeader", "s:oddFooter", "s:evenHeader", "s:evenFooter"]
      .concat(["s:firstHeader", "s:firstFooter", "xm:f", "xm:sqref"])
      .map((name) => [name, PROSE]),
  ),
  containers: new Set([
    ...CELLS,
    ...usualNames(`s:conditionalFormatting cfRule colorScale cfvo headerFooter extLst ext
      x14:conditionalFormattings conditionalFormatting cfRule dataBar iconSet colorScale cfvo sparklineGroups sparklineGroup sparklines sparkline`),
  ]),
};
const SHARED: SeenText = { leaves: new Map([["s:t", PROSE]]), containers: usualNames("s:sst si r") };
const WORKBOOK: SeenText = {
  leaves: new Map([["s:definedName", PROSE]]),
  containers: usualNames("s:workbook definedNames"),
};
const TABLE: SeenText = {
  leaves: new Map([
    ["s:calculatedColumnFormula", PROSE],
    ["s:totalsRowFormula", PROSE],
  ]),
  containers: usualNames("s:table tableColumns tableColumn"),
};
const DRAWING: SeenText = {
  leaves: new Map([
    ["a:t", PROSE],
    ...["xdr:col", "xdr:row", "xdr:colOff", "xdr:rowOff", "cdr:x", "cdr:y"].map(
      (name) => [name, /^-?[\d.]+$/] as const,
    ),
  ]),
  containers:
    usualNames(`xdr:wsDr twoCellAnchor oneCellAnchor absoluteAnchor from to sp grpSp txBody mc:AlternateContent Choice
    c:userShapes cdr:relSizeAnchor absSizeAnchor sp grpSp txBody a:p r fld`),
};
const CHART: SeenText = {
  leaves: new Map([
    ["c:v", PROSE],
    ["c:f", PROSE],
    ["a:t", PROSE],
    ["c:separator", /^[\s\p{P}\p{S}]*$/u],
  ]),
  containers:
    usualNames(`c:chartSpace chart title tx rich strRef numRef multiLvlStrRef strLit numLit pt plotArea areaChart area3DChart lineChart
    line3DChart stockChart radarChart scatterChart pieChart pie3DChart doughnutChart barChart bar3DChart ofPieChart surfaceChart
    surface3DChart bubbleChart ser cat val xVal yVal bubbleSize dLbls dLbl errBars plus minus trendline trendlineLbl
    valAx catAx dateAx serAx dispUnits dispUnitsLbl mc:AlternateContent Choice a:p r fld`),
};

const plain = ooxmlRules({ attributeValue: keepAttribute });

/** Lets an Excel workbook through that holds nothing but the sheets that are seen, without its properties. */
export function cleanExcel(bytes: Uint8Array): Cleaned {
  const cleaned = cleanOoxml(bytes, excel);
  return { bytes: cleaned, unseenWords: () => unseenInExcel(cleaned) };
}

function excel(contents: OoxmlContents): OoxmlFormat {
  const used = new Set<number>();
  const names = readNames(contents);
  const hidesFormulas = canHideFormulas(contents.part("xl/styles.xml"));
  return {
    mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    parts: [
      [
        /^xl\/workbook\.xml$/,
        ooxmlRules({
          keepElement: (element, above) => keepInWorkbook(element, above, names),
          attributeValue: workbookAttribute,
          text: (run, parent) => {
            if (isOn(attributeOf(parent, "hidden")) && !FILTERED_RANGE.test(run)) throw OFFICE.hidden("a name");
            return checkFormula(run, parent);
          },
          seen: WORKBOOK,
        }),
      ],
      [/^xl\/worksheets\/[\w.-]+\.xml$/, (name) => sheetRules(used, contents.part(name), hidesFormulas)],
      [/^xl\/sharedStrings\.xml$/, sharedStrings(used)],
      [/^xl\/styles\.xml$/, ooxmlRules({ keepElement: keepStyle, attributeValue: styleAttribute })],
      [/^xl\/theme\/theme\d*\.xml$/, plain],
      [/^xl\/tables\/[\w.-]+\.xml$/, tableRules],
      [/^xl\/drawings\/drawing\d*\.xml$/, drawingRules],
      [/^xl\/charts\/chart\d*\.xml$/, chart],
      [/^xl\/charts\/(?:style|colors)\d*\.xml$/, plain],
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

/** Whether cells can be of a style that hides their formulas once the sheet is protected. */
function canHideFormulas(styles: Uint8Array): boolean {
  let isFound = false;
  readXml(styles, OFFICE_REMEDY, {
    element: (element, above) => {
      if (element.local === "protection" && above.at(-2)?.local === "cellXfs")
        isFound ||= isOn(attributeOf(element, "hidden"));
    },
  });
  return isFound;
}

/** The names that formulas and links use, and those that the names themselves use then, in lower case. */
function readNames(contents: OoxmlContents): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (formula: string): void => {
    for (const [name] of formula.replace(/"[^"]*"/g, "").matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu))
      used.add(name.toLowerCase());
  };
  for (const name of contents.names.filter((each) =>
    /^xl\/(?:worksheets|tables|charts|drawings)\/[^/]+\.xml$/.test(each),
  ))
    readXml(contents.part(name), OFFICE_REMEDY, {
      element: (element) => {
        for (const attribute of ["location", "textlink"]) add(attributeOf(element, attribute) ?? "");
      },
      text: (run, { local }) => {
        if (/^(?:f|formula\d?|calculatedColumnFormula|totalsRowFormula)$/.test(local)) add(run);
      },
    });
  const formulas = new Map<string, string>();
  readXml(contents.part("xl/workbook.xml"), OFFICE_REMEDY, {
    element: () => undefined,
    text: (run, parent) => {
      const name = attributeOf(parent, "name")?.toLowerCase() ?? "";
      checkFormula(run, parent);
      if (parent.local === "definedName") formulas.set(name, `${formulas.get(name) ?? ""} ${run}`);
    },
  });
  for (const name of used) add(formulas.get(name) ?? "");
  return used;
}

function keepInWorkbook(element: XmlElement, above: readonly XmlElement[], names: ReadonlySet<string>): boolean {
  const { local, attributes } = element;
  if (/^(?:externalReferences|pivotCaches)$/.test(local)) throw OFFICE.external();
  if (above.length === 1 && !WORKBOOK_PARTS.has(local)) return false;
  const state = attributes["state"]?.value ?? "visible";
  if (local === "sheet" && state !== "visible") throw OFFICE.hidden("a sheet");
  if (local !== "definedName") return true;
  const name = attributeOf(element, "name") ?? "";
  if (isOn(attributes["hidden"]?.value) && name !== "_xlnm._FilterDatabase") throw OFFICE.hidden("a name");
  return /^_xlnm\.(?:_FilterDatabase|Print_Area|Print_Titles)$/.test(name) || names.has(name.toLowerCase());
}

function workbookAttribute({ local, value }: XmlAttribute): string | undefined {
  return /^(?:codeName|comment|description|help|statusBar|customMenu)$/.test(local) ? undefined : value;
}

function keepInSheet(element: XmlElement, above: readonly XmlElement[]): boolean {
  const { local, attributes } = element;
  const parent = above.at(-1);
  if (/^(?:scenarios|dataConsolidate|webPublishItems)$/.test(local)) throw OFFICE.external();
  if (/^(?:oleObjects|controls)$/.test(local)) throw OFFICE.embedded();
  if (above.length === 1 && !SHEET_PARTS.has(local)) return false;
  if (parent?.local === "autoFilter" || /^(?:rPh|phoneticPr)$/.test(local)) return false;
  if (parent?.local === "headerFooter") return isHeaderShown(local, parent);
  if (parent?.local === "c" && local !== "f") return local === (attributeOf(parent, "t") === "inlineStr" ? "is" : "v");
  const isHidden = (): boolean => isOn(attributes["hidden"]?.value);
  const isZero = (name: string): boolean => Number(attributes[name]?.value ?? 1) === 0;
  if (local === "row" && (isHidden() || isZero("ht"))) throw OFFICE.hidden("a row");
  if (local === "col" && (isHidden() || isZero("width"))) throw OFFICE.hidden("a column");
  if (local === "sheetFormatPr") {
    if (isOn(attributes["zeroHeight"]?.value) || Number(attributes["defaultRowHeight"]?.value ?? 15) < LEAST_HEIGHT)
      throw OFFICE.hidden("a row");
    if (Number(attributes["defaultColWidth"]?.value ?? 8) < LEAST_WIDTH) throw OFFICE.hidden("a column");
  }
  return true;
}

/** Headers and footers of first and even pages are shown only where the sheet has them apart. */
function isHeaderShown(local: string, parent: XmlElement): boolean {
  if (local.startsWith("first")) return isOn(attributeOf(parent, "differentFirst"));
  return !local.startsWith("even") || isOn(attributeOf(parent, "differentOddEven"));
}

function sheetAttribute({ local, value }: XmlAttribute, element: XmlElement): string | undefined {
  if (local === "codeName" || (element.local === "pageSetup" && local === "id")) return undefined;
  if (local === "display" && element.local === "hyperlink") return undefined;
  return local === "text" && element.local === "cfRule" ? undefined : value;
}

/** Filters of a table keep the words that they looked for, and rows that are not shown their labels. */
function tableRules() {
  let [hasHeader, hasTotals] = [true, true];
  return ooxmlRules({
    keepElement: (element, above) => {
      const { local, attributes } = element;
      if (attributes["tableType"]?.value === "queryTable" || local === "xmlColumnPr") throw OFFICE.external();
      if (local === "table") {
        hasHeader = Number(attributes["headerRowCount"]?.value ?? 1) > 0;
        hasTotals = Number(attributes["totalsRowCount"]?.value ?? 0) > 0;
      }
      const name = attributes["name"]?.value ?? "";
      if (local === "tableColumn" && !hasHeader && !/^\p{L}+\s?\d+$/u.test(name))
        throw OFFICE.hidden("a row of headings");
      if (above.at(-1)?.local === "autoFilter" || local === "sortState") return false;
      return local !== "totalsRowFormula" || hasTotals;
    },
    attributeValue: ({ local, value }) => {
      if (local === "comment" || (/^totalsRow(?:Label|Function)$/.test(local) && !hasTotals)) return undefined;
      return value;
    },
    text: checkFormula,
    seen: TABLE,
  });
}

/** A drawing between one place and the same is not seen, nor is the text in it. */
function drawingRules() {
  let place = "";
  let places: string[] = [];
  return ooxmlRules({
    keepElement: ({ local }) => {
      if (/^(?:twoCellAnchor|oneCellAnchor|absoluteAnchor)$/.test(local)) places = [];
      if (local === "from" || local === "to") place = "";
      return true;
    },
    attributeValue: ({ local, value }) => (local === "macro" ? "" : value),
    closed: ({ local }) => {
      if (local === "from" || local === "to") places.push(place);
    },
    text: (run, parent) => {
      if (usualName(parent) !== "a:t") place += ` ${run}`;
      else if (places.length === 2 && places[0] === places[1] && run.trim() !== "") throw OFFICE.hidden("a drawing");
      return run;
    },
    seen: DRAWING,
  });
}

/** Charts draw what cells hold; what they remember of them can be what was there before. */
const chart = ooxmlRules({
  keepElement: ({ local }) => !/^(?:strCache|numCache|multiLvlStrCache|printSettings)$/.test(local),
  attributeValue: styleAttribute,
  text: checkFormula,
  seen: CHART,
});

function keepStyle(element: XmlElement): boolean {
  if (element.local === "sz" && Number(attributeOf(element, "val")) < 2) throw OFFICE.hidden("text");
  return true;
}

/** The formats of numbers can hide them: three semicolons show nothing. */
function styleAttribute({ local, value }: XmlAttribute, element: XmlElement): string {
  if (local === "formatCode" && hidesValues(value)) throw OFFICE.hidden("a value");
  const isOwnStyle = element.local === "cellStyle" && attributeOf(element, "builtinId") === undefined;
  return local === "name" && isOwnStyle ? `Style ${attributeOf(element, "xfId") ?? "0"}` : value;
}

function checkFormula(run: string, { local }: XmlElement): string {
  if (
    /^(?:f|formula\d?|calculatedColumnFormula|totalsRowFormula|definedName)$/.test(local) &&
    OUTSIDE.test(run.replace(/"[^"]*"/g, ""))
  )
    throw OFFICE.external();
  return run;
}

/** Text of a sheet; the numbers of the shared strings that its cells show are added to `used`. */
function sheetRules(used: Set<number>, sheet: Uint8Array, hidesFormulas: boolean) {
  const places: CellPlaces = readCellPlaces(sheet);
  const narrow: (readonly [number, number])[] = [];
  let [isLow, hasFormula] = [false, false];
  let filled: XmlElement | undefined;
  let held = new Set<string>();
  return ooxmlRules({
    keepElement: (element, above) => {
      const number = (name: string): number => Number(attributeOf(element, name) ?? Number.POSITIVE_INFINITY);
      if (element.local === "col" && number("width") < LEAST_WIDTH) narrow.push([number("min"), number("max")]);
      if (element.local === "row") isLow = number("ht") < LEAST_HEIGHT;
      if (element.local === "f") hasFormula = true;
      const isProtected = element.local === "sheetProtection" && isOn(attributeOf(element, "sheet"));
      if (isProtected && hasFormula && hidesFormulas) throw OFFICE.hidden("a formula");
      places.enter(element);
      const parent = above.at(-1);
      if (!keepInSheet(element, above)) return false;
      if (parent?.local !== "c") return true;
      if (parent !== filled) [filled, held] = [parent, new Set()];
      return !held.has(element.local) && held.add(element.local).size > 0;
    },
    attributeValue: sheetAttribute,
    text: (run, parent, above) => {
      const cell = above.find((element) => element.local === "c");
      if (cell === undefined) return checkFormula(run, parent);
      if (cell !== above[3] || above[1]?.local !== "sheetData") throw OFFICE.unknown("a cell outside of the rows");
      if (run.trim() === "") return run;
      if (places.isCovered()) throw OFFICE.covered();
      if (isLow) throw OFFICE.hidden("a row");
      const column = places.column();
      if (narrow.some(([first, last]) => column >= first && column <= last)) throw OFFICE.hidden("a column");
      const type = attributeOf(cell, "t") ?? "n";
      if (parent.local === "v" && type === "s") used.add(Number(run));
      if (parent.local === "v" && type === "n" && !NUMERIC.test(run)) throw OFFICE.differs("a value");
      return checkFormula(run, parent);
    },
    seen: SHEET,
  });
}

/** Strings that no cell shows can be left from cells that were deleted: they are emptied, so that the numbers stay. */
function sharedStrings(used: ReadonlySet<number>) {
  let index = -1;
  return ooxmlRules({
    keepElement: ({ local }, above) => {
      if (local === "si" && above.length === 1) index++;
      if (/^(?:rPh|phoneticPr)$/.test(local)) return false;
      return above.length < 2 || used.has(index) || (local === "t" && above.length === 2);
    },
    attributeValue: ({ name, value }) => (used.has(index) || index < 0 || name === "xml:space" ? value : undefined),
    text: (run) => (used.has(index) ? run : ""),
    seen: SHARED,
  });
}

import type { Cleaned } from "./format.ts";
import { OFFICE } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules, PROSE, type SeenText } from "./ooxml-markup.ts";
import { usualName, usualNames } from "./ooxml-names.ts";
import { cleanOoxml, type OoxmlContents, type OoxmlFormat } from "./ooxml-package.ts";
import { withoutFieldCodes } from "./word-fields.ts";
import { isUnusedNote, readWordReferences, referenceKey, type WordReferences } from "./word-references.ts";
import { unseenInWord } from "./word-unseen-words.ts";
import { attributeOf, type XmlElement } from "./xml-rewrite.ts";

const CHANGES =
  /^(?:ins|del|moveFrom|moveTo|delText|delInstrText|cellIns|cellDel|cellMerge|conflict\w+|customXmlConflict\w+|\w+Change|(?:moveFrom|moveTo|customXml\w+)Range(?:Start|End))$/;
/** Settings that change how the text looks; the others say who worked on it, where and how. */
const SETTINGS = new Set(
  `mirrorMargins gutterAtTop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTabStop
   evenAndOddHeaders bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl noLineBreaksAfter
   noLineBreaksBefore footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator
   displayBackgroundShape bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTableStyle`.split(/\s+/),
);
const NUMBER = /^-?[\d.]+$/;
const SEEN: SeenText = {
  leaves: new Map([
    ["w:t", PROSE],
    ["w:instrText", PROSE],
    ["m:t", PROSE],
    ["wp:posOffset", NUMBER],
    ["wp:align", /^(?:left|right|center|inside|outside|top|bottom)$/],
    ...["PosHOffset", "PosVOffset", "Width", "Height"].map((name): [string, RegExp] => [`wp14:pct${name}`, NUMBER]),
  ]),
  containers: usualNames(`w:document body p r tbl tr tc hyperlink fldSimple hdr ftr footnotes footnote endnotes endnote
    txbxContent drawing pict ruby rt rubyBase bdo dir wp:inline anchor positionH positionV wp14:sizeRelH sizeRelV a:graphic graphicData
    wps:wsp txbx wpg:wgp grpSp wpc:wpc mc:AlternateContent Choice v:group shape rect roundrect oval line textbox
    m:oMath oMathPara acc e bar box borderBox d eqArr f num den func fName groupChr limLow lim limUpp m mr nary sub sup phant rad deg
    sPre sSub sSubSup sSup r`),
};
/** In half points; smaller letters are no letters to a reader. */
const LEAST_SIZE = 4;
/** A row or a line of less than two points (in twentieths) shows nothing of the text in it. */
const LEAST_HEIGHT = 40;
/** Farther than this, in EMU, a drawing is on no page. */
const OFF_PAGE = 30_000_000;

const theme = ooxmlRules({ attributeValue: keepAttribute });
const settings = ooxmlRules({ keepElement: keepSetting, attributeValue: keepAttribute });

/** Lets a Word document through that holds nothing but its text and pictures, without its properties. */
export function cleanWord(bytes: Uint8Array): Cleaned {
  const cleaned = cleanOoxml(bytes, wordFormat);
  return { bytes: cleaned, unseenWords: () => unseenInWord(cleaned) };
}

function wordFormat(contents: OoxmlContents): OoxmlFormat {
  const withoutCodes = new Map<string, Uint8Array>();
  const part = (name: string): Uint8Array => {
    if (!/^word\/(?:document|(?:foot|end)notes|(?:header|footer)\d*)\.xml$/.test(name)) return contents.part(name);
    const known = withoutCodes.get(name) ?? withoutFieldCodes(contents.part(name));
    withoutCodes.set(name, known);
    return known;
  };
  const used = readWordReferences(contents, part);
  return {
    mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    part,
    parts: [
      [/^word\/(?:document|footnotes|endnotes|(?:header|footer)\d*)\.xml$/, () => textRules(used)],
      [/^word\/styles\.xml$/, stylesRules(used)],
      [/^word\/numbering\.xml$/, () => numberingRules(used)],
      [/^word\/fontTable\.xml$/, fontRules(used)],
      [/^word\/settings\.xml$/, settings],
      [/^word\/theme\/theme\d*\.xml$/, theme],
      [/^word\/media\/[\w.-]+$/, "picture"],
      [/^(?:word\/(?:webSettings|stylesWithEffects)\.xml|docProps\/.*)$/, "drop"],
    ],
    refusals: [
      [/comments|\/people\.xml$/i, OFFICE.comments],
      [/vbaProject|vbaData/i, OFFICE.script],
      [/\/(?:embeddings|activeX|charts|diagrams)\//i, OFFICE.embedded],
      [/^customXml\//i, OFFICE.customXml],
      [/^_xmlsignatures\//i, OFFICE.signed],
    ],
  };
}

/** What hides the text of an element that is open, noted as it is met. */
type Hiding = WeakSet<XmlElement>;

function textRules(used: WordReferences) {
  const covered: Hiding = new WeakSet();
  const tiny: Hiding = new WeakSet();
  const bookmarks = new Set<string>();
  let section = -1;
  return ooxmlRules({
    keepElement: (element, above) => {
      const { local } = element;
      const value = attributeOf(element, "val");
      if (local === "sectPr") section++;
      if (/^(?:header|footer)Reference$/.test(local)) return used.headers.has(`${section} ${referenceKey(element)}`);
      if (isUnusedNote([...above, element], used.notes)) return false;
      if (local === "bookmarkStart") {
        if (used.bookmarks.has(attributeOf(element, "name") ?? "")) bookmarks.add(attributeOf(element, "id") ?? "");
        return bookmarks.has(attributeOf(element, "id") ?? "");
      }
      if (local === "bookmarkEnd") return bookmarks.has(attributeOf(element, "id") ?? "");
      if (/^(?:sdtPr|sdtEndPr|proofErr|divId)$/.test(local)) return false;
      if (/^(?:sdt|sdtContent|smartTag)$/.test(local)) return "contents";
      if (above.at(-1)?.local === "ffData" && !/^(?:enabled|calcOnExit|checkBox)$/.test(local)) return false;
      if (local === "hidden" && above.at(-1)?.local === "trPr" && isOn(value ?? "1")) throw OFFICE.hidden("a row");
      if (usualName(element) === "m:show" && !isOn(value ?? "1")) throw OFFICE.hidden("a part of a formula");
      if (local === "anchor" && isOn(attributeOf(element, "hidden"))) throw OFFICE.hidden("a drawing");
      if (/^[vh]Merge$/.test(local) && (value ?? "continue") === "continue") mark(covered, above, "w:tc");
      if (local === "noFill" && above.at(-1)?.local === "textFill") mark(tiny, above, "w:r");
      if (isTiny(element, above)) mark(tiny, above, ...OWNERS);
      return keepText(element);
    },
    attributeValue: keepAttribute,
    text: (run, parent, above) => {
      if (usualName(parent) === "wp:posOffset" && Math.abs(Number(run)) > OFF_PAGE) throw OFFICE.hidden("a drawing");
      if (!/^[wm]:t$/.test(usualName(parent)) || run.trim() === "") return run;
      if (above.some((element) => covered.has(element))) throw OFFICE.covered();
      if (above.some((element) => tiny.has(element) || isTinyShape(element))) throw OFFICE.hidden("text");
      const note = above.find((element) => /^(?:foot|end)note$/.test(element.local));
      if (note !== undefined && (attributeOf(note, "type") ?? "normal") !== "normal")
        throw OFFICE.hidden("text between the page and its notes");
      return run;
    },
    seen: SEEN,
  });
}

const OWNERS = ["w:r", "w:p", "w:tr", "wp:inline", "wp:anchor", "wps:wsp"] as const;

/** Notes for the innermost element of these names that it hides its text. */
function mark(hiding: Hiding, above: readonly XmlElement[], ...names: readonly string[]): void {
  const owner = above.findLast((element) => names.includes(usualName(element)));
  if (owner !== undefined) hiding.add(owner);
}

/** Whether an element says that letters, a line, a frame, a row or a text box are too small to be seen. */
function isTiny(element: XmlElement, above: readonly XmlElement[]): boolean {
  const number = (name: string): number => Number(attributeOf(element, name) ?? Number.POSITIVE_INFINITY);
  const [parent, owner] = [above.at(-1), above.at(-2)];
  const isOfRun = parent?.local === "rPr" && owner?.local === "r";
  switch (usualName(element)) {
    case "w:sz":
      return isOfRun && number("val") < LEAST_SIZE;
    case "w:w":
      return isOfRun && number("val") < 5;
    case "w:spacing":
      return parent?.local === "pPr" && attributeOf(element, "lineRule") === "exact" && number("line") < LEAST_HEIGHT;
    case "w:framePr":
      return parent?.local === "pPr" && attributeOf(element, "hRule") === "exact" && number("h") < LEAST_HEIGHT;
    case "w:trHeight":
      return attributeOf(element, "hRule") === "exact" && number("val") < LEAST_HEIGHT;
    case "wp:extent":
    case "a:ext":
      return Math.min(number("cx"), number("cy")) < 12_700 && above.some(({ local }) => local === "drawing");
    default:
      return false;
  }
}

/** A shape of the older kind (VML) with no size, or on no page. */
function isTinyShape({ uri, attributes }: XmlElement): boolean {
  const style = uri === "urn:schemas-microsoft-com:vml" ? (attributes["style"]?.value.slice(0, 1000) ?? "") : "";
  return (
    /(?:^|;)\s*(?:width|height)\s*:\s*0*(?:\.0*)?(?:[1-9]\d{0,2}e-\d+)?(?:pt|px|in|cm|mm|pc)?\s*(?:;|$)/i.test(style) ||
    /(?:^|;)\s*(?:margin-)?(?:left|top)\s*:\s*-?(?:[3-9]\d{3}|\d{5,})/i.test(style)
  );
}

function keepText(element: XmlElement): boolean {
  const { local } = element;
  if (CHANGES.test(local)) throw OFFICE.changes();
  if (/^(?:comment|annotationRef)/.test(local)) throw OFFICE.comments();
  if (/^(?:vanish|specVanish)$/.test(local) && isOn(attributeOf(element, "val") ?? "1")) throw OFFICE.hidden("text");
  if (local === "customXml") throw OFFICE.customXml();
  return !/^(?:dataBinding|fldData|latentStyles|aliases)$/.test(local);
}

/** Styles that nothing uses are left out: their names can say more than the text. */
function stylesRules(used: WordReferences) {
  return ooxmlRules({
    keepElement: (element) => {
      if (element.local === "style" && !used.styles.has(attributeOf(element, "styleId") ?? "")) return false;
      if (element.local === "next" && !used.styles.has(attributeOf(element, "val") ?? "")) return false;
      if (usualName(element) === "w:sz" && Number(attributeOf(element, "val")) < LEAST_SIZE)
        throw OFFICE.hidden("text");
      return keepText(element);
    },
    attributeValue: keepAttribute,
  });
}

function numberingRules(used: WordReferences) {
  let level = "0";
  return ooxmlRules({
    keepElement: (element) => {
      const { local } = element;
      if (local === "num" && !used.lists.has(attributeOf(element, "numId") ?? "")) return false;
      if (local === "abstractNum" && !used.abstractLists.has(attributeOf(element, "abstractNumId") ?? "")) return false;
      if (local === "lvl") level = attributeOf(element, "ilvl") ?? "0";
      return local !== "name" && keepText(element);
    },
    attributeValue: ({ local, value }, element) =>
      element.local === "lvlText" && local === "val" && !used.levels.has(level) && /\p{L}{2}/u.test(value) ? "" : value,
  });
}

function fontRules(used: WordReferences) {
  return ooxmlRules({
    keepElement: (element) => element.local !== "font" || used.fonts.has(attributeOf(element, "name") ?? ""),
    attributeValue: keepAttribute,
  });
}

function keepSetting({ local }: XmlElement, above: readonly XmlElement[]): boolean {
  if (local === "mailMerge") throw OFFICE.external();
  return above.length !== 1 || SETTINGS.has(local);
}

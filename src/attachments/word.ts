import type { Cleaned } from "./format.ts";
import { OFFICE } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules } from "./ooxml-markup.ts";
import { cleanOoxml, type OoxmlFormat } from "./ooxml-package.ts";
import { attributeOf, type XmlElement } from "./xml-rewrite.ts";

const CHANGES =
  /^(?:ins|del|moveFrom|moveTo|delText|delInstrText|cellIns|cellDel|cellMerge|\w+Change|(?:moveFrom|moveTo|customXml\w+)Range(?:Start|End))$/;
/** Settings that change how the text looks; the others say who worked on it, where and how. */
const SETTINGS = new Set(
  `mirrorMargins gutterAtTop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTabStop
   evenAndOddHeaders bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl noLineBreaksAfter
   noLineBreaksBefore footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator
   displayBackgroundShape bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTableStyle`.split(/\s+/),
);
const FETCHING =
  /^\s*(?:\\\s*)?(?:LINK|DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|DATABASE|RD|MERGEFIELD|EMBED|DOCVARIABLE)\b/i;

const text = ooxmlRules({ keepElement: keepText, attributeValue: keepAttribute, text: checkField });
const settings = ooxmlRules({ keepElement: keepSetting, attributeValue: keepAttribute });

const WORD: OoxmlFormat = {
  mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  parts: [
    [/^word\/(?:document|styles|numbering|fontTable|footnotes|endnotes|(?:header|footer)\d*)\.xml$/, text],
    [/^word\/settings\.xml$/, settings],
    [/^word\/theme\/theme\d*\.xml$/, ooxmlRules({ attributeValue: keepAttribute })],
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

/** Lets a Word document through that holds nothing but its text and pictures, without its properties. */
export function cleanWord(bytes: Uint8Array): Cleaned {
  return { bytes: cleanOoxml(bytes, WORD) };
}

function keepText(element: XmlElement): boolean {
  const { local } = element;
  if (CHANGES.test(local)) throw OFFICE.changes();
  if (/^(?:comment|annotationRef)/.test(local)) throw OFFICE.comments();
  if (/^(?:vanish|specVanish)$/.test(local) && isOn(attributeOf(element, "val") ?? "1")) throw OFFICE.hidden("text");
  if (local === "customXml") throw OFFICE.customXml();
  if (local === "fldSimple") checkField(attributeOf(element, "instr") ?? "", { local: "instrText" });
  return !/^(?:ffData|dataBinding|fldData)$/.test(local);
}

function checkField(run: string, { local }: Pick<XmlElement, "local">): string {
  if (local === "instrText" && FETCHING.test(run)) throw OFFICE.external();
  return run;
}

function keepSetting({ local }: XmlElement, above: readonly XmlElement[]): boolean {
  if (local === "mailMerge") throw OFFICE.external();
  return above.length !== 1 || SETTINGS.has(local);
}

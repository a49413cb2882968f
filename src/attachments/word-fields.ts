import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { usualName } from "./ooxml-names.ts";
import { attributeOf, readXml, rewriteXml, type XmlElement } from "./xml-rewrite.ts";

const FETCHING = /^(?:LINK|DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|DATABASE|RD|MERGEFIELD|EMBED|DOCVARIABLE|IMPORT)$/;
/** Fields that draw what their code says, and have no result that could stay in their place. */
const DRAWING =
  /^(?:EQ|ADVANCE|LISTNUM|MACROBUTTON|GOTOBUTTON|SYMBOL|FORMDROPDOWN|BARCODE|DISPLAYBARCODE|MERGEBARCODE|SHAPE|CONTROL|PRINT|HTMLACTIVEX)$/;
const SWITCHES = String.raw`(?:\s+\\\*\s*\w+|\s+\\#\s*"?[#0,.]+"?)*`;
/** Fields whose result is another on each page or day, or is a link: they stay, with a code that can hold no words of its own. */
const LIVE: readonly RegExp[] = [
  new RegExp(`^(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|AUTONUM|AUTONUMLGL|AUTONUMOUT|FORMCHECKBOX)${SWITCHES}$`),
  new RegExp(String.raw`^PAGEREF\s+[\w.-]+(?:\s+\\[hp])*${SWITCHES}$`),
  new RegExp(String.raw`^(?:DATE|TIME)(?:\s+\\@\s*"[dMyHhms:., /-]*(?:am\/pm)?")?${SWITCHES}$`, "i"),
  new RegExp(String.raw`^STYLEREF\s+(?:\d|"[^"\\]{1,80}"|\w+)(?:\s+\\[lnprtw])*${SWITCHES}$`),
  /^HYPERLINK\s+(?:"(?:https?:\/\/|mailto:)[^"\s]+"|\\l\s+"[^"\s]+")(?:\s+\\h|\s+\\o\s+"[^"\\]*"|\s+\\t\s+"_blank")*$/,
];

interface Field {
  code: string;
  isInCode: boolean;
  /** A field whose result changes is part of its code. */
  holdsLive: boolean;
  isLive: boolean;
}

/**
 * A part of a Word document in which each field is replaced by the result that it shows: codes of fields hold what no reader sees,
 * such as the records of citation managers. Numbers of pages, dates and links stay fields.
 */
export function withoutFieldCodes(bytes: Uint8Array): Uint8Array {
  const fields = readFields(bytes);
  const open: Field[] = [];
  let index = 0;
  const isInCode = (): boolean => open.some((field) => field.isInCode);
  const text = rewriteXml(bytes, {
    keepElement: (element, above) => {
      const name = usualName(element);
      if (name === "w:fldSimple") return isLiveCode(attributeOf(element, "instr") ?? "") || "contents";
      if (name === "w:fldChar") {
        const type = attributeOf(element, "fldCharType");
        const field = type === "begin" ? fields[index++] : open.at(-1);
        if (field === undefined) return false;
        if (type === "begin") open.push({ ...field, isInCode: true });
        else if (type === "end") open.pop();
        else open.splice(-1, 1, { ...field, isInCode: false });
        return field.isLive && !open.slice(0, -1).some((outer) => outer.isInCode);
      }
      if (!isInCode() || usualName(above.at(-1) ?? element) !== "w:r") return true;
      return name === "w:rPr" || (name === "w:instrText" && open.length > 0 && open.every(isShownOrLast(open)));
    },
    attributeValue: ({ value }) => value,
    text: (run, parent) => ((usualName(parent) === "w:instrText") === isInCode() ? run : ""),
    remedy: OFFICE_REMEDY,
  });
  return new TextEncoder().encode(text);
}

/** Whether a code is that of a live field which is itself no part of another code. */
function isShownOrLast(open: readonly Field[]): (field: Field) => boolean {
  return (field) => (field === open.at(-1) ? field.isLive : !field.isInCode);
}

function readFields(bytes: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  const open: Field[] = [];
  const decide = (field: Field): void => {
    if (!field.isInCode) return;
    field.isInCode = false;
    field.isLive = isLiveCode(field.code);
    if (field.holdsLive) throw OFFICE.field();
    const outer = open.at(-2);
    if (field.isLive && outer?.isInCode === true) outer.holdsLive = true;
  };
  readXml(bytes, OFFICE_REMEDY, {
    element: (element, above) => {
      const name = usualName(element);
      const field = open.at(-1);
      if (name === "w:fldSimple" && isLiveCode(attributeOf(element, "instr") ?? "") && field?.isInCode === true)
        throw OFFICE.field();
      if (name !== "w:fldChar") {
        if (open.some(({ isInCode }) => isInCode) && isPicture(element, above)) throw OFFICE.field();
        return;
      }
      const type = attributeOf(element, "fldCharType");
      if (type === "begin") {
        const begun = { code: "", isInCode: true, holdsLive: false, isLive: false };
        fields.push(begun);
        open.push(begun);
      } else if (field === undefined || (type === "separate" && !field.isInCode)) throw OFFICE.field();
      else decide(field);
      if (type === "end") open.pop();
    },
    text: (run, parent) => {
      const field = open.at(-1);
      if (field === undefined && usualName(parent) === "w:instrText") isLiveCode(run);
      if (field?.isInCode === true && /^w:(?:instrText|t)$/.test(usualName(parent))) field.code += run;
    },
  });
  if (open.length > 0) throw OFFICE.field();
  return fields;
}

function isPicture(element: XmlElement, above: readonly XmlElement[]): boolean {
  const isInRun = usualName(above.at(-1) ?? element) === "w:r";
  return isInRun && /^(?:drawing|pict|object|AlternateContent)$/.test(element.local);
}

function isLiveCode(code: string): boolean {
  const instruction = code.trim();
  const keyword = /^\\?\s*(\w*)/.exec(instruction)?.[1]?.toUpperCase() ?? "";
  if (FETCHING.test(keyword)) throw OFFICE.external();
  if (DRAWING.test(keyword)) throw OFFICE.field();
  return LIVE.some((pattern) => pattern.test(instruction.replace(/^\w+/, keyword)));
}

import { OFFICE } from "./office-refusals.ts";
import { usualName } from "./ooxml-names.ts";
import { attributeOf, type XmlAttribute, type XmlElement, type XmlRules } from "./xml-rewrite.ts";

type PartRules = Omit<XmlRules, "remedy">;

const KNOWN_NAMESPACES =
  /^(?:http:\/\/schemas\.openxmlformats\.org\/|http:\/\/schemas\.microsoft\.com\/office\/|urn:schemas-microsoft-com:|http:\/\/www\.w3\.org\/XML\/1998\/namespace$|http:\/\/www\.w3\.org\/2000\/xmlns\/$|$)/;
const EMBEDDING = new Set(
  "object OLEObject oleObj control embed altChunk subDoc externalData audioFile videoFile wavAudioFile quickTimeFile audioCd contentPart".split(
    " ",
  ),
);
const CROPS = new Set(["cropleft", "cropright", "croptop", "cropbottom"]);
/** Extensions that are seen: sparklines and conditional formats of Excel, and pictures that are drawn as SVG. */
const EXTENSIONS = new Set([
  "{05c60535-1f16-4fd2-b633-f4f36f0b64e0}",
  "{78c0d931-6437-407d-a8ee-f0aad7539e65}",
  "{96dac541-7b7a-43d3-8b79-37d633b846f1}",
]);
/** The names of pictures are those of the files that they were, and those that nobody but the program reads. */
const NAMED = new Set(["cNvPr", "docPr"]);

/** Programs since Office 2010 draw what is chosen for these; the fallback is for older ones, and can say something else. */
const CHOSEN =
  /^http:\/\/schemas\.microsoft\.com\/office\/(?:word|drawing|powerpoint|excel|spreadsheetml)\/20(?:0[6-9]|1\d)\//;
const ALTERNATIVE_TEXT = new Set(["descr", "alt", "title"]);
/** What drawing programs set as the alternative text by themselves: where the picture's file was. */
const FILE_PATH = /^\s*(?:[a-z]:|\\\\|file:|\/(?:Users|home|tmp|var|private|Volumes)\/)|\\.*\\/i;
/** Names that only the program shows, in places where one has to be given. */
const UNSEEN_NAMES = new Set(["theme", "clrScheme", "fontScheme", "fmtScheme", "custClr", "tblStyle"]);
const UNSEEN = new Set(["codeName", "userId", "author", "publishedName", "edGrp", "ed", "matchingName", "syncRef"]);

/** For `SeenText`: an element that holds prose. */
export const PROSE = /^/;

/** Where the text of a kind of part is seen. Elements are given by their usual names. */
export interface SeenText {
  /** The elements that hold text themselves, and what it looks like where it is no prose; text of all others is left out. */
  readonly leaves: ReadonlyMap<string, RegExp>;
  /** What may be around prose; within anything else nobody knows whether it is seen. */
  readonly containers: ReadonlySet<string>;
}

/** The rules that hold in all parts of Office Open XML, with those of one part behind them; without `seen`, no text stays. */
export function ooxmlRules(own: Partial<PartRules> & { readonly seen?: SeenText } = {}): PartRules {
  const chosen = new WeakSet<XmlElement>();
  return {
    keepElement: (element, above) =>
      isKept(element) && isAlternative(element, above, chosen) && (own.keepElement?.(element, above) ?? true),
    attributeValue: (attribute, element) => {
      const value = attributeValue(attribute, element);
      return value === undefined ? undefined : (own.attributeValue?.({ ...attribute, value }, element) ?? undefined);
    },
    text: (run, parent, above) => {
      const pattern = own.seen?.leaves.get(usualName(parent));
      if (pattern?.test(run) !== true) return "";
      const unknown = above.slice(0, -1).find((element) => own.seen?.containers.has(usualName(element)) === false);
      if (pattern === PROSE && unknown !== undefined && run.trim() !== "") throw OFFICE.unknown(unknown.name);
      return own.text === undefined ? run : own.text(run, parent, above);
    },
    ...(own.closed === undefined ? {} : { closed: own.closed }),
  };
}

/** Whether an element is on the branch that programs show where a file offers several. */
function isAlternative(element: XmlElement, above: readonly XmlElement[], chosen: WeakSet<XmlElement>): boolean {
  const parent = above.at(-1);
  if (parent === undefined || usualName(parent) !== "mc:AlternateContent") return true;
  if (chosen.has(parent)) return false;
  const required = attributeOf(element, "Requires")?.trim().split(/\s+/) ?? [];
  const isKnown = required.every((prefix) => CHOSEN.test(namespaceOf(prefix, [...above, element])));
  if (element.local !== "Choice" || required.length === 0 || !isKnown) throw OFFICE.unknown("AlternateContent");
  chosen.add(parent);
  return true;
}

function namespaceOf(prefix: string, elements: readonly XmlElement[]): string {
  const declared = elements.findLast((element) => `xmlns:${prefix}` in element.attributes);
  return declared?.attributes[`xmlns:${prefix}`]?.value ?? "";
}

/** Keeps every attribute; for parts with no rules of their own about attributes. */
export const keepAttribute = ({ value }: XmlAttribute): string => value;

function isKept({ local, uri, attributes }: XmlElement): boolean {
  if (!KNOWN_NAMESPACES.test(uri)) throw OFFICE.unknown(local);
  if (EMBEDDING.has(local)) throw OFFICE.embedded();
  if (/^(?:custDataLst|smartTagPr|perm(?:Start|End))$/.test(local)) return false;
  if (local === "ext" && "uri" in attributes) return EXTENSIONS.has(attributes["uri"]?.value.toLowerCase() ?? "");
  if (
    local === "srcRect" &&
    Object.values(attributes).some(({ local: side, value }) => /^[ltrb]$/.test(side) && Number(value) > 0)
  )
    throw OFFICE.cropped();
  if (NAMED.has(local) && isOn(attributes["hidden"]?.value)) throw OFFICE.hidden("a drawing or a picture");
  if (/^(?:ink|legacyDrawing|legacyDrawingHF)$/.test(local)) throw OFFICE.comments();
  return true;
}

function attributeValue({ local, prefix, uri, value }: XmlAttribute, element: XmlElement): string | undefined {
  if (prefix === "xmlns") return value;
  if (!KNOWN_NAMESPACES.test(uri)) return undefined;
  if (/^rsid/.test(local) || uri.includes("/revision") || local === "gfxdata") return undefined;
  if (uri.endsWith(":office:office") && local === "title") return undefined;
  if (CROPS.has(local) && Number.parseFloat(value) > 0) throw OFFICE.cropped();
  if (local === "style" && /(?:visibility\s*:\s*hidden|display\s*:\s*none)/i.test(value))
    throw OFFICE.hidden("a drawing");
  if (local === "name" && (NAMED.has(element.local) || UNSEEN_NAMES.has(element.local))) return "";
  if (UNSEEN.has(local) || (local === "name" && element.local === "cSld")) return undefined;
  if (local === "styleName" && element.local === "tblStyle") return "";
  if (ALTERNATIVE_TEXT.has(local) && isFilePath(value)) return "";
  if (local === "action" && /program|macro|file/i.test(value)) throw OFFICE.script();
  return value;
}

/** Whether an alternative text is no more than where the file of a picture was. */
export function isFilePath(text: string): boolean {
  return FILE_PATH.test(text.slice(0, 1000));
}

/** Whether a switch of Office Open XML is on; without a value it is. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/.test(value);
}

import { OFFICE } from "./office-refusals.ts";
import type { XmlAttribute, XmlElement, XmlRules } from "./xml-rewrite.ts";

type PartRules = Omit<XmlRules, "remedy">;

const KNOWN_NAMESPACES =
  /^(?:http:\/\/schemas\.openxmlformats\.org\/|http:\/\/schemas\.microsoft\.com\/office\/|urn:schemas-microsoft-com:|http:\/\/www\.w3\.org\/XML\/1998\/namespace$|http:\/\/www\.w3\.org\/2000\/xmlns\/$|$)/;
const EMBEDDING = new Set(
  "object OLEObject oleObj control embed altChunk subDoc externalData audioFile videoFile wavAudioFile quickTimeFile audioCd contentPart".split(
    " ",
  ),
);
const CROPS = new Set(["cropleft", "cropright", "croptop", "cropbottom"]);
/** Extensions that are seen: sparklines, conditional formats and validations of Excel, and pictures that are drawn as SVG. */
const EXTENSIONS = new Set([
  "{05c60535-1f16-4fd2-b633-f4f36f0b64e0}",
  "{78c0d931-6437-407d-a8ee-f0aad7539e65}",
  "{cce6a557-97bc-4b89-adb6-d9c93caab3df}",
  "{96dac541-7b7a-43d3-8b79-37d633b846f1}",
]);
/** The names of pictures are those of the files that they were, and those that nobody but the program reads. */
const NAMED = new Set(["cNvPr", "docPr"]);

/** The rules that hold in all parts of Office Open XML, with those of one part behind them. */
export function ooxmlRules(own: Partial<PartRules> = {}): PartRules {
  return {
    keepElement: (element, above) => isKept(element) && (own.keepElement?.(element, above) ?? true),
    attributeValue: (attribute, element) => {
      const value = attributeValue(attribute, element);
      return value === undefined ? undefined : (own.attributeValue?.({ ...attribute, value }, element) ?? undefined);
    },
    ...(own.text === undefined ? {} : { text: own.text }),
  };
}

/** Keeps every attribute; for parts with no rules of their own about attributes. */
export const keepAttribute = ({ value }: XmlAttribute): string => value;

function isKept({ local, uri, attributes }: XmlElement): boolean {
  if (!KNOWN_NAMESPACES.test(uri)) throw OFFICE.unknown(local);
  if (EMBEDDING.has(local)) throw OFFICE.embedded();
  if (local === "custDataLst" || local === "smartTagPr") return false;
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
  if (NAMED.has(element.local) && local === "name") return "";
  if (local === "action" && /program|macro|file/i.test(value)) throw OFFICE.script();
  return value;
}

/** Whether a switch of Office Open XML is on; without a value it is. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/.test(value);
}

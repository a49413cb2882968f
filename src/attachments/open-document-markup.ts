import { OFFICE } from "./office-refusals.ts";
import { attributeOf, type XmlAttribute, type XmlElement, type XmlRules } from "./xml-rewrite.ts";

const KNOWN_NAMESPACES =
  /^(?:urn:oasis:names:tc:opendocument:xmlns:|urn:org:documentfoundation:names:|http:\/\/openoffice\.org\/|http:\/\/purl\.org\/dc\/elements\/1\.1\/$|http:\/\/www\.w3\.org\/(?:1999\/xlink|XML\/1998\/namespace|2000\/xmlns\/|2003\/g\/data-view#|TR\/css3-text\/|1999\/xhtml)$|$)/;
const HIDDEN = new Set(["hidden-text", "hidden-paragraph", "conditional-text"]);
const EMBEDDING = new Set(["object", "object-ole", "plugin", "applet", "control", "floating-frame"]);
const FETCHING = new Set(
  `table-source cell-range-source dde-links dde-link dde-source dde-connection-decl dde-connection-decls data-pilot-tables scenario consolidation
   database-source-sql database-source-table database-source-query section-source alphabetical-index-auto-mark-file`.split(
    /\s+/,
  ),
);

/** Rules for the content and the styles of an OpenDocument file; `parts` are the names of what it holds. */
export function openDocumentRules(parts: ReadonlyMap<string, unknown>): Omit<XmlRules, "remedy"> {
  return { keepElement, attributeValue: (attribute, element) => attributeValue(attribute, element, parts) };
}

function keepElement(element: XmlElement, above: readonly XmlElement[]): boolean {
  const { name, local, uri } = element;
  if (!KNOWN_NAMESPACES.test(uri)) throw OFFICE.unknown(name);
  if (/^annotation/.test(local)) throw OFFICE.comments();
  if (/^(?:change|change-start|change-end)$/.test(local) || above.at(-1)?.local === "tracked-changes")
    throw OFFICE.changes();
  if (HIDDEN.has(local)) throw OFFICE.hidden("text");
  if (EMBEDDING.has(local) && uri.includes(":drawing:")) throw OFFICE.embedded();
  if (FETCHING.has(local)) throw OFFICE.external();
  if (uri.includes(":script:")) throw OFFICE.script();
  if (uri.includes(":form:") || local === "binary-data") throw OFFICE.embedded();
  const display = attributeOf(element, "display");
  if (/^(?:header|footer)/.test(local) && display === "false") return false;
  if (display !== undefined && /^(?:false|none|condition)$/.test(display))
    throw OFFICE.hidden("a sheet, a row or text");
  if (/^(?:collapse|filter)$/.test(attributeOf(element, "visibility") ?? "")) throw OFFICE.hidden("a row or a column");
  return !(uri.includes(":office:") && /^(?:scripts|forms|event-listeners|meta)$/.test(local));
}

function attributeValue(
  { name, prefix, local, uri, value }: XmlAttribute,
  element: XmlElement,
  parts: ReadonlyMap<string, unknown>,
): string | undefined {
  if (prefix === "xmlns") return value;
  if (!KNOWN_NAMESPACES.test(uri) || /rsid/.test(local)) return undefined;
  if (name === "draw:name" && /^(?:frame|image)$/.test(element.local)) return undefined;
  if (local === "clip" && /[1-9]/.test(value)) throw OFFICE.cropped();
  if (
    /^(?:formula|condition|expression|cell-range-address|base-cell-address)$/.test(local) &&
    /file:|https?:|'[^']*'#|\|/i.test(value)
  )
    throw OFFICE.external();
  if (local === "href" && !isWithin(value, element, parts)) throw OFFICE.external();
  return value;
}

function isWithin(address: string, { local }: XmlElement, parts: ReadonlyMap<string, unknown>): boolean {
  if (address.startsWith("#") || address === "") return true;
  if (/^(?:image|fill-image|background-image|list-level-style-image)$/.test(local))
    return parts.has(address) && address.startsWith("Pictures/");
  return local === "a" && /^(?:https?:\/\/|mailto:)/i.test(address);
}

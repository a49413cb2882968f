import { OFFICE } from "./office-refusals.ts";
import { isFilePath } from "./ooxml-markup.ts";
import { usualNames } from "./ooxml-names.ts";
import { definedName, type OpenDocumentReferences, pageName } from "./open-document-references.ts";
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

/** The prefixes by which elements are known here, and what they mean where it is not their own name. */
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ office: "office", text: "text", table: "table", style: "style", draw: "drawing", svg: "svg-compatible" },
    ...{ number: "datastyle", fo: "xsl-fo-compatible" },
  }),
);

function usualPrefix(namespace: string): string | undefined {
  const word = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0$/.exec(namespace)?.[1];
  return [...USUAL].find(([, meaning]) => meaning === word)?.[0];
}

/** Elements that hold words which are shown, and fields whose value is another on each page or day. */
const PROSE =
  usualNames(`text:p h span a ruby-base ruby-text note-citation page-number page-count page-continuation chapter date time sheet-name
  linenumbering-separator svg:title desc table:title desc`);
/** What may be around them; within anything else nobody knows whether words are shown. */
const CONTAINERS = usualNames(`office:document-content document-styles body text spreadsheet master-styles styles
  text:p h span a ruby section list list-item list-header note note-body numbered-paragraph notes-configuration linenumbering-configuration
  table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography index-body index-title
  table:table table-header-rows table-rows table-row table-row-group table-header-columns table-cell covered-table-cell shapes
  draw:frame text-box g a rect line polyline polygon regular-polygon path circle ellipse connector caption measure custom-shape
  style:master-page header footer header-left footer-left header-first footer-first loext:header-first footer-first style:region-left region-center region-right`);
/** Parts of the format of numbers. */
const NUMBER_TEXT = usualNames("number:text currency-symbol embedded-text");
/** Fields stay as the words that they show: what they are worked out from is not seen. */
const FIELDS =
  usualNames(`text:author-name author-initials user-field-get user-field-input variable-get variable-set variable-input expression
  user-defined database-display database-name database-row-number title subject keywords description initial-creator creator
  creation-date creation-time print-date print-time printed-by editing-cycles editing-duration modification-date modification-time
  file-name template-name sender-firstname sender-lastname sender-initials sender-title sender-position sender-email
  sender-phone-private sender-phone-work sender-fax sender-company sender-street sender-city sender-postal-code sender-country
  sender-state-or-province paragraph-count word-count character-count table-count image-count object-count placeholder text-input
  sequence sequence-ref reference-ref bookmark-ref note-ref table-formula page-variable-get measure meta meta-field
  bibliography-mark drop-down reference-mark loext:content-control`);
/** What is looked up, counted, checked or filtered by, and is not shown itself. */
const UNSEEN = new RegExp(
  `^(?:text:(?:[\\w-]+-decls|(?:toc|user-index|alphabetical-index)-mark(?:-start|-end)?|reference-mark-(?:start|end)|number|label|page-variable-set|database-next|database-row-select)
  |table:(?:content-validations|filter|sort|subtotal-rules|detective|label-ranges|dde-links|help-message|error-message)|loext:list-item)$`.replace(
    /\n\s*/g,
    "",
  ),
);
const SHAPES = usualNames(
  "draw:frame image text-box g rect line polyline polygon regular-polygon path circle ellipse connector caption measure custom-shape",
);
/** Months and days, and what spreadsheets say for truth and for faults. */
const VALUE_WORDS =
  /^(?:true|false|err|div|ref|name|value|num|null|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am|pm|a\.m|p\.m|gbp|eur|usd)$/i;
/** In millimetres; what is smaller is not seen. */
const LEAST_SIZE = 0.5;
const TYPED: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  value: [/^(?:float|percentage|currency)$/, /^[-+]?[\d.]+(?:e[-+]?\d+)?$|^[-+]?(?:NaN|INF)$/i],
  "date-value": [/^date$/, /^[-\d:.TZ+]+$/],
  "time-value": [/^time$/, /^-?P[\d.YMDTHS]+$/],
  "boolean-value": [/^boolean$/, /^(?:true|false)$/],
};

/**
 * Rules for the content and the styles of an OpenDocument file, which leave out what no reader sees wherever it is;
 * `parts` are the names of what it holds.
 */
export function openDocumentRules(parts: ReadonlyMap<string, unknown>): Omit<XmlRules, "remedy"> {
  return {
    keepElement,
    attributeValue: (attribute, element) => attributeValue(attribute, element, parts),
    text: seenText,
  };
}

/**
 * What is learned of a document while what nothing uses is left out: the words of formats of numbers, and the pictures.
 */
export interface OpenDocumentFindings {
  readonly formatWords: Set<string>;
  readonly pictures: Set<string>;
}

/**
 * Rules that leave out what nothing that is shown uses: styles, page styles with their headers, bookmarks and names.
 * The part with the styles comes first, so that the words of their formats are known.
 */
export function usedOnlyRules(
  used: OpenDocumentReferences,
  { formatWords, pictures }: OpenDocumentFindings,
): Omit<XmlRules, "remedy"> {
  return {
    keepElement: (element, above) => {
      const [style, page] = [definedName(element, above), pageName(element)];
      if (style !== undefined && !used.styles.has(style)) return false;
      if (page !== undefined && !used.pages.has(page)) return false;
      if (/^text:bookmark(?:-start|-end)?$/.test(element.name))
        return used.anchors.has(attributeOf(element, "name") ?? "");
      if (/^named-(?:expression|range)$/.test(element.local))
        return used.names.has((attributeOf(element, "name") ?? "").toLowerCase());
      checkSizes(element);
      return true;
    },
    attributeValue: ({ local, value }) => {
      if (local === "href") pictures.add(value);
      return value;
    },
    text: (run, parent, above) => {
      if (NUMBER_TEXT.has(parent.name))
        for (const [word] of run.toLowerCase().matchAll(/\p{L}+/gu)) formatWords.add(word);
      else if (isOfCell(above) && !isOfValue(run, formatWords)) throw OFFICE.differs("a value");
      return run;
    },
  };
}

/** Whether text is how a spreadsheet shows a number or a date, and not a text or a drawing over it. */
function isOfCell(above: readonly XmlElement[]): boolean {
  const cell = above.findLast(({ name }) => name === "table:table-cell");
  const isDrawn = above.some(({ name }) => name.startsWith("draw:"));
  return (
    above[2]?.name === "office:spreadsheet" &&
    !isDrawn &&
    ((cell && attributeOf(cell, "value-type")) ?? "string") !== "string"
  );
}

function checkSizes(element: XmlElement): void {
  const isTiny = (attribute: string, least: number): boolean => lengthOf(attributeOf(element, attribute)) < least;
  const { local } = element;
  if (local === "table-column-properties" && isTiny("column-width", LEAST_SIZE)) throw OFFICE.hidden("a column");
  if (local === "table-row-properties" && isTiny("row-height", LEAST_SIZE)) throw OFFICE.hidden("a row");
  if (local !== "text-properties") return;
  const percent = (attribute: string): number => Number.parseFloat(attributeOf(element, attribute) ?? "100");
  if (
    isTiny("font-size", LEAST_SIZE) ||
    percent("text-scale") < 5 ||
    percent("opacity") < 5 ||
    attributeOf(element, "color") === "transparent"
  )
    throw OFFICE.hidden("text");
}

/** A length in millimetres; what is none is not small. */
function lengthOf(value = ""): number {
  const [, number, unit] = /^\s*([\d.]+(?:e[-+]?\d+)?)\s*(mm|cm|in|pt|pc|px)?\s*$/i.exec(value) ?? [];
  const factor = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6, px: 25.4 / 96 }[unit?.toLowerCase() ?? "mm"];
  return number === undefined ? Number.POSITIVE_INFINITY : Number(number) * (factor ?? 1);
}

function seenText(run: string, parent: XmlElement, above: readonly XmlElement[]): string {
  if (NUMBER_TEXT.has(parent.name)) return run;
  const isInText = above.some(({ name }) => name === "text:p" || name === "text:h");
  if (!PROSE.has(parent.name)) {
    if (isInText && run.trim() !== "") throw OFFICE.unknown(parent.name);
    return "";
  }
  if (run.trim() === "") return run;
  const unknown = above.slice(0, -1).find(({ name }) => !CONTAINERS.has(name));
  if (unknown !== undefined) throw OFFICE.unknown(unknown.name);
  if (above.some(({ name }) => name === "table:covered-table-cell")) throw OFFICE.covered();
  if (isInText && above.some(isTinyShape)) throw OFFICE.hidden("a drawing");
  return /:(?:title|desc)$/.test(parent.name) && isFilePath(run) ? "" : run;
}

/**
 * Whether words can be how a number, a date or a fault is shown; programs show these by the value, and not by the
 * words.
 */
function isOfValue(run: string, formatWords: ReadonlySet<string>): boolean {
  const found = run.match(/\p{L}{2,}/gu) ?? [];
  return found.every((word) => VALUE_WORDS.test(word) || formatWords.has(word.toLowerCase()));
}

function isTinyShape(element: XmlElement): boolean {
  const isLine = /^(?:line|connector|measure)$/.test(element.local);
  const isSmall = (side: string): boolean => lengthOf(attributeOf(element, side)) < LEAST_SIZE;
  const isOff = (place: string): boolean => lengthOf((attributeOf(element, place) ?? "").replace("-", "")) > 1000;
  if (!SHAPES.has(element.name) || isLine) return false;
  return (
    isSmall("width") ||
    isSmall("height") ||
    (attributeOf(element, "anchor-type") !== undefined && (isOff("x") || isOff("y")))
  );
}

function keepElement(element: XmlElement, above: readonly XmlElement[]): boolean | "contents" {
  const { name, local, uri } = element;
  if (!KNOWN_NAMESPACES.test(uri)) throw OFFICE.unknown(name);
  if (/^annotation/.test(local)) throw OFFICE.comments();
  if (/^(?:change|change-start|change-end)$/.test(local) || above.at(-1)?.local === "tracked-changes")
    throw OFFICE.changes();
  if (HIDDEN.has(local)) throw OFFICE.hidden("text");
  if (EMBEDDING.has(local) && uri.includes(":drawing:")) throw OFFICE.embedded();
  if (FETCHING.has(local)) throw OFFICE.external();
  if (uri.includes(":script:") || /^text:(?:script|execute-macro)$/.test(name)) throw OFFICE.script();
  if (uri.includes(":form:") || local === "binary-data") throw OFFICE.embedded();
  const display = attributeOf(element, "display");
  if (/^(?:header|footer)/.test(local) && display === "false") return false;
  if (display !== undefined && /^(?:false|none|condition)$/.test(display))
    throw OFFICE.hidden("a sheet, a row or text");
  if (attributeOf(element, "is-hidden") === "true") throw OFFICE.hidden("a part of the text");
  if (attributeOf(element, "visible") === "false" && name.startsWith("draw:")) throw OFFICE.hidden("a drawing");
  if (/hidden-and-protected/.test(attributeOf(element, "cell-protect") ?? "")) throw OFFICE.hidden("a cell");
  if (/^(?:collapse|filter)$/.test(attributeOf(element, "visibility") ?? "")) throw OFFICE.hidden("a row or a column");
  if (name === "table:covered-table-cell" && /^./.test(attributeOf(element, "value-type") ?? ""))
    throw OFFICE.covered();
  if (FIELDS.has(name)) return "contents";
  if (UNSEEN.test(name)) return false;
  return !(uri.includes(":office:") && /^(?:scripts|forms|event-listeners|meta)$/.test(local));
}

function attributeValue(
  { name, prefix, local, uri, value }: XmlAttribute,
  element: XmlElement,
  parts: ReadonlyMap<string, unknown>,
): string | undefined {
  if (prefix === "xmlns") {
    if (usualPrefix(value) !== local && (usualPrefix(value) !== undefined || USUAL.has(local)))
      throw OFFICE.unknown(name);
    return value;
  }
  if (!KNOWN_NAMESPACES.test(uri) || /rsid/.test(local) || uri.endsWith("/xhtml")) return undefined;
  if (name === "draw:name" && SHAPES.has(element.name)) return undefined;
  if (name === "office:string-value" || local === "content-validation-name") return undefined;
  const typed = name.startsWith("office:") ? TYPED[local] : undefined;
  if (typed !== undefined) {
    const [types, form] = typed;
    if (!types.test(attributeOf(element, "value-type") ?? "")) return undefined;
    if (!form.test(value)) throw OFFICE.differs("a value");
  }
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

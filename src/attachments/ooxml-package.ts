import { cleanPicture } from "./office-pictures.ts";
import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import {
  type NamedIds,
  type Relationship,
  readRelationships,
  readTargets,
  writeRelationships,
} from "./ooxml-relationships.ts";
import { rewriteXml, type XmlRules } from "./xml-rewrite.ts";
import { readZip, writeZip } from "./zip.ts";

type PartRules = Omit<XmlRules, "remedy">;

/** What a format of Office Open XML (ECMA-376) may be made of. */
export interface OoxmlFormat {
  readonly mainType: string;
  /**
   * Names of parts, in the order in which they are looked into, and the rules for what they hold; a part that no name
   * fits is refused.
   */
  readonly parts: readonly (readonly [RegExp, PartRules | ((name: string) => PartRules) | "picture" | "drop"])[];
  /** What is said of parts that are known and refused. */
  readonly refusals: readonly (readonly [RegExp, () => Error])[];
  /** What a part holds, where it is looked into after something was left out of it. */
  readonly part?: (name: string) => Uint8Array;
  /** Whether a part that relationships lead to is seen; one that is not is refused. */
  readonly isSeen?: (name: string) => boolean;
}

/** What is in a package, to be looked at before it is written. */
export interface OoxmlContents {
  readonly names: readonly string[];
  readonly part: (name: string) => Uint8Array;
  /** Where a part leads within the package, by the ids of its relationships. */
  readonly targets: (name: string) => readonly Pick<Relationship, "id" | "kind" | "target">[];
}

const CONTENT_TYPES = "[Content_Types].xml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Reads a package of Office Open XML, looks into each of its parts, and writes it again without document properties:
 * only the parts that relationships lead to, each by its rules. Throws `RefusedFile` where a part or a relationship is
 * not known to be safe.
 */
export function cleanOoxml(bytes: Uint8Array, formatOf: (contents: OoxmlContents) => OoxmlFormat): Uint8Array {
  const zip = readZip(bytes);
  const format = formatOf(contentsOf(zip));
  const types = readContentTypes(zip.get(CONTENT_TYPES));
  const names = [...zip.keys()].filter((name) => name !== CONTENT_TYPES && !name.endsWith(".rels"));
  const kept = new Map(
    names.map((name) => [name, rulesOf(name, format)] as const).filter(([, rules]) => rules !== "drop"),
  );
  const written = new Map<string, Uint8Array>();
  const order = (name: string): number => format.parts.findIndex(([pattern]) => pattern.test(name));
  const byTable = (one: string, other: string): number => order(one) - order(other);
  const usedTypes = new Map<string, string>();
  const visit = (source: string, named: NamedIds): void => {
    const rels = relationshipsName(source);
    const relationships = readRelationships(zip.get(rels), source, kept, named);
    if (relationships.length > 0) written.set(rels, encode(writeRelationships(relationships)));
    const targets = relationships.filter(({ isExternal }) => !isExternal).map(({ target }) => target);
    for (const target of targets.toSorted(byTable)) {
      if (format.isSeen?.(target) === false) throw OFFICE.hidden("a part");
      if (!written.has(target)) write(target);
    }
  };
  const write = (name: string): void => {
    const content = zip.get(name);
    const rules = kept.get(name);
    if (content === undefined || rules === undefined || rules === "drop") throw OFFICE.otherKind();
    usedTypes.set(name, types(name));
    if (rules === "picture") {
      written.set(name, cleanPicture(name, content));
      return;
    }
    const { named, ...noting } = notingIds(typeof rules === "function" ? rules(name) : rules);
    written.set(name, encode(rewriteXml(format.part?.(name) ?? content, { ...noting, remedy: OFFICE_REMEDY })));
    visit(name, named);
  };
  visit("", []);
  const main = mainOf(readRelationships(zip.get("_rels/.rels"), "", kept, []));
  if (main === undefined || types(main) !== format.mainType) throw OFFICE.otherKind();
  const sorted = [...written].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return writeZip(new Map([[CONTENT_TYPES, encode(contentTypes(usedTypes))], ...sorted]));
}

/** Rules that note the ids of relationships in what they keep. */
function notingIds(rules: PartRules): PartRules & { named: NamedIds } {
  const named: { id: string; by: string }[] = [];
  return {
    ...rules,
    named,
    attributeValue: (attribute, element) => {
      const value = rules.attributeValue(attribute, element);
      const isId = attribute.uri.endsWith("/officeDocument/2006/relationships") || attribute.local === "relid";
      if (value !== undefined && isId) named.push({ id: value, by: element.local });
      return value;
    },
  };
}

function contentsOf(zip: ReadonlyMap<string, Uint8Array>): OoxmlContents {
  const part = (name: string): Uint8Array => zip.get(name) ?? new TextEncoder().encode("<none/>");
  return {
    names: [...zip.keys()],
    part,
    targets: (name) => (zip.has(relationshipsName(name)) ? readTargets(part(relationshipsName(name)), name) : []),
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(DECLARATION + text);
}

function mainOf(relationships: readonly Relationship[]): string | undefined {
  return relationships.find(({ kind }) => kind === "officeDocument")?.target;
}

function rulesOf(name: string, { parts, refusals }: OoxmlFormat): OoxmlFormat["parts"][number][1] {
  for (const [pattern, refusal] of refusals) if (pattern.test(name)) throw refusal();
  const rules = parts.find(([pattern]) => pattern.test(name))?.[1];
  if (rules === undefined) throw OFFICE.unknown(name);
  return rules;
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readContentTypes(bytes: Uint8Array | undefined): (name: string) => string {
  const types = new Map<string, string>();
  rewriteXml(bytes ?? new Uint8Array(), {
    keepElement: ({ local, attributes }) => {
      const key = local === "Override" ? attributes["PartName"]?.value : `.${attributes["Extension"]?.value ?? ""}`;
      types.set((key ?? "").toLowerCase(), attributes["ContentType"]?.value ?? "");
      return true;
    },
    attributeValue: ({ value }) => value,
    remedy: OFFICE_REMEDY,
  });
  return (name) => {
    const type = types.get(`/${name.toLowerCase()}`) ?? types.get(/\.[^./]*$/.exec(name.toLowerCase())?.[0] ?? "");
    if (type === undefined) throw OFFICE.unknown(name);
    return type;
  };
}

/** Every part is named by itself, so that no default for an extension has to be kept. */
function contentTypes(used: ReadonlyMap<string, string>): string {
  const overrides = [...used]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, type]) => {
      if (!/^[\w.+/-]+$/.test(type)) throw OFFICE.otherKind();
      return `<Override PartName="/${name}" ContentType="${type}"/>`;
    });
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
    "</Types>",
  ].join("");
}

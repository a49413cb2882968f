import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { readXml, rewriteXml } from "./xml-rewrite.ts";

/** How one part of a package leads to another, or to an address. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The last word of the type, such as "image". */
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
  /** The target as it is written. */
  readonly written: string;
}

/** Kinds that hold by themselves; all others hold only where the part names them by their id. */
const IMPLICIT = new Set(
  "officeDocument styles settings fontTable numbering theme footnotes endnotes sharedStrings slideLayout slideMaster presProps tableStyles sheetMetadata chartStyle chartColorStyle".split(
    " ",
  ),
);
/** Properties and leftovers that are left out with what they lead to. */
const DROPPED = new Set(
  "core-properties extended-properties custom-properties thumbnail attachedTemplate printerSettings calcChain webSettings stylesWithEffects viewProps revisionInfo changesInfo".split(
    " ",
  ),
);

/** The elements that lead to parts of a kind; any may lead to parts of other kinds. */
const LEADING: ReadonlyMap<string, RegExp> = new Map([
  ["image", /^(?:blip|svgBlip|imagedata|fill|stroke|background|picture|numPicBullet)$/],
  ["hyperlink", /^(?:hyperlink|hlinkClick|hlinkHover|hlinkMouseOver)$/],
  ["header", /^headerReference$/],
  ["footer", /^footerReference$/],
  ["worksheet", /^sheet$/],
  ["drawing", /^drawing$/],
  ["table", /^tablePart$/],
  ["chart", /^chart$/],
  ["slide", /^(?:sldId|hlinkClick|hlinkHover|hlinkMouseOver)$/],
  ["slideLayout", /^sldLayoutId$/],
  ["slideMaster", /^sldMasterId$/],
]);

/** The ids of relationships that a part names as it is written, each with the local name of the element that does. */
export type NamedIds = readonly { readonly id: string; readonly by: string }[];

/**
 * Reads the relationships of a part, of those that stay: without properties, and without those that no element of the
 * part, as it is written, leads to by `named`. Throws `RefusedFile` where one leads out of the package other than by a
 * link to the web.
 */
export function readRelationships(
  bytes: Uint8Array | undefined,
  source: string,
  parts: ReadonlyMap<string, unknown>,
  named: NamedIds,
): readonly Relationship[] {
  const found: Relationship[] = [];
  if (bytes === undefined) return found;
  rewriteXml(bytes, {
    keepElement: ({ local, attributes }) => {
      if (local !== "Relationship") return true;
      const [id = "", type = "", written = "", mode] = ["Id", "Type", "Target", "TargetMode"].map(
        (name) => attributes[name]?.value,
      );
      const kind = /(?<![^/])[^/]*$/.exec(type)?.[0] ?? "";
      if (DROPPED.has(kind)) return false;
      const isExternal = mode === "External";
      const isWebLink = kind === "hyperlink" && /^(?:https?:\/\/|mailto:)/i.test(written);
      if (isExternal && !isWebLink) throw OFFICE.external();
      const isImplicit = IMPLICIT.has(kind) && !(kind === "slideLayout" && source.startsWith("ppt/slideMasters/"));
      if (!isImplicit && !named.some((each) => each.id === id && (LEADING.get(kind)?.test(each.by) ?? true)))
        return false;
      const target = isExternal ? written : resolve(source, written);
      if (!isExternal && !parts.has(target)) throw OFFICE.unknown(written);
      found.push({ id, type, kind, target, isExternal, written });
      return true;
    },
    attributeValue: ({ value }) => value,
    remedy: OFFICE_REMEDY,
  });
  return found;
}

/** Where a part leads within the package, whether it names it or not. */
export function readTargets(
  bytes: Uint8Array,
  source: string,
): readonly Pick<Relationship, "id" | "kind" | "target">[] {
  const found: Pick<Relationship, "id" | "kind" | "target">[] = [];
  readXml(bytes, OFFICE_REMEDY, {
    element: ({ local, attributes }) => {
      if (local !== "Relationship" || attributes["TargetMode"]?.value === "External") return;
      const [id = "", type = "", written = ""] = ["Id", "Type", "Target"].map((name) => attributes[name]?.value);
      found.push({ id, kind: /[^/]*$/.exec(type)?.[0] ?? "", target: resolve(source, written) });
    },
  });
  return found;
}

function resolve(source: string, target: string): string {
  const parts = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The part that holds these relationships. */
export function writeRelationships(relationships: readonly Relationship[]): string {
  const escaped = (value: string): string =>
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const lines = relationships.map(
    ({ id, type, written, isExternal }) =>
      `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${escaped(written)}"${isExternal ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

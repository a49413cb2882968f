import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";

/** What the text that readers see uses of what an OpenDocument file holds besides it. */
export interface OpenDocumentReferences {
  /** The names of styles, fonts and the like, and of page styles. */
  readonly styles: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
  /** Names for cells and formulas, in lower case. */
  readonly names: ReadonlySet<string>;
}

interface PageStyle {
  readonly next: string;
  readonly refers: Set<string>;
}

interface NumberFormats {
  /** Those that show nothing of a number. */
  readonly blank: Set<string>;
  /** The conditions under which a format leaves numbers to others, and those under which others leave them to it. */
  readonly leaves: Map<string, string[]>;
  readonly takes: Map<string, string[]>;
  /** Those that cells name. */
  readonly direct: Set<string>;
}

/** Styles that hold where nothing names one. */
const IMPLICIT = ["Default", "Standard", "standard", "Graphics", "Frame"];
const DEFINED = /^(?:style:style|style:font-face|style:page-layout|text:list-style|number:[\w-]+-style|draw:[\w-]+)$/;
const SHOWING =
  /^(?:number|scientific-number|fraction|day|month|year|era|day-of-week|week-of-year|quarter|hours|minutes|seconds|am-pm|boolean|text-content)$/;

/** The name that an element gives to a style, font or gradient, in one of the lists of these. */
export function definedName(element: XmlElement, above: readonly XmlElement[]): string | undefined {
  const isInList = above.length === 2 && /^(?:styles|automatic-styles|font-face-decls)$/.test(above[1]?.local ?? "");
  return isInList && DEFINED.test(element.name) ? attributeOf(element, "name") : undefined;
}

/** Whether an element is the page style of this name, with its headers and footers. */
export function pageName(element: XmlElement): string | undefined {
  return element.name === "style:master-page" ? attributeOf(element, "name") : undefined;
}

/**
 * Reads the parts of a document as they will be written but for what nothing uses. Throws `RefusedFile` where a format
 * hides numbers.
 */
export function readOpenDocumentReferences(parts: readonly Uint8Array[]): OpenDocumentReferences {
  const defined = new Map<string, Set<string>>();
  const pages = new Map<string, PageStyle>();
  const roots = new Set(IMPLICIT);
  const anchors = new Set<string>();
  const numbers: NumberFormats = { blank: new Set(), leaves: new Map(), takes: new Map(), direct: new Set() };
  const formulas = new Set<string>();
  const expressions = new Map<string, string>();
  for (const part of parts) {
    readXml(part, OFFICE_REMEDY, {
      element: (element, above) => {
        const chain = [...above, element];
        const list = chain[2];
        const name = list === undefined ? undefined : definedName(list, chain.slice(0, 2));
        const page = list === undefined ? undefined : pageName(list);
        noteNumbers(element, above, name, numbers);
        const values = valuesOf(element, name);
        if (name !== undefined)
          addAll(
            getOrAdd(defined, name, () => new Set<string>()),
            values,
          );
        else if (page !== undefined) {
          const next = attributeOf(element, "next-style-name") ?? "";
          addAll(getOrAdd(pages, page, () => ({ next, refers: new Set<string>() })).refers, values);
        } else addAll(roots, values);
        const href = attributeOf(element, "href") ?? "";
        if (href.startsWith("#")) anchors.add(href.slice(1).split("|")[0] ?? "");
        if (/^named-(?:expression|range)$/.test(element.local))
          expressions.set((attributeOf(element, "name") ?? "").toLowerCase(), attributeOf(element, "expression") ?? "");
        else
          for (const formula of ["formula", "condition", "value", "cell-range-address"])
            for (const word of wordsOf(attributeOf(element, formula))) formulas.add(word);
      },
      text: (run, parent, above) => {
        const style = definedName(above[2] ?? parent, above.slice(0, 2));
        if (/^number:(?:text|currency-symbol)$/.test(parent.name) && run.trim() !== "")
          numbers.blank.delete(style ?? "");
      },
    });
  }
  const first = closure(roots, defined);
  const usedPages = new Set<string>();
  const queue = [...pages.keys()].filter((name) => first.has(name));
  for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
    if (usedPages.has(page)) continue;
    usedPages.add(page);
    queue.push(...[pages.get(page)?.next ?? ""].filter((next) => pages.has(next)));
  }
  const styles = closure(
    [...roots, ...[...usedPages].flatMap((page) => [...(pages.get(page)?.refers ?? [])])],
    defined,
  );
  checkNumbers(numbers, styles);
  for (const name of formulas) for (const word of wordsOf(expressions.get(name))) formulas.add(word);
  return { styles, pages: usedPages, anchors, names: formulas };
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function addAll(set: Set<string>, values: Iterable<string>): void {
  for (const value of values) set.add(value);
}

/** Everything that an element may refer to: each word of its attributes, other than its own name. */
function valuesOf({ attributes }: XmlElement, own: string | undefined): readonly string[] {
  return Object.values(attributes).flatMap(({ local, prefix, value }) => {
    if (prefix === "xmlns" || local === "display-name" || (own !== undefined && local === "name" && value === own))
      return [];
    return value.length > 2000 ? [] : [value, ...value.split(/\s+/)];
  });
}

function wordsOf(formula = ""): readonly string[] {
  return (formula.replace(/"[^"]*"/g, "").match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []).map((word) => word.toLowerCase());
}

function closure(roots: Iterable<string>, defined: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const used = new Set(roots);
  for (const name of used) for (const referred of defined.get(name) ?? []) used.add(referred);
  return used;
}

function noteNumbers(
  element: XmlElement,
  above: readonly XmlElement[],
  style: string | undefined,
  { blank, leaves, takes, direct }: NumberFormats,
): void {
  const named = attributeOf(element, "data-style-name");
  if (named !== undefined) direct.add(named);
  if (style === undefined) return;
  if (above.length === 2 && /^number:[\w-]+-style$/.test(element.name)) blank.add(style);
  if (element.name.startsWith("number:") && SHOWING.test(element.local)) blank.delete(style);
  if (element.name !== "style:map" || !(above[2]?.name.startsWith("number:") ?? false)) return;
  const condition = (attributeOf(element, "condition") ?? "").replace(/\s/g, "");
  getOrAdd(leaves, style, () => [] as string[]).push(condition);
  getOrAdd(takes, attributeOf(element, "apply-style-name") ?? "", () => [] as string[]).push(condition);
}

/**
 * A format that shows nothing may be that of nought: by its condition, or because others are for what is more and what
 * is less.
 */
function checkNumbers({ blank, leaves, takes, direct }: NumberFormats, used: ReadonlySet<string>): void {
  for (const name of blank) {
    if (!used.has(name)) continue;
    const left = leaves.get(name) ?? [];
    const isRest = ["value()>", "value()<"].every((side) =>
      left.some((each) => each === `${side}0` || each === `${side}=0`),
    );
    const taken = takes.get(name) ?? [];
    const isPart = taken.length > 0 && !direct.has(name) && taken.every((each) => each === "value()=0");
    if (!isRest && !isPart) throw OFFICE.hidden("a value");
  }
}

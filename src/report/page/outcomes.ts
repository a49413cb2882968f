import type { Element, ElementContent, RootContent, Root as Tree } from "hast";
import { relativeAddress, reportAddress } from "../../addresses/addresses.ts";
import { fillIn, wordsIn } from "../../interface/translations.ts";
import type { Recommendation } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { CalendarDate } from "../../model/source.ts";
import { formatProgress, formatResponse } from "../outcomes/format-outcome.ts";
import { hasClass } from "./plain-text.ts";

/** A report whose page shows what became of its recommendations. */
interface Shown {
  readonly path: string;
  readonly lang: Language;
  readonly notice: CalendarDate | undefined;
  readonly recommendations: readonly Recommendation[];
}

/**
 * Puts what became of each recommendation right below it. Changes the page. Throws where a recommendation is not on it.
 */
export function putOutcomes(html: Tree, { path, lang, notice, recommendations }: Shown): void {
  for (const recommendation of recommendations) {
    const block = outcomeElement(recommendation, notice, reportAddress(path), lang);
    if (!putBelow(html, recommendation.id, block)) throw new Error("a recommendation has no place on the page");
  }
}

/** Puts a block at the end of the recommendation with the id; after it, where it is a heading or a paragraph. */
function putBelow(parent: Tree | Element, id: string, block: Element): boolean {
  const children: (RootContent | ElementContent)[] = parent.children;
  for (const [index, child] of children.entries()) {
    if (child.type !== "element") continue;
    const isIt = hasClass(child.properties["className"], "recommendation") && hasId(child, id);
    if (isIt && /^(?:h[1-6]|p)$/.test(child.tagName)) children.splice(index + 1, 0, block);
    else if (isIt) innermost(child).children.push(block);
    else if (!putBelow(child, id, block)) continue;
    return true;
  }
  return false;
}

/** Whether the id is that of the recommendation itself, and not of one within it. */
function hasId({ properties, children }: Element, id: string): boolean {
  return (
    properties["id"] === id ||
    children.some(
      (child) =>
        child.type === "element" && !hasClass(child.properties["className"], "recommendation") && hasId(child, id),
    )
  );
}

/** The element that holds the words, after a number in the margin or the mark of a list. */
function innermost(element: Element): Element {
  const last = element.children.findLast((child) => child.type === "element");
  const isMarked =
    hasClass(element.properties["className"], "para") ||
    element.children.some(
      (child) => child.type === "element" && hasClass(child.properties["className"], "sub-list-mark"),
    );
  return isMarked && last?.type === "element" && last.tagName === "div" ? last : element;
}

function outcomeElement(
  { label, outcome }: Recommendation,
  notice: CalendarDate | undefined,
  from: string,
  lang: Language,
): Element {
  const words = wordsIn(lang);
  const progress = formatProgress(outcome, lang);
  const more: ElementContent[] = [
    ...(outcome.note === undefined ? [] : [text(outcome.note)]),
    ...(outcome.note === undefined || outcome.evidence === undefined ? [] : [text(" ")]),
    ...(outcome.evidence === undefined
      ? []
      : [link(hrefOf(outcome.evidence, from), fillIn(words.evidenceFor, { label }))]),
  ];
  return element("div", [
    named(words.response, formatResponse(outcome, notice, lang)),
    ...(progress === "" ? [] : [named(words.progress, progress)]),
    ...(more.length === 0 ? [] : [element("p", more)]),
  ]);
}

/** An address below the root of the site, or of the web, as the page at `from` links to it. */
export function hrefOf(address: string, from: string): string {
  if (/^https?:/i.test(address)) return address;
  const [page = "", fragment] = address.split("#");
  const hash = fragment === undefined ? "" : `#${fragment}`;
  return page === from && hash !== "" ? hash : relativeAddress(from, page) + hash;
}

function named(name: string, words: string): Element {
  return element("p", [element("strong", [text(`${name}:`)]), text(` ${words}`)]);
}

function link(href: string, words: string): Element {
  const isOutward = /^https?:/i.test(href);
  return {
    type: "element",
    tagName: "a",
    properties: { href, ...(isOutward ? { rel: ["noopener"] } : {}) },
    children: [text(words)],
  };
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: tagName === "div" ? { className: ["outcome"] } : {}, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

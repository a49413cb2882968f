import { readPage } from "../../src/print/read-page.ts";
import { type CompiledText, compileSource, type PageElement, textOf } from "../compiled-report.ts";
import { siteFiles } from "../site-files.ts";
import type { Shape } from "./expected-shape.ts";

/** A text as it is compiled, with the files that lie beside it. */
export function compileShape(shape: Shape, file = shape.file): CompiledText {
  const attachments = attachmentsOf(shape);
  return compileSource(file, { path: "reports/report.md", settings: shape.settings, attachments });
}

function attachmentsOf({ attachments }: Shape) {
  return attachments.map((path) => ({ path, format: "CSV", bytes: 100, hash: path }));
}

/** The lines that a message offers for a report that was published with its numbers. */
export function asPublished(file: string): string {
  return file.replace(/^---\n/, "---\nnumbering: as-published\n");
}

interface Labelled {
  /** "2.2 > a)", or the heading above a series of its own and the number: "Reasons > 1". */
  readonly label: string;
  readonly words: string;
}

/** A label as it is cited, whatever signs were typed around it: sub-paragraphs are published as (a) and (i). */
const bare = (mark: string): string =>
  mark.replace(/^(\d+[A-Z]?|\d+(?:\.\d+)+)[.)]$/, "$1").replace(/^\(?([a-z]{1,4})[.)]$/, "($1)");
const firstWords = (words: string): string => words.split(" ").slice(0, 4).join(" ");

/** Every number and letter on a page, below what it stands, with the first words behind it. */
function labelsOn({ page }: CompiledText): readonly Labelled[] {
  let heading = "";
  return page.elements.flatMap((element): readonly Labelled[] => {
    if (/^h[2-6]$/.test(element.tag)) heading = textOf(element);
    const name = element.attributes.get("class");
    if (name === "para-number") return [{ label: markOf(element), words: wordsBeside(element) }];
    if (name !== "sub-list-mark") return [];
    const owner = ownerOf(element);
    return [{ label: `${owner === "" ? heading : owner} > ${markOf(element)}`, words: wordsBeside(element) }];
  });
}

function markOf(element: PageElement): string {
  return bare(textOf(element, ["visually-hidden"]));
}

function wordsBeside(element: PageElement): string {
  const [, beside] = element.parent?.children.filter((child) => typeof child !== "string") ?? [];
  // That it is a recommendation is said by the program.
  return beside === undefined ? "" : textOf(beside, ["recommendation-mark"]).trim();
}

/** The mark of the paragraph or item that something stands in. */
function ownerOf(mark: PageElement): string {
  for (let above = mark.parent?.parent; above !== undefined; above = above.parent) {
    const [own] = above.children.filter((child) => typeof child !== "string");
    const name = own?.attributes.get("class");
    if (own !== undefined && own !== mark && (name === "para-number" || name === "sub-list-mark")) return markOf(own);
  }
  return "";
}

/** The labels that a shape must have and a compiled text has not, as page, as what is printed, or as data; and numbers that it has too many. */
export function wrongLabels(shape: Shape, file: string): readonly string[] {
  const compiled = compileShape(shape, file);
  const found = labelsOn(compiled);
  const printed = JSON.stringify(readPage(compiled.html, { addressOf: (href) => href, imageAt: (src) => src }));
  const marks = new Set([...printed.matchAll(/"mark":"([^"]*)"/g)].map(([, mark = ""]) => bare(mark)));
  const data = siteFiles(
    { "reports/report.md": file },
    { settings: shape.settings, attachments: attachmentsOf(shape) },
  );
  const inData = data.get("reports/report/report.json") ?? "";
  const all = [
    ...shape.paragraphs,
    ...shape.recommendations.filter(([label = ""]) => !label.startsWith("(") || /^\(\w{1,3}\)$/.test(label)),
  ];
  const missing = all.flatMap(([typed = "", line = "", words = ""]) => {
    const label = typed.split(" > ").map(bare).join(" > ");
    const own = label.split(" > ").at(-1) ?? "";
    const isOn = found.some(
      (one) =>
        (one.label === label || one.label.endsWith(` > ${own}`) || (one.label === own && !label.includes(" > "))) &&
        firstWords(one.words) === words.replace(/\s+/g, " ") &&
        (!/^[\d.]+ > \(/.test(label) || one.label === label),
    );
    // An item within the line of another is told of at its line, and stands there as it was typed.
    const isTold = compiled.diagnostics.some((one) => one.rule === "number-in-line" && `${one.place.line}` === line);
    if (!isOn) return isTold ? [] : [`${label} "${words}" is not on the page`];
    if (!marks.has(own)) return [`${label} is not printed`];
    return inData.includes(`"number": "${own}"`) || label.includes(" > ") || inData.includes(words)
      ? []
      : [`${label} is not in the data`];
  });
  const numbers = new Set([...shape.paragraphs, ...shape.recommendations].map(([label]) => label));
  const added = found.filter(({ label }) => !label.includes(" > ") && !numbers.has(label));
  return [
    ...missing,
    ...added.map(({ label, words }) => `${label} "${firstWords(words)}" has a number that nobody typed`),
  ];
}

const flat = (words: string): string => words.replace(/[*_]/g, "").replace(/\s+/g, " ").trim();

interface PageLink {
  readonly href: string;
  readonly words: string;
}

/** The links within the report that lie in these words, wherever they stand on the page. */
function linksIn({ page }: CompiledText, quoted: string): readonly PageLink[] {
  const blocks = page.elements.filter(
    ({ tag, children }) =>
      /^(?:p|li|td|th|div)$/.test(tag) && children.some((child) => typeof child === "string" && child.trim() !== ""),
  );
  return blocks
    .filter((block) => textOf(block).includes(quoted))
    .flatMap((block) => linksBelow(block))
    .filter(({ words }) =>
      ` ${quoted.replace(/[^\p{L}\p{N}.]+/gu, " ")} `.includes(` ${words.replace(/[^\p{L}\p{N}.]+/gu, " ").trim()} `),
    );
}

function linksBelow(element: PageElement): readonly PageLink[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const href = child.attributes.get("href") ?? "";
    const isOwn = child.tag === "a" && href.startsWith("#") && !/^#(?:abbr|fn)/.test(href);
    return isOwn ? [{ href, words: textOf(child) }] : linksBelow(child);
  });
}

/** What a target is called on the page: "#para-2.1"; nothing, where it is not asked after. */
function targetsOf(target: string, { page }: CompiledText): readonly string[] {
  if (/not there|\bnotes?\b|recommendation \d/.test(target)) return [];
  const heading = /heading "([^"]+)"/.exec(target)?.[1];
  if (heading !== undefined) {
    const found = page.elements.find(
      (one) => /^h\d$/.test(one.tag) && textOf(one).replace(/^[\d.]+ /, "") === heading.replace(/^[\d.]+ /, ""),
    );
    return [`#${found?.attributes.get("id")}`];
  }
  const annexes = [...target.matchAll(/annex (\w+)/g)].map(([, letter]) => `#annex-${letter}`);
  if (annexes.length > 0) return annexes;
  const caption = /^→ (table|figure) (\d+)/.exec(target);
  if (caption !== null) return [`#${caption[1]}-${caption[2]}`];
  return [...target.replace(/[(,>].*/, "").matchAll(/\d+(?:\.\d+)*/g)].map(([number]) => `#para-${number}`);
}

/** References that are not as they are expected: links that are missing, and links where there must be none. */
export function wrongReferences({ references }: Shape, compiled: CompiledText): readonly string[] {
  return references.flatMap(([line = "", words = "", target = ""]) => {
    const quoted = flat(words.replace(/^"|"$/g, ""));
    const links = linksIn(compiled, quoted).map(({ href }) => href);
    if (target.startsWith("plain")) return links.length === 0 ? [] : [`${line} ${quoted} leads to ${links.join()}`];
    const due = targetsOf(target, compiled);
    const wrong = links.filter((href) => due.length > 0 && !due.includes(href));
    const missing = due.filter((href) => !links.includes(href));
    return [
      ...wrong.map((href) => `${line} ${quoted} leads to ${href}`),
      ...missing.map((href) => `${line} ${quoted} does not lead to ${href}`),
    ];
  });
}

/** What is explained and not known, known and not explained, or taken for an abbreviation and none. */
export function wrongAbbreviations(shape: Shape, { report, diagnostics }: CompiledText): readonly string[] {
  const found = (report?.abbreviations ?? []).map(({ short, long }) => `${short} = ${long}`);
  // "Plans (HFMP)" says as much as "Plan (HFMP)".
  const same = (one: string): string => one.toLowerCase().replace(/s$/, "");
  const known = found.map(same);
  const missed = shape.defined.filter((one) => !known.includes(same(one)));
  const due = shape.defined.map(same);
  const added = found.filter((one) => !due.includes(same(one)));
  const named = diagnostics.flatMap(({ rule, message }) =>
    rule === "abbreviation-undefined" ? [message.split(" ")[0] ?? ""] : [],
  );
  const wrong = shape.notAbbreviations.filter((words) => named.some((short) => words.split(" ").includes(short)));
  return [
    ...missed.map((one) => `${one} is not known`),
    ...added.map((one) => `${one} is made up`),
    ...wrong.map((one) => `${one} is taken for an abbreviation`),
  ];
}

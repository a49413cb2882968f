import { createRequire } from "node:module";
import { expect } from "vitest";
import { type CompiledText, compileReport, rulesOf } from "../compiled-report.ts";
import type { GeneratedDocument } from "./documents.ts";
import { expectTreeOfPlainParser } from "./plain-parser.ts";
import { visibleText } from "./visible-text.ts";

interface MarkdownIt {
  readonly use: (plugin: unknown) => MarkdownIt;
  readonly render: (text: string) => string;
}

const load = createRequire(import.meta.url);
const markdownIt = load("markdown-it") as (preset: string, options: object) => MarkdownIt;
/** A parser that shares no code with ours. */
const oracle = markdownIt("default", { html: true }).use(load("markdown-it-footnote"));

/** Compiles a generated document and expects all of it; says whether it became a page. */
export function expectSoundDocument({ fields, body }: GeneratedDocument): boolean {
  const compiled = compileReport(body, { fields });
  const errors = rulesOf(compiled, "error");
  expect(errors).not.toContain("program-fault");
  expect(compiled.report === undefined).toBe(errors.length > 0);
  if (body.length % 8 === 0) expectSame(compileReport(body, { fields }), compiled);
  const text = body.replace(/\r\n?/g, "\n");
  expectTreeOfPlainParser(text);
  if (compiled.report === undefined) return false;
  expectSoundPage(compiled);
  expectEveryWord(text, fields, compiled);
  return true;
}

function expectSame(one: CompiledText, other: CompiledText): void {
  expect(one.html).toBe(other.html);
  expect(one.diagnostics).toEqual(other.diagnostics);
}

function expectSoundPage({ page, report }: CompiledText): void {
  const ids = page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  const known = new Set(ids);
  expect(known.size).toBe(ids.length);
  for (const { attributes } of page.elements) {
    const target = attributes.get("href")?.match(/^#(.+)$/)?.[1];
    if (target !== undefined && target !== "top") expect(known).toContain(target);
  }
  for (const { tag, parent } of page.elements) {
    if (tag !== "a") continue;
    for (let above = parent; above !== undefined; above = above.parent) expect(above.tag).not.toBe("a");
  }
  const runs = new Map<string, number>();
  for (const { number } of report?.paragraphs ?? []) {
    const letter = number.replace(/\d+$/, "");
    runs.set(letter, (runs.get(letter) ?? 0) + 1);
    expect(number).toBe(`${letter}${runs.get(letter)}`);
  }
}

/** Each word that an independent parser shows is on the page, or withheld, or on a line that a diagnostic names. */
function expectEveryWord(body: string, fields: string, { html, diagnostics }: CompiledText): void {
  const withheld = withheldWords(body);
  // Titles of links are attributes; names of addresses are on no page, and markdown-it has no note within a link.
  const shown = new Set([...wordsIn(html), ...[...body.matchAll(/\]\[(w\d+x)\]/g)].map(([, name = ""]) => name)]);
  for (const word of wordsIn(html)) expect(withheld.has(word) && !isOutside(body, word)).toBe(false);
  const first = 8 + (fields === "" ? 0 : fields.split("\n").length);
  const named = new Set(diagnostics.map(({ place }) => place.line - first));
  const lines = body.split("\n");
  const lost = wordsIn(visibleText(oracle.render(body))).filter(
    (word) =>
      !shown.has(word) && !withheld.has(word) && !lines.some((line, index) => line.includes(word) && named.has(index)),
  );
  expect([lost, lost.length === 0 || body]).toEqual([[], true]);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/w\d+x/g) ?? [];
}

const PASSAGE = /^:::exempt.*\n[\s\S]*?\n:::$/gm;
/** A note, or the address and title of a link. */
const DEFINITION = /^\[(\^?\w+)\]:.*(?:\n+ {4}.*|\n\w.*)*/gm;

/** The words of passages, and of notes and titles of links that only these, or notes like them, refer to. */
function withheldWords(body: string): ReadonlySet<string> {
  const passages = body.match(PASSAGE) ?? [];
  if (passages.length === 0) return new Set();
  let rest = body.replace(PASSAGE, "");
  const hidden = [...passages];
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(DEFINITION, (definition, name: string) => {
      if (before.split(`[${name}]`).length > 2) return definition;
      hidden.push(definition);
      return "";
    });
  }
  return new Set(wordsIn(hidden.join("\n")));
}

/** Noise repeats its words. */
function isOutside(body: string, word: string): boolean {
  return body.replace(PASSAGE, "").includes(word);
}

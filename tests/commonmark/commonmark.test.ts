import { createRequire } from "node:module";
import { tests } from "commonmark-spec";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { parsed } from "../compile-text.ts";
import { compileReport, rulesOf } from "../compiled-report.ts";
import { expectTreeOfPlainParser } from "../generated/plain-parser.ts";
import { visibleText } from "../generated/visible-text.ts";
import { rows } from "../lane.ts";
import { READ_AS_TEXT, REFUSALS, SHOWN_OTHERWISE } from "./differences.ts";

interface MarkdownIt {
  readonly render: (text: string) => string;
}

const load = createRequire(import.meta.url);
const markdownIt = load("markdown-it") as (preset: string) => MarkdownIt;
/** A parser that shares no code with ours, held to CommonMark. */
const oracle = markdownIt("commonmark");

/** The words that the oracle gives, which several tests ask for. */
const oracleWords = new Map<string, string>();
function wordsOfOracle(markdown: string): string {
  const words = oracleWords.get(markdown) ?? visibleText(oracle.render(markdown));
  oracleWords.set(markdown, words);
  return words;
}

/** Writes a tree as HTML without anything of the program's, raw HTML and all. */
const HTML = { allowDangerousHtml: true };
const plainly = unified().use(remarkRehype, HTML).use(rehypeStringify, HTML).freeze();

/** What a page shows beside the author's text. */
const OWN = ["para-number", "sub-list-mark", "glossary"];

/** The examples of CommonMark 0.31.2, in whose text an arrow stands for a tab. */
const EXAMPLES = tests.map(({ markdown, html, number }) => ({
  number,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
}));

const refusedBy = new Map<number, string[]>();
for (const { rule, examples } of REFUSALS)
  for (const number of examples) refusedBy.set(number, [...(refusedBy.get(number) ?? []), rule]);

/** The same text with addresses of a site where CommonMark's examples lead to files that are not there. */
function withSoundAddresses(markdown: string): string {
  return markdown.replace(/(\]\(\s*<?|\]:\s*<?)\/?(?=[\w#])(?!https?:|foo\)|mailto:)/g, "$1https://example.org/");
}

describe("the 652 examples of CommonMark", () => {
  it("are all there", () => {
    expect(EXAMPLES.map(({ number }) => number)).toEqual(Array.from({ length: 652 }, (_, index) => index + 1));
  });

  it("have the words that CommonMark itself gives, so that the oracle is sound", () => {
    for (const { number, markdown, html } of EXAMPLES)
      expect([number, wordsOfOracle(markdown)]).toEqual([number, visibleText(html)]);
  });

  it("have the same words in the tree that every later stage works on", () => {
    for (const { number, markdown } of EXAMPLES) {
      if (SHOWN_OTHERWISE.has(number)) continue;
      const html = plainly.stringify(plainly.runSync(parsed(markdown).tree));
      expect([number, visibleText(html)]).toEqual([number, wordsOfOracle(markdown)]);
    }
  });

  it("have the tree of the plain parser, positions too", () => {
    for (const { number, markdown } of EXAMPLES) if (!READ_AS_TEXT.has(number)) expectTreeOfPlainParser(markdown);
  });

  it.each(rows(EXAMPLES, 160))("$number is a page of the same words, or refused as listed", ({ number, markdown }) => {
    const compiled = compileReport(markdown);
    expect([...new Set(rulesOf(compiled, "error"))].sort()).toEqual([...(refusedBy.get(number) ?? [])].sort());
    if (compiled.report === undefined) return;
    const isSame = visibleText(compiled.html, OWN) === wordsOfOracle(markdown);
    expect(isSame).toBe(!SHOWN_OTHERWISE.has(number));
  });

  it("are pages of the same words where their addresses alone were refused, once these lead somewhere", () => {
    let compared = 0;
    for (const [number, rules] of refusedBy) {
      if (rules.some((rule) => rule !== "file-place")) continue;
      const markdown = withSoundAddresses(EXAMPLES[number - 1]?.markdown ?? "");
      const compiled = compileReport(markdown);
      if (compiled.report === undefined) continue;
      compared++;
      expect([number, visibleText(compiled.html, OWN)]).toEqual([number, wordsOfOracle(markdown)]);
    }
    expect(compared).toBe(80);
  });
});

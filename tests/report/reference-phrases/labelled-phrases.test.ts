import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileReport, type Page, type PageElement, textOf } from "../../compiled-report.ts";

interface LabelledPhrase {
  readonly set: string;
  readonly report: string;
  readonly text: string;
  /** "words → id", in the order of the text; none where nothing of the report's own is named. */
  readonly links: readonly string[];
}

/**
 * A phrase a line, in columns: "tuning", or "held out" for those that the rules were not made by; the numbering of the report
 * that it stands in; the Markdown; and each link, "words → id", or "–" where there is none.
 */
const PHRASES: readonly LabelledPhrase[] = readFileSync(new URL("labelled-phrases.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [set = "", report = "", text = "", ...links] = line.split("\t");
    return { set, report, text: text.replaceAll("\\n", "\n").replaceAll("\\u00a0", "\u00a0"), links };
  })
  .map((phrase) => ({ ...phrase, links: phrase.links[0] === "–" ? [] : phrase.links }));

const FIELDS =
  "annexes:\n  - {title: A, label: A}\n  - {title: B, label: B}\n  - {title: C, file: update/c.pdf, label: C}\n";
const FILLER = Array.from({ length: 24 }, (_, index) => `Filler of paragraph ${index + 1} {elsewhere}.`).join("\n\n");
const ANNEXES = ["## Annex A: A", "## Annex B: B", "## Appendix 1: D"].map((heading) => `${heading}\n\n${FILLER}`);

/** A report in which all that the phrases could name is there, so that every wrong link shows. */
function compileAll(kind: string, phrases: readonly LabelledPhrase[]): Page {
  const sections =
    kind === "decimal"
      ? Array.from({ length: 11 }, (_, index) => `## Section\n\n${FILLER}${index === 10 ? marked(phrases) : ""}`)
      : [FILLER, ...Array.from({ length: 8 }, () => FILLER), marked(phrases)];
  const compiled = compileReport([...sections, ...ANNEXES].join("\n\n"), {
    fields: FIELDS,
    settings: kind === "decimal" ? "numbering-style: decimal\n" : "",
    attachments: [{ path: "reports/update/c.pdf" }],
  });
  expect(compiled.report).toBeDefined();
  return compiled.page;
}

function marked(phrases: readonly LabelledPhrase[]): string {
  return `\n\n${phrases.map(({ text }, index) => `${text} {#phrase-${index}}`).join("\n\n")}`;
}

function linksIn(element: PageElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const href = child.attributes.get("href") ?? "";
    const isReference =
      child.tag === "a" && /^#(?:para|annex)-/.test(href) && child.attributes.get("class") === undefined;
    return isReference ? [`${textOf(child)} → ${href.slice(1)}`] : linksIn(child);
  });
}

interface Count {
  readonly correct: number;
  readonly made: number;
  readonly labelled: number;
  readonly mistakes: readonly string[];
}

function count(set: (phrase: LabelledPhrase) => boolean): Count {
  let correct = 0;
  let made = 0;
  let labelled = 0;
  const mistakes: string[] = [];
  for (const kind of ["continuous", "decimal"]) {
    const phrases = PHRASES.filter((phrase) => phrase.report === kind && set(phrase));
    const page = compileAll(kind, phrases);
    for (const [index, { text, links }] of phrases.entries()) {
      const label = page.byId(`phrase-${index}`);
      const paragraph = label?.parent;
      if (paragraph === undefined) throw new Error(`"${text}" is no paragraph of its own`);
      const found = linksIn(paragraph);
      const right = found.filter((link) => links.includes(link));
      correct += right.length;
      made += found.length;
      labelled += links.length;
      if (found.join() !== links.join()) mistakes.push(`${text}: ${found.join(", ")}; not ${links.join(", ")}`);
    }
  }
  return { correct, made, labelled, mistakes };
}

describe("the labelled phrases", () => {
  it("are many, half of them somebody else's, and many held out", () => {
    const held = PHRASES.filter(({ set }) => set === "held out");
    expect(PHRASES.length).toBeGreaterThanOrEqual(800);
    expect(PHRASES.filter(({ links }) => links.length === 0).length * 2).toBeGreaterThanOrEqual(PHRASES.length);
    expect(held.length).toBeGreaterThanOrEqual(100);
    expect(held.filter(({ links }) => links.length === 0).length * 2).toBeGreaterThanOrEqual(held.length);
  });

  it.each(["tuning", "held out", "all"])("are linked rightly: %s", (name) => {
    const { correct, made, labelled, mistakes } = count(({ set }) => name === "all" || set === name);
    const figures = `${name}: precision ${(correct / made).toFixed(4)}, recall ${(correct / labelled).toFixed(4)}`;
    const report = [figures, ...mistakes].join("\n");
    expect(correct / made, report).toBeGreaterThanOrEqual(0.98);
    expect(correct / labelled, report).toBeGreaterThanOrEqual(0.98);
  });
});

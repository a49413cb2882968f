import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileReport, type PageElement, rulesOf, textOf } from "../../compiled-report.ts";
import { readMarked } from "./marked-phrases.ts";

const MENDED_BY = new URL("batches/", import.meta.url);
const HELD_OUT = new URL("held-out/", import.meta.url);
const WELSH_MENDED_BY = new URL("welsh/batches/", import.meta.url);
const WELSH_HELD_OUT = new URL("welsh/held-out/", import.meta.url);

/** What a batch that no rule was mended by gave at first sight: precision and recall. */
const FIRST_SIGHT: Readonly<Record<string, readonly [number, number]>> = {
  "batch-12.txt": [0.9368, 0.9569],
  "batch-13.txt": [1, 0.9916],
  "welsh batch-5.txt": [0.978, 1],
};

function batchesIn(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
}
/** The lines of the frontmatter that say the language, and the headings of annexes that are written in the report. */
const LANGUAGES = {
  english: { fields: "", headings: ["## Annex A: A", "## Annex B: B", "## Appendix 1: D"] },
  welsh: { fields: "lang: cy\n", headings: ["## Atodiad A: A", "## Annex B: B", "## Atodiad 1 – D"] },
} as const;
const FIELDS =
  "annexes:\n  - {title: A, label: A}\n  - {title: B, label: B}\n  - {title: C, file: update/c.pdf, label: C}\n";
const FILLER = Array.from({ length: 120 }, (_, index) => `Filler of paragraph ${index + 1} {elsewhere}.`).join("\n\n");

function linksIn(element: PageElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const href = child.attributes.get("href") ?? "";
    const isReference =
      child.tag === "a" && /^#(?:para|annex)-/.test(href) && child.attributes.get("class") === undefined;
    return isReference ? [`${textOf(child)} → ${href.slice(1)}`] : linksIn(child);
  });
}

interface Figures {
  readonly precision: number;
  readonly recall: number;
  /** The figures and each mistake, for who reads a failure. */
  readonly report: string;
}

function figuresOf(name: string, folder: URL, lang: keyof typeof LANGUAGES = "english"): Figures {
  const { fields, headings } = LANGUAGES[lang];
  const phrases = readFileSync(new URL(name, folder), "utf8").trimEnd().split("\n").map(readMarked);
  const body = phrases.map(({ text }, index) => `${text} {#phrase-${index}}`).join("\n\n");
  const compiled = compileReport([FILLER, body, ...headings.map((heading) => `${heading}\n\n${FILLER}`)].join("\n\n"), {
    fields: FIELDS + fields,
    attachments: [{ path: "reports/update/c.pdf" }],
  });
  expect(rulesOf(compiled, "error")).toEqual([]);
  expect(compiled.report).toBeDefined();
  const { page } = compiled;
  let [right, made, due] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const [index, { text, links }] of phrases.entries()) {
    const paragraph = page.byId(`phrase-${index}`)?.parent;
    if (paragraph === undefined) throw new Error(`"${text}" is no paragraph of its own`);
    const either = links.filter((link) => link.either).map(({ words, id }) => `${words} → ${id}`);
    const wanted = links.filter((link) => !link.either).map(({ words, id }) => `${words} → ${id}`);
    const found = linksIn(paragraph).filter((link) => !either.includes(link));
    right += found.filter((link) => wanted.includes(link)).length;
    made += found.length;
    due += wanted.length;
    if (found.join() !== wanted.join()) mistakes.push(`${text}: ${found.join(", ")}; not ${wanted.join(", ")}`);
  }
  const figures = `${name}: precision ${(right / made).toFixed(4)}, recall ${(right / due).toFixed(4)}`;
  return { precision: right / made, recall: right / due, report: [figures, ...mistakes].join("\n") };
}

describe("batches of phrases that the rules were not made by", () => {
  it.each(batchesIn(MENDED_BY))("%s is linked rightly", (name) => {
    const { precision, recall, report } = figuresOf(name, MENDED_BY);
    expect(precision, report).toBeGreaterThanOrEqual(0.98);
    expect(recall, report).toBeGreaterThanOrEqual(0.98);
  });

  it.each(batchesIn(HELD_OUT))("%s, which no rule was mended by, is linked as well as at first sight", (name) => {
    const { precision, recall, report } = figuresOf(name, HELD_OUT);
    const [leastPrecision, leastRecall] = FIRST_SIGHT[name] ?? [1, 1];
    expect(precision, report).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall, report).toBeGreaterThanOrEqual(leastRecall);
  });

  it.each(batchesIn(WELSH_MENDED_BY))("%s in Welsh is linked rightly", (name) => {
    const { precision, recall, report } = figuresOf(name, WELSH_MENDED_BY, "welsh");
    expect(precision, report).toBeGreaterThanOrEqual(0.98);
    expect(recall, report).toBeGreaterThanOrEqual(0.98);
  });

  it.each(batchesIn(WELSH_HELD_OUT))("%s in Welsh is linked as well as at first sight", (name) => {
    const { precision, recall, report } = figuresOf(name, WELSH_HELD_OUT, "welsh");
    const [leastPrecision, leastRecall] = FIRST_SIGHT[`welsh ${name}`] ?? [1, 1];
    expect(precision, report).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall, report).toBeGreaterThanOrEqual(leastRecall);
  });
});

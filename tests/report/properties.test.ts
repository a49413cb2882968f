import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Around, compileReport, type Page, rulesOf, textOf } from "../compiled-report.ts";
import { runs } from "../lane.ts";

const RUNS = { seed: 20240324, numRuns: runs(15, 300) };

type Attached =
  | { readonly kind: "bullets" | "sub-list"; readonly items: readonly (readonly string[])[] }
  | { readonly kind: "table"; readonly caption: string | undefined; readonly cells: readonly string[] }
  | { readonly kind: "quotation" | "code" | "continuation"; readonly words: string };

interface Block {
  readonly words: string;
  readonly attached: readonly Attached[];
  readonly note: boolean;
  /** Whether a typed writing indents what belongs to the paragraph, where it may choose. */
  readonly isIndented: boolean;
}

interface Section {
  readonly heading: string | undefined;
  readonly blocks: readonly Block[];
}

interface Document {
  readonly sections: readonly Section[];
  readonly annexes: readonly (readonly Section[])[];
  readonly abbreviations: boolean;
}

const phrase = fc.constantFrom(
  "the council met",
  "costs *rose* by 4%",
  "Harmful Sexual Behaviour (HSB) fell",
  "the HSB audit",
  "all EHCPs are late",
  "see paragraph 1",
  "at 10:30am",
  "a sum of £1.2 million",
  "**every** ward",
  "`code`",
  "[the plan](https://example.org/plan)",
  "as Annex A shows",
  "R&D and Q&A",
  "(see the table)",
  "“quoted” words – and more",
  "two\nlines",
  "fish \\* chips",
);
const words = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((parts) => `Text ${parts.join(", ")}.`);
const line = words.map((text) => text.replaceAll("\n", " "));
const items = fc
  .array(fc.tuple(line, fc.option(line)), { minLength: 1, maxLength: 2 })
  .map((rows) => rows.map(([first, second]) => (second === null ? [first] : [first, second])));
const attached: fc.Arbitrary<Attached> = fc.oneof(
  items.map((rows): Attached => ({ kind: "bullets", items: rows })),
  items.map((rows): Attached => ({ kind: "sub-list", items: rows })),
  fc.record({
    kind: fc.constant("table" as const),
    caption: fc.option(line, { nil: undefined }),
    cells: fc.array(line, { minLength: 2, maxLength: 2 }),
  }),
  line.map((text): Attached => ({ kind: "quotation", words: text })),
  line.map((text): Attached => ({ kind: "code", words: text })),
  words.map((text): Attached => ({ kind: "continuation", words: text })),
);
const block: fc.Arbitrary<Block> = fc.record({
  words,
  attached: fc.uniqueArray(attached, { maxLength: 2, selector: ({ kind }) => kind }),
  note: fc.boolean(),
  isIndented: fc.boolean(),
});
const section = (heading: fc.Arbitrary<string | undefined>): fc.Arbitrary<Section> =>
  fc.record({ heading, blocks: fc.array(block, { minLength: 1, maxLength: 2 }) });
const headed = fc.constantFrom("## Findings", "## Next steps", "## Costs, and risks", "## HSB");
const document: fc.Arbitrary<Document> = fc.record({
  sections: fc
    .tuple(section(fc.option(headed, { nil: undefined })), fc.array(section(headed), { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest]),
  annexes: fc.array(fc.array(section(fc.constantFrom("### Part", "### Detail")), { minLength: 1, maxLength: 2 }), {
    maxLength: 2,
  }),
  abbreviations: fc.boolean(),
});

/** Writes a document in one of the two ways, and counts its paragraphs. */
function write(document: Document, style: "automatic" | "typed"): string {
  const parts: string[] = [];
  const notes: string[] = [];
  const writeSections = (sections: readonly Section[]): void => {
    let number = 0;
    for (const { heading, blocks } of sections) {
      if (heading !== undefined) parts.push(heading);
      for (const { words: text, attached: below, note, isIndented } of blocks) {
        number++;
        const mark = note ? `[^${notes.length + 1}]` : "";
        if (note) notes.push(`[^${notes.length + 1}]: Note ${notes.length + 1} of HSB.`);
        if (style === "automatic") parts.push(text + mark, ...below.map((one) => automatic(one)));
        else parts.push(...typed(number, text + mark, below, isIndented));
      }
    }
  };
  writeSections(document.sections);
  for (const [index, annex] of document.annexes.entries()) {
    parts.push(`## Annex ${"AB"[index]}: Further words`);
    writeSections(annex);
  }
  if (document.abbreviations) parts.push("## Abbreviations", "EHCP – Education, Health and Care Plan");
  return [...parts, ...notes].join("\n\n");
}

function automatic(one: Attached): string {
  return one.kind === "continuation" ? `:::unnumbered\n${one.words}\n:::` : common(one);
}

function typed(number: number, text: string, below: readonly Attached[], isIndented: boolean): readonly string[] {
  const marker = `${number}. `;
  const last = below.at(-1);
  const runLength = last?.kind === "sub-list" ? last.items.length : 0;
  // A sub-list may stand at the margin only where none of its numbers could be the next paragraph's.
  const atMargin =
    !isIndented &&
    number > runLength &&
    below.every(({ kind }, index) => kind !== "sub-list" || index === below.length - 1);
  const written = below.map((one) => (one.kind === "continuation" ? one.words : common(one)));
  if (atMargin) return [marker + text, ...written];
  return [marker + text, ...written.map((one) => indent(one, marker.length))];
}

function common(one: Attached): string {
  switch (one.kind) {
    case "bullets":
    case "sub-list":
      return one.items
        .map((paragraphs, index) => {
          const marker = one.kind === "bullets" ? "- " : `${index + 1}. `;
          return marker + indent(paragraphs.join("\n\n"), marker.length).trimStart();
        })
        .join("\n");
    case "table": {
      const rows = `| First | Second |\n|---|---:|\n| ${one.cells.join(" | ")} |`;
      return one.caption === undefined ? rows : `Table: ${one.caption}\n\n${rows}`;
    }
    case "quotation":
      return `> ${one.words}`;
    case "code":
      return `\`\`\`\n${one.words}\n\`\`\``;
    case "continuation":
      return one.words;
  }
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(width));
}

function count(sections: readonly Section[]): number {
  return sections.reduce((sum, { blocks }) => sum + blocks.length, 0);
}

const AROUND: Around = { settings: "abbreviations:\n  EHCP: Education, Health and Care Plan\n" };

describe("a document that is written both ways", () => {
  it("gives the same page to the byte", () => {
    fc.assert(
      fc.property(document, (written) => {
        const one = compileReport(write(written, "automatic"), AROUND);
        const two = compileReport(write(written, "typed"), AROUND);
        expect(rulesOf(one, "error")).toEqual([]);
        expect(rulesOf(two, "error")).toEqual([]);
        expect(one.html).not.toBe("");
        expect(two.html).toBe(one.html);
        expect(two.report?.paragraphs).toEqual(one.report?.paragraphs);
        // The columns at which they are explained differ, and are on no page.
        const [first, second] = [one, two].map(({ report }) =>
          report?.abbreviations.map(({ place: _, ...rest }) => rest),
        );
        expect(second).toEqual(first);
      }),
      RUNS,
    );
  });

  it("has paragraphs that run 1 … n without gaps, in reading order, and A1 … in each annex", () => {
    fc.assert(
      fc.property(document, fc.constantFrom("automatic" as const, "typed" as const), (written, style) => {
        const { page, report } = compileReport(write(written, style), AROUND);
        const numbers = (prefix: string, length: number): string[] =>
          Array.from({ length }, (_, index) => `${prefix}${index + 1}`);
        const expected = [
          ...numbers("", count(written.sections)),
          ...written.annexes.flatMap((annex, index) => numbers("AB"[index] ?? "", count(annex))),
        ];
        expect(report?.paragraphs.map(({ number }) => number)).toEqual(expected);
        expect(page.paragraphs.map((text) => text.split(" ", 1)[0])).toEqual(expected.map((number) => `${number}.`));
        expect(page.all(".para").map(({ attributes }) => attributes.get("id"))).toEqual(
          expected.map((number) => `para-${number}`),
        );
        expectSoundLinks(page);
      }),
      RUNS,
    );
  });

  it("loses no word, and keeps the words' order", () => {
    fc.assert(
      fc.property(document, fc.constantFrom("automatic" as const, "typed" as const), (written, style) => {
        let next = 0;
        const source = write(written, style).replace(/\bText\b/g, () => `Text w${++next}x`);
        const { page } = compileReport(source, AROUND);
        const found = [...textOf(page.root, ["glossary"]).matchAll(/w(\d+)x/g)].map(([, number]) => Number(number));
        expect(found).toEqual(Array.from({ length: next }, (_, index) => index + 1));
        const lost = wordsOf(source).filter((word) => !page.text.includes(word));
        expect(lost).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** The words of a source that a reader must see: without addresses, notes' names, blocks' names and typed numbers. */
function wordsOf(source: string): readonly string[] {
  const text = source
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/\[\^[^\]]*\]/g, "")
    .replace(/^:::.*$/gm, "")
    .replace(/^\s*Table:/gm, "")
    .replace(/\{[^}]*\}/g, "");
  return text.match(/\p{L}{2,}/gu) ?? [];
}

function expectSoundLinks(page: Page): void {
  const ids = page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of page.all("a")) {
    const target = attributes.get("href")?.match(/^#(.+)$/)?.[1];
    if (target !== undefined && target !== "top") expect(ids).toContain(target);
  }
}

const SHORTS = ["HSB", "EHCP", "R&D", "Q&A", "AIM 3", "NHS", "NHS England", "DfE", "the"];
const use = fc.constantFrom(
  ...SHORTS,
  "HSBs",
  "HSB’s",
  "xHSB",
  "*NHS* England",
  "[NHS England](https://example.org/NHS)",
  "`HSB`",
  "https://example.org/HSB",
  "HSB@example.org",
  "paragraph 1",
  "NHS\nEngland",
  "(DfE)",
  "and",
  "Annex A {elsewhere}",
  "|",
  "&amp;",
  "𝔸",
);
const prose = fc.array(use, { minLength: 1, maxLength: 12 }).map((parts) => `One ${parts.join(" ")} end.`);

describe("marking abbreviations", () => {
  const mapping = fc.uniqueArray(fc.constantFrom(...SHORTS.slice(0, -1)), { minLength: 1 });
  const fields = (shorts: readonly string[]): string =>
    `abbreviations:\n${shorts.map((short) => `  "${short}": Long form of ${short}`).join("\n")}`;
  const visible = (page: Page): string => textOf(page.root, ["glossary"]);

  it("never changes visible text", () => {
    fc.assert(
      fc.property(prose, mapping, (body, shorts) => {
        const marked = compileReport(body, { fields: fields(shorts) });
        expect(marked.report).toBeDefined();
        expect(visible(marked.page)).toBe(visible(compileReport(body).page));
      }),
      RUNS,
    );
  });

  it("gives every mark the long form of its glossary entry, and links one mark at most to each entry", () => {
    fc.assert(
      fc.property(prose, mapping, (body, shorts) => {
        const { page } = compileReport(body, { fields: fields(shorts) });
        const entries = new Map(shorts.map((short) => [`Long form of ${short}`, short]));
        const linked = new Set<string>();
        for (const mark of page.all("abbr")) {
          const short = entries.get(mark.attributes.get("title") ?? "");
          expect(short).toBeDefined();
          expect(textOf(mark)).toMatch(new RegExp(`^${short}(?:s|’s|'s|s’)?$`));
          const href = mark.parent?.attributes.get("href") ?? "";
          if (!href.startsWith("#abbr-")) continue;
          expect(linked.has(href)).toBe(false);
          linked.add(href);
          expect(page.byId(href.slice(1)) && textOf(page.byId(href.slice(1)) ?? mark)).toMatch(
            new RegExp(`^${short} Long form of ${short}`),
          );
        }
        expectSoundLinks(page);
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the entries", () => {
    fc.assert(
      fc.property(
        prose,
        mapping.chain((shorts) =>
          fc.tuple(fc.constant(shorts), fc.shuffledSubarray(shorts, { minLength: shorts.length })),
        ),
        (body, [shorts, shuffled]) => {
          expect(compileReport(body, { fields: fields(shuffled) }).html).toBe(
            compileReport(body, { fields: fields(shorts) }).html,
          );
        },
      ),
      RUNS,
    );
  });
});

const PIECES = [
  ..."*_`~[]()<>#|:!\\-+.&\"'^{}=;$%@/".split(""),
  ..."alpha bravo charlie delta echo foxtrot".split(" "),
  ..."1 2 3 14 2018 A B É 𝔸 – — £ “ ”".split(" "),
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  " ",
  " ",
  "    ",
  "\t",
  "1. ",
  "2. ",
  "1) ",
  "- ",
  "> ",
  "## ",
  "### ",
  "```",
  "***",
  "---",
  "|---|",
  "| alpha | bravo |\n|---|---|\n",
  "[^1]",
  "[^1]: ",
  "[alpha]: https://example.org",
  "[alpha](https://example.org)",
  "![alpha](https://example.org/x.png)",
  "[](#x)",
  "[alpha](update.md#x)",
  "[](update/b.md#x)",
  "[alpha](update/b.md)",
  "## Para 1\n",
  "## Appendix 1\n",
  "### Abbreviations\n",
  "Appendix 1",
  "0. ",
  "NHS England",
  "*[alpha]: ",
  "[bravo](#x)",
  "{#x}",
  "{#para-1}",
  "{elsewhere}",
  "{decorative}",
  ":::unnumbered\n",
  ":::exempt{paragraphs=3}\n",
  ":::\n",
  "Annex A",
  "## Annex A: Alpha\n",
  "## Abbreviations\n",
  "paragraph 1",
  "paragraphs 1 to 3",
  "(HSB)",
  "HSB (",
  "HSB – Harmful Sexual Behaviour",
  "Harmful Sexual Behaviour (HSB)",
  "*[HSB]: Harmful",
  "Table: ",
  "1.1 ",
  "(a) ",
  "**1.** ",
  "<!-- alpha -->",
  "<br>",
  "https://example.org/",
  "confidential: Yes",
  "&amp;",
  "\\\n",
  "  \n",
];

describe("whatever an author types", () => {
  const anything = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
  const lines = fc
    .array(
      fc.tuple(
        fc.constantFrom(...PIECES),
        fc.constantFrom("\n", "\n\n"),
        fc.constantFrom("alpha bravo. ", "Charlie ", ""),
      ),
      {
        maxLength: 16,
      },
    )
    .map((parts) => parts.map(([piece, end, before]) => `${before}${piece}${end}`).join(""));

  it("compiling never throws: there is a sound page, or an error that says why not", () => {
    fc.assert(
      fc.property(fc.oneof(anything, lines), (body) => {
        const compiled = compileReport(body, {
          fields: "annexes:\n  - title: Alpha\n  - title: Xray\n    file: update/b.md",
          texts: { "reports/update/b.md": body.slice(0, 60) },
        });
        const hasErrors = rulesOf(compiled, "error").length > 0;
        expect(compiled.report === undefined).toBe(hasErrors);
        if (compiled.report === undefined) return;
        expectSoundLinks(compiled.page);
        const numbers = compiled.report.paragraphs.map(({ number }) => number).filter((number) => /^\d/.test(number));
        expect(numbers).toEqual(numbers.map((_, index) => `${index + 1}`));
      }),
      { seed: 7, numRuns: runs(50, 3000) },
    );
  });

  it("no word is lost in silence", () => {
    fc.assert(
      fc.property(fc.oneof(anything, lines), (body) => {
        const compiled = compileReport(body, { fields: "annexes:\n  - title: Zulu" });
        const seen = `${compiled.page.text} ${compiled.page.elements.map(({ attributes }) => [...attributes.values()].join(" ")).join(" ")}`;
        if (compiled.report === undefined || rulesOf(compiled).includes("link-definition-unused")) return;
        for (const [word] of body
          .replace(/<!--.*?-->/gs, "")
          .replace(/\[alpha\]: \S+/g, "")
          .replace(/^ {0,3}(```|~~~).*$/gm, "")
          .matchAll(/bravo|charlie|delta|echo|foxtrot/g))
          expect(seen).toContain(word);
      }),
      { seed: 11, numRuns: runs(25, 1000) },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileReport, type Page, type PageElement, textOf } from "../compiled-report.ts";
import { runs } from "../lane.ts";
import { processorTime } from "../processor-time.ts";

const SHORTS = ["HSB", "NHS", "NHS England", "AIM", "AIM 3", "SEND", "WHO", "IT", "R&D", "COVID-19"];
const fields = `abbreviations:\n${SHORTS.map((short) => `  "${short}": Long form of ${short}`).join("\n")}`;

function marks(body: string): readonly string[] {
  return compileReport(body, { fields })
    .page.all("abbr")
    .map((element) => textOf(element));
}

function isWithin(element: PageElement, tag: string): boolean {
  return element.parent !== undefined && (element.parent.tag === tag || isWithin(element.parent, tag));
}

function expectSoundMarks(page: Page): void {
  expect(page.all("abbr").filter((mark) => isWithin(mark, "abbr"))).toEqual([]);
  expect(page.all("a").filter((link) => isWithin(link, "a"))).toEqual([]);
}

describe("a use that goes over several nodes", () => {
  it.each([
    ["**NHS** England met.", ["NHS England"]],
    ["***NHS*** *England* met.", ["NHS England"]],
    ["The *NHS* **England** and HSB.", ["NHS England", "HSB"]],
    ["**HSB**s rose.", ["HSBs"]],
    ["~~NHS~~ England met.", ["NHS England"]],
    ["NHS\\\nEngland met.", ["NHS England"]],
    ["NHS  \n*England* met.", ["NHS England"]],
    ["| A |\n|---|\n| NHS<br>England |", ["NHS England"]],
    ["*The **NHS** England board* met HSB.", ["NHS England", "HSB"]],
    ["NHS `x` England.", ["NHS"]],
    ["HSB[^1] and AIM 3.[^1]\n\n[^1]: Note.", ["HSB", "AIM 3"]],
  ])("is one where it takes whole nodes: %s", (body, uses) => {
    expect(marks(body)).toEqual(uses);
  });

  it.each([
    ["**The NHS** England and HSB.", ["HSB"]],
    ["NHS **England and HSB**.", ["HSB"]],
    ["NHS[^1] England.[^1]\n\n[^1]: Note.", []],
    ["**NHS[^1]** England.[^1]\n\n[^1]: Note.", []],
    ["HSB*x* and x*HSB*.", []],
  ])("is no use of a part of it where it would divide a node: %s", (body, uses) => {
    expect(marks(body)).toEqual(uses);
  });

  it("is not marked in the words of a link, and a later use leads to the entry", () => {
    const { page } = compileReport("[NHS](https://example.org) England, then NHS England.", { fields });
    expectSoundMarks(page);
    expect(page.all("abbr").map((mark) => [textOf(mark), mark.parent?.attributes.get("href")])).toEqual([
      ["NHS England", "#abbr-nhs-england"],
    ]);
  });

  it("is not marked in a number with a full stop or comma, which is one word", () => {
    const { page } = compileReport("Policy 2.4G and 1,4G is not 4G. PM2.5 is not PM2, nor 3.PM2.", {
      fields: "abbreviations: {4G: fourth generation, PM2: particles}",
    });
    expect(page.all("abbr").map((mark) => textOf(mark))).toEqual(["4G", "PM2", "PM2"]);
  });

  it("keeps the emphasis of its parts", () => {
    const { html } = compileReport("One *two* **NHS** England three.", { fields });
    expect(html).toContain(
      '<em>two</em> <a class="abbreviation" href="#abbr-nhs-england"><abbr title="Long form of NHS England"><strong>NHS</strong> England</abbr></a> three.',
    );
  });
});

describe("headings and the contents", () => {
  it("show an abbreviation plain", () => {
    const { page, report } = compileReport("## The HSB audit\n\nHSB.\n\n### NHS England\n\nText.", { fields });
    expect(page.all("abbr").filter((mark) => isWithin(mark, "h2") || isWithin(mark, "h3"))).toEqual([]);
    expect(page.byId("the-hsb-audit")?.children).toEqual(["The HSB audit"]);
    expect(report?.contents[0]).toEqual({
      id: "the-hsb-audit",
      text: "The HSB audit",
      children: [{ id: "nhs-england", text: "NHS England", children: [] }],
    });
  });
});

describe("a short form that is a word", () => {
  it.each([
    ["WHO WILL SEND IT?", []],
    ["THE NHS WILL SEND IT. The WHO will.", ["NHS", "WHO"]],
    ["WHO GUIDANCE IS OLD. NOBODY AT WHO KNOWS", []],
    ["Who will send it?", []],
    ["SEND", ["SEND"]],
    ["WHO, NHS, R&D", ["WHO", "NHS", "R&D"]],
    ["WHO/IT: SEND", ["WHO", "IT", "SEND"]],
    ["HSB AUDIT", ["HSB"]],
    ["AIM 3 AUDIT", ["AIM 3"]],
    ["A SEND PLAN, said the officer.", ["SEND"]],
    ["| A |\n|---|\n| SEND PLAN |\n| SEND |\n| SEND 2024 |", ["SEND", "SEND"]],
    ["Old words: WHO WILL SEND IT!", []],
  ])("is marked but where a sentence in capitals makes it doubtful: %s", (body, uses) => {
    expect(marks(body)).toEqual(uses);
  });

  it("is looked at once for each sentence, however long", () => {
    expect(processorTime(() => compileReport("SEND IT TO ".repeat(9_000), { fields }))).toBeLessThan(2_000);
  });
});

describe("addresses hold no uses", () => {
  it.each([
    ["See https://example.org/HSB/x-HSB and HSB.", ["HSB"]],
    ["HSB@example.org, x@HSB.example, HSB.example.org, www.HSB.org", []],
    ["HSB.docx is a file; HSB. The end.", ["HSB"]],
    ["HSB.then, without a space", ["HSB"]],
    ["HSB,https://example.org/HSB", ["HSB"]],
    ["x@y HSB\nx@y", ["HSB"]],
    ["HSB://x", ["HSB"]],
  ])("%s", (body, uses) => {
    expect(marks(body)).toEqual(uses);
  });
});

const WORDS = [
  "HSB",
  "NHS",
  "NHS England",
  "AIM 3",
  "AIM",
  "R&D",
  "COVID-19",
  "WHO",
  "SEND",
  "England",
  "the",
  "3",
  "s",
  "CARE",
];
const inline: fc.Arbitrary<string> = fc.letrec<{ part: string; words: string }>((tie) => ({
  words: fc.constantFrom(...WORDS),
  part: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    tie("words"),
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((parts) => `*${parts.join(" ")}*`),
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((parts) => `**${parts.join(" ")}**`),
    tie("words").map((words) => `[${words}](https://example.org/${encodeURI(words)})`),
    fc.constantFrom(
      "`HSB`",
      "x[^1]",
      "NHS[^1]",
      "HSB\\\nAIM",
      "HSB's",
      "HSBs,",

      "Long Form (LF)",
      "paragraph 1",
    ),
  ),
})).part;
const block = fc
  .tuple(
    fc.constantFrom("", "> ", "- ", "## ", "| ", "[^2]: ", "1. "),
    fc.array(inline, { minLength: 1, maxLength: 8 }),
    fc.array(fc.constantFrom(" ", " ", "\n", "/", ", ", ""), { minLength: 8, maxLength: 8 }),
  )
  .map(([mark, parts, joins]) => {
    const text = parts.map((part, index) => `${part}${index === parts.length - 1 ? "" : joins[index]}`).join("");
    if (mark === "") return text;
    const line = text.replace(/\\?\n/g, " ");
    return mark === "| " ? `| ${line} |\n|---|\n| ${line} |` : `${mark}${line}`;
  });

describe("a document with its uses marked", () => {
  it("has the same visible words, and marks neither nest nor stand in headings or code", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.subarray(SHORTS, { minLength: 1 }), (blocks, some) => {
        const notes = ["[^1]", ...(blocks.some((text) => text.startsWith("[^2]")) ? ["[^2]"] : [])];
        const body = ["One.", ...notes.map((note) => `See${note}.`), ...blocks, "[^1]: A note on HSB."].join("\n\n");
        const marked = compileReport(body, {
          fields: `abbreviations:\n${some.map((short) => `  "${short}": Long form of ${short}`).join("\n")}`,
        });
        const plain = compileReport(body);
        expect(marked.report === undefined).toBe(plain.report === undefined);
        expect(textOf(marked.page.root, ["glossary"])).toBe(textOf(plain.page.root, ["glossary"]));
        expectSoundMarks(marked.page);
        const longs = new Map(marked.report?.abbreviations.map(({ short, long }) => [short, long]));
        for (const mark of marked.page.all("abbr")) {
          expect(["h2", "code"].some((tag) => isWithin(mark, tag))).toBe(false);
          expect(mark.attributes.get("title")).toBe(longs.get(textOf(mark).replace(/(?:s|['’]s|s['’])$/, "")));
        }
      }),
      { seed: 30, numRuns: runs(30, 500) },
    );
  });

  it("marks each use of running words that a search for it finds", () => {
    const sentence = fc.array(fc.constantFrom(...WORDS.slice(0, 7), "the", "3", "s", "xHSB", "hsb"), {
      minLength: 1,
      maxLength: 10,
    });
    const forms = ["NHS England", "COVID-19", "AIM 3", "AIM", "HSB", "NHS", "R&D"];
    const use = new RegExp(
      `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]&)(?:${forms.join("|")})(?![\\p{L}\\p{N}]|&[\\p{L}\\p{N}])`,
      "gu",
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        const texts = sentences.map((words) => `One ${words.join(" ")} end.`);
        expect(marks(texts.join("\n\n"))).toEqual(texts.flatMap((text) => text.match(use) ?? []));
      }),
      { seed: 31, numRuns: runs(30, 300) },
    );
  });
});

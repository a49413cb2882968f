import { describe, expect, it } from "vitest";
import { fixFile, fixReport } from "../../src/fixes/apply-fixes.ts";
import { applyEdits } from "../../src/fixes/edit.ts";
import { fieldMeant } from "../../src/fixes/field-meant.ts";
import { type FixOf, NOTHING_FOUND, type ReportFix } from "../../src/fixes/fix.ts";
import { correctionOfBody, fixableText } from "../../src/fixes/fixable.ts";
import { readOriginal } from "../../src/fixes/original-text.ts";
import type { FixableText } from "../../src/fixes/types.ts";
import { isOpenFieldLine, withholdingOf } from "../../src/fixes/withholding.ts";
import { compileContext } from "../../src/site/compile-context.ts";
import { openedReports } from "../../src/site/opened-reports.ts";
import { defaultSettings } from "../../src/site/settings.ts";
import { withheldFiles } from "../../src/site/withheld-files.ts";
import { REPORT, sourceOf } from "../compiled-report.ts";
import { contentOf } from "./fixed-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoder = new TextDecoder();

/** A fix gone wrong: it writes other words in the place of some. */
function faulty(from: string, to: string, how: Partial<FixOf<FixableText>> = {}): FixOf<FixableText> {
  return {
    names: ["dashes"],
    ...how,
    find: (text) => {
      const at = text.body.text.indexOf(from);
      if (at === -1) return NOTHING_FOUND;
      return { corrections: [correctionOfBody(text, "dashes", [at, at + from.length], to)], remarks: [] };
    },
  };
}

/** What a faulty fix leaves of a report. */
function fixed(body: string, fix: FixOf<FixableText>, fields?: string) {
  const file = sourceOf(body, fields);
  const content = contentOf({ [REPORT]: file });
  const opened = openedReports(content, [REPORT]);
  const withheld = withheldFiles(content, opened, () => true);
  const context = {
    settings: defaultSettings,
    ...compileContext(content, opened, { annexTexts: new Set(), plainFiles: [], withheld }, "public"),
  };
  const ofReport: ReportFix = {
    ...fix,
    find: ({ texts: [text] }) => (text === undefined ? NOTHING_FOUND : fix.find(text)),
  };
  const { texts, remarks } = fixReport(REPORT, () => bytes(file), context, { fixes: [ofReport], isAsked: () => true });
  const result = texts.get(REPORT);
  return {
    isChanged: result !== undefined,
    text: result === undefined ? file : decoder.decode(result),
    why: remarks.map(({ message }) => message.replace(/^.*, because /, "")),
  };
}

describe("a fix gone wrong changes nothing, and the author is told", () => {
  it.each([
    ["opens a passage", "One.\n\n::: exempt\n\nTwo.\n\n:::\n", faulty("::: exempt", ":::exempt")],
    ["opens a passage, and touches no fence", "One.\n\nxx\nTwo.\n\n:::\n", faulty("xx", ":::exempt{paragraphs=3}")],
    ["makes a comment of a line", "One.\n\nTwo -x- three.\n", faulty("-x-", "<!--x-->")],
    ["makes code of a line", "One.\n\nTwo.\n", faulty("Two.", "    Two.", { changesBlocks: true })],
    ["takes a word away", "One two.\n", faulty("two", "")],
    ["takes a figure away", "One 2.\n", faulty("2", "")],
    ["makes a heading of a paragraph", "One.\n\nTwo.\n", faulty("Two.", "## Two.")],
    ["makes a quotation of a line", "1. One.\n\n   Two.\n", faulty("Two.", "> Two.")],
    ["takes a numbered paragraph away", "One.\n\nTwo.\n", faulty("Two.", "- Two.", { changesBlocks: true })],
    ["brings an error", "One.\n\n[x](#two)\n\n## Two\n", faulty("#two", "#t-wo")],
    ["brings an error, and nothing else", "One {two}.\n", faulty("{two}", "{#two} {#two}", { changesFigures: true })],
    ["fixes a line that says that it is confidential", "Confidential; Yes\n", faulty("l;", "l:")],
    ["fixes a line so that nothing says that it is confidential", "Confidential: Yes\n", faulty("l:", "l,")],
  ])("when it %s", (_name, body, fix) => {
    const { isChanged, why } = fixed(body, fix);
    expect(isChanged).toBe(false);
    expect(why.length).toBeLessThan(2);
    if (!/^One.\n\n::: exempt/.test(body)) expect(why).not.toEqual([]);
  });

  it("and a sound one is kept", () => {
    expect(fixed("One - two.\n", faulty("-", "–")).text).toBe(sourceOf("One – two.\n"));
  });

  it.each([
    ["the flag", "confidential: No", "confidential: Yes"],
    ["the name of the flag", "confidential: No", "Confidential: No"],
    ["a field that says what the public is told", "public-title: x", "title: x"],
    ["an annex", "annexes: []", "annexes: [{title: x}]"],
    ["that it is a draft", "draft: true", "draft: false"],
    ["a comment", "# x", "# y"],
    ["a line of a list", "wards:\n  - a", "wards:\n  - b"],
  ])("in the frontmatter, when it changes %s", (_name, from, to) => {
    const file = from.startsWith("confidential") ? sourceOf("One.") : sourceOf("One.", from);
    const lastOfFrom = from.split("\n").at(-1) ?? "";
    const at = file.indexOf(lastOfFrom);
    const { texts, remarks } = fixFile(REPORT, bytes(file), true, {
      isAsked: () => true,
      fixes: [
        {
          names: ["field-names"],
          find: ({ path, text }) => {
            const start = text.indexOf(lastOfFrom);
            if (start === -1) return NOTHING_FOUND;
            const replacement = to.split("\n").at(-1) ?? "";
            const edits = [{ start: at, end: at + lastOfFrom.length, replacement }];
            return { corrections: [{ name: "field-names", place: { path, line: 1, column: 1 }, edits }], remarks: [] };
          },
        },
      ],
    });
    expect(texts.size).toBe(0);
    expect(remarks.length).toBeGreaterThan(0);
  });
});

describe("edits", () => {
  it("are applied all at once, in any order", () => {
    const edits = [
      { start: 4, end: 5, replacement: "EE" },
      { start: 0, end: 1, replacement: "" },
      { start: 2, end: 2, replacement: "-" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("b-cdEEf");
  });

  it("never overlap, and never make or take away a line", () => {
    const one = { start: 0, end: 2, replacement: "x" };
    expect(() => applyEdits("abc", [one, { start: 1, end: 3, replacement: "" }])).toThrow(/overlap/);
    expect(() => applyEdits("a\nc", [{ start: 0, end: 2, replacement: "x" }])).toThrow(/lines/);
    expect(() => applyEdits("abc", [{ ...one, replacement: "\r" }])).toThrow(/lines/);
    expect(() => applyEdits("abc", [{ start: 2, end: 9, replacement: "" }])).toThrow(/overlap/);
  });
});

describe("the original text", () => {
  it("says where each character stands in the file", () => {
    const original = "\ufeffa\r\nb\rc\n\r\n\u{1f600}d";
    const source = readOriginal(bytes(original));
    expect(source?.text).toBe("a\nb\nc\n\n\u{1f600}d");
    for (const character of ["a", "b", "c", "d", "\u{1f600}"])
      expect(source?.at(source.text.indexOf(character))).toBe(original.indexOf(character));
    expect(source?.at(source.text.length)).toBe(original.length);
  });
});

describe("a field that says what is withheld", () => {
  it.each([
    "confidential",
    "Confidential",
    "confidental",
    "public-title",
    "Public_Title",
    "annexes",
    "Annexes",
    "draft",
  ])("is none that any fix may touch: %s", (name) => {
    expect(fieldMeant(name)).toBeUndefined();
    expect(isOpenFieldLine(`${name}: x`)).toBe(false);
  });
});

describe("what decides what is withheld", () => {
  const of = (body: string): string => {
    const text = fixableText(REPORT, bytes(sourceOf(body)), true);
    return text === undefined ? "unread" : withholdingOf(text);
  };

  it("is the same for other words in the same lines, and another for other lines", () => {
    const passage = "One.\n\n:::exempt{paragraphs=3}\nTwo.\n:::\n\nThree.\n";
    expect(of(passage.replace("Two", "2"))).toBe(of(passage));
    for (const other of [
      passage.replace("=3", "=4"),
      passage.replace("\nTwo.\n:::\n", "\n:::\nTwo.\n"),
      `${passage}\n`,
    ])
      expect(of(other)).not.toBe(of(passage));
  });
});

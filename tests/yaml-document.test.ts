import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkAgainst, locate, readYamlMapping, type YamlMapping } from "../src/yaml/read-mapping.ts";
import { processorTime } from "./processor-time.ts";

function mappingOf(text: string): YamlMapping {
  const mapping = readYamlMapping(text);
  if ("problems" in mapping) throw new Error(mapping.problems.map(({ message }) => message).join("; "));
  return mapping;
}

/** The texts that the problems of a YAML text mark. */
function problemsOf(text: string) {
  const result = readYamlMapping(text);
  return "problems" in result
    ? result.problems.map(({ start, end, message, fix }) => ({ marked: text.slice(start, end), start, message, fix }))
    : [];
}

describe("readYamlMapping", () => {
  it.each(["? [Qxkeyz]\n: b\n", "? {Qxkeyz: 1}\n: b\n", "a:\n  ? [Qxkeyz]\n  : b\n", "{[Qxkeyz]: b}\n"])(
    "refuses a list or a mapping in place of a name, and no warning quotes it: %j",
    async (text) => {
      const warnings: Error[] = [];
      const listen = (warning: Error) => warnings.push(warning);
      process.on("warning", listen);
      expect(
        problemsOf(text)
          .map(({ message }) => message)
          .join(),
      ).toContain("a name must be a word");
      await new Promise((resolve) => setImmediate(resolve));
      process.off("warning", listen);
      expect(warnings).toEqual([]);
    },
  );

  it("looks into a hundred mistakes, and is refused with these", () => {
    expect(problemsOf("title: a\n".repeat(2_000))).toHaveLength(100);
  });

  it.each([
    ["2019-03-24", "2019-03-24"],
    ["2019-02-31", "2019-02-31"],
    ["12:30", "12:30"],
    ["012", "012"],
    ["0o17", "0o17"],
    ["0x1F", "0x1F"],
    ["1_000", "1_000"],
    ["1e3", "1e3"],
    [".inf", ".inf"],
    ["Yes", "Yes"],
    ["No", "No"],
    ["true", "true"],
    ["off", "off"],
    ["~", "~"],
    ["null", "null"],
    ["+44 1234", "+44 1234"],
    ["'It''s'", "It's"],
    ['"a\\tb"', "a\tb"],
    ["a # comment", "a"],
    ["a#b", "a#b"],
  ])("keeps %s as the text that was typed", (typed, value) => {
    expect(mappingOf(`field: ${typed}\n`).value).toEqual({ field: value });
  });

  it("keeps text in lists and mappings", () => {
    expect(mappingOf("a: [1, no]\nb:\n  - c: 2\n    d: true\n").value).toEqual({
      a: ["1", "no"],
      b: [{ c: "2", d: "true" }],
    });
  });

  it.each([
    ["an alias", "a: &x 1\nb: *x\n", /alias/],
    ["a merge key", "a: &x {b: 1}\n<<: *x\n", /alias/],
    ["a tag", "a: !x 1\n", /tag/],
    ["a tag of the core", "a: !!int 1\n", /tag/],
    ["the tag for text", "a: !!str No\n", /tag/],
    ["the tag for text, written out", "a: !<tag:yaml.org,2002:str> No\n", /tag/],
    ["a tag on a key", "!x a: 1\n", /tag/],
    ["a tag on the whole", "!x\na: 1\n", /tag/],
    ["one key twice", "a: 1\na: 2\n", /twice/],
    ["one key twice, once in quotation marks", 'a: 1\n"a": 2\n', /twice/],
    ["a tab", "a:\n\tb: 1\n", /tab/],
    ["a list", "- a\n", /name: value/],
    ["a text", "a\n", /name: value/],
    ["nothing", "", /name: value/],
    ["a comment", "# a\n", /name: value/],
    ["a second document", "a: 1\n---\nb: 2\n", /\S/],
    ["what follows the end of the document", "a: 1\n...\nb: 2\n", /\S/],
  ])("refuses %s, in words of its own", (_name, text, words) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(words);
    for (const { start, fix } of problems) {
      expect(start).toBeLessThanOrEqual(text.length);
      expect(fix).toMatch(/\S/);
    }
  });

  it.each([
    ["a: [1\nb: 2\n"],
    ["a: 'CANARY\n"],
    ["CANARY: CANARY: CANARY\n"],
    ["- CANARY\n"],
    ["a: &CANARY 1\nb: *CANARY\n"],
    ["a: !CANARY 1\n"],
    ["CANARY: 1\nCANARY: 2\n"],
    ["a: @CANARY\n"],
    ["a: *CANARY\n"],
  ])("never quotes the text: %j", (text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, fix } of problems) expect(`${message} ${fix}`).not.toContain("CANARY");
  });

  it.each([
    ["brackets", "a: ", "[", "]"],
    ["braces", "a: ", "{b: ", "}"],
  ])("accepts 20 %s in one another and refuses 21", (_name, before, open, close) => {
    const nested = (depth: number): string => `${before}${open.repeat(depth)}x${close.repeat(depth)}\n`;
    expect(problemsOf(nested(20))).toEqual([]);
    expect(problemsOf(nested(21))).toMatchObject([{ marked: open[0], message: expect.stringMatching(/deep/) }]);
  });

  it.each(["[", "{", "[{", "- ", "? ", "a: [", "- - ", "-\t", " - "])(
    "never overflows the stack: %j again and again",
    (piece) => {
      for (const text of [piece.repeat(30_000), `a: ${piece.repeat(30_000)}`, `a:\n  ${piece.repeat(30_000)}`]) {
        const time = processorTime(() => expect(problemsOf(text).length).toBeGreaterThan(0));
        expect(time).toBeLessThan(2000);
      }
    },
  );
});

describe("checkAgainst", () => {
  const schema = z.strictObject({
    name: z.string(),
    parts: z.array(z.strictObject({ size: z.enum(["small", "large"]) })).optional(),
  });
  const problemsIn = (text: string) => {
    const result = checkAgainst(schema, mappingOf(text), ({ message, fix }) => ({ message, fix }));
    return "problems" in result
      ? result.problems.map(({ kind, path, start, end }) => ({ kind, path, marked: text.slice(start, end) }))
      : [];
  };

  it("gives the data where it fits", () => {
    expect(checkAgainst(schema, mappingOf("name: A\n"), (issue) => issue)).toEqual({ data: { name: "A" } });
  });

  it("marks a wrong value", () => {
    expect(problemsIn("name: A\nparts:\n  - size: huge\n")).toEqual([
      { kind: "value", path: ["parts", 0, "size"], marked: "huge" },
    ]);
  });

  it("marks the key that is not known, each one", () => {
    expect(problemsIn("name: A\nnmae: B\nparts:\n  - size: small\n    colour: red\nextra: C\n")).toEqual(
      expect.arrayContaining([
        { kind: "unknown key", path: ["nmae"], marked: "nmae" },
        { kind: "unknown key", path: ["extra"], marked: "extra" },
        { kind: "unknown key", path: ["parts", 0, "colour"], marked: "colour" },
      ]),
    );
  });

  it("marks the key of an empty value", () => {
    expect(problemsIn("name: A\nparts:\n")).toMatchObject([{ path: ["parts"], marked: "parts" }]);
  });
});

describe("locate", () => {
  const text = "a: 1\nb:\n  - c: 2\n  - d: 3\n";
  const marked = (path: readonly (string | number)[]): string => {
    const { start, end } = locate(mappingOf(text).document, path);
    return text.slice(start, end);
  };

  it.each<[readonly (string | number)[], string]>([
    [["a"], "1"],
    [["b", 0, "c"], "2"],
    [["b", 1, "d"], "3"],
    [["b", 1, "missing"], "d: 3\n"],
    [["missing"], ""],
  ])("%j", (path, expected) => {
    expect(marked(path).trim()).toBe(expected.trim());
  });
});

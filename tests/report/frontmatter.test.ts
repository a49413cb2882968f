import { beforeEach, describe, expect, it } from "vitest";
import { Sealed } from "../../src/model/sealed.ts";
import { fieldNames, frontmatterFields } from "../../src/report/frontmatter/fields.ts";
import { readFrontmatter } from "../../src/report/frontmatter/read.ts";
import { compileFile, errorsOf, frontmatterOf, PATH, placesOf, raisedBy, reportOf, sourceOf } from "../compile-text.ts";
import { processorTime } from "../processor-time.ts";

function read(text: string) {
  const { result, findings } = raisedBy((raise) => readFrontmatter(sourceOf(text), raise));
  const body = result.body && Sealed.open(result.body);
  return { ...result, body, findings, places: placesOf(findings) };
}

/** Reads a sound report with one more field, or with another value for one of its fields. */
function withField(name: string, value: string) {
  return read(reportOf({ ...withheldFor(name), [name]: value }));
}

/** A title for the public is of use only where the report is withheld. */
function withheldFor(name: string): Readonly<Record<string, string>> {
  return name === "public-title" || name === "released" ? { confidential: "{paragraphs: [3]}" } : {};
}

function fieldValue(name: string, value: string, property: string): unknown {
  const { reading, findings } = withField(name, value);
  expect(findings).toEqual([]);
  return reading?.frontmatter[property as keyof typeof reading.frontmatter];
}

const SOUND = reportOf({});

describe("the fences of the frontmatter", () => {
  it("are two lines of exactly ---, and the text below keeps its lines", () => {
    const { reading, body, findings } = read(SOUND);
    expect(findings).toEqual([]);
    expect(reading?.frontmatter.title).toBe("Update");
    expect(body).toBe("\n\n\n\n\n\n\nThe first paragraph.\n");
    expect(body?.split("\n").indexOf("The first paragraph.")).toBe(SOUND.split("\n").indexOf("The first paragraph."));
  });

  it.each([
    ["---js", "frontmatter-language"],
    ["---javascript", "frontmatter-language"],
    ["---json", "frontmatter-language"],
    ["---toml", "frontmatter-language"],
    ["---yaml", "frontmatter-language"],
    ["---coffee", "frontmatter-language"],
    ["---JS", "frontmatter-language"],
    ["--- js", undefined],
    ["---\tjs", undefined],
    ["---- js", undefined],
    ["---;js", undefined],
    ["----", undefined],
    ["-----", undefined],
    ["--", undefined],
    ["--- ", undefined],
    ["---\t", undefined],
    [" ---", undefined],
    ["\t---", undefined],
    ["\n---", undefined],
    ["  \n---", undefined],
    ["***", undefined],
    ["+++", undefined],
    [";;;", undefined],
    ["```yaml", undefined],
    ["\u00a0---", undefined],
    ["–––", undefined],
    ["———", undefined],
    ["−−−", undefined],
    ["--- # fields", undefined],
    ["%YAML 1.2\n---", undefined],
    ["<!-- -->\n---", undefined],
    ["# Title\n\n---", undefined],
  ])("a file that opens with %j is refused at its first line, and nothing of it becomes text", (opening, rule) => {
    for (const flag of ["Yes", "No"]) {
      const { reading, body, findings, isPlainlyPublic } = read(
        `${opening}\n${frontmatterOf({ confidential: flag })}---\n\nThe text.\n`,
      );
      expect(reading).toBeUndefined();
      expect(body).toBeUndefined();
      expect(isPlainlyPublic).toBe(false);
      expect(findings).toHaveLength(1);
      if (rule === undefined) expect(findings[0]?.rule).toMatch(/^frontmatter-/);
      else expect(findings[0]?.rule).toBe(rule);
      expect(findings[0]?.place).toMatchObject({ path: PATH, line: 1, column: 1 });
      expect(findings[0]?.fix).toMatch(/exactly ---/);
    }
  });

  it.each(["", "\n", "   \n\n", "Just text.\n", "title: Update\nconfidential: No\n\nText\n"])(
    "a file without any is refused: %j",
    (text) => {
      expect(read(text)).toMatchObject({ body: undefined, places: ["frontmatter-missing 1:1"] });
    },
  );

  it.each([
    ["never", `---\n${frontmatterOf()}`, "1:1"],
    ["never, and the text follows", `---\n${frontmatterOf()}\nThe text.\n\n## A heading\n\nMore.\n`, "1:1"],
    ["with ----", `---\n${frontmatterOf()}----\n\nThe text.\n`, "6:1"],
    ["with --- and a blank", `---\n${frontmatterOf()}--- \n\nThe text.\n`, "6:1"],
    ["with --- and a word", `---\n${frontmatterOf()}---end\n\nThe text.\n`, "6:1"],
    ["with --- and a comment", `---\n${frontmatterOf()}--- # end\n\nThe text.\n`, "6:1"],
    ["with --", `---\n${frontmatterOf()}--\n\nThe text.\n`, "1:1"],
    ["with an indented ---", `---\n${frontmatterOf()} ---\n\nThe text.\n`, "1:1"],
    ["with three dots", `---\n${frontmatterOf()}...\n\nThe text.\n`, "1:1"],
    ["with dashes of another kind", `---\n${frontmatterOf()}–––\n\nThe text.\n`, "1:1"],
  ])("frontmatter that ends %s is refused", (_name, text, place) => {
    const { reading, places, body, findings } = read(text);
    expect(reading).toBeUndefined();
    expect(places).toEqual([`frontmatter-unclosed ${place}`]);
    expect(body).toBeUndefined();
    expect(findings[0]?.fix).toMatch(/---/);
  });

  it("may end at the end of the file, without a line end", () => {
    const { reading, body } = read(`---\n${frontmatterOf()}---`);
    expect(reading?.frontmatter.title).toBe("Update");
    expect(body?.trim()).toBe("");
  });

  it.each([
    ["nothing", "---\n---\n\nThe text.\n"],
    ["an empty line", "---\n\n---\n\nThe text.\n"],
    ["a comment", "---\n# title: Update\n---\n\nThe text.\n"],
  ])("that hold %s are refused", (_name, text) => {
    const { reading, findings } = read(text);
    expect(reading).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte-order mark", (text: string) => `\ufeff${text}`],
    ["a byte-order mark and CRLF", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["lone CR", (text: string) => text.replaceAll("\n", "\r")],
  ])("may be written with %s, and the page is the same", (_name, write) => {
    const plain = compileFile(SOUND);
    const written = compileFile(write(SOUND));
    expect(plain.outcome).toBe("published");
    expect(written.diagnostics).toEqual([]);
    expect(written).toEqual(plain);
  });

  it.each([
    ["two byte-order marks", "\ufeff\ufeff"],
    ["a zero-width space", "\u200b"],
    ["a word joiner", "\u2060"],
    ["a soft hyphen", "\u00ad"],
    ["NUL", "\0"],
    ["a byte-order mark and a blank", "\ufeff "],
    ["a byte-order mark and an empty line", "\ufeff\n"],
    ["a zero-width joiner", "\u200d"],
    ["a combining accent", "\u0301"],
  ])("may not stand behind %s", (_name, before) => {
    const { outcome, diagnostics, report } = compileFile(before + reportOf({ confidential: "Yes" }));
    expect(outcome).toBe("refused");
    expect(report).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it("end at a --- inside a block of text, and a field below it is an error", () => {
    const text = `---\ntitle: Update\nauthor: A\ndate: 2019-03-24\nconfidential: No\nsummary: |\n  words\n---\nconfidential: Yes\nwards: [A]\n---\n\nThe text.\n`;
    const compiled = compileFile(text);
    expect(compiled.report).toBeUndefined();
    expect(errorsOf(compiled)).toContain("confidential-in-body");
  });

  it.each(fieldNames)("a body that begins with the field `%s` is refused: the frontmatter ended too early", (name) => {
    const example = frontmatterFields[name].example;
    const compiled = compileFile(reportOf({}, `${example}\n---\n\nThe text.\n`));
    expect(compiled.outcome).toBe("refused");
    expect(errorsOf(compiled)).toContainEqual(expect.stringMatching(/-in-body$/));
  });

  it("may be 64 KiB and no more", () => {
    const padding = (length: number): string => `---\n${frontmatterOf()}# ${"a".repeat(length)}\n---\n\nThe text.\n`;
    expect(read(padding(64 * 1024 - 200)).findings).toEqual([]);
    const { reading, places } = read(padding(64 * 1024 + 1));
    expect(reading).toBeUndefined();
    expect(places).toEqual(["frontmatter-too-large 1:1"]);
  });

  it("count bytes in that bound, as the file's own bound does", () => {
    expect(read(`---\n${frontmatterOf()}# ${"é".repeat(40 * 1024)}\n---\n\nThe text.\n`).places).toEqual([
      "frontmatter-too-large 1:1",
    ]);
  });
});

describe("frontmatter in another language", () => {
  const global = globalThis as { ranByFrontmatter?: boolean };
  beforeEach(() => {
    delete global.ranByFrontmatter;
  });

  it.each([
    "---js\nglobalThis.ranByFrontmatter = true\n---\n\nThe text.\n",
    "---js\n{ title: (globalThis.ranByFrontmatter = true) && 'a' }\n---\n\nThe text.\n",
    "---javascript\n(() => { globalThis.ranByFrontmatter = true; return {}; })()\n---\n\nThe text.\n",
    "--- js\nglobalThis.ranByFrontmatter = true\n---\n\nThe text.\n",
    "---\njs: !!js/function 'function () { globalThis.ranByFrontmatter = true }'\n---\n\nThe text.\n",
    "---\ntitle: !<tag:yaml.org,2002:js/function> 'function () { globalThis.ranByFrontmatter = true }'\n---\n\nText.\n",
    "---\ntitle: !!js/undefined ''\n---\n\nText.\n",
    "\ufeff---js\nglobalThis.ranByFrontmatter = true\n---\n\nThe text.\n",
    "---js\r\nglobalThis.ranByFrontmatter = true\r\n---\r\n\r\nThe text.\r\n",
    "---js\nglobalThis.ranByFrontmatter = true",
  ])("is refused and never run: %j", (text) => {
    for (let time = 0; time < 2; time++) {
      const { outcome, diagnostics, report } = compileFile(text);
      expect(outcome).toBe("refused");
      expect(report).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(global.ranByFrontmatter).toBeUndefined();
    }
  });

  it("says so to the author", () => {
    const [finding] = read("---js\nx\n---\n").findings;
    expect(finding?.message).toMatch(/only YAML/);
    expect(finding?.message).toMatch(/ever run|never/);
  });
});

describe("frontmatter that is not YAML", () => {
  it.each([
    ["a tab before a field", "title: Update\n\tauthor: A\n", "3:1", /tab/],
    ["a tab before an entry of a list", "title: Update\nwards:\n\t- Castle\n", "4:1", /tab/],
    ["a tab before a field in a mapping", "title: Update\ncontact:\n\tname: A\n", "4:1", /tab/],
    ["one field twice", "title: Update\nauthor: A\ntitle: Other\n", "4:1", /twice/],
    ["`confidential` twice", "confidential: Yes\ntitle: Update\nconfidential: No\n", "4:1", /twice/],
    ["one field twice in a mapping", "contact:\n  name: A\n  name: B\n", "4:3", /twice/],
    ["a colon in the title", "title: Budget: the first quarter\n", "2:8", /colon/],
    ["a quotation mark without its end", 'title: "Update\nauthor: A\n', undefined, /quotation mark/],
    ["a bracket without its end", "title: Update\nwards: [Castle\n", undefined, /\S/],
    ["an alias", "title: &t Update\npublic-title: *t\n", undefined, /alias/],
    ["an anchor", "title: &t Update\n", "2:8", /anchor/],
    ["an anchor on a field's name", "&a title: Update\n", "2:1", /anchor/],
    ["an anchor on the whole", "&a\ntitle: Update\n", "2:1", /anchor/],
    ["an alias of nothing", "title: *nowhere\n", "2:8", /\S/],
    ["a merge key", "base: &b {title: A}\n<<: *b\n", undefined, /alias/],
    ["a tag", "title: !!str Update\n", "2:8", /tag/],
    ["a tag of one's own", "title: !secret Update\n", "2:8", /tag/],
    ["a tag on a number", "item: !!int 3\n", "2:7", /tag/],
    ["a tag on a flag", "confidential: !!bool No\n", "2:15", /tag/],
    ["a tag on a list", "wards: !!set {Castle}\n", "2:8", /tag/],
    ["a tag without a name", "title: ! Update\n", "2:8", /tag/],
    ["a sign that YAML keeps", "title: @update\n", "2:8", /quotation marks/],
    ["a percent sign", "title: %update\n", "2:8", /quotation marks/],
    ["a second document", `${frontmatterOf()}...\nconfidential: Yes\n`, undefined, /\S/],
    ["a list", "- title: Update\n", undefined, /name: value/],
    ["a single value", "confidential\n", undefined, /name: value/],
    ["a quoted text", '"title: Update"\n', undefined, /name: value/],
    ["null", "null\n", undefined, /name: value/],
    ["a number", "7\n", undefined, /name: value/],
  ])("is refused at its line and column: %s", (_name, yaml, place, words) => {
    const { reading, findings, isPlainlyPublic } = read(`---\n${yaml}---\n\nThe text.\n`);
    expect(reading).toBeUndefined();
    expect(isPlainlyPublic).toBe(false);
    expect(findings.map(({ rule }) => rule)).toContain("frontmatter-syntax");
    expect(findings.map(({ message, fix }) => `${message} ${fix}`).join("\n")).toMatch(words);
    if (place !== undefined) expect(placesOf(findings)).toContain(`frontmatter-syntax ${place}`);
    const lines = yaml.split("\n").length;
    for (const { place: found, fix } of findings) {
      expect(found.line).toBeGreaterThanOrEqual(2);
      expect(found.line).toBeLessThanOrEqual(lines + 1);
      expect(fix).toMatch(/\S/);
    }
  });

  it.each([
    "[".repeat(5_000),
    "{".repeat(5_000),
    `title: ${"[".repeat(5_000)}`,
    `title: ${"{a: ".repeat(5_000)}`,
    "- ".repeat(5_000),
    "? ".repeat(5_000),
    `title:\n${Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}`,
    `wards:\n${Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth + 1)}-`).join("\n")}`,
    `title: ${"!a ".repeat(5_000)}`,
    `title: ${"&a ".repeat(5_000)}`,
    `title: ${'"'.repeat(5_000)}`,
    `${"a: ".repeat(5_000)}`,
  ])("is refused without overflowing, quickly: %.12s…", (yaml) => {
    const time = processorTime(() => {
      const { reading, findings } = read(`---\n${yaml}\n---\n\nThe text.\n`);
      expect(reading).toBeUndefined();
      expect(findings.length).toBeGreaterThan(0);
    });
    expect(time).toBeLessThan(2000);
  });

  it("is refused the second time as it was the first", () => {
    const text = "---\ntitle: [\nconfidential: No\n---\n\nThe text.\n";
    const first = read(text);
    expect(first.reading).toBeUndefined();
    expect(read(text)).toEqual(first);
    expect(read(text)).toEqual(first);
  });

  it("never quotes what stands there", () => {
    const { findings } = read('---\ntitle: "CANARY\nauthor: CANARY: CANARY\nCANARY\n---\n\nThe text.\n');
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain("CANARY");
  });

  it("keeps a comment, a quotation and a block of text as YAML reads them", () => {
    const { reading, findings } = read(
      "---\n# a comment\ntitle: 'It''s an update' # another\nauthor: \"Priya \\u00e9\"\ndate: 2019-03-24\nconfidential: No\nsummary: >-\n  One\n  two.\n---\n\nThe text.\n",
    );
    expect(findings).toEqual([]);
    expect(reading?.frontmatter).toMatchObject({
      title: "It's an update",
      authors: [{ name: "Priya é" }],
      summary: "One two.",
    });
  });

  it.each([
    ["a right-to-left override", '"Update \\u202e of"'],
    ["NUL", '"Update \\0 of"'],
    ["a carriage return", '"Update \\r of"'],
    ["a vertical tab", '"Update \\v of"'],
    ["a next-line character", '"Update \\N of"'],
    ["a line separator", '"Update \\L of"'],
    ["an escape sequence", '"Update \\e[31m of"'],
    ["a zero-width space", '"Update\\u200bof"'],
    ["half a pair of surrogates", '"Update \\ud800 of"'],
  ])("refuses %s that is written as an escape in quotation marks", (_name, title) => {
    const compiled = compileFile(reportOf({ title }));
    expect(compiled.report).toBeUndefined();
    expect(errorsOf(compiled)).not.toEqual([]);
  });
});

describe("required fields", () => {
  it.each(["title", "author", "date", "confidential"])("`%s` must be there", (name) => {
    const { reading, findings } = read(reportOf({ [name]: undefined }));
    expect(reading).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.place).toMatchObject({ path: PATH, line: 1, column: 1 });
    expect(findings[0]?.message).toContain(`\`${name}\` is missing`);
    expect(findings[0]?.fix).toContain(`${name}: `);
    expect(findings[0]?.rule).toBe(name === "confidential" ? "confidential-flag" : "frontmatter-field-missing");
  });

  it.each(["title", "author", "date", "confidential"])("`%s` must hold something", (name) => {
    for (const empty of ["", '""', "''", "'  '", "[]", "{}"]) {
      const { reading, findings } = withField(name, empty);
      expect(reading, empty).toBeUndefined();
      expect(findings, empty).toHaveLength(1);
      expect(findings[0]?.message).toContain(`\`${name}\``);
    }
  });

  it("are all named at once when none is there", () => {
    const { findings } = read("---\nlang: cy\n---\n\nThe text.\n");
    expect(findings.map(({ message }) => /`([a-z]+)` is missing/.exec(message)?.[1]).sort()).toEqual([
      "author",
      "confidential",
      "date",
      "title",
    ]);
  });

  it("and nothing else is required", () => {
    const { reading } = read(SOUND);
    expect(reading?.frontmatter).toMatchObject({
      annexes: [],
      wards: [],
      background: [],
      formerly: [],
      lang: "en-GB",
      draft: false,
    });
  });
});

describe("unknown fields", () => {
  it.each([
    ["confidental", "confidential"],
    ["Confidential", "confidential"],
    ["CONFIDENTIAL", "confidential"],
    ["tittle", "title"],
    ["Title", "title"],
    ["autor", "author"],
    ["authors", "author"],
    ["comittee", "committee"],
    ["annex", "annexes"],
    ["anexes", "annexes"],
    ["public_title", "public-title"],
    ["abbreviation", "abbreviations"],
    ["sumary", "summary"],
    ["supplment", "supplement"],
    ["bacground", "background"],
  ])("`%s` is refused at its line, and `%s` is offered", (typed, known) => {
    const { reading, findings } = read(reportOf({ [typed]: "x" }));
    expect(reading).toBeUndefined();
    expect(placesOf(findings)).toEqual(["frontmatter-field-unknown 6:1"]);
    expect(findings[0]?.message).toBe(`\`${typed}\` is not a field; did you mean \`${known}\`?`);
    expect(findings[0]?.fix).toContain(known);
    expect(findings[0]?.knownWord).toBe(known);
  });

  it.each([
    [
      "\nchair-agreed: Yes",
      "`chair-agreed` is not a field of its own, but part of `urgency:`",
      "indent it below `urgency:`",
    ],
    [
      "\npublic-interest: A",
      "`public-interest` is not a field of its own, but part of `confidential:`",
      "below `confidential:`",
    ],
    [
      "\nreason: A",
      "part of `urgency:` or `confidential:` or `released:` or `withdrawn:`",
      "the one that it belongs to",
    ],
    [
      "\nconfidential: {paragraphs: [3], released: Qx}",
      "`released` is one of the whole report",
      "write `released:` at the margin",
    ],
    [
      "\nannexes: [{title: A, supplement: Qx}]",
      "`supplement` is one of the whole report",
      "fields here are title, file",
    ],
  ])("that belong elsewhere are told where, in words of the program alone: %s", (lines, message, fix) => {
    const name = lines.includes("\nconfidential") ? "confidential" : "summary";
    const { findings } = read(reportOf({ [name]: lines.startsWith("\nconf") ? lines.slice(15) : `A.${lines}` }));
    const unknown = findings.filter(({ rule }) => rule === "frontmatter-field-unknown");
    expect(unknown).toHaveLength(1);
    expect(unknown[0]?.message).toContain(message);
    expect(unknown[0]?.fix).toContain(fix);
    expect(unknown[0]?.quotesNothing).toBe(true);
  });

  it("that are like no field are refused with the list of fields", () => {
    const { findings } = read(reportOf({ reference: "SCR/19/4" }));
    expect(findings[0]?.message).toBe("`reference` is not a field");
    for (const name of fieldNames) expect(findings[0]?.fix).toContain(name);
  });

  it.each([
    ["Report number", "CS/24/17", "facts: {Report number: CS/24/17}"],
    ["Key decision", "No", "facts: {Key decision: No}"],
    ["Portfolio holder", '"Cllr A: Example"', 'facts: {Portfolio holder: "Cllr A: Example"}'],
    ["Report of", "The Director of Place", "facts: {Report of: The Director of Place}"],
  ])("that are facts of a cover page, such as %s, are told where they go", (name, value, fix) => {
    const { findings } = read(reportOf({ [name]: value }));
    expect(findings.map(({ rule }) => rule)).toEqual(["frontmatter-field-unknown"]);
    expect(findings[0]?.fix).toContain(`\`${fix}\``);
    const inFacts = read(reportOf({ facts: fix.slice("facts: ".length) }));
    expect(inFacts.findings).toEqual([]);
  });

  it.each([
    ["Exempt", "Yes"],
    ["Status", "Restricted"],
    ["Confidentiality status", "Part 2"],
    ["Decision type", "[a, b]"],
  ])("that may say what is withheld, or are no text, are not told to be facts: %s", (name, value) => {
    expect(read(reportOf({ [name]: value })).findings[0]?.fix).not.toContain("facts:");
  });

  it.each([
    ["contact", "\n  nmae: A\n  name: A", "name", "7:3"],
    ["contact", "\n  name: A\n  emial: a@example.gov.uk", "email", "8:3"],
    ["contact", "\n  name: A\n  phone: 1", undefined, "8:3"],
    ["author", "\n  - name: A\n    rol: Officer", "role", "8:5"],
    ["annexes", "\n  - title: A\n    fille: update/a.pdf", "file", "8:5"],
    ["annexes", "\n  - titel: A\n    title: A", "title", "7:5"],
    ["annexes", "\n  - title: A\n    confidental: Yes", "confidential", "8:5"],
    ["background", "\n  - title: A\n    ulr: https://example.org/", "url", "8:5"],
    ["confidential", "\n  paragraphs: [1]\n  reasn: x", "reason", "8:3"],
    ["annexes", "\n  - title: A\n    confidential:\n      paragraphs: [3]\n      reviwe: 2026-03-31", "review", "10:7"],
  ])("in a mapping of `%s` are refused in their place: %j", (name, value, known, place) => {
    const fields: Record<string, string | undefined> = { [name]: undefined };
    const text = `---\n${frontmatterOf(fields)}${name}: ${value.trimEnd()}\n---\n\nThe text.\n`;
    const { reading, findings } = read(text);
    expect(reading).toBeUndefined();
    const [line, column] = place.split(":");
    // A required field moves to the end, so the lines above are one fewer.
    const moved = name === "author" || name === "confidential" ? Number(line) - 1 : Number(line);
    expect(placesOf(findings)).toEqual([`frontmatter-field-unknown ${moved}:${column}`]);
    expect(findings[0]?.knownWord).toBe(known);
    if (known !== undefined) expect(findings[0]?.message).toContain(`did you mean \`${known}\``);
  });

  it("offer in a mapping only the fields that the mapping takes", () => {
    const { findings } = withField("annexes", "\n  - title: A\n    reason: x");
    expect(findings[0]?.message).not.toMatch(/did you mean/);
    expect(findings[0]?.fix).not.toMatch(/`reason`/);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])("refuse `%s`", (name) => {
    const { reading, findings } = read(`---\n${frontmatterOf()}${name}: x\n---\n\nThe text.\n`);
    expect(reading).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(placesOf(findings)).toEqual(["frontmatter-field-unknown 6:1"]);
  });

  it.each(["", "~", "? [a]\n", "1", "true"])("refuse the key %j", (key) => {
    const { reading, findings } = read(`---\n${frontmatterOf()}${key}: x\n---\n\nThe text.\n`);
    expect(reading).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe("each field", () => {
  it.each<[string, string, string, unknown]>([
    ["title", "Update: 2019", "", null],
    ["title", '"Update: 2019"', "title", "Update: 2019"],
    ["title", "2019", "title", "2019"],
    ["title", "No", "title", "No"],
    ["title", "0x1F", "title", "0x1F"],
    ["title", "2 * 3 * 4 = 24", "title", "2 * 3 * 4 = 24"],
    ["title", "Growth < 5 and > 3", "title", "Growth < 5 and > 3"],
    ["title", "R&D at AT&T", "title", "R&D at AT&T"],
    ["title", "snake_case_word", "title", "snake_case_word"],
    ["title", "Adroddiad i’r Cyngor", "title", "Adroddiad i’r Cyngor"],
    ["author", "Priya Nair", "authors", [{ name: "Priya Nair" }]],
    ["author", "[Priya Nair, Tom Ash]", "authors", [{ name: "Priya Nair" }, { name: "Tom Ash" }]],
    [
      "author",
      "\n  - name: Priya Nair\n    role: Officer\n    email: p@example.gov.uk\n    telephone: 01234 567890\n  - Tom Ash",
      "authors",
      [
        { name: "Priya Nair", role: "Officer", email: "p@example.gov.uk", telephone: "01234 567890" },
        { name: "Tom Ash" },
      ],
    ],
    ["date", "2019-03-24", "date", "2019-03-24"],
    ["date", "24 March 2019", "date", "2019-03-24"],
    ["date", '"2019-03-24"', "date", "2019-03-24"],
    ["public-title", "Contract award", "publicTitle", undefined],
    ["committee", "children", "committee", "children"],
    ["meeting", "8 April 2019", "meeting", "2019-04-08"],
    ["item", "6", "item", "6"],
    ["item", "6.10", "item", "6.10"],
    ["item", "6a", "item", "6a"],
    ["item", "B12(a)", "item", "B12(a)"],
    ["item", "6.", "item", "6"],
    ["item", '"6"', "item", "6"],
    ["supplement", "2", "supplement", 2],
    ["summary", "Progress since March.", "summary", "Progress since March."],
    ["summary", ">\n  Progress\n  since March.", "summary", "Progress since March."],
    ["contact", "Priya Nair", "contacts", [{ name: "Priya Nair" }]],
    ["contact", "{name: A, telephone: 0123}", "contacts", [{ name: "A", telephone: "0123" }]],
    ["contact", "[{name: A, role: Clerk}, B]", "contacts", [{ name: "A", role: "Clerk" }, { name: "B" }]],
    ["wards", "[Castle, Riverside]", "wards", ["Castle", "Riverside"]],
    ["wards", "Castle", "wards", ["Castle"]],
    ["wards", "All", "wards", []],
    ["wards", "[All]", "isAboutAllWards", true],
    ["wards", "all wards", "isAboutAllWards", true],
    ["wards", "Allerton", "isAboutAllWards", false],
    ["also-to", "[]", "alsoTo", []],
    [
      "also-to",
      "\n  - {committee: Cabinet, meeting: 16 April 2019, item: 6.10}\n  - committee: Audit\n    meeting: 2019-05-01",
      "alsoTo",
      [
        { committee: "Cabinet", meeting: "2019-04-16", item: "6.10" },
        { committee: "Audit", meeting: "2019-05-01" },
      ],
    ],
    [
      "facts",
      "\n  Report number: CS/24/17\n  Key decision: No\n  Year: 2024\n  Rate: 1.10\n  1st reading: ~",
      "facts",
      new Map([
        ["Report number", "CS/24/17"],
        ["Key decision", "No"],
        ["Year", "2024"],
        ["Rate", "1.10"],
        ["1st reading", "~"],
      ]),
    ],
    [
      "amended",
      "\n  - {date: 2 May 2019, note: The costs were\n      corrected., paragraphs: [4, 2.10, A1, 7(a)]}",
      "amended",
      [{ date: "2019-05-02", note: "The costs were corrected.", paragraphs: ["4", "2.10", "A1", "7(a)"] }],
    ],
    ["amended", "[{date: 2019-05-02, note: A}]", "amended", [{ date: "2019-05-02", note: "A", paragraphs: [] }]],
    [
      "withdrawn",
      "{date: 2 May 2019, reason: A later report takes its place.}",
      "withdrawn",
      { date: "2019-05-02", reason: "A later report takes its place." },
    ],
    ["wards", "\n- Castle\n- No", "wards", ["Castle", "No"]],
    [
      "background",
      "\n  - Minutes\n  - title: Act\n    url: https://example.org/act",
      "background",
      [{ title: "Minutes" }, { title: "Act", url: "https://example.org/act" }],
    ],
    [
      "abbreviations",
      "\n  HSB: Harmful Sexual Behaviour",
      "abbreviations",
      new Map([["HSB", "Harmful Sexual Behaviour"]]),
    ],
    ["abbreviations", "\n  NO: Northern Office", "abbreviations", new Map([["NO", "Northern Office"]])],
    ["numbering", "automatic", "numbering", "automatic"],
    ["numbering", "typed", "numbering", "typed"],
    ["numbering", "as-published", "numbering", "as-published"],
    ["numbering", "none", "numbering", "none"],
    ["numbering-style", "decimal", "numberingStyle", "decimal"],
    ["formerly", "[2018/update]", "formerly", ["2018/update"]],
    ["lang", "cy", "lang", "cy"],
    ["lang", "en-GB", "lang", "en-GB"],
    ["draft", "true", "draft", true],
    ["draft", "false", "draft", false],
    ["annexes", "\n  - title: A", "annexes", [{ title: "A" }]],
    ["annexes", '\n  - title: A\n    label: "1"', "annexes", [{ title: "A", label: "1" }]],
    ["annexes", "\n  - title: A\n    file: update/a.pdf", "annexes", [{ title: "A", file: "update/a.pdf" }]],
    ["annexes", "\n  - title: A\n    confidential: No", "annexes", [{ title: "A" }]],
    [
      "annexes",
      "\n  - title: A\n    file: update/a.pdf\n    confidential: {paragraphs: [3]}\n    public-title: B",
      "annexes",
      [
        {
          title: "A",
          file: "update/a.pdf",
          publicTitle: "B",
          withholding: { basis: "exempt", paragraphs: [3] },
        },
      ],
    ],
  ])("`%s` may be %j", (name, value, property, expected) => {
    if (expected === null) {
      expect(withField(name, value).reading).toBeUndefined();
      return;
    }
    const found = fieldValue(name, value, property);
    if (expected !== undefined) expect(found).toEqual(expected);
  });

  it.each([
    // [field, value, line and column of the error, what the message or the fix says]
    ["title", '"**Update**"', "2:8", /Markdown|markup/],
    ["title", "An *update*", "2:8", /Markdown|markup/],
    ["title", "An _update_", "2:8", /Markdown|markup/],
    ["title", "An *update*, again", "2:8", /Markdown|markup/],
    ["title", "(*update*)", "2:8", /Markdown|markup/],
    ["title", "An <b>update</b>", "2:8", /Markdown|HTML|markup/],
    ["title", "An <br> update", "2:8", /Markdown|HTML|markup/],
    ["title", "An <!-- --> update", "2:8", /Markdown|HTML|markup/],
    ["title", '"An `update`"', "2:8", /Markdown|markup/],
    ["title", "'[An update](https://example.org)'", "2:8", /Markdown|markup/],
    ["title", "'# Update'", "2:8", /Markdown|markup/],
    ["title", "'~~Old~~ update'", "2:8", /Markdown|markup/],
    ["title", "Fish &amp; chips", "2:8", /Markdown|HTML|markup/],
    ["title", "Fish &#38; chips", "2:8", /Markdown|HTML|markup/],
    ["title", '"two\\nlines"', "2:8", /line/],
    ["title", "[Update]", "2:8", /text/],
    ["title", "{a: b}", "2:8", /text/],
    ["author", "{name: A, name2: B}", "3:19", /not a field/],
    ["author", "[[A]]", "3:10", /name/],
    ["author", "{role: Officer}", "3:9", /name/],
    ["date", "2019-02-31", "4:7", /does not exist/],
    ["date", "31 April 2019", "4:7", /does not exist/],
    ["date", "03/04/2019", "4:7", /3 April 2019.*4 March 2019/s],
    ["date", "yesterday", "4:7", /24 March 2019/],
    ["date", "13th October 2025", "4:7", /write 13 October 2025$/],
    ["date", "Monday, 13 Oct 2025", "4:7", /write 13 October 2025$/],
    ["date", "[2019-03-24]", "4:7", /date/],
    ["meeting", "2019-13-01", "6:10", /does not exist/],
    ["item", "0", "6:7", /agenda item/],
    ["item", "-1", "6:7", /agenda item/],
    ["item", "six", "6:7", /agenda item/],
    ["item", "0x10", "6:7", /agenda item/],
    ["item", "12:30", "6:7", /agenda item/],
    ["item", "6 and 7", "6:7", /agenda item/],
    ["item", "[6]", "6:7", /the agenda prints it/],
    ["supplement", "0", "6:13", /whole number/],
    ["supplement", "first", "6:13", /whole number/],
    ["numbering", "Automatic", "6:12", /automatic/],
    ["numbering", "auto", "6:12", /automatic/],
    ["numbering", "[typed]", "6:12", /automatic/],
    ["lang", "en", "6:7", /en-GB/],
    ["lang", "fr", "6:7", /en-GB/],
    ["draft", "maybe", "6:8", /true/],
    ["draft", "1", "6:8", /true/],
    ["draft", "on", "6:8", /true/],
    ["wards", "[All, Castle]", "6:8", /every ward/],
    ["also-to", "{committee: A, meeting: 2019-04-08}", "6:10", /list/],
    ["also-to", "\n  - committee: A", "7:5", /meeting/],
    ["also-to", "\n  - committee: A\n    meeting: soon", "8:14", /24 March 2019/],
    ["also-to", "\n  - committee: A\n    meeting: 2019-04-08\n    item: first", "9:11", /agenda item/],
    ["facts", "[CS/24/17]", "6:8", /mapping/],
    ["facts", "\n  Report number: [a]", "7:18", /text/],
    ["facts", "\n  Report number:", "7:3", /empty/],
    ["facts", "\n  24: a", "7:3", /no word/],
    ["facts", "\n  A: b\n  Confidential: Yes", "8:3", /decides what is published/],
    ["facts", "\n  A: b\n  Confidental: No", "8:3", /decides what is published/],
    ["amended", "{date: 2019-05-02, note: A}", "6:10", /list/],
    ["amended", "\n  - date: 2019-05-02", "7:5", /note/],
    ["amended", "\n  - {date: 2019-05-02, note: A, paragraphs: [4 to 6]}", "7:46", /number of a paragraph/],
    ["withdrawn", "Yes", "6:12", /date and reason/],
    ["withdrawn", "{date: 2019-05-02}", "6:12", /reason/],
    ["withdrawn", "{date: 2019-05-02, reason: …}", "6:39", /gives no reason/],
    ["urgency", "{reason: Yes, chair-agreed: Yes}", "6:19", /gives no reason/],
    ["wards", "{Castle: 1}", "6:8", /list/],
    ["wards", "[Castle, [Riverside]]", "6:17", /text/],
    ["wards", "[Castle, '']", "6:17", /empty/],
    ["background", "Minutes", "6:13", /list/],
    ["background", "\n  - title: A\n    url: javascript:alert(1)", "8:10", /web address/],
    ["background", "\n  - title: A\n    url: minutes.pdf", "8:10", /web address/],
    ["background", "\n  - url: https://example.org/", "7:5", /title/],
    ["background", "[None, Minutes]", "6:13", /None, and names a paper/],
    ["background", "[{title: None, url: https://example.org/}]", "6:13", /None, and names a paper/],
    ["abbreviations", "[HSB]", "6:16", /mapping/],
    ["abbreviations", "HSB", "6:16", /mapping/],
    ["abbreviations", "\n  HSB: [a]", "7:8", /text/],
    ["abbreviations", "\n  HSB:", "7:3", /empty/],
    ["formerly", "2018/update", "6:11", /list/],
    ["contact", "[[A]]", "6:11", /name/],
    ["contact", "{email: a@example.gov.uk}", "6:10", /name/],
    ["committee", "[children]", "6:12", /is a list/],
    ["meeting", "[2019-04-08]", "6:10", /is a list/],
    ["summary", "[a]", "6:10", /text/],
    ["annexes", "Map", "6:10", /list/],
    ["annexes", "[Map]", "6:11", /title/],
    ["annexes", "\n  - file: update/a.pdf", "7:5", /title/],
    ["annexes", "\n  - title: A\n    label: first", "8:12", /letter or number/],
    ["annexes", "\n  - title: '**A**'", "7:12", /Markdown|markup/],
    ["annexes", "\n  - title: A\n    confidential: perhaps", "8:19", /Yes nor No/],
    ["annexes", "\n  - title: A\n    confidential:", "8:5", /\S/],
  ])("`%s` may not be %j, and the error stands at %s", (name, value, place, words) => {
    const { reading, findings } = withField(name, value);
    expect(reading).toBeUndefined();
    expect(findings.map(({ place: found }) => `${found.line}:${found.column}`)).toEqual([place]);
    const [finding] = findings;
    expect(`${finding?.message} ${finding?.fix}`).toMatch(words);
    expect(finding?.message).toContain(`\`${name}\``);
    expect(finding?.fix).toMatch(/\S/);
  });

  it("marks exactly what is wrong", () => {
    const { findings } = withField("item", "six  # a comment");
    expect(findings[0]?.place).toMatchObject({ line: 6, column: 7, endColumn: 10 });
  });

  it("is looked at, though another is wrong", () => {
    const { findings } = read(reportOf({ date: "2019-02-31", item: "0", lang: "fr" }));
    expect(placesOf(findings).toSorted()).toEqual([
      "frontmatter-field-value 4:7",
      "frontmatter-field-value 6:7",
      "frontmatter-field-value 7:7",
    ]);
  });

  it("is named in a report of which nothing may be quoted, and what was typed is not", () => {
    const { diagnostics } = compileFile(reportOf({ confidential: "Yes", item: "sixth" }));
    const [{ message, fix } = { message: "", fix: "" }] = diagnostics.filter(({ severity }) => severity === "error");
    expect(message).toBe("`item` does not have the form that it must have");
    expect(fix).toBe("it should be the number of the item, as the agenda prints it, such as `item: 6a`");
  });

  it("has its place counted in the file also where its lines end in CRLF behind a byte-order mark", () => {
    const { diagnostics } = compileFile(`\ufeff${reportOf({ item: "six" }).replaceAll("\n", "\r\n")}`);
    expect(placesOf(diagnostics)).toEqual(["frontmatter-field-value 6:7"]);
  });

  it("has help and an example that is itself valid", () => {
    for (const name of fieldNames) {
      const { help, example } = frontmatterFields[name];
      expect(help).toMatch(/\S/);
      const { reading, findings } = read(
        `---\n${frontmatterOf({ ...withheldFor(name), [name]: undefined })}${example}\n---\n\nThe text.\n`,
      );
      expect(findings, name).toEqual([]);
      expect(reading).toBeDefined();
    }
  });

  it("is one of those that the format has", () => {
    expect([...fieldNames].sort()).toEqual(
      "abbreviations also-to amended annexes author background committee confidential contact date draft facts formerly item lang meeting numbering numbering-style public-title released summary supplement title translation urgency wards withdrawn".split(
        " ",
      ),
    );
  });
});

describe("the field `confidential`", () => {
  it.each(["No", "no", "NO", "nO", "false", "False", "FALSE", '"No"', "'false'", "No # until May"])(
    "says with %j that the report is public",
    (value) => {
      const { reading, findings, isPlainlyPublic } = withField("confidential", value);
      expect(findings).toEqual([]);
      expect(reading?.confidentiality).toBe("public");
      expect(isPlainlyPublic).toBe(true);
    },
  );

  it.each(["Yes", "yes", "YES", "yEs", "true", "True", "TRUE", '"Yes"'])(
    "says with %j that it is withheld, and no more",
    (value) => {
      const { reading, findings, isPlainlyPublic } = withField("confidential", value);
      expect(reading?.confidentiality).toBe("withheld without a reason");
      expect(findings).toEqual([]);
      expect(isPlainlyPublic).toBe(false);
    },
  );

  it.each([
    ["{paragraphs: [1, 2]}", { basis: "exempt", paragraphs: [1, 2] }],
    ["{paragraphs: 3}", { basis: "exempt", paragraphs: [3] }],
    ["{basis: exempt, paragraphs: [7]}", { basis: "exempt", paragraphs: [7] }],
    ["{basis: confidential}", { basis: "confidential", paragraphs: [] }],
    [
      "\n  paragraphs: [3]\n  reason: The public interest.\n  review: 31 March 2026",
      { basis: "exempt", paragraphs: [3], reason: "The public interest.", review: "2026-03-31" },
    ],
  ])("withholds with %j", (value, withholding) => {
    const { reading, findings } = withField("confidential", value);
    expect(findings).toEqual([]);
    expect(reading?.confidentiality).toEqual(withholding);
  });

  it.each([
    ["{}", "5:15", /paragraphs/],
    ["{basis: exempt}", "5:15", /paragraphs/],
    ["{paragraphs: []}", "5:28", /paragraphs/],
    ["{paragraphs: [[1]]}", "5:29", /paragraph/],
    ["{paragraphs: {a: 1}}", "5:28", /paragraphs/],
    ["{basis: secret, paragraphs: [1]}", "5:23", /exempt/],
    ["{paragraphs: [1], review: 2026-02-31}", "5:41", /does not exist/],
    ["{paragraphs: [1], reason: [a]}", "5:41", /text/],
    ["[Yes]", "5:15", /Yes|No/],
    ["[No]", "5:15", /Yes|No/],
    ["maybe", "5:15", /Yes nor No/],
    ["n", "5:15", /Yes nor No/],
    ["0", "5:15", /Yes nor No/],
    ["off", "5:15", /Yes nor No/],
  ])("is an error with %j, at its place", (value, place, words) => {
    const { reading, findings, isPlainlyPublic } = withField("confidential", value);
    expect(reading).toBeUndefined();
    expect(isPlainlyPublic).toBe(false);
    expect(placesOf(findings)).toEqual([`confidential-flag ${place}`]);
    expect(`${findings[0]?.message} ${findings[0]?.fix}`).toMatch(words);
  });
});

describe("the place of a field", () => {
  it("is that of its value in the file, or of an entry's", () => {
    const { reading } = withField("annexes", "\n  - title: Map\n    file: update/map.pdf");
    expect(reading?.placeOf(["title"])).toMatchObject({ path: PATH, line: 2, column: 8 });
    expect(reading?.placeOf(["annexes", 0, "file"])).toMatchObject({ path: PATH, line: 8, column: 11 });
    expect(reading?.placeOf(["annexes", 0, "label"])).toMatchObject({ path: PATH, line: 7 });
  });
});

import { ARRANGEMENTS, filled, LIMIT, letters, report, UNITS } from "./units.ts";

/** A content folder's files, by their paths there. */
export type Files = Readonly<Record<string, string>>;

/** Lines, by number, to the limit of a file or to `most` of them. */
function lines(line: (index: number) => string, most = Number.POSITIVE_INFINITY, size = LIMIT - 400): string {
  return filled((index) => (index < most ? `${line(index)}\n` : " ".repeat(size)), size).trimEnd();
}

function alone(body: string): Files {
  return { "reports/a.md": report(body) };
}

/** A report whose frontmatter holds further lines. */
function withFields(fields: string, body = "The first paragraph.\n"): Files {
  return {
    "reports/a.md": `---\ntitle: Update\nauthor: Priya Nair\ndate: 2019-03-24\nconfidential: No\n${fields}\n---\n\n${body}`,
  };
}

/** Fields to the limit of a file's frontmatter. */
function fields(head: string, line: (index: number) => string): Files {
  return withFields(`${head}\n${lines(line, undefined, 65_000)}`);
}

/** The 17 shapes of cmark's own tests of pathological input, at the size that a file may have. */
export const CMARK: Readonly<Record<string, () => Files>> = {
  "strong and emphasis in one another": () =>
    alone(`${"*a **a ".repeat(65_000)}b${" a** a*".repeat(65_000)}`.slice(0, LIMIT - 400)),
  "closers of emphasis without openers": () => alone("a_ ".repeat(65_000)),
  "openers of emphasis without closers": () => alone("_a ".repeat(65_000)),
  "closers of links without openers": () => alone("a]".repeat(65_000)),
  "openers of links without closers": () => alone("[a".repeat(65_000)),
  "openers and closers that do not match": () => alone("*a_ ".repeat(50_000)),
  "openers and closers in threes": () => alone(`a**b${"c* ".repeat(50_000)}`),
  "openers of links and closers of emphasis": () => alone("[ a_".repeat(50_000)),
  "a link across emphasis": () => alone("**x [a*b**c*](d)"),
  "brackets in brackets": () => alone(`${"[".repeat(50_000)}a${"]".repeat(50_000)}`),
  "quotations in quotations": () => alone(`${"> ".repeat(50_000)}a`),
  "lists in lists": () => alone(lines((index) => `${"  ".repeat(index)}* a`, 1_000)),
  "a character that is none": () => alone("abc\u0000de\u0000"),
  "ticks, ever more": () => alone(lines((index) => `e${"`".repeat(index + 1)}`, 10_000).replaceAll("\n", "")),
  "links in angle brackets without end": () => alone("[a](<b".repeat(50_000)),
  "links without end": () => alone("[a](b".repeat(50_000)),
  "many references": () =>
    alone(`${lines((index) => `[${index + 1}]: u`, undefined, 800_000)}\n\n${"[0] ".repeat(50_000)}`),
};

/** Shapes of blocks that no repeated piece makes. */
const BLOCKS: Readonly<Record<string, () => Files>> = {
  "headings that are underlined": () => alone(lines(() => "a\n=\n")),
  "headings that are underlined, without empty lines": () => alone(lines(() => "a\n=")),
  "headings of the second level that are underlined": () => alone(lines(() => "a\n-\n")),
  "a lazy quotation": () => alone(`> a\n${lines(() => "b")}`),
  "a lazy quotation of long lines": () => alone(`> a\n${lines(() => "b ".repeat(60))}`),
  "many lazy quotations": () => alone(lines(() => "> a\nb\nb\nb\n")),
  "lists in quotations in lists": () => alone(`${"> - ".repeat(60)}a`),
  "lists in lists, many": () => alone(lines((index) => `${"  ".repeat(index % 50)}- a`)),
  "lists in lists, many, apart": () => alone(lines((index) => `${"  ".repeat(index % 50)}- a\n`)),
  "quotations of fifty, many": () => alone(lines(() => `${"> ".repeat(50)}a\n`)),
  "lists of fifty on a line, many": () => alone(lines(() => `${"- ".repeat(50)}a\n`)),
  "a list without end": () => alone(lines(() => "- a")),
  "a loose list without end": () => alone(lines(() => "- a\n")),
  "a list of two, many": () => alone(lines(() => "- a\n- b\n\na\n")),
  "a numbered list without end": () => alone(`a\n\n${lines((index) => `${(index % 999) + 1}. a`)}`),
  "typed paragraphs": () => alone(lines((index) => `${index + 1}. a\n`)),
  "typed paragraphs with sub-lists": () => alone(lines((index) => `${index + 1}. a\n\n    1. b\n    2. c\n`)),
  "typed paragraphs that are wrong": () => alone(lines((index) => `${(index * 7) % 1_000}. a\n`)),
  "typed paragraphs and headings": () => alone(lines((index) => `## H${index}\n\n${index + 1}. a\n`)),
  "numbers within a paragraph": () => alone(`a\n${lines((index) => `${index + 2}. a`)}`),
  "numbers within paragraphs": () => alone(lines((index) => `a\n${index + 2}. a\n`)),
  "typed numbers in automatic mode": () => alone(lines((index) => `1.${index} a\n`)),
  "bold numbers": () => alone(lines((index) => `**${index + 1}.** a\n`)),
  "a table of two columns": () => alone(`| a | b |\n|---|---|\n${lines(() => "| c | d |")}`),
  "a table of marks": () => alone(`| a | b |\n|---|---|\n${lines(() => "| *c* | `d` |")}`),
  "a table without bars at its sides": () => alone(`a | b\n--- | ---\n${lines(() => "c | d")}`),
  "a table without bars at its sides, lines without bars": () => alone(`a | b\n--- | ---\n${lines(() => "c")}`),
  "a table of one row": () => alone(`|${" a |".repeat(80_000)}\n|${"---|".repeat(80_000)}\n|${" b |".repeat(80_000)}`),
  "a header of many cells and short rows": () =>
    alone(`|${" a |".repeat(5_000)}\n|${"---|".repeat(5_000)}\n${lines(() => "|b|", undefined, 900_000)}`),
  "a header of many cells without bars at its sides and short rows": () =>
    alone(`${"a | ".repeat(5_000)}a\n${"- | ".repeat(5_000)}-\n${lines(() => "b | c", undefined, 900_000)}`),
  "small tables": () => alone(lines(() => "| a |\n|---|\n| b |\n")),
  "small tables of marks": () => alone(lines(() => "| a | b |\n|---|---|\n| *b* c | [a](b) |\n")),
  "delimiter rows": () => alone(lines(() => "|---|---|")),
  "header rows without an end": () => alone(lines(() => "| a | b |\n")),
  "bars in a paragraph": () => alone(lines(() => "a | b")),
  captions: () => alone(lines(() => "Table: a\n")),
  "notes and their references": () => alone(lines((index) => `a[^${index}]\n\n[^${index}]: b\n`)),
  "notes without references": () => alone(lines((index) => `[^${index}]: b\n`)),
  "references without notes": () => alone(lines((index) => `a[^${index}]\n`)),
  "one note with many references": () => alone(`${lines(() => "a[^1]\n", undefined, 900_000)}\n\n[^1]: b`),
  "notes in notes": () => alone(lines((index) => `${"    ".repeat(index % 40)}[^${index}]: a[^${index + 1}]\n`)),
  "a note of many paragraphs": () => alone(`a[^1]\n\n[^1]: b\n\n${lines(() => "    c\n")}`),
  "a note that refers to itself": () => alone(`a[^1]\n\n[^1]: ${"b[^1] ".repeat(9_000)}`),
  "definitions of addresses": () => alone(`[a0]\n\n${lines((index) => `[a${index}]: b.md`)}`),
  "definitions of addresses, apart": () => alone(`[a0]\n\n${lines((index) => `[a${index}]: https://a.b\n`)}`),
  "one definition, many references": () => alone(`${lines(() => "[a] b\n", undefined, 900_000)}\n\n[a]: https://a.b`),
  "definitions with long names": () => alone(`${lines((index) => `[${"a ".repeat(450)}${index}]: b`)}`),
  "a definition of many lines": () => alone(lines(() => '[a]:\nb\n"c')),
  "code in fences": () => alone(lines(() => "```\na\n```\n")),
  "fences, ever longer": () => alone(lines((index) => "`".repeat((index % 1_000) + 3))),
  "a fence without end": () => alone(`\`\`\`\n${lines(() => "a")}`),
  "a fence of colons": () => alone(`:::unnumbered\n${lines(() => "a\n")}\n:::`),
  "fences of colons": () => alone(lines(() => ":::unnumbered\na\n:::\n")),
  "fences of colons without end": () => alone(lines(() => ":::unnumbered\n")),
  "ends of fences of colons": () => alone(lines(() => ":::\n")),
  "fences that are mistyped": () => alone(lines(() => "::unnumbered\n")),
  passages: () => alone(lines(() => ":::exempt{paragraphs=3}\na\n:::\n")),
  "a passage": () => alone(`:::exempt{paragraphs=3}\n${lines(() => "a\n")}\n:::`),
  "a passage with many attributes": () => alone(`:::exempt{${"paragraphs=3 ".repeat(50_000)}}\na\n:::`),
  "attributes without end": () => alone(`:::exempt{${'a="b" '.repeat(50_000)}\na\n:::`),
  "code that is indented": () => alone(lines(() => "    a\n\nb\n")),
  "code that is indented, whole": () => alone(lines(() => "    a")),
  comments: () => alone(lines(() => "<!-- a -->\n")),
  "comments of many lines": () => alone(lines(() => "<!--\na\n-->\n")),
  "comments within a line": () => alone(lines(() => "a <!-- b -->\n")),
  "comments without end": () => alone(lines(() => "a <!-- b\n")),
  "raw HTML": () => alone(lines(() => "<div>a</div>\n")),
  "raw HTML within a line": () => alone(lines(() => "a <b>c</b>\n")),
  "thematic breaks": () => alone(lines(() => "***\n")),
  "breaks of lines": () => alone(lines(() => "a\\\nb\\\nc  \nd\n")),
  "empty lines": () => alone(`a${"\n".repeat(LIMIT - 400)}`),
  "lines of blanks": () => alone(`a\n${"          \n".repeat(90_000)}b`),
  "blanks within a line": () => alone(`a${" ".repeat(LIMIT - 400)}b`),
  "carriage returns": () => alone(`a${"\r".repeat(LIMIT - 400)}b`),
  "carriage returns and letters": () => alone("a\r\n\r\n".repeat(200_000)),
  headings: () => alone(lines((index) => `## a${index}\n`)),
  "headings of the same words": () => alone(lines(() => "## a\n\nb\n")),
  "headings whose slugs clash": () => alone(lines((index) => `## a ${index % 2 === 0 ? "" : index}\n\nb\n`)),
  "headings of the first level": () => alone(lines(() => "# a\n")),
  "headings that skip a level": () => alone(lines((index) => `${index % 2 === 0 ? "##" : "####"} a\n`)),
  "headings like ids of paragraphs": () => alone(lines((index) => `## Para ${index}\n\nb\n`)),
  "annexes in headings": () => alone(lines((index) => `## Annex ${letters(index)}: a\n\nb\n`)),
  "annexes of the same letter": () => alone(lines(() => "## Annex A: a\n\nb\n")),
  "lists of abbreviations": () => alone(lines(() => "## Abbreviations\n\nHSB – a\n")),
  "entries of abbreviations": () => alone(`## Abbreviations\n\n${lines((index) => `H${letters(index)} – a\n`)}`),
  "entries of abbreviations in one paragraph": () =>
    alone(`## Abbreviations\n\n${lines((index) => `H${letters(index)} – a`, 1_400)}`),
  "entries of abbreviations in a list": () =>
    alone(`## Abbreviations\n\n${lines((index) => `- H${letters(index)} – a`, 9_900)}`),
  "entries of abbreviations in a table": () =>
    alone(`## Abbreviations\n\n| a | b |\n|---|---|\n${lines((index) => `| H${letters(index)} | a |`, 19_000)}`),
  "definitions of short forms": () => alone(`a\n\n${lines((index) => `*[H${letters(index)}]: a`)}`),
  "definitions of one short form": () => alone(`a\n\n${lines((index) => `*[HSB]: a${index}`)}`),
  "definitions of short forms and code": () =>
    alone(`a\n\n\`\`\`\na\n\`\`\`\n\n${lines((index) => `*[H${letters(index)}]: a`)}`),
  "short forms and their uses": () =>
    alone(
      `${lines((index) => `H${letters(index)} a H${letters(index + 7)}\n`, undefined, 500_000)}\n\n${lines((index) => `*[H${letters(index)}]: long form ${index}`, undefined, 500_000)}`,
    ),
  "short forms that begin with one another": () =>
    alone(
      `${lines(() => `${"AB ".repeat(60)}\n`, undefined, 700_000)}\n\n${lines((index) => `*[${"AB ".repeat(index + 1).trim()}]: long form ${index}`, undefined, 300_000)}`,
    ),
  "short forms explained in text and used": () =>
    alone(lines((index) => `Long Form ${letters(index)} (LF${letters(index)}) and LF${letters(index)}.\n`)),
  "one short form explained anew": () => alone(lines((index) => `Harmful ${letters(index)} Behaviour (HSB).\n`)),
  "long forms again": () =>
    alone(`Harmful Sexual Behaviour (HSB).\n\n${lines(() => "Harmful Sexual Behaviour.\n", undefined, 900_000)}`),
  "a long form of many words": () => alone(`${"Aa ".repeat(30_000)}(${"A".repeat(30_000)}).`),
  "short forms that nothing explains": () => alone(lines((index) => `The H${letters(index)} met.\n`)),
  labels: () => alone(lines((index) => `a {#l${index}}\n`)),
  "labels and links to them": () => alone(lines((index) => `[](#l${index + 1}) a {#l${index}}\n`)),
  "one label": () => alone(lines(() => "a {#l}\n")),
  "links to labels that are not there": () => alone(lines((index) => `[](#l${index}) a\n`)),
  "links to files that are not there": () => alone(lines((index) => `[a](b${index}.md)\n`)),
  "links to sites": () => alone(lines((index) => `[a](https://a.b/${index})\n`)),
  "links of a scheme that is refused": () => alone(lines(() => "[a](javascript:b)\n")),
  images: () => alone(lines((index) => `![](a${index}.png)\n`)),
  "references to paragraphs": () => alone(lines((index) => `See paragraph ${index + 1}.\n`)),
  "references to paragraphs that are not there": () => alone(lines((index) => `See paragraph ${9_999_999 - index}.\n`)),
  "references to ranges": () => alone(lines(() => "See paragraphs 1 to 99999.\n")),
  "references to annexes": () => alone(lines((index) => `See Annex ${letters(index)}.\n`)),
  "paragraphs of one letter": () => alone(lines(() => "a\n")),
  "paragraphs of a sentence": () => alone(lines(() => "The council met the partnership at the depot on Monday.\n")),
  "sections of a report": () =>
    alone(
      lines((index) => `## Section ${index}\n\nSome words, [with a link](#para-1) and *emphasis*.\n\n- one\n- two\n`),
    ),
  "lines of one paragraph": () => alone(lines(() => "The council met the partnership.")),
  "a line of one word": () => alone("a".repeat(LIMIT - 400)),
  "fields in the text": () => alone(lines(() => "confidential: Yes\n")),
  "hidden characters": () => alone("\u200b".repeat(340_000)),
  "hidden characters, each on a line": () => alone("\u200b\n".repeat(250_000)),
  "bidirectional overrides": () => alone(lines(() => "a\u202eb\u202c\n")),
  "control characters": () => alone("\u0007".repeat(LIMIT - 400)),
  "private characters": () => alone(lines(() => "\ue000 a\n")),
};

const FRONTMATTER: Readonly<Record<string, () => Files>> = {
  "an escape sequence in the title": () => ({
    "reports/a.md": '---\ntitle: "\\e]0;owned\\a\\e[31mred"\nauthor: A\ndate: 2019-03-24\nconfidential: No\n---\n\na\n',
  }),
  "a raw escape sequence in the title": () => ({
    "reports/a.md":
      "---\ntitle: \u001b]0;owned\u0007\u001b[31mred\nauthor: A\ndate: 2019-03-24\nconfidential: No\n---\n\na\n",
  }),
  "an override in the title": () => ({
    "reports/a.md": '---\ntitle: "a\\u202eb"\nauthor: A\ndate: 2019-03-24\nconfidential: No\n---\n\na\n',
  }),
  "lists in lists in the frontmatter": () => withFields(`wards: ${"[".repeat(30_000)}${"]".repeat(30_000)}`),
  "lists without end in the frontmatter": () => withFields(`wards: ${"[".repeat(60_000)}`),
  "mappings in mappings in the frontmatter": () => withFields(`contact: ${"{a: ".repeat(12_000)}${"}".repeat(12_000)}`),
  "deep indents in the frontmatter": () => fields("contact:", (index) => `${" ".repeat(index + 1)}a:`),
  "dashes in the frontmatter": () => withFields(`wards:\n  ${"- ".repeat(30_000)}a`),
  "aliases of aliases": () =>
    withFields(
      `wards: &a0 [a]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &a${index + 1} [*a${index}, *a${index}, *a${index}]`).join("\n")}`,
    ),
  "keys in the frontmatter": () => fields("", (index) => `key${index}: a`),
  "one key in the frontmatter": () => fields("", () => "title: a"),
  wards: () => fields("wards:", (index) => `  - w${index}`),
  authors: () => fields("contact: a", (index) => `a${index}: {name: a}`),
  "abbreviations in the frontmatter": () => fields("abbreviations:", (index) => `  H${letters(index)}: long form`),
  "background papers": () => fields("background:", (index) => `  - {title: a${index}, url: "https://a.b"}`),
  "annexes without files": () => fields("annexes:", (index) => `  - title: a${index}`),
  "annexes of one file": () => fields("annexes:", () => "  - {title: a, file: a/b.md}"),
  "annexes of files that are not there": () => fields("annexes:", (index) => `  - {title: a, file: a/b${index}.md}`),
  "old paths": () => fields("formerly:", (index) => `  - reports/b${index}`),
  "a long title": () => ({
    "reports/a.md": `---\ntitle: ${"a ".repeat(30_000)}\nauthor: A\ndate: 2019-03-24\nconfidential: No\n---\n\na\n`,
  }),
  "a long value": () => withFields(`summary: ${"a".repeat(60_000)}`),
  "blanks in a value": () => withFields(`summary: a${" ".repeat(60_000)}b`),
  "a quoted value without end": () => withFields(`summary: "${"a\n  ".repeat(12_000)}`),
  "a block of a value": () => fields("summary: |", () => "  a"),
  "escapes in a value": () => withFields(`summary: "${"\\u0041".repeat(10_000)}"`),
  tags: () => withFields(`summary: ${"!a ".repeat(20_000)}a`),
  documents: () => fields("", () => "...\n--- a"),
  "comments in the frontmatter": () => fields("", () => "# a"),
  questions: () => fields("", () => "? a\n: b"),
  "blanks before the frontmatter": () => ({ "reports/a.md": `${"\n".repeat(LIMIT - 400)}---\ntitle: a\n---\n` }),
  "a file of dashes": () => ({ "reports/a.md": "---\n".repeat(200_000) }),
  "a file of one line of dashes": () => ({ "reports/a.md": "-".repeat(LIMIT) }),
  "a frontmatter without end": () => ({ "reports/a.md": `---\n${"title: a\n".repeat(100_000)}` }),
  "a large settings file": () => ({
    ...alone("a"),
    "site.yml": `council: Aldermere\nabbreviations:\n${lines((index) => `  H${letters(index)}: long form`, undefined, 900_000)}\n`,
  }),
  "lists in lists in the settings": () => ({ ...alone("a"), "site.yml": `known: ${"[".repeat(60_000)}` }),
  committees: () => ({
    ...alone("a"),
    "site.yml": `council: Aldermere\ncommittees:\n${lines((index) => `  - {id: c${index}, name: Committee ${index}}`, undefined, 900_000)}\n`,
  }),
};

/** Shapes on lines that begin with a sign, to the limit of a file, and long runs of one sign. */
const LINES: Readonly<Record<string, () => Files>> = {
  "emphasis in a heading": () => alone(`a\n\n## ${"*a".repeat(49_000)}`),
  "comments in a heading": () => alone(`a\n\n## a ${"<!--".repeat(32_000)}`),
  "emphasis on lines like headings": () => alone(lines(() => `#${"*a".repeat(40)}`)),
  "emphasis on a line like a definition": () => alone(`a\n\n*[x ${"*a".repeat(49_000)}`),
  "comments on a line like a definition": () => alone(`a\n\n*[x ${"<!--".repeat(32_000)}`),
  "emphasis on rows of no table": () => alone(lines(() => `| ${"*a".repeat(40)}`)),
  "emphasis on numbers of no list": () => alone(`a\n${lines(() => `2. ${"*a".repeat(40)}`)}`),
  "links with titles without end": () => alone(lines(() => `${"[a](b (".repeat(1_900)}${"a ".repeat(40_000)}\n`)),
  "colons in items": () => alone(lines(() => `- ${":".repeat(99_000)}`)),
  "colons in quotations": () => alone(lines(() => `> ${":".repeat(99_000)}\n`)),
  "capitals in a list of abbreviations": () => alone(`## Abbreviations\n\n${lines(() => `${"A".repeat(99_000)}\n`)}`),
};

/** Shapes of whole content folders. */
const FOLDERS: Readonly<Record<string, () => Files>> = {
  "reports that link to each other": () =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `reports/r${index}.md`,
        report(lines((to) => `[a](r${to}.md#para-${(to % 200) + 1})\n`, 300)),
      ]),
    ),
  "reports whose short forms differ": () =>
    Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `reports/r${index}.md`,
        report(`Harmful ${letters(index)} Behaviour (HSB).`),
      ]),
    ),
  "reports that link to passages": () =>
    Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `reports/r${index}.md`,
        report(`[a](r${(index + 1) % 200}.md#s)\n\n:::exempt{paragraphs=3}\nb {#s}\n:::`),
      ]),
    ),
  "reports of one old path": () =>
    Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `reports/r${index}.md`,
        withFields("formerly: [reports/old]")["reports/a.md"] ?? "",
      ]),
    ),
  "a thousand small reports": () =>
    Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`reports/y${index % 40}/r${index}.md`, report("a")]),
    ),
  "annexes of Markdown": () => ({
    ...withFields(
      `annexes:\n${Array.from({ length: 900 }, (_, index) => `  - {title: a, file: a/b${index}.md}`).join("\n")}`,
    ),
    ...Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`reports/a/b${index}.md`, "b\n"])),
  }),
  "an annex at the limit": () => ({
    ...withFields("annexes:\n  - {title: a, file: a/b.md}", "See Annex A.\n"),
    "reports/a/b.md": lines((index) => `HSB and paragraph ${index}.\n`),
  }),
};

/** Pieces in the arrangements in which they cost most. */
const PIECES: Readonly<Record<string, () => Files>> = Object.fromEntries(
  (
    [
      ["explained long form, numbered", "in paragraphs of 300"],
      ["explained long form", "on lines of paragraphs"],
      ["address, unending", "on lines of paragraphs"],
      ["no-break space", "in paragraphs of one"],
      ["colons", "in paragraphs of 99,000"],
      ["bar", "in paragraphs of 99,000"],
      ["emphasis", "in paragraphs of 300"],
      ["link", "in paragraphs of 300"],
      ["letter and tick", "in paragraphs of 300"],
      ["annex and letter", "in paragraphs of 3,000"],
      ["mail address", "in paragraphs of 300"],
      ["comment", "in paragraphs of 3,000"],
    ] as const
  ).map(([unit, arrangement]) => [
    `${unit} ${arrangement}`,
    () => alone(ARRANGEMENTS[arrangement]?.(UNITS[unit] ?? "") ?? ""),
  ]),
);

/** Every shape, by its name. */
export const SHAPES: Readonly<Record<string, () => Files>> = {
  ...CMARK,
  ...BLOCKS,
  ...LINES,
  ...FRONTMATTER,
  ...FOLDERS,
  ...PIECES,
};

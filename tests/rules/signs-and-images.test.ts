import { describe, expect, it } from "vitest";
import type { RuleId } from "../../src/diagnostics/catalogue.ts";
import type { Attachment } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { compileFile, PATH, reportOf, sealedTexts } from "../compile-text.ts";
import { diagnosticsIn, foundIn } from "./found-in.ts";

const SIGNS: readonly RuleId[] = ["link-unread", "emphasis-unread", "line-drawn"];
const IMAGES: readonly RuleId[] = ["image-alternative-text", "image-alternative-vague", "image-alternative-wording"];

describe("signs that are shown as they stand", () => {
  it.each<[string, string, readonly string[]]>([
    ["a blank in a link", "See [the plan] (https://a.b/c).\n", ["link-unread 1:5"]],
    ["a blank in a link to a file", "See [the plan] (update/plan.pdf).\n", ["link-unread 1:5"]],
    ["a blank in an image", "See ![bars that fall] (update/a.png).\n", ["link-unread 1:5"]],
    ["a line break in a link's words", "A.\nSee [the plan] (https://a.b/c).\n", ["link-unread 2:5"]],
    ["a blank in an address", "See [the plan](update/the plan.pdf) now.\n", ["link-unread 1:5"]],
    ["a blank in an address of the web", "See [it](https://a.b/the plan.pdf).\n", ["link-unread 1:5"]],
    ["a blank in the address of an image", "See ![bars](update/a b.png).\n", ["link-unread 1:5"]],
    ["emphasis in the words", "See [the *plan*](a b.pdf).\n", ["link-unread 1:5"]],
    ["a title that does not end", 'See [it](a.pdf "The plan).\n', ["link-unread 1:5"]],
    ["a title between curled signs", "See [it](a.pdf “The plan”).\n", ["link-unread 1:5"]],
    ["braces", "See [the plan]{https://a.b/c}.\n", ["link-unread 1:5"]],
    ["the brackets the other way round", "See (the plan)[https://a.b/c].\n", ["link-unread 1:5"]],
    ["one bracket for two", "See [the plan(https://a.b/c) now.\n", ["link-unread 1:5"]],
    ["no closing bracket", "See [the plan](https://a.b/c now.\n", ["link-unread 1:5"]],
    ["no opening bracket", "See the plan](https://a.b/c) now.\n", ["link-unread 1:13"]],
    ["a line end before the address", "A. See [the plan]\n(https://a.b/c) now.\n", ["link-unread 1:8"]],
    ["a line end in a quotation", "> See [the plan]\n> (https://a.b/c) now.\n", ["link-unread 1:7"]],
    ["a link within a link", "See [a [b](https://a.b) c](d.pdf).\n", ["link-unread 1:5"]],
    ["a blank in the line of an address", "See the plan.\n\n[plan]: update/the plan.pdf\n", ["link-unread 3:1"]],
    ["www. between < and >", "See <www.example.org> now.\n", ["link-unread 1:5"]],
    ["a blank between < and >", "See <https://a.b/the plan.pdf> now.\n", ["link-unread 1:5"]],
    [
      "www. without https://",
      "See www.example.org/a_b_c, and\nwww.example.org.\n",
      ["link-unread 1:5", "link-unread 2:1"],
    ],
    ["www. in a heading", "## See www.example.org\n\nA.\n", ["link-unread 1:8"]],
    ["a link in a cell", "A.\n\n| a |\n|---|\n| [b](c d.pdf) |\n", ["link-unread 5:3"]],
    ["a name without an address", "See [the plan][plan].\n", ["link-unread 1:5"]],
    ["a blank before the closing stars", "It was **unanimous **in this.\n", ["emphasis-unread 1:8"]],
    ["a blank behind the opening stars", "It was ** unanimous** in this.\n", ["emphasis-unread 1:8"]],
    ["a letter behind a colon and stars", "**Note:**the panel met.\n", ["emphasis-unread 1:1"]],
    ["an underscore alone", "It was _unanimous in this.\n", ["emphasis-unread 1:8"]],
    ["a line of stars", "A.\n\n***\n\nB.\n", ["line-drawn 3:1"]],
    ["in a heading", "## The **plan **\n\nA.\n", ["emphasis-unread 1:8"]],
    ["in a cell", "A.\n\n| a |\n|---|\n| **b ** |\n", ["emphasis-unread 5:3"]],
  ])("are raised: %s", (_name, body, expected) => {
    expect(foundIn(body, SIGNS)).toEqual(expected);
  });

  it.each([
    ["a link", "See [the plan](https://a.b/c) and [plan].\n\n[plan]: https://a.b\n"],
    ["words in brackets before others", "He [the chair] (then new) agreed.\n"],
    ["addresses with blanks as they should be", "See [a](<b c.pdf>) and [d](e%20f.pdf).\n"],
    ["words in both brackets", "[He](the chair) said (see above)[sic] that [the chair (then new)] agreed {so}.\n"],
    ["an address in square brackets", "He wrote [see the plan (https://a.b/c)] to us.\n"],
    ["the address of a link as its words", "See [www.example.org](https://www.example.org).\n"],
    ["an address with its scheme", "See https://www.example.org, <https://www.example.org> and a@www.example.org.\n"],
    ["brackets before a list of letters", "Parts [a](b) and f(x)[1] and [1](c).\n"],
    ["a link in code", "`[a](b c.pdf)` and `www.example.org`\n"],
    ["less than", "5 <6 and 7> 3 and <b\n"],
    ["the citation of a case", "See [2019] EWCA Civ 1 and [2020][^1].\n\n[^1]: A.\n"],
    ["brackets that are text", "See \\[the plan\\] (https://a.b/c).\n"],
    ["bold words", "It was **unanimous** in **all** this.\n"],
    ["marks of notes in a table", "A.\n\n| a | b |\n|---|---|\n| 5.2** | 6.1** |\n"],
    ["a mark of a note", "** Provisional figures.\n"],
    ["stars that are text", "It was \\*\\*unanimous \\*\\*in this.\n"],
    ["names with underscores", "The file annual_report_2019 is `_draft`.\n"],
    ["an address with underscores", "See https://a.b/_c_d and <https://a.b/_c>.\n"],
    ["signs in code", "`[a] (https://b.c)` and `**d **`\n"],
    ["a product", "3 ** 4 and 5 * 6\n"],
  ])("are not raised of %s", (_name, body) => {
    expect(foundIn(body, SIGNS)).toEqual([]);
  });

  it.each([
    ["See [the plan](update/the plan.pdf).", "<update/the plan.pdf>"],
    ["See [it](https://a.b/the plan.pdf).", "https://a.b/the%20plan.pdf"],
    ['See [it](a b.pdf "The plan).', '(<a b.pdf> "The plan")'],
    ["See (the plan)[www.example.org].", "[the plan](https://www.example.org)"],
    ["See [the plan]{update/the plan.pdf}.", "[the plan](<update/the plan.pdf>)"],
    ["See <https://a.b/the plan.pdf>.", "<https://a.b/the%20plan.pdf>"],
    ["See [the plan](https://a.b/c now.", "(https://a.b/c)"],
  ])("say what to write: %s", (body, written) => {
    expect(diagnosticsIn(`${body}\n`).find(({ rule }) => rule === "link-unread")?.fix).toContain(written);
  });

  it("are read once they are as the message says", () => {
    const [told] = diagnosticsIn("It was **unanimous **in this.\n");
    expect(told?.fix).toBe("write **unanimous**");
  });
});

describe("the alternative text of an image", () => {
  it.each<[string, string, readonly string[]]>([
    ["the name of a file", "A.\n\n![chart.png](a.png)\n", ["image-alternative-vague 3:1"]],
    ["the name of a camera", "A.\n\n![IMG_1234](a.png)\n", ["image-alternative-vague 3:1"]],
    ["a kind", "A.\n\n![Bar chart](a.png)\n", ["image-alternative-vague 3:1"]],
    ["a logo", "A.\n\n![Council logo](a.png)\n", ["image-alternative-vague 3:1"]],
    ["by reference", "A.\n\n![image][a]\n\n[a]: a.png\n", ["image-alternative-vague 3:1"]],
    ["what is said already", "A.\n\n![Image of the depot](a.png)\n", ["image-alternative-wording 3:1"]],
    ["long", `A.\n\n![${"word ".repeat(61)}](a.png)\n`, ["image-alternative-wording 3:1"]],
    ["the caption again", 'A.\n\n![The depot](a.png "The depot")\n', ["image-alternative-wording 3:1"]],
  ])("is raised that is %s", (_name, body, expected) => {
    expect(foundIn(body, IMAGES)).toEqual(expected);
  });

  it.each([
    "The logo of the council on the new buses",
    "Map of the wards",
    "Chart: absence fell",
    "Imaging suite at the hospital",
    "Plan 3.2 of the depot",
    "Photography class",
    "12",
  ])("is not raised that is “%s”", (words) => {
    expect(foundIn(`A.\n\n![${words}](a.png)\n`, IMAGES)).toEqual([]);
  });
});

describe("a drawing with words", () => {
  const found = (characters: string, body = "A.\n\n![Plan of the depot](update/a.svg)\n", options = {}) => {
    const path = "reports/2019/update/a.svg";
    const drawing = { path, bytes: 1000, hash: "0", format: "SVG", width: 100, height: 100, characters };
    const content = {
      texts: sealedTexts({ [PATH]: reportOf({}, body) }),
      attachments: new Map([[path, drawing]]),
      settings: undefined,
      others: [],
      findings: [],
    };
    return checkContent(content, options).diagnostics.map(
      ({ rule, severity, place, message }) => `${severity} ${rule} ${place.line}:${place.column}: ${message}`,
    );
  };

  it.each([
    ["a sign", "Cost \u{1F600}", "\u{1F600} (U+1F600)"],
    ["a sign of a word processor's font", "a\uf0b7", "\uf0b7 (U+F0B7)"],
    ["a mark above a letter", "ae\u0301", "\u0301 (U+0301)"],
    ["a character that cannot be seen", "a\ufeff", "\ufeff (U+FEFF)"],
  ])("that no PDF can be made with is an error where it is shown: %s", (_name, characters, named) => {
    expect(found(characters)).toEqual([
      `error character-not-in-fonts 10:1: no PDF can be made with ${named}, which is in the words of reports/2019/update/a.svg and which its fonts do not have`,
    ]);
  });

  it("that PDFs can be made with is none, nor one that is linked to, nor any where no PDFs are made", () => {
    expect(found("\u{1F600}", undefined, { pdf: false })).toEqual([]);
    expect(found("\u0174\u2192\u20ac \n")).toEqual([]);
    expect(found("\u{1F600}", "See [the plan of the depot](update/a.svg).\n")).toEqual([]);
  });
});

describe("a large image", () => {
  const found = (image: Partial<Attachment>) => {
    const path = "reports/2019/update/a.png";
    const attachment = { path, bytes: 1000, hash: "0", format: "PNG", width: 100, height: 100, ...image };
    const body = "A.\n\n![Plan of the depot](update/a.png)\n";
    return compileFile(reportOf({}, body), { attachments: [attachment] }).diagnostics.map(
      ({ rule, place, message }) => `${rule} ${place.line}: ${message}`,
    );
  };

  it.each<[string, Partial<Attachment>, string]>([
    ["wider than a page", { width: 3509, height: 100 }, "3509 × 100 pixels and 1 KB"],
    ["higher than a page", { width: 100, height: 3509 }, "100 × 3509 pixels and 1 KB"],
    ["larger than a page both ways", { width: 2481, height: 2481 }, "2481 × 2481 pixels and 1 KB"],
    ["of many bytes", { bytes: 1_000_001 }, "100 × 100 pixels and 1 MB"],
    ["a drawing of many bytes", { bytes: 2_500_000, format: "SVG", width: 9000, height: 9000 }, "2.5 MB"],
  ])("is raised: %s", (_name, image, size) => {
    expect(found(image)).toEqual([`image-large 10: reports/2019/update/a.png has ${size}, more than a page needs`]);
  });

  it.each<[string, Partial<Attachment>]>([
    ["a page lying down", { width: 3508, height: 2480 }],
    ["a page standing up", { width: 2480, height: 3508 }],
    ["of 1 MB", { bytes: 1_000_000 }],
    ["a drawing, whose size is no number of pixels", { format: "SVG", width: 9000, height: 9000 }],
  ])("is none: %s", (_name, image) => {
    expect(found(image)).toEqual([]);
  });
});

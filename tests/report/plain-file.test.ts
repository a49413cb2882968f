import { describe, expect, it } from "vitest";
import type { Attachment } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const MEETING = "meetings/children/2019-04-08.md";
const SETTINGS = "committees: [{id: children, name: Children Committee}]\n";

interface Around {
  readonly attachments?: readonly Attachment[];
  readonly keepGoing?: boolean;
}

function checked(texts: Readonly<Record<string, string>>, { attachments = [], keepGoing = false }: Around = {}) {
  const all = { "reports/2019/update.md": reportOf({}, "## Findings\n\nOne.\n"), ...texts };
  return checkContent(
    {
      texts: sealedTexts(all),
      attachments: new Map(attachments.map((attachment) => [attachment.path, attachment])),
      settings: new TextEncoder().encode(SETTINGS),
      others: [],
      findings: [],
    },
    { keepGoing },
  );
}

function foundIn(texts: Readonly<Record<string, string>>, context?: Around): string[] {
  return checked(texts, context).diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

const page = (body: string, fields = "title: About\n"): string => `---\n${fields}---\n\n${body}`;
const html = (body: string, context?: Around): string =>
  checked({ "pages/about.md": page(body) }, context).site.pages[0]?.text.bodyHtml ?? "";

describe("the fields of a meeting's file", () => {
  it("say when and where it is", () => {
    const fields =
      "title: Extraordinary meeting\ntime: 6.30pm\nend: 20:00\nvenue: Town Hall\nonline: https://example.org/\nstatus: postponed\n";
    const { site, diagnostics } = checked({ [MEETING]: page("Notes.\n", fields) });
    expect(diagnostics).toEqual([]);
    expect(site.meetings).toMatchObject([
      {
        committee: { id: "children" },
        date: "2019-04-08",
        details: {
          title: "Extraordinary meeting",
          time: "18:30",
          end: "20:00",
          venue: "Town Hall",
          online: "https://example.org/",
          status: "postponed",
        },
        notes: { bodyHtml: "<p>Notes.</p>" },
      },
    ]);
  });

  it.each([
    [
      "a name that is mistyped, with the nearest",
      "venu: Town Hall\n",
      "frontmatter-field-unknown 2:1",
      "`venu` is not a field; did you mean `venue`",
    ],
    ["a field of reports", "author: Ada\n", "frontmatter-field-unknown 2:1", "check the spelling"],
    ["a time that is none", "time: at six\n", "frontmatter-field-value 2:7", "18:30"],
    ["a time that can be read in two ways", "time: 6.30\n", "frontmatter-field-value 2:7", "06:30 or 18:30"],
    ["an end before the beginning", "time: 18:30\nend: 17:00\n", "frontmatter-field-value 3:6", "correct one"],
    ["an end without a beginning", "end: 17:00\n", "frontmatter-field-value 2:6", "time: 18:30"],
    ["an address that is none", "online: Zoom\n", "frontmatter-field-value 2:9", "https"],
    ["a state that is not known", "status: off\n", "frontmatter-field-value 2:9", "cancelled"],
  ])("are held to the table: %s", (_name, fields, found, words) => {
    const { diagnostics } = checked({ [MEETING]: page("Notes.\n", fields) });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([found]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.fix}`).toContain(words);
    expect(diagnostics[0]?.severity).toBe("error");
    // A field that is not known could be one that was to say that the file is withheld.
    const isShown = words !== "check the spelling";
    expect(diagnostics[0]?.frame?.line ?? "").toMatch(isShown ? /\S/ : /^$/);
  });

  it("may be all that there is", () => {
    expect(foundIn({ [MEETING]: "---\nvenue: Town Hall\n---\n" })).toEqual([]);
  });

  it("must be there", () => {
    expect(foundIn({ [MEETING]: "The meeting is in the Town Hall.\n" })).toEqual(["frontmatter-missing 1:1"]);
  });
});

describe("a plain page", () => {
  it("needs a title and a text", () => {
    expect(foundIn({ "pages/about.md": page("Words.\n", "order: 1\n") })).toEqual(["frontmatter-field-missing 1:1"]);
    expect(foundIn({ "pages/about.md": page("") })).toEqual(["text-empty 1:1"]);
  });

  it("is Markdown without numbers: lists are lists, and what reads like a reference is left as it is", () => {
    expect(html("See paragraph 3 and Annex A.\n\n1. One\n2. Two\n\n## Annex A: Words\n\nMore.\n")).toBe(
      '<p>See paragraph 3 and Annex A.</p>\n<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n<h2 id="section-annex-a-words">Annex A: Words</h2>\n<p>More.</p>',
    );
  });

  it("keeps what stands under a heading Abbreviations", () => {
    expect(html("## Abbreviations\n\nHSB – Home Safety Board\n")).toContain("<p>HSB – Home Safety Board</p>");
  });

  it("keeps the words of :::unnumbered", () => {
    expect(html(":::unnumbered\nWords.\n:::\n")).toBe("<p>Words.</p>");
  });

  it.each([
    ["HTML", "<b>bold</b>\n", "raw-html 5:1"],
    ["a heading of the first level", "# About\n", "heading-level-one 5:1"],
    ["a level that is skipped", "## A\n\n#### B\n", "heading-level-skipped 7:1"],
    ["a scheme", "[x](javascript:a)\n", "link-scheme 5:1"],
    ["an image without words", "![](../shared/a.png)\n", "image-alternative-text 5:1"],
    ["a note that is not written", "It met.[^1]\n", "footnote-undefined 5:8"],
    ["a label", "It met. {#met}\n", "label-form 5:9"],
    ["a line of abbreviations", "*[HSB]: Home Safety Board\n\nIt met.\n", "abbreviation-entry-unread 5:1"],
    ["a fragment that is not there", "[x](#nowhere)\n", "label-missing 5:1"],
    ["a file that is not there", "[x](../reports/2019/nothing.md)\n", "link-target-missing 5:1"],
    ["a fragment that another file lacks", "[x](../reports/2019/update.md#nothing)\n", "link-fragment-missing 5:1"],
    ["a file outside of the shared folder", "[x](../reports/2019/update/a.pdf)\n", "file-place 5:1"],
  ])("goes through the checks of reports: %s", (_name, body, found) => {
    const places = foundIn({ "pages/about.md": page(body) });
    expect(places).toContain(found);
  });

  it("quotes its own lines, and none that could hold what is withheld", () => {
    const quoted = (body: string, fields?: string) =>
      checked({ "pages/about.md": page(body, fields) }).diagnostics.map(({ frame }) => frame?.line);
    expect(quoted("<b>bold\n")).toEqual(["<b>bold"]);
    expect(quoted("<b>bold\n", "title: About\nconfidental: Yes\n")).toEqual([undefined, undefined]);
    expect(quoted(":::exempt{paragraphs=3 public-interest=Harm}\nQx.\n:::\n\n<b>bold\n")).toEqual([
      undefined,
      undefined,
    ]);
    expect(quoted("<!-- Qx --> <b>bold</b>\n")).not.toContain("<!-- Qx --> <b>bold</b>");
  });

  it("has an address for every heading, none of them the page's own", () => {
    const texts = { [MEETING]: page("## Agenda\n\nWords.\n\n## Late items\n\nWords.\n", "venue: x\n") };
    const [meeting] = checked(texts).site.meetings;
    expect([...(meeting?.notes?.fragments ?? [])]).toEqual(["agenda-1", "late-items-1"]);
  });
});

describe("nothing in a plain page or in the notes of a meeting can be withheld", () => {
  const paths = ["pages/about.md", MEETING];
  const bodies = (fields: string): string => page("Qxwordsz.\n", fields);
  const flags = [
    "confidential: Yes",
    "confidential: No",
    "confidential: {paragraphs: [3], public-interest: Harm}",
    "confidental: Yes",
    "Confidential: Yes",
    "exempt: Yes",
    "public-title: About",
  ];

  it.each(paths.flatMap((path) => flags.map((flag) => [path, flag] as const)))("%s with the field %s", (path, flag) => {
    const title = path === MEETING ? "venue: x" : "title: About";
    const { diagnostics, site } = checked({ [path]: bodies(`${title}\n${flag}\n`) });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
      "plain-file-withheld 3:1",
    ]);
    expect(diagnostics[0]?.severity).toBe("error");
    expect(JSON.stringify([diagnostics, site])).not.toContain("Qxwordsz");
  });

  it.each(paths)("%s with a passage", (path) => {
    const title = path === MEETING ? "venue: x\n" : "title: About\n";
    const { diagnostics, site } = checked({
      [path]: page("Qxopenz.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nQxwordsz.\n:::\n", title),
    });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
      "plain-file-withheld 7:1",
    ]);
    expect(JSON.stringify([diagnostics, site])).not.toMatch(/Qxwordsz|Qxopenz/);
  });

  it.each(["Confidential: Yes", "Not for publication", "Status: confidential"])("with the line %s", (line) => {
    expect(foundIn({ "pages/about.md": page(`Words.\n\n${line}\n`) })).toEqual(["confidential-in-body 7:1"]);
    expect(foundIn({ [MEETING]: page(`Words.\n\n${line}\n`, "venue: x\n") })).toEqual(["confidential-in-body 7:1"]);
  });

  it.each([
    "Some reports contain exempt information, and the public may be excluded while such an item is considered.",
    "Item 9 is not for publication. This item is exempt under paragraph 3.",
    "Exempt: No",
    "Private and confidential {elsewhere}",
  ])("but not with words about papers that are not public: %s", (words) => {
    const texts = { "pages/about.md": page(`${words}\n`), [MEETING]: page(`${words}\n`, "venue: x\n") };
    expect(foundIn(texts)).toEqual([]);
    expect(JSON.stringify(checked(texts).site)).not.toContain("elsewhere}");
  });
});

describe("links between plain pages, meetings and reports", () => {
  const texts = {
    "pages/about.md": page(`[r](../reports/2019/update.md#findings) [m](../${MEETING}#notes-1) [c](contact.md)\n`),
    "pages/contact.md": page("Words.\n", "title: Contact\n"),
    [MEETING]: page("## Notes\n\n[a](../../pages/about.md) [w](../../reports/2019/secret.md#qx)\n", "venue: x\n"),
    "reports/2019/update.md": reportOf({}, `## Findings\n\n[a](../../pages/about.md) [m](../../${MEETING}).\n`),
    "reports/2019/secret.md": reportOf(
      { confidential: "{paragraphs: [1], public-interest: Harm}", "public-title": "A matter" },
      "Qx. {#qx}\n",
    ),
  };

  it("are written as paths of files, and become addresses", () => {
    const { site, diagnostics } = checked(texts);
    expect(diagnostics).toEqual([]);
    expect(site.pages.map(({ text }) => text.bodyHtml)).toEqual([
      '<p><a href="../reports/2019/update/#findings">r</a> <a href="../committees/children/2019-04-08/#notes-1">m</a> <a href="../contact/">c</a></p>',
      "<p>Words.</p>",
    ]);
    expect(site.meetings[0]?.notes?.bodyHtml).toContain(
      '<a href="../../../about/">a</a> <a href="../../../reports/2019/a-matter/">w</a>',
    );
    expect(site.reports[0]?.bodyHtml).toContain('<a href="../../../about/">a</a>');
    expect(site.reports[0]?.bodyHtml).toContain('<a href="../../../committees/children/2019-04-08/">m</a>');
  });

  it("become plain text where the file is left out", () => {
    const faulty = { ...texts, "pages/contact.md": page("<b>x</b>\n", "title: Contact\n") };
    const { site } = checked(faulty, { keepGoing: true });
    expect(site.pages.map(({ text }) => text.bodyHtml)).toEqual([expect.stringMatching(/<\/a> c<\/p>$/)]);
  });

  it("become plain text where the target turns out to be faulty only beside others", () => {
    const faulty = {
      ...texts,
      "pages/contact.md": page("[x](../reports/2019/update.md#nothing)\n", "title: Contact\n"),
    };
    const { site } = checked(faulty, { keepGoing: true });
    expect(site.pages.map(({ title }) => title)).toEqual(["About"]);
    expect(site.pages[0]?.text.bodyHtml).toMatch(/<\/a> c<\/p>$/);
  });

  it("lead to what stands in the place of a passage that is withheld", () => {
    const body = "One.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nTwo. {#qx}\n:::\n";
    const { site, diagnostics } = checked({
      "pages/about.md": page("[x](../reports/2019/update.md#qx)\n"),
      "reports/2019/update.md": reportOf({}, body),
    });
    expect(diagnostics).toEqual([]);
    expect(site.pages[0]?.text.bodyHtml).toBe('<p><a href="../reports/2019/update/#para-2">x</a></p>');
  });
});

describe("files", () => {
  const image = { path: "shared/map.png", bytes: 9, hash: "a", format: "PNG", width: 3, height: 4 };

  it("come from the shared folder", () => {
    const { site } = checked({ "pages/about.md": page("![A map](../shared/map.png)\n") }, { attachments: [image] });
    expect(site.pages[0]?.text).toMatchObject({
      files: ["shared/map.png"],
      bodyHtml: '<figure>\n<img src="../shared/map.png" alt="A map" width="3" height="4">\n</figure>',
    });
  });

  it("that some report withholds are not shown", () => {
    const own = { ...image, path: "reports/2019/secret/map.png" };
    const { site, diagnostics } = checked(
      {
        "pages/about.md": page("![Five wards](../shared/map.png)\n"),
        "reports/2019/secret.md": reportOf(
          {
            confidential: "{paragraphs: [1], public-interest: Harm}",
            annexes: "[{title: Map, file: secret/map.png, confidential: {paragraphs: [1], public-interest: Harm}}]",
          },
          "See Annex A.\n",
        ),
      },
      { attachments: [image, own] },
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["file-withheld"]);
    expect(site.pages[0]?.text.files).toEqual([]);
  });
});

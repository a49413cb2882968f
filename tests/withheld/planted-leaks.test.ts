import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { scan } from "./scan.ts";
import { zipOf } from "./zip.ts";

/** What is withheld of a site, and nothing else of it. */
interface Withheld {
  readonly token: string;
  readonly words: string;
  readonly heading: string;
  readonly file: string;
  readonly bytes: string;
  readonly title: string;
  readonly author: string;
}

const ONE: Withheld = {
  token: "Qxonez",
  words: "The Qxonez bid is 7 million",
  heading: "Qxonez price",
  file: "Qxonez-prices.csv",
  bytes: "Qxonez,7\n",
  title: "Contract with Qxonez",
  author: "Qxonez Officer",
};
const OTHER: Withheld = {
  token: "Qxtwoz",
  words: "A second bidder, Qxtwoz, has withdrawn from it",
  heading: "Qxtwoz",
  file: "Qxtwoz.csv",
  bytes: "Qxtwoz,9,9,9\n",
  title: "Qxtwoz",
  author: "An officer of Qxtwoz",
};

/** All that the public can see of a build. */
interface Seen {
  readonly files: Map<string, Buffer>;
  /** The time of each file; every file of a build has the same. */
  readonly times: Map<string, number>;
  readonly printed: string[];
}

function contentOf({ words, heading, file, title, author }: Withheld): Readonly<Record<string, string>> {
  return {
    "reports/open.md": reportOf(
      {
        title: "Open",
        annexes: `[{title: Prices, file: open/${file}, confidential: {paragraphs: [3], public-interest: Prices}}]`,
      },
      `## Findings\n\nOne; see Annex A.\n\n:::exempt{paragraphs=3 public-interest=Prices}\n### ${heading}\n\n${words}[^a].\n:::\n\nThree WP.\n\n## Abbreviations\n\nWP – Work Programme\n\n[^a]: ${words}.\n`,
    ),
    "reports/closed.md": reportOf(
      {
        title,
        author,
        "public-title": "A contract",
        confidential: "{paragraphs: [3], public-interest: Prices, review: 2026-03-31}",
      },
      `${words}.\n`,
    ),
    "reports/draft.md": reportOf({ title, draft: "true" }, `${words}.\n`),
  };
}

function build(withheld: Withheld): Seen {
  const texts = contentOf(withheld);
  const path = `reports/open/${withheld.file}`;
  const attachment = { path, bytes: withheld.bytes.length, format: "CSV", hash: withheld.bytes };
  const settings = new TextEncoder().encode("council: Sallow\nbase-url: https://sallow.example/\n");
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map([[path, attachment]]),
    settings,
    others: [],
    findings: [],
  };
  const { site, diagnostics } = checkContent(content, {});
  const files = new Map(
    makeOutputs(site, readTemplates()).map(({ path: to, content: file }) => [
      to,
      Buffer.from("text" in file ? file.text : withheld.bytes),
    ]),
  );
  const printed = diagnostics.map((one) => pretty(one, { folder: "content", columns: 100, widths, hasColour: false }));
  return { files, times: new Map([...files.keys()].map((to) => [to, 0])), printed };
}

const builds = [ONE, OTHER].map((withheld) => ({ withheld, built: build(withheld) }));
const manifest = [...(builds[0]?.built.files.keys() ?? [])].sort();

/** What tells that something leaked: a token anywhere, two sites that can be told apart, a file that no build made, a time of its own. */
function caught(leak: (seen: Seen, withheld: Withheld) => void): readonly string[] {
  const [one, other] = builds.map(({ withheld, built }) => {
    const seen = { files: new Map(built.files), times: new Map(built.times), printed: [...built.printed] };
    leak(seen, withheld);
    return seen;
  });
  if (one === undefined || other === undefined) return [];
  const shown = new Map([...one.files, ["standard error", Buffer.from(one.printed.join("\n"))]]);
  const comparable = ({ files, times, printed }: Seen): string =>
    JSON.stringify([
      [...files].map(([path, bytes]) => [path, bytes.toString("base64")]).sort(),
      [...times].sort(),
      printed,
    ]);
  return [
    ...(scan(shown, [ONE.token]).length > 0 ? ["a token"] : []),
    ...(comparable(one) === comparable(other) ? [] : ["a difference"]),
    ...(JSON.stringify([...one.files.keys()].sort()) === JSON.stringify(manifest) ? [] : ["a file of no build"]),
    ...(new Set(one.times.values()).size > 1 ? ["a time"] : []),
  ];
}

const PAGE = "reports/open/index.html";
const LIST = "reports/index.html";

function change(seen: Seen, path: string, by: (text: string) => string): void {
  const before = seen.files.get(path)?.toString() ?? "";
  const after = by(before);
  if (after === before) throw new Error("nothing was planted");
  seen.files.set(path, Buffer.from(after));
}

function into(path: string, where: string, what: (withheld: Withheld) => string) {
  return (seen: Seen, withheld: Withheld): void =>
    change(seen, path, (text) => text.replace(where, `${what(withheld)}${where}`));
}

function more(path: string, what: (withheld: Withheld) => string | Buffer) {
  return (seen: Seen, withheld: Withheld): void => {
    seen.files.set(path, Buffer.from(what(withheld)));
  };
}

const countOf = (words: string): string => String(words.split(" ").length);

describe("a leak that is planted into what is published is caught:", () => {
  it("none where none is planted", () => {
    expect(caught(() => {})).toEqual([]);
  });

  it.each<[string, (seen: Seen, withheld: Withheld) => void]>([
    ["a debug attribute", into(PAGE, "<article", ({ words }) => `<i data-source="${words}"></i>`)],
    ["a debug attribute with the file's name", into(PAGE, "<article", ({ file }) => `<i data-file="${file}"></i>`)],
    ["a comment in a page", into(PAGE, "</main>", ({ words }) => `<!-- ${words} -->`)],
    ["hidden text", into(PAGE, "</main>", ({ words }) => `<p hidden>${words}</p>`)],
    ["a heading in the contents", into(PAGE, "</ol>", ({ heading }) => `<li>${heading}</li>`)],
    ["a slug", into(PAGE, "</main>", ({ heading }) => `<a id="${heading.toLowerCase().replace(" ", "-")}"></a>`)],
    ["a count of words", into(PAGE, "</main>", ({ words }) => `<p>${countOf(words)} words</p>`)],
    ["a time for reading", into(PAGE, "</main>", ({ words }) => `<p>${countOf(words)} s</p>`)],
    [
      "the length of a passage as its height",
      into(PAGE, "</main>", ({ words }) => `<div style="height:${words.length}px"></div>`),
    ],
    ["the size of a withheld file", into(PAGE, "</main>", ({ bytes }) => `<p>${bytes.length} bytes</p>`)],
    [
      "the digest of a withheld file",
      into(PAGE, "</main>", ({ bytes }) => `<p>${Buffer.from(bytes).toString("hex")}</p>`),
    ],
    [
      "a note that only a passage has",
      into(PAGE, "</main>", ({ words }) => `<section class="footnotes">${words}</section>`),
    ],
    ["the number of a note", into(PAGE, "</main>", ({ words }) => `<sup>${words.length % 9}</sup>`)],
    [
      "a line of the glossary",
      into("abbreviations/index.html", "</main>", ({ words }) => `<dt>QB</dt><dd>${words}</dd>`),
    ],
    ["an entry of the glossary's data", into("abbreviations.json", "}", ({ title }) => `, "x": "${title}"`)],
    ["a withheld title in a listing", into(LIST, "</ul>", ({ title }) => `<li>${title}</li>`)],
    ["an author in a listing", into(LIST, "</ul>", ({ author }) => `<li>${author}</li>`)],
    [
      "the length of a title as a width",
      into(LIST, "</ul>", ({ title }) => `<li style="width:${title.length}ch"></li>`),
    ],
    [
      "an order that follows withheld titles",
      (seen, { title }) => change(seen, LIST, (text) => (title < "M" ? `${text}\n` : text.trimEnd())),
    ],
    ["a description in the head", into(PAGE, "</head>", ({ words }) => `<meta name="description" content="${words}">`)],
    [
      "structured data",
      into(PAGE, "</head>", ({ words }) => `<script type="application/ld+json">${JSON.stringify({ words })}</script>`),
    ],
    [
      "entities",
      into(PAGE, "</main>", ({ token }) => [...token].map((letter) => `&#${letter.charCodeAt(0)};`).join("")),
    ],
    ["base64", into(PAGE, "</main>", ({ words }) => Buffer.from(words).toString("base64"))],
    ["capitals", into(PAGE, "</main>", ({ words }) => words.toUpperCase())],
    ["an address", into(PAGE, "</main>", ({ words }) => `<a href="?q=${encodeURIComponent(words)}">x</a>`)],
    ["a page of its own", more("reports/closed/index.html", ({ words }) => words)],
    [
      "an entry of a sitemap",
      more("sitemap.xml", ({ file }) => `<loc>https://sallow.example/reports/open/${file}</loc>`),
    ],
    [
      "a day of change in a sitemap",
      more("sitemap.xml", ({ words }) => `<lastmod>2025-01-${10 + (words.length % 9)}</lastmod>`),
    ],
    ["an entry of a feed", more("feed.xml", ({ title }) => `<title>${title}</title>`)],
    ["a search index that is compressed", more("pagefind/index.pf", ({ words }) => gzipSync(words))],
    [
      "a stream of a PDF",
      more("reports/open/open.pdf", ({ words }) =>
        Buffer.concat([Buffer.from("%PDF-1.7\nstream\n"), deflateSync(words), Buffer.from("\nendstream")]),
      ),
    ],
    ["a member of a zip", more("reports/open/all.zip", ({ words }) => zipOf({ "a.txt": Buffer.from(words) }))],
    ["UTF-16", more("reports/open/text.txt", ({ words }) => Buffer.from(words, "utf16le"))],
    ["a withheld file", (seen, { file, bytes }) => void seen.files.set(`reports/open/${file}`, Buffer.from(bytes))],
    [
      "an empty file that is called as a withheld one",
      (seen, { file }) => void seen.files.set(`reports/open/${file}`, Buffer.alloc(0)),
    ],
    ["a stale file of an earlier build", more("reports/open/old.pdf", () => "old")],
    ["an empty folder's file", more("reports/closed/.keep", () => "")],
    ["a time of its own", (seen) => void seen.times.set(PAGE, 1)],
    ["a line in the log", (seen, { words }) => void seen.printed.push(words)],
    ["a count in the log", (seen, { words }) => void seen.printed.push(`compiled ${words.length} characters`)],
    ["a file's name in the log", (seen, { file }) => void seen.printed.push(`not copied: ${file}`)],
  ])("%s", (_name, leak) => {
    expect(caught(leak).length).toBeGreaterThan(0);
  });
});

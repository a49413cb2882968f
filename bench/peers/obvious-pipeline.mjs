#!/usr/bin/env node
/**
 * The pipeline that one would write first, for comparison: unified as its manual shows it, one file after the other, a
 * regular expression for each abbreviation. It makes the same site as Scrutineer does from reports without a fault, and
 * checks nothing.
 *
 *   node bench/obvious-pipeline.mjs <content folder> <output folder>
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import matter from "gray-matter";
import Handlebars from "handlebars";
import { findAndReplace } from "mdast-util-find-and-replace";
import { toString as textOf } from "mdast-util-to-string";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

const PER_PAGE = 50;

// Plug-ins: each passes on in `file.data` what the page needs.

/** A node that becomes an HTML element. */
const element = (tagName, properties, children) => ({
  type: tagName,
  data: { hName: tagName, hProperties: properties },
  children,
});
const text = (value) => ({ type: "text", value });
const link = (url, label) => ({ type: "link", url, children: [text(label)] });

/** Takes `*[HSB]: Harmful Sexual Behaviour` lines out of the text. */
function abbreviationDefinitions() {
  return (tree, file) => {
    const definitions = new Map();
    visit(tree, "paragraph", (node, index, parent) => {
      const lines = textOf(node)
        .split("\n")
        .map((line) => /^\*\[([^\]]+)\]:\s*(.+)$/.exec(line));
      if (lines.includes(null)) return;
      for (const [, short, long] of lines) definitions.set(short, long);
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    file.data.definitions = definitions;
  };
}

/** Numbers the paragraphs at the top level: 1, 2, 3 …, and A1, A2 … in Annex A. */
function numberedParagraphs() {
  return (tree) => {
    let letter = "";
    let count = 0;
    visit(tree, (node, index, parent) => {
      if (node === tree) return;
      if (node.type === "heading") {
        const annex = /^Annex ([A-Z]):/.exec(textOf(node));
        if (annex) {
          letter = annex[1];
          count = 0;
        }
      } else if (node.type === "paragraph") {
        const number = `${letter}${++count}`;
        const id = `para-${number}`;
        parent.children[index] = element("div", { className: "para", id }, [
          link(`#${id}`, `${number}.`),
          element("div", { className: "para-text" }, [node]),
        ]);
        parent.children[index].number = number;
      }
      return SKIP;
    });
  };
}

/** Marks each use of an abbreviation, links the first to the glossary, and puts the glossary at the end. */
function abbreviations() {
  return (tree, file) => {
    const entries = [...file.data.definitions]
      .sort(([a], [b]) => b.length - a.length)
      .map(([short, long]) => ({
        short,
        long,
        id: `abbr-${short.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
        pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(short)}(?=(?:'?s)?(?![\\p{L}\\p{N}]))`, "gu"),
        firstUse: undefined,
      }));
    const replacements = entries.map((entry) => [
      entry.pattern,
      (short, { stack }) => {
        const use = element("abbr", { title: entry.long }, [text(short)]);
        if (entry.firstUse) return use;
        entry.firstUse = { number: stack.find(({ number }) => number)?.number };
        return { type: "link", url: `#${entry.id}`, children: [use] };
      },
    ]);
    findAndReplace(tree, replacements, { ignore: ["link", "heading", "abbr"] });
    if (entries.length > 0) tree.children.push(glossary(entries));
    file.data.abbreviations = entries;
  };
}

const escaped = (pattern) => pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function glossary(entries) {
  const sorted = entries.toSorted((a, b) => (a.short.toLowerCase() < b.short.toLowerCase() ? -1 : 1));
  const items = sorted.map(({ short, long, id, firstUse }) => {
    const meaning = [text(long)];
    if (firstUse?.number) meaning.push(text(" "), link(`#para-${firstUse.number}`, `Paragraph ${firstUse.number}`));
    return element("div", { id }, [element("dt", {}, [text(short)]), element("dd", {}, meaning)]);
  });
  const heading = { type: "heading", depth: 2, children: [text("Abbreviations")] };
  return element("section", { className: "glossary" }, [heading, element("dl", {}, items)]);
}

/** Lists the headings for the contents. */
function contents() {
  return (tree, file) => {
    file.data.contents = [];
    visit(tree, "element", (node) => {
      if (node.tagName === "h2") file.data.contents.push({ id: node.properties.id, text: textOf(node) });
    });
  };
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(abbreviationDefinitions)
  .use(numberedParagraphs)
  .use(abbreviations)
  .use(remarkRehype)
  .use(rehypeSlug)
  .use(contents)
  .use(rehypeStringify);

// Templates

Handlebars.registerPartial(
  "layout",
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
</head>
<body>
<header><a href="/">Scrutiny reports</a> <a href="/reports/">All reports</a> <a href="/abbreviations/">Abbreviations</a></header>
<main>
<h1>{{title}}</h1>
{{> @partial-block}}
</main>
</body>
</html>
`,
);
Handlebars.registerPartial(
  "reports",
  `<ul>
{{#each reports}}
<li><a href="{{url}}">{{title}}</a> {{committee}} <time datetime="{{date}}">{{dateInWords}}</time></li>
{{/each}}
</ul>`,
);

const reportTemplate = Handlebars.compile(`{{#> layout}}
<p>{{author}}, {{committee}}, <time datetime="{{date}}">{{dateInWords}}</time></p>
<nav>
<ol>
{{#each contents}}
<li><a href="#{{id}}">{{text}}</a></li>
{{/each}}
</ol>
</nav>
{{{html}}}
{{/layout}}
`);

const homeTemplate = Handlebars.compile(`{{#> layout}}
<ul>
{{#each committees}}
<li><a href="{{url}}">{{name}}</a></li>
{{/each}}
</ul>
{{> reports}}
{{/layout}}
`);

const listingTemplate = Handlebars.compile(`{{#> layout}}
{{> reports}}
<nav>{{#if previous}}<a href="{{previous}}">Later reports</a>{{/if}} {{#if next}}<a href="{{next}}">Earlier reports</a>{{/if}}</nav>
{{/layout}}
`);

const glossaryTemplate = Handlebars.compile(`{{#> layout}}
<dl>
{{#each entries}}
<dt>{{short}}</dt>
{{#each meanings}}
<dd>{{long}}
<ul>
{{#each reports}}
<li><a href="{{url}}">{{title}}</a></li>
{{/each}}
</ul>
</dd>
{{/each}}
{{/each}}
</dl>
{{/layout}}
`);

// The site

const [contentFolder, outputFolder] = process.argv.slice(2);
if (outputFolder === undefined) throw new Error("usage: obvious-pipeline.mjs <content folder> <output folder>");

async function writePage(url, html) {
  const folder = path.join(outputFolder, url);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "index.html"), html);
}

async function readReport(name) {
  const { data, content } = matter(await readFile(path.join(contentFolder, "reports", name), "utf8"));
  const file = await processor.process(content);
  return {
    ...data,
    date: data.date.toISOString().slice(0, 10),
    dateInWords: data.date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
    url: `/reports/${path.basename(name, ".md")}/`,
    html: String(file),
    contents: file.data.contents,
    abbreviations: file.data.abbreviations,
  };
}

async function writeListing(base, title, reports) {
  const pages = Math.max(1, Math.ceil(reports.length / PER_PAGE));
  const url = (number) => (number === 1 ? base : `${base}page-${number}/`);
  for (let number = 1; number <= pages; number++) {
    const html = listingTemplate({
      title: number === 1 ? title : `${title}, page ${number}`,
      reports: reports.slice((number - 1) * PER_PAGE, number * PER_PAGE),
      previous: number > 1 && url(number - 1),
      next: number < pages && url(number + 1),
    });
    await writePage(url(number), html);
  }
}

function siteGlossary(reports) {
  const entries = new Map();
  for (const report of reports) {
    for (const { short, long } of report.abbreviations) {
      const meanings = entries.get(short) ?? new Map();
      entries.set(short, meanings.set(long, [...(meanings.get(long) ?? []), report]));
    }
  }
  return [...entries]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([short, meanings]) => ({
      short,
      meanings: [...meanings].map(([long, using]) => ({ long, reports: using })),
    }));
}

const reports = [];
for (const name of await readdir(path.join(contentFolder, "reports"))) reports.push(await readReport(name));
reports.sort((a, b) => b.date.localeCompare(a.date) || a.url.localeCompare(b.url));
for (const report of reports) await writePage(report.url, reportTemplate(report));

const committees = [...new Set(reports.map(({ committee }) => committee))]
  .sort()
  .map((name) => ({ name, url: `/committees/${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}/` }));
await writePage("/", homeTemplate({ title: "Scrutiny reports", committees, reports: reports.slice(0, 10) }));
await writeListing("/reports/", "All reports", reports);
for (const { name, url } of committees) {
  await writeListing(
    url,
    name,
    reports.filter(({ committee }) => committee === name),
  );
}
await writePage("/abbreviations/", glossaryTemplate({ title: "Abbreviations", entries: siteGlossary(reports) }));
console.log(`${reports.length} reports`);

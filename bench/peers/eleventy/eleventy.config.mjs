/** The site in Eleventy: markdown-it with its plug-ins for abbreviations and footnotes, and two small ones of our own. */
import markdownIt from "markdown-it";
import abbreviations from "markdown-it-abbr";
import footnotes from "markdown-it-footnote";

const PER_PAGE = 50;

/** What each report holds beside its text, by its path. */
const found = new Map();

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const escapeHtml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** Numbers the paragraphs at the top level: 1, 2, 3 …, and A1, A2 … in Annex A; headings get ids. */
function numbersAndContents(md) {
  md.core.ruler.push("numbers", (state) => {
    const contents = [];
    let [letter, count] = ["", 0];
    for (const [index, token] of state.tokens.entries()) {
      if (token.level !== 0) continue;
      if (token.type === "heading_open") {
        const text = state.tokens[index + 1].content;
        const annex = /^Annex ([A-Z]):/.exec(text);
        if (annex) [letter, count] = [annex[1], 0];
        const id = `${slug(text)}-${contents.length + 1}`;
        token.attrSet("id", id);
        if (token.tag === "h2") contents.push({ id, text });
      } else if (token.type === "paragraph_open") {
        const number = `${letter}${++count}`;
        token.attrSet("class", "para");
        token.attrSet("id", `para-${number}`);
        state.tokens[index + 1].number = number;
        const link = new state.Token("html_inline", "", 0);
        link.content = `<a href="#para-${number}">${number}.</a> `;
        state.tokens[index + 1].children.unshift(link);
      }
    }
    found.set(state.env.page.inputPath, { contents, entries: [] });
  });
}

/** Links the first use of each abbreviation to the glossary, and puts the glossary at the end. */
function glossary(md) {
  md.core.ruler.push("glossary", (state) => {
    const entries = new Map(
      Object.entries(state.env.abbreviations ?? {}).map(([key, long]) => [key.slice(1), { short: key.slice(1), long }]),
    );
    for (const { type, children, number } of state.tokens) {
      if (type !== "inline") continue;
      for (const [index, token] of children.entries()) {
        if (token.type !== "abbr_open") continue;
        const entry = entries.get(children[index + 1].content);
        if (entry === undefined || "firstUse" in entry) continue;
        entry.firstUse = number;
        const [open, close] = [new state.Token("html_inline", "", 0), new state.Token("html_inline", "", 0)];
        open.content = `<a href="#abbr-${slug(entry.short)}">`;
        close.content = "</a>";
        children[index] = open;
        children.splice(index + 1, 0, token);
        children.splice(index + 4, 0, close);
      }
    }
    const sorted = [...entries.values()].sort((a, b) => (a.short.toLowerCase() < b.short.toLowerCase() ? -1 : 1));
    found.get(state.env.page.inputPath).entries = sorted;
    if (sorted.length === 0) return;
    const items = sorted.map(({ short, long, firstUse }) => {
      const use = firstUse === undefined ? "" : ` <a href="#para-${firstUse}">Paragraph ${firstUse}</a>`;
      return `<div id="abbr-${slug(short)}"><dt>${escapeHtml(short)}</dt><dd>${escapeHtml(long)}${use}</dd></div>`;
    });
    const block = new state.Token("html_block", "", 0);
    block.content = `<section class="glossary"><h2>Abbreviations</h2><dl>${items.join("\n")}</dl></section>\n`;
    state.tokens.push(block);
  });
}

/** Lists in pages of 50, as data for one template. */
function inPages(title, base, reports) {
  const count = Math.max(1, Math.ceil(reports.length / PER_PAGE));
  const url = (number) => (number === 1 ? base : `${base}page-${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    title: index === 0 ? title : `${title}, page ${index + 1}`,
    url: url(index + 1),
    reports: reports.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    previous: index > 0 && url(index),
    next: index + 1 < count && url(index + 2),
  }));
}

const committeeUrl = (name) => `/committees/${slug(name)}/`;
const committeesOf = (reports) => [...new Set(reports.map(({ data }) => data.committee))].sort();
const newestFirst = (api) =>
  api.getFilteredByTag("reports").toSorted((a, b) => b.date - a.date || (a.url < b.url ? -1 : 1));

/** Each abbreviation of the site with its meanings and the reports that use them. */
function siteGlossary(reports) {
  const entries = new Map();
  for (const report of reports) {
    // Asked for, so that Eleventy has made the reports before.
    if (report.templateContent === undefined) continue;
    for (const { short, long } of found.get(report.inputPath)?.entries ?? []) {
      const meanings = entries.get(short) ?? new Map();
      const using = meanings.get(long) ?? [];
      using.push({ url: report.url, title: report.data.title });
      entries.set(short, meanings.set(long, using));
    }
  }
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([short, meanings]) => ({
      short,
      meanings: [...meanings].map(([long, using]) => ({ long, reports: using })),
    }));
}

export default function configure(eleventy) {
  eleventy.setLibrary(
    "md",
    markdownIt({ html: false, linkify: true }).use(abbreviations).use(footnotes).use(numbersAndContents).use(glossary),
  );
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("words", (date) =>
    date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  );
  eleventy.addFilter("contentsOf", (inputPath) => found.get(inputPath)?.contents ?? []);
  eleventy.addFilter("siteGlossary", siteGlossary);
  eleventy.addCollection("newest", (api) => newestFirst(api).slice(0, 10));
  eleventy.addCollection("committees", (api) =>
    committeesOf(newestFirst(api)).map((name) => ({ name, url: committeeUrl(name) })),
  );
  eleventy.addCollection("listings", (api) => {
    const reports = newestFirst(api);
    const of = (name) => reports.filter(({ data }) => data.committee === name);
    return [
      ...inPages("All reports", "/reports/", reports),
      ...committeesOf(reports).flatMap((name) => inPages(name, committeeUrl(name), of(name))),
    ];
  });
  // Text is escaped where the templates say so, and Markdown is no template.
  return { dir: { input: "content", output: "dist" }, markdownTemplateEngine: false };
}

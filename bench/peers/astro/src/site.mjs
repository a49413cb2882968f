/** What the pages share: the reports in order, and the features that Astro's Markdown has not, made on the HTML. */
import { getCollection } from "astro:content";

const PER_PAGE = 50;

export const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const escapeHtml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const escapePattern = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

let sorted;

/** The reports, newest first. */
export async function reports() {
  const all = sorted ?? (await getCollection("reports")).map(asListed).sort(newestFirst);
  // While the site is served, a report may have been edited.
  if (import.meta.env.PROD) sorted = all;
  return all;
}

const newestFirst = (a, b) => b.date.localeCompare(a.date) || a.url.localeCompare(b.url);

function asListed(entry) {
  const { title, author, committee, date } = entry.data;
  const day = new Date(date);
  return {
    entry,
    title,
    author,
    committee,
    date: day.toISOString().slice(0, 10),
    dateInWords: day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
    url: `/reports/${entry.id}/`,
  };
}

/** The abbreviations that a report defines, `*[HSB]: Harmful Sexual Behaviour`, in their order. */
export function definitions(entry) {
  return [...entry.body.matchAll(/^\*\[([^\]]+)\]:\s*(.+)$/gm)]
    .map(([, short, long]) => ({ short, long, id: `abbr-${slug(short)}`, firstUse: undefined }))
    .sort((a, b) => (a.short.toLowerCase() < b.short.toLowerCase() ? -1 : 1));
}

/** The text with numbered paragraphs, marked abbreviations and a glossary; and the headings for the contents. */
export function page(entry) {
  const entries = definitions(entry);
  const byShort = new Map(entries.map((one) => [escapeHtml(one.short), one]));
  const shorts = [...byShort.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const uses = new RegExp(`(?<![\\p{L}\\p{N}])(?:${shorts.join("|")})(?=(?:'?s)?(?![\\p{L}\\p{N}]))`, "gu");
  let [letter, count, number] = ["", 0, undefined];
  let [inside, quiet] = [0, 0];
  const marked = entry.rendered.html
    .replace(/<p>\*\[[\s\S]*?<\/p>\n?/, "")
    .replace(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g, (piece, close, name) => {
      if (name === undefined) {
        const annex = quiet > 0 && /^Annex ([A-Z]):/.exec(piece);
        if (annex) [letter, count] = [annex[1], 0];
        if (quiet > 0 || shorts.length === 0) return piece;
        return piece.replace(uses, (use) => {
          const one = byShort.get(use);
          const html = `<abbr title="${escapeHtml(one.long)}">${use}</abbr>`;
          if (one.firstUse !== undefined) return html;
          one.firstUse = number ?? "";
          return `<a href="#${one.id}">${html}</a>`;
        });
      }
      const step = close === "/" ? -1 : 1;
      if (["blockquote", "ul", "ol", "section", "table"].includes(name)) inside += step;
      if (/^(?:a|h[1-6])$/.test(name)) quiet += step;
      if (name !== "p" || step < 0 || inside > 0) return piece;
      number = `${letter}${++count}`;
      return `<p class="para" id="para-${number}"><a href="#para-${number}">${number}.</a> `;
    });
  const contents = entry.rendered.metadata.headings.filter(({ depth }) => depth === 2);
  return { html: entries.length === 0 ? marked : `${marked}${glossary(entries)}`, contents };
}

function glossary(entries) {
  const items = entries.map(({ short, long, id, firstUse }) => {
    const use = firstUse ? ` <a href="#para-${firstUse}">Paragraph ${firstUse}</a>` : "";
    return `<div id="${id}"><dt>${escapeHtml(short)}</dt><dd>${escapeHtml(long)}${use}</dd></div>`;
  });
  return `<section class="glossary"><h2>Abbreviations</h2><dl>${items.join("\n")}</dl></section>\n`;
}

/** The pages of a list, as Astro makes paths of them: page 1 is the list's own address. */
export function inPages(title, base, listed) {
  const count = Math.max(1, Math.ceil(listed.length / PER_PAGE));
  const url = (number) => (number === 1 ? base : `${base}page-${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    path: index === 0 ? undefined : `page-${index + 1}`,
    title: index === 0 ? title : `${title}, page ${index + 1}`,
    reports: listed.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    previous: index > 0 ? url(index) : undefined,
    next: index + 1 < count ? url(index + 2) : undefined,
  }));
}

/** The committees with their addresses. */
export function committees(listed) {
  const names = [...new Set(listed.map(({ committee }) => committee))].sort();
  return names.map((name) => ({ name, url: `/committees/${slug(name)}/` }));
}

/** Each abbreviation of the site with its meanings and the reports that use them. */
export function siteGlossary(listed) {
  const entries = new Map();
  for (const report of listed) {
    for (const { short, long } of definitions(report.entry)) {
      const meanings = entries.get(short) ?? new Map();
      const using = meanings.get(long) ?? [];
      using.push(report);
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

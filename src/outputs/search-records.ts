import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { plainPageAddress, reportAddress } from "../addresses/addresses.ts";
import { nameSlug } from "../addresses/slugs.ts";
import { dateIn } from "../dates/format-date.ts";
import { wordsIn } from "../interface/translations.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import type { Report, TextPart } from "../model/report.ts";
import type { AgendaItem, PlainPage, Site, Withheld } from "../model/site.ts";
import { compareTexts } from "../text/compare.ts";
import type { Templates } from "./templates.ts";

/** A report as the maker of the search index reads it. */
export interface SearchRecord {
  /** The address of its page, after a slash. */
  readonly url: string;
  /** HTML in the terms of Pagefind: facts to show, filter and sort by, and each paragraph with its id. */
  readonly html: string;
}

/** Where a hit can land: a paragraph or a note, or else the heading above the text. */
interface Place {
  /** The id of the paragraph or the note; empty where the text is neither. */
  readonly id: string;
  /** The heading right above it. */
  readonly heading: string;
  readonly headingId: string;
  readonly texts: string[];
}

/**
 * What is searched of a site: the text of its reports and plain pages, and the titles of reports that are withheld.
 * Empty where the site has no search.
 */
export function searchRecords(site: Site, templates: Templates): readonly SearchRecord[] {
  return [...eachSearchRecord(site, templates)];
}

/** The same, one after the other: all of them take as much room as the site. */
export function* eachSearchRecord(site: Site, templates: Templates): Generator<SearchRecord> {
  if (!site.hasSearch) return;
  const authors = authorNames(site);
  const wards = wardNames(site);
  const { lang } = site.settings;
  for (const report of site.reports) {
    const { frontmatter, annexes, marking, abbreviations } = report;
    const { title, date, summary, authors: written } = frontmatter;
    const html = templates.render("search-record", {
      title,
      date,
      formattedDate: dateIn(lang, date),
      year: date.slice(0, 4),
      ...committeesOf(report),
      marking: marking === undefined ? "" : wordsIn(lang).notForPublication,
      wards: frontmatter.isAboutAllWards ? wards : frontmatter.wards,
      authors: written.map(({ name }) => authors.get(nameSlug(name)) ?? name),
      opening: [
        ...(summary === undefined ? [] : [summary]),
        written.map(({ name }) => name).join(", "),
        ...[...frontmatter.facts].map(([name, value]) => `${name}: ${value}`),
        ...annexes.map(({ kind, letter, title: words }) => `${kind} ${letter}: ${words}`),
        // Whoever looks for the words finds the reports that use the short form, and the other way round.
        ...abbreviations.map(({ short, long }) => `${short}: ${long}`),
      ],
      places: placesOf(site, report).map((place) => ({ ...place })),
    });
    yield { url: `/${reportAddress(report.path)}`, html };
  }
  for (const stub of site.withheld) yield recordOfStub(site, stub, templates);
  for (const plain of site.pages) yield recordOfPage(plain, templates);
}

/** Of a report that is withheld, what is in the lists: its title, its day and its committee. */
function recordOfStub({ settings: { lang } }: Site, stub: Withheld, templates: Templates): SearchRecord {
  const { address, title, date } = stub;
  const html = templates.render("search-record", {
    title,
    date,
    formattedDate: dateIn(lang, date),
    year: date.slice(0, 4),
    ...committeesOf(stub),
    marking: wordsIn(lang).notForPublication,
    wards: [],
    authors: [],
    opening: [],
    places: [],
  });
  return { url: `/${address}`, html };
}

/** Earlier than any report, so that plain pages come last where the latest come first. */
const BEFORE_ALL = "0001-01-01";

function recordOfPage({ slug, title, text }: PlainPage, templates: Templates): SearchRecord {
  const html = templates.render("search-record", {
    title,
    date: BEFORE_ALL,
    formattedDate: "",
    year: "",
    committee: "",
    furtherCommittees: [],
    marking: "",
    wards: [],
    authors: [],
    opening: blockTexts(fromHtml(text.bodyHtml, { fragment: true })),
    places: [],
  });
  return { url: `/${plainPageAddress(slug)}`, html };
}

function blockTexts(node: Nodes): readonly string[] {
  const isBlock = node.type === "element" && /^(?:p|li|h[2-6]|td|th|dt|dd|caption)$/.test(node.tagName);
  if (isBlock) return [textOf(node).replace(/\s+/g, " ").trim()].filter((words) => words !== "");
  return "children" in node ? node.children.flatMap(blockTexts) : [];
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/**
 * The authors of a site, by the part of an address that is theirs: each as the latest of the reports writes the name.
 */
export function authorNames({ reports }: Site): ReadonlyMap<string, string> {
  const names = reports.flatMap(({ frontmatter }) => frontmatter.authors.map(({ name }) => name));
  return new Map(names.toReversed().map((name) => [nameSlug(name), name]));
}

/** The wards that the reports of a site name. */
export function wardNames({ reports }: Site): readonly string[] {
  return [...new Set(reports.flatMap(({ frontmatter }) => frontmatter.wards))].sort(compareTexts);
}

/** The committee that is shown with a hit, and those by which it is found, too. */
function committeesOf(item: AgendaItem) {
  const [committee = "", ...furtherCommittees] = committeesReceiving(item).map(({ name }) => name);
  return { committee, furtherCommittees };
}

/** Notices that are in place of what is withheld are the same words in many reports, and nobody looks for them. */
function isSearched({ edition }: Site, part: TextPart): boolean {
  return edition === "members" || !part.isWithheld;
}

function placesOf(site: Site, { parts, notes, recommendations, frontmatter }: Report): readonly Place[] {
  const word = wordsIn(frontmatter.lang).recommendation;
  const places: (Place & { readonly of: string })[] = [];
  let above = "";
  for (const { id, number, heading, text } of parts.filter((part) => isSearched(site, part))) {
    const last = places.at(-1);
    if (last?.of === id && heading === above) last.texts.push(text);
    else {
      const isNew = heading !== above;
      const isOfHeading = number === undefined && isNew;
      places.push({
        of: id,
        id: number === undefined ? "" : id,
        heading: isNew ? heading : "",
        headingId: isOfHeading ? id : "",
        texts: [text],
      });
    }
    above = heading;
  }
  return [
    ...places.map(({ id, heading, headingId, texts }) => ({ id, heading, headingId, texts })),
    // Whoever looks for "recommendation 3" finds it, whatever of that its own words say.
    ...recommendations.map(({ id, label, text }) => ({
      id,
      heading: "",
      headingId: "",
      texts: [`${word} ${label}: ${text}`],
    })),
    ...notes.map(({ id, text }) => ({ id, heading: "", headingId: "", texts: [text] })),
  ];
}

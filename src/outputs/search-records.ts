import { reportAddress } from "../addresses.ts";
import { dateIn } from "../dates-in-words.ts";
import { wordsIn } from "../interface-words.ts";
import type { Report, Site, TextPart } from "../model.ts";
import { nameSlug } from "../report/name-slug.ts";
import type { Templates } from "./templates.ts";

/** A report as the maker of the search index reads it. */
export interface SearchRecord {
  /** The address of its page, behind a slash. */
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

/** What is searched of a site: the text of its reports. Empty where the site has no search. */
export function searchRecords(site: Site, templates: Templates): readonly SearchRecord[] {
  if (!site.hasSearch) return [];
  const authors = authorNames(site);
  const { lang } = site.settings;
  return site.reports.map((report) => {
    const { frontmatter, committee, annexes, marking } = report;
    const { title, date, summary, authors: written } = frontmatter;
    const html = templates.render("search-record", {
      title,
      date,
      dateInWords: dateIn(lang, date),
      year: date.slice(0, 4),
      committee: committee?.name ?? "",
      marking: marking === undefined ? "" : wordsIn(lang).notForPublication,
      authors: written.map(({ name }) => authors.get(nameSlug(name)) ?? name),
      opening: [
        ...(summary === undefined ? [] : [summary]),
        written.map(({ name }) => name).join(", "),
        ...annexes.map(({ kind, letter, title: words }) => `${kind} ${letter}: ${words}`),
      ],
      places: placesOf(site, report).map((place) => ({ ...place })),
    });
    return { url: `/${reportAddress(report.path)}`, html };
  });
}

/** The authors of a site, by the part of an address that is theirs: each as the latest of the reports writes the name. */
export function authorNames({ reports }: Site): ReadonlyMap<string, string> {
  const names = reports.flatMap(({ frontmatter }) => frontmatter.authors.map(({ name }) => name));
  return new Map(names.toReversed().map((name) => [nameSlug(name), name]));
}

/** Notices that stand in place of what is withheld are the same words in many reports, and nobody looks for them. */
function isSearched({ edition }: Site, part: TextPart): boolean {
  return edition === "members" || !part.isWithheld;
}

function placesOf(site: Site, { parts, notes }: Report): readonly Place[] {
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
    ...notes.map(({ id, text }) => ({ id, heading: "", headingId: "", texts: [text] })),
  ];
}

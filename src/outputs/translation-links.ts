import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Report } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { canonicalAddress } from "./page.ts";

/** The same report in the other language, as the page of a report knows it: it knows no more. */
export interface Translation {
  readonly href: string;
  readonly lang: Language;
  /** The words of the link to it, in its own language. */
  readonly text: string;
  /** The addresses of the report in each language, for those who index it: whole, where it is known where the site is. */
  readonly languages: readonly { readonly lang: Language; readonly href: string }[];
  /** The ids of its numbered paragraphs. */
  readonly paragraphs: readonly string[];
}

/** The same report in the other language; `false` where there is none. */
export function translationOf(site: Site, report: Report): Translation | false {
  const other = site.translations.get(report.path);
  if (other === undefined) return false;
  const { lang } = other.frontmatter;
  const from = reportAddress(report.path);
  return {
    href: relativeAddress(from, reportAddress(other.path)),
    lang,
    text: wordsIn(lang).readInLanguage,
    languages: [report, other].map(({ path, frontmatter }) => ({
      lang: frontmatter.lang,
      href: canonicalAddress(site, reportAddress(path)) || relativeAddress(from, reportAddress(path)),
    })),
    paragraphs: other.paragraphs.map(({ id }) => id),
  };
}

/** The text of a page whose numbered paragraphs lead to the same ones in the other language, where these are there. */
export function bodyWithTranslation({ bodyHtml, paragraphs }: Report, translation: Translation | false): string {
  if (translation === false) return bodyHtml;
  const { href, lang } = translation;
  const words = wordsIn(lang);
  const numbers = new Map(paragraphs.map(({ id, number }) => [id, number]));
  const there = new Set(translation.paragraphs);
  // The opening tag of a paragraph's number is written by the program alone: no text and no attribute can hold its quotation marks.
  return bodyHtml.replace(NUMBER, (whole, id: string) => {
    const number = numbers.get(id);
    if (number === undefined || !there.has(id)) return whole;
    const hidden = escapeHtml(`: ${fillIn(words.paragraphInLanguage, { number })}`);
    return `${whole} <a class="para-translation" href="${href}#${id}" hreflang="${lang}" lang="${lang}">${words.languageInShort}<span class="visually-hidden">${hidden}</span></a>`;
  });
}

const NUMBER = /<a class="para-number" href="#([^"]*)"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?[^<]*<\/a>/g;

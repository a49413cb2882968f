import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Report } from "../model/report.ts";
import type { Site } from "../model/site.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { canonicalAddress } from "./page.ts";
import type { View } from "./templates.ts";

/** The link to the same report in the other language, in that language; `false` where there is none. */
export function translationView({ translations }: Site, report: Report): View | false {
  const other = translations.get(report.path);
  if (other === undefined) return false;
  const { lang } = other.frontmatter;
  const href = relativeAddress(reportAddress(report.path), reportAddress(other.path));
  return { href, lang, text: wordsIn(lang).readInLanguage };
}

/** The addresses of a report in each of its languages, for those who index it: whole, where it is known where the site is. */
export function languagesOf(site: Site, report: Report): readonly { readonly lang: string; readonly href: string }[] {
  const other = site.translations.get(report.path);
  if (other === undefined) return [];
  return [report, other].map(({ path, frontmatter: { lang } }) => ({
    lang,
    href:
      canonicalAddress(site, reportAddress(path)) || relativeAddress(reportAddress(report.path), reportAddress(path)),
  }));
}

/** The text of a page whose numbered paragraphs lead to the same ones in the other language, where these are there. */
export function bodyWithTranslations({ translations }: Site, report: Report): string {
  const other = translations.get(report.path);
  if (other === undefined) return report.bodyHtml;
  const { lang } = other.frontmatter;
  const words = wordsIn(lang);
  const page = relativeAddress(reportAddress(report.path), reportAddress(other.path));
  const numbers = new Map(report.paragraphs.map(({ id, number }) => [id, number]));
  const there = new Set(other.paragraphs.map(({ id }) => id));
  // The opening tag of a paragraph's number is written by the program alone: no text and no attribute can hold its quotation marks.
  return report.bodyHtml.replace(NUMBER, (whole, id: string) => {
    const number = numbers.get(id);
    if (number === undefined || !there.has(id)) return whole;
    const hidden = escapeHtml(`: ${fillIn(words.paragraphInLanguage, { number })}`);
    return `${whole} <a class="para-translation" href="${page}#${id}" hreflang="${lang}" lang="${lang}">${words.languageInShort}<span class="visually-hidden">${hidden}</span></a>`;
  });
}

const NUMBER = /<a class="para-number" href="#([^"]*)"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?[^<]*<\/a>/g;

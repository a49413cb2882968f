import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import type { PageView } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Report } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { canonicalAddress, type PageSite } from "./page.ts";

/** All that is told of a report where it is the translation of another. */
export interface OtherLanguage {
  readonly path: string;
  readonly lang: Language;
  /** The ids of its paragraphs. */
  readonly paragraphs: readonly string[];
}

/** The same report in the other language, where the site has it. */
export function otherLanguage({ translations }: Site, { path }: Report): OtherLanguage | undefined {
  const other = translations.get(path);
  return other && { path: other.path, lang: other.frontmatter.lang, paragraphs: other.paragraphs.map(({ id }) => id) };
}

/** The link to the same report in the other language, in that language; `false` where there is none. */
export function translationView(report: Report, other: OtherLanguage | undefined): PageView<"report">["translation"] {
  if (other === undefined) return false;
  const { lang, path } = other;
  const href = relativeAddress(reportAddress(report.path), reportAddress(path));
  return { href, lang, text: wordsIn(lang).readInLanguage };
}

/** The addresses of a report in each of its languages, for those who index it: whole, where it is known where the site is. */
export function languagesOf(
  site: PageSite,
  report: Report,
  other: OtherLanguage | undefined,
): readonly { readonly lang: string; readonly href: string }[] {
  if (other === undefined) return [];
  return [{ path: report.path, lang: report.frontmatter.lang }, other].map(({ path, lang }) => ({
    lang,
    href:
      canonicalAddress(site, reportAddress(path)) || relativeAddress(reportAddress(report.path), reportAddress(path)),
  }));
}

/** The text of a page whose numbered paragraphs lead to the same ones in the other language, where these are there. */
export function bodyWithTranslations(report: Report, other: OtherLanguage | undefined): string {
  if (other === undefined) return report.bodyHtml;
  const { lang } = other;
  const words = wordsIn(lang);
  const page = relativeAddress(reportAddress(report.path), reportAddress(other.path));
  const numbers = new Map(report.paragraphs.map(({ id, number }) => [id, number]));
  const there = new Set(other.paragraphs);
  // The opening tag of a paragraph's number is written by the program alone: no text and no attribute can hold its quotation marks.
  return report.bodyHtml.replace(NUMBER, (whole, id: string) => {
    const number = numbers.get(id);
    if (number === undefined || !there.has(id)) return whole;
    const hidden = escapeHtml(`: ${fillIn(words.paragraphInLanguage, { number })}`);
    return `${whole} <a class="para-translation" href="${page}#${id}" hreflang="${lang}" lang="${lang}">${words.languageInShort}<span class="visually-hidden">${hidden}</span></a>`;
  });
}

const NUMBER = /<a class="para-number" href="#([^"]*)"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?[^<]*<\/a>/g;

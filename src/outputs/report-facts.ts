import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Person, Report } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { Withheld } from "../model/site.ts";
import { fieldNames, frontmatterFields, type ShownFact, type ShownValue } from "../report/frontmatter/fields.ts";
import { ADDRESSES } from "./page.ts";

/** What leads to a person, or to a page. */
type FactLink = { readonly text: string; readonly href: string };

/**
 * A value with what it may lead to, what is after it, and ways to reach a person; empty, where there is no such thing.
 */
export type FactValue = FactLink & {
  readonly datetime: string;
  readonly more: string;
  readonly links: readonly FactLink[];
};

/** Something that is known of a report or a meeting. */
export type Fact = { readonly name: string; readonly values: readonly FactValue[] };

/** What is known of a report, as its page shows it: for whom and by whom it is, whom to ask, and what it concerns. */
export function reportFacts(report: Report): readonly Fact[] {
  const { lang } = report.frontmatter;
  const link = linkFrom(reportAddress(report.path));
  return fieldNames
    .flatMap((name) => frontmatterFields[name].facts?.(report, wordsIn(lang)) ?? [])
    .map(({ name, values }) => ({ name, values: values.map((value) => shownValue(value, lang, link)) }))
    .filter(({ values }) => values.length > 0);
}

/** What is known of a report that is withheld, as its page shows it. */
export function stubFacts(
  { address, committee, meeting, item, alsoTo, date }: Withheld,
  lang: Language,
): readonly Fact[] {
  const words = wordsIn(lang);
  const facts: readonly ShownFact[] = [
    { name: words.committee, values: committee === undefined ? [] : [{ kind: "committee", committee }] },
    { name: words.meeting, values: meeting === undefined ? [] : [{ kind: "meeting", committee, date: meeting }] },
    { name: words.item, values: item === undefined ? [] : [{ kind: "text", text: item }] },
    { name: words.alsoTo, values: alsoTo.map((further) => ({ kind: "further meeting", meeting: further })) },
    { name: words.date, values: [{ kind: "date", date }] },
  ];
  return facts
    .map(({ name, values }) => ({ name, values: values.map((value) => shownValue(value, lang, linkFrom(address))) }))
    .filter(({ values }) => values.length > 0);
}

function linkFrom(from: string): (to: string) => string {
  return (to) => relativeAddress(from, to);
}

function shownValue(value: ShownValue, lang: Language, link: (to: string) => string): FactValue {
  switch (value.kind) {
    case "text":
      return factValue({ text: value.text });
    case "date":
      return factValue({ text: dateIn(lang, value.date), datetime: value.date });
    case "committee":
      return factValue({ text: value.committee.name, href: link(ADDRESSES.committee(value.committee.id)) });
    case "meeting": {
      const { committee, date } = value;
      const href = committee === undefined ? "" : link(ADDRESSES.meeting(committee.id, date));
      return factValue({ text: dateIn(lang, date), datetime: date, href });
    }
    case "further meeting": {
      const { committee, meeting: date, item } = value.meeting;
      const words = wordsIn(lang);
      const meeting = `${committee.name}, ${dateIn(lang, date)}`;
      const text = item === undefined ? meeting : fillIn(words.furtherItem, { meeting, number: item });
      return factValue({ text, href: link(ADDRESSES.meeting(committee.id, date)) });
    }
    case "author":
      return personValue(value.person, link(ADDRESSES.author(value.person.name)));
    case "contact":
      return personValue(value.person, "");
    case "ward":
      return factValue({ text: value.name, href: link(ADDRESSES.ward(value.name)) });
  }
}

/** A value that has no more than what is given. */
export function factValue(given: Partial<FactValue> & Pick<FactValue, "text">): FactValue {
  return { href: "", datetime: "", more: "", links: [], ...given };
}

function personValue({ name, role, email, telephone }: Person, href: string): FactValue {
  const links = [
    ...(email === undefined ? [] : [{ href: `mailto:${email}`, text: email }]),
    ...(telephone === undefined
      ? []
      : [{ href: `tel:${telephone.replace(/[^\d+]/g, "")}`, text: telephone.replaceAll(" ", "\u00a0") }]),
  ];
  return factValue({ text: name, href, more: role === undefined ? "" : `, ${role}`, links });
}

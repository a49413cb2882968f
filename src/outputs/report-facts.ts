import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { wordsIn } from "../interface/translations.ts";
import type { Person, Report } from "../model/report.ts";
import { ADDRESSES } from "./page.ts";

/** What leads to a person, or to a page. */
type FactLink = { readonly text: string; readonly href: string };

/** A value with what it may lead to, what stands behind it, and ways to reach a person; empty, where there is no such thing. */
export type FactValue = FactLink & {
  readonly datetime: string;
  readonly more: string;
  readonly links: readonly FactLink[];
};

/** Something that is known of a report or a meeting. */
export type Fact = { readonly name: string; readonly values: readonly FactValue[] };

/** What is known of a report, as its page shows it: for whom and by whom it is, whom to ask, and what it concerns. */
export function reportFacts({ path, frontmatter, committee }: Report): readonly Fact[] {
  const { authors, date, meeting, item, supplement, wards, contact, lang } = frontmatter;
  const words = wordsIn(lang);
  const link = (to: string): string => relativeAddress(reportAddress(path), to);
  const fact = (name: string, values: readonly FactValue[]): readonly Fact[] =>
    values.length === 0 ? [] : [{ name, values }];
  const text = (value: string | undefined, href = ""): readonly FactValue[] =>
    value === undefined ? [] : [factValue({ text: value, href })];
  const day = (value: string | undefined, href = ""): readonly FactValue[] =>
    value === undefined ? [] : [factValue({ text: dateIn(lang, value), datetime: value, href })];
  return [
    ...fact(
      words.committee,
      committee === undefined ? [] : text(committee.name, link(ADDRESSES.committee(committee.id))),
    ),
    ...fact(
      words.meeting,
      day(
        meeting,
        committee === undefined || meeting === undefined ? "" : link(ADDRESSES.meeting(committee.id, meeting)),
      ),
    ),
    ...fact(words.item, text(item?.toString())),
    ...fact(words.supplement, text(supplement?.toString())),
    ...fact(words.date, day(date)),
    ...fact(
      authors.length === 1 ? words.author : words.authors,
      authors.map((author) => personValue(author, link(ADDRESSES.author(author.name)))),
    ),
    ...fact(words.contact, contact === undefined || isSoleAuthor(contact, authors) ? [] : [personValue(contact, "")]),
    ...fact(
      wards.length === 1 ? words.ward : words.wards,
      wards.flatMap((ward) => text(ward, link(ADDRESSES.ward(ward)))),
    ),
  ];
}

/** A value that has no more than what is given. */
export function factValue(given: Partial<FactValue> & Pick<FactValue, "text">): FactValue {
  return { href: "", datetime: "", more: "", links: [], ...given };
}

/** Whether all that is said of the contact is said of the one author, who is not named a second time. */
function isSoleAuthor(contact: Person, [author, ...others]: readonly Person[]): boolean {
  if (author === undefined || others.length > 0) return false;
  const { name, role = author.role, email = author.email, telephone = author.telephone } = contact;
  return name === author.name && role === author.role && email === author.email && telephone === author.telephone;
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

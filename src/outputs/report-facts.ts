import { relativeAddress, reportAddress } from "../addresses.ts";
import { dateIn } from "../dates-in-words.ts";
import { wordsIn } from "../interface-words.ts";
import type { Person, Report } from "../model.ts";
import { ADDRESSES } from "./page.ts";
import type { View } from "./templates.ts";

/** What is known of a report, as its page shows it: for whom and by whom it is, whom to ask, and what it concerns. */
export function reportFacts({ path, frontmatter, committee }: Report): readonly View[] {
  const { authors, date, meeting, item, supplement, wards, contact, lang } = frontmatter;
  const words = wordsIn(lang);
  const link = (to: string): string => relativeAddress(reportAddress(path), to);
  const fact = (name: string, values: readonly View[]): readonly View[] =>
    values.length === 0 ? [] : [{ name, values }];
  const text = (value: string | undefined, href = ""): readonly View[] =>
    value === undefined ? [] : [valueView({ text: value, href })];
  const day = (value: string | undefined, href = ""): readonly View[] =>
    value === undefined ? [] : [valueView({ text: dateIn(lang, value), datetime: value, href })];
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
      authors.map((author) => personView(author, link(ADDRESSES.author(author.name)))),
    ),
    ...fact(
      words.contact,
      contact === undefined || authors.some(({ email }) => isSameContact(email, contact))
        ? []
        : [personView(contact, "")],
    ),
    ...fact(
      wards.length === 1 ? words.ward : words.wards,
      wards.flatMap((ward) => text(ward, link(ADDRESSES.ward(ward)))),
    ),
  ];
}

/** A value with what it may lead to, what stands behind it, and ways to reach a person. */
function valueView({
  text,
  href = "",
  datetime = "",
  more = "",
  links = [],
}: {
  readonly text: string;
  readonly href?: string;
  readonly datetime?: string;
  readonly more?: string;
  readonly links?: readonly View[];
}): View {
  return { text, href, datetime, more, links };
}

/** An author who can be asked is not named a second time. */
function isSameContact(email: string | undefined, contact: Person): boolean {
  return email !== undefined && email === contact.email;
}

function personView({ name, role, email, telephone }: Person, href: string): View {
  const links = [
    ...(email === undefined ? [] : [{ href: `mailto:${email}`, text: email }]),
    ...(telephone === undefined
      ? []
      : [{ href: `tel:${telephone.replace(/[^\d+]/g, "")}`, text: telephone.replaceAll(" ", "\u00a0") }]),
  ];
  return valueView({ text: name, href, more: role === undefined ? "" : `, ${role}`, links });
}

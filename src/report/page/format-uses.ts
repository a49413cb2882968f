import { fillIn, type Translations } from "../../interface/translations.ts";
import type { UsePlace } from "../../model/report.ts";

/** Words, or a link to a place in the page. */
export type WordsOrLink = string | { readonly id: string; readonly words: string };

/**
 * From so many places on, those after the sixth are counted: nobody follows them one by one, and they would hide the
 * others.
 */
const MANY = 9;
const SHOWN = 6;

/**
 * "First used in paragraph 1; also in paragraphs 3 and 4, in Annex A and in a note": where a short form is used, each
 * place a link but for several notes, which have one. Of nine places and more the first six are named. Nothing where
 * there are none. `words` are those of the report's language.
 */
export function formatPlaces(uses: readonly UsePlace[], words: Translations): readonly WordsOrLink[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const shown = uses.length < MANY ? others : others.slice(0, SHOWN - 1);
  const rest = others.length - shown.length;
  const groups = [
    ...groupsOf(shown, first, words),
    ...(rest > 0 ? [[fillIn(words.otherPlaces, { count: String(rest) })]] : []),
  ];
  return [{ id: first.id, words: fillIn(words.firstUsedIn, { place: named(first, words) }) }, ...joined(groups, words)];
}

/** The paragraphs together, and the notes; what else there is, each by itself. */
function groupsOf(
  places: readonly UsePlace[],
  first: UsePlace,
  words: Translations,
): readonly (readonly WordsOrLink[])[] {
  const paragraphs = places.filter((place) => place.kind === "paragraph");
  const notes = places.filter((place) => place.kind === "note");
  const others = places.filter((place) => !paragraphs.includes(place) && !notes.includes(place));
  const numbers = paragraphs.length > 1 ? numbered(paragraphs, words) : inLanguage(paragraphs, words);
  const all = [
    numbers,
    ...others.map((place) => inLanguage([place], words)),
    counted(notes, first.kind === "note", words),
  ];
  return all.filter((group) => group.length > 0);
}

function inLanguage(places: readonly UsePlace[], words: Translations): readonly WordsOrLink[] {
  return places.map((place) => ({ id: place.id, words: named(place, words) }));
}

/** What a place is called in the report's language. */
function named({ kind, name }: UsePlace, words: Translations): string {
  if (kind === "annex") return name;
  if (kind === "paragraph") return `${words.paragraph} ${name}`;
  return kind === "section" ? fillIn(words.section, { title: name }) : words[kind];
}

/** "paragraphs 3, 4 and B2" */
function numbered(paragraphs: readonly UsePlace[], words: Translations): readonly WordsOrLink[] {
  const links = paragraphs.map(({ id, name }) => ({ id, words: name }));
  return links.flatMap((link, index) => [
    separator(index, links.length, { before: `${words.paragraphs} `, and: words.and, comma: ", " }),
    link,
  ]);
}

/**
 * "a note", "3 notes", "another note" or "3 other notes". Notes have no names, so that one link does, to the first of
 * them.
 */
function counted(
  [note, ...more]: readonly UsePlace[],
  isFirstInNote: boolean,
  words: Translations,
): readonly WordsOrLink[] {
  if (note === undefined) return [];
  const count = String(more.length + 1);
  const several = fillIn(isFirstInNote ? words.otherNotes : words.severalNotes, { count });
  return [{ id: note.id, words: more.length > 0 ? several : isFirstInNote ? words.anotherNote : words.note }];
}

/** What is said before the first of a list, before its last, and between others. */
interface ListWords {
  readonly before: string;
  readonly and: string;
  readonly comma: string;
}

function separator(index: number, count: number, words: ListWords): string {
  return index === 0 ? words.before : index === count - 1 ? words.and : words.comma;
}

/** After a group that has an "and" of its own, the last takes a comma. */
function joined(groups: readonly (readonly WordsOrLink[])[], words: Translations): readonly WordsOrLink[] {
  const hasOwn = groups.slice(0, -1).some((group) => group.length > 1);
  return groups.flatMap((group, index) => {
    const and = hasOwn ? words.commaAndIn : words.andIn;
    return [separator(index, groups.length, { before: words.alsoIn, and, comma: words.commaIn }), ...group];
  });
}

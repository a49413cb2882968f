import type { UsePlace } from "../model.ts";

/** Words, or a link to a place in the page. */
export type WordsOrLink = string | { readonly id: string; readonly words: string };

/** From so many places on, those behind the sixth are counted: nobody follows them one by one, and they would hide the others. */
const MANY = 9;
const SHOWN = 6;

/**
 * "First used in paragraph 1; also in paragraphs 3 and 4, in Annex A and in a note": where a short form is used, each place a link but for
 * several notes, which have one.
 * Of nine places and more the first six are named. Nothing where there are none.
 */
export function placesInWords(uses: readonly UsePlace[]): readonly WordsOrLink[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const shown = uses.length < MANY ? others : others.slice(0, SHOWN - 1);
  const rest = others.length - shown.length;
  const groups = [...groupsOf(shown, first), ...(rest > 0 ? [[`${rest} other places`]] : [])];
  return [{ id: first.id, words: `First used in ${first.words}` }, ...joined(groups)];
}

/** The paragraphs together, and the notes; what else there is, each by itself. */
function groupsOf(places: readonly UsePlace[], first: UsePlace): readonly (readonly WordsOrLink[])[] {
  const paragraphs = places.filter(({ words }) => words.startsWith(PARAGRAPH));
  const notes = places.filter(({ words }) => words === NOTE);
  const others = places.filter((place) => !paragraphs.includes(place) && !notes.includes(place));
  const numbers = paragraphs.length > 1 ? numbered(paragraphs) : paragraphs;
  const all = [numbers, ...others.map((place) => [place]), counted(notes, first.words === NOTE)];
  return all.filter((group) => group.length > 0);
}

const PARAGRAPH = "paragraph ";
const NOTE = "a note";

/** "paragraphs 3, 4 and B2" */
function numbered(paragraphs: readonly UsePlace[]): readonly WordsOrLink[] {
  const links = paragraphs.map(({ id, words }) => ({ id, words: words.slice(PARAGRAPH.length) }));
  return links.flatMap((link, index) => [separator(index, links.length, "paragraphs "), link]);
}

/** "a note", "3 notes", "another note" or "3 other notes". Notes have no names, so that one link does, to the first of them. */
function counted([note, ...more]: readonly UsePlace[], isFirstInNote: boolean): readonly WordsOrLink[] {
  if (note === undefined) return [];
  const several = `${more.length + 1} ${isFirstInNote ? "other notes" : "notes"}`;
  return [{ id: note.id, words: more.length > 0 ? several : isFirstInNote ? "another note" : NOTE }];
}

function separator(index: number, count: number, before: string): string {
  return index === 0 ? before : index === count - 1 ? " and " : ", ";
}

/** Behind a group that has an "and" of its own, the last takes a comma. */
function joined(groups: readonly (readonly WordsOrLink[])[]): readonly WordsOrLink[] {
  const hasOwn = groups.slice(0, -1).some((group) => group.length > 1);
  return groups.flatMap((group, index) => {
    const between = separator(index, groups.length, "; also ");
    return [`${between === " and " && hasOwn ? ", and " : between}in `, ...group];
  });
}

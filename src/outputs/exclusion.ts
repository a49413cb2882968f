import { fillIn, wordsIn } from "../interface/translations.ts";
import { lawFor } from "../law/laws.ts";
import type { Settings } from "../model/settings.ts";
import type { AgendaEntry, Meeting } from "../model/site.ts";
import { type ClosedItem, exclusionOfPublic, type ReadOut } from "../report/withholding/exclusion-of-public.ts";

/**
 * What is to be read out at a meeting before the public is excluded, for items of its agenda, in the words of its
 * committee's law. It is in the members' edition alone, whose
 * papers hold what is withheld; it is read out in public, and so has the titles that the public is told.
 */
export function exclusionAt(
  meeting: Pick<Meeting, "committee">,
  items: readonly AgendaEntry[],
  settings: Pick<Settings, "jurisdictions">,
): readonly ReadOut[] {
  return exclusionOfPublic(items.flatMap(closedItems), lawFor(meeting, settings));
}

function closedItems({ paper, number }: AgendaEntry): readonly ClosedItem[] {
  if (paper.kind !== "report" || paper.edition !== "members") return [];
  const { frontmatter, isWithheld, grounds, withheldParts } = paper;
  const { title, publicTitle } = frontmatter;
  const told = isWithheld ? (publicTitle ?? title) : title;
  const words = number === undefined ? told : `${fillIn(wordsIn("en-GB").agendaItem, { number })}, ${told}`;
  const ofParts = withheldParts.flatMap((part) =>
    part.grounds === undefined ? [] : [{ words: `${words} (${part.words})`, grounds: part.grounds }],
  );
  if (!isWithheld) return ofParts;
  // Nobody is told what parts a report has that is withheld as a whole.
  const all = [...(grounds === undefined ? [] : [grounds]), ...ofParts.map((part) => part.grounds)];
  return BASES.flatMap((basis) => {
    const paragraphs = all.flatMap((one) => (one.basis === basis ? one.paragraphs : []));
    return all.some((one) => one.basis === basis) ? [{ words, grounds: { basis, paragraphs } }] : [];
  });
}

const BASES = ["exempt", "confidential"] as const;

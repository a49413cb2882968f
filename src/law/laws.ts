import type { Committee, Jurisdiction, Settings } from "../model/settings.ts";
import { england } from "./england.ts";
import type { Law } from "./law.ts";
import { northernIreland } from "./northern-ireland.ts";
import { scotland } from "./scotland.ts";
import { wales } from "./wales.ts";

const LAWS: Readonly<Record<Jurisdiction, Law>> = {
  England: england,
  Wales: wales,
  Scotland: scotland,
  "Northern Ireland": northernIreland,
};

/** The nations of the United Kingdom, each with a law of its own. */
export const JURISDICTIONS: readonly Jurisdiction[] = Object.values(LAWS).map(({ jurisdiction }) => jurisdiction);

/** The law of a nation. That of a paper or a meeting is `lawFor` its committee. */
export function lawOf(jurisdiction: Jurisdiction): Law {
  return LAWS[jurisdiction];
}

/** The law that holds for the papers and meetings of a committee: the council's, but for one that follows another nation's. */
export function lawFor(
  { committee }: { readonly committee: Pick<Committee, "id"> | undefined },
  { jurisdictions }: Pick<Settings, "jurisdictions">,
): Law {
  const own = committee && jurisdictions.committees.get(committee.id);
  return LAWS[own ?? jurisdictions.council];
}

/** The law that holds for the council as a whole, and so for its website. Papers have that of their committee. */
export function lawOfCouncil({ jurisdictions }: Pick<Settings, "jurisdictions">): Law {
  return LAWS[jurisdictions.council];
}

/** For how many days papers of a committee are to be public before its meeting; what a council asks for itself is of its own law's committees. */
export function noticeRequired(
  of: { readonly committee: Pick<Committee, "id"> | undefined },
  settings: Pick<Settings, "jurisdictions" | "clearDays">,
): number {
  const { jurisdiction, notice } = lawFor(of, settings);
  const { clearDays, jurisdictions } = settings;
  const isOwn = jurisdiction === jurisdictions.council || clearDays === 0;
  return (isOwn ? clearDays : undefined) ?? notice.days;
}

/** The numbers of the paragraphs of exempt information whose words are held. */
export function exemptParagraphs({ exempt }: Law): readonly number[] {
  return Object.keys(exempt).map(Number);
}

/** The numbers as a person says them: "from 1 to 7", or "from 1 to 9, or from 11 to 14". */
export function formatExemptParagraphs(law: Law): string {
  const numbers = exemptParagraphs(law);
  const starts = numbers.filter((number) => !numbers.includes(number - 1));
  const ends = numbers.filter((number) => !numbers.includes(number + 1));
  return starts.map((start, index) => `from ${start} to ${ends[index] ?? start}`).join(", or ");
}

/** A paragraph that many papers name, for examples: the one on financial or business affairs. */
export function exampleParagraph(law: Law): number {
  const { exempt } = law;
  return exemptParagraphs(law).find((number) => exempt[number]?.includes("financial or business affairs")) ?? 1;
}

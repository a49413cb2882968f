import type { Law } from "../../law/law.ts";
import { lawFor, noticeRequired } from "../../law/laws.ts";
import type { Frontmatter } from "../../model/report.ts";
import type { Committee, Settings } from "../../model/settings.ts";
import { committeeMeant } from "./committee.ts";

/** What the settings say of laws. */
export type LawSettings = Pick<Settings, "jurisdictions" | "committees">;

/** The law that a report is held to: that of its committee, or of the council where it names none. */
export function lawOfReport({ committee }: Pick<Frontmatter, "committee">, settings: LawSettings): Law {
  return lawFor(meant(committee, settings), settings);
}

/** The laws of the meetings that receive a report, each once, that of its own committee first; none where it names no meeting. */
export function lawsOfMeetings(
  { committee, meeting, alsoTo }: Pick<Frontmatter, "committee" | "meeting" | "alsoTo">,
  settings: LawSettings,
): readonly Law[] {
  const named = [...(meeting === undefined ? [] : [committee]), ...alsoTo.map((further) => further.committee)];
  return [...new Set(named.map((one) => lawFor(meant(one, settings), settings)))];
}

/** For how many days a report is to be public before the meeting of its committee. */
export function noticeOfReport(
  { committee }: Pick<Frontmatter, "committee">,
  settings: LawSettings & Pick<Settings, "clearDays">,
): number {
  return noticeRequired(meant(committee, settings), settings);
}

function meant(named: string | undefined, { committees }: LawSettings): { readonly committee: Committee | undefined } {
  return { committee: committeeMeant(named, committees) };
}

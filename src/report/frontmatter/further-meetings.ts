import type { Raise } from "../../diagnostics/catalogue.ts";
import type { FurtherMeeting } from "../../model/report.ts";
import type { Committee } from "../../model/settings.ts";
import { findCommittee } from "./committee.ts";
import type { FrontmatterReading } from "./read.ts";

/** The further meetings that receive a report, each with its committee; raises those that are named twice. */
export function furtherMeetings(
  { frontmatter, placeOf }: Pick<FrontmatterReading, "frontmatter" | "placeOf">,
  committee: Committee | undefined,
  listed: readonly Committee[],
  raise: Raise,
): readonly FurtherMeeting[] {
  const keyOf = (id: string | undefined, meeting: string | undefined): string => `${id} ${meeting}`;
  const taken = new Set([keyOf(committee?.id, frontmatter.meeting)]);
  return frontmatter.alsoTo.flatMap(({ committee: named, ...entry }, index): readonly FurtherMeeting[] => {
    const found = findCommittee(named, listed, () => placeOf(["also-to", index, "committee"]), raise);
    if (found === undefined) return [];
    const key = keyOf(found.id, entry.meeting);
    if (taken.has(key))
      raise({
        rule: "frontmatter-field-value",
        place: placeOf(["also-to", index]),
        message: `\`also-to\`, entry ${index + 1}, names a meeting that receives the report already`,
        fix: "take the entry out, or put the right committee or date into it",
        quotesNothing: true,
      });
    taken.add(key);
    return [{ ...entry, committee: found }];
  });
}

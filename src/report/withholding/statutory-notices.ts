import { formatDate } from "../../dates/calendar-date.ts";
import type { Withholding } from "../../model/report.ts";
import type { Jurisdiction } from "../../model/settings.ts";

interface Law {
  /** Where the paragraphs of exempt information are listed. */
  readonly part: string;
  readonly exempt: Readonly<Record<number, string>>;
  readonly confidential: string;
}

/**
 * Why information may be withheld, in the words of the law, by jurisdiction. England: Local Government Act 1972,
 * Schedule 12A, Part 1, as substituted by S.I. 2006/88, and section 100A(3). Wales (Part 4 of that Schedule) and
 * Scotland (Local Government (Scotland) Act 1973, Schedule 7A) are not held yet.
 */
const LAWS: Readonly<Record<Jurisdiction, Law>> = {
  England: {
    part: "of Part 1 of Schedule 12A to the Local Government Act 1972",
    exempt: {
      1: "information relating to any individual",
      2: "information which is likely to reveal the identity of an individual",
      3: "information relating to the financial or business affairs of any particular person (including the authority holding that information)",
      4: "information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority",
      5: "information in respect of which a claim to legal professional privilege could be maintained in legal proceedings",
      6: "information which reveals that the authority proposes to give under any enactment a notice under or by virtue of which requirements are imposed on a person, or to make an order or direction under any enactment",
      7: "information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime",
    },
    confidential:
      "confidential information as defined in section 100A(3) of the Local Government Act 1972: information furnished to the council by a Government department upon terms (however expressed) which forbid the disclosure of the information to the public, or information the disclosure of which to the public is prohibited by or under any enactment or by the order of a court",
  },
};

/**
 * What is said in place of something that is withheld: that it is, and why, in sentences. `what` may be in the plural,
 * such as "Paragraphs 12 to 14".
 */
export function withheldNotice(what: string, withholding: Withholding, jurisdiction: Jurisdiction): string {
  const { reason, review } = withholding;
  const why = grounds(withholding, LAWS[jurisdiction]);
  const [is, itContains] = what.startsWith("Paragraphs ") ? ["are", "they contain"] : ["is", "it contains"];
  return [
    why === undefined
      ? `${what} ${is} not for publication.`
      : `${what} ${is} not for publication: ${itContains} ${why}.`,
    ...(reason === undefined ? [] : [`Reason: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`]),
    ...(review === undefined ? [] : [`This is to be reviewed on ${formatDate(review)}.`]),
  ].join(" ");
}

function grounds({ basis, paragraphs }: Withholding, law: Law): string | undefined {
  if (basis === "confidential") return law.confidential;
  const [first, ...rest] = paragraphs;
  if (first === undefined) return undefined;
  const named = rest.length === 0 ? `paragraph ${first}` : `paragraphs ${listed([first, ...rest].map(String))}`;
  return `exempt information as defined in ${named} ${law.part}: ${listed(paragraphs.map((number) => law.exempt[number] ?? ""))}`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

import { inNumber } from "../printers/counts.ts";
import type { Change, Changes } from "./report-changes.ts";

/** What is to be known of the changes as a whole. */
export function notesOf({ edition, hidesRemoved }: Changes): readonly string[] {
  return [
    ...(edition === "members" ? ["Members’ edition: some of this may not be for publication."] : []),
    ...(hidesRemoved
      ? [
          "Words that were taken out are not shown, because this report withholds something now: they may be part of it.",
        ]
      : []),
  ];
}

/** "2 added, 1 removed, 3 changed". */
export function countsInWords({ changes }: Changes): string {
  if (changes.length === 0) return "no changes";
  const count = (kind: Change["kind"]): number => changes.filter((change) => change.kind === kind).length;
  const [added, removed, changed] = [count("added"), count("removed"), count("changed")];
  const renumbered = count("renumbered");
  const said = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(renumbered > 0 ? [`${inNumber(renumbered, "run")} of paragraphs renumbered`] : []),
  ];
  return said.join(", ");
}

/** What a change is about and what it is: "Paragraph 4 (was Paragraph 3): changed". */
export function headingOf(change: Change): string {
  if (change.kind !== "renumbered") {
    const { kind, name, was } = change;
    return `${name}${was === undefined ? "" : ` (was ${was})`}: ${kind}`;
  }
  const { from, to } = change;
  const isOne = from[0] === from[1];
  return isOne
    ? `Paragraph ${from[0]} is now ${to[0]}`
    : `Paragraphs ${from[0]} to ${from[1]} are now ${to[0]} to ${to[1]}`;
}

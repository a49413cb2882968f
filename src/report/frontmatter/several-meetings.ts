import type { Problem } from "./forms.ts";

/**
 * What is said where `committee` or `meeting` is a list: the report has one of its own, and the others are further
 * meetings.
 */
export function severalMeetings({
  committee,
  meeting,
}: Readonly<{ committee?: unknown; meeting?: unknown }>): Problem & { readonly fix: string } {
  const [committees, meetings] = [listed(committee), listed(meeting)];
  const count = Math.max(committees.length, meetings.length);
  const at = (values: readonly string[], index: number): string =>
    values[index] ?? (values.length === 1 ? values[0] : undefined) ?? "…";
  const others = Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const [named, day] = [at(committees, index + 1), at(meetings, index + 1)];
    return `{committee: ${quotedIfNeeded(named)}, meeting: ${quotedIfNeeded(day)}}`;
  });
  const own = `\`committee: ${at(committees, 0)}\` and \`meeting: ${at(meetings, 0)}\``;
  return {
    message: "is a list, and a report has only one here",
    fix: `write ${own}${others.length === 0 ? "" : `, and for the others \`also-to: [${others.join(", ")}]\``}`,
  };
}

function listed(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => (typeof one === "string" ? [one.trim()] : []));
}

/** A value as it can be written between brackets. */
export function quotedIfNeeded(value: string): string {
  return /[,[\]{}:#"'&*!|>%@`]/.test(value) ? JSON.stringify(value) : value;
}

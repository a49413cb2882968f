import type { Finding } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { Reference } from "../references/find-references.ts";

/**
 * What is wrong with a reference that leads to a paragraph of this report, given where it and that paragraph are in the
 * order of the page: it leads to itself, or is said to be below and is above.
 */
export function misplacedReference(
  { target: number, direction, isOneWhole }: Reference,
  { here, there }: { readonly here: number | undefined; readonly there: number | undefined },
  place: () => Place,
): Finding | undefined {
  if (here === undefined || there === undefined) return undefined;
  if (here === there) return isOneWhole ? toItself(number, place()) : undefined;
  const actual = there < here ? "above" : "below";
  return direction === undefined || direction === actual ? undefined : elsewhere(number, direction, actual, place());
}

function toItself(number: string, place: Place): Finding {
  const message = `this is paragraph ${number} itself, and the reference leads nowhere else`;
  const fix = "check the number; if another document’s is meant, put {elsewhere} after it";
  return { rule: "reference-to-itself", place, message, fix };
}

function elsewhere(number: string, direction: string, actual: string, place: Place): Finding {
  const message = `paragraph ${number} is ${actual}, not ${direction}`;
  return { rule: "reference-direction", place, message, fix: `check the number, or write “${actual}”` };
}

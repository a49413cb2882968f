import type { Committee } from "./settings.ts";
import type { AgendaItem } from "./site.ts";

/** The committees that receive a paper: its own first, each once. */
export function committeesReceiving({ committee, alsoTo }: AgendaItem): readonly Committee[] {
  const all = [...(committee === undefined ? [] : [committee]), ...alsoTo.map((further) => further.committee)];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

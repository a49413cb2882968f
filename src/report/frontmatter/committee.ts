import { folderPart, oneSpelling } from "../../addresses/addresses.ts";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Committee } from "../../model/settings.ts";
import type { Place } from "../../model/source.ts";
import { closestMatch } from "../../text/closest-match.ts";

/** The committee that a report names by its name or id. Where the settings list none, any name makes one. */
export function findCommittee(
  named: string | undefined,
  listed: readonly Committee[],
  place: () => Place,
  raise: Raise,
): Committee | undefined {
  if (named === undefined) return undefined;
  if (listed.length === 0) return { id: committeeId(named), name: named };
  const found = listedAs(named, listed);
  if (found === undefined) {
    const nearest = nearestTo(named, listed);
    const ids = listed.map(({ id }) => id).join(", ");
    raise({
      rule: "committee-unknown",
      place: place(),
      message: `the settings list no committee called ${named}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
      fix:
        nearest === undefined
          ? `the committees are ${ids}; site.yml lists them`
          : `write ${nearest}, or another that site.yml lists: ${ids}`,
    });
  }
  return found;
}

/** The committee that is meant by a name, or by one that is mistyped, which is an error of its own. */
export function committeeMeant(named: string | undefined, listed: readonly Committee[]): Committee | undefined {
  if (named === undefined) return undefined;
  if (listed.length === 0) return { id: committeeId(named), name: named };
  return listedAs(named, listed) ?? listedAs(nearestTo(named, listed) ?? "", listed);
}

function listedAs(named: string, listed: readonly Committee[]): Committee | undefined {
  return listed.find(({ id, name }) => id === named || oneSpelling(name) === oneSpelling(named));
}

function nearestTo(named: string, listed: readonly Committee[]): string | undefined {
  return closestMatch(
    named,
    listed.flatMap(({ id, name }) => [id, name]),
  );
}

/** An id for addresses, made of a committee's name. */
export function committeeId(name: string): string {
  return folderPart(
    name
      .normalize("NFC")
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
  );
}

import { placeOf } from "../place.ts";
import type { Finding } from "./catalogue.ts";
import { type Check, nodesOf } from "./check.ts";

const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const ACCEPTED = new Set(["http", "https", "mailto", "tel"]);

/** Links lead to the web, to an e-mail address or a telephone, or stay within the site. */
export const linkScheme: Check = (text, raise) => {
  for (const type of ["link", "image", "definition"] as const) {
    for (const { node } of nodesOf(text, type)) {
      const scheme = SCHEME.exec(node.url)?.[1]?.toLowerCase();
      if (scheme !== undefined && !ACCEPTED.has(scheme))
        raise(refused(`an address that begins with \`${scheme}:\``, placeOf(text, node)));
      else if (/^\s*(\/\/|\\\\|[a-z]:\\)/i.test(node.url))
        raise(refused("the address of a drive or of another server without https:", placeOf(text, node)));
    }
  }
};

function refused(what: string, place: Finding["place"]): Finding {
  return {
    rule: "link-scheme",
    place,
    message: `this leads to ${what}`,
    fix: "use an address that begins with https:, mailto: or tel:, or the path of a file beside the report",
  };
}

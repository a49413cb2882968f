import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { addressesIn, fixOfImage, folderOfFiles } from "../images/addresses-of-images.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";

const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const ACCEPTED = new Set(["http", "https", "mailto", "tel"]);

/** Links lead to the web, to an e-mail address or a telephone, or stay within the site. */
export const linkScheme = rule({
  id: "link-scheme",
  severity: "error",
  group: "links",
  summary: "a link leads to an address of a kind that is not accepted",
  remedy: "use an address that begins with https:, mailto: or tel:",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node, isOfImage } of addressesIn(text)) {
    const scheme = SCHEME.exec(node.url)?.[1]?.toLowerCase();
    if (scheme !== undefined && !ACCEPTED.has(scheme))
      raise(refused(`an address that begins with \`${scheme}:\``, placeOf(text, node), isOfImage));
    else if (/^\s*(\/\/|\\\\|[a-z]:\\)/i.test(node.url))
      raise(refused("the address of a drive or of another server without https:", placeOf(text, node), isOfImage));
  }
}

function refused(what: string, place: Found["place"], isOfImage: boolean): Found {
  if (isOfImage) {
    const fix = fixOfImage(place.path);
    const ownWords = { message: "an image has an address of a kind that is not accepted", fix };
    return { place, message: `this image has ${what}`, fix, ownWords };
  }
  return {
    place,
    message: `this leads to ${what}`,
    fix: `use an address that begins with https:, mailto: or tel:, or put the file into ${folderOfFiles(place.path)}, and write its path from here`,
  };
}

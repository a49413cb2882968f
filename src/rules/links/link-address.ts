import { findWebAddresses, whyNotFollowed } from "../../addresses/web-addresses.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { addressesIn, fixOfImage } from "../images/addresses-of-images.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";

/** Links whose address no browser can follow, such as one that ends after `https://`. */
export const linkAddress = rule({
  id: "link-address",
  severity: "error",
  group: "links",
  summary: "nobody can follow an address of the web",
  remedy: "open the page that is meant in a browser, and copy its address from there",
  checks: { text: checkLinks, runningText: checkAddresses },
});

function checkLinks(text: ParsedText, raise: RaiseFound): void {
  for (const { node, isOfImage } of addressesIn(text)) {
    const why = whyNotFollowed(node.url);
    if (why === undefined) continue;
    const found = saying(why, placeOf(text, node));
    const fix = fixOfImage(text.path);
    raise(
      isOfImage ? { ...found, fix, ownWords: { message: "nobody can follow the address of an image", fix } } : found,
    );
  }
}

/** The same where an address is in the text as such, which would become a link. */
function checkAddresses({ text, placeAt, isInLink }: RunningText, raise: RaiseFound): void {
  for (const { start, end, url } of findWebAddresses(text)) {
    const why = isInLink(start) ? undefined : whyNotFollowed(url);
    if (why !== undefined) raise(saying(why, placeAt(start, end)));
  }
}

function saying(why: string, place: Found["place"]): Found {
  return {
    place,
    message: `this address ${why}, so nobody can follow it`,
  };
}

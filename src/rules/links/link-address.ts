import { findWebAddresses, whyNotFollowed } from "../../addresses/web-addresses.ts";
import type { Finding } from "../../diagnostics/catalogue.ts";
import { placeOf } from "../../text/place.ts";
import type { Check, RunningTextCheck } from "../check.ts";
import { addressesIn, fixOfImage } from "../images/addresses-of-images.ts";

/** Links whose address no browser can follow, such as one that ends after `https://`. */
export const linkAddresses: Check = (text, raise) => {
  for (const { node, isOfImage } of addressesIn(text)) {
    const why = whyNotFollowed(node.url);
    if (why === undefined) continue;
    const found = finding(why, placeOf(text, node));
    const fix = fixOfImage(text.path);
    raise(
      isOfImage ? { ...found, fix, ownWords: { message: "nobody can follow the address of an image", fix } } : found,
    );
  }
};

/** The same where an address stands in the text as such, which would become a link. */
export const addressesInText: RunningTextCheck = ({ text, placeAt, isInLink }, raise) => {
  for (const { start, end, url } of findWebAddresses(text)) {
    const why = isInLink(start) ? undefined : whyNotFollowed(url);
    if (why !== undefined) raise(finding(why, placeAt(start, end)));
  }
};

function finding(why: string, place: Finding["place"]): Finding {
  return {
    rule: "link-address",
    place,
    message: `this address ${why}, so nobody can follow it`,
    fix: "open the page that is meant in a browser, and copy its address from there",
  };
}

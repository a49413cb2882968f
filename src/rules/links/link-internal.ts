import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { Finding } from "../../diagnostics/catalogue.ts";
import { placeOf } from "../../text/place.ts";
import { type Check, type FrontmatterCheck, nodesOf, type RunningTextCheck } from "../check.ts";
import { whyInternal } from "./internal-addresses.ts";

/** Links and images whose address works within the council's network, or with a login, alone. */
export const internalLinks: Check = (text, raise) => {
  for (const type of ["link", "image", "definition"] as const) {
    for (const { node } of nodesOf(text, type)) {
      const why = whyInternal(node.url);
      if (why !== undefined) raise(finding(why, placeOf(text, node)));
    }
  }
};

/** A path of a shared drive. Markdown has read one of the two backslashes at its start as an escape. */
const SHARED_DRIVE = /(?<![^\s(“"‘'])\\{1,2}[\p{L}\p{N}][\p{L}\p{N}.-]{1,60}\\[\p{L}\p{N}$ _-]{2}[^\s,;()“”"]*/gu;
const DRIVE = /(?<![\p{L}\p{N}])[a-z]:\\{1,2}[\p{L}\p{N}_$][^\s,;()“”"]*/giu;
const FILE = /(?<![\p{L}\p{N}])file:\/{2,3}[^\s/][^\s,;()“”"]*/giu;

/** The same where addresses and paths stand in the text as such. What is a link already is looked at as one. */
export const internalAddresses: RunningTextCheck = ({ text, placeAt, isInLink }, raise) => {
  for (const { start, end, url } of findWebAddresses(text)) {
    const why = isInLink(start) ? undefined : whyInternal(url);
    if (why !== undefined) raise(finding(why, placeAt(start, end)));
  }
  for (const pattern of [SHARED_DRIVE, DRIVE, FILE]) {
    for (const {
      0: { length },
      index,
    } of text.matchAll(pattern)) {
      if (!isInLink(index))
        raise(finding("is a path on a drive that the public cannot reach", placeAt(index, index + length)));
    }
  }
};

/** The same in the list of background papers. */
export const internalBackground: FrontmatterCheck = ({ background }, placeOfField, _settings, raise) => {
  for (const [index, { url }] of background.entries()) {
    const why = url === undefined ? undefined : whyInternal(url);
    if (why !== undefined) raise(finding(why, placeOfField(["background", index, "url"])));
  }
};

function finding(why: string, place: Finding["place"]): Finding {
  return {
    rule: "link-internal",
    place,
    message: `this address ${why}`,
    fix: "link to the address that the public has, or attach the file",
  };
}

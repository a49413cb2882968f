import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { type Found, type RaiseFound, rule, type Subjects } from "../rule.ts";
import { whyInternal } from "./internal-addresses.ts";

/** Links and images whose address works within the council's network, or with a login, alone. */
export const linkInternal = rule({
  id: "link-internal",
  severity: "warning",
  group: "links",
  summary: "an address works only within the council's network or with a login",
  remedy: "link to the address that the public has, or attach the file",
  checks: { text: checkLinks, runningText: checkAddresses, frontmatter: checkBackground },
});

function checkLinks(text: ParsedText, raise: RaiseFound): void {
  for (const type of ["link", "image", "definition"] as const) {
    for (const { node } of nodesOf(text, type)) {
      const why = whyInternal(node.url);
      if (why !== undefined) raise(saying(why, placeOf(text, node)));
    }
  }
}

/** A path of a shared drive. Markdown has read one of the two backslashes at its start as an escape. */
const SHARED_DRIVE = /(?<![^\s(“"‘'])\\{1,2}[\p{L}\p{N}][\p{L}\p{N}.-]{1,60}\\[\p{L}\p{N}$ _-]{2}[^\s,;()“”"]*/gu;
const DRIVE = /(?<![\p{L}\p{N}])[a-z]:\\{1,2}[\p{L}\p{N}_$][^\s,;()“”"]*/giu;
const FILE = /(?<![\p{L}\p{N}])file:\/{2,3}[^\s/][^\s,;()“”"]*/giu;

/** The same where addresses and paths are in the text as such. What is a link already is looked at as one. */
function checkAddresses({ text, placeAt, isInLink }: RunningText, raise: RaiseFound): void {
  for (const { start, end, url } of findWebAddresses(text)) {
    const why = isInLink(start) ? undefined : whyInternal(url);
    if (why !== undefined) raise(saying(why, placeAt(start, end)));
  }
  for (const pattern of [SHARED_DRIVE, DRIVE, FILE]) {
    for (const {
      0: { length },
      index,
    } of text.matchAll(pattern)) {
      if (!isInLink(index))
        raise(saying("is a path on a drive that the public cannot reach", placeAt(index, index + length)));
    }
  }
}

/** The same in the list of background papers. */
function checkBackground(
  { frontmatter: { background }, placeOf: placeOfField }: Subjects["frontmatter"],
  raise: RaiseFound,
): void {
  for (const [index, { url }] of background.entries()) {
    const why = url === undefined ? undefined : whyInternal(url);
    if (why !== undefined) raise(saying(why, placeOfField(["background", index, "url"])));
  }
}

function saying(why: string, place: Found["place"]): Found {
  return {
    place,
    message: `this address ${why}`,
  };
}

import type { Link, LinkReference } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { findWebAddresses } from "../../addresses/web-addresses.ts";
import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf, type RunningTextCheck } from "../check.ts";

/** Words that say of a link that it is one, in any sentence, and nothing of where it leads. */
const VAGUE = new Set(
  [
    "here|click|click here|click me|click on this|click this|press here|tap here|see here|view here|available here|available online",
    "this|this link|link|the link|the following link|click on this link|click this link|click the link|follow this link|via this link|at this link|using this link|on this link|web link|weblink|hyperlink|url",
    "more|read more|see more|find out more|learn more|view more|show more|read on|continue|continue reading|more here|read more here|find out more here|more info|more information|more details|further information|further details|details|full details|info|information",
    "website|web site|webpage|web page|page|site|this website|this site|this page|this webpage|this web page|our website|the website|the page|the site",
    "document|this document|the document|report|this report|article|this article|file|this file|download|download here|download this|pdf|attachment|attached|open|view|go|online|source",
    "yma|cliciwch yma|cliciwch|fan hyn|darllen mwy|darllenwch fwy|rhagor|rhagor o wybodaeth|mwy|mwy o wybodaeth|dolen|y ddolen|y ddolen hon|gwefan|tudalen|adroddiad|dogfen|lawrlwytho",
  ].flatMap((words) => words.split("|")),
);

/** Readers of screens have links read out in a list, without the sentence around them (WCAG 2.2, success criterion 2.4.9). */
export const linkTextVague: Check = (text, raise) => {
  for (const { node } of links(text)) {
    const shown = textOf(node, { includeImageAlt: true });
    if (!VAGUE.has(comparable(shown))) continue;
    raise({
      rule: "link-text-vague",
      place: placeOf(text, node),
      message: `the words of this link are "${shown.trim()}", which does not say where it leads`,
      fix: "make a link of the words that name what it leads to, such as the title of the page",
    });
  }
};

/** Two links that read the same and lead to different web addresses cannot be told apart in a list of links. Tables tell by their rows. Said once for the same words. */
export const linkTextSame: Check = (text, raise) => {
  const first = new Map<string, { readonly node: Link; readonly address: string }>();
  const raised = new Set<string>();
  for (const { node, parent } of nodesOf(text, "link")) {
    const words = comparable(textOf(node, { includeImageAlt: true }));
    const address = node.url.replace(/\/$/, "");
    if (!/^https?:/i.test(address) || words === "" || VAGUE.has(words) || parent.type === "tableCell") continue;
    const earlier = first.get(words);
    if (earlier === undefined) first.set(words, { node, address });
    else if (earlier.address !== address && !raised.has(words)) {
      raised.add(words);
      raise({
        rule: "link-text-same",
        place: placeOf(text, node),
        message: "this link has the same words as another, and leads to another address",
        fix: "say in the words of each where it leads",
        related: { message: "the other stands here", place: placeOf(text, earlier.node) },
      });
    }
  }
};

/** From so many characters on, an address is no longer read, but skipped or suffered. */
const LONG = 60;

/** A long address that stands in the text as such is read out sign by sign. Notes name their sources, and may. */
export const linkTextAddress: RunningTextCheck = ({ text, placeAt, isInNote }, raise) => {
  if (isInNote) return;
  for (const { start, end } of findWebAddresses(text)) {
    if (end - start < LONG) continue;
    raise({
      rule: "link-text-address",
      place: placeAt(start, end),
      message: `an address of ${end - start} characters stands here as text`,
      fix: "write words and the address behind them: [the title of the page](https://…)",
    });
  }
};

function links(text: Parameters<Check>[0]): readonly { readonly node: Link | LinkReference }[] {
  return [...nodesOf(text, "link"), ...nodesOf(text, "linkReference")];
}

function comparable(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

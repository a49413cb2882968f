import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isVague, wordsOfLink } from "./link-words.ts";

/**
 * Readers of screens have links read out in a list, without the sentence around them (WCAG 2.2, success criterion
 * 2.4.9).
 */
export const linkTextVague = rule({
  id: "link-text-vague",
  severity: "warning",
  group: "links",
  summary: "the words of a link do not say where it leads",
  remedy: "make the link from the words that name what it leads to",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of [...nodesOf(text, "link"), ...nodesOf(text, "linkReference")]) {
    if (!isVague(node)) continue;
    raise({
      place: placeOf(text, node),
      message: `the words of this link are "${wordsOfLink(node).trim()}", which does not say where it leads`,
      fix: "make the link from the words that name what it leads to, such as the title of the page",
    });
  }
}

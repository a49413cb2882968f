import type { Link } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { comparableWords, isVague } from "./link-words.ts";

/**
 * Two links that read the same and lead to different web addresses cannot be told apart in a list of links. Tables tell
 * by their rows. Said once for the same words.
 */
export const linkTextSame = rule({
  id: "link-text-same",
  severity: "hint",
  group: "links",
  summary: "two links have the same words and lead to different addresses",
  remedy: "say in the words of each where it leads",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const first = new Map<string, { readonly node: Link; readonly address: string }>();
  const raised = new Set<string>();
  for (const { node, parent } of nodesOf(text, "link")) {
    const words = comparableWords(node);
    const address = node.url.replace(/\/$/, "");
    if (!/^https?:/i.test(address) || words === "" || isVague(node) || parent.type === "tableCell") continue;
    const earlier = first.get(words);
    if (earlier === undefined) first.set(words, { node, address });
    else if (earlier.address !== address && !raised.has(words)) {
      raised.add(words);
      raise({
        place: placeOf(text, node),
        message: "this link has the same words as another, and leads to another address",
        related: { message: "the other is here", place: placeOf(text, earlier.node) },
      });
    }
  }
}

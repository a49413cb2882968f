import type { ParsedText } from "../../model/tree.ts";
import { placeAt } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { findUnreadLinks } from "./unread-links.ts";

/** What was meant as a link or an image and is none, so that readers see the signs themselves. */
export const linkUnread = rule({
  id: "link-unread",
  severity: "warning",
  group: "links",
  summary: "this looks like a link, and is not one",
  remedy: "write the words in square brackets, and directly after them the address in round ones",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { start, end, message, fix } of findUnreadLinks(text))
    raise({ place: placeAt(text, start, end), message, fix });
}

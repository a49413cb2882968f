import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A long address that is in the text as such is read out sign by sign. Notes name their sources, and may. */
export const linkTextAddress = rule({
  id: "link-text-address",
  severity: "hint",
  group: "links",
  summary: "a long address is shown in the text as it is",
  remedy: "write words, and put the address after them: [the title of the page](https://…)",
  checks: { runningText: check },
});

/** From so many characters on, an address is no longer read, but skipped or suffered. */
const LONG = 60;

function check({ text, placeAt, isInNote }: RunningText, raise: RaiseFound): void {
  if (isInNote) return;
  for (const { start, end } of findWebAddresses(text)) {
    if (end - start < LONG) continue;
    raise({
      place: placeAt(start, end),
      message: `there is an address of ${end - start} characters here as text`,
      fix: "write words and the address after them: [the title of the page](https://…)",
    });
  }
}

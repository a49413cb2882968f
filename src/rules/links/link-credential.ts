import type { Readable } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { secretsIn } from "./secrets-in-addresses.ts";

/**
 * Whoever reads an address that carries a password, a key or a signature may do what its owner may. They are looked for
 * in what is typed, in links, text and code alike. No message shows a line that holds one: see `linesWithSecrets`.
 */
export const linkCredential = rule({
  id: "link-credential",
  severity: "error",
  group: "links",
  summary: "an address has a password, a key or a signature that anyone who reads it can use",
  remedy: "link to an address without it, or attach the file; and have the secret changed",
  checks: { lines: check },
});

function check(source: Readable, raise: RaiseFound): void {
  for (const { place, what } of secretsIn(source)) {
    raise({
      place,
      message: `this address has ${what}, which anyone who reads it can use`,
      fix: "link to an address without it, or attach the file; and have the secret changed, because it is in the repository",
      quotesNothing: true,
    });
  }
}

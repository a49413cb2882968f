import { reportAddress, stubAddress } from "../../addresses/addresses.ts";
import type { Frontmatter } from "../../model/report.ts";
import type { Withdrawn } from "../../model/site.ts";
import type { Confidentiality } from "../frontmatter/forms.ts";

/**
 * What is at the address of a report that was withdrawn: when, and why, and nothing else of it; nothing for any other
 * report. Where the report is withheld, too, it is at the address of its stub, and its old addresses are not told.
 */
export function withdrawnOf(
  path: string,
  frontmatter: Frontmatter,
  confidentiality: Confidentiality,
): Withdrawn | undefined {
  const { withdrawn, publicTitle, formerly, lang } = frontmatter;
  if (withdrawn === undefined) return undefined;
  const { date, reason } = withdrawn;
  return confidentiality === "public"
    ? { kind: "withdrawn", address: reportAddress(path), date, reason, lang, formerly }
    : { kind: "withdrawn", address: stubAddress(path, publicTitle), date, reason, formerly: [] };
}

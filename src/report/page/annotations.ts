import type { Abbreviation } from "../../model/report.ts";
import type { Links } from "../links/resolve-links.ts";

/** What a page needs beside its text. */
export interface Annotations {
  readonly abbreviations: readonly Abbreviation[];
  readonly links: Links;
}

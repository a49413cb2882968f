import type { Settings, Source } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import type { FileLookup } from "./file-lookup.ts";
import type { ReportPlace } from "./links.ts";

/** What a report may know of the world around it. */
export interface Surroundings {
  readonly settings: Settings;
  readonly files: FileLookup;
  /** The source of a Markdown annex; raises what is wrong with its bytes. */
  readonly annexSource: (path: string, raise: Raise) => Source | undefined;
  readonly reportAt: (path: string) => ReportPlace;
}

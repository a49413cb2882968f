import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Settings } from "../../model/settings.ts";
import type { Source } from "../../model/source.ts";
import type { FileLookup } from "../annexes/attached-files.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";
import type { ReportPlace } from "../links/resolve-links.ts";

/** A report on its way through the stages, and what every stage knows of it. */
export interface ReportInProgress {
  readonly path: string;
  readonly reading: FrontmatterReading;
  readonly context: CompileContext;
  readonly raise: Raise;
}

/** What a report may know of the world around it. */
export interface CompileContext {
  readonly settings: Settings;
  readonly files: FileLookup;
  /** The source of a Markdown annex; raises what is wrong with its bytes. */
  readonly annexSource: (path: string, raise: Raise) => Source | undefined;
  /** The source of the file that says what became of a report's recommendations; raises what is wrong with its bytes. */
  readonly outcomesSource?: (report: string, raise: Raise) => Source | undefined;
  readonly reportAt: (path: string) => ReportPlace;
}

import type { Faults } from "../site/compile-reports.ts";
import { PublishError } from "./publish-error.ts";

/** Some PDFs of a site are not made; the others are. The message is for whoever wanted that one document. */
export class PdfsNotMade extends PublishError {
  /** What is said of the reports that cannot be printed. */
  readonly faults: Faults;
  /**
   * What is said of packs that cannot be made though each of their papers can be printed, by the paths of the packs in
   * the site.
   */
  readonly packs: Faults;

  constructor(message: string, faults: Faults, packs: Faults) {
    super(message);
    this.faults = faults;
    this.packs = packs;
  }
}

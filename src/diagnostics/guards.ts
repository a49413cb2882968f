import { rulesThat } from "./catalogue.ts";

/**
 * Rules that keep what is withheld from being published: no setting turns them off, no fix may silence one, and they
 * are told first.
 */
export const guards: ReadonlySet<string> = new Set(rulesThat(({ guardsWithheld }) => guardsWithheld === true));

import type { RuleId } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Baseline, beyondBaseline } from "../io/baseline.ts";
import { inNumber } from "../printers/counts.ts";

/** Which of what is found a person asked to be told. */
export interface Narrowing {
  /** These rules alone. */
  readonly only?: readonly RuleId[] | undefined;
  /** All rules but these. */
  readonly skip?: readonly RuleId[] | undefined;
  /** What was found before, and is not told again. */
  readonly baseline?: Baseline | undefined;
}

/** What is told, and what the closing line says of the rest. */
export interface Narrowed {
  readonly shown: readonly Diagnostic[];
  /** Begins with a comma, or is empty. */
  readonly rest: string;
  /** How many findings of the baseline are no longer there, where all was looked at. */
  readonly gone: number;
}

/** Leaves out what a person did not ask for, and says how much that is. */
export function narrowed(found: readonly Diagnostic[], { only, skip = [], baseline = [] }: Narrowing): Narrowed {
  const isAsked = ({ rule }: Diagnostic): boolean =>
    (only === undefined || only.some((one) => one === rule)) && !skip.some((one) => one === rule);
  const asked = found.filter(isAsked);
  const { fresh, known, gone } = beyondBaseline(asked, baseline);
  const others = found.filter((diagnostic) => !isAsked(diagnostic));
  const errors = others.filter(({ severity }) => severity === "error").length;
  const ofOthers = `, and ${others.length} of rules that were not asked for${errors === 0 ? "" : ` (${inNumber(errors, "error")})`}`;
  return {
    shown: fresh,
    gone,
    rest: `${known === 0 ? "" : `, and ${known} that the baseline knows`}${others.length === 0 ? "" : ofOthers}`,
  };
}

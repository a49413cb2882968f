import fc from "fast-check";
import { type Files, sitesOf } from "./generated-site.ts";
import { difference, type MakeOutputs, type Outcome, outcomeOf } from "./public-outcome.ts";

/** Each public part is filled with so many withheld ones, and each of these sites is compared with each other. */
const WITHHELD_PARTS = 5;
export const PAIRS_OF_A_PUBLIC_PART = (WITHHELD_PARTS * (WITHHELD_PARTS - 1)) / 2;

const LENGTH = 120;
const tape = fc.uint8Array({ minLength: LENGTH, maxLength: LENGTH });
const tapes = fc.tuple(tape, fc.array(tape, { minLength: WITHHELD_PARTS, maxLength: WITHHELD_PARTS }));

export interface Counts {
  readonly pairs: number;
  /** Pairs in which neither site has a diagnostic. */
  readonly clean: number;
  /** Public parts with something withheld in them. */
  readonly differing: number;
}

/**
 * Builds sites that differ only in what is withheld, and throws where the public can tell two of them apart. Of pairs in which a
 * site has an error nothing is published, so these are left out; warnings change no byte.
 */
export function expectNoInterference(
  options: { readonly seed: number; readonly publicParts: number },
  make?: MakeOutputs,
): Counts {
  const counts = { pairs: 0, clean: 0, differing: 0 };
  const property = fc.property(tapes, ([publicTape, withheldTapes]) => {
    const sites = sitesOf(publicTape, withheldTapes);
    const outcomes = sites.map((site) => outcomeOf(site, make));
    if (new Set(sites.map((site) => JSON.stringify(site))).size > 1) counts.differing++;
    for (const [index, one] of outcomes.entries()) {
      for (const [offset, other] of outcomes.slice(index + 1).entries()) {
        counts.pairs++;
        if (isClean(one) && isClean(other)) counts.clean++;
        const found = one.hasErrors || other.hasErrors ? undefined : difference(one, other);
        if (found === undefined) continue;
        const [left, right] = [sites[index], sites[index + 1 + offset]];
        throw new Error(
          `the public can tell two sites apart that differ in what is withheld:\n${found}\n\n${differences(left, right)}`,
        );
      }
    }
  });
  // The sites are small as they are, and making them smaller takes minutes.
  fc.assert(property, { seed: options.seed, numRuns: options.publicParts, endOnFailure: true });
  return counts;
}

/** Sites that differ only in what is withheld, in as many groups as are asked for; none of them has a diagnostic. */
export function cleanGroups(seed: number, groups: number, sitesOfGroup: number): readonly (readonly Files[])[] {
  const found: (readonly Files[])[] = [];
  for (const [publicTape, withheldTapes] of fc.sample(tapes, { seed, numRuns: 20 * groups })) {
    const clean = sitesOf(publicTape, withheldTapes).filter((site) => isClean(outcomeOf(site)));
    if (clean.length >= sitesOfGroup) found.push(clean.slice(0, sitesOfGroup));
    if (found.length === groups) return found;
  }
  throw new Error("too few generated sites are without diagnostics");
}

function isClean({ printed }: Outcome): boolean {
  return printed.length === 0;
}

/** The files in which two sites differ, one after the other, without empty lines. */
function differences(one: Files = {}, other: Files = {}): string {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => one[path] !== other[path]);
  const show = (files: Files, path: string): string => (files[path] ?? "(is not there)").replace(/\n{2,}/g, "\n");
  return paths.map((path) => `--- ${path}\n${show(one, path)}\n+++ ${path}\n${show(other, path)}`).join("\n");
}

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/**
 * Of what is found, what is worth printing after a change: all in files in which there is something that was not found
 * the time before.
 */
export interface FreshFindings {
  readonly among: (found: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Next time everything counts as new. */
  readonly forget: () => void;
}

/** Nothing was found before. */
export function freshFindings(): FreshFindings {
  let before: ReadonlySet<string> = new Set();
  return {
    among: (found) => {
      const isNew = (diagnostic: Diagnostic): boolean => !before.has(JSON.stringify(diagnostic));
      const touched = new Set(found.filter(isNew).map(({ place }) => place.path));
      before = new Set(found.map((diagnostic) => JSON.stringify(diagnostic)));
      return found.filter(({ place }) => touched.has(place.path));
    },
    forget: () => {
      before = new Set();
    },
  };
}

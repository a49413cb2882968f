import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";

/** The paper with what its messages offer: numbers that were published, and further meetings where fields hold several. */
export function asOffered(source: string, diagnostics: readonly Diagnostic[]): string {
  const fixes = diagnostics.map(({ fix }) => fix ?? "");
  const isPublished = fixes.some((fix) => fix.includes("`numbering: as-published`"));
  const meetings = fixes.map((fix) =>
    /`(committee: .*?)` and `(meeting: .*?)`, and for the others `(also-to: .*)`$/.exec(fix),
  );
  const [, committee, meeting, others] = meetings.find((match) => match !== null) ?? [];
  const several = [committee, meeting, others].filter((line) => line !== undefined).join("\n");
  return (several === "" ? source : source.replace(/^committee: .*\nmeeting: .*$/m, several)).replace(
    /^---\n/,
    isPublished ? "---\nnumbering: as-published\n" : "---\n",
  );
}

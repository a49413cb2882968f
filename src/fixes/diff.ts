import { structuredPatch } from "diff";

/** A line of a unified diff. */
export interface DiffLine {
  readonly kind: "place" | "same" | "taken" | "put";
  /** With the sign that begins it, and without the end of the line. */
  readonly text: string;
}

const AROUND = 2;

/** The lines in which two texts differ, with some around them. */
export function diffOf(before: Uint8Array, after: Uint8Array): readonly DiffLine[] {
  const [old, fixed] = [before, after].map((bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const { hunks } = structuredPatch("", "", old ?? "", fixed ?? "", "", "", { context: AROUND });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }): DiffLine[] => [
    { kind: "place", text: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@` },
    ...lines.map((line) => ({ kind: KINDS[line.charAt(0)] ?? "same", text: line.replace(/\r$/, "") })),
  ]);
}

const KINDS: Partial<Record<string, DiffLine["kind"]>> = { "-": "taken", "+": "put" };

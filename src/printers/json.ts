import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place } from "../model/source.ts";
import { type Findings, LONGEST_LINE, pathIn } from "./findings.ts";
import type { JsonDocument } from "./json-document.ts";
import { toJson } from "./json-text.ts";

/** All that was found as one document, described by `docs/diagnostics.schema.json`. */
export function json({ diagnostics, counts, reports, plainFiles, folder, version }: Findings): string {
  const count = (kind: "meeting" | "page"): number => plainFiles.filter((file) => file.kind === kind).length;
  const document: JsonDocument = {
    version: 1,
    program: { name: "scrutineer", version },
    counts: { reports: reports.length, meetings: count("meeting"), pages: count("page"), ...counts },
    diagnostics: diagnostics.map((diagnostic) => entry(diagnostic, folder)),
  };
  return toJson(document);
}

function entry(diagnostic: Diagnostic, folder: string): JsonDocument["diagnostics"][number] {
  const { rule, severity, message, fix, place, frame, related } = diagnostic;
  const lines = frame && [
    ...(frame.above === undefined ? [] : [frame.above]),
    { number: place.line, text: frame.line },
  ];
  return {
    rule,
    severity,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...placed(place, folder),
    ...framed(lines),
    ...(related === undefined
      ? {}
      : {
          related: {
            message: related.message,
            ...placed(related.place, folder),
            ...framed(related.line === undefined ? [] : [{ number: related.place.line, text: related.line }]),
          },
        }),
    help: `npx scrutineer explain ${rule}`,
  };
}

function placed({ path, line, column, endColumn }: Place, folder: string) {
  return { path: pathIn(folder, path), line, column, ...(endColumn === undefined ? {} : { endColumn }) };
}

function framed(lines: readonly { readonly number: number; readonly text: string }[] = []) {
  const shown = lines.filter(({ text }) => text.length <= LONGEST_LINE);
  return shown.length === 0 ? {} : { frame: shown.map(({ number, text }) => ({ line: number, text })) };
}

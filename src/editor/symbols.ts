import { type EditedReport, firstWords, type NamedPart } from "./edited-report.ts";

/** A heading, an annex or a paragraph of a file, with what is below it. */
export interface OutlineEntry {
  readonly kind: "heading" | "paragraph";
  readonly name: string;
  readonly line: number;
  readonly column: number;
  endLine: number;
  readonly children: OutlineEntry[];
}

/** The outline of one text of a report: its headings, and below each its numbered paragraphs with their first words. */
export function symbolsOf(path: string, { parts }: EditedReport): readonly OutlineEntry[] {
  const tops: OutlineEntry[] = [];
  const open: { readonly depth: number; readonly symbol: OutlineEntry }[] = [];
  const close = (depth: number, line: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const { symbol } = open.pop() ?? {};
      if (symbol?.kind === "heading") symbol.endLine = Math.max(symbol.endLine, line - 1);
    }
  };
  const own = parts.filter(({ kind, place }) => place.path === path && kind !== "other" && kind !== "recommendation");
  for (const part of own) {
    const depth = part.kind === "paragraph" ? PARAGRAPH : (part.depth ?? 2);
    close(depth, part.place.line);
    const symbol = symbolOf(part);
    (open.at(-1)?.symbol.children ?? tops).push(symbol);
    for (const one of open) one.symbol.endLine = Math.max(one.symbol.endLine, symbol.endLine);
    open.push({ depth, symbol });
  }
  return tops;
}

/** Deeper than any heading. */
const PARAGRAPH = 9;

function symbolOf(part: NamedPart): OutlineEntry {
  const { kind, number, place, endLine } = part;
  const name = `${kind === "annex" ? "Annex " : ""}${number} ${firstWords(part, 60)}`.trim();
  const shown = { name: name === "" ? "-" : name, line: place.line, column: place.column, endLine, children: [] };
  return { kind: kind === "paragraph" ? "paragraph" : "heading", ...shown };
}

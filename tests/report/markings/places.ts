import { type Around, type CompiledText, compileSource } from "../../compiled-report.ts";

/** Where in a paper words may be. */
type PlaceInPaper =
  | "line"
  | "heading"
  | "bold"
  | "row"
  | "top"
  | "para"
  | "note"
  | "quote"
  | "item"
  | "annex"
  | "annexhead"
  | "annextitle"
  | "summary"
  | "title"
  | "author";

/** Words, where they are, and whether the report's Annex 2 is withheld. */
export type Placed = readonly [where: PlaceInPaper, words: string, withheld?: "withheld"];

const BODIES: Partial<Readonly<Record<PlaceInPaper, (words: string) => string>>> = {
  line: (words) => `${words}\n\n1. The panel met.`,
  heading: (words) => `1. The panel met.\n\n## ${words}\n\n2. It agreed.`,
  bold: (words) => `**${words}**\n\n1. The panel met.`,
  row: (words) => `| Report to | Scrutiny |\n| --- | --- |\n| Ward | All |\n| ${words} |\n\n1. The panel met.`,
  top: (words) => `${words}\n\n## Purpose\n\n1. The panel met.`,
  para: (words) => `1. The panel met. ${words} It agreed.`,
  note: (words) => `1. The panel met.[^1]\n\n[^1]: ${words}`,
  quote: (words) => `1. The panel met:\n\n> ${words}`,
  item: (words) => `1. The panel met:\n\n- ${words}\n- Another.`,
};

/** A report that is said to be public, with the words in their place. */
export function compilePlaced([where, words, withheld]: Placed): CompiledText {
  const quoted = JSON.stringify(words);
  const fields = {
    title: where === "title" ? quoted : "Update",
    author: where === "author" ? quoted : "Priya Nair",
    date: "2024-03-24",
    confidential: "No",
    ...(where === "summary" && { summary: quoted }),
    ...(where.startsWith("annex") && {
      annexes: `[{title: ${where === "annextitle" ? quoted : "Figures"}, file: update/figures.md}]`,
    }),
    ...(withheld && { annexes: "[{title: Prices, label: 2, confidential: {paragraphs: [3]}}]" }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  const body = BODIES[where]?.(words) ?? (where.startsWith("annex") ? "1. See Annex A." : "1. The panel met.");
  const annex =
    where === "annexhead" ? `# ${words}\n\nFigures.\n` : where === "annex" ? `${words}\n\nFigures.\n` : "Figures.\n";
  const context: Around = where.startsWith("annex") ? { texts: { "reports/update/figures.md": annex } } : {};
  return compileSource(`---\n${lines.join("")}---\n\n${body}\n`, context);
}

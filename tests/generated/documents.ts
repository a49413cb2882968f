import type { Choices } from "../withheld/choices.ts";
import { inlineWriter } from "./inline-pieces.ts";
import { NOISE } from "./noise.ts";

/** A generated report: further lines of its frontmatter, and its text. Every word that can be told apart is `w` + a number + `x`. */
export interface GeneratedDocument {
  readonly fields: string;
  readonly body: string;
}

type Style = "automatic" | "typed";

/** Writes a document that has everything of the format, mixed; sometimes with noise in it. */
export function documentOf(choices: Choices): GeneratedDocument {
  const { pick, once, below } = choices;
  const style: Style = once(3) ? "typed" : "automatic";
  const inline = inlineWriter(choices);
  const { words, sentence, line } = inline;
  let number = 0;
  let depth = 2;
  let annexes = 0;

  const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
  const item = (marker: string, text: string): string =>
    marker + indented(text, once(6) ? "\t" : " ".repeat(marker.length)).trimStart();

  const list = (deep: number): string => {
    const isOrdered = once(3);
    const sign = pick(["-", "*", "+"]);
    const stop = once(4) ? ")" : ".";
    const items = Array.from({ length: 1 + below(3) }, (_, index) => {
      const marker = isOrdered ? `${index + 1}${stop} ` : `${sign}${once(8) ? "   " : " "}`;
      const inner = once(4) && deep < 3 ? `\n${once(2) ? "\n" : ""}${list(deep + 1)}` : "";
      const second = once(6) ? `\n\n${once(3) ? block(deep + 1) : sentence()}` : "";
      return item(marker, sentence() + inner + second);
    });
    return items.join(once(4) ? "\n\n" : "\n");
  };

  const table = (): string => {
    const columns = 1 + below(3);
    const bars = once(5) ? "" : "|";
    const row = (cell: () => string): string =>
      bars +
      Array.from({ length: columns }, cell).join(pick([" | ", "|", "  |  "])) +
      (bars === "" && columns === 1 ? "|" : bars);
    const cell = (): string => (once(6) ? "" : once(3) ? line() : words());
    const head = once(12) ? "" : `${row(() => words())}\n${row(() => pick(["---", ":-:", "--:", "-"]))}\n`;
    const rows = Array.from({ length: below(4) }, () => row(cell)).join("\n");
    const caption = once(5) ? `Table: ${line()}\n\n` : "";
    return (caption + head + rows).trimEnd();
  };

  const block = (deep = 0): string => {
    switch (below(16)) {
      case 0:
      case 1:
        return list(deep);
      case 2:
      case 3:
        return table();
      case 4:
        return indented(once(3) && deep < 3 ? block(deep + 1) : sentence(), once(8) ? ">" : "> ").replace(/^$/gm, ">");
      case 5:
        return `> ${sentence()}\n${line()}`;
      case 6: {
        const fence = pick(["```", "~~~", "````"]);
        return `${fence}${once(3) ? " text" : ""}\n${words()}\n\n  ${line()}\n${fence}`;
      }
      case 7:
        return indented(`${words()}\n${words()}`, once(4) ? "\t" : "    ");
      case 8:
        return `![${words()}](https://example.org/p.png${once(2) ? ` "${words()}"` : ""})`;
      case 9:
        return pick(["***", "---", "* * *", "___"]);
      case 10:
        return `<!-- ${words()}${once(3) ? `\n${words()}` : ""} -->`;
      case 11:
        return inline.definition();
      case 12:
        return inline.note();
      case 13:
        return `*[${pick(["HSB", "EHCP", "R&D", "AIM 3"])}]: ${pick(["Harmful Sexual Behaviour", "Education Plan"])}`;
      case 14:
        return `${sentence()} {#${pick(["review", "costs", "next"])}}`;
      default:
        return once(2) ? pick(NOISE) : `${sentence()}${pick(["\\\n", "  \n", "\n"])}${line()}`;
    }
  };

  const paragraph = (): string => {
    number++;
    return style === "typed" ? item(`${number}. `, sentence()) : sentence();
  };

  const heading = (): string => {
    depth = Math.min(depth + 1, 2 + below(3));
    const marks = "#".repeat(depth);
    if (depth === 2 && once(5)) return `${words()}\n${"-".repeat(3 + below(4))}`;
    return `${marks} ${once(3) ? line() : words()}${once(5) ? ` ${marks}` : ""}`;
  };

  const abbreviations = (): string =>
    `${pick(["##", "###"])} ${pick(["Abbreviations", "Acronyms", "Glossary of abbreviations"])}\n\n${pick([
      "HSB – Harmful Sexual Behaviour",
      "- HSB: Harmful Sexual Behaviour\n- EHCP – Education, Health and Care Plan",
      "| Short | Long |\n|---|---|\n| HSB | Harmful Sexual Behaviour |\n| EHCP | Education Plan |",
      "HSB - Harmful Sexual Behaviour\nEHCP - Education Plan",
    ])}${once(4) ? `\n\n${sentence()}` : ""}`;

  const annex = (): string => {
    depth = 2;
    number = 0;
    return `## ${pick(["Annex", "Appendix"])} ${String.fromCharCode(65 + annexes++)}: ${words()}`;
  };

  const fenced = (): string => {
    const name = once(2) ? 'exempt{paragraphs=3 public-interest="It would do harm"}' : "unnumbered";
    const parts = Array.from({ length: 1 + below(2) }, () =>
      name === "unnumbered" || !once(2) ? (once(3) ? block(1) : sentence()) : paragraph(),
    );
    return `:::${name}\n${parts.join("\n\n")}\n:::`;
  };

  const part = (): string => {
    switch (below(20)) {
      case 16:
        return annexes < 3 ? annex() : paragraph();
      case 17:
        return once(2) ? abbreviations() : paragraph();
      case 18:
        return fenced();
      case 19:
        return once(3) ? Array.from({ length: 1 + below(8) }, () => pick(NOISE)).join(once(2) ? "" : " ") : paragraph();
      case 13:
      case 14:
      case 15:
        return heading();
      case 8:
      case 9:
      case 10:
      case 11:
      case 12:
        return block();
      default:
        return paragraph();
    }
  };

  const parts = Array.from({ length: 1 + below(10) }, part);
  const joined = parts.reduce((text, next) => text + (once(24) ? "\n" : once(12) ? "\n\n\n" : "\n\n") + next);
  const body = [joined, ...inline.owed()].join("\n\n");
  const end = pick(["\n", "\n", "\n", "\r\n", "\r"]);
  const fields = [
    ...(once(2) ? [`numbering: ${style}`] : once(8) ? ["numbering: none"] : []),
    ...(once(4) ? ["abbreviations:\n  HSB: Harmful Sexual Behaviour"] : []),
  ].join("\n");
  return { fields, body: end === "\n" ? body : body.replaceAll("\n", end) };
}

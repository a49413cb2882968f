import type { Choices } from "../withheld/choices.ts";

/** Writes what stands within a line, with words that can be told apart, and remembers which notes and addresses it owes. */
export function inlineWriter({ pick, once, below }: Choices) {
  let next = 0;
  const notes: string[] = [];
  const addresses: string[] = [];
  const word = (): string => `w${++next}x`;
  const words = (): string =>
    Array.from({ length: 1 + below(3) }, () =>
      once(10) ? pick([`É${word()}`, `${word()}ß`, `“${word()}”`, `日${word()}`]) : word(),
    ).join(" ");

  const piece = (deep: number): string => {
    const inner = (): string => (once(3) && deep < 3 ? piece(deep + 1) : words());
    switch (below(32)) {
      case 10:
        return `*${inner()}*`;
      case 11:
        return `**${inner()}**`;
      case 12:
        return `_${inner()}_`;
      case 13:
        return `***${inner()}** ${inner()}*`;
      case 14:
        return `${word()}*${word()}*${word()}`;
      case 15:
        return pick([`\`${words()}\``, `\`\` ${word()} \` ${word()} \`\``]);
      case 16:
        return `[${inner()}](https://example.org/${once(2) ? "a" : `b "${word()}"`})`;
      case 17: {
        const name = word();
        addresses.push(name);
        return pick([`[${name}]`, `[${inner()}][${name}]`, `[${name}][]`]);
      }
      case 18: {
        const name = `n${notes.length + 1}`;
        notes.push(name);
        return `${word()}[^${name}]`;
      }
      case 19:
        return `~~${inner()}~~`;
      case 20:
        return pick([
          "paragraph 1",
          "paragraphs 1 and 2",
          "para 3 {elsewhere}",
          "paragraph 4 of the minutes",
          "Annex A",
        ]);
      case 21:
        return pick([
          "HSB",
          "EHCPs",
          "Harmful Sexual Behaviour (HSB)",
          "HSB (Harmful Sexual Behaviour)",
          "R&D",
          "the NHS",
        ]);
      case 22:
        return pick([
          "&amp;",
          "&eacute;",
          "&#163;",
          "\\*",
          "\\[",
          "\\_",
          "a & b",
          "1 < 2",
          "£1,200",
          "10:30am",
          "5 * 3",
        ]);
      case 23:
        return pick([`<https://example.org/${word()}>`, `https://example.org/${word()}`, `${word()}@example.org`]);
      case 24:
        return pick(["*", "_", "`", "[", "]", "(", ")", "{", "}", "|", "~", "!", ":", "<!-- a -->"]);
      case 25:
        return `![${words()}](https://example.org/i.png)`;
      case 26:
        return `${word()}${pick(["\\\n", "  \n", "\n", "\n  ", "\t", "\u00a0"])}${word()}`;
      default:
        return words();
    }
  };

  const sentence = (): string =>
    Array.from({ length: 1 + below(4) }, () => piece(0)).join(pick([" ", ", ", " – ", " "]));
  const line = (): string => sentence().replace(/\s*\n\s*/g, " ");
  const address = (): string => `https://example.org/${pick(["a", "b"])}`;
  return {
    words,
    sentence: (): string => `Text ${sentence()}.`,
    line,
    /** An address of a link, or of one that nothing uses. */
    definition: (): string => `[${addresses.shift() ?? word()}]: ${address()}${once(3) ? ` "${word()}"` : ""}`,
    /** A note that is referred to, or one that is not. */
    note: (): string => `[^${notes.shift() ?? word()}]: ${sentence()}${once(4) ? `\n\n    ${sentence()}` : ""}`,
    /** The notes and addresses that the text refers to, and that stand nowhere in it yet. */
    owed: (): readonly string[] => [
      ...notes.map((name) => `[^${name}]: ${line()}`),
      ...addresses.map((name) => `[${name}]: ${address()}`),
    ],
  };
}

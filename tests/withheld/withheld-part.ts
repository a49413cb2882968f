import type { Choices } from "./choices.ts";
import { LINES_OF_PASSAGE, type PassageSlot, PUBLIC_FORMS, PUBLIC_HEADINGS } from "./public-part.ts";

/** Short forms that no public text uses; some make the same id of a glossary entry as a public one, or hold one. */
const WITHHELD_FORMS = [
  ["SEB", "Secret Exchange Board"],
  ["H/SB", "Hidden Sum Bid"],
  ["WPQ", "Waste Price Quotation"],
  ["CEX", "Costed Exit"],
  ["Q-WP", "Quoted Worst Price"],
] as const;

const SECRET_HEADINGS = ["The bid", "Zebra", "Notes", "Abbreviations of names", "Recommendations"] as const;

/** What withheld words may refer to where they stand. */
export interface Around {
  /** Paths by which the text leads to other reports. */
  readonly links: readonly string[];
  /** The path to an image that only withheld words show. */
  readonly picture: string | undefined;
  readonly hasAnnex: boolean;
  readonly isNumbered: boolean;
  /** Makes notes and addresses unlike those of other places in the text. */
  readonly name: string;
  /** Short forms that something outside of the words defines. */
  readonly defined: readonly (readonly [string, string])[];
}

/** Some of the short forms that no public text uses, each with its long form. */
export function withheldForms({ below }: Choices, count: number): readonly (readonly [string, string])[] {
  const start = below(WITHHELD_FORMS.length);
  return [...WITHHELD_FORMS, ...WITHHELD_FORMS].slice(start, start + count);
}

/** A writer of withheld words, which keeps account of what they define and refer to. */
export function withheldWriter(choices: Choices, context: Around) {
  const { below, pick, once } = choices;
  const definitions: string[] = [];
  const defined = new Map(context.defined);

  const use = (): string => {
    const form = pick([...PUBLIC_FORMS, ...WITHHELD_FORMS]);
    const [short, long] = form;
    if (defined.has(short)) return `the ${short} bid`;
    switch (below(4)) {
      case 0:
        defined.set(short, long);
        return `the ${long} (${short}) bid`;
      case 1:
        return `${short} (${long}) bid`;
      case 2:
        defined.set(short, long);
        definitions.push(`*[${short}]: ${long}`);
        return `the ${short} bid`;
      default:
        return `the ${long}`;
    }
  };

  const phrase = (): string => {
    switch (below(14)) {
      case 1:
      case 2:
        return use();
      case 3:
        return context.hasAnnex ? pick(["Annex A has it", "Appendix A has it"]) : "Appendix A {elsewhere} has it";
      case 4:
        return context.isNumbered ? "paragraph 1 has it" : "it has none";
      case 5:
        return context.links.length === 0 ? "none" : `[the other](${pick(context.links)})`;
      case 6: {
        const name = `${context.name}-${definitions.length}`;
        definitions.push(`[^${name}]: A secret note, ${use()}.`);
        return `a note[^${name}]`;
      }
      case 7: {
        const name = `${context.name}-${definitions.length}`;
        definitions.push(`[${name}]: https://example.org/${pick(["bid", "price"])}`);
        return `[an address][${name}]`;
      }
      case 8:
        return pick(["7 million <!-- or 8 -->", "<!-- who said so? --> nobody", "9"]);
      case 9:
        return context.picture === undefined ? "a map" : `![A secret map](${context.picture})`;
      case 10:
        return pick([
          "on 1 April 2026",
          "by 2031",
          "`code`",
          "**Zebra**",
          "in 2018. The bid",
          "3.2 million",
          "a \\| b",
        ]);
      case 11:
        return pick([
          "see https://secret.example/a?b=c",
          '[words](https://secret.example "Title")',
          "tel 01234 567890",
        ]);
      case 12:
        return pick(["Waste Partnership", "home safety board", "Findings", "Background"]);
      default:
        return pick(["zebra", "seven", "the bidder", "Ölçüm", "x < y & z"]);
    }
  };

  const words = (): string =>
    `${once(6) ? `Recommendation ${1 + below(4)}: of` : "Of"} ${Array.from({ length: 1 + below(3) }, phrase).join(", ")}.`;

  const block = (): string => {
    switch (below(8)) {
      case 0:
        return `* ${words()}\n* a secret bullet`;
      case 1:
        return `> ${words()}`;
      case 2:
        return `| Bid | Sum |\n|---|---|\n| ${phrase().replaceAll("|", "/")} | 7 |`;
      case 3:
        return "```\n## Findings\n```";
      case 4:
        return `<!-- ${pick(["Appendix A", "zebra", "HSB"])}\nsecond line -->`;
      case 5:
        return `1. ${words()}\n2. a secret item${once(2) ? "\n3. a third" : ""}`;
      case 6:
        return `Table: Secret sums\n\n| A |\n|---|\n| ${pick(["Zebra", "1"])} |`;
      default:
        return `* ${phrase()}.`;
    }
  };

  const heading = (depth: string): string => `${depth} ${pick([...PUBLIC_HEADINGS, ...SECRET_HEADINGS])}`;

  return { words, block, heading, definitions };
}

/** The lines between the fences of a passage: as many, with as many numbered paragraphs, whatever is chosen. */
export function passageLines(
  choices: Choices,
  slot: PassageSlot,
  context: Around,
  /** The first number that is typed, where numbers are. */
  typedFrom: number | undefined,
): readonly string[] {
  const writer = withheldWriter(choices, context);
  const used = [...slot.notes.map((name) => `[^${name}]`), ...slot.addresses.map((name) => ` [there][${name}]`)].join(
    "",
  );
  const blocks: string[] = slot.sections === 0 ? [] : [writer.heading("##")];
  const isList = typedFrom !== undefined && !slot.isUnnumbered;
  for (let index = 0; index < slot.paragraphs; index++) {
    if (slot.mayHaveHeadings && choices.once(3)) blocks.push(writer.heading("###"));
    const label = index === 0 && slot.label !== undefined ? ` {#${slot.label}}` : "";
    const number = isList ? `${typedFrom + index}. ` : "";
    blocks.push(`${number}${writer.words()}${index === 0 ? used : ""}${label}`);
    if (choices.once(2)) blocks.push(indented(writer.block(), isList));
  }
  if (slot.paragraphs === 0) {
    blocks.push(slot.isUnnumbered ? `${writer.words()}${used}` : `* ${writer.words()}${used}`);
    if (choices.once(2)) blocks.push(indented(writer.block(), isList));
  }
  if (slot.endsInHeading) blocks.push(writer.heading("###"));
  const lines = [...blocks, ...writer.definitions].join("\n\n").split("\n");
  // What is too long keeps its paragraphs and loses its blocks; a text without any is the shortest.
  return lines.length <= LINES_OF_PASSAGE
    ? [...lines, ...Array.from({ length: LINES_OF_PASSAGE - lines.length }, () => "")]
    : passageLines(NO_CHOICES, slot, { ...context, links: [] }, typedFrom);
}

const NO_CHOICES: Choices = {
  below: () => 0,
  pick: (list) => {
    const [first] = list;
    if (first === undefined) throw new Error("there is nothing to choose from");
    return first;
  },
  once: () => false,
};

/** In a text with typed numbers, a numbered list at the margin would be the paragraphs. */
function indented(block: string, isList: boolean): string {
  return isList && /^\d/.test(block) ? block.replace(/^/gm, "    ") : block;
}

/** The rest of a report that is withheld as a whole: fields that its stub does not show, and its text. */
export function withheldBody(
  choices: Choices,
  context: Around,
): { readonly fields: readonly string[]; readonly text: string } {
  const { once, pick, below } = choices;
  const writer = withheldWriter(choices, context);
  const optional = (line: string): readonly string[] => (once(2) ? [line] : []);
  const fields = [
    `author: ${pick(["Zoë Secret", "[Ada Lind, Ben Oke]", "{name: Cy, role: Officer, email: cy@example.org}"]).replace(/^\{/, "[{").replace(/\}$/, "}]")}`,
    ...optional(`summary: ${pick(["The bidder won.", "Zebra and WP."])}`),
    ...optional(`contact: ${pick(["{name: Zoë, telephone: 01234 567890}", "[Zoë, {name: Cy, role: Officer}]"])}`),
    ...optional(`wards: [${pick(["Castle", "Riverside, Castle", "All"])}]`),
    ...optional(`facts: {${pick(["Bid number: Z/7", "Key decision: No, Bidder: Zebra"])}}`),
    ...optional(`amended: [{date: 2031-0${1 + below(9)}-01, note: The price was put right.}]`),
    ...optional("background: [{title: Minutes, url: https://secret.example/m}]"),
    ...optional(
      `released: {date: 2091-0${1 + below(9)}-01, reason: ${pick(["Zebra was paid.", "The bid is known."])}}`,
    ),
    ...(context.links.length === 0 ? [] : optional(`translation: ${pick(context.links)}`)),
    ...optional(`formerly: [reports/2018/${pick(["zebra", "quagga"])}]`),
    ...optional(`urgency: {reason: ${pick(["Zebra leaves", "The bid ends"])}, chair-agreed: Yes}`),
    ...optional(`supplement: ${1 + below(3)}`),
    ...optional("lang: cy"),
    ...optional("abbreviations: {ZBR: Zebra Bid Round, WPZ: Waste Price Zero}"),
  ];
  const blocks = [writer.heading("##")];
  for (let rest = 1 + below(3); rest > 0; rest--) blocks.push(writer.words(), ...(once(2) ? [writer.block()] : []));
  if (once(3)) blocks.push(':::exempt{paragraphs=5 public-interest="Advice"}', writer.words(), ":::");
  return { fields, text: `${[...blocks, ...writer.definitions].join("\n\n")}\n` };
}

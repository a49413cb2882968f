import type { Choices } from "./choices.ts";

/** How many lines each passage has between its fences, whatever it holds. */
export const LINES_OF_PASSAGE = 16;

/** A passage as the public text has it: where it stands, and what its numbers come to. Its words are another matter. */
export interface PassageSlot {
  readonly kind: "passage";
  readonly attributes: string;
  /** Numbered paragraphs that begin in it. */
  readonly paragraphs: number;
  /** Headings of the second level in it, which the decimal style counts. */
  readonly sections: number;
  /** It stands in a block that carries no numbers. */
  readonly isUnnumbered: boolean;
  /** Its last block is a heading, so that what follows goes on no paragraph: part of the numbers that both editions share. */
  readonly endsInHeading: boolean;
  /** Headings of the third level may stand in it. */
  readonly mayHaveHeadings: boolean;
  /** The label of its first paragraph, which the public text links to. */
  readonly label: string | undefined;
  /** Notes and addresses, written outside of it, that only it uses. */
  readonly notes: readonly string[];
  readonly addresses: readonly string[];
}

/** A line that only the withheld side decides: a comment, or a definition that nothing public uses. */
interface WithheldLineSlot {
  readonly kind: "comment" | "note" | "address" | "abbreviation line" | "list entry";
  readonly name: string;
}

export type Part =
  /** A block of public text; `isParagraph` where it is numbered. */
  | { readonly kind: "text"; readonly text: string; readonly isParagraph: boolean }
  | { readonly kind: "unnumbered"; readonly parts: readonly Part[] }
  | PassageSlot
  | WithheldLineSlot;

export interface AnnexPlan {
  readonly kind: "text" | "csv" | "withheld";
  /** Public, but for a withheld annex that has a public title. */
  readonly title: string;
  readonly hasPublicTitle: boolean;
  readonly parts: readonly Part[];
  /** The text of the report links to the file. */
  readonly isLinked: boolean;
}

type Numbering = "automatic" | "typed" | "none";

export interface PublicReport {
  readonly kind: "public";
  readonly name: string;
  readonly fields: readonly string[];
  readonly numbering: Numbering;
  readonly parts: readonly Part[];
  readonly annexes: readonly AnnexPlan[];
  /** Entries of the frontmatter that only what is withheld uses. */
  readonly withheldAbbreviations: number;
  readonly publicAbbreviations: readonly string[];
}

export interface WithheldReport {
  /** One that was withdrawn is told of by its day and its reason alone. */
  readonly kind: "withheld" | "withdrawn" | "draft";
  /** The number by which links name it; the name of its file is withheld where it has a public title, or is a draft. */
  readonly index: number;
  readonly fields: readonly string[];
  readonly isNameWithheld: boolean;
}

export interface PublicPart {
  readonly settings: string;
  readonly style: "continuous" | "decimal";
  readonly reports: readonly (PublicReport | WithheldReport)[];
  /** Files of meetings and plain pages, by their paths; `%report0%` stands for the name of a report's file. */
  readonly plainFiles: Readonly<Record<string, string>>;
}

/** Short forms that public texts use, each with its long form. */
export const PUBLIC_FORMS = [
  ["WP", "Waste Partnership"],
  ["H-SB", "Home Safety Board"],
  ["CEP", "Clean Energy Plan"],
] as const;

export const PUBLIC_HEADINGS = ["Findings", "Background", "Next steps"] as const;

const DATES = ["2025-03-04", "2025-03-04", "2024-11-30"] as const;
const GROUNDS = [
  '{paragraphs=3 public-interest="It would harm the council"}',
  '{paragraphs="1, 3" reason="It would harm the public interest" review=2026-03-31}',
] as const;
const FLAGS = [
  "{paragraphs: [3], reason: Prices are being tendered, public-interest: They would rise, review: 2026-03-31}",
  "{paragraphs: [1, 2], public-interest: Two people would be known}",
  "{basis: confidential}",
] as const;

/** The same committees, which follow the law of another nation, with paragraphs of the same numbers. */
const JOINT = `committees: [${["Waste Board", "Roads", "Audit", "Zebra"]
  .map((name) => `{name: ${name}, jurisdiction: Northern Ireland}`)
  .join(", ")}]`;

/** The public part of a small site: its settings, its public texts, and the places of what is withheld. */
export function publicPart(choices: Choices): PublicPart {
  const { pick, once } = choices;
  const style = once(4) ? "decimal" : "continuous";
  const kinds: readonly ("public" | WithheldReport["kind"])[] = [
    "public",
    ...Array.from({ length: pick([1, 0, 2, 1, 3, 0]) }, () =>
      pick(["withheld", "public", "withheld", "draft", "withdrawn"] as const),
    ),
  ];
  const settings = [
    "council: Sallow Borough Council",
    ...(style === "decimal" ? ["numbering-style: decimal"] : []),
    ...(once(3) ? ["abbreviations: {CEP: Clean Energy Plan}"] : []),
    ...(once(4) ? [JOINT] : []),
  ].join("\n");
  const hasHeadings = kinds.map((kind) => kind === "public" && (style === "decimal" || once(2)));
  const reports = kinds.map((kind, index) =>
    kind === "public"
      ? publicReport(choices, { index, kinds, hasHeadings, style })
      : withheldReport(choices, index, kind),
  );
  const placed = reports.map((report) => ({
    ...report,
    fields: [...report.fields, ...placeOnAgenda(choices, report.kind)],
  }));
  return { settings: `${settings}\n`, style, reports: placed, plainFiles: plainFiles(choices, placed) };
}

/** Where a report stands on an agenda: that is public of a report that is withheld, too, and not of a draft. */
function placeOnAgenda({ pick, once }: Choices, kind: "public" | WithheldReport["kind"]): readonly string[] {
  if (kind === "draft" || kind === "withdrawn" || once(4)) return [];
  const committee = `committee: ${pick(["Waste Board", "waste board", "Roads"])}`;
  const meeting = once(5) ? [] : [`meeting: ${pick(["2025-04-01", "2025-04-01", "2025-05-06"])}`];
  const item = once(3) ? [] : [`item: ${pick(["6", "5", "6", "6a", "6.10"])}`];
  const further = once(3) ? [`also-to: [{committee: Audit, meeting: 2025-05-06, item: ${pick(["2", "10"])}}]`] : [];
  const supplement = kind === "public" && once(4) ? ["supplement: 1"] : [];
  const background = kind === "public" && !once(10) ? ["background: None"] : [];
  return [committee, ...meeting, ...item, ...further, ...supplement, ...background];
}

function plainFiles(
  { below, pick, once }: Choices,
  reports: readonly { readonly fields: readonly string[] }[],
): Readonly<Record<string, string>> {
  const link = (from: string): string => {
    const report = below(reports.length);
    const fragment = pick(["", "", "#next-steps", "#para-1"]);
    return `See [the report](${from}reports/2025/%report${report}%${report === 0 ? "" : fragment}).`;
  };
  // Where no report names the committee, its folder is an error.
  const isNamed = reports.some(({ fields }) => fields.some((field) => /^committee: waste board$/i.test(field)));
  return {
    ...(once(isNamed ? 2 : 9)
      ? { "meetings/waste-board/2025-04-01.md": `---\nvenue: Town Hall\n---\n\n## Notes\n\n${link("../../")}\n` }
      : {}),
    ...(once(2) ? { "pages/about.md": `---\ntitle: About\n---\n\n${link("../")}\n` } : {}),
  };
}

function withheldReport({ pick, once }: Choices, index: number, kind: WithheldReport["kind"]): WithheldReport {
  if (kind === "withdrawn") {
    const isOpen = once(2);
    const flags = isOpen ? ["confidential: No"] : [`confidential: ${pick(FLAGS)}`, `public-title: Contract ${index}`];
    const told = `withdrawn: {date: 2025-06-0${1 + (index % 9)}, reason: ${pick(["A later one takes its place.", "A name was wrong."])}}`;
    const leading = isOpen && once(2) ? [`formerly: [reports/2020/w${index}]`] : [];
    return { kind, index, fields: [told, ...flags, ...leading], isNameWithheld: !isOpen };
  }
  const hasPublicTitle = kind === "withheld" && once(2);
  const isNameWithheld = hasPublicTitle || kind === "draft";
  const shown = [`date: ${pick(DATES)}`];
  const fields =
    kind === "draft"
      ? ["draft: true", `confidential: ${once(2) ? pick(FLAGS) : "No"}`]
      : [
          ...shown,
          `confidential: ${once(24) ? "Yes" : pick(FLAGS)}`,
          ...(hasPublicTitle ? [`public-title: Contract ${index}`] : [`title: Award ${index}`]),
        ];
  return { kind, index, fields, isNameWithheld };
}

interface Reports {
  readonly index: number;
  readonly kinds: readonly string[];
  /** The public reports that have headings, of which the first is the same everywhere. */
  readonly hasHeadings: readonly boolean[];
  readonly style: "continuous" | "decimal";
}

function publicReport(choices: Choices, reports: Reports): PublicReport {
  const { below, pick, once } = choices;
  const { index, style } = reports;
  const numbering = style === "decimal" ? "automatic" : pick(["automatic", "typed", "automatic", "none"] as const);
  const annexes = Array.from({ length: below(3) }, (_, number) => annexPlan(choices, number));
  const writer = bodyWriter(choices, { ...reports, numbering, prefix: "", annexes });
  const parts = writer.body();
  const fields = [
    `title: Report ${index}`,
    "author: Ada Lind",
    `date: ${pick(DATES)}`,
    "confidential: No",
    ...(numbering === "none" || once(2) ? [`numbering: ${numbering}`] : []),
    ...(once(3)
      ? ["facts: {Report number: CS/1, Key decision: No}", "contact: [Ada Lind, {name: Ben, role: Clerk}]"]
      : []),
    ...(once(3) ? [`wards: ${pick(["All", "Castle", "[Mill, Castle]"])}`] : []),
    ...(once(3) ? ["amended: [{date: 2025-05-02, note: A sum was put right.}]"] : []),
    ...(once(3) ? [`translation: %report${below(reports.kinds.length)}%`] : []),
  ];
  return {
    kind: "public",
    name: `p${index}`,
    fields,
    numbering,
    parts,
    annexes,
    withheldAbbreviations: once(2) ? 1 + below(2) : 0,
    publicAbbreviations: writer.inFrontmatter,
  };
}

function annexPlan(choices: Choices, number: number): AnnexPlan {
  const kind = choices.pick(["withheld", "text", "csv"] as const);
  const alone = { index: 0, kinds: [], hasHeadings: [choices.once(2)], style: "continuous" } as const;
  const writer = bodyWriter(choices, { ...alone, numbering: "automatic", prefix: `x${number}`, annexes: [] });
  return {
    kind,
    title: `Rounds of area ${number + 1}`,
    hasPublicTitle: kind === "withheld" && choices.once(2),
    parts: kind === "text" ? writer.body() : [],
    isLinked: kind === "withheld" && choices.once(2),
  };
}

interface Place extends Reports {
  readonly numbering: Numbering;
  /** Makes labels, notes and addresses of annexes unlike those of the report. */
  readonly prefix: string;
  readonly annexes: readonly AnnexPlan[];
}

function bodyWriter(choices: Choices, place: Place) {
  const { below, pick, once } = choices;
  const { index, kinds, hasHeadings, numbering, style, prefix, annexes } = place;
  const isAnnex = prefix !== "";
  const inFrontmatter: string[] = [];
  const lines: Part[] = [];
  const labels: string[] = [];
  const notes: string[] = [];
  let defined = 0;
  /** How many paragraphs of its own have begun: the first must not refer to itself. */
  let numbered = 0;

  const text = (words: string, isParagraph = false): Part => ({ kind: "text", text: words, isParagraph });

  const short = (): string => {
    const form = pick(PUBLIC_FORMS);
    const bit = 1 << PUBLIC_FORMS.indexOf(form);
    if (isAnnex) return `the ${form[1]} (${form[0]}) agreed`;
    if ((defined & bit) !== 0) return `the ${form[0]} agreed`;
    defined |= bit;
    switch (below(6)) {
      case 0:
        return `the ${form[1]} (${form[0]}) agreed`;
      case 1:
        inFrontmatter.push(`${form[0]}: ${form[1]}`);
        return `the ${form[0]} agreed`;
      case 2:
        lines.push(text(`*[${form[0]}]: ${form[1]}`));
        return `the ${form[0]} agreed`;
      case 3:
        return `${form[0]} (${form[1]}) agreed`;
      case 4:
        return "the board agreed";
      default:
        // Defined within a passage, or by the settings, or not at all.
        return once(6) ? `the ${form[0]} agreed` : "the panel agreed";
    }
  };

  const phrase = (): string => {
    switch (below(9)) {
      case 1:
      case 2:
        return short();
      case 3: {
        const note = `${prefix}n${notes.length}`;
        notes.push(note);
        return `it met[^${note}]`;
      }
      case 4:
        return labels.length > 0 && !isAnnex
          ? `see [](#${pick(labels)}) and [the price](#${pick(labels)})`
          : "it was late";
      case 5: {
        const to = below(Math.max(1, kinds.length));
        return to === index || isAnnex ? "it rained" : `see [the report](%report${to}%)`;
      }
      case 6: {
        const to = hasHeadings.findIndex((hasOne, other) => hasOne && other !== index);
        return to === -1 || isAnnex
          ? "it snowed"
          : `see [its last part](%report${to}%#${pick(["next-steps", "findings"])})`;
      }
      case 7:
        return numbered < 2 || style === "decimal" || isAnnex ? "it thawed" : "see paragraph 1";
      case 8:
        return pick([
          "on 12 March 2024",
          "it cost `7` pounds",
          "**it** grew",
          "see https://example.org/a",
          "recommendation 2 says so",
        ]);
      default:
        return "the panel met";
    }
  };

  const sentence = (): string =>
    `${once(9) ? `Recommendation ${1 + below(3)}: the` : "The"} text says ${Array.from({ length: 1 + below(3) }, phrase).join(", and ")}.`;

  const attached = (): string =>
    pick([
      "* a bullet\n* another",
      "> A quotation by a person.",
      "| Year | Tons |\n|---|---|\n| 2024 | 9 |",
      "```\ncode\n```",
      numbering === "typed" ? "    1. one\n    2. two" : "1. one\n2. two",
    ]);

  const passage = (isUnnumbered: boolean, hasHeading: boolean): PassageSlot => {
    const isCounted = numbering !== "none" && !isUnnumbered;
    const paragraphs = isCounted ? below(4) : 0;
    const sections = style === "decimal" && !isAnnex && hasHeading && paragraphs > 0 && once(4) ? 1 : 0;
    const label = paragraphs > 0 && !isAnnex && once(2) ? `price-${labels.length}` : undefined;
    if (label !== undefined) labels.push(label);
    const noted = Array.from({ length: below(3) }, (_, number) => `${prefix}w${lines.length}-${number}`);
    const addresses = once(3) ? [`${prefix}at${lines.length}`] : [];
    for (const name of noted) lines.push({ kind: "note", name });
    for (const name of addresses) lines.push({ kind: "address", name });
    const mayHaveHeadings = hasHeading && !isUnnumbered && paragraphs > 0;
    return {
      kind: "passage",
      attributes: once(40) ? "" : pick(GROUNDS),
      paragraphs,
      sections,
      isUnnumbered,
      mayHaveHeadings,
      endsInHeading: mayHaveHeadings && once(8),
      label,
      notes: noted,
      addresses,
    };
  };

  const body = (): readonly Part[] => {
    const parts: Part[] = [];
    const hasHeading = hasHeadings[index] === true;
    let isOpen = false;
    let isFirst = true;
    let heading = 0;
    const addHeading = (): void => {
      if (!hasHeading) return;
      parts.push(
        text(heading === 0 || once(2) ? `## ${PUBLIC_HEADINGS[heading % 2]}` : `### ${pick(PUBLIC_HEADINGS)}`),
      );
      heading++;
      isOpen = false;
      isFirst = true;
    };
    const addParagraph = (): void => {
      if (numbering !== "none") numbered++;
      parts.push(text(sentence(), numbering !== "none"));
      isOpen = true;
      isFirst = false;
    };
    addHeading();
    // A text that is typed begins with the number 1, so that it is read so.
    if (numbering === "typed" && !once(2)) addParagraph();
    for (let rest = 1 + below(4); rest > 0; rest--) {
      switch (below(8)) {
        case 0:
        case 1:
        case 2: {
          const slot = passage(false, hasHeading);
          if (slot.paragraphs === 0 && isFirst && numbering !== "none") addParagraph();
          parts.push(slot);
          if (slot.paragraphs > 0) isOpen = !slot.endsInHeading;
          isFirst = false;
          break;
        }
        case 3:
          if (!isOpen) addParagraph();
          parts.push(text(attached()));
          break;
        case 4:
          if (!isOpen) addParagraph();
          parts.push({ kind: "unnumbered", parts: [text(sentence()), passage(true, hasHeading), text("It goes on.")] });
          break;
        case 5:
          parts.push({ kind: "comment", name: "" });
          break;
        case 6:
          if (!isFirst) addHeading();
          addParagraph();
          break;
        default:
          addParagraph();
      }
    }
    if (isFirst) addParagraph();
    if (hasHeading) {
      parts.push(text("## Next steps"));
      addParagraph();
    }
    const mentions = annexes.map(({ kind, isLinked }, number) =>
      isLinked && kind === "withheld" ? `[the data](%annex${number}%)` : `Annex ${"ABC"[number]}`,
    );
    if (mentions.length > 0) parts.push(text(`The annexes are ${mentions.join(" and ")}.`, numbering !== "none"));
    if (once(5)) {
      // What stands last in the text may be a passage.
      parts.push(passage(false, hasHeading));
    }
    for (const note of notes) lines.push(text(`[^${note}]: A note on ${note}.`));
    if (once(3)) lines.push({ kind: "abbreviation line", name: "" });
    parts.push(...lines);
    if (hasHeading && !isAnnex && once(2))
      parts.push(text("## Abbreviations"), text("WP – Waste Partnership"), { kind: "list entry", name: "" });
    return parts;
  };

  return { body, inFrontmatter };
}

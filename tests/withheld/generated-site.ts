import { type Choices, choicesOf } from "./choices.ts";
import {
  type AnnexPlan,
  type Part,
  type PublicPart,
  type PublicReport,
  publicPart,
  type WithheldReport,
} from "./public-part.ts";
import { QUIET_RULES } from "./quiet-rules.ts";
import { type Around, passageLines, withheldBody, withheldForms, withheldWriter } from "./withheld-part.ts";

/** A content folder's files, by their paths there. */
export type Files = Readonly<Record<string, string>>;

/** The folder of all generated reports. */
const FOLDER = "reports/2025";

/** The sites that have the public part of one tape, and each the withheld part of another. */
export function sitesOf(publicTape: Uint8Array, withheldTapes: readonly Uint8Array[]): readonly Files[] {
  const part = publicPart(choicesOf(publicTape));
  return withheldTapes.map((tape) => siteOf(part, choicesOf(tape)));
}

/** One site: the public part, filled with what is withheld. */
function siteOf(part: PublicPart, choices: Choices): Files {
  const names = part.reports.map((report) => (report.kind === "public" ? report.name : nameOf(report, choices)));
  const files: Record<string, string> = { "site.yml": part.settings + QUIET_RULES };
  for (const [index, report] of part.reports.entries()) {
    const name = names[index] ?? "";
    const links = names.filter((other) => other !== name).map((other) => `${other}.md`);
    Object.assign(
      files,
      report.kind === "public"
        ? publicFiles(report, name, names, links, choices)
        : withheldFiles(report, name, { links, isNumbered: part.style === "continuous" }, choices),
    );
  }
  const named = (text: string): string => text.replace(/%report(\d+)%/g, (_, index) => `${names[Number(index)]}.md`);
  const plain = Object.entries(part.plainFiles).map(([path, text]) => [path, named(text)] as const);
  const below = Object.entries(files).map(([path, text]) => [path === "site.yml" ? path : `${FOLDER}/${path}`, text]);
  return Object.fromEntries([...below, ...plain]);
}

function nameOf({ kind, index, isNameWithheld }: WithheldReport, { pick }: Choices): string {
  return isNameWithheld ? `${pick(["zebra", "award", "Prices"])}-${kind}-${index}` : `w${index}`;
}

function withheldFiles(
  report: WithheldReport,
  name: string,
  reach: Pick<Around, "links" | "isNumbered">,
  choices: Choices,
): Files {
  const hasAnnex = choices.once(2);
  const context: Around = { ...reach, picture: undefined, hasAnnex, name: "s", defined: [] };
  const { fields: all, text } = withheldBody(choices, context);
  // The language and the old addresses of a report that was withdrawn are told.
  const told = report.kind === "withdrawn" ? /^(?:lang|formerly|released):/ : /^never:/;
  // Nothing can be released that is not withheld, be it a draft.
  const wrong = report.fields.includes("confidential: No") ? /^released:/ : /^never:/;
  const fields = all.filter((field) => !told.test(field) && !wrong.test(field));
  const isOpen = report.kind === "withheld" && !report.isNameWithheld;
  const title = !isOpen ? [`title: ${choices.pick(["Award to Zebra", "Zebra", "Report 0"])}`] : [];
  const [date, meeting] = choices.pick([
    ["2031-01-01", "2031-02-04"],
    ["2001-01-01", "2025-04-01"],
  ] as const);
  const place = choices.once(2) ? [`committee: ${choices.pick(["Zebra", "Waste Board"])}`, `meeting: ${meeting}`] : [];
  const day = report.kind === "withheld" ? [] : [`date: ${date}`, ...place];
  const annex = hasAnnex ? ["annexes:", "  - title: Secret prices", `    file: ${name}/prices.csv`] : [];
  const mention = hasAnnex ? "\nAnnex A has the prices.\n" : "";
  const recommends = choices.once(2);
  const recommended = recommends ? "## Asks\n\nRecommendation 91: That Zebra is paid.\n\n" : "";
  return {
    [`${name}.md`]: reportText([...report.fields, ...title, ...day, ...fields, ...annex], recommended + text + mention),
    ...(recommends ? { [`${name}/recommendations.yml`]: `${NOTICE}91: ${withheldOutcome(choices, reach.links)}` } : {}),
    ...(hasAnnex ? { [`${name}/prices.csv`]: choices.pick(["zebra,7\n", "a\n"]) } : {}),
  };
}

function publicFiles(
  report: PublicReport,
  name: string,
  names: readonly string[],
  links: readonly string[],
  choices: Choices,
): Files {
  const files: Record<string, string> = {};
  const picture = choices.once(2) ? `${name}/${choices.pick(["zebra", "award"])}.svg` : undefined;
  if (picture !== undefined) files[picture] = PICTURE;
  // Where nothing is withheld, nothing is a definition that only what is withheld uses.
  const published = (parts: readonly Part[]): readonly Part[] =>
    holdsWithheld(report) ? parts : parts.filter(({ kind }) => !LISTED.has(kind));
  const defined = withheldForms(choices, holdsWithheld(report) ? report.withheldAbbreviations : 0);
  const fields = [...report.fields, ...abbreviations(report, defined, choices)];
  const places = new Map(names.map((other, index) => [`%report${index}%`, `${other}.md`]));
  const annexFields: string[] = [];
  for (const [number, annex] of report.annexes.entries()) {
    const file = annexFile(annex, name, number, choices);
    places.set(`%annex${number}%`, file);
    annexFields.push(...annexLines(annex, file));
    const inAnnex = { links: [], picture: undefined, hasAnnex: false, isNumbered: false, name: "s", defined };
    files[file] = file.endsWith(".csv")
      ? choices.pick(annex.kind === "csv" ? ["a,b\n1,2\n"] : ["zebra,7\n", "sum\n7\n8\n"])
      : annex.kind === "withheld"
        ? withheldAnnexText(choices, { ...inAnnex, defined: [] })
        : bodyText(published(annex.parts), "automatic", inAnnex, choices);
  }
  const context = { links, picture, hasAnnex: report.annexes.length > 0, isNumbered: false, name: "s", defined };
  const text = bodyText(published(report.parts), report.numbering, context, choices);
  // A recommendation for all, and one that is withheld, each with what became of it.
  const isRecommending = holdsWithheld(report) && report.numbering === "automatic";
  const recommended = isRecommending
    ? `## Asks\n\nRecommendation 91: That it is done.\n\n:::exempt{paragraphs=3 public-interest="Prices"}\nRecommendation 92: ${choices.pick(["Zebra is paid.", "Quagga asks."])}\n:::\n\n`
    : "";
  if (isRecommending)
    files[`${name}/recommendations.yml`] =
      `${NOTICE}91: {to: Cabinet, response: accepted, date: 2031-06-01, due: 2031-07-01}\n${choices.once(2) ? `92: ${withheldOutcome(choices, links)}` : ""}`;
  const annexList = annexFields.length === 0 ? [] : ["annexes:", ...annexFields];
  const placed = (typed: string): string => typed.replace(/%\w+%/g, (key) => places.get(key) ?? key);
  files[`${name}.md`] = reportText([...fields.map(placed), ...annexList], recommended + placed(text));
  return files;
}

const NOTICE = "notice: 2031-05-01\n";

/** What became of a recommendation that is withheld. */
function withheldOutcome({ pick }: Choices, links: readonly string[]): string {
  const response = pick(["response: accepted, date: 2031-06-02", "response: rejected", "due: 2031-06-03"]);
  return `{to: ${pick(["Zebra", "Cabinet"])}, ${response}, note: ${pick(["Prices", "=1+1"])}, evidence: ${pick([...links, "https://secret.example/zebra", "'#para-1'"])}}\n`;
}

/** Only in a report that holds something withheld is there a definition that nothing published uses, and so is not. */
function holdsWithheld({ parts, annexes }: PublicReport): boolean {
  const isWithheld = (part: Part): boolean =>
    part.kind === "passage" || (part.kind === "unnumbered" && part.parts.some(isWithheld));
  return parts.some(isWithheld) || annexes.some((annex) => annex.kind === "withheld" || annex.parts.some(isWithheld));
}

/** Public and withheld entries together, in an order that is withheld, too. */
function abbreviations(
  { publicAbbreviations }: PublicReport,
  defined: Around["defined"],
  { once }: Choices,
): readonly string[] {
  const withheld = defined.map(([short, long]) => `${short}: ${long}`);
  const all = once(2) ? [...withheld, ...publicAbbreviations] : [...publicAbbreviations, ...withheld];
  return all.length === 0 ? [] : ["abbreviations:", ...all.map((entry) => `  ${entry}`)];
}

function annexFile({ kind }: AnnexPlan, name: string, number: number, { pick }: Choices): string {
  const isText = kind === "text" || (kind === "withheld" && pick([true, false]));
  const stem = kind === "withheld" ? `${pick(["zebra", "award", "Sums"])}-${number}` : `annex-${number}`;
  return `${name}/${stem}.${isText ? "md" : "csv"}`;
}

function annexLines({ kind, title, hasPublicTitle }: AnnexPlan, file: string): readonly string[] {
  const shown = hasPublicTitle ? [`    public-title: ${title}`] : [];
  const withheld =
    kind === "withheld"
      ? ["    confidential: {paragraphs: [3], public-interest: Prices would rise, review: 2026-01-31}", ...shown]
      : [];
  return [`  - title: ${hasPublicTitle ? `The sums in ${file.slice(-9)}` : title}`, `    file: ${file}`, ...withheld];
}

function withheldAnnexText(choices: Choices, context: Around): string {
  const writer = withheldWriter(choices, context);
  const blocks = [writer.heading("##"), writer.words(), writer.block(), writer.words()];
  return `${[...blocks, ...writer.definitions].join("\n\n")}\n`;
}

function reportText(fields: readonly string[], text: string): string {
  return `---\n${fields.join("\n")}\n---\n\n${text}`;
}

function bodyText(
  parts: readonly Part[],
  numbering: PublicReport["numbering"],
  context: Around,
  choices: Choices,
): string {
  let count = 0;
  let passages = 0;
  const isTyped = numbering === "typed";
  const written = (part: Part): string => {
    switch (part.kind) {
      case "text": {
        if (!part.isParagraph) return part.text;
        count++;
        return isTyped ? `${count}. ${part.text}` : part.text;
      }
      case "unnumbered":
        return `::::unnumbered\n\n${part.parts.map((inner) => written(inner)).join("\n\n")}\n\n::::`;
      case "passage": {
        passages++;
        const lines = passageLines(
          choices,
          part,
          { ...context, name: `s${passages}` },
          isTyped ? count + 1 : undefined,
        );
        count += part.paragraphs;
        return `:::exempt${part.attributes}\n${lines.join("\n")}\n:::`;
      }
      case "comment":
        return choices.pick([
          "<!-- ask Zebra -->",
          "<!-- Appendix A -->",
          "<!-- WP is wrong -->",
          "<!-- paragraph 1 -->",
        ]);
      case "note":
        return `[^${part.name}]: ${choices.pick(NOTES)}${context.hasAnnex && choices.once(2) ? " See Appendix A." : ""}`;
      case "address":
        return `[${part.name}]: https://secret.example/${choices.pick(["zebra", "quagga"])}`;
      case "abbreviation line":
        return choices.pick(["*[ZQB]: Zebra and Quagga Board", "*[ZQX]: Appendix A", "*[H.SB]: Hidden Sums Board"]);
      case "list entry":
        return choices.pick(["ZLE – Zebra List Entry", "QLE – Quagga List Entry", "H.SB – Hidden Sums Board"]);
    }
  };
  return `${parts.map(written).join("\n\n")}\n`;
}

const LISTED: ReadonlySet<Part["kind"]> = new Set(["list entry", "abbreviation line"]);

/** Notes outside of passages that only passages refer to. */
const NOTES = [
  "Zebra said so.",
  "The Waste Partnership (WP) paid.",
  "See the Secret Exchange Board (SEB).",
  "See [there](https://secret.example/n).",
  "Hidden Sum Bid (H/SB), 2031.",
] as const;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>';

import type { FootnoteReference, Heading, Parent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexSection, GlossarySection } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { lineOf } from "./detect-mode.ts";
import { isUncounted, readHeadingNumber, withoutNumber, withoutSign } from "./heading-numbers.ts";
import { isAbbreviationsHeading, readAnnexHeading } from "./section-headings.ts";
import { endParagraph, isNext, type NumberingState, newSeries } from "./state.ts";

/** Begins what a heading is over: a section of the report, an annex with numbers of its own, or the abbreviations. */
export function beginSection(state: NumberingState, heading: Heading): RootContent {
  const { content, main, plan } = state;
  endParagraph(state, plan.ownSeries.has(lineOf(heading)));
  const { position } = heading;
  if (isAbbreviationsHeading(heading)) {
    raiseNotesInTitle(state, heading);
    if (heading.depth === 2) returnToReport(state);
    const words = textOf(heading).replace(/(?<!\s)\s*:$/, "");
    const section: GlossarySection = { type: "glossarySection", heading: words, entries: [], children: [], position };
    state.target.push(section);
    return section;
  }
  const annex = main.letter === undefined ? readAnnexHeading(heading, state.lang) : undefined;
  if (annex !== undefined) {
    raiseNotesInTitle(state, heading);
    const section: AnnexSection = { type: "annexSection", ...annex, children: [], position };
    content.push(section);
    state.target = section.children;
    state.series = newSeries(annex.letter, false);
    return section;
  }
  if (heading.depth === 2) {
    if (state.target !== content) raiseTextAfterAnnex(state, heading);
    returnToReport(state);
  }
  // The headings of an annex have no part in the report's numbers.
  if (state.series === main && main.letter === undefined) countHeading(state, heading);
  if (isUncounted(heading)) withoutSign(heading);
  state.target.push(heading);
  return heading;
}

/** Takes the number of a heading, which is checked, shown once, as it was typed, and is what "section 3" refers to. */
function countHeading(state: NumberingState, heading: Heading): void {
  const { series, plan } = state;
  series.isDeeper = false;
  const typed = isUncounted(heading) ? undefined : readHeadingNumber(heading);
  if (heading.depth > 2) {
    if (series.isDecimal && heading.depth === 3) countSubheading(state, heading);
    else if (typed !== undefined && plan.hasNumberedHeadings)
      heading.data = { ...heading.data, section: typed.counts.join(".") };
    return;
  }
  const section = plan.sections.get(lineOf(heading));
  series.isCounted = section !== undefined;
  if (section === undefined) return;
  if (series.isDecimal) {
    series.section = section;
    series.count = 0;
    series.below = [];
    series.ahead = 0;
    series.isFixed = true;
  }
  heading.data = { ...heading.data, section: String(section) };
  if (typed !== undefined && (series.isDecimal || plan.firstSection === 1)) checkSection(state, heading);
  if (!series.isDecimal) return;
  if (typed !== undefined) withoutNumber(heading);
  if (typed !== undefined || !plan.hasNumberedHeadings)
    heading.data = { ...heading.data, number: typed?.typed ?? `${section}.` };
}

function checkSection({ text, raise, numbering, plan }: NumberingState, heading: Heading): void {
  const due = plan.dueSections.get(lineOf(heading));
  if (due === undefined || numbering === "as-published") return;
  const message = `section ${plan.sections.get(lineOf(heading))} is typed here, but ${due} is due`;
  const fix = `type ${due}, or leave the number out; for a report that was published with these numbers, put \`numbering: as-published\` into the frontmatter`;
  const [first] = heading.children;
  raise({ rule: "typed-number", place: placeOf(text, first ?? heading), message, fix });
}

/** A heading such as `### 3.2 Costs` has a number among those of the paragraphs, which go on a level further down. */
function countSubheading(state: NumberingState, heading: Heading): void {
  const { series, text, raise, numbering, plan } = state;
  const typed = readHeadingNumber(heading);
  if (typed === undefined) {
    if (plan.depth < 3 || numbering !== "automatic" || plan.hasNumberedHeadings || !series.isCounted) return;
    series.count++;
    heading.data = { ...heading.data, number: `${series.section}.${series.count}.` };
  } else {
    const [section, ...counts] = typed.counts;
    if (section !== series.section || counts.length !== 1) return;
    if (!isNext(series, counts) && numbering !== "as-published") {
      const due = `${series.section}.${series.count + 1}`;
      const message = `section ${typed.counts.join(".")} is typed here, but ${due} is due`;
      const [first] = heading.children;
      const fix = `type ${due}, or leave the number out`;
      raise({ rule: "typed-number", place: placeOf(text, first ?? heading), message, fix });
    }
    series.count = counts[0] ?? series.count;
    withoutNumber(heading);
    heading.data = { ...heading.data, number: typed.typed };
  }
  series.below = [];
  series.isDeeper = true;
  heading.data = { ...heading.data, section: `${series.section}.${series.count}` };
}

/**
 * The title of an annex, and of a list of abbreviations, is shown as plain words: a note would vanish with its mark.
 */
function raiseNotesInTitle({ text, raise }: NumberingState, heading: Heading): void {
  for (const note of notesWithin(heading)) {
    const label = note.label ?? note.identifier;
    raise({
      rule: "footnote-unused",
      place: placeOf(text, note),
      message: `footnote ${label} is referred to in the heading of an annex or of a list of abbreviations, and would not be published`,
      fix: `put [^${label}] after a sentence below the heading`,
    });
  }
}

function notesWithin({ children }: Parent): readonly FootnoteReference[] {
  return children.flatMap((node) => {
    if (node.type === "footnoteReference") return [node];
    return "children" in node ? notesWithin(node) : [];
  });
}

function returnToReport(state: NumberingState): void {
  state.target = state.content;
  state.series = state.main;
}

function raiseTextAfterAnnex({ text, raise }: NumberingState, heading: Heading): void {
  const message = "this heading ends the annex above it, and the report's own numbers go on";
  raise({
    rule: "annex-text-after",
    place: placeOf(text, heading),
    message,
    fix: "begin headings within an annex with ###",
  });
}

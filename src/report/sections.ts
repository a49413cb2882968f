import type { FootnoteReference, Heading, Parent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexSection, GlossarySection } from "../model.ts";
import { placeOf } from "../place.ts";
import type { NumberingState, Series } from "./numbering-state.ts";
import { isAbbreviationsHeading, readAnnexHeading } from "./section-headings.ts";

/** Begins what a heading stands over: a section of the report, an annex with numbers of its own, or the abbreviations. */
export function beginSection(
  state: NumberingState,
  heading: Heading,
  content: RootContent[],
  own: Series,
): RootContent {
  state.open = undefined;
  state.run = undefined;
  const { position } = heading;
  if (isAbbreviationsHeading(heading)) {
    raiseNotesInTitle(state, heading);
    if (heading.depth === 2) returnToReport(state, content, own);
    const words = textOf(heading).replace(/(?<!\s)\s*:$/, "");
    const section: GlossarySection = { type: "glossarySection", heading: words, entries: [], children: [], position };
    state.target.push(section);
    return section;
  }
  const annex = own.letter === undefined ? readAnnexHeading(heading, state.lang) : undefined;
  if (annex !== undefined) {
    raiseNotesInTitle(state, heading);
    const section: AnnexSection = { type: "annexSection", ...annex, children: [], position };
    content.push(section);
    state.target = section.children;
    state.series = { letter: annex.letter, isDecimal: false, section: 0, count: 0, ahead: 0 };
    return section;
  }
  if (heading.depth === 2) {
    if (state.target !== content) raiseTextAfterAnnex(state, heading);
    returnToReport(state, content, own);
    own.section++;
    if (own.isDecimal) {
      own.count = 0;
      own.ahead = 0;
      takeTypedSection(state, heading);
      heading.data = { ...heading.data, number: String(own.section) };
    }
  }
  state.target.push(heading);
  return heading;
}

/** In the decimal style a section's number may be typed, too; it is checked, and not shown twice. */
function takeTypedSection({ text, series, raise }: NumberingState, heading: Heading): void {
  const [first] = heading.children;
  const typed = first?.type === "text" ? /^(\d{1,3})[.)]?\s+(?=\p{Lu})/u.exec(first.value) : null;
  if (first?.type !== "text" || typed === null) return;
  if (Number(typed[1]) !== series.section) {
    const message = `section ${typed[1]} is typed here, but ${series.section} is due`;
    raise({
      rule: "typed-number",
      place: placeOf(text, first),
      message,
      fix: `type ${series.section}, or leave the number out`,
    });
  }
  first.value = first.value.slice(typed[0].length);
}

/** The title of an annex, and of a list of abbreviations, is shown as plain words: a note would vanish with its mark. */
function raiseNotesInTitle({ text, raise }: NumberingState, heading: Heading): void {
  for (const note of notesWithin(heading)) {
    const label = note.label ?? note.identifier;
    raise({
      rule: "footnote-unused",
      place: placeOf(text, note),
      message: `footnote ${label} is referred to in the heading of an annex or of a list of abbreviations, and would not be published`,
      fix: `put [^${label}] behind a sentence below the heading`,
    });
  }
}

function notesWithin({ children }: Parent): readonly FootnoteReference[] {
  return children.flatMap((node) => {
    if (node.type === "footnoteReference") return [node];
    return "children" in node ? notesWithin(node) : [];
  });
}

function returnToReport(state: NumberingState, content: RootContent[], own: Series): void {
  state.target = content;
  state.series = own;
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

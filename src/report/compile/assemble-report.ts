import { nameNotes } from "../../text/note-names.ts";
import { assembleAnnexes } from "../annexes/annexes.ts";
import { findCommittee } from "../frontmatter/committee.ts";
import { furtherMeetings } from "../frontmatter/further-meetings.ts";
import { lawOfReport } from "../frontmatter/law-of-report.ts";
import { identifyHeadings } from "../links/heading-ids.ts";
import { takeLabels } from "../links/labels.ts";
import { markRecommendations } from "../recommendations/mark-recommendations.ts";
import type { AssembledReport, View } from "../withholding/triage.ts";
import type { ReportInProgress } from "./context.ts";
import type { NumberedDocuments } from "./number-documents.ts";

/** Puts the annexes of a numbered report in their places, and names its paragraphs and headings. */
export function assembleReport(
  { path, reading, context, raise }: ReportInProgress,
  texts: NumberedDocuments,
  view: View,
): AssembledReport {
  const { frontmatter, placeOf } = reading;
  const body = texts.body.text;
  const annexTexts = new Map([...texts.annexes].map(([annexPath, { text }]) => [annexPath, text]));
  const { annexes, files } = assembleAnnexes(
    {
      reportPath: path,
      body,
      entries: frontmatter.annexes,
      placeOfEntry: (index, field) => placeOf(field === undefined ? ["annexes", index] : ["annexes", index, field]),
      texts: annexTexts,
      lang: frontmatter.lang,
      law: lawOfReport(frontmatter, context.settings),
      files: context.files,
      view,
    },
    raise,
  );
  const content = body.tree.children;
  nameNotes(content);
  const labels = takeLabels(body, content, raise);
  const isTyped = texts.body.plan.numbering === "typed" || texts.body.plan.numbering === "as-published";
  const recommendations = markRecommendations(
    content,
    { text: body, isTyped, headings: context.settings.recommendationHeadings },
    { labels: new Set(labels.keys()), whole: texts.recommendations ?? [] },
    raise,
  );
  identifyHeadings(content, [...labels.keys(), ...recommendations.flatMap(({ ids }) => ids)]);
  const committee = findCommittee(
    frontmatter.committee,
    context.settings.committees,
    () => placeOf(["committee"]),
    raise,
  );
  const alsoTo = furtherMeetings(reading, committee, context.settings.committees, raise);
  const { definitions } = texts;
  return {
    path,
    view,
    frontmatter,
    committee,
    alsoTo,
    body,
    content,
    annexes,
    files,
    labels,
    definitions,
    recommendations,
  };
}

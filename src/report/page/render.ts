import type { Element, ElementContent, RootContent as HtmlContent, Root as HtmlRoot } from "hast";
import type { Root, RootContent } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { fillIn, wordsIn } from "../../interface/translations.ts";
import type { Abbreviation, Annex, Paragraph, Recommendation, Report, WithheldPart } from "../../model/report.ts";
import type { Edition, Language } from "../../model/settings.ts";
import type { AnnexSection, ExemptPassage, GlossarySection, RecommendationBlock } from "../../model/tree.ts";
import { GLOSSARY_ID, listContents } from "../links/heading-ids.ts";
import type { Outcomes, RecordedOutcome } from "../outcomes/outcomes.ts";
import { editionOf, type MembersReport, type PublicReport } from "../withholding/triage.ts";
import type { Annotations } from "./annotations.ts";
import { elementsFor } from "./mdast-handlers.ts";
import { putOutcomes } from "./outcomes.ts";
import { hasClass } from "./plain-text.ts";
import { recommendationTexts } from "./recommendation-texts.ts";
import { reportSchema } from "./sanitise-schema.ts";
import { pageText } from "./text-parts.ts";
import { markWithheldNotes } from "./withheld-notes.ts";

const processorOf = (edition: Edition, lang: Language) => {
  const words = wordsIn(lang);
  return unified()
    .use(remarkRehype, {
      handlers: elementsFor(edition, words, lang),
      clobberPrefix: "",
      footnoteLabel: words.notes,
      footnoteLabelProperties: {},
      footnoteBackLabel: (reference, again) =>
        fillIn(words.backToNote, { number: `${reference + 1}${again > 1 ? `-${again}` : ""}` }),
    })
    .use(rehypeSanitize, reportSchema)
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
    .freeze();
};

const processors = {
  public: { "en-GB": processorOf("public", "en-GB"), cy: processorOf("public", "cy") },
  members: { "en-GB": processorOf("members", "en-GB"), cy: processorOf("members", "cy") },
};

/**
 * Makes the page's HTML of a report whose text is numbered, linked and marked. Throws where the report was let through
 * to no edition.
 */
export function render(
  report: PublicReport | MembersReport,
  { abbreviations, links }: Annotations,
  outcomes?: Outcomes,
): Report {
  const edition = editionOf(report);
  const { path, frontmatter, committee, annexes } = report;
  const { lang } = frontmatter;
  const words = wordsIn(lang);
  const processor = processors[edition][lang];
  const own = ownGlossary(report.content, abbreviations, words.abbreviations);
  const root: Root = { type: "root", children: own === undefined ? report.content : [...report.content, own] };
  const html = processor.runSync(root);
  if (own !== undefined) putGlossaryLast(html);
  if (edition === "members") markWithheldNotes(html, root.children, words.notForPublication);
  const fragments = fragmentsOf(html);
  const paragraphs = paragraphsIn(report.content);
  // What became of recommendations is no text of the report's.
  const text = pageText(html, paragraphs);
  const recorded = report.recommendations.map(({ place }) => outcomes?.byPlace.get(place));
  const recommendations = recommendationsIn(report, html, recorded);
  const notice = recommendations.length > 0 ? outcomes?.notice : undefined;
  const hasOutcomes = notice !== undefined || recorded.some((one) => one !== undefined);
  if (hasOutcomes) putOutcomes(html, { path, lang, notice, recommendations });
  return {
    kind: "report",
    edition,
    path,
    frontmatter,
    committee,
    alsoTo: report.alsoTo,
    bodyHtml: processor.stringify(html),
    contents: listContents(root.children, words.annexes),
    paragraphs,
    writtenAt: new Map(placesIn(report.content, path)),
    ...text,
    annexes,
    abbreviations,
    recommendations,
    notice,
    hasOutcomes,
    fragments,
    links: [...links.reports, ...recorded.flatMap((one) => one?.link ?? [])],
    files: [...new Set([...report.files, ...links.files])].sort(),
    withheldParts: [...passagesToReview(report.content), ...annexes.flatMap(annexToReview)],
    ...("marking" in report
      ? { marking: report.marking, isWithheld: report.isWithheld, grounds: report.grounds, review: report.review }
      : { isWithheld: false }),
  };
}

function recommendationsIn(
  { recommendations }: PublicReport | MembersReport,
  html: HtmlRoot,
  recorded: readonly (RecordedOutcome | undefined)[],
): readonly Recommendation[] {
  const texts = recommendationTexts(html, recommendations);
  return recommendations.map(({ label, id, paragraph, isWithheld }, index) => ({
    label,
    id,
    text: texts.get(id) ?? "",
    paragraph,
    isWithheld,
    outcome: recorded[index]?.outcome ?? { response: "awaited" },
  }));
}

/** The HTML of a text that is public as a whole, and its ids. Throws where it holds a passage that is withheld. */
export function renderPlain(
  content: RootContent[],
  lang: Language,
): {
  readonly bodyHtml: string;
  readonly fragments: ReadonlySet<string>;
} {
  const processor = processors.public[lang];
  const html = processor.runSync({ type: "root", children: content } satisfies Root);
  return { bodyHtml: processor.stringify(html), fragments: fragmentsOf(html) };
}

/** The glossary that comes last, where the report has no section of its own for it. */
function ownGlossary(
  content: readonly RootContent[],
  entries: readonly Abbreviation[],
  heading: string,
): GlossarySection | undefined {
  const hasSection = content.some((node) => node.type === "glossarySection");
  if (hasSection || entries.length === 0) return undefined;
  return { type: "glossarySection", heading, entries, children: [], data: { id: GLOSSARY_ID } };
}

function putGlossaryLast(html: HtmlRoot): void {
  const isSection = (node: HtmlContent, className: string): boolean =>
    node.type === "element" && node.tagName === "section" && hasClass(node.properties["className"], className);
  const glossary = html.children.findLastIndex((node) => isSection(node, "glossary"));
  const notes = html.children.findIndex(
    (node) => node.type === "element" && node.properties["dataFootnotes"] !== undefined,
  );
  if (notes <= glossary || glossary === -1) return;
  const [moved] = html.children.splice(glossary, 1);
  if (moved !== undefined) html.children.push({ type: "text", value: "\n" }, moved);
}

function eachElement(nodes: readonly (HtmlContent | ElementContent)[], visit: (node: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    visit(node);
    eachElement(node.children, visit);
  }
}

/** Every id of the page. Throws where two elements have one, or a link within the page leads nowhere. */
function fragmentsOf(html: HtmlRoot): ReadonlySet<string> {
  const ids = new Set<string>();
  const targets: string[] = [];
  eachElement(html.children, ({ properties: { id, href } }) => {
    if (typeof id === "string") {
      if (ids.has(id)) throw new Error("two elements of the page have the same id");
      ids.add(id);
    }
    if (typeof href === "string" && href.startsWith("#") && href !== "#top") targets.push(href.slice(1));
  });
  if (!targets.every((target) => ids.has(target))) throw new Error("a link within the report leads nowhere");
  return ids;
}

function paragraphsIn(content: readonly RootContent[]): readonly Paragraph[] {
  return content.flatMap((node): readonly Paragraph[] => {
    if (node.type === "numberedParagraph") return [{ number: node.number, id: node.id, label: node.label }];
    if (node.type === "withheldPassage") {
      const { numbers, ids } = node.facts;
      return numbers.map((number, index) => ({ number, id: ids[index] ?? "" }));
    }
    return isAround(node) ? paragraphsIn(node.children) : [];
  });
}

function isAround(node: RootContent): node is AnnexSection | ExemptPassage | RecommendationBlock {
  return node.type === "annexSection" || node.type === "exemptPassage" || node.type === "recommendation";
}

/** The place of each paragraph in its file, which for an annex may be one of its own. */
function* placesIn(
  content: readonly RootContent[],
  path: string,
): Generator<readonly [id: string, place: { readonly path: string; readonly line: number }]> {
  for (const node of content) {
    if (node.type === "numberedParagraph" && node.position !== undefined)
      yield [node.id, { path, line: node.position.start.line }];
    else if (node.type === "annexSection") yield* placesIn(node.children, node.writtenIn?.path ?? path);
    else if (isAround(node)) yield* placesIn(node.children, path);
  }
}

function passagesToReview(content: readonly RootContent[]): readonly WithheldPart[] {
  return content.flatMap((node): readonly WithheldPart[] => {
    if (node.type === "withheldPassage" || node.type === "exemptPassage") {
      const { words, id = "top", grounds, review } = node.facts;
      return [{ words, id, grounds, review }];
    }
    return node.type === "annexSection" || node.type === "numberedParagraph" || node.type === "recommendation"
      ? passagesToReview(node.children)
      : [];
  });
}

function annexToReview({ kind, letter, id, notice, grounds, review }: Annex): readonly WithheldPart[] {
  return notice === undefined ? [] : [{ words: `${kind} ${letter}`, id, grounds, review }];
}

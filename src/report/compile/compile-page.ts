import type { RootContent } from "mdast";
import { meetingAddress, plainPageAddress } from "../../addresses/addresses.ts";
import { type Finding, type Raise, toDiagnostic } from "../../diagnostics/catalogue.ts";
import { checksOfNumbered, plainPageChecks } from "../../diagnostics/checks.ts";
import { type Diagnostic, withoutQuotes } from "../../diagnostics/diagnostic.ts";
import { programFault } from "../../diagnostics/program-fault.ts";
import { withSeverities } from "../../diagnostics/severities.ts";
import { isFromOutside } from "../../model/content-error.ts";
import { Sealed } from "../../model/sealed.ts";
import type { MeetingDetails, PlainText } from "../../model/site.ts";
import type { CalendarDate, Source } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { nameNotes } from "../../text/note-names.ts";
import { placeOf } from "../../text/place.ts";
import { meetingTable, type PageDetails, pageTable } from "../frontmatter/page-fields.ts";
import { placeOfField, readFields, splitFields, typedFields, type WrittenFields } from "../frontmatter/read.ts";
import { identifyHeadings } from "../links/heading-ids.ts";
import { takeLabels } from "../links/labels.ts";
import { linkWebAddresses } from "../links/link-references.ts";
import { gatherAnchors, type LinkTargets, resolveLinks } from "../links/resolve-links.ts";
import { normalise } from "../markdown/normalise.ts";
import { raiseMarkedPlainFile } from "../markings/raise-markings.ts";
import { withoutNumbers } from "../numbering/number-paragraphs.ts";
import { renderPlain } from "../page/render.ts";
import type { CompileContext } from "./context.ts";
import { type IgnoreComment, ignoreComments } from "./ignore-comments.ts";
import { checkText, raiseEmpty } from "./number-documents.ts";
import { withFrames } from "./redact-findings.ts";
import { linesOfComments } from "./unquotable-lines.ts";

/** What the path of a file says that it is: the file of a meeting, or a plain page. */
export type PlainFileName =
  | { readonly kind: "meeting"; readonly path: string; readonly committee: string; readonly date: CalendarDate }
  | { readonly kind: "page"; readonly path: string; readonly slug: string };

/** The file of a meeting or a plain page, as it was read. */
export interface PlainFile {
  readonly name: PlainFileName;
  readonly source: Source;
}

/** The file of a meeting or a plain page as it came through its checks. */
export interface CompiledPlainFile {
  readonly name: PlainFileName;
  readonly path: string;
  readonly outcome: "published" | "refused";
  /** There only where nothing is wrong with it. */
  readonly content?:
    | { readonly kind: "meeting"; readonly details: MeetingDetails; readonly text: PlainText }
    | { readonly kind: "page"; readonly details: PageDetails; readonly text: PlainText };
  /** Whether every line of it may be shown. */
  readonly isWhollyPublic: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that are to silence some of what is found. */
  readonly ignores?: readonly IgnoreComment[];
}

/** The address of the page that a file makes, or is on. */
export function addressOfPlainFile(name: PlainFileName): string {
  return name.kind === "meeting" ? meetingAddress(name.committee, name.date) : plainPageAddress(name.slug);
}

/**
 * Checks and renders the file of a meeting or a plain page. Such a file is published as a whole or, with an error, not
 * at all; one that asks to be withheld is an error, so that nothing meant to be withheld is written in one. A fault of
 * the program stops this file alone.
 */
export function compilePlainFile({ name, source }: PlainFile, context: CompileContext): CompiledPlainFile {
  try {
    return runStages(name, source, context);
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return refusedFile(name, programFault(name.path));
  }
}

/** A file that is refused as a whole, of which nothing is known but this; what is found quotes nothing. */
export function refusedFile(name: PlainFileName, finding: Finding): CompiledPlainFile {
  return { ...refused(name), diagnostics: [withoutQuotes(toDiagnostic(finding))] };
}

/** A file that is left out for what is wrong between it and others, or for a fault. */
export function refusedPlainFile({
  name,
  diagnostics,
}: Pick<CompiledPlainFile, "name" | "diagnostics">): CompiledPlainFile {
  return { ...refused(name), diagnostics };
}

function refused(name: PlainFileName) {
  return { name, path: name.path, outcome: "refused", isWhollyPublic: false } as const;
}

function runStages(name: PlainFileName, source: Source, context: CompileContext): CompiledPlainFile {
  const findings: Finding[] = [];
  const raise: Raise = (finding) => findings.push(finding);
  const { body, written } = splitFields(source, raise);
  const isOpen = written !== undefined && !asksToBeWithheld(written, raise);
  const content = written && isOpen ? readContent(name, written, raise) : undefined;
  const lang = content?.kind === "page" ? content.details.lang : "en-GB";
  const parsed = body === undefined ? undefined : readBody(name, Sealed.open(body), lang, raise);
  if (parsed !== undefined) raiseMarkedPlainFile(parsed, written && typedFields(written), raise);
  if (parsed !== undefined && written !== undefined && name.kind === "page" && content?.kind === "page") {
    const titlePlace = placeOfField(written, ["title"]);
    const page = {
      text: parsed,
      slug: name.slug,
      title: content.details.title,
      titlePlace,
      settings: context.settings,
    };
    for (const check of plainPageChecks) check(page, raise);
  }
  const inDoubt = parsed && linesOfComments(parsed);
  const linked = parsed && linkText(parsed, { name, lang, context, raise });

  const isPlainlyPublic = isOpen && hasNamesOfFields(name, written);
  const shown = parsed && inDoubt && { text: parsed, inDoubt };
  const framed = withFrames(
    findings.map((finding) => ({ finding, mayQuote: true })),
    { source, isPlainlyPublic, isTextPublic: isPlainlyPublic },
    shown && { body: shown, annexes: new Map() },
  );
  const diagnostics = withSeverities(framed, context.settings.severities);
  const ignores = parsed === undefined ? [] : ignoreComments(source, [parsed]);
  if (content === undefined || linked === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { ...refused(name), diagnostics, ignores };
  const isWhollyPublic = isPlainlyPublic && (inDoubt?.size ?? 0) === 0;
  const text = { ...renderPlain(linked.content, lang), links: linked.links.reports, files: linked.files };
  return {
    name,
    path: name.path,
    outcome: "published",
    content: { ...content, text },
    isWhollyPublic,
    diagnostics,
    ignores,
  };
}

function readContent(name: PlainFileName, written: WrittenFields, raise: Raise) {
  if (name.kind === "meeting") {
    const details = readFields(written, meetingTable, raise);
    return details && ({ kind: "meeting", details } as const);
  }
  const details = readFields(written, pageTable, raise);
  return details && ({ kind: "page", details } as const);
}

/** Fields of reports by which an author would say that something is not for publication. */
const FLAGS = ["confidential", "confidentiality", "exempt", "public-title"];

const WHOLE = "is published as a whole, so nothing in it can be withheld";

/** Whether the fields say that the file, or part of it, is confidential or not: neither can be said of it. */
function asksToBeWithheld(written: WrittenFields, raise: Raise): boolean {
  const flags = Object.keys(written.mapping.value).filter((field) => closestMatch(field, FLAGS) !== undefined);
  for (const flag of flags) {
    raise({
      rule: "plain-file-withheld",
      place: placeOfField(written, [flag], "unknown key"),
      message: `this field belongs to a report: a plain page or the file of a meeting ${WHOLE}`,
      fix: "take the line out if all of this may be published; put what may not be published into a report",
      quotesNothing: true,
    });
  }
  return flags.length > 0;
}

/** Whether each name is that of a field, or like one: another could be meant to say that the file is withheld. */
function hasNamesOfFields({ kind }: PlainFileName, { mapping }: WrittenFields): boolean {
  const names = Object.keys((kind === "meeting" ? meetingTable : pageTable).fields);
  return Object.keys(mapping.value).every((field) => names.includes(field) || closestMatch(field, names) !== undefined);
}

/** The notes of a meeting may be empty; a page without words is a mistake. */
function readBody(name: PlainFileName, body: string, lang: PageDetails["lang"], raise: Raise): ParsedText | undefined {
  const text = checkText(name.path, body, lang, raise);
  if (text === undefined) return undefined;
  if (name.kind === "page") raiseEmpty(text, raise);
  for (const { node } of nodesOf(text, "containerDirective")) {
    if (node.name !== "exempt") continue;
    raise({
      rule: "plain-file-withheld",
      place: placeOf(text, node),
      message: `a passage here is to be withheld, and a plain page or the file of a meeting ${WHOLE}`,
      fix: "put what may not be published into a report, and take it out here",
      quotesNothing: true,
    });
  }
  return text;
}

/** Ids of the pages that these texts are on. */
const IDS_OF_PAGE = ["agenda", "late-items", "notes", "about-this-site"];

/** A plain file on its way through the stages, and what every stage knows of it. */
interface PlainFileInProgress {
  readonly name: PlainFileName;
  readonly lang: PageDetails["lang"];
  readonly context: CompileContext;
  readonly raise: Raise;
}

/** Gives headings their ids and links their addresses. */
function linkText(parsed: ParsedText, { name, lang, context, raise }: PlainFileInProgress) {
  const normalised = normalise(parsed);
  for (const { short, place } of normalised.definitions) {
    const message = `abbreviations are explained in reports alone, and this line about ${short} is not shown`;
    raise({ rule: "abbreviation-entry-unread", place, message, fix: "write the words out in the text" });
  }
  const text = withoutNumbers(normalised.text);
  for (const check of checksOfNumbered) check(text, raise);
  const content = opened(text.tree.children);
  takeLabels(text, content, raise);
  nameNotes(content);
  identifyHeadings(content, IDS_OF_PAGE);
  const targets: LinkTargets = {
    path: name.path,
    owner: { address: addressOfPlainFile(name), folder: undefined },
    kind: "page",
    lang,
    annexes: [],
    labels: new Map(),
    recommendations: [],
    files: context.files,
    reportAt: context.reportAt,
    annexLetters: new Map(),
    withheld: new Map(),
  };
  const links = resolveLinks(content, text, { targets, anchors: gatherAnchors(content, targets) }, raise);
  linkWebAddresses(content, text);
  return { content, links, files: [...new Set(links.files)].sort() };
}

/** What is between lines of colons is text like all else; what is not known to be for publication goes no further. */
function opened(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "containerDirective") return [node];
    return node.name === "unnumbered" || node.name === "recommendation" ? opened(node.children) : [];
  });
}

import { ownFolder, resolvePath } from "../../addresses/addresses.ts";
import type { Finding, Raise, RuleId } from "../../diagnostics/catalogue.ts";
import {
  checks,
  checksOfNumbered,
  lineChecks,
  runningTextChecks,
  runningTextsChecks,
} from "../../diagnostics/checks.ts";
import type { AnnexEntry, Frontmatter } from "../../model/report.ts";
import { Sealed } from "../../model/sealed.ts";
import type { MarkedRecommendation, NormalisedText, ParsedText, WrittenDefinition } from "../../model/tree.ts";
import { annexLetters } from "../../text/annex-letters.ts";
import { runningTexts } from "../../text/running-texts.ts";
import { raiseWithheldAnnexText } from "../annexes/withheld-annex-text.ts";
import { raiseFieldsInBody } from "../frontmatter/fields-in-body.ts";
import { lawOfReport } from "../frontmatter/law-of-report.ts";
import { closeHeadingLevels } from "../markdown/close-heading-gaps.ts";
import { normalise } from "../markdown/normalise.ts";
import { parseBody } from "../markdown/parse.ts";
import { removeNotes, unreachedNotes } from "../markdown/unused-footnotes.ts";
import { raiseMarkings } from "../markings/raise-markings.ts";
import { type Numbered, type NumberingOptions, numberParagraphs } from "../numbering/number-paragraphs.ts";
import { passagesIn, withoutPassages } from "../withholding/exempt-passages.ts";
import { raiseSharedDefinitions } from "../withholding/shared-definitions.ts";
import type { CompileContext, ReportInProgress } from "./context.ts";
import { linesInDoubt, linesOfComments, linesOfLists } from "./unquotable-lines.ts";

/** A text whose paragraphs are numbered, and what was found of it on the way there. */
interface NumberedDocument extends Numbered {
  /** What the public may have of it: see `withoutPassages`. */
  readonly publicText: string;
  /** Lines that no message shows. */
  readonly inDoubt: ReadonlySet<number>;
}

/** The texts of a report, numbered: its own, and those of its annexes that are Markdown files. */
export interface NumberedDocuments {
  readonly body: NumberedDocument;
  readonly annexes: ReadonlyMap<string, NumberedDocument>;
  readonly definitions: readonly WrittenDefinition[];
  /** Those of the whole of a report, where this is its public part: what has no label of its own keeps its number. */
  readonly recommendations?: readonly MarkedRecommendation[];
}

/** What the frontmatter says of the numbers, and what they depend on. */
type NumberedFrontmatter = Pick<
  Frontmatter,
  "numbering" | "numberingStyle" | "annexes" | "lang" | "committee" | "released"
> & {
  readonly isPublic?: boolean;
};

/** Parses and checks the body of a report, or an annex, which must not be empty. */
export function readText(path: string, body: string, lang: Frontmatter["lang"], raise: Raise): ParsedText | undefined {
  const text = checkText(path, body, lang, raise);
  if (text !== undefined) raiseEmpty(text, raise);
  return text;
}

/** Parses and checks the body of a file. */
export function checkText(path: string, body: string, lang: Frontmatter["lang"], raise: Raise): ParsedText | undefined {
  const text = parseBody(path, body, raise);
  if (text === undefined) return undefined;
  raiseFieldsInBody(text, raise);
  for (const check of lineChecks) check(text, raise);
  for (const check of checks) check(text, raise);
  const running = runningTexts(text, lang);
  for (const one of running) for (const check of runningTextChecks) check(one, raise);
  for (const check of runningTextsChecks) check(running, raise);
  raiseSharedDefinitions(text, raise);
  return text;
}

/** Raises that a text has no words. */
export function raiseEmpty({ path, tree }: ParsedText, raise: Raise): void {
  if (tree.children.length > 0) return;
  const message = "there is no text in this file";
  const fix = "write it below the second line of ---";
  raise({ rule: "text-empty", place: { path, line: 1, column: 1 }, message, fix });
}

/**
 * The same of an annex in a file of its own, which has no lines between `---`: what is said of these is said otherwise.
 */
function readAnnexText(path: string, body: string, lang: Frontmatter["lang"], raise: Raise): ParsedText | undefined {
  return readText(path, body, lang, (finding) => raise({ ...finding, ...IN_ANNEX[finding.rule] }));
}

const IN_ANNEX: Partial<Record<RuleId, Pick<Finding, "message" | "fix" | "ownWords">>> = {
  "frontmatter-field-in-body": inOwnWords(
    "a field of a report is at the start of this annex, where it decides nothing",
    "take it out: everything about an annex is said in the report's `annexes:`",
  ),
  "text-empty": inOwnWords(
    "there is no text in this file",
    "write the text of the annex here, or take the annex out of the report's `annexes:`",
  ),
};

function inOwnWords(message: string, fix: string): Pick<Finding, "message" | "fix" | "ownWords"> {
  return { message, fix, ownWords: { message, fix } };
}

/** Numbers the paragraphs of a text, and checks what can be seen only then. */
function numberAndCheck(text: NormalisedText, options: NumberingOptions, raise: Raise): Numbered {
  const numbered = numberParagraphs(text, options, raise);
  for (const check of checksOfNumbered) check(numbered.text, raise);
  return numbered;
}

/** Numbers the paragraphs of a report and of its Markdown annexes, with all that is withheld in them. */
export function numberDocuments(
  body: ParsedText,
  { numbering, numberingStyle: style, annexes, lang, committee, isPublic, released }: NumberedFrontmatter,
  { settings, annexSource, files }: CompileContext,
  raise: Raise,
): NumberedDocuments {
  const { numberingStyle: siteStyle, numberingDepth: depth } = settings;
  const law = lawOfReport({ committee }, settings);
  raiseWithheldAnnexText(body, annexes, raise);
  const hasPassages = passagesIn(body).length > 0;
  const isReleased = released !== undefined;
  if (isPublic) raiseMarkings(body, { annexes, hasPassages, isReleased }, raise);
  const definitions: WrittenDefinition[] = [];
  const number = (parsed: ParsedText, options: NumberingOptions): NumberedDocument => {
    const publicText = withoutPassages(parsed);
    const inDoubt = linesOfComments(parsed);
    const normalised = normalise(parsed);
    definitions.push(...normalised.definitions);
    return { publicText, inDoubt, ...numberAndCheck(normalised.text, options, raise) };
  };
  const common = { siteStyle, depth, lang, law };
  const numbered = number(body, { ...common, numbering, style });
  const annexTexts = new Map<string, NumberedDocument>();
  for (const [path, { letter, isWithheld }] of markdownAnnexes(body.path, annexes)) {
    if (!isWithheld && files.isWithheld(path)) {
      // It is named, though not read.
      annexSource(path, () => {});
      continue;
    }
    const source = annexSource(path, raise);
    const text = source && readAnnexText(path, Sealed.open(source.text), lang, raise);
    if (text === undefined) continue;
    if (/^\s*---/.test(text.text)) {
      const message = "an annex begins with ---, and has no frontmatter of its own";
      const fix =
        "take the lines between --- out; its title, and whether it is withheld, are said in the report's `annexes:`";
      raise({ rule: "annex-frontmatter", place: { path, line: 1, column: 1, endColumn: 4 }, message, fix });
    }
    if (isPublic && !isWithheld) raiseMarkings(text, { annexes, hasPassages, isInAnnex: true, isReleased }, raise);
    const ofAnnex = numbering === "none" ? "none" : undefined;
    annexTexts.set(path, number(text, { ...common, numbering: ofAnnex, style: undefined, letter }));
  }
  return { body: numbered, annexes: annexTexts, definitions };
}

/**
 * The same texts made again of what may be public alone: without the lines of passages, without withheld annexes, and
 * without notes that only these refer to. All that is taken from the whole is how many paragraphs each passage holds.
 */
export function publicDocuments(
  whole: NumberedDocuments,
  { reading, context: { settings }, raise }: ReportInProgress,
): NumberedDocuments | undefined {
  const { annexes, lang } = reading.frontmatter;
  const { numberingStyle: siteStyle, numberingDepth: depth } = settings;
  const definitions: WrittenDefinition[] = [];
  const again = (
    { text, publicText, plan, passages }: NumberedDocument,
    letter?: string,
  ): NumberedDocument | undefined => {
    const cut = readText(text.path, publicText, lang, raise);
    if (cut === undefined) return undefined;
    const unreached = unreachedNotes(cut);
    const inDoubt = linesInDoubt(
      cut,
      unreached.map(({ node }) => node),
    );
    removeNotes(unreached);
    const normalised = normalise(cut);
    definitions.push(...normalised.definitions);
    const options = {
      numbering: plan.numbering,
      style: undefined,
      siteStyle,
      depth,
      lang,
      law: lawOfReport(reading.frontmatter, settings),
      whole: { plan, passages },
      ...(letter === undefined ? {} : { letter }),
    };
    const numbered = numberAndCheck(normalised.text, options, raise);
    const { children } = numbered.text.tree;
    closeHeadingLevels(children);
    return { publicText, inDoubt: new Set([...inDoubt, ...linesOfLists(children)]), ...numbered };
  };
  const body = again(whole.body);
  const annexTexts = new Map<string, NumberedDocument>();
  for (const [path, { letter, isWithheld }] of markdownAnnexes(whole.body.text.path, annexes)) {
    const annex = whole.annexes.get(path);
    const cut = annex === undefined || isWithheld ? undefined : again(annex, letter);
    if (cut !== undefined) annexTexts.set(path, cut);
  }
  return body && { body, annexes: annexTexts, definitions };
}

/** Whether a report holds something that the public edition must not. */
export function holdsWithheld({ body, annexes: texts }: NumberedDocuments, { annexes }: Frontmatter): boolean {
  return (
    [body, ...texts.values()].some(({ passages }) => passages.length > 0) ||
    annexes.some(({ withholding }) => withholding !== undefined)
  );
}

/** The annexes that are Markdown files in the report's own folder, by their paths. */
export function markdownAnnexes(
  reportPath: string,
  annexes: readonly AnnexEntry[],
): ReadonlyMap<string, { readonly letter: string; readonly isWithheld: boolean }> {
  const letters = annexLetters(annexes);
  return new Map(
    annexes.flatMap(({ file, withholding }, index) => {
      const path = file?.endsWith(".md") ? resolvePath(reportPath, file) : undefined;
      const annex = { letter: letters[index] ?? "", isWithheld: withholding !== undefined };
      return path?.startsWith(ownFolder(reportPath)) ? [[path, annex] as const] : [];
    }),
  );
}

import type { RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { ownFolder, resolvePath } from "../../addresses/addresses.ts";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import type { Annex, AnnexEntry, Attachment } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { Place } from "../../model/source.ts";
import type { AnnexSection, NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { UNEXPLAINED } from "../frontmatter/forms.ts";
import { withheldNotice } from "../withholding/statutory-notices.ts";
import type { View } from "../withholding/triage.ts";
import {
  describeFile,
  type FileLookup,
  fileHref,
  findFile,
  isWithheldFile,
  type NamedFile,
  raiseClash,
  reportOwner,
} from "./attached-files.ts";

export interface AnnexSources {
  readonly reportPath: string;
  readonly body: NumberedText;
  readonly entries: readonly AnnexEntry[];
  readonly placeOfEntry: (index: number, field?: "file" | "label") => Place;
  /** The numbered texts of annexes that are Markdown files, by path. */
  readonly texts: ReadonlyMap<string, NumberedText>;
  readonly files: FileLookup;
  readonly lang: Language;
  readonly law: Law;
  readonly view: View;
}

/** An entry of the frontmatter's list, with its letter. */
export interface LetteredEntry {
  readonly entry: AnnexEntry;
  readonly index: number;
  readonly letter: string;
  /** "Annex", "Annexe" or "Appendix", as the report calls it. */
  readonly kind: string;
  /** The section of the report that it is written in, if it is. */
  readonly written: AnnexSection | undefined;
}

/** What an entry comes to. */
export interface ResolvedEntry {
  readonly annex: Annex;
  /** The section that a Markdown file makes. */
  readonly section?: AnnexSection;
  /** The content path of the file that is published. */
  readonly file?: string;
}

/**
 * Finds out what an entry of the list is: withheld, written in the report, a Markdown text, a file, or not attached.
 */
export function resolveEntry(lettered: LetteredEntry, sources: AnnexSources, raise: Raise): ResolvedEntry {
  const { entry, letter, kind, written } = lettered;
  const known = { letter, kind, title: entry.title, id: `annex-${letter}` };
  if (entry.withholding !== undefined) {
    if (written !== undefined) raiseWithheldText(letter, written, sources, raise);
    raiseUnprotected(lettered, sources, raise);
    const notice = withheldNotice(inEnglish(known), entry.withholding, sources.law);
    const { basis, paragraphs, review } = entry.withholding;
    const withheld = { ...known, notice, grounds: { basis, paragraphs }, review };
    return sources.view === "whole"
      ? resolveWithheld(withheld, lettered, notice, { ...sources, raise })
      : { annex: { ...withheld, title: entry.publicTitle ?? entry.title, status: "withheld" } };
  }
  if (written !== undefined) {
    if (entry.file !== undefined) raiseFileAndText(lettered, written, sources, raise);
    written.title ||= entry.title;
    return { annex: { ...known, title: written.title, status: "text" } };
  }
  if (entry.file === undefined) {
    raiseNotAttached(lettered, sources, raise);
    return { annex: { ...known, status: "not attached" } };
  }
  const text = sources.texts.get(resolvePath(sources.reportPath, entry.file) ?? "");
  if (text !== undefined) {
    const children = asSection(text);
    const section: AnnexSection = { type: "annexSection", letter, kind, title: entry.title, writtenIn: text, children };
    return { annex: { ...known, status: "text" }, section };
  }
  return resolveFile(
    known,
    { fromFile: sources.reportPath, written: entry.file, place: sources.placeOfEntry(lettered.index, "file") },
    sources,
    raise,
  );
}

/** What the words of the law, which are English, call an annex. */
function inEnglish({ kind, letter }: Pick<Annex, "kind" | "letter">): string {
  return `${kind === "Appendix" ? kind : "Annex"} ${letter}`;
}

/** A withheld annex as members have it: its text, or its file as it is. */
function resolveWithheld(
  known: Omit<Annex, "status">,
  { entry: { file, title }, index }: LetteredEntry,
  notice: string,
  { reportPath, texts, files, lang, placeOfEntry, raise }: AnnexSources & { readonly raise: Raise },
): ResolvedEntry {
  const path = file === undefined ? undefined : resolvePath(reportPath, file);
  const text = path === undefined ? undefined : texts.get(path);
  if (text !== undefined) {
    const { letter, kind } = known;
    const children = asSection(text);
    const section: AnnexSection = { type: "annexSection", letter, kind, title, notice, writtenIn: text, children };
    return { annex: { ...known, status: "text" }, section };
  }
  const attachment = path === undefined ? undefined : files.attachment(path);
  if (attachment === undefined) return { annex: { ...known, status: "not attached" } };
  if (attachment.hash === "" && attachment.refusal !== undefined) {
    const message = `the file of this withheld annex cannot be used: ${attachment.refusal}`;
    raise({ rule: "file-refused", place: placeOfEntry(index, "file"), message, fix: attachment.remedy });
    return { annex: { ...known, status: "not attached" } };
  }
  const href = fileHref(reportOwner(reportPath), attachment.path);
  return { annex: { ...known, status: "file", href, ...factsOfFile(attachment, lang) }, file: attachment.path };
}

function resolveFile(
  known: Omit<Annex, "status">,
  named: NamedFile,
  { reportPath, files, lang, law }: AnnexSources,
  raise: Raise,
): ResolvedEntry {
  if (isWithheldFile(reportOwner(reportPath), named, files, raise)) {
    const notice = withheldNotice(inEnglish(known), UNEXPLAINED, law);
    return { annex: { ...known, status: "withheld", notice } };
  }
  const file = findFile(reportOwner(reportPath), named, files, raise);
  if (file === undefined) return { annex: { ...known, status: "not attached" } };
  const href = fileHref(reportOwner(reportPath), file.path);
  return { annex: { ...known, status: "file", href, ...factsOfFile(file, lang) }, file: file.path };
}

function factsOfFile(file: Attachment, lang: Language): Pick<Annex, "description" | "facts"> {
  const { format, bytes, pages } = file;
  return { description: describeFile(file, lang), facts: { format, bytes, pages } };
}

function raiseWithheldText(letter: string, written: AnnexSection, { body }: AnnexSources, raise: Raise): void {
  raise({
    rule: "exempt-passage",
    place: placeOf(body, written),
    message: `annex ${letter} is withheld, and its text is written in the report`,
    fix: "move its text into a separate file, and name that file in `annexes:`",
  });
}

/** Only the file that is named is withheld: under another name, or in another place, it would not be. */
function raiseUnprotected(
  { entry, index }: LetteredEntry,
  { reportPath, files, placeOfEntry }: AnnexSources,
  raise: Raise,
): void {
  if (entry.file === undefined) return;
  const path = resolvePath(reportPath, entry.file);
  if (path !== undefined) raiseClash(reportOwner(reportPath), path, placeOfEntry(index, "file"), raise);
  if (path?.startsWith(ownFolder(reportPath)) && files.exists(path)) return;
  const message = "the file of this withheld annex is not there under that name in the report's folder";
  raise({ rule: "annex-withheld-file", place: placeOfEntry(index, "file"), message });
}

function raiseFileAndText(
  { index, letter }: LetteredEntry,
  written: AnnexSection,
  sources: AnnexSources,
  raise: Raise,
): void {
  raise({
    rule: "annex-file-and-text",
    place: sources.placeOfEntry(index, "file"),
    message: `annex ${letter} names a file, and is also written in the report`,
    fix: "take out one of the two",
    related: { message: "it is written here", place: placeOf(sources.body, written) },
  });
}

function raiseNotAttached({ entry, index, letter }: LetteredEntry, sources: AnnexSources, raise: Raise): void {
  raise({
    rule: "annex-not-attached",
    place: sources.placeOfEntry(index),
    message: `annex ${letter} has no file and is not written in the report, so it is listed as not attached`,
    fix: `add \`file:\`, or write it under a heading ## Annex ${letter}: ${entry.title}`,
  });
}

/** A Markdown annex as part of the report's page: one level of headings down. */
function asSection(text: NumberedText): RootContent[] {
  visit(text.tree, "heading", (heading) => {
    heading.depth = ONE_DOWN[heading.depth];
  });
  return text.tree.children;
}

const ONE_DOWN = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type PageText, readPageTexts, readTags, type Tag, tagsWithRole } from "./tagged-text.ts";

/** What a PDF must hold, as its report says. */
export interface Expected {
  readonly title: string;
  readonly language: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly pages: number;
  /** Numbers of paragraphs as they are printed, in order: "1.", "2.", "A1.". */
  readonly numbers: readonly string[];
  readonly headings: readonly (readonly [level: number, words: string])[];
  /** The alternative texts of pictures, in order. */
  readonly alternatives: readonly string[];
  readonly notes: number;
  /** The header cells of tables. */
  readonly headerCells: readonly string[];
  /** The addresses that links out of the document lead to. */
  readonly addresses: readonly string[];
  /** The number of links to places within the document. */
  readonly references: number;
  readonly bookmarks: readonly string[];
  /** What stands on every page, as "Not for publication". */
  readonly mark: string;
}

type Must = (holds: boolean, words: string) => void;

/**
 * Holds a PDF to the points of PDF/UA-1 (ISO 14289-1) that its making could break, and to what its report says; gives what is wrong, a
 * line each. It is no validator: it sees that the marks are there and say the right things, and not that the whole standard is kept.
 */
export async function checkPdf(bytes: Uint8Array, expected: Expected): Promise<readonly string[]> {
  const wrong: string[] = [];
  const must: Must = (holds, words) => {
    if (!holds) wrong.push(words);
  };
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = await readPageTexts(bytes);
  checkCatalog(pdf, expected, must);
  checkPages(pdf, texts, expected, must);
  const tags = readTags(pdf, texts);
  must(tags !== undefined, "there is no tag tree");
  if (tags !== undefined) checkTags(tags, expected, must);
  checkFonts(pdf, must);
  checkLinks(pdf, expected, must);
  await checkBookmarks(bytes, expected, must);
  return wrong;
}

const key = (text: string): PDFName => PDFName.of(text);

function textAt(dict: PDFDict, name: string): string | undefined {
  const value = dict.lookup(key(name));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function sameLists(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

function checkCatalog(pdf: PDFDocument, { title, language, date }: Expected, must: Must): void {
  const { catalog } = pdf;
  must(textAt(catalog, "Lang") === language, "the language is not said");
  const marks = catalog.lookupMaybe(key("MarkInfo"), PDFDict);
  must(marks?.lookup(key("Marked")) === PDFBool.True, "the document is not marked as tagged");
  must(marks?.lookup(key("Suspects")) !== PDFBool.True, "the tags are marked as doubtful");
  const viewer = catalog.lookupMaybe(key("ViewerPreferences"), PDFDict);
  must(viewer?.lookup(key("DisplayDocTitle")) === PDFBool.True, "the title is not shown in place of the file's name");
  must(pdf.getTitle() === title, "the title is another");
  const stream = catalog.lookup(key("Metadata"));
  const metadata =
    stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString("utf8") : "";
  must(/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(metadata), "the metadata do not claim PDF/UA-1");
  must(metadata.includes("<dc:title>"), "the metadata have no title");
  must(pdf.getCreationDate()?.toISOString().slice(0, 10) === date, "the date of making is not the report's");
  must(!catalog.has(key("OpenAction")) && !catalog.has(key("AA")), "opening the document does something");
}

function checkPages(pdf: PDFDocument, texts: readonly PageText[], { pages, mark }: Expected, must: Must): void {
  must(pdf.getPageCount() === pages, `there are ${pdf.getPageCount()} pages`);
  for (const [index, page] of pdf.getPages().entries()) {
    const number = index + 1;
    const hasLinks = (page.node.Annots()?.size() ?? 0) > 0;
    must(
      !hasLinks || page.node.lookup(key("Tabs")) === key("S"),
      `page ${number}: the order of tabs is not that of the tags`,
    );
    must(page.node.has(key("StructParents")), `page ${number}: what stands there leads to no tags`);
    const { artifacts = "", loose = "" } = texts[index] ?? {};
    must(loose.trim() === "", `page ${number}: words stand outside of tags and artifacts`);
    must(oneLine(artifacts).includes(`Page ${number} of ${pages}`), `page ${number}: its number is not printed`);
    must(mark === "" || artifacts.includes(mark), `page ${number}: "${mark}" is not printed`);
  }
}

function checkTags(root: Tag, expected: Expected, must: Must): void {
  must(root.role === "Document", "the outermost tag is no document");
  const headings = tagsWithRole(root, "H1", "H2", "H3", "H4", "H5", "H6");
  const levels = headings.map(({ role }) => Number(role.slice(1)));
  must(levels[0] === 1, "the first heading is no H1");
  must(
    levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
    "a level of headings is skipped",
  );
  const read = headings.map(({ role, words }) => [Number(role.slice(1)), oneLine(words)] as const);
  must(sameLists(read, expected.headings), `the headings are others: ${JSON.stringify(read)}`);
  checkLists(root, expected, must);
  const header = tagsWithRole(root, "TH");
  must(
    sameLists(
      header.map(({ words }) => oneLine(words)),
      expected.headerCells,
    ),
    "the header cells are others",
  );
  must(
    header.every(({ dict }) => nameAt(dict, "Scope") === "Column"),
    "a header cell does not say what it is the header of",
  );
  const pictures = tagsWithRole(root, "Figure").map(({ dict }) => textAt(dict, "Alt") ?? "");
  must(sameLists(pictures, expected.alternatives), "the alternative texts are others");
  const notes = tagsWithRole(root, "Note").map(({ dict }) => textAt(dict, "ID"));
  must(notes.length === expected.notes, `there are ${notes.length} notes`);
  must(new Set(notes).size === notes.length && !notes.includes(undefined), "the ids of notes are not one for each");
  const known =
    /^(?:Document|Part|Sect|Div|H[1-6]|P|L|LI|Lbl|LBody|Table|THead|TBody|TR|TH|TD|Figure|Caption|Note|Link|Span|BlockQuote|Quote|Code|TOC|TOCI|Reference|NonStruct)$/;
  const unknown = everyTag(root).find(({ role }) => !known.test(role));
  must(unknown === undefined, `a tag has a role that no reader knows: ${unknown?.role}`);
}

function everyTag(tag: Tag): readonly Tag[] {
  return [tag, ...tag.children.flatMap(everyTag)];
}

/** Numbered paragraphs are items of lists whose labels are their numbers, in order. */
function checkLists(root: Tag, { numbers }: Expected, must: Must): void {
  for (const list of tagsWithRole(root, "L")) {
    const label = oneLine(tagsWithRole(list, "Lbl")[0]?.words ?? "");
    const numbering = nameAt(list.dict, "ListNumbering") ?? "";
    must(numberingOf(label).includes(numbering), `a list that begins with "${label}" is numbered as ${numbering}`);
  }
  must(tagsWithRole(root, "Quote").length === 0, "words are said to be quoted");
  const items = tagsWithRole(root, "LI");
  const isWhole = ({ children }: Tag): boolean =>
    sameLists(
      children.map(({ role }) => role),
      ["Lbl", "LBody"],
    ) && (children[0]?.words.trim() ?? "") !== "";
  must(items.every(isWhole), "an item of a list is not a label and a body");
  const labels = items
    .map(({ children }) => oneLine(children[0]?.words ?? ""))
    .filter((label) => /^[A-Z]?\d[\d.]*\.$/.test(label));
  must(sameLists(labels, numbers), `the numbers are others: ${labels.join(" ")}`);
}

/** What a list with such a label may say of how it is numbered. */
function numberingOf(label: string): readonly string[] {
  if (/^[A-Z]*\d/.test(label)) return ["Decimal"];
  if (/^\([ivx]+\)/.test(label)) return ["LowerRoman", "LowerAlpha"];
  if (/^\([a-z]+\)/.test(label)) return ["LowerAlpha"];
  return ["None", "Circle", "Disc"];
}

function nameAt(dict: PDFDict, name: string): string | undefined {
  const attributes = dict.lookup(key("A"));
  const list =
    attributes instanceof PDFArray ? attributes.asArray().map((_, index) => attributes.lookup(index)) : [attributes];
  for (const entry of list) {
    const value = entry instanceof PDFDict ? entry.lookup(key(name)) : undefined;
    if (value instanceof PDFName) return value.decodeText();
  }
  return undefined;
}

function checkFonts(pdf: PDFDocument, must: Must): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(key("Type")) !== key("Font")) continue;
    const subtype = object.lookup(key("Subtype"));
    if (subtype === key("Type0")) must(object.has(key("ToUnicode")), "a font does not say which characters it shows");
    const descriptor = object.lookup(key("FontDescriptor"));
    if (descriptor instanceof PDFDict)
      must(
        ["FontFile", "FontFile2", "FontFile3"].some((name) => descriptor.has(key(name))),
        "a font is not embedded",
      );
  }
}

function checkLinks(pdf: PDFDocument, { addresses, references }: Expected, must: Must): void {
  const found: string[] = [];
  let within = 0;
  for (const page of pdf.getPages()) {
    for (const annotation of page.node
      .Annots()
      ?.asArray()
      .map((entry) => pdf.context.lookup(entry)) ?? []) {
      if (!(annotation instanceof PDFDict)) continue;
      must(annotation.lookup(key("Subtype")) === key("Link"), "there is an annotation that is no link");
      must((textAt(annotation, "Contents") ?? "") !== "", "a link does not say where it leads");
      must(annotation.has(key("StructParent")), "a link has no tag");
      const action = annotation.lookup(key("A"));
      const address = action instanceof PDFDict ? textAt(action, "URI") : undefined;
      if (address === undefined) within += 1;
      else if (found.at(-1) !== address) found.push(address);
    }
  }
  const sorted = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();
  must(sameLists(sorted(found), sorted(addresses)), `the links lead elsewhere: ${sorted(found).join(" ")}`);
  must(within >= references, `there are ${within} links within the document`);
}

async function checkBookmarks(bytes: Uint8Array, { bookmarks }: Expected, must: Must): Promise<void> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const outline = (await (await task.promise).getOutline()) ?? [];
  await task.destroy();
  must(
    sameLists(
      outline.map(({ title }) => title),
      bookmarks,
    ),
    "the bookmarks are others",
  );
}

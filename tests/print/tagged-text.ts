import { PDFDict as Dict, PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of the tag tree. */
export interface Tag {
  /** As a reader takes it: roles of the program's own are mapped to those of the standard. */
  readonly role: string;
  readonly children: readonly Tag[];
  /** The words of this element and of those in it, in the order of the tags. */
  readonly words: string;
  readonly dict: PDFDict;
}

/** The words of a page by the marks that hold them. */
export interface PageText {
  readonly marked: ReadonlyMap<string, string>;
  readonly artifacts: string;
  /** Words that neither the tag tree nor an artifact holds. */
  readonly loose: string;
}

/** Reads the words of every page with pdf.js. */
export async function readPageTexts(bytes: Uint8Array): Promise<readonly PageText[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  try {
    return await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const page = await pdf.getPage(index + 1);
        const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
        return sortByMark(items);
      }),
    );
  } finally {
    await task.destroy();
  }
}

type Item = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>["getTextContent"]>
>["items"][number];

function sortByMark(items: readonly Item[]): PageText {
  const marked = new Map<string, string>();
  const open: string[] = [];
  let artifacts = "";
  let loose = "";
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push("tag" in item && item.tag === "Artifact" ? "Artifact" : (item.id ?? open.at(-1) ?? ""));
      continue;
    }
    const words = item.str + (item.hasEOL ? "\n" : "");
    const mark = open.at(-1);
    if (mark === undefined || mark === "") loose += words;
    else if (open.includes("Artifact")) artifacts += words;
    else marked.set(mark, (marked.get(mark) ?? "") + words);
  }
  return { marked, artifacts, loose };
}

/** Reads the tag tree of a PDF; `undefined` where there is none. */
export function readTags(pdf: PDFDocument, texts: readonly PageText[]): Tag | undefined {
  const root = pdf.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), Dict);
  if (root === undefined) return undefined;
  const roles = root.lookupMaybe(PDFName.of("RoleMap"), Dict);
  const words = new Map(texts.flatMap(({ marked }) => [...marked]));
  const read = (dict: PDFDict, page: PDFRef | undefined): Tag => {
    const own = dict.get(PDFName.of("Pg"));
    const here = own instanceof PDFRef ? own : page;
    const typed = dict.lookup(PDFName.of("S"), PDFName).decodeText();
    const mapped = roles?.lookupMaybe(PDFName.of(typed), PDFName)?.decodeText();
    const children: Tag[] = [];
    let inner = "";
    const kids = dict.lookup(PDFName.of("K"));
    const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
    for (const kid of list) {
      const found = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
      const at = (key: PDFRef | undefined, id: PDFNumber): string =>
        words.get(`p${key?.objectNumber}R_mc${id.asNumber()}`) ?? "";
      if (found instanceof PDFNumber) inner += at(here, found);
      else if (found instanceof Dict && found.has(PDFName.of("MCID"))) {
        const elsewhere = found.get(PDFName.of("Pg"));
        inner += at(elsewhere instanceof PDFRef ? elsewhere : here, found.lookup(PDFName.of("MCID"), PDFNumber));
      } else if (found instanceof Dict && found.has(PDFName.of("S"))) {
        const child = read(found, here);
        children.push(child);
        inner += child.words;
      }
    }
    return { role: mapped ?? typed, children, words: inner, dict };
  };
  const top = root.lookup(PDFName.of("K"));
  const first = top instanceof PDFArray ? top.lookup(0) : top;
  return first instanceof Dict ? read(first, undefined) : undefined;
}

/** Every element of a tag tree with that role, in order. */
export function tagsWithRole(tag: Tag, ...roles: readonly string[]): readonly Tag[] {
  return [
    ...(roles.includes(tag.role) ? [tag] : []),
    ...tag.children.flatMap((child) => tagsWithRole(child, ...roles)),
  ];
}

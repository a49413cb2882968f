import { DOMParser, type Element } from "@xmldom/xmldom";
import { Unzip, UnzipInflate, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [HIDDEN, NO_VIEW] = [2, 32];

/**
 * What a reader of PDFs that is not ours, and that repairs what is broken, finds beside the pages: files, scripts,
 * marks of reviewers, what is hidden, and what is said of the document.
 */
export async function foundInPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, enableXfa: true, useSystemFonts: false });
  try {
    const document = await task.promise;
    const found: string[] = [];
    const tell = (what: string, isFound: boolean): void => {
      if (isFound) found.push(what);
    };
    tell("attachments", Object.keys((await document.getAttachments()) ?? {}).length > 0);
    tell("scripts", (await document.getJSActions()) !== null || (await document.hasJSActions()));
    tell("XFA", document.isPureXfa || document.allXfaHtml !== null);
    const opening = await document.getOpenAction();
    tell("an action at opening", opening !== null && "action" in opening);
    const { info, metadata } = await document.getMetadata();
    const said = Object.keys(info).filter((key) =>
      /^(?:Author|Subject|Keywords|Creator|Producer|CreationDate|ModDate|Custom)$/.test(key),
    );
    tell(`properties: ${said.join(", ")}`, said.length > 0);
    const more = [...(metadata ?? [])].map(([key]) => key).filter((key) => !/^(?:dc:title|pdfuaid:|pdfaid:)/.test(key));
    tell(`metadata: ${more.join(", ")}`, more.length > 0);
    const layers = await document.getOptionalContentConfig();
    tell(
      "a hidden layer",
      [...layers].some(([, group]) => !group.visible),
    );
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      tell("scripts of a page", (await page.getJSActions()) !== null);
      tell("XFA of a page", (await page.getXfa()) !== null);
      for (const each of await page.getAnnotations({ intent: "any" })) {
        tell(`an annotation: ${each.subtype}`, each.subtype !== "Link" && each.subtype !== "Widget");
        tell("a hidden annotation", (each.annotationFlags & (HIDDEN | NO_VIEW)) !== 0);
        tell("scripts of an annotation", each.actions !== undefined && each.actions !== null);
        tell("an address that runs", /^\s*(?:java|vb)script:|^\s*file:/i.test(each.unsafeUrl ?? each.url ?? ""));
        tell("an attachment of an annotation", each.attachment !== undefined || each.file !== undefined);
        tell("rich text of an annotation", each.richText !== undefined && each.richText !== null);
        tell("a button that sends", each.resetForm !== undefined);
      }
    }
    return [...new Set(found)];
  } finally {
    await task.destroy();
  }
}

/** The words that the same reader finds on the pages. */
export async function wordsInPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    }
    return pages.join("\f");
  } finally {
    await task.destroy();
  }
}

/** The entries that a reader finds which goes through an archive from its start, and knows nothing of its directory. */
function entriesFromStart(bytes: Uint8Array): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const unzip = new Unzip((file) => {
    found.set(file.name, 0);
    file.ondata = (_error, data) => found.set(file.name, (found.get(file.name) ?? 0) + (data?.length ?? 0));
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.push(bytes, true);
  return found;
}

const NAMES =
  /comments|people\.xml|notesSlide|vbaProject|macrosheet|embeddings|activeX|oleObject|externalLink|customXml|docProps|printerSettings|Thumbnails|Basic\/|Scripts\/|Dialogs\/|Versions\/|Object |signatures|\.bin$/i;
const CHANGES = /^(?:ins|del|moveFrom|moveTo|delText|\w*[a-z]Change|cellIns|cellDel|tracked-changes|changed-region)$/;
const REMARKS =
  /^(?:comment|comments|commentReference|commentRangeStart|commentEx|annotation|annotation-end|cm|legacyDrawing)$/;
const RUNS =
  /^(?:script|scripts|event-listener|event-listeners|OLEObject|oleObj|object|object-ole|control|controls|ddelink|externalReference|altChunk)$/;

function isOn(value: string | null): boolean {
  return value !== null && !/^(?:0|false|off)$/i.test(value);
}

function attribute(element: Element, local: string): string | null {
  for (const each of Array.from(element.attributes)) if ((each.localName ?? each.name) === local) return each.value;
  return null;
}

/** What is wrong with one element, whatever its namespace. */
function findingOf(element: Element): string | undefined {
  const local = element.localName ?? element.tagName;
  const value = (name: string): string => attribute(element, name) ?? "";
  if (CHANGES.test(local) && value("author") + value("id") + local !== "del") {
    const isEmptyList = local === "tracked-changes" && element.getElementsByTagName("*").length === 0;
    if (!isEmptyList) return `a tracked change: ${local}`;
  }
  if (REMARKS.test(local)) return `a comment: ${local}`;
  if (RUNS.test(local)) return `what runs or is embedded: ${local}`;
  if (local === "vanish" && isOn(attribute(element, "val") ?? "1")) return "hidden text";
  if (local === "sheet" && /hidden/i.test(value("state"))) return "a hidden sheet";
  if (/^(?:row|col)$/.test(local) && isOn(attribute(element, "hidden"))) return `a hidden ${local}`;
  if (local === "sld" && attribute(element, "show") !== null && !isOn(value("show"))) return "a hidden slide";
  if (local === "cNvPr" && isOn(attribute(element, "hidden"))) return "a hidden shape";
  if (/^hidden-(?:text|paragraph)$/.test(local)) return "hidden text";
  if (/^(?:collapse|filter)$/.test(value("visibility"))) return `a hidden ${local}`;
  if (local === "table-properties" && value("display") === "false") return "a hidden table";
  if (local === "text-properties" && value("display") === "none") return "hidden text";
  if (local === "Relationship") return ofRelationship(value("Type"), value("Target"), value("TargetMode"));
  return undefined;
}

function ofRelationship(type: string, target: string, mode: string): string | undefined {
  const kind = type.slice(type.lastIndexOf("/") + 1);
  if (
    /^(?:comments|oleObject|package|vbaProject|externalLink|attachedTemplate|notesSlide|control|customXml|core-properties|extended-properties|custom-properties|thumbnail|aFChunk|frame|subDocument|mailMergeSource)/i.test(
      kind,
    )
  )
    return `a relationship: ${kind}`;
  if (/^external$/i.test(mode) && !(kind === "hyperlink" && /^(?:https?:|mailto:|#)/i.test(target)))
    return `what is fetched: ${kind}`;
  return undefined;
}

/**
 * What readers of archives and of XML that are not ours, and that repair what is broken, find in an office file: parts,
 * comments, tracked changes, scripts, and what is hidden.
 */
export function foundInOffice(bytes: Uint8Array): readonly string[] {
  const entries = unzipSync(bytes);
  const found = Object.keys(entries)
    .filter((name) => NAMES.test(name))
    .map((name) => `a part: ${name}`);
  const fromStart = entriesFromStart(bytes);
  for (const [name, length] of fromStart)
    if (entries[name]?.length !== length) found.push(`an entry that the directory does not have so: ${name}`);
  if (fromStart.size !== Object.keys(entries).length) found.push("entries that only some readers find");
  for (const [name, content] of Object.entries(entries)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const text = new TextDecoder().decode(content);
    if (/<!--/.test(text)) found.push("a comment of XML");
    try {
      const parser = new DOMParser({ onError: () => undefined });
      for (const element of Array.from(parser.parseFromString(text, "text/xml").getElementsByTagName("*"))) {
        const finding = findingOf(element);
        if (finding !== undefined) found.push(finding);
      }
    } catch {
      found.push(`a part that is not well formed: ${name}`);
    }
  }
  return [...new Set(found)];
}

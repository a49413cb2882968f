import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { RefusedFile } from "./refused-file.ts";

export type XmlElement = Pick<SaxesTagNS, "name" | "local" | "uri" | "attributes">;
export type XmlAttribute = Pick<SaxesAttributeNS, "name" | "prefix" | "local" | "uri" | "value">;

/** What becomes of the parts of an XML document; each may throw `RefusedFile`. */
export interface XmlRules {
  /**
   * Whether an element stays; with one that is dropped all that it holds goes, and of "contents" only what it holds
   * stays. `above` are the elements around it.
   */
  readonly keepElement: (element: XmlElement, above: readonly XmlElement[]) => boolean | "contents";
  /** The value that an attribute gets, or undefined to drop it. Declarations of namespaces are attributes, too. */
  readonly attributeValue: (attribute: XmlAttribute, element: XmlElement) => string | undefined;
  /** The text that is in place of a run of text. */
  readonly text?: (text: string, parent: XmlElement, above: readonly XmlElement[]) => string;
  /** Learns that an element that stays is over. */
  readonly closed?: (element: XmlElement, above: readonly XmlElement[]) => void;
  /** A processing instruction, before it is dropped. */
  readonly instruction?: (target: string) => void;
  readonly remedy: string;
}

const MAX_DEPTH = 500;

/** The value of an element's attribute of this local name, whatever prefix a program gives it. */
export function attributeOf({ attributes }: XmlElement, local: string): string | undefined {
  return Object.values(attributes).find((attribute) => attribute.local === local)?.value;
}

/**
 * Reads an XML 1.0 document in UTF-8 strictly, and writes it again by rules. Comments, processing instructions, the
 * document type and the XML declaration are never written; entities of its own (which can hide or multiply text) are
 * refused. Throws `RefusedFile` where the document is not well formed.
 */
export function rewriteXml(bytes: Uint8Array, rules: XmlRules): string {
  const written: string[] = [];
  const open: XmlElement[] = [];
  const isWritten: boolean[] = [];
  let dropped = 0;
  let isOpenTagPending = false;
  let run = "";
  const closePending = (): void => {
    if (isOpenTagPending) written.push(">");
    isOpenTagPending = false;
  };
  const takeText = (text: string): void => {
    if (dropped === 0) run += text;
  };
  /** Text on both sides of what is dropped is one run, so that no word can hide by being cut in two. */
  const writeRun = (): void => {
    const parent = open.at(-1);
    const text = parent === undefined || rules.text === undefined ? run : rules.text(run, parent, open);
    if (parent !== undefined && text !== "") {
      closePending();
      written.push(escapeText(text));
    }
    run = "";
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on("doctype", (doctype) => {
    if (/[[\]]/.test(doctype)) throw new RefusedFile("it declares entities of its own", rules.remedy);
  });
  parser.on("processinginstruction", ({ target }) => rules.instruction?.(target));
  parser.on("text", takeText);
  parser.on("cdata", takeText);
  parser.on("opentag", (tag) => {
    const kept = dropped === 0 && rules.keepElement(tag, open);
    if (kept === false) {
      dropped++;
      return;
    }
    if (isWritten.length >= MAX_DEPTH) throw new RefusedFile("its elements are nested too deep", rules.remedy);
    isWritten.push(kept === true);
    if (kept === "contents") return;
    writeRun();
    closePending();
    written.push(`<${tag.name}`);
    for (const attribute of Object.values(tag.attributes)) {
      const value = rules.attributeValue(attribute, tag);
      if (value !== undefined) written.push(` ${attribute.name}="${escapeAttribute(value)}"`);
    }
    isOpenTagPending = true;
    open.push(tag);
  });
  parser.on("closetag", ({ name }) => {
    if (dropped > 0) {
      dropped--;
      return;
    }
    if (isWritten.pop() === false) return;
    writeRun();
    written.push(isOpenTagPending ? "/>" : `</${name}>`);
    isOpenTagPending = false;
    const element = open.pop();
    if (element !== undefined) rules.closed?.(element, open);
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile("it is damaged: its XML is not well formed, or not in UTF-8", rules.remedy);
  }
  return written.join("");
}

/** Looks at an XML document without writing it; throws as `rewriteXml` does. */
export function readXml(
  bytes: Uint8Array,
  remedy: string,
  rules: {
    readonly element: (element: XmlElement, above: readonly XmlElement[]) => void;
    readonly text?: (text: string, parent: XmlElement, above: readonly XmlElement[]) => void;
    readonly closed?: NonNullable<XmlRules["closed"]>;
  },
): void {
  rewriteXml(bytes, {
    keepElement: (element, above) => {
      rules.element(element, above);
      return true;
    },
    attributeValue: () => undefined,
    text: (text, parent, above) => {
      rules.text?.(text, parent, above);
      return "";
    },
    ...(rules.closed === undefined ? {} : { closed: rules.closed }),
    remedy,
  });
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? "");
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

import type { Diagnostic, Severity } from "../src/diagnostics/diagnostic.ts";
import type { Attachment, Report } from "../src/model/report.ts";
import type { Settings } from "../src/model/settings.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import type { Content } from "../src/site/content.ts";
import { sealedTexts } from "./compile-text.ts";

/** What stands around a report's text in a content folder that exists in memory only. */
export interface Around {
  /** Further lines of the frontmatter. */
  readonly fields?: string;
  /** The report's path below the content folder. */
  readonly path?: string;
  /** The text of `site.yml`. */
  readonly settings?: string;
  /** Further Markdown files, by path: other reports, and annexes. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Files that are not Markdown. */
  readonly attachments?: readonly (Partial<Attachment> & { readonly path: string })[];
}

export interface CompiledText {
  /** The report, where it was published. */
  readonly report: Report | undefined;
  /** The body's HTML; empty where the report was refused. */
  readonly html: string;
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
  readonly settings: Settings;
}

export const REPORT = "reports/update.md";

const encoder = new TextEncoder();

/** A report's file: the four fields that are required, those given, and the text. */
export function sourceOf(body: string, fields = ""): string {
  const further = fields === "" ? "" : `${fields.trimEnd()}\n`;
  return `---\ntitle: Update\nauthor: Priya Nair\ndate: 2024-03-24\nconfidential: No\n${further}---\n\n${body}\n`;
}

/** The line of the file that the first line of a body stands on. */
export function firstLine(fields = ""): number {
  return sourceOf("", fields).split("\n").length - 1;
}

/** Compiles a report through the program's own pipeline and gives its page and what was raised. */
export function compileReport(body: string, context: Around = {}): CompiledText {
  return compileSource(sourceOf(body, context.fields), context);
}

export function compileSource(source: string, context: Around = {}): CompiledText {
  const path = context.path ?? REPORT;
  const texts = Object.entries({ ...context.texts, [path]: source }).sort(([a], [b]) => (a < b ? -1 : 1));
  const content: Content = {
    texts: sealedTexts(Object.fromEntries(texts)),
    attachments: new Map(
      (context.attachments ?? []).map((file) => [file.path, { bytes: 1000, format: "PDF", hash: "", ...file }]),
    ),
    settings: context.settings === undefined ? undefined : encoder.encode(context.settings),
    others: [],
    findings: [],
  };
  const { site, diagnostics, settings } = checkContent(content, { pdf: false });
  const report = site.reports.find((candidate) => candidate.path === path);
  const html = report?.bodyHtml ?? "";
  return { report, html, page: new Page(html), diagnostics, settings };
}

/** The rules that were raised, in reading order. */
export function rulesOf({ diagnostics }: CompiledText, severity?: Severity): readonly string[] {
  return diagnostics.filter((found) => severity === undefined || found.severity === severity).map(({ rule }) => rule);
}

/** "error typed-number 14": what was raised, with its line counted from the first line of the body. */
export function findingsOf(compiled: CompiledText, fields = ""): readonly string[] {
  const first = firstLine(fields);
  return compiled.diagnostics.map(({ severity, rule, place }) => `${severity} ${rule} ${place.line - first + 1}`);
}

/** An element of a page, as far as tests look at it. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (PageElement | string)[];
  readonly parent: PageElement | undefined;
}

const VOID = new Set(["br", "hr", "img", "input"]);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*"|='[^']*'|=[^\s>]*)?)*)\s*\/?>|[^<]+|</g;
const ATTRIBUTE = /\s+([^\s=>]+)(?:="([^"]*)"|='([^']*)'|=([^\s>]*))?/g;
const BLOCKS = new Set(
  "blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split(
    " ",
  ),
);

/** The HTML that the program wrote, taken apart; HTML that is not well formed throws. */
export class Page {
  readonly root: PageElement = { tag: "", attributes: new Map(), children: [], parent: undefined };
  readonly elements: readonly PageElement[];

  constructor(html: string) {
    const elements: PageElement[] = [];
    let open = this.root;
    for (const [token, slash, tag = "", attributes = ""] of html.matchAll(TOKEN)) {
      if (tag === "") open.children.push(decodeEntities(token));
      else if (slash === "/") {
        if (open.tag !== tag || open.parent === undefined) throw new Error(`</${tag}> closes <${open.tag}>`);
        open = open.parent;
      } else {
        const element: PageElement = { tag, attributes: attributesIn(attributes), children: [], parent: open };
        open.children.push(element);
        elements.push(element);
        if (!VOID.has(tag)) open = element;
      }
    }
    if (open !== this.root) throw new Error(`<${open.tag}> is never closed`);
    this.elements = elements;
  }

  /** Elements with a name, or with a class where it begins with a full stop. */
  all(selector: string): readonly PageElement[] {
    return this.elements.filter((element) =>
      selector.startsWith(".") ? hasClass(element, selector.slice(1)) : element.tag === selector,
    );
  }

  byId(id: string): PageElement | undefined {
    return this.elements.find(({ attributes }) => attributes.get("id") === id);
  }

  /** "14 The text of the paragraph", for every numbered paragraph in reading order. */
  get paragraphs(): readonly string[] {
    return this.all(".para").map((element) => {
      const [number, text] = element.children.filter((child) => typeof child !== "string");
      const words = number === undefined ? "" : textOf(number).replace(/^Paragraph /, "");
      return `${words} ${text === undefined ? "" : textOf(text)}`;
    });
  }

  get text(): string {
    return textOf(this.root);
  }
}

function attributesIn(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = "", a, b, c]) => [name, decodeEntities(a ?? b ?? c ?? "")]),
  );
}

export function hasClass(element: PageElement, name: string): boolean {
  return (element.attributes.get("class") ?? "").split(" ").includes(name);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (NAMED[name] ?? whole);
  });
}

/** The words that a reader sees, blocks apart from each other, white space made single; elements of some classes are left out. */
export function textOf(element: PageElement, without: readonly string[] = []): string {
  const words = (node: PageElement | string): string => {
    if (typeof node === "string") return node;
    if (without.some((name) => hasClass(node, name))) return "";
    const inner = node.children.map(words).join("");
    return BLOCKS.has(node.tag) ? ` ${inner} ` : inner;
  };
  return words(element)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

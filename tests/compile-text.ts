import type { Finding, Raise } from "../src/diagnostics/catalogue.ts";
import type { Attachment, Report } from "../src/model/report.ts";
import { Sealed } from "../src/model/sealed.ts";
import type { Source } from "../src/model/source.ts";
import type { ParsedText } from "../src/model/tree.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import type { Compiled } from "../src/report/compile/compile.ts";
import { parseBody } from "../src/report/markdown/parse.ts";

/** Where the reports of these tests lie. */
export const PATH = "reports/2019/update.md";

/** The lines between `---` of a report that is sound and public, but for what is put in their place. */
export function frontmatterOf(fields: Readonly<Record<string, string | undefined>> = {}): string {
  const isForMeeting = fields["meeting"] !== undefined || fields["also-to"] !== undefined;
  const background = isForMeeting && !("background" in fields) ? { background: "None" } : {};
  const all = {
    title: "Update",
    author: "Priya Nair",
    date: "2019-03-24",
    confidential: "No",
    ...fields,
    ...background,
  };
  return Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}\n`))
    .join("");
}

/** A whole report with the given fields and text. */
export function reportOf(
  fields: Readonly<Record<string, string | undefined>>,
  body = "The first paragraph.\n",
): string {
  return `---\n${frontmatterOf(fields)}---\n\n${body}`;
}

/** What a stage gives, and what it raises. */
export function raisedBy<Result>(stage: (raise: Raise) => Result): {
  readonly result: Result;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const result = stage((finding) => findings.push(finding));
  return { result, findings };
}

/** "rule line:column" of each finding, in the order in which they were raised. */
export function placesOf(findings: readonly { readonly rule: string; readonly place: Finding["place"] }[]): string[] {
  return findings.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

export function sourceOf(text: string, path = PATH): Source {
  return { path, text: new Sealed(text) };
}

/** Texts as a content folder holds them. */
export function sealedTexts(
  texts: Readonly<Record<string, string | Uint8Array>>,
): ReadonlyMap<string, Sealed<Uint8Array>> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new Sealed(bytesOf(text))]));
}

/** The tree of a text without frontmatter. */
export function parsed(text: string): ParsedText {
  const body = parseBody(PATH, text, ({ message }) => {
    throw new Error(`the text of this test cannot be parsed: ${message}`);
  });
  if (body === undefined) throw new Error("the text of this test cannot be parsed");
  return body;
}

/** Compiles one file as a build does, from its bytes, with no report around it. */
export function compileFile(
  file: string | Uint8Array,
  { path = PATH, texts = {}, attachments = [], settings }: CompileOptions = {},
): Pick<Compiled, "outcome" | "diagnostics"> & { readonly report?: Report } {
  const all = { ...texts, [path]: file };
  const { compiled, diagnostics } = checkContent(
    {
      texts: sealedTexts(all),
      attachments: new Map(attachments.map((attachment) => [attachment.path, attachment])),
      settings: settings === undefined ? undefined : bytesOf(settings),
      others: [],
      findings: [],
    },
    { pdf: false },
  );
  const { outcome = "refused", report } = compiled.find((one) => one.path === path) ?? {};
  return { outcome, diagnostics, ...(report === undefined ? {} : { report }) };
}

interface CompileOptions {
  readonly path?: string;
  readonly texts?: Readonly<Record<string, string | Uint8Array>>;
  readonly attachments?: readonly Attachment[];
  /** The text of `site.yml`. */
  readonly settings?: string;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}

/** The rules of a report's diagnostics that are errors. */
export function errorsOf({ diagnostics }: Pick<Compiled, "diagnostics">): string[] {
  return diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

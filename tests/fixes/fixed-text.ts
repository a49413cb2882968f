import type { FixName } from "../../src/fixes/fix.ts";
import { Sealed } from "../../src/model/sealed.ts";
import { type FixedContent, fixContent } from "../../src/pipeline/fix-content.ts";
import type { Content } from "../../src/site/content.ts";
import { sealedTexts } from "../compile-text.ts";
import { REPORT, sourceOf } from "../compiled-report.ts";

export interface Around {
  readonly fields?: string;
  readonly settings?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly only?: readonly FixName[];
  /** The line of the report's file at which something is fixed, if not all is. */
  readonly line?: number;
}

export interface FixedText {
  /** The report's file when it is fixed, every character of it. */
  readonly file: string;
  /** What stands below the frontmatter. */
  readonly body: string;
  /** The files that changed, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** "dashes 8": what was fixed, with its line in the file. */
  readonly corrections: readonly string[];
  /** "reports/update.md:8 the words", of what is left to the author. */
  readonly remarks: readonly string[];
  readonly fixed: FixedContent;
}

export function contentOf(texts: Readonly<Record<string, string | Uint8Array>>, settings?: string): Content {
  const inOrder = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    texts: sealedTexts(inOrder),
    attachments: new Map(),
    settings: settings === undefined ? undefined : new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
}

/** Fixes a report with this text. */
export function fixBody(body: string, context: Around = {}): FixedText {
  return fixFile(sourceOf(body, context.fields), context);
}

/** Fixes a report's file. */
export function fixFile(file: string | Uint8Array, { settings, texts, only, line }: Around = {}): FixedText {
  const fixed = fixContent(contentOf({ ...texts, [REPORT]: file }, settings), {
    isWanted: () => true,
    isAsked: (name) => only === undefined || only.includes(name),
    isAskedAt: line === undefined ? undefined : (place) => place.path === REPORT && place.line === line,
  });
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const files = Object.fromEntries(fixed.changes.map(({ path, after }) => [path, decoder.decode(Sealed.open(after))]));
  const written = files[REPORT] ?? (typeof file === "string" ? file : decoder.decode(file));
  return {
    file: written,
    body: written.replace(/^[\s\S]*?\n---\r?\n\r?\n/, ""),
    files,
    corrections: fixed.changes.flatMap(({ corrections }) => corrections.map(({ name, line }) => `${name} ${line}`)),
    remarks: fixed.remarks.map(({ place, message }) => `${place.path}:${place.line} ${message}`),
    fixed,
  };
}

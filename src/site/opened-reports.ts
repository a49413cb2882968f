import { foldersAbove } from "../addresses/addresses.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import { programFault } from "../diagnostics/program-fault.ts";
import { ContentError, isFromOutside } from "../model/content-error.ts";
import { Sealed } from "../model/sealed.ts";
import type { Source } from "../model/source.ts";
import { type OpenedReport, openReport } from "../report/compile/compile.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import type { Content } from "./content.ts";
import { withShared } from "./shared-getters.ts";

/** The reports of a content folder, each opened when it is first asked for. */
export interface Reports {
  /** Every report's path, in the order in which they are compiled. */
  readonly paths: readonly string[];
  /** Nothing, where the file's bytes are no text. */
  readonly open: (path: string) => OpenedReport | undefined;
  /** What is wrong with the bytes of a report's file. */
  readonly findingsOf: (path: string) => readonly Finding[];
  /** The report in whose folder a file lies. */
  readonly ownerOf: (path: string) => string | undefined;
}

interface Opening {
  readonly report: OpenedReport | undefined;
  readonly findings: readonly Finding[];
}

/** What was opened, by the text that it was opened from: an unchanged text need not be opened again. */
export type Openings = WeakMap<Sealed<Uint8Array>, Opening>;

/** How a report is opened, and what was opened before, under the same path. */
export interface Opener {
  readonly openings: Openings;
  readonly open: (source: Source) => OpenedReport;
  /** Whether a text was opened by an earlier run: then its bytes are text, and are not looked at again. */
  readonly isKnown?: ((source: Source) => boolean) | undefined;
}

/** Opens reports by their paths. */
export function openedReports(
  content: Content,
  paths: readonly string[],
  { openings, open, isKnown }: Opener = { openings: new WeakMap(), open: openReport },
): Reports {
  const known = new Set(paths);
  const { isHeld = true } = content.texts;
  /** Those whose bytes are others each time. */
  const opened = new Map<string, Opening>();
  const opening = (path: string): Opening => {
    const again = opened.get(path);
    if (again !== undefined) return again;
    const source = known.has(path) && !isHeld ? sourceAt(path, content.texts.get) : undefined;
    if (source !== undefined && isKnown?.(source) === true) {
      const made = { report: open(source), findings: [] };
      opened.set(path, made);
      return made;
    }
    const bytes = known.has(path) ? content.texts.get(path) : undefined;
    if (bytes === undefined) {
      const why = known.has(path) ? content.texts.unread?.(path) : undefined;
      return why === undefined ? NONE : { report: undefined, findings: [why] };
    }
    const before = openings.get(bytes);
    if (before !== undefined) return before;
    const made = openOrFault(source ?? sourceAt(path, () => bytes), Sealed.open(bytes), open);
    if (isHeld) openings.set(bytes, made);
    else opened.set(path, made);
    return made;
  };
  return {
    paths,
    open: (path) => opening(path).report,
    findingsOf: (path) => opening(path).findings,
    ownerOf: (path) =>
      foldersAbove(path)
        .map((folder) => `${folder}.md`)
        .find((owner) => known.has(owner)),
  };
}

/** The text that was decoded last: it is asked for several times in a row. */
let last: { readonly source: Source; readonly text: Source["text"] } | undefined;

/** How the bytes of each text are found again. */
const bytesOf = new WeakMap<Source, BytesOf>();

type BytesOf = (path: string) => Sealed<Uint8Array> | undefined;

const withText = withShared<Pick<Source, "path">, Pick<Source, "text">>({
  text: (source) => {
    if (last?.source === source) return last.text;
    const { path } = source;
    const bytes = bytesOf.get(source)?.(path);
    const decoded = bytes && decode(path, Sealed.open(bytes), () => {});
    if (decoded === undefined)
      throw new ContentError(`${path} could be read when it was opened, and cannot be read now: run the command again`);
    last = { source, text: new Sealed(decoded.text) };
    return last.text;
  },
});

/** A report's text, which is decoded when it is asked for, and not held beside the bytes. */
function sourceAt(path: string, find: BytesOf): Source {
  const source = withText({ path });
  bytesOf.set(source, find);
  return source;
}

/** Where the program stops at a report, nobody knows what it withholds: it counts as one that cannot be read. */
function openOrFault(source: Source, bytes: Uint8Array, open: typeof openReport): Opening {
  const findings: Finding[] = [];
  try {
    const decoded = decode(source.path, bytes, (finding) => findings.push(finding));
    if (decoded === undefined) return { report: undefined, findings };
    last = { source, text: new Sealed(decoded.text) };
    return { report: open(source), findings };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return { report: undefined, findings: [programFault(source.path)] };
  }
}

const NONE: Opening = { report: undefined, findings: [] };

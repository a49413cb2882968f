import type { Finding } from "../diagnostics/catalogue.ts";
import { programFault } from "../diagnostics/program-fault.ts";
import { isFromOutside } from "../model/content-error.ts";
import { Sealed } from "../model/sealed.ts";
import type { PlainFile, PlainFileName } from "../report/compile/compile-page.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import type { Content } from "./content.ts";

/** The files of meetings and the plain pages of a content folder, each read when it is first asked for. */
export interface PlainFiles {
  readonly names: readonly PlainFileName[];
  /** Nothing, where the file's bytes are no text. */
  readonly open: (path: string) => PlainFile | undefined;
  /** What is wrong with the bytes of a file. */
  readonly findingsOf: (path: string) => readonly Finding[];
}

interface Opening {
  readonly file: PlainFile | undefined;
  readonly findings: readonly Finding[];
}

/** What was opened, by the text that it was opened from: an unchanged text need not be opened again. */
export type PlainOpenings = WeakMap<Sealed<Uint8Array>, Opening>;

/** Opens files by their paths; `remembered` holds those that were opened before, under the same paths. */
export function openedPlainFiles(content: Content, names: readonly PlainFileName[], cache: PlainOpenings): PlainFiles {
  const byPath = new Map(names.map((name) => [name.path, name]));
  const opening = (path: string): Opening => {
    const name = byPath.get(path);
    const bytes = content.texts.get(path);
    if (name === undefined || bytes === undefined) {
      const why = name === undefined ? undefined : content.texts.unread?.(path);
      return why === undefined ? NONE : { file: undefined, findings: [why] };
    }
    const before = cache.get(bytes);
    if (before !== undefined) return before;
    const opened = openOrFault(name, bytes);
    cache.set(bytes, opened);
    return opened;
  };
  return { names, open: (path) => opening(path).file, findingsOf: (path) => opening(path).findings };
}

function openOrFault(name: PlainFileName, bytes: Sealed<Uint8Array>): Opening {
  const { path } = name;
  const findings: Finding[] = [];
  try {
    const decoded = decode(path, Sealed.open(bytes), (finding) => findings.push(finding));
    return { file: decoded && { name, source: { path, text: new Sealed(decoded.text) } }, findings };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return { file: undefined, findings: [programFault(path)] };
  }
}

const NONE: Opening = { file: undefined, findings: [] };

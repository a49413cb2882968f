import type { Finding } from "../diagnostics/catalogue.ts";
import type { Attachment } from "../model/report.ts";
import type { Sealed } from "../model/sealed.ts";

/** Files by their paths, each of which may be read only when it is asked for. */
export interface FilesByPath<File> {
  /** Every path, folder by folder, in the order of their names. */
  readonly keys: () => Iterable<string>;
  readonly has: (path: string) => boolean;
  readonly get: (path: string) => File | undefined;
  /** Why a file that is there cannot be read, and so is not given. */
  readonly unread?: (path: string) => Finding | undefined;
  /** The length of a file in bytes, which is known without reading it. */
  readonly sizeOf?: (path: string) => number | undefined;
}

/** A content folder; paths are below it, in Unicode's form NFC, with `/` between their parts. */
export interface Content {
  readonly texts: FilesByPath<Sealed<Uint8Array>>;
  readonly attachments: FilesByPath<Attachment>;
  readonly settings: Uint8Array | undefined;
  readonly others: readonly string[];
  readonly findings: readonly Finding[];
  /** The templates and the style sheet that the site has of its own, where it has any. */
  readonly theme?: Theme | undefined;
  /** What lies here and cannot be read by its name, so that nobody knows what it holds: each has a finding. */
  readonly unknown?: readonly string[];
}

/** The path of the settings. */
export const SETTINGS = "site.yml";

/** The path of the site's own style sheet. */
export const CUSTOM_STYLES = "custom.css";

/** The folder of the templates that a site has in the place of the program's own. */
export const TEMPLATES = "templates/";

/** Whether a file is one of those that say how the site looks. */
export function isOfTheme(path: string): boolean {
  return path === CUSTOM_STYLES || path.startsWith(TEMPLATES);
}

/** Whether there is no site without a file, because it says something of every page. */
export function isOfWholeSite(path: string): boolean {
  return path === SETTINGS || isOfTheme(path);
}

/** What a site has of its own that says how it looks: only what is sound, and what is wrong with the rest. */
export interface Theme {
  readonly customStyles: string | undefined;
  /** The texts of templates, by the names of their files. */
  readonly templates: ReadonlyMap<string, string>;
  /** The bytes of all its files, by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

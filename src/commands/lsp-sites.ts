import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isIgnoredPath } from "../addresses/ignored-names.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FilesAround } from "../editor/files-around.ts";
import type { Encoding } from "../editor/position-encoding.ts";
import type { OpenFile } from "../io/content-files.ts";
import type { Place } from "../model/source.ts";
import { type EditedSite, editedSite, type Seen } from "./edited-site.ts";
import { lspDiagnostic } from "./lsp-answers.ts";
import { fileNamed, folderOf, isBelow, type Root } from "./lsp-files.ts";
import { type CountedText, countedText, rangeOf } from "./lsp-places.ts";

/** A document that is open in the editor, and where it lies. */
interface Located {
  readonly document: TextDocument;
  readonly site: EditedSite;
  /** Its path below the content folder. */
  readonly path: string;
}

/** What is agreed with the editor when it starts, and the folders of its workspace. */
export interface Session {
  encoding: Encoding;
  /** Whether it shows the other place that a finding is about. */
  isRelatedShown: boolean;
  roots: readonly Root[];
}

/** The documents that are open in the editor. */
interface Documents {
  readonly all: () => readonly TextDocument[];
  readonly get: (uri: string) => TextDocument | undefined;
}

/** What the editor is told. */
interface Told {
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly onFailed: (error: unknown) => void;
}

/** The content folders of an editor, each found when a file in it is opened, and what is told of them. */
export function sitesInEditor(documents: Documents, session: Readonly<Session>, { send, onFailed }: Told) {
  const encoder = new TextEncoder();
  const encoded = new WeakMap<TextDocument, { readonly version: number; readonly bytes: Uint8Array }>();
  const sites = new Map<string, EditedSite>();
  /** What was told of each site, by the addresses of its files. */
  const told = new Map<string, Map<string, string>>();
  /** Where each open document lies, by its address. */
  const names = new Map<string, string | undefined>();

  const nameOf = (uri: string): string | undefined => {
    if (!names.has(uri)) names.set(uri, fileNamed(uri));
    return names.get(uri);
  };

  const located = (uri: unknown): Located | undefined => {
    const document = typeof uri === "string" ? documents.get(uri) : undefined;
    const name = document && nameOf(document.uri);
    const folder = name === undefined ? undefined : folderOf(name, [...sites.keys()]);
    if (document === undefined || name === undefined || folder === undefined) return undefined;
    const path = relative(folder, name).split(sep).join("/").normalize("NFC");
    return { document, site: siteAt(folder), path };
  };

  const openIn = (folder: string): ReadonlyMap<string, OpenFile> =>
    new Map(
      [...opened(folder)].map(([path, document]) => [
        path,
        { bytes: bytesOf(document), stamp: `${document.uri} ${document.version}` },
      ]),
    );

  /** The bytes of an open document as it is now: the library writes changes into the same object. */
  const bytesOf = (document: TextDocument): Uint8Array => {
    const before = encoded.get(document);
    if (before?.version === document.version) return before.bytes;
    const bytes = encoder.encode(document.getText());
    encoded.set(document, { version: document.version, bytes });
    return bytes;
  };

  const opened = (folder: string): ReadonlyMap<string, TextDocument> => {
    const found = documents.all().flatMap((document) => {
      const at = located(document.uri);
      return at?.site.folder === folder && !isIgnoredPath(at.path) ? [[at.path, document] as const] : [];
    });
    return new Map(found);
  };

  const siteAt = (folder: string): EditedSite => {
    const known = sites.get(folder);
    if (known !== undefined) return known;
    const site = editedSite(folder, () => openIn(folder), {
      onChecked: (findings, seen) => publish(folder, findings, seen),
      onFailed: (error) => {
        publish(folder, [], undefined);
        onFailed(error);
      },
    });
    sites.set(folder, site);
    return site;
  };

  const close = (folder: string): void => {
    sites.get(folder)?.close();
    sites.delete(folder);
    publish(folder, [], undefined);
    told.delete(folder);
  };

  /** The text of a file as the editor has it, or would have it. */
  const textOf = (
    path: string,
    around: FilesAround | undefined,
    open: ReadonlyMap<string, TextDocument>,
  ): CountedText | undefined => {
    const document = open.get(path);
    if (document !== undefined) return countedText(document.getText());
    const bytes = around?.bytesOf(path);
    return bytes && countedText(new TextDecoder().decode(bytes));
  };

  /** The address by which the editor knows a file, which may lead there by a symbolic link. */
  const uriOf = (
    folder: string,
    path: string,
    seen: Seen | undefined,
    open: ReadonlyMap<string, TextDocument>,
  ): string => {
    const known = open.get(path)?.uri;
    if (known !== undefined) return known;
    const name = join(folder, seen?.nameOnDisk(path) ?? path);
    const root = session.roots.find(({ real }) => isBelow(real, name));
    return pathToFileURL(root === undefined ? name : join(root.typed, relative(root.real, name))).href;
  };

  const publish = (folder: string, findings: readonly Diagnostic[], seen: Seen | undefined): void => {
    const open = opened(folder);
    const before = told.get(folder) ?? new Map<string, string>();
    const now = new Map<string, string>();
    const texts = new Map<string, CountedText | undefined>();
    const around = seen && sites.get(folder)?.around();
    const range = (place: Place) => {
      if (!texts.has(place.path)) texts.set(place.path, textOf(place.path, around, open));
      return rangeOf(texts.get(place.path), place, session.encoding);
    };
    const byPath = new Map<string, Diagnostic[]>([...open.keys()].map((path) => [path, []]));
    for (const finding of findings) {
      const own = byPath.get(finding.place.path);
      if (own === undefined) byPath.set(finding.place.path, [finding]);
      else own.push(finding);
    }
    for (const [path, own] of byPath) {
      const uri = uriOf(folder, path, seen, open);
      const uriAt = session.isRelatedShown ? (other: string) => uriOf(folder, other, seen, open) : undefined;
      const diagnostics = own.map((finding) => lspDiagnostic(finding, range, uriAt));
      const version = open.get(path)?.version;
      const text = JSON.stringify([version, diagnostics]);
      now.set(uri, text);
      if (before.get(uri) !== text) send({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    }
    for (const uri of before.keys()) if (!now.has(uri)) send({ uri, diagnostics: [] });
    told.set(folder, now);
  };

  /** Has each site checked again that holds one of these files. */
  const changed = (paths: readonly string[]): void => {
    for (const [folder, site] of sites) if (paths.some((path) => isBelow(folder, path))) site.changed();
  };

  const forget = (uri: string): void => {
    const name = nameOf(uri);
    names.delete(uri);
    changed(name === undefined ? [] : [name]);
  };

  /** Leaves the sites of a folder of the workspace that is closed, but for those with a file that is open. */
  const leave = (root: string): void => {
    for (const folder of [...sites.keys()]) if (isBelow(root, folder) && opened(folder).size === 0) close(folder);
  };

  return { located, opened, siteAt, textOf, uriOf, bytesOf, changed, forget, leave };
}

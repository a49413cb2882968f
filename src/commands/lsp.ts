import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type CompletionItem,
  CompletionItemKind,
  createConnection,
  type Definition,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type DocumentSymbol,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Diagnostic as LspDiagnostic,
  MarkupKind,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentEdit,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isIgnoredPath } from "../addresses/ignored-names.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Offer } from "../editor/complete-fields.ts";
import { offersAt } from "../editor/completion.ts";
import type { Cursor, EditedFile } from "../editor/cursor.ts";
import { definitionAt } from "../editor/definition.ts";
import type { FilesAround } from "../editor/files-around.ts";
import { hoverAt } from "../editor/hover.ts";
import { type Encoding, encodingAmong } from "../editor/position-encoding.ts";
import { type OutlineEntry, symbolsOf } from "../editor/symbols.ts";
import { editsOf } from "../editor/text-edits.ts";
import type { OpenFile } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { programVersion } from "../io/program-version.ts";
import { addressOfHelpPage } from "../io/read-help-page.ts";
import { realPath } from "../io/real-path.ts";
import { formatSystemError } from "../io/system-errors.ts";
import type { Place } from "../model/source.ts";
import type { FileChange, FixedContent } from "../pipeline/fix-content.ts";
import { visible } from "../printers/printable.ts";
import { SETTINGS } from "../site/content.ts";
import { type EditedSite, editedSite, isLarge, type Seen } from "./edited-site.ts";
import { type CountedText, countedText, cursorAt, inUnits, positionIn, rangeOf } from "./lsp-places.ts";

/** A document that is open in the editor, and where it lies. */
interface Located {
  readonly document: TextDocument;
  readonly site: EditedSite;
  /** Its path below the content folder. */
  readonly path: string;
}

/** What the fix of a whole file is called by the protocol. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.scrutineer`;

/** How deep below a folder of the workspace content folders are looked for. */
const DEEPEST = 4;

/**
 * Speaks the language server protocol with an editor over standard input and output, until the editor ends it. It writes
 * no file: the editor does, where its user accepts an edit.
 */
export async function runLsp(): Promise<void> {
  const connection = createConnection(process.stdin, process.stdout);
  const encoder = new TextEncoder();
  const encoded = new WeakMap<TextDocument, { readonly version: number; readonly bytes: Uint8Array }>();
  const sites = new Map<string, EditedSite>();
  /** The addresses for which each site has told findings. */
  const told = new Map<string, Map<string, string>>();
  /** Where each open document lies, by its address. */
  const names = new Map<string, string | undefined>();
  let encoding: Encoding = "utf-16";
  let client: InitializeParams["capabilities"] = {};
  let roots: readonly string[] = [];

  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => {
      for (const change of changes) {
        const { range } = "range" in change ? change : {};
        const typed = range && {
          start: inUnits(document, range.start, encoding),
          end: inUnits(document, range.end, encoding),
        };
        TextDocument.update(
          document,
          [typed === undefined ? { text: change.text } : { text: change.text, range: typed }],
          version,
        );
      }
      return document;
    },
  });

  /** What went wrong, in words that quote no report. */
  const tell = (error: unknown): void => {
    const words = error instanceof ContentFolderError ? error.message : formatSystemError(error);
    const kind = error instanceof Error ? error.name : "unknown";
    connection.console.error(
      visible(
        words ??
          `an internal error of scrutineer (${kind}): report it with what it writes to its log when SCRUTINEER_DEBUG=1 is set`,
      ),
    );
    if (words === undefined && process.env["SCRUTINEER_DEBUG"])
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  };

  /** An answer that never fails: what cannot be answered is nothing. */
  const answering =
    <Params, Answer>(answer: (params: Params) => Promise<Answer | undefined>) =>
    async (params: Params): Promise<Answer | null> => {
      try {
        return (await answer(params)) ?? null;
      } catch (error) {
        tell(error);
        return null;
      }
    };
  const doing =
    <Params>(act: (params: Params) => void) =>
    (params: Params): void => {
      try {
        act(params);
      } catch (error) {
        tell(error);
      }
    };

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
        tell(error);
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

  const uriOf = (
    folder: string,
    path: string,
    seen: Seen | undefined,
    open: ReadonlyMap<string, TextDocument>,
  ): string => open.get(path)?.uri ?? pathToFileURL(join(folder, seen?.nameOnDisk(path) ?? path)).href;

  const publish = (folder: string, findings: readonly Diagnostic[], seen: Seen | undefined): void => {
    const open = opened(folder);
    const before = told.get(folder) ?? new Map<string, string>();
    const now = new Map<string, string>();
    const texts = new Map<string, CountedText | undefined>();
    const around = seen && sites.get(folder)?.around();
    const range = (place: Place) => {
      if (!texts.has(place.path)) texts.set(place.path, textOf(place.path, around, open));
      return rangeOf(texts.get(place.path), place, encoding);
    };
    const byPath = new Map<string, Diagnostic[]>([...open.keys()].map((path) => [path, []]));
    for (const finding of findings) {
      const own = byPath.get(finding.place.path);
      if (own === undefined) byPath.set(finding.place.path, [finding]);
      else own.push(finding);
    }
    const isRelatedShown = client.textDocument?.publishDiagnostics?.relatedInformation === true;
    for (const [path, own] of byPath) {
      const uri = uriOf(folder, path, seen, open);
      const diagnostics = own.map(
        ({ rule, severity, message, fix, place, related }): LspDiagnostic => ({
          range: range(place),
          severity: SEVERITIES[severity],
          source: "scrutineer",
          code: rule,
          codeDescription: { href: addressOfHelpPage(rule).href },
          message: visible(fix === undefined ? message : `${message}\nTo fix it: ${fix}`),
          ...(related === undefined || !isRelatedShown
            ? {}
            : {
                relatedInformation: [
                  {
                    location: { uri: uriOf(folder, related.place.path, seen, open), range: range(related.place) },
                    message: visible(related.message),
                  },
                ],
              }),
        }),
      );
      const version = open.get(path)?.version;
      const text = JSON.stringify([version, diagnostics]);
      now.set(uri, text);
      if (before.get(uri) !== text)
        void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    }
    for (const uri of before.keys()) if (!now.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    told.set(folder, now);
  };

  /** The file, the cursor and the report of a request, once it is known that they can be looked into. */
  const lookAt = async ({ textDocument, position }: TextDocumentPositionParams) => {
    const at = located(textDocument?.uri);
    if (at === undefined) return undefined;
    const { document, site, path } = at;
    if (site.seen() === undefined || isLarge(bytesOf(document))) await site.settled();
    const around = site.around();
    const text = countedText(document.getText());
    const file: EditedFile = { path, lines: text.lines };
    const cursor: Cursor = cursorAt(path, text, position, encoding);
    return around === undefined ? undefined : { ...at, around, text, file, cursor, report: site.reportAt(path) };
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    encoding = encodingAmong(client.general?.positionEncodings);
    roots = (params.workspaceFolders ?? []).flatMap(({ uri }) => fileNamed(uri) ?? []);
    if (roots.length === 0 && typeof params.rootUri === "string")
      roots = [fileNamed(params.rootUri)].filter((root) => root !== undefined);
    return {
      serverInfo: { name: "scrutineer", version: programVersion() },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        documentSymbolProvider: true,
        completionProvider: { triggerCharacters: [" ", ":", "(", "#", "/", "[", ",", "="] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    doing(() => {
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
        connection.client
          .register(DidChangeWatchedFilesNotification.type, {
            watchers: [{ globPattern: "**/{reports,meetings,pages,shared}/**" }, { globPattern: `**/${SETTINGS}` }],
          })
          .catch(tell);
      if (client.workspace?.workspaceFolders === true)
        connection.workspace.onDidChangeWorkspaceFolders(
          doing(({ added, removed }) => {
            const gone = removed.flatMap(({ uri }) => fileNamed(uri) ?? []);
            roots = [
              ...roots.filter((root) => !gone.includes(root)),
              ...added.flatMap(({ uri }) => fileNamed(uri) ?? []),
            ];
            for (const folder of [...sites.keys()])
              if (gone.some((root) => isBelow(root, folder)) && opened(folder).size === 0) close(folder);
            void lookForSites().catch(tell);
          }),
        );
      void lookForSites().catch(tell);
    }),
  );

  const lookForSites = async (): Promise<void> => {
    const { glob } = await import("tinyglobby");
    for (const cwd of roots) {
      const ignore = ["**/node_modules/**", "**/.*/**"];
      const found = await glob(`**/${SETTINGS}`, {
        cwd,
        ignore,
        deep: DEEPEST,
        absolute: true,
        followSymbolicLinks: false,
      });
      for (const path of found) siteAt(realPath(dirname(path))).changed();
    }
  };

  connection.onDidChangeWatchedFiles(
    doing(({ changes }) => {
      const names = changes.flatMap(({ uri }) => fileNamed(uri) ?? []);
      for (const [folder, site] of sites) if (names.some((name) => isBelow(folder, name))) site.changed();
      for (const name of names) if (basename(name) === SETTINGS && existsSync(name)) siteAt(dirname(name)).changed();
    }),
  );
  documents.onDidChangeContent(doing(({ document }) => located(document.uri)?.site.changed()));
  documents.onDidSave(doing(({ document }) => located(document.uri)?.site.changed()));
  documents.onDidClose(
    doing(({ document }) => {
      const name = nameOf(document.uri);
      names.delete(document.uri);
      for (const [folder, site] of sites) if (name !== undefined && isBelow(folder, name)) site.changed();
    }),
  );

  connection.onHover(
    answering(async (params): Promise<Hover | undefined> => {
      const at = await lookAt(params);
      const shown = at && hoverAt(at.file, at.cursor, at.report, at.around);
      if (at === undefined || shown === undefined) return undefined;
      const value = visible([shown.title, shown.words].filter((words) => words !== "").join("\n\n"));
      const range = rangeOf(at.text, { ...shown, line: at.cursor.line }, encoding);
      // What authors write is shown as it is: nothing in it is markup.
      return { contents: { kind: MarkupKind.PlainText, value }, range };
    }),
  );

  connection.onDefinition(
    answering(async (params): Promise<Definition | undefined> => {
      const at = await lookAt(params);
      const place = at && definitionAt(at.file, at.cursor, at.report, at.around);
      if (at === undefined || place === undefined) return undefined;
      const [open, seen] = [opened(at.site.folder), at.site.seen()];
      const { start } = rangeOf(textOf(place.path, at.around, open), place, encoding);
      return { uri: uriOf(at.site.folder, place.path, seen, open), range: { start, end: start } };
    }),
  );

  connection.onDocumentSymbol(
    answering(async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[] | undefined> => {
      const at = await lookAt({ textDocument, position: { line: 0, character: 0 } });
      if (at?.report === undefined) return undefined;
      const symbols = symbolsOf(at.path, at.report).map((symbol) => documentSymbol(symbol, at.text, encoding));
      return client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true
        ? symbols
        : symbols.flatMap((symbol) => flat(symbol, at.document.uri));
    }),
  );

  connection.onCompletion(
    answering(async (params): Promise<CompletionItem[] | undefined> => {
      const at = await lookAt(params);
      const site = at?.site.seen()?.checked.site;
      if (at === undefined || site === undefined) return undefined;
      const { around, report, cursor, text } = at;
      const offers = offersAt(at.file, cursor, { around, report, site });
      return offers.map((offer, index) =>
        completionItem(offer, index, cursor, (place) => rangeOf(text, place, encoding)),
      );
    }),
  );

  connection.onCodeAction(
    answering(async (params: CodeActionParams): Promise<CodeAction[] | undefined> => {
      const at = located(params.textDocument?.uri);
      if (at === undefined) return undefined;
      const { site, path, document } = at;
      const text = countedText(document.getText());
      const [first, last] = [params.range.start, params.range.end].map(
        (one) => cursorAt(path, text, one, encoding).line,
      );
      const isIn = (place: Place): boolean =>
        place.path === path && place.line >= (first ?? 0) && place.line <= (last ?? 0);
      const { only, triggerKind, diagnostics: asked } = params.context;
      const isWanted = (kind: string): boolean =>
        only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
      await site.settled();
      const found = site.seen()?.checked.diagnostics.filter(({ place }) => isIn(place)) ?? [];
      if (only === undefined && triggerKind === CodeActionTriggerKind.Automatic && found.length === 0) return [];
      const actions: CodeAction[] = [];
      const here = isWanted(CodeActionKind.QuickFix) ? await site.fixed(path, isIn) : undefined;
      if (here !== undefined && here.changes.length > 0) {
        const mended = asked.filter(({ source, code }) => source === "scrutineer" && !isLeft(code, here, isIn));
        actions.push({
          title: `Fix what is here: ${namesOf(here)}`,
          kind: CodeActionKind.QuickFix,
          diagnostics: mended,
          isPreferred: true,
          edit: workspaceEdit(here.changes, site),
        });
      }
      const all = isWanted(FIX_ALL) ? await site.fixed(path) : undefined;
      if (all !== undefined && all.changes.length > 0)
        actions.push({
          title: `Fix in this file and its report all that needs no judgement: ${namesOf(all)}`,
          kind: FIX_ALL,
          edit: workspaceEdit(all.changes, site),
        });
      return actions;
    }),
  );

  const workspaceEdit = (changes: readonly FileChange[], site: EditedSite): WorkspaceEdit => {
    const [open, seen] = [opened(site.folder), site.seen()];
    const edits = changes.map((change): TextDocumentEdit => {
      const uri = uriOf(site.folder, change.path, seen, open);
      const known = open.get(change.path);
      const { text, edits: own } = editsOf(change, known !== undefined);
      const document = TextDocument.create(uri, "markdown", 0, text);
      const at = (offset: number) => positionIn(document, offset, encoding);
      return {
        textDocument: { uri, version: known?.version ?? null },
        edits: own.map(({ start, end, text: newText }) => ({ range: { start: at(start), end: at(end) }, newText })),
      };
    });
    if (client.workspace?.workspaceEdit?.documentChanges === true) return { documentChanges: edits };
    return {
      changes: Object.fromEntries(
        edits.map(({ textDocument: { uri }, edits: own }) => [uri, own.filter((edit) => "newText" in edit)]),
      ),
    };
  };

  documents.listen(connection);
  connection.listen();
  // The library ends the process when the editor does.
  await new Promise<never>(() => {});
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} as const;

const KINDS = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  reference: CompletionItemKind.Reference,
} as const;

function completionItem(
  { kind, text, label = text, detail, help, column }: Offer,
  index: number,
  cursor: Cursor,
  rangeAt: (place: Omit<Place, "path">) => Range,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    ...(detail ? { detail: visible(detail) } : {}),
    ...(help === undefined ? {} : { documentation: visible(help) }),
    sortText: String(index).padStart(5, "0"),
    filterText: text,
    textEdit: { range: rangeAt({ line: cursor.line, column, endColumn: cursor.column }), newText: text },
  };
}

function documentSymbol(
  { kind, name, line, column, endLine, children }: OutlineEntry,
  text: CountedText,
  encoding: Encoding,
): DocumentSymbol {
  const selectionRange = rangeOf(text, { line, column }, encoding);
  const { end } = rangeOf(text, { line: endLine, column: 1 }, encoding);
  return {
    name: visible(name),
    kind: kind === "paragraph" ? SymbolKind.String : SymbolKind.Module,
    range: { start: selectionRange.start, end },
    selectionRange,
    children: children.map((child) => documentSymbol(child, text, encoding)),
  };
}

function flat({ name, kind, range, children = [] }: DocumentSymbol, uri: string): SymbolInformation[] {
  return [{ name, kind, location: { uri, range } }, ...children.flatMap((child) => flat(child, uri))];
}

/** Whether a rule still finds something at a place when the fix is made. */
function isLeft(rule: unknown, { left }: FixedContent, isIn: (place: Place) => boolean): boolean {
  return left.some((one) => one.rule === rule && isIn(one.place));
}

function namesOf({ changes }: FixedContent): string {
  const names = changes.flatMap(({ corrections }) => corrections.map(({ name }) => name));
  return [...new Set(names)].join(", ");
}

/** The real name of the file of an address; nothing, where it is that of no file on a disk. */
function fileNamed(uri: string): string | undefined {
  try {
    return realPath(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** The content folder of a file: the nearest folder above it that has settings, or one that is known already. */
function folderOf(name: string, known: readonly string[]): string | undefined {
  for (let folder = dirname(name); folder !== dirname(folder); folder = dirname(folder))
    if (
      known.includes(folder) ||
      (basename(name) === SETTINGS && folder === dirname(name)) ||
      isFile(join(folder, SETTINGS))
    )
      return folder;
  return undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

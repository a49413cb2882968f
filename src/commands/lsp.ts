import { existsSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type CompletionItem,
  createConnection,
  type Definition,
  DidChangeWatchedFilesNotification,
  type DocumentSymbol,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  type SymbolInformation,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { offersAt } from "../editor/completion.ts";
import type { Cursor, EditedFile } from "../editor/cursor.ts";
import { definitionAt } from "../editor/definition.ts";
import { hoverAt } from "../editor/hover.ts";
import { encodingAmong } from "../editor/position-encoding.ts";
import { symbolsOf } from "../editor/symbols.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { programVersion } from "../io/program-version.ts";
import { realPath } from "../io/real-path.ts";
import { formatSystemError } from "../io/system-errors.ts";
import type { Place } from "../model/source.ts";
import type { FileChange } from "../pipeline/fix-content.ts";
import { visible } from "../printers/printable.ts";
import { SETTINGS } from "../site/content.ts";
import { type EditedSite, isLarge } from "./edited-site.ts";
import { completionItem, documentSymbol, flat, isLeft, namesOf, SOURCE, textDocumentEdit } from "./lsp-answers.ts";
import { fileNamed, isBelow, PASSED_OVER, rootsAt } from "./lsp-files.ts";
import { countedText, cursorAt, inUnits, rangeOf } from "./lsp-places.ts";
import { type Session, sitesInEditor } from "./lsp-sites.ts";

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
  const session: Session = { encoding: "utf-16", isRelatedShown: false, roots: [] };
  let client: InitializeParams["capabilities"] = {};

  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => {
      for (const change of changes) {
        const { range } = "range" in change ? change : {};
        const typed = range && {
          start: inUnits(document, range.start, session.encoding),
          end: inUnits(document, range.end, session.encoding),
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

  const { located, opened, siteAt, textOf, uriOf, bytesOf, changed, forget, leave } = sitesInEditor(
    documents,
    session,
    {
      // Where the editor has gone meanwhile, nobody is to be told.
      send: (params) => void connection.sendDiagnostics(params).catch(() => {}),
      onFailed: tell,
    },
  );

  /** The file, the cursor and the report of a request, once it is known that they can be looked into. */
  const lookAt = async ({ textDocument, position }: TextDocumentPositionParams) => {
    const at = located(textDocument?.uri);
    if (at === undefined) return undefined;
    const { document, site, path } = at;
    if (site.seen() === undefined || isLarge(bytesOf(document))) await site.settled();
    const around = site.around();
    const text = countedText(document.getText());
    const file: EditedFile = { path, lines: text.lines };
    const cursor: Cursor = cursorAt(path, text, position, session.encoding);
    return around === undefined ? undefined : { ...at, around, text, file, cursor, report: site.reportAt(path) };
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    session.encoding = encodingAmong(client.general?.positionEncodings);
    session.isRelatedShown = client.textDocument?.publishDiagnostics?.relatedInformation === true;
    session.roots = (params.workspaceFolders ?? []).flatMap(({ uri }) => rootsAt(uri));
    if (session.roots.length === 0 && typeof params.rootUri === "string") session.roots = rootsAt(params.rootUri);
    return {
      serverInfo: { name: "scrutineer", version: programVersion() },
      capabilities: {
        positionEncoding: session.encoding,
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
            const gone = removed.flatMap(({ uri }) => rootsAt(uri).map(({ real }) => real));
            const kept = session.roots.filter(({ real }) => !gone.includes(real));
            session.roots = [...kept, ...added.flatMap(({ uri }) => rootsAt(uri))];
            for (const root of gone) leave(root);
            void lookForSites().catch(tell);
          }),
        );
      void lookForSites().catch(tell);
    }),
  );

  const lookForSites = async (): Promise<void> => {
    const { glob } = await import("tinyglobby");
    for (const { real: cwd } of session.roots) {
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
      changed(names);
      const isFound = (name: string): boolean =>
        session.roots.some(({ real }) => isBelow(real, name) && !PASSED_OVER.test(relative(real, name)));
      for (const name of names)
        if (basename(name) === SETTINGS && existsSync(name) && isFound(name)) siteAt(dirname(name)).changed();
    }),
  );
  documents.onDidChangeContent(doing(({ document }) => located(document.uri)?.site.changed()));
  documents.onDidSave(doing(({ document }) => located(document.uri)?.site.changed()));
  documents.onDidClose(doing(({ document }) => forget(document.uri)));

  connection.onHover(
    answering(async (params): Promise<Hover | undefined> => {
      const at = await lookAt(params);
      const shown = at && hoverAt(at.file, at.cursor, at.report, at.around);
      if (at === undefined || shown === undefined) return undefined;
      const value = visible([shown.title, shown.words].filter((words) => words !== "").join("\n\n"));
      const range = rangeOf(at.text, { ...shown, line: at.cursor.line }, session.encoding);
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
      const { start } = rangeOf(textOf(place.path, at.around, open), place, session.encoding);
      return { uri: uriOf(at.site.folder, place.path, seen, open), range: { start, end: start } };
    }),
  );

  connection.onDocumentSymbol(
    answering(async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[] | undefined> => {
      const at = await lookAt({ textDocument, position: { line: 0, character: 0 } });
      if (at?.report === undefined) return undefined;
      const symbols = symbolsOf(at.path, at.report).map((symbol) => documentSymbol(symbol, at.text, session.encoding));
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
        completionItem(offer, index, cursor, (place) => rangeOf(text, place, session.encoding)),
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
        (one) => cursorAt(path, text, one, session.encoding).line,
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
      const edit = here && workspaceEdit(here.changes, site);
      if (here !== undefined && edit !== undefined && here.changes.length > 0) {
        const fixed = asked.filter(({ source, code }) => source === SOURCE && !isLeft(code, here, isIn));
        const title = `Fix what is here: ${namesOf(here)}`;
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: fixed, isPreferred: true, edit });
      }
      const all = isWanted(FIX_ALL) ? await site.fixed(path) : undefined;
      const editOfAll = all && workspaceEdit(all.changes, site);
      if (all !== undefined && editOfAll !== undefined && all.changes.length > 0) {
        const title = `Fix in this file and its report all that needs no judgement: ${namesOf(all)}`;
        actions.push({ title, kind: FIX_ALL, edit: editOfAll });
      }
      return actions;
    }),
  );

  /** What a fix changes; nothing, where the editor has meanwhile another text than was fixed. */
  const workspaceEdit = (changes: readonly FileChange[], site: EditedSite): WorkspaceEdit | undefined => {
    const [open, seen] = [opened(site.folder), site.seen()];
    const edits = changes.map((change) =>
      textDocumentEdit(change, uriOf(site.folder, change.path, seen, open), open.get(change.path), session.encoding),
    );
    const known = edits.filter((edit) => edit !== undefined);
    if (known.length < edits.length) return undefined;
    if (client.workspace?.workspaceEdit?.documentChanges === true) return { documentChanges: known };
    return { changes: Object.fromEntries(known.map(({ textDocument: { uri }, edits: own }) => [uri, own])) };
  };

  documents.listen(connection);
  connection.listen();
  // The library ends the process when the editor does.
  await new Promise<never>(() => {});
}

import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { CLI } from "../compiled-cli.ts";

/** An editor that speaks with the compiled program over standard input and output. */
export interface EditorSession {
  readonly initialized: InitializeResult;
  readonly uriOf: (path: string) => string;
  readonly open: (path: string, text: string) => Promise<void>;
  /** Replaces a stretch of an open file, or all of it. */
  readonly change: (
    path: string,
    text: string,
    range?: { readonly start: Position; readonly end: Position },
  ) => Promise<void>;
  readonly close: (path: string) => Promise<void>;
  /** Waits until what is told of a file is so. */
  readonly told: (
    path: string,
    isRight: (told: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** Waits until a file has this many findings of a rule, as it is now. */
  readonly rules: (path: string, ...rules: readonly string[]) => Promise<PublishDiagnosticsParams>;
  readonly ask: <Answer>(method: string, params?: object) => Promise<Answer>;
  readonly notify: (method: string, params?: object) => Promise<void>;
  /** Sends bytes as they are. */
  readonly send: (text: string) => void;
  readonly logged: () => readonly string[];
  readonly printed: () => string;
  /** Ends it as an editor does, and gives the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as an editor that has crashed. */
  readonly leave: () => Promise<number | null>;
}

const running = new Set<() => Promise<number | null>>();

/** Ends every session that a test has left. */
export async function leaveAll(): Promise<void> {
  for (const leave of running) await leave();
}

const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

interface EditorOptions {
  readonly capabilities?: ClientCapabilities | undefined;
  readonly variables?: Readonly<Record<string, string>>;
  /** What the editor starts. */
  readonly command?: readonly [string, ...string[]];
}

/** Starts the program as an editor whose workspace is a folder does. */
export async function startEditor(
  folder: string,
  { capabilities = {}, variables = {}, command = [process.execPath, CLI, "lsp", "--stdio"] }: EditorOptions = {},
): Promise<EditorSession> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...variables },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  child.stdin.on("error", () => {});
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const told = new Map<string, PublishDiagnosticsParams>();
  const versions = new Map<string, number>();
  const waiting = new Set<() => void>();
  const logged: string[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.set(params.uri, params);
    for (const look of waiting) look();
  });
  connection.onNotification("window/logMessage", ({ message }: LogMessageParams) => {
    logged.push(message);
    for (const look of waiting) look();
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const root = pathToFileURL(folder).href;
  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "work" }],
    capabilities: { ...CAPABILITIES, ...capabilities },
  });
  await connection.sendNotification("initialized", {});
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const waitFor: EditorSession["told"] = (path, isRight) =>
    new Promise((resolve) => {
      const look = (): void => {
        const now = told.get(uriOf(path));
        if (now === undefined || !isRight(now)) return;
        waiting.delete(look);
        resolve(now);
      };
      waiting.add(look);
      look();
    });
  const versioned = (path: string) => {
    const version = (versions.get(path) ?? 0) + 1;
    versions.set(path, version);
    return { uri: uriOf(path), version };
  };
  const leave = (): Promise<number | null> => {
    running.delete(leave);
    child.stdin.end();
    return ended;
  };
  running.add(leave);
  return {
    initialized,
    uriOf,
    open: (path, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { ...versioned(path), languageId: "markdown", text },
      }),
    change: (path, text, range) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: versioned(path),
        contentChanges: [range === undefined ? { text } : { range, text }],
      }),
    close: (path) => {
      versions.delete(path);
      return connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
    },
    told: waitFor,
    rules: (path, ...rules) =>
      waitFor(
        path,
        ({ version, diagnostics }) =>
          version === versions.get(path) && diagnostics.map(({ code }) => String(code)).join() === rules.join(),
      ),
    ask: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    send: (text) => child.stdin.write(text),
    logged: () => logged,
    printed: () => printed,
    stop: async () => {
      running.delete(leave);
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      return ended;
    },
    leave,
  };
}

/** A text after the edits of a file, with positions in UTF-16 units. */
export function edited(
  text: string,
  edits: readonly { readonly range: { readonly start: Position; readonly end: Position }; readonly newText: string }[],
): string {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (match) => match.index + match[0].length)];
  const at = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return edits
    .toSorted((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, at(range.start)) + newText + now.slice(at(range.end)), text);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ContentFolderError } from "./content-folder-error.ts";

/** What a request asks for, once it is certain that it comes from this computer and means this server. */
export interface Request {
  /** The path below the root of the server, decoded, in Unicode's form NFC, without its first slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly asked: IncomingMessage;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers a request; nothing, where it has written to the response, or will. */
export type Respond = (request: Request, response: ServerResponse) => Promise<Answer | undefined> | Answer | undefined;

/** A server that runs. */
export interface LoopbackServer {
  /** Its address, ending in `/`. */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";

/** How many ports are tried, one after the other. */
const MOST_PORTS = 50;

/**
 * Serves to this computer alone, at a port or, where that is taken, the next that is free, unless it must be this one. Names of other hosts,
 * methods that change something, and paths that could mean two things are refused before anything looks at them. Throws
 * `ContentFolderError` where there is no port to be had.
 */
export async function serveOnLoopback(
  respond: Respond,
  { port: first, isStrict }: { readonly port: number; readonly isStrict: boolean },
): Promise<LoopbackServer> {
  let port = first;
  const server = createServer((asked, response) => {
    answer(asked, response, port, respond).catch(() => send(response, plain(500, FAILED), asked.method === "HEAD"));
  });
  port = await listen(server, first, isStrict);
  return {
    origin: `http://${HOST}:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number, isStrict: boolean): Promise<number> {
  for (let port = first; ; port++) {
    const code = await tryPort(server, port);
    if (code === undefined) {
      const address = server.address();
      return address !== null && typeof address === "object" ? address.port : port;
    }
    if (code !== "EADDRINUSE")
      throw new ContentFolderError(
        `port ${port} cannot be used (${code}): name another with --port, such as --port 8080`,
      );
    if (isStrict)
      throw new ContentFolderError(
        `port ${port} is in use: name another with --port, or take the next free one by leaving --strict-port out`,
      );
    if (port - first >= MOST_PORTS || port >= LAST_PORT)
      throw new ContentFolderError(`the ports ${first} to ${port} are all in use: name another with --port`);
  }
}

const LAST_PORT = 65_535;

/** Why a port cannot be listened at; nothing, where it is listened at now. */
function tryPort(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      if (error.code === undefined) reject(error);
      else resolve(error.code);
    };
    const onListening = (): void => {
      server.off("error", onError);
      resolve(undefined);
    };
    server.once("error", onError).once("listening", onListening);
    server.listen({ port, host: HOST, exclusive: true });
  });
}

async function answer(asked: IncomingMessage, response: ServerResponse, port: number, respond: Respond): Promise<void> {
  const isHead = asked.method === "HEAD";
  const refusal = refusalOf(asked, port);
  if (refusal !== undefined) return send(response, refusal, isHead);
  const url = asked.url ?? "";
  const path = pathIn(url);
  if (path === undefined) return send(response, plain(400, "This is not an address of this site.\n"), isHead);
  const query = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? "");
  const answered = await respond({ path, query, asked }, response);
  if (answered !== undefined) send(response, answered, isHead);
}

/**
 * Why a request is answered by nothing else: another host's name would let a page of that host read what is served
 * here.
 */
function refusalOf({ method, headers, rawHeaders }: IncomingMessage, port: number): Answer | undefined {
  if (method !== "GET" && method !== "HEAD") {
    const { headers: types, ...refused } = plain(405, "Only GET and HEAD are answered.\n");
    return { ...refused, headers: { ...types, Allow: "GET, HEAD" } };
  }
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  const names = [`${HOST}:${port}`, `localhost:${port}`, ...(port === HTTP ? [HOST, "localhost"] : [])];
  if (hosts.length !== 1 || !names.includes((headers.host ?? "").toLowerCase()))
    return plain(403, `This server answers only to http://${HOST}:${port}/.\n`);
  const site = headers["sec-fetch-site"];
  // Another site may lead here by a link, and may put nothing of what is here into its own pages.
  if (site !== undefined && site !== "same-origin" && site !== "none" && headers["sec-fetch-mode"] !== "navigate")
    return plain(403, "Other sites cannot use what is served here.\n");
  return undefined;
}

const HTTP = 80;

/**
 * The path that an address asks for, decoded, without its first slash; nothing, where it is written in a way that one
 * program reads as one path and another as another.
 */
export function pathIn(url: string): string | undefined {
  const [written = ""] = url.split(/[?#]/, 1);
  if (!written.startsWith("/") || /\/\/|\\|%(?:2f|5c|00)/i.test(written)) return undefined;
  const path = decoded(written)?.slice(1).normalize("NFC");
  if (path === undefined || /[\\\p{Cc}]/u.test(path)) return undefined;
  return path.split("/").some((part) => part === "." || part === "..") ? undefined : path;
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

const FAILED = "An internal error of scrutineer stopped this answer: please report it, with the address.\n";

/** A short text. */
export function plain(status: number, text: string): Answer {
  return {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
    body: text,
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "Cross-Origin-Resource-Policy": "same-origin",
    ...headers,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(isHead ? undefined : body);
}

import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { encodePath } from "../addresses/addresses.ts";
import type { ManifestEntry } from "../outputs/manifest.ts";

/** What a host answers for a file: what it is, that there is none, or in words why it cannot be said. */
export type HostedFile =
  | { readonly kind: "there"; readonly entry: ManifestEntry; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unread"; readonly why: string };

/** How much of a file is read: what is longer is another file than the one that is looked for. */
interface Wanted {
  readonly mostBytes: number;
  /** Whether its text is wanted, too. */
  readonly isText?: boolean;
}

/** In milliseconds. */
const MOST_SILENCE = 30_000;
const BETWEEN_TRIES = 500;
const MOST_TRIES = 3;
const MOST_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** A host that answers so may do better a moment later. */
const FOR_NOW: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks a host for a file of the site at `root`, which ends in a slash, at the address at which readers find it: that of a page is its folder.
 * It follows where the host leads on, as long as that is the same host, and tries again where it fails for now.
 */
export async function fileOnHost(root: URL, path: string, wanted: Wanted): Promise<HostedFile> {
  const address = new URL(encodePath(path.replace(/(^|\/)index\.html$/, "$1")), root);
  for (let tries = 1; ; tries += 1) {
    const { answer, isForNow } = await ask(address, wanted);
    if (!isForNow || tries === MOST_TRIES) return answer;
    await wait(BETWEEN_TRIES * tries);
  }
}

interface Tried {
  readonly answer: HostedFile;
  readonly isForNow: boolean;
}

async function ask(first: URL, wanted: Wanted): Promise<Tried> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), MOST_SILENCE);
  try {
    let address: URL = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(address, {
        redirect: "manual",
        signal: silence.signal,
        headers: { "Cache-Control": "no-cache", "User-Agent": "scrutineer-verify" },
      });
      const location = REDIRECTS.has(response.status) ? response.headers.get("location") : null;
      if (location === null) return await answerOf(response, first, wanted, () => timer.refresh());
      await response.body?.cancel();
      const next = URL.canParse(location, address.href) ? new URL(location, address.href) : undefined;
      if (next === undefined || !isSameHost(address, next))
        return final({ kind: "unread", why: "the host leads on to another one, such as a page to log in" });
      address = next;
    }
    return final({ kind: "unread", why: "the host leads on and on" });
  } catch (error) {
    return { answer: { kind: "unread", why: formatNetworkError(error) }, isForNow: true };
  } finally {
    clearTimeout(timer);
  }
}

const final = (answer: HostedFile): Tried => ({ answer, isForNow: false });

/** The same name, and no step from an encrypted connection to one that is not. */
function isSameHost(from: URL, to: URL): boolean {
  const isSafe = to.protocol === from.protocol || to.protocol === "https:";
  return isSafe && to.hostname === from.hostname && to.username === "" && to.password === "";
}

async function answerOf(response: Response, asked: URL, wanted: Wanted, heard: () => void): Promise<Tried> {
  const { status } = response;
  // A host may show this page with the status for which it is there.
  const isShown = status === 200 || (status === 404 && asked.pathname.endsWith("/404.html"));
  if (isShown) return final(await read(response, wanted, heard));
  await response.body?.cancel();
  if (status === 404 || status === 410) return final({ kind: "absent" });
  const why =
    status === 401 || status === 403
      ? `the host refuses it (${status}): a site behind a login can be compared as a folder`
      : `the host answers with an error (${status})`;
  return { answer: { kind: "unread", why }, isForNow: FOR_NOW.has(status) };
}

async function read(response: Response, { mostBytes, isText = false }: Wanted, heard: () => void): Promise<HostedFile> {
  const hash = createHash("sha256");
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    heard();
    bytes += piece.length;
    hash.update(piece);
    if (isText) pieces.push(piece);
    // To leave the loop ends the transfer.
    if (bytes > mostBytes) break;
  }
  return { kind: "there", entry: { sha256: hash.digest("hex"), bytes }, text: Buffer.concat(pieces).toString("utf8") };
}

const IN_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no host of that name, or this computer is not connected",
  EAI_AGAIN: "the name of the host cannot be looked up now, or this computer is not connected",
  ECONNREFUSED: "nothing answers there",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "this computer is not connected",
  ECONNRESET: "the host ended the connection",
  UND_ERR_SOCKET: "the host ended the connection",
  UND_ERR_CONNECT_TIMEOUT: "the host does not answer",
  ETIMEDOUT: "the host does not answer",
};

/** What stopped a transfer, in words that quote nothing of what was transferred. */
function formatNetworkError(error: unknown): string {
  if (error instanceof Error && error.name === "AbortError") return "nothing came for 30 seconds";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) return `its certificate is not valid (${code})`;
  return IN_WORDS[code] ?? `it cannot be asked${code === "" ? "" : ` (${code})`}`;
}

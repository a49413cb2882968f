import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { encodePath } from "../addresses/addresses.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { liesWithin } from "../io/lies-within.ts";
import { type Answer, plain, serveOnLoopback } from "../io/loopback-server.ts";
import { mediaType } from "../io/media-types.ts";
import { openInBrowser } from "../io/open-in-browser.ts";
import { EDITIONS, editionIn } from "../io/published-edition.ts";
import { realPath } from "../io/real-path.ts";
import type { Edition } from "../model/settings.ts";
import { KEPT_FOR_GOOD, serverHeaders } from "../outputs/content-security-policy.ts";

export interface PreviewCommandOptions {
  readonly port: number;
  readonly strictPort?: boolean | undefined;
  readonly open?: boolean | undefined;
}

/**
 * Serves what `build` has made to this computer's own browsers, with the headers that a host is to send, until the
 * process is told to end. Throws `ContentFolderError` where the folder holds no site.
 */
export async function runPreview(folder: string, { port, strictPort, open }: PreviewCommandOptions): Promise<0> {
  const edition = editionIn(folder);
  if (edition === undefined)
    throw new ContentFolderError(
      `${folder} has no site that scrutineer made: run npx scrutineer build first, or name the folder that it was made in`,
    );
  const root = resolve(folder);
  const server = await serveOnLoopback(({ path }) => answerFrom(root, path), { port, isStrict: strictPort === true });
  const moved = port === 0 || server.port === port ? "" : ` (port ${port} is in use)`;
  process.stderr.write(`Serving ${folder} at ${server.origin}${moved}, ${EDITIONS[edition]}; Ctrl-C ends it\n`);
  if (open) openInBrowser(server.origin);
  try {
    await untilStopped();
  } finally {
    await server.close();
  }
  return 0;
}

/** A build may put another site in the place of this one meanwhile, so each file is looked for anew. */
function answerFrom(folder: string, path: string): Answer {
  // The whole answer is of one site, also where a link leads to another meanwhile.
  const root = realPath(folder);
  const edition = editionIn(root);
  if (edition === undefined) return plain(503, "The site is being replaced: load the page again.\n");
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const body = fileAt(root, name);
  if (body !== undefined) return { status: 200, headers: headersOf(edition, name), body };
  if (fileAt(root, `${path}/index.html`) !== undefined)
    return { status: 301, headers: { ...headersOf(edition, path), Location: `/${encodePath(path)}/` }, body: "" };
  return { status: 404, headers: headersOf(edition, "404.html"), body: fileAt(root, "404.html") ?? "" };
}

/** The file of headers, and what has a name that begins with a dot, is shown by no host. */
function fileAt(root: string, path: string): Uint8Array | undefined {
  if (path === "_headers" || path.split("/").some((part) => part.startsWith("."))) return undefined;
  const file = join(root, path);
  try {
    return statSync(file).isFile() && liesWithin(root, file) ? readFileSync(file) : undefined;
  } catch {
    // Whatever the system has against it, such as too long a name, there is no page.
    return undefined;
  }
}

function headersOf(edition: Edition, path: string): Readonly<Record<string, string>> {
  const isKept = edition === "public" && path.startsWith("assets/");
  return {
    "Cache-Control": isKept ? KEPT_FOR_GOOD : "no-cache",
    ...Object.fromEntries(serverHeaders(edition)),
    "Content-Type": mediaType(path),
  };
}

/** Comes back when the process is told to end, as by Ctrl-C. */
function untilStopped(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
  });
}

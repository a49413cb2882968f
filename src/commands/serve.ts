import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { pdfPath } from "../addresses/addresses.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { type Answer, pathIn as pathAsked, plain, type Request, serveOnLoopback } from "../io/loopback-server.ts";
import { mediaType } from "../io/media-types.ts";
import { openInBrowser } from "../io/open-in-browser.ts";
import { openInEditor } from "../io/open-in-editor.ts";
import { explainLine, formatCountsOf, type PrintOptions, printDiagnostics } from "../io/print-diagnostics.ts";
import { addressOfProgramFile } from "../io/program-files.ts";
import { PublishError } from "../io/publish-error.ts";
import { publishedFile } from "../io/published-bytes.ts";
import { templatesReader } from "../io/read-templates.ts";
import { formatSystemError } from "../io/system-errors.ts";
import { secondsSince, timeOfDay } from "../io/terminal.ts";
import { watchFolder } from "../io/watch-folder.ts";
import type { Edition } from "../model/settings.ts";
import type { CalendarDate } from "../model/source.ts";
import { FaultInOutput } from "../outputs/fault-in-output.ts";
import { formatPlainFiles, inNumber } from "../printers/counts.ts";
import { pathIn } from "../printers/findings.ts";
import { printable } from "../printers/printable.ts";
import { typedCommand } from "../printers/typed-command.ts";
import { isOfWholeSite } from "../site/content.ts";
import { freshFindings } from "./fresh-findings.ts";
import { isMoved, PREVIEW, previewHeaders, problemPage, servedPage, withVersion } from "./served-page.ts";
import { type SiteInMemory, type SiteInMemoryOptions, siteInMemory } from "./site-in-memory.ts";

export interface ServeCommandOptions {
  readonly edition: Edition;
  readonly port: number;
  readonly strictPort?: boolean | undefined;
  /** Open the reader's own browser. */
  readonly open?: boolean | undefined;
  readonly asOf?: CalendarDate | undefined;
  readonly quiet?: boolean | undefined;
  readonly color: boolean;
  /** Those that come with the program, if none are given. */
  readonly templates?: SiteInMemoryOptions["templates"];
}

/**
 * Shows the site of a content folder to this computer's own browsers, and again whenever a file is saved, until the
 * process is told to end. Drafts and broken reports are shown, and nothing is written to a disk. Throws
 * `ContentFolderError` where there is no such folder, or no port to be had.
 */
export async function runServe(folder: string, options: ServeCommandOptions): Promise<0> {
  const { edition, asOf, templates = templatesReader() } = options;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ContentFolderError(
      `there is no folder ${folder}: name the content folder, or begin a site with npx scrutineer init`,
    );
  const preview = previewOf(folder, edition, siteInMemory({ folder, edition, asOf, templates }), {
    format: "pretty",
    quiet: options.quiet,
    color: options.color,
  });
  let server: Awaited<ReturnType<typeof serveOnLoopback>> | undefined;
  try {
    await watchFolder(folder, async () => {
      await preview.refresh();
      if (server !== undefined) return;
      const { port } = options;
      server = await serveOnLoopback(preview.respond, { port, isStrict: options.strictPort === true });
      const moved = port === 0 || server.port === port ? "" : ` (port ${port} is in use)`;
      process.stderr.write(
        `Serving ${shown(folder)} at ${server.origin}${moved}, ${edition === "members" ? "members' edition" : "public edition"} with drafts; Ctrl-C ends it\n`,
      );
      if (options.open) openInBrowser(server.origin);
    });
  } finally {
    preview.end();
    await server?.close();
  }
  return 0;
}

/** A window of a browser that hears of changes. */
interface Listener {
  readonly response: ServerResponse;
  /** The path of its page below the root of the server. */
  readonly path: string;
}

/** What is shown, how it is looked at again, and how requests are answered. */
export function previewOf(folder: string, edition: Edition, look: () => Promise<SiteInMemory>, printing: PrintOptions) {
  // Whoever has it was shown a page of this server's: another site can ask for an address, and cannot read one.
  const token = randomBytes(16).toString("hex");
  const listeners = new Set<Listener>();
  const seen = freshFindings();
  let site: SiteInMemory | undefined;
  let problem = "";
  // Counts how often it was looked at, so that a page that was asked for before a change and shown after it is loaded
  // again.
  let version = 0;

  const bodyOf = (at: SiteInMemory | undefined, path: string): string | undefined => {
    const file = at && pageAt(at, path, edition, folder);
    return file === undefined || !("body" in file) ? undefined : file.body;
  };

  // A picture may be another one at the same address.
  const isNew = (path: string): boolean =>
    site !== undefined && (site.isSharedChanged || site.changed.includes(addressBelow(site, path) ?? ""));

  const tell = (before: SiteInMemory | undefined): void => {
    const [address, ...more] = site?.changed ?? [];
    const target = site === undefined || address === undefined || more.length > 0 ? undefined : site.basePath + address;
    for (const listener of listeners) {
      const { response, path } = listener;
      const isElsewhere = target !== undefined && pathAsked(target) !== path;
      if (before !== undefined && isElsewhere) send(response, "go", target);
      else if (isNew(path) || bodyOf(before, path) !== bodyOf(site, path)) send(response, "reload", "");
      else send(response, "state", stateAt(path));
    }
  };

  const stateAt = (path: string) => {
    if (site === undefined) return { token, findings: [], counted: "", worst: "", problem, writtenAt: {}, marks: {} };
    const { findings, pages, basePath } = site;
    const page = pages.get(addressBelow(site, path) ?? "");
    const here = new Set(page?.findings ?? []);
    const inOrder = [...here, ...findings.filter((finding) => !here.has(finding))];
    const shownFindings = inOrder.slice(0, MOST_SHOWN).map((finding) => {
      const { severity, rule, message, fix, place } = finding;
      const { path: file, line, column } = place;
      const where = `${pathIn(shown(folder), file)}:${line}:${column}`;
      return { severity, rule, message, fix, where, path: file, line, column, isHere: here.has(finding) };
    });
    return {
      token,
      findings: shownFindings,
      counted: formatCountsOf(findings),
      worst: ["error", "warning", "hint"].find((severity) => findings.some((one) => one.severity === severity)) ?? "",
      problem: problem === "" && site.isFromBefore ? fromBefore(findings) : problem,
      writtenAt: Object.fromEntries(page?.writtenAt ?? []),
      marks: Object.fromEntries(
        [...pages].flatMap(([address, { marks }]) => (marks[0] === undefined ? [] : [[basePath + address, marks[0]]])),
      ),
    };
  };

  const refresh = async (): Promise<void> => {
    const started = performance.now();
    const before = site;
    try {
      site = await look();
      problem = "";
      version++;
    } catch (error) {
      problem = problemOf(error);
      seen.forget();
      if (process.env["SCRUTINEER_DEBUG"])
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.stderr.write(`${timeOfDay()}  error: ${printable(problem)}\n`);
    }
    if (site !== undefined && problem === "") await print(site, started);
    tell(before);
  };

  const print = async ({ findings, checked, isFromBefore }: SiteInMemory, started: number): Promise<void> => {
    const fresh = seen.among(findings);
    await printDiagnostics({ diagnostics: fresh, ...checked, folder: shown(folder) }, printing);
    const rest = findings.length - fresh.length;
    const above = rest === 0 || fresh.length === 0 ? "" : ` (${rest} of them as before)`;
    if (printing.quiet && fresh.length === 0) return;
    process.stderr.write(
      `${timeOfDay()}  Made ${inNumber(checked.reports.length, "report")}${formatPlainFiles(checked.plainFiles)}: ${formatCountsOf(findings)}${above}, ${secondsSince(started)}\n${isFromBefore ? `${fromBefore(findings)}\n` : ""}${explainLine(fresh, printing)}`,
    );
  };

  const listen = ({ query, asked }: Request, response: ServerResponse): undefined => {
    const path = pathAsked(query.get("page") ?? "/") ?? "";
    const listener = { response, path };
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    const isOld = site !== undefined && query.get("version") !== String(version);
    send(response, isOld ? "reload" : "state", isOld ? "" : stateAt(path));
    listeners.add(listener);
    asked.once("close", () => listeners.delete(listener));
  };

  const openFile = ({ query }: Request): Answer => {
    const [path, line, column] = [query.get("path") ?? "", numberIn(query.get("line")), numberIn(query.get("column"))];
    if (query.get("token") !== token) return plain(403, "This address works only from a page of the preview.\n");
    if (site?.isContent(path) !== true) return plain(404, "There is no such file in the content folder.\n");
    const file = join(folder, site.inspected.nameOnDisk?.(path) ?? path);
    const failures: string[] = [];
    openInEditor(file, { line, column }, (why) => {
      failures.push(why);
      process.stderr.write(
        `${printable(pathIn(shown(folder), path))}:${line}:${column} was not opened: ${printable(why)}\n`,
      );
    });
    const [why] = failures;
    return why === undefined ? { status: 204, headers: {}, body: "" } : plain(500, `The file was not opened: ${why}\n`);
  };

  const respond = async (request: Request, response: ServerResponse): Promise<Answer | undefined> => {
    const { path, asked } = request;
    if (path === `${PREVIEW}events` && asked.method === "GET") return listen(request, response);
    if (path === `${PREVIEW}open` && asked.method === "GET") return openFile(request);
    if (OWN_FILES.some((name) => path === PREVIEW + name)) return ownFile(path, edition);
    if (site === undefined) {
      const body = servedPage(problemPage("The site cannot be made yet", [problem], [], ""), undefined, edition);
      return { status: 503, headers: previewHeaders(edition, HTML), body };
    }
    const found = pageAt(site, path, edition, folder);
    if ("to" in found) return { status: 302, headers: { Location: found.to, "Cache-Control": "no-store" }, body: "" };
    if ("body" in found) {
      const { status, type, body } = found;
      return { status, headers: previewHeaders(edition, type), body: withVersion(body, version) };
    }
    try {
      const body = await publishedFile(site.inspected, found.copyOf, edition);
      return { status: 200, headers: previewHeaders(edition, found.type), body };
    } catch (error) {
      if (error instanceof PublishError) return plain(503, "The file has just been changed: load it again.\n");
      const words = formatSystemError(error);
      if (words !== undefined) return plain(503, `${words}\n`);
      throw error;
    }
  };

  const end = (): void => {
    for (const { response } of listeners) response.end();
  };

  return { refresh, respond, end };
}

/** The panel of a page lists no more findings than these; the terminal has all. */
const MOST_SHOWN = 200;

function fromBefore(findings: SiteInMemory["findings"]): string {
  const file = findings.find(({ severity, place }) => severity === "error" && isOfWholeSite(place.path))?.place.path;
  return `${file} has an error, so what you see is the site from before it: fix it, and the site is made again`;
}

function problemOf(error: unknown): string {
  // A template's own words may be shown; those of the program's faults could quote what a report holds.
  if (error instanceof FaultInOutput && error.output.endsWith(".hbs"))
    return `no page can be made with the template ${error.output}: ${error.cause instanceof Error ? error.cause.message : "it fails"}`;
  const words = error instanceof ContentFolderError ? error.message : formatSystemError(error);
  return words ?? "an internal error of scrutineer stopped it: take out what was changed last, and report the fault";
}

function send(response: ServerResponse, event: string, data: unknown): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function shown(folder: string): string {
  return (relative(".", folder) || ".").split(sep).join("/");
}

function numberIn(typed: string | null): number {
  return typed !== null && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 1;
}

const OWN_FILES: readonly string[] = ["preview.js", "preview.css", "icon.svg"];

function ownFile(path: string, edition: Edition): Answer {
  const body = readFileSync(addressOfProgramFile(`templates/preview/${path.slice(PREVIEW.length)}`), "utf8");
  return { status: 200, headers: previewHeaders(edition, mediaType(path)), body };
}

const HTML = "text/html; charset=utf-8";

type Found =
  | { readonly status: number; readonly type: string; readonly body: string }
  | { readonly type: string; readonly copyOf: string }
  | { readonly to: string };

/** An address below the root of the site, of a path below that of the server; nothing, where it is not below it. */
function addressBelow({ basePath }: SiteInMemory, path: string): string | undefined {
  const root = pathAsked(basePath) ?? "";
  return path.startsWith(root) ? path.slice(root.length).split("/").map(encodeURIComponent).join("/") : undefined;
}

/** What lies at a path below the root of the server. */
function pageAt(site: SiteInMemory, path: string, edition: Edition, folder: string): Found {
  const { basePath, files, pages } = site;
  const address = addressBelow(site, path);
  if (address === undefined) {
    if (path === "" || `${path}/` === pathAsked(basePath)) return { to: basePath };
    const words = [`The site that this preview shows is at ${basePath}, as base-url in site.yml says.`];
    const html = problemPage("Not part of the site", words, [], "");
    return { status: 404, type: HTML, body: servedPage(html, undefined, edition) };
  }
  const below = decodeURIComponent(address);
  const file = files.get(below === "" || below.endsWith("/") ? `${below}index.html` : below);
  const page = pages.get(address);
  if (file !== undefined && "text" in file.content && below !== HEADERS) {
    const { text } = file.content;
    const type = mediaType(file.path);
    const isPage = file.path.endsWith(".html") && !isMoved(text);
    return { status: 200, type, body: isPage ? servedPage(text, page, edition) : text };
  }
  if (file !== undefined && "copyOf" in file.content)
    return { type: mediaType(file.path), copyOf: file.content.copyOf };
  if (page?.marks.includes("broken")) {
    const words = [`${pathIn(shown(folder), page.path)} is not published as it is. The other pages are there.`];
    const html = problemPage("This page has an error", words, page.findings, shown(folder));
    return { status: 200, type: HTML, body: servedPage(html, page, edition) };
  }
  if (files.has(`${below}/index.html`) || pages.has(`${address}/`)) return { to: `${basePath}${address}/` };
  if (below.endsWith(".pdf"))
    return { status: 404, type: HTML, body: servedPage(noPdf(site, below, folder), undefined, edition) };
  const notFound = files.get("404.html");
  const html = notFound !== undefined && "text" in notFound.content ? notFound.content.text : "";
  return { status: 404, type: HTML, body: servedPage(html, undefined, edition) };
}

/** The file of headers is for hosts, which show it to nobody. */
const HEADERS = "_headers";

function noPdf({ pages }: SiteInMemory, below: string, folder: string): string {
  const report = [...pages.values()].find(({ path }) => path.startsWith("reports/") && pdfPath(path) === below);
  const command =
    report === undefined ? typedCommand("build") : typedCommand("pdf", pathIn(shown(folder), report.path));
  return problemPage("A preview makes no PDFs", [`To make this one, run ${command}.`], [], "");
}

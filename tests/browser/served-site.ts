import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { publish } from "../../src/io/publish.ts";
import { readContent } from "../../src/io/read-content.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeSearchIndex } from "../../src/io/search-index.ts";
import type { Edition } from "../../src/model/settings.ts";
import type { OutputFile } from "../../src/model/site.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";

export const sample = fileURLToPath(new URL("../../content", import.meta.url));

/** Where the members' edition is served, beside the public one. */
const MEMBERS = "/members/";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  png: "image/png",
  json: "application/json",
};

interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page wrote to the console, and what it asked for that it should not. */
  readonly faults: readonly string[];
}

export interface ServedSite {
  readonly origin: string;
  /** A folder for what a test writes. */
  readonly folder: string;
  readonly files: readonly OutputFile[];
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** Builds both editions of a content folder, and serves them to Chromium from this machine; the public one at `base`. */
export async function serveSite(content: string, base = "/"): Promise<ServedSite> {
  const folder = mkdtempSync(join(tmpdir(), "scrutineer-site-"));
  const sites = { public: join(folder, "dist"), members: join(folder, "dist-members") } as const;
  const read = await readContent(content);
  const baseUrl = base === "/" ? undefined : `https://scrutiny.aldermere.example${base}`;
  const build = async (edition: Edition): Promise<readonly OutputFile[]> => {
    const { site } = checkContent(read, { edition, baseUrl });
    const index = await makeSearchIndex(searchRecords(site, readTemplates()), mkdtempSync(join(folder, "index-")));
    const made = [...makeOutputs(site, readTemplates()), ...index];
    await publish(made, { folder: content, attachments: read.attachments }, sites[edition], { edition });
    return made;
  };
  const files = [...(await build("public")), ...(await build("members"))];
  const served = await serveFiles((asked) =>
    asked.startsWith(MEMBERS)
      ? join(sites.members, asked.slice(MEMBERS.length))
      : join(sites.public, asked.startsWith(base) ? asked.slice(base.length) : "not below the base"),
  );
  const close: ServedSite["close"] = async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...served, folder, files, close };
}

/** Serves to Chromium what lies on this machine at the path that is asked for. */
export async function serveFiles(
  pathOf: (asked: string) => string,
): Promise<Pick<ServedSite, "origin" | "open" | "close">> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const path = pathOf(asked);
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    const type = TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    response.writeHead(existsSync(file) ? 200 : 404, { "content-type": type });
    response.end(existsSync(file) ? readFileSync(file) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const open: ServedSite["open"] = async (path, options = {}) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(origin)) faults.push(`a request to ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
    });
    await page.goto(origin + path);
    return { context, page, faults };
  };
  const close: ServedSite["close"] = async () => {
    await browser.close();
    server.close();
  };
  return { origin, open, close };
}

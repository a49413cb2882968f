import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../model/settings.ts";
import { pagePolicy, serverHeaders } from "../outputs/content-security-policy.ts";
import { pathIn } from "../printers/findings.ts";
import { escapeHtml } from "../text/escape-html.ts";
import type { Mark, PageOfFile } from "./site-in-memory.ts";

/** Where what the preview adds to a site is served: no page of a site has an address that begins so. */
export const PREVIEW = "_serve/";

const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?/;

const ADDED = `<link rel="stylesheet" href="/${PREVIEW}preview.css">\n<script src="/${PREVIEW}preview.js" defer></script>\n`;

const WORDS: Readonly<Record<Mark, Readonly<Record<Edition, string>>>> = {
  draft: {
    public: "Draft: this report is published only after you delete the line draft: true.",
    members: "Draft: this report is published only after you delete the line draft: true.",
  },
  withheld: {
    public:
      "Withheld: this is all that the public is told about the report. To read it here, run npx scrutineer serve <span>--edition members</span>.",
    members: "Withheld: the public is told only that the report exists.",
  },
  broken: {
    public: "This page is not made, because its file has an error.",
    members: "This page is not made, because its file has an error.",
  },
};

/** A page as it is served: with its marks, and with what shows findings and loads it again. */
export function servedPage(html: string, page: PageOfFile | undefined, edition: Edition): string {
  const marks = (page?.marks ?? []).map(
    (mark) => `<p class="preview-mark" data-mark="${mark}">${WORDS[mark][edition]}</p>\n`,
  );
  return html
    .replace(POLICY, "")
    .replace("</head>", () => `${ADDED}</head>`)
    .replace(/<body[^>]*>\n?/, (body) => body + marks.join(""));
}

/** A page that knows which version of the site it is of. */
export function withVersion(html: string, version: number): string {
  return html.replace(ADDED, () => ADDED.replace("preview.js", `preview.js?version=${version}`));
}

/** Whether a page only leads to another: nothing is added to it. */
export function isMoved(html: string): boolean {
  return /<noscript><meta http-equiv="refresh"/.test(html.slice(0, 2000));
}

/** What is sent with every file of the preview: what a server is told to send, and that nothing is kept. */
export function previewHeaders(edition: Edition, type: string): Readonly<Record<string, string>> {
  const policy = `${pagePolicy(true)}; frame-ancestors 'none'`;
  return {
    ...Object.fromEntries(serverHeaders(edition)),
    ...(type.startsWith("text/html") ? { "Content-Security-Policy": policy } : {}),
    "Content-Type": type,
    "Cache-Control": "no-store",
  };
}

/** A page that is none of the site's own: it says something of the preview, and what is found. */
export function problemPage(
  title: string,
  words: readonly string[],
  found: readonly Diagnostic[],
  folder: string,
): string {
  const lines = found.map(
    ({ severity, message, fix, place: { path, line, column } }) =>
      `<li class="preview-${severity}"><strong>${severity}</strong> ${escapeHtml(message)}${
        fix === undefined ? "" : `<br>fix: ${escapeHtml(fix)}`
      }<br><code data-path="${escapeHtml(path)}" data-line="${line}" data-column="${column}">${escapeHtml(pathIn(folder, path))}:${line}:${column}</code></li>\n`,
  );
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/${PREVIEW}icon.svg">
</head>
<body class="preview-page">
<main>
<h1>${escapeHtml(title)}</h1>
${words.map((text) => `<p>${escapeHtml(text)}</p>\n`).join("")}${lines.length === 0 ? "" : `<ul class="preview-findings">\n${lines.join("")}</ul>\n`}</main>
</body>
</html>
`;
}

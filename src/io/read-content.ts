import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inspectAttachment } from "../attachments/attachment.ts";
import { type Content, SETTINGS } from "../content.ts";
import type { Attachment } from "../model.ts";
import { MAX_BYTES } from "../report/source.ts";
import type { Finding } from "../rules/catalogue.ts";
import { Sealed } from "../sealed.ts";

/** The folder cannot be read as content; the message is for the person who called the command. */
export class ContentFolderError extends Error {}

const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
const FILES_AT_ONCE = 16;

/**
 * Reads a content folder: the texts of reports and annexes whole, of other files what is to be known of them.
 * Symbolic links are not followed, and raised. Throws `ContentFolderError` where there is no such folder.
 */
export async function readContent(folder: string): Promise<Content> {
  const paths: string[] = [];
  const findings: Finding[] = [];
  walk(folder, "", paths, findings);
  const markdown = paths.filter((path) => path.endsWith(".md") && path.startsWith("reports/"));
  const texts = new Map(markdown.map((path) => [path, new Sealed(readBounded(join(folder, path)))]));
  const isAttachable = (path: string): boolean => !path.endsWith(".md") && /^(?:reports|shared)\//.test(path);
  const others = paths.filter((path) => !texts.has(path) && !isAttachable(path) && path !== SETTINGS);
  return {
    texts,
    attachments: await inspectAll(folder, paths.filter(isAttachable)),
    settings: paths.includes(SETTINGS) ? readFileSync(join(folder, SETTINGS)) : undefined,
    others,
    findings,
  };
}

function walk(folder: string, below: string, paths: string[], findings: Finding[]): void {
  for (const entry of listFolder(join(folder, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      findings.push({
        rule: "file-symbolic-link",
        place: { path, line: 1, column: 1 },
        message: "this is a symbolic link, which could lead to a file outside the content folder",
        fix: "put a copy of the file in its place",
      });
    } else if (IGNORED.test(entry.name)) continue;
    else if (entry.isDirectory()) walk(folder, path, paths, findings);
    else if (entry.isFile()) paths.push(path);
  }
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    throw new ContentFolderError(`there is no folder ${folder} that can be read`);
  }
}

/** Of a file that is too large, only as much as shows that it is. */
function readBounded(path: string): Uint8Array {
  return lstatSync(path).size > 16 * MAX_BYTES ? new Uint8Array(16 * MAX_BYTES) : readFileSync(path);
}

async function inspectAll(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
  const found = new Map<string, Attachment>();
  for (let start = 0; start < paths.length; start += FILES_AT_ONCE) {
    const batch = paths.slice(start, start + FILES_AT_ONCE);
    const inspected = await Promise.all(
      batch.map(async (path) => inspectAttachment(path, await readFile(join(folder, path)))),
    );
    for (const attachment of inspected) found.set(attachment.path, attachment);
  }
  return found;
}

import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { OutputFile } from "../model.ts";
import type { SearchRecord } from "../outputs/search-records.ts";
import { besideOutput, forgetBesideOutput } from "./beside-output.ts";
import { makeFolder } from "./make-folder.ts";
import { PublishError } from "./publish-error.ts";

/** What of Pagefind's files the search page asks for; the rest are widgets of its own. */
const WANTED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.\w+\.pagefind|(?:index|fragment|filter)\/.*)$/;

/**
 * Makes the search index of a site, in a folder beside its output folder, and gives its files. `forgetBesideOutput` deletes them when they are published. Throws
 * `PublishError` where Pagefind cannot run.
 */
export async function makeSearchIndex(records: readonly SearchRecord[], out: string): Promise<readonly OutputFile[]> {
  const folder = besideOutput(out, "search");
  forgetBesideOutput(out, "search");
  makeFolder(folder);
  const { createIndex, close } = await import("pagefind");
  try {
    // One index, whatever the language of a report: readers look for a word, not in a language.
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    if (index === undefined) throw new Error(errors.join("; "));
    // One by one, so that the index is the same every time.
    for (const { url, html } of records) fail((await index.addHTMLFile({ url, content: html })).errors);
    fail((await index.writeFiles({ outputPath: folder })).errors);
  } catch {
    // What it says may quote a text.
    throw new PublishError(
      `the search index cannot be made: Pagefind does not run on this computer (${process.platform}-${process.arch}). Run npm install again, or leave search out with --no-search`,
    );
  } finally {
    await close();
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: relative(folder, file).split(sep).join("/"), file }))
    .filter(({ name }) => WANTED.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, file }) => ({ path: `pagefind/${name}`, content: { madeAt: file } }));
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

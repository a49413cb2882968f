import process from "node:process";
import { createIndex } from "pagefind";
import type { SearchRecord } from "../outputs/search-records.ts";

/** A file of the index, or that all have been sent, or that Pagefind made none. */
export type SearchAnswer = { readonly path: string; readonly content: Uint8Array } | "done" | "failed";

// A process of its own: when Pagefind breaks down it never answers, and this process ends, which is noticed.
process.once("message", async (records: readonly SearchRecord[]) => {
  process.channel?.unref();
  try {
    // One index, whatever the language of a report: readers look for a word, not in a language.
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    if (index === undefined) throw new Error(errors.join("; "));
    // One by one, so that the index is the same every time.
    for (const { url, html } of records) fail((await index.addHTMLFile({ url, content: html })).errors);
    const made = await index.getFiles();
    fail(made.errors);
    for (const file of made.files) answer(file);
    answer("done");
  } catch {
    answer("failed");
  }
});

process.once("disconnect", () => process.exit());

function answer(message: SearchAnswer): void {
  process.send?.(message);
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

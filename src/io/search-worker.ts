import process from "node:process";
import type { PagefindIndex } from "pagefind";
import type { SearchRecord } from "../outputs/search-records.ts";

/** A file of the index, or that all have been sent, or that Pagefind made none. */
export type SearchAnswer = { readonly path: string; readonly content: Uint8Array } | "done" | "failed";

// A process of its own: when Pagefind breaks down it never answers, and this process ends, which is noticed.
// One index, whatever the language of a report: readers look for a word, not in a language.
let made = newIndex();
// That it cannot be made is said when all is there.
made.catch(() => {});

async function newIndex(): Promise<PagefindIndex> {
  const { createIndex } = await import("pagefind");
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(errors.join("; "));
  return index;
}

process.on("message", (message: SearchRecord | "all") => {
  // One by one, so that the index is the same every time.
  if (message !== "all") {
    made = made.then((index) => added(index, message));
    made.catch(() => {});
  } else {
    process.channel?.unref();
    made.then(answerWith).catch(() => answer("failed"));
  }
});

async function added(index: PagefindIndex, { url, html }: SearchRecord): Promise<PagefindIndex> {
  fail((await index.addHTMLFile({ url, content: html })).errors);
  return index;
}

async function answerWith(index: PagefindIndex): Promise<void> {
  const { files, errors } = await index.getFiles();
  fail(errors);
  for (const file of files) answer(file);
  answer("done");
}

process.once("disconnect", () => process.exit());

function answer(message: SearchAnswer): void {
  process.send?.(message);
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

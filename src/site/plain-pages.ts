import type { PlainPage } from "../model/site.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { compareTexts } from "../text/compare.ts";

/** The plain pages in the order in which they are linked: as they say themselves, then by their titles. */
export function plainPages(files: readonly CompiledPlainFile[]): readonly PlainPage[] {
  return files
    .flatMap(({ name, content }) =>
      name.kind === "page" && content?.kind === "page"
        ? [{ slug: name.slug, ...content.details, text: content.text }]
        : [],
    )
    .sort(
      (a, b) =>
        (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
        compareTexts(a.title, b.title) ||
        compareTexts(a.slug, b.slug),
    )
    .map(({ slug, title, lang, text }) => ({ slug, title, lang, text }));
}

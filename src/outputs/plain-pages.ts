import { copiesFor } from "./copies.ts";
import { ADDRESSES, crumbsIn, type Output, page } from "./page.ts";

/** The plain pages, such as the accessibility statement, and the files that they show. */
export const plainPages: Output = (site, templates) =>
  site.pages.flatMap(({ slug, title, lang, text }) => [
    page(
      { site, templates },
      "plain-page",
      { address: ADDRESSES.plainPage(slug), title, lang, crumbs: [crumbsIn(lang).home] },
      { title, body: text.bodyHtml },
    ),
    ...copiesFor(text.files),
  ]);

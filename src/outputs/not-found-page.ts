import { wordsIn } from "../interface/translations.ts";
import { layoutView, type Output } from "./page.ts";

/** The page for addresses that are not there. It is shown at any depth, so its own links begin at the site's root. */
export const notFoundPage: Output = (site, templates) => {
  const view = layoutView(
    site,
    templates,
    { address: "404.html", title: wordsIn(site.settings.lang).notFound },
    (to) => site.settings.basePath + to,
  );
  return [{ path: "404.html", content: { text: templates.render("not-found", view) } }];
};

import type { Raise } from "../diagnostics/catalogue.ts";
import type { Site } from "../model/site.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { isStatement } from "../rules/accessibility/statement-page.ts";

/**
 * Raises that a site which says where it will be, and so is to be published, has no accessibility statement and no link
 * to one at the foot of its pages. A page that is refused may be the statement.
 */
export function raiseStatementMissing(
  { reports, settings }: Pick<Site, "reports" | "settings">,
  plainFiles: readonly CompiledPlainFile[],
  raise: Raise,
): void {
  if (settings.baseUrl === undefined || reports.length === 0) return;
  const pages = plainFiles.filter(({ name }) => name.kind === "page");
  if (pages.some(({ outcome }) => outcome === "refused")) return;
  const isOwn = pages.some(({ name, content }) => {
    const title = content?.kind === "page" ? content.details.title : undefined;
    return name.kind === "page" && isStatement({ slug: name.slug, title });
  });
  if (isOwn || settings.footer.links.some(({ text }) => isStatement({ slug: "", title: text }))) return;
  raise({
    rule: "statement-missing",
    place: { path: "pages", line: 1, column: 1 },
    message:
      "the site has no accessibility statement, which regulation 8 of the Accessibility Regulations 2018 asks of every website of a council",
    fix: "write one as pages/accessibility.md, as the page of this rule shows it; or, where the council's own statement speaks of these reports, link it in `footer:` in site.yml with the words `Accessibility statement`",
    quotesNothing: true,
  });
}

import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Jurisdiction } from "../../../src/model/settings.ts";
import { compileFile, PATH, reportOf } from "../../compile-text.ts";

/** The path of the statement that these tests are about. */
export const STATEMENT = "pages/accessibility.md";

interface FoundOptions {
  readonly path?: string;
  readonly nation?: Jurisdiction;
}

/** What one rule finds in a plain page of a site of a nation. */
export function foundInPage(
  rule: string,
  file: string,
  { path = STATEMENT, nation = "England" }: FoundOptions = {},
): readonly Diagnostic[] {
  const { diagnostics } = compileFile(file, {
    path,
    texts: { [PATH]: reportOf({}) },
    settings: `jurisdiction: ${nation}\n`,
  });
  return diagnostics.filter((one) => one.rule === rule);
}

/** A page with a text. */
export function pageOf(body: string, title = "Accessibility statement"): string {
  return `---\ntitle: ${title}\n---\n\n${body}\n`;
}

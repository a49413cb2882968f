import { readFileSync } from "node:fs";
import { readTheme } from "../../src/site/theme/read-theme.ts";

/** The text of a template of the program. */
export function ownTemplate(file: string): string {
  return readFileSync(new URL(`../../templates/${file}.hbs`, import.meta.url), "utf8");
}

/** What is told of files of a site that say how it looks: where, what is marked, what is wrong and how to fix it. */
export function toldOf(files: Readonly<Record<string, string>>): readonly string[] {
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return readTheme(new Map(bytes)).findings.map(({ rule, place, message, fix }) => {
    const { path, line, column, endColumn = column + 1 } = place;
    const marked = files[path]?.split("\n")[line - 1]?.slice(column - 1, endColumn - 1);
    return `${rule} ${line}:${column} ‹${marked}› ${message} → ${fix}`;
  });
}

/** The example of this name in the page on theming. */
export function exampleOf(name: string): string {
  const page = readFileSync(new URL("../../docs/theming.md", import.meta.url), "utf8");
  const form = new RegExp(`<!-- ${name} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\`\n<!-- /${name} -->`);
  return form.exec(page)?.[1] ?? "";
}

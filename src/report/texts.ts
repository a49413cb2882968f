import { ownFolder, resolvePath } from "../addresses.ts";
import type { AnnexEntry, Frontmatter, ParsedText, Source, WrittenDefinition } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { checks } from "../rules/index.ts";
import { annexLetters } from "./annex-letters.ts";
import { raiseFieldsInBody } from "./fields-in-body.ts";
import { normalise } from "./normalise.ts";
import { numberParagraphs } from "./number.ts";
import { parseBody } from "./parse.ts";
import type { Surroundings } from "./surroundings.ts";
import { raiseWithheldAnnexText } from "./withheld-annex-text.ts";

/** The texts of a report, numbered: its own, and those of its annexes that are Markdown files. */
export interface NumberedTexts {
  readonly body: ParsedText;
  readonly annexTexts: ReadonlyMap<string, ParsedText>;
  readonly definitions: readonly WrittenDefinition[];
}

/** Parses and checks the body of a report. */
export function readText(source: Source, body: string, raise: Raise): ParsedText | undefined {
  const text = parseBody(source, body, raise);
  if (text === undefined) return undefined;
  raiseFieldsInBody(text, raise);
  for (const check of checks) check(text, raise);
  if (text.tree.children.length === 0) {
    const message = "there is no text in this file";
    raise({
      rule: "text-empty",
      place: { path: source.path, line: 1, column: 1 },
      message,
      fix: "write it below the second line of ---",
    });
  }
  return text;
}

/** Numbers the paragraphs of a report and of its Markdown annexes. The texts of withheld annexes are not read. */
export function numberTexts(
  reportPath: string,
  body: ParsedText,
  { numbering, annexes }: Frontmatter,
  { settings, annexSource, files }: Surroundings,
  raise: Raise,
): NumberedTexts {
  const style = settings.numberingStyle;
  raiseWithheldAnnexText(body, annexes, raise);
  const definitions = [...normalise(body)];
  numberParagraphs(body, { numbering, style }, raise);
  const annexTexts = new Map<string, ParsedText>();
  for (const [path, letter] of markdownAnnexes(reportPath, annexes)) {
    if (files.isWithheld(path)) continue;
    const source = annexSource(path, raise);
    const text = source && readText(source, source.text, raise);
    if (text === undefined) continue;
    if (/^\s*---/.test(text.text)) {
      const message = "an annex begins with ---, and has no frontmatter of its own";
      const fix = "take the lines between --- out; the annex's title stands in the report's `annexes:`";
      raise({ rule: "annex-frontmatter", place: { path, line: 1, column: 1, endColumn: 4 }, message, fix });
    }
    definitions.push(...normalise(text));
    numberParagraphs(text, { numbering: numbering === "none" ? "none" : undefined, style, letter }, raise);
    annexTexts.set(path, text);
  }
  return { body, annexTexts, definitions };
}

/** The public annexes that are Markdown files in the report's own folder: their paths, with their letters. */
export function markdownAnnexes(reportPath: string, annexes: readonly AnnexEntry[]): ReadonlyMap<string, string> {
  const letters = annexLetters(annexes);
  return new Map(
    annexes.flatMap(({ file, withholding }, index) => {
      const path = file?.endsWith(".md") && withholding === undefined ? resolvePath(reportPath, file) : undefined;
      return path?.startsWith(ownFolder(reportPath)) ? [[path, letters[index] ?? ""] as const] : [];
    }),
  );
}

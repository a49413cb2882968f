import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { templateFiles } from "../../src/io/compile-template.ts";
import { type KnownTexts, nothingKnown } from "../../src/outputs/known-texts.ts";
import { reportPages } from "../../src/outputs/report-pages.ts";
import { loadTemplates } from "../../src/outputs/templates.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { formatMaps } from "../../src/site/compile-cache.ts";
import { reportOf } from "../compile-text.ts";
import { contentOf } from "../fixes/fixed-text.ts";
import { rows } from "../lane.ts";

const SOURCES = new Map(
  readdirSync("templates")
    .filter((name) => /\.(?:hbs|css|js|svg)$/.test(name))
    .map((name) => [name, readFileSync(join("templates", name), "utf8")] as const),
);

/** What the page of one and the same report is said to be made of, and its text. */
function pageMadeWith(sources: ReadonlyMap<string, string>): { readonly madeOf: string; readonly text: string } {
  const { site } = checkContent(contentOf({ "reports/a.md": reportOf({}, "The Panel met.\n") }), {});
  const made: { readonly madeOf: string; readonly text: string }[] = [];
  const known: KnownTexts = {
    ...nothingKnown,
    file: (path, { report, shared, rest, make }) => {
      const text = make(report, rest);
      made.push({ madeOf: formatMaps({ shared, rest }), text });
      return { path, content: { text } };
    },
    files: ({ site: same, make }) => make(same),
  };
  const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);
  reportPages(site, { ...loadTemplates(templateFiles(sources), hashOf), known });
  return made[0] ?? { madeOf: "", text: "" };
}

it.each(rows([...SOURCES.keys()], 8))("a page that %s changes is known to be made of something else", (name) => {
  const changed = new Map([...SOURCES, [name, `${SOURCES.get(name)} `]]);
  const [before, after] = [pageMadeWith(SOURCES), pageMadeWith(changed)];
  expect(before.text).not.toBe("");
  if (after.text !== before.text) expect(after.madeOf).not.toBe(before.madeOf);
  expect(pageMadeWith(SOURCES)).toEqual(before);
});

it("the template of reports changes the page, and what it is known to be made of", () => {
  const [before, after] = [
    pageMadeWith(SOURCES),
    pageMadeWith(new Map([...SOURCES, ["report.hbs", `${SOURCES.get("report.hbs")}<!-- a word more -->`]])),
  ];
  expect(after.text).not.toBe(before.text);
  expect(after.madeOf).not.toBe(before.madeOf);
});

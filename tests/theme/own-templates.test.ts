import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knownTemplates } from "../../src/interface/template-values.ts";
import { readTheme } from "../../src/site/theme/read-theme.ts";

describe("the program's own templates", () => {
  it.each(knownTemplates.map(({ file }) => file))("are sound as a site's: %s", (file) => {
    const bytes = readFileSync(`templates/${file}.hbs`);
    const { findings, templates } = readTheme(new Map([[`templates/${file}.hbs`, bytes]]));
    expect(findings.map(({ place, message, fix }) => `${place.line}:${place.column} ${message} → ${fix}`)).toEqual([]);
    expect([...templates.keys()]).toEqual([`${file}.hbs`]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { frontmatterFields } from "../src/report/frontmatter/fields.ts";
import { frontmatterJsonSchema, settingsJsonSchema } from "../src/site/editor-schemas.ts";
import { frontmatterOf } from "./compile-text.ts";

const SCHEMAS = [
  ["frontmatter", frontmatterJsonSchema()],
  ["site", settingsJsonSchema()],
] as const;

const [ofFrontmatter, ofSettings] = SCHEMAS.map(([, schema]) =>
  new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(JSON.stringify(schema))),
);

/** What an editor would say of a text, read as YAML with the types that YAML gives to values. */
function problemsOf(validate: ValidateFunction | undefined, text: string): readonly string[] {
  validate?.(parse(text));
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const ofReport = (text: string): readonly string[] => problemsOf(ofFrontmatter, text);
const ofSite = (text: string): readonly string[] => problemsOf(ofSettings, text);

describe("the schemas for editors", () => {
  it.each(SCHEMAS)("are those that the package holds: %s", async (name, schema) => {
    await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
    expect(manifest.files).toContain("schemas");
    expect(manifest.exports["./schemas/*"]).toBe("./schemas/*");
  });

  it("find nothing wrong in the example of each field", () => {
    for (const [name, { example }] of Object.entries(frontmatterFields)) {
      const others = frontmatterOf().replace(new RegExp(`^${name}: .*\n`, "m"), "");
      expect([name, ofReport(`${others}${example}\n`)]).toEqual([name, []]);
    }
    expect(
      ofReport(`${frontmatterOf({ confidential: undefined })}confidential: {paragraphs: [3], reason: Price}\n`),
    ).toEqual([]);
  });

  it("find nothing wrong in what is published as a sample", () => {
    const texts = readdirSync("content/reports", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md"))
      .map((path) => readFileSync(join("content/reports", path), "utf8"))
      .flatMap((text) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? []);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(ofReport(text)).toEqual([]);
    expect(ofSite(readFileSync("content/site.yml", "utf8"))).toEqual([]);
  });

  it.each([
    ["a field that is not known", { titel: "A" }],
    ["a field that is missing", { title: undefined }],
    ["a word that is none of a few", { numbering: "automatical" }],
    ["a name in a mapping that is not known", { contact: "{nmae: Priya Nair}" }],
    ["a mapping in place of a text", { title: "{en: A}" }],
  ])("find %s in a report", (_what, fields) => {
    expect(ofReport(frontmatterOf(fields))).not.toEqual([]);
  });

  it.each([
    ["a setting that is not known", "counsil: Ferrow\n"],
    ["a word that is none of a few", "numbering-style: roman\n"],
    ["a committee without a name", "committees: [{id: children}]\n"],
    ["a rule set to no word", "rules: {word-twice: loud}\n"],
    ["a rule that there is not", "rules: {word-twise: off}\n"],
    ["a rule that stays as it is", "rules: {confidential-flag: off}\n"],
    ["a link without its words", "footer: {links: [{url: 'https://a.example/'}]}\n"],
    ["a depth that there is not", "numbering-depth: 5\n"],
  ])("find %s in site.yml", (_what, text) => {
    expect(ofSite(text)).not.toEqual([]);
    expect(ofSite("council: Ferrow District Council\nnumbering-depth: 3\nremoval-limit: 20\n")).toEqual([]);
    expect(ofSite("licence: Open Government Licence v3.0\nfooter: {text: Town Hall, links: []}\n")).toEqual([]);
    expect(ofSite("licence: {name: Open Data Licence}\n")).toEqual([]);
    expect(ofSite("logo: shared/logo.SVG\njurisdiction: england\nrules: {word-twice: off}\n")).toEqual([]);
  });
});

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readContent } from "../src/io/read-content.ts";
import { readTemplates } from "../src/io/read-templates.ts";
import type { Edition } from "../src/model/settings.ts";
import type { OutputFile } from "../src/model/site.ts";
import { makeOutputs } from "../src/outputs/index.ts";
import { checkContent } from "../src/pipeline/check-content.ts";

const folder = fileURLToPath(new URL("sites", import.meta.url));

async function build(content: string, edition: Edition = "public") {
  const read = await readContent(content);
  const { site, diagnostics } = checkContent(read, { edition });
  return { files: makeOutputs(site, readTemplates()), diagnostics };
}

function textOf({ content }: OutputFile): string {
  if ("text" in content) return content.text;
  return "copyOf" in content ? `a copy of ${content.copyOf}\n` : "made by the program\n";
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

/** The addresses of assets that are there without the hash of what they hold. */
function withoutHashes(text: string, assets: readonly string[]): string {
  return assets.reduce((rest, asset) => rest.replaceAll(asset, asset.replace(/\.[0-9a-f]{10}\./, ".HASH.")), text);
}

/** The schemas of the data are the same in every site, so the tree of one that has them all holds them. */
const WITH_SCHEMAS = join(folder, "recommendations", "expected");
const isSchema = (path: string): boolean => path.startsWith("schemas/");

async function expectTree(content: string, edition: Edition, expected: string): Promise<void> {
  const { files, diagnostics } = await build(content, edition);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const isAsset = ({ path }: OutputFile): boolean => path.startsWith("assets/");
  const pages = files.filter((file) => !isAsset(file));
  const assets = files.filter(isAsset).map(({ path }) => path);
  for (const file of pages) {
    const tree = isSchema(file.path) ? WITH_SCHEMAS : expected;
    await expect(withoutHashes(textOf(file), assets)).toMatchFileSnapshot(join(tree, file.path));
  }
  const paths = [...new Set(pages.map(({ path }) => path))].sort();
  const schemas = filesBelow(WITH_SCHEMAS).filter(isSchema);
  expect(schemas).toEqual(
    expected === WITH_SCHEMAS ? paths.filter(isSchema) : expect.arrayContaining(paths.filter(isSchema)),
  );
  expect(filesBelow(expected).filter((path) => !isSchema(path))).toEqual(paths.filter((path) => !isSchema(path)));
  if (expected !== WITH_SCHEMAS) expect(filesBelow(join(expected, "schemas"))).toEqual([]);
}

test("the members' edition of the site withheld is the expected one, file by file", async () => {
  const site = join(folder, "withheld");
  await expectTree(join(site, "content"), "members", join(site, "expected-members"));
});

describe.each(readdirSync(folder))("the site %s", (name) => {
  test("is the expected one, file by file", async () => {
    await expectTree(join(folder, name, "content"), "public", join(folder, name, "expected"));
  });

  test("holds nothing that is withheld or a draft", async () => {
    const { files, diagnostics } = await build(join(folder, name, "content"));
    for (const file of files) expect(file.path + textOf(file)).not.toMatch(/WITHHELD|DRAFT/);
    for (const { message, fix, place } of diagnostics) {
      if (place.path.endsWith("WITHHELDNAME.md")) expect(`${message} ${fix ?? ""}`).not.toMatch(/WITHHELD/);
    }
  });
});

test("a report that is typed and one that is numbered automatically are the same page but for their names", async () => {
  const { files } = await build(join(folder, "continuous", "content"));
  const page = (name: string): string => {
    const file = files.find(({ path }) => path === `reports/2025/${name}/index.html`);
    const text = file === undefined ? "" : textOf(file).replaceAll(/typed|automatic/g, "…");
    // On the agenda one comes before the other.
    return text.replace(/<nav class="pages agenda-links"[\s\S]*?<\/nav>/, "");
  };
  expect(page("typed")).toContain('id="para-6"');
  expect(page("typed")).toBe(page("automatic"));
});

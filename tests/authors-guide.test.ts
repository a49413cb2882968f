import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fieldNames, frontmatterFields } from "../src/report/frontmatter-fields.ts";

test("the author's guide lists every field as the program knows it", () => {
  const guide = readFileSync(new URL("../docs/authors-guide.md", import.meta.url), "utf8");
  const rows = fieldNames.map((name) => {
    const { help, example, ...field } = frontmatterFields[name];
    const need = "required" in field ? "required" : "optional";
    return `| \`${name}\` | ${need} | ${help} | \`${example}\` |`;
  });
  const table = ["| field | need | what it holds | example |", "|---|---|---|---|", ...rows].join("\n");
  const written = /<!-- fields -->\n([\s\S]*?)\n<!-- \/fields -->/.exec(guide)?.[1];
  expect(written).toBe(table);
});

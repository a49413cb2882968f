import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Field, frontmatterFields } from "../src/report/frontmatter/fields.ts";
import { meetingFields, pageFields } from "../src/report/frontmatter/page-fields.ts";
import { SETTING_HELP } from "../src/site/setting-help.ts";
import { settingsSchema } from "../src/site/settings.ts";

const tables: readonly (readonly [string, Readonly<Record<string, Field>>])[] = [
  ["fields", frontmatterFields],
  ["meeting fields", meetingFields],
  ["page fields", pageFields],
];

const GUIDE = new URL("../docs/authors-guide.md", import.meta.url).pathname;

/** The table of fields as the program knows them, those that are required first. */
function tableOf(fields: Readonly<Record<string, Field>>): string {
  const isRequired = ([, { required }]: readonly [string, Field]): boolean => required === true;
  const entries = Object.entries(fields);
  const rows = [...entries.filter(isRequired), ...entries.filter((entry) => !isRequired(entry))].map(
    ([name, { help, example, required }]) =>
      `| \`${name}\` | ${required ? "required" : "optional"} | ${help} | \`${example}\` |`,
  );
  return ["| field | need | what it holds | example |", "|---|---|---|---|", ...rows].join("\n");
}

/** The table of settings as the program knows them. */
function tableOfSettings(): string {
  const rows = Object.entries(SETTING_HELP).map(
    ([name, { help, example }]) => `| \`${name}\` | ${help} | \`${example}\` |`,
  );
  return ["| setting | what it is for | example |", "|---|---|---|", ...rows].join("\n");
}

test("each setting is explained", () => {
  expect(Object.keys(SETTING_HELP).sort()).toEqual(Object.keys(settingsSchema.in.shape).sort());
});

test("the author's guide lists every field and setting as the program knows it; vitest -u writes the tables", async () => {
  const guide = readFileSync(GUIDE, "utf8");
  const all = [...tables.map(([name, fields]) => [name, tableOf(fields)] as const), ["settings", tableOfSettings()]];
  const written = all.reduce((text, [name, table]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`);
    expect(text).toMatch(place);
    return text.replace(place, (_, before: string, after: string) => before + table + after);
  }, guide);
  await expect(written).toMatchFileSnapshot(GUIDE);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Field, frontmatterFields } from "../src/report/frontmatter/fields.ts";
import { meetingFields, pageFields } from "../src/report/frontmatter/page-fields.ts";

const tables: readonly (readonly [string, Readonly<Record<string, Field>>])[] = [
  ["fields", frontmatterFields],
  ["meeting fields", meetingFields],
  ["page fields", pageFields],
];

test.each(tables)(
  "the author's guide lists every field as the program knows it, those that are required first: %s",
  (name, fields) => {
    const guide = readFileSync(new URL("../docs/authors-guide.md", import.meta.url), "utf8");
    const [required, optional] = [true, false].map((isRequired) =>
      Object.entries(fields).filter(([, field]) => (field.required ?? false) === isRequired),
    );
    const rows = [...(required ?? []), ...(optional ?? [])].map(
      ([field, { help, example, required: isRequired }]) =>
        `| \`${field}\` | ${isRequired ? "required" : "optional"} | ${help} | \`${example}\` |`,
    );
    const table = ["| field | need | what it holds | example |", "|---|---|---|---|", ...rows].join("\n");
    const written = new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`).exec(guide)?.[1];
    expect(written).toBe(table);
  },
);

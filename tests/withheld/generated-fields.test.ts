import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fieldNames } from "../../src/report/frontmatter/fields.ts";

test("every field is tried in generated reports that withhold something", () => {
  const generators = ["withheld-part.ts", "generated-site.ts", "public-part.ts", "generated-pairs.ts"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  const isTried = (name: string): boolean => generators.some((text) => new RegExp(`["\`\\n]${name}:[ "]`).test(text));
  expect(fieldNames.filter((name) => !isTried(name))).toEqual([]);
});

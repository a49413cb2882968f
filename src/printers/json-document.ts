import { z } from "zod";

const line = z.strictObject({
  line: z.int().min(1).describe("the number of the line in the file"),
  text: z.string().describe("the author's line, without its end"),
});

const place = {
  path: z.string().describe("the file, relative to the folder in which the command was started"),
  line: z.int().min(1).describe("counted from 1"),
  column: z.int().min(1).describe("counted from 1, in UTF-16 code units"),
  endColumn: z.int().min(1).describe("the column after the last character of the place, on the same line").optional(),
  frame: z
    .array(line)
    .min(1)
    .max(2)
    .describe(
      "the line of the finding, and before it the last line above it that is not empty; only where they may be shown and are not too long",
    )
    .optional(),
};

const diagnostic = z.strictObject({
  rule: z.string().describe("the name of the rule, as `npx scrutineer explain` and `rules:` in site.yml take it"),
  severity: z.enum(["error", "warning", "hint"]),
  message: z.string().describe("what is there and what was expected, for a person"),
  fix: z.string().describe("one way to fix it, for a person").optional(),
  ...place,
  related: z
    .strictObject({ message: z.string().describe("what the other place is"), ...place })
    .describe("the other place, where there are two")
    .optional(),
  help: z.string().describe("the command that says more about the rule"),
});

/**
 * What `--format json` prints. `docs/diagnostics.schema.json` is made of it, and `docs/diagnostics.md` says what of it
 * is stable.
 */
export const jsonDocument = z
  .strictObject({
    version: z.literal(1).describe("the version of this format"),
    program: z.strictObject({ name: z.literal("scrutineer"), version: z.string() }),
    counts: z
      .strictObject({
        reports: z.int().min(0).describe("how many reports were checked"),
        meetings: z.int().min(0).describe("how many files of meetings were checked"),
        pages: z.int().min(0).describe("how many plain pages were checked"),
        errors: z.int().min(0),
        warnings: z.int().min(0),
        hints: z.int().min(0),
      })
      .describe("all findings, also with `--quiet`"),
    diagnostics: z.array(diagnostic).describe("in the order of files, lines and columns"),
  })
  .describe("What scrutineer found in a content folder");

export type JsonDocument = z.infer<typeof jsonDocument>;

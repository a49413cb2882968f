import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compileFile } from "./compile-text.ts";

const README = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");

it("the README's example is published as it is, without a finding, and does what is said of it", () => {
  const [, example = ""] = /```markdown\n([\s\S]*?)```/.exec(README) ?? [];
  const { report, diagnostics } = compileFile(example);
  expect(diagnostics).toEqual([]);
  const page = report?.bodyHtml ?? "";
  for (const shown of ['id="para-2"', 'id="para-A1"', "<abbr", 'href="#annex-A"', 'href="#para-1"'])
    expect(page).toContain(shown);
});

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { reportOf } from "./compile-text.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const LIB = join(PROJECT, "lib");

describe("the compiled program", () => {
  it("needs no package but those that are installed with it", () => {
    const folder = temporaryFolder();
    for (const part of ["package.json", ...manifest.files.filter((path) => !path.startsWith("!"))])
      cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    for (const name of Object.keys(manifest.dependencies)) {
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(PROJECT, "node_modules", name), link);
    }
    writeFiles(folder, { "content/reports/2019/update.md": reportOf({}) });
    execFileSync(process.execPath, [join(folder, "lib/cli.js"), "build"], { cwd: folder, stdio: "pipe" });
    expect(existsSync(join(folder, "dist/reports/2019/update/update.pdf"))).toBe(true);
    expect(existsSync(join(folder, "dist/pagefind/pagefind.js"))).toBe(true);
  });

  it("holds nothing that runs frontmatter as code", () => {
    const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
    const code = files.map((path) => readFileSync(join(LIB, path), "utf8")).join("\n");
    expect(code).toContain("gray-matter");
    expect(code).not.toMatch(/\beval\(|esprima/);
  });

  it("comes with the licences of the packages that it is made of", () => {
    const licences = readFileSync(join(LIB, "LICENCES.txt"), "utf8");
    for (const name of ["remark-parse", "handlebars", "yaml", "micromark"])
      expect(licences).toMatch(new RegExp(`^${name} \\d.*\\n\\n.*(?:License|Copyright)`, "m"));
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateFiles } from "../outputs/templates.ts";
import { compileTemplate } from "./compile-template.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** The templates that come with the program. In its place compile.mjs puts the same, compiled already. */
export function programTemplates(): TemplateFiles {
  const folder = fileURLToPath(addressOfProgramFile("templates"));
  const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");
  const names = readdirSync(folder);
  const templates = names.filter((name) => name.endsWith(".hbs"));
  return {
    compiled: new Map(templates.map((name) => [name, compileTemplate(textOf(name))])),
    texts: new Map(names.filter((name) => /\.(?:css|js|svg)$/.test(name)).map((name) => [name, textOf(name)])),
  };
}

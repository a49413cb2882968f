import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateFiles } from "../outputs/templates.ts";
import { templateFiles } from "./compile-template.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** The templates that come with the program. In its place compile.mjs puts the same, compiled already. */
export function programTemplates(): TemplateFiles {
  const folder = fileURLToPath(addressOfProgramFile("templates"));
  const names = readdirSync(folder).filter((name) => /\.(?:hbs|css|js|svg)$/.test(name));
  return templateFiles(new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])));
}

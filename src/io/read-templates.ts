import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTemplates, type Templates } from "../outputs/templates.ts";

/** The templates that come with the program. */
export function readTemplates(): Templates {
  const folder = fileURLToPath(new URL("../../templates", import.meta.url));
  const files = readdirSync(folder).filter((name) => /\.(?:hbs|css|svg|js)$/.test(name));
  return loadTemplates(new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")])));
}

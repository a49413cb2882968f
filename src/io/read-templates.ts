import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTemplates, type Templates } from "../outputs/templates.ts";
import { hashOf } from "./file-hash.ts";
import { addressOfProgramFile } from "./program-files.ts";

/**
 * Digits of a hash in a file's name: two files of one name never are on one site, so that it only has to change with
 * the text.
 */
const HASH_LENGTH = 10;

/** The templates that come with the program. */
export function readTemplates(): Templates {
  return templatesOf(templateSources());
}

/** Reads the templates again each time that it is called, and gives the same ones as long as none was changed. */
export function templatesReader(sources: () => Sources = templateSources): () => Templates {
  let before: { readonly texts: string; readonly templates: Templates } | undefined;
  return () => {
    const read = sources();
    const texts = JSON.stringify([...read]);
    if (before?.texts !== texts) before = { texts, templates: templatesOf(read) };
    return before.templates;
  };
}

/** The texts of templates, by the names of their files. */
type Sources = ReadonlyMap<string, string>;

function templateSources(): Sources {
  const folder = fileURLToPath(addressOfProgramFile("templates"));
  const files = readdirSync(folder).filter((name) => /\.(?:hbs|css|js|svg)$/.test(name));
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function templatesOf(sources: Sources): Templates {
  return loadTemplates(sources, (text) => hashOf(new TextEncoder().encode(text)).slice(0, HASH_LENGTH));
}

import { loadTemplates, type TemplateFiles, type Templates } from "../outputs/templates.ts";
import { hashOf } from "./file-hash.ts";
import { programTemplates } from "./program-templates.ts";

/**
 * Digits of a hash in a file's name: two files of one name never are on one site, so that it only has to change with
 * the text.
 */
const HASH_LENGTH = 10;

/** The templates that come with the program. */
export function readTemplates(): Templates {
  return templatesOf(programTemplates());
}

/** Reads the templates again each time that it is called, and gives the same ones as long as none was changed. */
export function templatesReader(files: () => TemplateFiles = programTemplates): () => Templates {
  let before: { readonly read: TemplateFiles; readonly templates: Templates } | undefined;
  return () => {
    const read = files();
    if (before === undefined || !areSame(read, before.read)) before = { read, templates: templatesOf(read) };
    return before.templates;
  };
}

function areSame(one: TemplateFiles, other: TemplateFiles): boolean {
  return haveSame(one.compiled, other.compiled) && haveSame(one.texts, other.texts);
}

function haveSame<Value>(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

function templatesOf(files: TemplateFiles): Templates {
  return loadTemplates(files, (text) => hashOf(new TextEncoder().encode(text)).slice(0, HASH_LENGTH));
}

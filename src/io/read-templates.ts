import { loadTemplates, type TemplateFiles, type Templates } from "../outputs/templates.ts";
import { CUSTOM_STYLES, TEMPLATES, type Theme } from "../site/content.ts";
import { ContentFolderError } from "./content-folder-error.ts";
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

/** The same, with those that a site has in the place of some. */
export async function templatesWith(theme: Theme | undefined): Promise<Templates> {
  return guarded(templatesOf(await withTheme(programTemplates(), theme)), theme);
}

/** Reads the templates again each time that it is called, and gives the same ones as long as none was changed. */
export function templatesReader(): (theme: Theme | undefined) => Promise<Templates> {
  let before: { readonly files: TemplateFiles; readonly templates: Templates } | undefined;
  return async (theme) => {
    const files = await withTheme(programTemplates(), theme);
    if (before === undefined || !areSame(files, before.files))
      before = { files, templates: guarded(templatesOf(files), theme) };
    return before.templates;
  };
}

/**
 * Where a site has templates of its own, no report is to blame for what these ask for and do not get. They were read before, so that
 * it happens to none that we know of; the error says nothing of the page, which may be withheld.
 */
function guarded(templates: Templates, theme: Theme | undefined): Templates {
  if (theme === undefined || theme.templates.size === 0) return templates;
  return {
    ...templates,
    render: (name, view) => {
      try {
        return templates.render(name, view);
      } catch (error) {
        const { lineNumber, column } = error as { readonly lineNumber?: number; readonly column?: number };
        const place = lineNumber === undefined ? "" : `, at ${lineNumber}:${(column ?? 0) + 1}`;
        throw new ContentFolderError(
          `${TEMPLATES}${name}.hbs, or a template that it calls, asks for something that is not there on one of its pages${place}: take out what you added last`,
        );
      }
    },
  };
}

/** The compiler is loaded only where a site has templates of its own. */
async function withTheme(files: TemplateFiles, theme: Theme | undefined): Promise<TemplateFiles> {
  if (theme === undefined) return files;
  const { compiled, texts } = files;
  const { customStyles, templates } = theme;
  const own = new Map(compiled);
  if (templates.size > 0) {
    const { compileTemplate } = await import("./compile-template.ts");
    for (const [name, text] of templates) own.set(name, compileTemplate(text));
  }
  return {
    compiled: own,
    texts: customStyles === undefined ? texts : new Map([...texts, [CUSTOM_STYLES, customStyles]]),
    // Pages that an earlier build made are taken again only where all of this is the same.
    digest: hashOf(new TextEncoder().encode(JSON.stringify([files.digest, [...templates], customStyles ?? null]))),
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

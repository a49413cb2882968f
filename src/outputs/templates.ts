import Handlebars from "handlebars";
import { type KnownTexts, nothingKnown } from "./known-texts.ts";

/**
 * What a template may see: text, and lists and groups of it. There is nothing in it to call, and nothing to look after.
 */
export type View = { readonly [name: string]: string | boolean | View | readonly View[] | readonly string[] };

export interface Templates {
  /** Fills the page template of that name. Throws where it asks for a field that the view lacks. */
  readonly render: (name: string, view: View) => string;
  readonly styles: string;
  readonly script: string;
  readonly icon: string;
  /** The script of the search page. */
  readonly searchScript: string;
  /** What is known of the texts that an earlier build made with these templates. */
  readonly known: KnownTexts;
  /** A short name for a text, which no other text has. */
  readonly hashOf: (text: string) => string;
  /** What the templates were compiled from, by the names of the files. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Compiles the templates in `sources` (file name to text); those whose names begin with an underscore are partials. */
export function loadTemplates(sources: ReadonlyMap<string, string>, hashOf: Templates["hashOf"]): Templates {
  const handlebars = Handlebars.create();
  const options = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;
  const pages = new Map<string, Handlebars.TemplateDelegate>();
  for (const [file, source] of sources) {
    const name = file.replace(/\.hbs$/, "");
    if (name.startsWith("_")) handlebars.registerPartial(name.slice(1), handlebars.compile(source, options));
    else if (file.endsWith(".hbs")) pages.set(name, handlebars.compile(source, options));
  }
  return {
    render: (name, view) => {
      const page = pages.get(name);
      if (page === undefined) throw new Error(`there is no template ${name}.hbs`);
      return page(frozen(view));
    },
    styles: sources.get("site.css") ?? "",
    script: sources.get("site.js") ?? "",
    icon: sources.get("icon.svg") ?? "",
    searchScript: sources.get("search.js") ?? "",
    known: nothingKnown,
    hashOf,
    sources,
  };
}

function frozen(view: View): View {
  if (Object.isFrozen(view)) return view;
  for (const value of Object.values(view)) {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === "object") frozen(item);
      Object.freeze(value);
    } else if (typeof value === "object") frozen(value as View);
  }
  return Object.freeze(view);
}

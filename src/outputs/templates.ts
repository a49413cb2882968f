import type { TemplateDelegate } from "handlebars";
import Handlebars from "handlebars/runtime.js";
import { type KnownTexts, nothingKnown } from "./known-texts.ts";

/**
 * What a template may see: text, and lists and groups of it. There is nothing in it to call, and nothing to look after.
 */
export type View = { readonly [name: string]: string | boolean | View | readonly View[] | readonly string[] };

export interface Templates {
  /** Fills the page template of that name. Throws where it asks for a field that the view lacks. */
  readonly render: (name: string, view: View) => string;
  readonly styles: string;
  /** The site's own style sheet, where it has one. */
  readonly customStyles?: string | undefined;
  readonly script: string;
  readonly icon: string;
  /** The script of the search page. */
  readonly searchScript: string;
  /** What is known of the texts that an earlier build made with these templates. */
  readonly known: KnownTexts;
  /** A short name for a text, which no other text has. */
  readonly hashOf: (text: string) => string;
  /** Another one wherever one of the templates is. */
  readonly digest: string;
}

/** A template that was compiled, which is made when it is first wanted. */
export type CompiledTemplate = () => TemplateSpecification;

/** What templates are made of, by the names of their files. */
export interface TemplateFiles {
  readonly compiled: ReadonlyMap<string, CompiledTemplate>;
  /** Styles, scripts and the icon. */
  readonly texts: ReadonlyMap<string, string>;
  /** A digest of all that the templates are made of. */
  readonly digest: string;
}

/** Makes templates of compiled ones; those whose names begin with an underscore are partials. */
export function loadTemplates({ compiled, texts, digest }: TemplateFiles, hashOf: Templates["hashOf"]): Templates {
  const handlebars = Handlebars.create();
  const pages = new Map<string, () => TemplateDelegate>();
  for (const [file, template] of compiled) {
    const name = file.replace(/\.hbs$/, "");
    const get = once(() => handlebars.template(template()));
    if (name.startsWith("_"))
      Object.defineProperty(handlebars.partials, name.slice(1), { get, enumerable: true, configurable: true });
    else pages.set(name, get);
  }
  return {
    render: (name, view) => {
      const page = pages.get(name);
      if (page === undefined) throw new Error(`there is no template ${name}.hbs`);
      return page()(frozen(view));
    },
    styles: texts.get("site.css") ?? "",
    customStyles: texts.get("custom.css"),
    script: texts.get("site.js") ?? "",
    icon: texts.get("icon.svg") ?? "",
    searchScript: texts.get("search.js") ?? "",
    known: nothingKnown,
    hashOf,
    digest,
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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

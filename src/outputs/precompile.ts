import Handlebars from "handlebars";

/**
 * A template as JavaScript for Handlebars' runtime: the one way in which templates are compiled, be it when the program is
 * released or, in development and for a site's own, when it runs. Throws where the template cannot be read.
 */
export function precompiled(source: string): string {
  return String(Handlebars.precompile(source, { strict: true, knownHelpersOnly: true, preventIndent: true }));
}

import { runInThisContext } from "node:vm";
import { precompiled } from "../outputs/precompile.ts";
import type { CompiledTemplate, TemplateFiles } from "../outputs/templates.ts";
import { hashOf } from "./file-hash.ts";

const known = new Map<string, CompiledTemplate>();

/** Compiles a template when it is first wanted. The same text gives the same, so that it is compiled once. */
export function compileTemplate(text: string): CompiledTemplate {
  const template = known.get(text) ?? compiledOnce(text);
  known.set(text, template);
  return template;
}

function compiledOnce(text: string): CompiledTemplate {
  let compiled: ReturnType<CompiledTemplate> | undefined;
  return () => {
    compiled ??= runInThisContext(`(${precompiled(text)})`) as ReturnType<CompiledTemplate>;
    return compiled;
  };
}

/** What templates, styles, scripts and the icon make, by the names of their files. */
export function templateFiles(sources: ReadonlyMap<string, string>): TemplateFiles {
  const isTemplate = (name: string): boolean => name.endsWith(".hbs");
  const all = [...sources];
  return {
    compiled: new Map(
      all.flatMap(([name, text]) => (isTemplate(name) ? [[name, compileTemplate(text)] as const] : [])),
    ),
    texts: new Map(all.filter(([name]) => !isTemplate(name))),
    digest: hashOf(new TextEncoder().encode(JSON.stringify(all))),
  };
}

import { runInThisContext } from "node:vm";
import { precompiled } from "../outputs/precompile.ts";
import type { CompiledTemplate } from "../outputs/templates.ts";

const known = new Map<string, CompiledTemplate>();

/** Compiles a template when it is first wanted. The same text gives the same, so that it is compiled once. */
export function compileTemplate(text: string): CompiledTemplate {
  const template = known.get(text) ?? (() => runInThisContext(`(${precompiled(text)})`));
  known.set(text, template);
  return template;
}

import type { RaiseAt } from "./check-values.ts";
import type { Markup, WrittenElement } from "./read-markup.ts";

/** What the policy lets no page have at all, with what to do in its place. */
const REFUSED: Readonly<Record<string, string>> = {
  style: "put the rules into custom.css",
  iframe: "link to what it would show",
  frame: "link to what it would show",
  object: "link to what it would show",
  embed: "link to what it would show",
  video: "link to what it would show",
  audio: "link to what it would play",
  base: "take it out: every address of the site is complete as it is",
};

/** What an element loads by. */
const LOADED = /^(?:src|srcset|poster|data|background)$/;
const FROM_ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Raises what browsers would refuse to load or to run by the policy that every page states. */
export function checkPolicy({ elements }: Pick<Markup, "elements">, raise: RaiseAt): void {
  for (const element of elements)
    for (const [message, fix] of refusals(element)) raise("policy-blocked", element.range, { message, fix });
}

function refusals({ tag, attributes }: WrittenElement): readonly (readonly [message: string, fix: string])[] {
  const typed = (name: string): string => attributes.get(name)?.trim() ?? "";
  const own = Object.hasOwn(REFUSED, tag) ? REFUSED[tag] : undefined;
  if (own !== undefined) return [[`no page can have <${tag}>, which the policy of the site refuses`, own]];
  const found: (readonly [string, string])[] = [];
  const isData = tag === "script" && typed("type") === "application/ld+json";
  if (tag === "script" && !isData && !/^\{\{[\w.]*script\}\}$/.test(typed("src")))
    found.push(["only the site's own scripts are run", "take it out; what it shows can be written into the template"]);
  for (const [name] of attributes)
    if (name === "style")
      found.push(["style= is refused", "give the element a class, and put the rules into custom.css"]);
    else if (/^on[a-z]/.test(name)) found.push([`${name}= is a script, and is refused`, "take it out"]);
    else if (LOADED.test(name) && tag !== "script" && FROM_ELSEWHERE.test(typed(name)))
      found.push([
        `${name}= loads something that is not part of the site`,
        'take it out, or link to it with <a href="…">',
      ]);
  if (tag === "link" && isLoading(typed("rel")) && !typed("href").startsWith("{{links."))
    found.push(["only the site's own style sheets and icon are loaded", "put your rules into custom.css"]);
  if (tag === "form" && FROM_ELSEWHERE.test(typed("action")))
    found.push(["a form can send nothing to another site", "link to the page of that site that has the form"]);
  if (tag === "a" && /^\s*(?:javascript|data|vbscript):/i.test(typed("href")))
    found.push(["this link would run a script, and does nothing", "write the address of a page"]);
  if (tag === "meta" && typed("http-equiv").toLowerCase() === "refresh")
    found.push(["a page that leads elsewhere by itself takes its readers along unasked", "take it out"]);
  return found;
}

/** Whether a browser loads what a link of this kind names. */
function isLoading(rel: string): boolean {
  return rel
    .toLowerCase()
    .split(/\s+/)
    .some((one) =>
      /^(?:stylesheet|icon|apple-touch-icon|mask-icon|preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest)$/.test(
        one,
      ),
    );
}

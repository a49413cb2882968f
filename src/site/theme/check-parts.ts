import type { KnownTemplate } from "../../interface/template-values.ts";
import { type RaiseAt, type Statement, statementsOf, type Uses } from "./check-values.ts";
import { type Markup, offsetsIn, plainBraces, type WrittenElement } from "./read-markup.ts";

/** A template, taken apart. */
export interface TakenApart {
  readonly source: string;
  readonly program: hbs.AST.Program;
  readonly uses: Uses;
  readonly markup: Markup;
}

/** An element that a template must write, as it is typed there. */
interface WantedElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What must be in it. */
  readonly holds?: string;
  /** The value in whose presence alone it must be there. */
  readonly if?: string;
  readonly about: string;
}

const meta = (about: string, attributes: Readonly<Record<string, string>>, more: Partial<WantedElement> = {}) => ({
  tag: "meta",
  attributes,
  about,
  ...more,
});

const OF_LAYOUT: readonly WantedElement[] = [
  { tag: "html", attributes: { lang: "{{lang}}" }, about: "the language of the page" },
  meta("how its signs are written", { charset: "utf-8" }),
  meta("what browsers may load", { "http-equiv": "Content-Security-Policy", content: "{{policy}}" }),
  meta("that telephones show it at their own width", {
    name: "viewport",
    content: "width=device-width, initial-scale=1",
  }),
  meta("what made the site, by which builds know it again", { name: "generator", content: "{{generator}}" }),
  meta(
    "that no search engine lists what is not for publication",
    { name: "robots", content: "noindex, nofollow, noarchive" },
    { if: "isForMembers" },
  ),
  meta("that search engines leave the page out", { name: "robots", content: "noindex" }, { if: "isUnlisted" }),
  { tag: "title", attributes: {}, holds: "{{pageTitle}}", about: "the page's title" },
  { tag: "link", attributes: { rel: "stylesheet", href: "{{links.styles}}" }, about: "the style sheet" },
  {
    tag: "link",
    attributes: { rel: "stylesheet", href: "{{links.customStyles}}" },
    if: "links.customStyles",
    about: "the style sheet custom.css",
  },
  { tag: "a", attributes: { href: "#main" }, about: "the link by which keyboards skip to the text" },
  { tag: "main", attributes: { id: "main" }, holds: "{{> @partial-block}}", about: "the place of the page itself" },
];

const script = (id: string, tag: string): WantedElement => ({
  tag,
  attributes: { id },
  about: "a part that its script fills",
});

const OF_SEARCH: readonly WantedElement[] = [
  script("search-without", "div"),
  script("search-form", "form"),
  script("search-words", "input"),
  script("search-status", "p"),
  script("search-results", "ol"),
  script("search-more", "button"),
  { tag: "script", attributes: { src: "{{script}}" }, about: "the script that searches" },
];

const OF_PAGES: readonly WantedElement[] = [{ tag: "h1", attributes: {}, about: "the heading of the page" }];

/** Checks that a template has what every page must have, and shows what no page may leave out. */
export function checkParts(template: KnownTemplate, apart: TakenApart, raise: RaiseAt): void {
  const { program, uses, markup, source } = apart;
  const { offset } = offsetsIn(source);
  const missing = (range: Statement["loc"] | undefined, message: string, fix: string): void =>
    raise("template-part-missing", range, { message, fix });

  const wanted =
    template.file === "_layout"
      ? OF_LAYOUT
      : template.isPage
        ? [...OF_PAGES, ...(template.file === "search" ? OF_SEARCH : [])]
        : [];
  for (const element of wanted) {
    const found = markup.elements.filter((one) => isLike(one, element, source));
    const typed = typedAs(element);
    const fix = `write ${typed}${element.if === undefined ? "" : ` within {{#if ${element.if}}}`}, as the program's own template has it`;
    const [first] = found;
    if (first === undefined) missing(undefined, `${typed} is missing: ${element.about}`, fix);
    else if (
      !isSure(
        program,
        holding(
          found.map(({ start }) => start),
          offset,
        ),
        goingBy(uses, "", element.if),
      )
    )
      missing(first.range, `${typed} is not on every page, and must be: ${element.about}`, fix);
  }
  if (template.file === "_layout") {
    const first = markup.elements.find(({ tag }) => /^(?:script|link|style|img)$/.test(tag));
    const policy = markup.elements.find(({ attributes }) => attributes.get("content") === "{{policy}}");
    if (first !== undefined && policy !== undefined && first.start < policy.start)
      missing(first.range, "this is before the policy, which would not hold for it", "move it after the policy");
    if (!markup.hasDoctype)
      missing(
        undefined,
        "<!DOCTYPE html> is missing, without which browsers show pages by old rules",
        "write it at the top",
      );
  }
  if (template.isPage) checkFrame(program, missing);
  for (const must of template.must) checkShown(program, must, "", undefined);
  for (const [key, [first]] of uses.shown)
    if (uses.onlyOnce.has(key) && mostTimes(program, uses.shown.get(key) ?? []) > 1)
      raise("template-value", first?.loc, {
        message: `\`${key}\` is put in more than once, and every address in it would be there as often`,
        fix: "put it in once",
      });
  for (const { block, key, must } of uses.lists)
    for (const one of must) checkShown(block.program, one, `${key}[].`, block.loc);

  function checkShown(within: hbs.AST.Program, must: string, scope: string, place: Statement["loc"] | undefined): void {
    const [value = "", condition] = must.split(" if ");
    const key = value.startsWith("words.") || value.startsWith("@") ? value : scope + value;
    const all = uses.shown.get(key) ?? [];
    const statements = all.filter(({ loc }) => markup.isSeen(offset(loc.start)));
    const goesBy = goingBy(uses, key, condition?.replace(/^(!?)/, `$1${scope}`));
    if (isSure(within, (statement) => statements.includes(statement), goesBy)) return;
    const shown = `\`${key}\``.replaceAll("[]", "");
    const when =
      condition === undefined ? "" : ` where ${condition.startsWith("!") ? `not ${condition.slice(1)}` : condition}`;
    const fix =
      "put it where readers see it on every page, in no {{#if}} but one that asks for itself, as the program's own template does";
    const [first] = statements.length > 0 ? statements : all;
    if (first === undefined) missing(place, `${shown} is shown nowhere, and must be${when}`, fix);
    else if (statements.length === 0) missing(first.loc, `${shown} is only where no reader sees it`, fix);
    else missing(first.loc, `${shown} is not shown on every page, and must be${when}`, fix);
  }
}

/** A page is a layout, around all that it has. */
function checkFrame(
  program: hbs.AST.Program,
  missing: (range: Statement["loc"] | undefined, message: string, fix: string) => void,
): void {
  const around = "write {{#> layout running=pageTitle}} at the top and {{/layout}} at the end";
  const statements = statementsOf(program).filter(
    (statement) =>
      statement.type !== "CommentStatement" &&
      !(statement.type === "ContentStatement" && String(statement.original).trim() === ""),
  );
  const [layout, second] = statements;
  const outside = layout?.type === "PartialBlockStatement" ? second : layout;
  if (statements.every(({ type }) => type !== "PartialBlockStatement"))
    missing(undefined, "the layout is missing, which every page has around it", around);
  else if (outside !== undefined)
    missing(outside.loc, "this is outside the layout, and would be outside the page", around);
}

function isLike({ tag, attributes, start, end }: WrittenElement, wanted: WantedElement, source: string): boolean {
  return (
    tag === wanted.tag &&
    Object.entries(wanted.attributes).every(
      ([name, value]) => attributes.get(name)?.trim().toLowerCase() === value.toLowerCase(),
    ) &&
    (wanted.holds === undefined || plainBraces(source.slice(start, end)).includes(plainBraces(wanted.holds)))
  );
}

function typedAs({ tag, attributes, holds }: WantedElement): string {
  const typed = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${typed.join("")}>${holds ?? ""}`;
}

/** Tells whether a piece of the template holds one of these offsets. */
function holding(offsets: readonly number[], offset: ReturnType<typeof offsetsIn>["offset"]) {
  return ({ type, loc }: Statement): boolean =>
    type === "ContentStatement" && offsets.some((one) => offset(loc.start) <= one && one < offset(loc.end));
}

/** Which way a block goes where a value is there, and its condition holds; nothing, where that does not say. */
type GoesBy = (block: hbs.AST.BlockStatement) => "then" | "else" | undefined;

function goingBy({ keys }: Uses, key: string, condition: string | undefined): GoesBy {
  return (block) => {
    const by = keys.get(block);
    if (by === undefined) return undefined;
    const isNegative = `!${by}` === condition;
    const isPositive = isWithin(key, by) || (condition !== undefined && isWithin(condition, by));
    if (!isPositive && !isNegative) return undefined;
    return isPositive === (textOfHelper(block) !== "unless") ? "then" : "else";
  };
}

function isWithin(key: string, other: string): boolean {
  return key === other || key.startsWith(`${other}.`) || key.startsWith(`${other}[]`);
}

function textOfHelper({ path }: hbs.AST.BlockStatement): string {
  return path.original;
}

/** Whether a part of a template has something whichever way its blocks go. */
function isSure(program: hbs.AST.Program | undefined, has: (statement: Statement) => boolean, goesBy: GoesBy): boolean {
  return statementsOf(program).some((statement) => {
    if (has(statement)) return true;
    if (statement.type === "PartialBlockStatement") return isSure(statement.program, has, goesBy);
    if (statement.type !== "BlockStatement") return false;
    const way = goesBy(statement);
    if (way === "then") return isSure(statement.program, has, goesBy);
    if (way === "else") return isSure(statement.inverse, has, goesBy);
    const isChoice = /^(?:if|unless)$/.test(textOfHelper(statement));
    return isChoice && isSure(statement.program, has, goesBy) && isSure(statement.inverse, has, goesBy);
  });
}

/** How often a part of a template shows something at most, whichever way its blocks go. */
function mostTimes(program: hbs.AST.Program | undefined, shows: readonly Statement[]): number {
  return statementsOf(program).reduce((times, statement) => {
    const own = shows.includes(statement) ? 1 : 0;
    if (statement.type === "PartialBlockStatement") return times + own + mostTimes(statement.program, shows);
    if (statement.type !== "BlockStatement") return times + own;
    const within = Math.max(mostTimes(statement.program, shows), mostTimes(statement.inverse, shows));
    return times + own + within * (textOfHelper(statement) === "each" ? 2 : 1);
  }, 0);
}

import type { RuleId } from "../../diagnostics/catalogue.ts";
import {
  commonValues,
  type KnownTemplate,
  partTemplates,
  type Value,
  type Values,
} from "../../interface/template-values.ts";
import { wordsIn } from "../../interface/translations.ts";
import type { Found } from "../../rules/rule.ts";
import { closestMatch } from "../../text/closest-match.ts";

/** Where something is in a template. */
export type Range = hbs.AST.SourceLocation;

/** Takes down what is wrong at a place of a template. */
export type RaiseAt = (rule: RuleId, range: Range | undefined, said: Pick<Found, "message" | "fix">) => void;

/** What can be in a template. */
export type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
  | { readonly type: "Decorator" | "DecoratorBlock"; readonly loc: Range };

/** The statements of a part of a template; there is no such part where a block has no `{{else}}`. */
export function statementsOf(program: hbs.AST.Program | undefined): readonly Statement[] {
  return (program?.body ?? []) as readonly Statement[];
}

/** What a template does with values, each by its way from the top, such as `reports[].title`. */
export interface Uses {
  /** Where each is shown or gone through. */
  readonly shown: ReadonlyMap<string, readonly Statement[]>;
  /** What may be put into a page once alone, because it has addresses in it. */
  readonly onlyOnce: ReadonlySet<string>;
  /** What each block goes by. */
  readonly keys: ReadonlyMap<Statement, string>;
  /** The lists that are gone through, and what each item must show. */
  readonly lists: readonly {
    readonly block: hbs.AST.BlockStatement;
    readonly key: string;
    readonly must: readonly string[];
  }[];
  /** The templates that it calls. */
  readonly calls: ReadonlySet<string>;
}

interface Typed {
  readonly value: Value;
  readonly key: string;
}

/** What names mean at one place. */
interface Scope {
  readonly seen: Typed;
  readonly above: Scope | undefined;
  readonly names: ReadonlyMap<string, Typed>;
  readonly isItem: boolean;
  /** What is there for certain. */
  readonly sure: ReadonlySet<string>;
}

const HELPERS = ["if", "unless", "each", "with"];
const WORDS: ReadonlySet<string> = new Set(Object.keys(wordsIn("en-GB")));
const PARTS: Readonly<Record<string, Pick<KnownTemplate, "values">>> = partTemplates;
const ITEM = { first: "flag", last: "flag", index: "text", key: "text" } as const;

/** Checks that a template asks for nothing but what it gets, and uses each value as what it is. */
export function checkValues(program: hbs.AST.Program, template: KnownTemplate, raise: RaiseAt): Uses {
  const shown = new Map<string, Statement[]>();
  const keys = new Map<Statement, string>();
  const lists: Uses["lists"][number][] = [];
  const calls = new Set<string>();
  const onlyOnce = new Set(["@partial-block"]);
  const root: Typed = { value: { kind: "group", about: "", of: template.root }, key: "" };

  const show = (key: string, statement: Statement): undefined => {
    shown.set(key, [...(shown.get(key) ?? []), statement]);
  };

  const wrong = (range: Range, message: string, fix: string): undefined => {
    raise("template-value", range, { message, fix });
    return undefined;
  };

  /** The value that an expression names; nothing, where there is none, which is raised. */
  const typeOf = (expression: hbs.AST.Expression, scope: Scope, mustBeThere = false): Typed | undefined => {
    if (!isPath(expression))
      return wrong(
        expression.loc,
        "only a value can be named here",
        "write the name of a value without quotation marks",
      );
    const { data, depth, parts, original } = expression;
    const [first = "", ...others] = parts;
    if (data && first === "root") return walk(root, others, expression, { scope, mustBeThere });
    if (data) {
      const kind = ITEM[first as keyof typeof ITEM];
      if (kind !== undefined && depth === 0 && others.length === 0 && scope.isItem)
        return { value: { kind, about: "" }, key: `@${first}` };
      return wrong(
        expression.loc,
        `\`${original}\` is nothing here`,
        "there are @root, and within {{#each}} @first, @last, @index and @key",
      );
    }
    const named = depth === 0 && !/^(?:this|\.)/.test(original) ? scope.names.get(first) : undefined;
    if (named !== undefined) return walk(named, others, expression, { scope, mustBeThere });
    let at: Scope | undefined = scope;
    for (let steps = 0; steps < depth; steps++) at = at?.above;
    if (at === undefined)
      return wrong(
        expression.loc,
        `\`${original}\` goes out of the template`,
        "take away a ../, or write @root. for what the whole page has",
      );
    return walk(at.seen, parts, expression, { scope, mustBeThere });
  };

  const walk = (
    from: Typed,
    parts: readonly string[],
    { loc, original }: hbs.AST.PathExpression,
    { scope, mustBeThere }: { readonly scope: Scope; readonly mustBeThere: boolean },
  ): Typed | undefined => {
    let typed = from;
    for (const part of parts) {
      const { value, key } = typed;
      if (value.kind === "words" && WORDS.has(part)) {
        typed = { value: { kind: "text", about: "" }, key: `words.${part}` };
        continue;
      }
      if ((value.kind === "list" || value.kind === "texts") && part === "length") {
        typed = { value: { kind: "text", about: "" }, key };
        continue;
      }
      const inner = value.kind === "group" || value.kind === "maybe" ? own(value.of, part) : undefined;
      if (inner === undefined) return wrong(loc, ...unknown(part, original, value, scope));
      if (value.kind === "maybe" && mustBeThere && !scope.sure.has(key))
        return wrong(
          loc,
          `\`${original}\` is not there on every page`,
          `put {{#if ${original.slice(0, original.lastIndexOf("."))}}} and {{/if}} around it`,
        );
      typed = { value: inner, key: key === "" ? part : `${key}.${part}` };
    }
    return typed;
  };

  const unknown = (part: string, original: string, value: Value, scope: Scope): [message: string, fix: string] => {
    const values = value.kind === "group" || value.kind === "maybe" ? value.of : {};
    const names = value.kind === "words" ? [...WORDS] : Object.keys(values);
    const nearest = closestMatch(part, names);
    if (nearest !== undefined)
      return [
        `there is no value \`${original}\` here; did you mean \`${nearest}\`?`,
        `write \`${nearest}\` in its place`,
      ];
    if (scope.above !== undefined && own(template.root, part) !== undefined)
      return [
        `there is no value \`${original}\` here, because it belongs to the whole page`,
        `write \`@root.${part}\``,
      ];
    const ofPage = values === template.values && template.isPage;
    const shownNames = names
      .filter((name) => !ofPage || own<Value>(commonValues, name) === undefined)
      .slice(0, MOST_NAMED);
    const more = ofPage ? "what every page gets" : names.length > MOST_NAMED ? "others" : "";
    return [
      `there is no value \`${original}\` here`,
      names.length === 0
        ? "this value has no others within it"
        : `the values here are ${[shownNames.join(", "), more && `${more}, which docs/theming.md lists`].filter(Boolean).join(", and ")}`,
    ];
  };

  const check = (program: hbs.AST.Program | undefined, scope: Scope): undefined => {
    for (const statement of statementsOf(program)) {
      if (statement.type === "MustacheStatement") checkMustache(statement, scope);
      else if (statement.type === "BlockStatement") checkBlock(statement, scope);
      else if (statement.type === "PartialStatement" || statement.type === "PartialBlockStatement")
        checkCall(statement, scope);
      else if (statement.type === "Decorator" || statement.type === "DecoratorBlock")
        wrong(
          statement.loc,
          "a template cannot have templates of its own within it",
          "write what it holds in the place where it is called",
        );
    }
  };

  const checkMustache = (statement: hbs.AST.MustacheStatement, scope: Scope): undefined => {
    const { path, params, escaped, loc } = statement;
    if (params.length > 0 || pairsOf(statement).length > 0)
      return wrong(
        loc,
        `there is no helper ${textOf(path)}`,
        `the helpers are ${listed(HELPERS)}, each as in {{#if …}} … {{/if}}`,
      );
    const typed = typeOf(path, scope, true);
    if (typed === undefined) return;
    const { kind } = typed.value;
    const name = textOf(path);
    show(typed.key, statement);
    if (kind === "html") onlyOnce.add(typed.key);
    if (kind === "html" && escaped)
      wrong(loc, `\`${name}\` is markup, which two braces would show as signs`, `write {{{${name}}}}`);
    else if (kind === "text" && !escaped)
      wrong(loc, `\`${name}\` is words, in which three braces leave signs as they are`, `write {{${name}}}`);
    else if (kind === "list" || kind === "texts")
      wrong(loc, `\`${name}\` is a list`, `go through it: {{#each ${name}}} … {{/each}}`);
    else if (kind === "flag")
      wrong(loc, `\`${name}\` is yes or no, and no words`, `ask for it: {{#if ${name}}} … {{/if}}`);
    else if (kind !== "text" && kind !== "html")
      wrong(loc, `\`${name}\` holds several values, and is no words`, "name one of them after a full stop");
  };

  const checkBlock = (block: hbs.AST.BlockStatement, scope: Scope): undefined => {
    const helper = textOf(block.path);
    const [param, ...more] = block.params;
    if (!HELPERS.includes(helper))
      return wrong(
        block.loc,
        `there is no helper ${helper}`,
        own(template.values, helper) === undefined
          ? `the helpers are ${listed(HELPERS)}`
          : `write {{#if ${helper}}}, or {{#each ${helper}}} where it is a list`,
      );
    if (param === undefined || more.length > 0 || pairsOf(block).length > 0)
      return wrong(block.loc, `{{#${helper}}} takes one value`, `write it as in {{#${helper} title}}`);
    const typed = typeOf(param, scope);
    if (typed === undefined) return;
    keys.set(block, typed.key);
    const withSure = { ...scope, sure: new Set([...scope.sure, ...prefixesOf(typed.key)]) };
    if (helper === "if" || helper === "unless") {
      check(block.program, helper === "if" ? withSure : scope);
      return check(block.inverse, helper === "unless" ? withSure : scope);
    }
    const inner = helper === "each" ? itemOf(typed) : groupOf(typed);
    if (inner === undefined)
      return wrong(
        param.loc,
        `\`${textOf(param)}\` is no ${helper === "each" ? "list" : "group of values"}`,
        `write {{#if ${textOf(param)}}}, or name another value`,
      );
    if (helper === "each") {
      show(typed.key, block);
      if (typed.value.kind === "list" && typed.value.must !== undefined)
        lists.push({ block, key: typed.key, must: typed.value.must });
    }
    const [one, two] = block.program.blockParams ?? [];
    const names = new Map(scope.names);
    if (one !== undefined) names.set(one, inner);
    if (two !== undefined) names.set(two, { value: { kind: "text", about: "" }, key: "@index" });
    check(block.program, { ...withSure, seen: inner, above: scope, names, isItem: helper === "each" });
    check(block.inverse, scope);
  };

  const checkCall = (call: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, scope: Scope): undefined => {
    const isBlock = call.type === "PartialBlockStatement";
    const name = call.name.type === "PathExpression" ? call.name.original : "";
    if (name === "@partial-block" && !isBlock && template.file === "_layout") return show(name, call);
    const part = own(PARTS, name);
    if (part === undefined || isBlock !== (name === "layout") || (isBlock && !template.isPage)) {
      const names = Object.keys(PARTS).filter((one) => one !== "layout");
      const nearest = closestMatch(name, names);
      return wrong(
        call.loc,
        name === "layout"
          ? "the layout is around a whole page"
          : name === ""
            ? "the name of a template that is called must be written out"
            : `there is no template \`${name}\` to call here`,
        name === "layout"
          ? "write {{#> layout running=pageTitle}} at the top of a page and {{/layout}} at its end"
          : nearest === undefined
            ? `those that can be called are ${names.join(", ")}`
            : `write \`${nearest}\` in its place`,
      );
    }
    calls.add(name);
    const [param] = call.params;
    const context = param === undefined ? scope.seen : typeOf(param, scope);
    if (context === undefined) return;
    const given = new Map<string, Typed>();
    for (const { key, value, loc } of pairsOf(call)) {
      const typed: Typed | undefined = isText(value)
        ? { value: { kind: "text", about: "" }, key: "" }
        : typeOf(value, scope);
      if (typed === undefined) return;
      given.set(key, typed);
      if (own(part.values, key) === undefined)
        return wrong(loc, `\`${name}\` does not use \`${key}\``, `it uses ${Object.keys(part.values).join(", ")}`);
    }
    const of = context.value.kind === "group" || context.value.kind === "maybe" ? context.value.of : {};
    for (const [wanted, value] of Object.entries(part.values)) {
      const inContext = own(of, wanted);
      const typed = given.get(wanted) ?? (inContext && { value: inContext, key: inKey(context.key, wanted) });
      if (typed === undefined || !fits(typed.value, value)) {
        const message =
          typed === undefined
            ? `\`${name}\` needs \`${wanted}\` (${value.about}), and there is none here`
            : `\`${name}\` needs \`${wanted}\` (${value.about}), and gets something else here`;
        return wrong(call.loc, message, `name what it is to get: {{> ${name} ${wanted}=…}}`);
      }
      if (name !== "layout") show(typed.key, call);
    }
    if (isBlock) check(call.program, scope);
  };

  const top: Scope = {
    seen: { value: { kind: "group", about: "", of: template.values }, key: "" },
    above: undefined,
    names: new Map(),
    isItem: false,
    sure: new Set(),
  };
  check(program, top);
  return { shown, onlyOnce, keys, lists, calls };
}

const MOST_NAMED = 24;

function own<One>(values: Readonly<Record<string, One>>, name: string): One | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function inKey(key: string, name: string): string {
  return key === "" ? name : `${key}.${name}`;
}

/** A way from the top, and what it goes through: where the last is there, so are these. */
function prefixesOf(key: string): readonly string[] {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function itemOf({ value, key }: Typed): Typed | undefined {
  if (value.kind === "texts") return { value: { kind: "text", about: "" }, key: `${key}[]` };
  return value.kind === "list" ? { value: { kind: "group", about: "", of: value.of }, key: `${key}[]` } : undefined;
}

function groupOf({ value, key }: Typed): Typed | undefined {
  return value.kind === "group" || value.kind === "maybe" ? { value: { ...value, kind: "group" }, key } : undefined;
}

/** Whether a value is all that is wanted. */
function fits(given: Value, wanted: Value): boolean {
  if ("of" in given && "of" in wanted) {
    const isKind = given.kind === wanted.kind || (given.kind === "group" && wanted.kind === "maybe");
    return isKind && hasAll(given.of, wanted.of);
  }
  return given.kind === wanted.kind;
}

function hasAll(given: Values, wanted: Values): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const one = own(given, name);
    return one !== undefined && fits(one, value);
  });
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

function isText(expression: hbs.AST.Expression): boolean {
  return expression.type === "StringLiteral";
}

function textOf(expression: hbs.AST.Expression): string {
  return "original" in expression ? String(expression.original) : "";
}

/** The library's types say that it is always there. */
function pairsOf({ hash }: { readonly hash: hbs.AST.Hash | undefined }): readonly hbs.AST.HashPair[] {
  return hash?.pairs ?? [];
}

/** "if, unless, each and with". */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import { HIDDEN_CHARACTERS, nameOfCharacter } from "../text/hidden-characters.ts";
import { mistakesIn, rangeOf, type YamlProblem } from "./explain-errors.ts";

export interface YamlMapping {
  /** Each value as the text that the author typed, or as lists and mappings of such. */
  readonly value: Record<string, unknown>;
  readonly document: Document;
}

const MAX_DEPTH = 20;

/**
 * Reads a YAML 1.2 mapping in which every value stays the text that was typed (the failsafe schema), so that no field
 * is turned into a number, a date or a truth value after the author's back.
 * Messages never quote the text: what is read may be withheld. `example` is a line as it should be.
 */
export function readYamlMapping(
  text: string,
  example = "title: …",
): YamlMapping | { readonly problems: readonly YamlProblem[] } {
  const deep = tooDeep(text);
  if (deep !== undefined) return { problems: [deep] };
  // With `logLevel: "silent"` the library says nothing of a second document, which could hold `confidential: Yes`.
  const document = parseDocument(text, { schema: "failsafe", version: "1.2", prettyErrors: false });
  const problems = [...mistakesIn(document, text)];
  visit(document, {
    Pair(_key, { key }, ancestors) {
      // The library writes a warning to the log, in which the key would be.
      if (isMap(key) || isSeq(key)) {
        problems.push({
          message: "a name must be a word, and this is a list or a mapping",
          fix: "take the brackets out",
          ...rangeOf(key),
        });
      }
      // At the top it is a field that is not known, and said to be; further in it would vanish.
      if (!isScalar(key) || key.value !== "__proto__" || ancestors.length <= 2) return;
      const message = "this name cannot be used here";
      problems.push({ message, fix: "write another name", ...rangeOf(key) });
    },
    Node(_key, node) {
      const problem = problemOf(node, text);
      if (problem !== undefined) problems.push(problem);
    },
  });
  if (problems.length > 0) return { problems };
  if (!isMap(document.contents)) {
    return {
      problems: [
        {
          message: "the fields are not written as `name: value` lines",
          fix: `begin each line with the name of a field and a colon, such as \`${example}\``,
          start: text.search(/\S|$/),
          end: text.trimEnd().length,
        },
      ],
    };
  }
  return { value: document.toJS({ maxAliasCount: 0 }), document };
}

/**
 * What no value may have: an anchor or alias, a tag, a comment that could be part of it, or a character that cannot be
 * seen.
 */
function problemOf(node: Node, text: string): YamlProblem | undefined {
  const { start, end } = rangeOf(node);
  if (isAlias(node)) return { ...ALIAS, start, end };
  if ("anchor" in node && node.anchor !== undefined) {
    return { ...ALIAS, start: text.lastIndexOf(`&${node.anchor}`, start), end };
  }
  if (node.tag !== undefined) return { ...TAG, start: startOfTag(text, start), end };
  const lost = isScalar(node) ? /^[ \t]+(#[^\s#].*)/.exec(text.slice(end, end + LONGEST_GAP)) : null;
  if (lost !== null) return { ...LOST, start: end + lost[0].indexOf("#"), end: end + lost[0].trimEnd().length };
  const hidden =
    isScalar(node) && typeof node.value === "string" ? node.value.match(HIDDEN_CHARACTERS)?.[0] : undefined;
  if (hidden === undefined) return undefined;
  const message = `${nameOfCharacter(hidden)} is written here as an escape, and cannot be seen`;
  return { message, fix: "take the escape out", start, end };
}

function startOfTag(text: string, before: number): number {
  const last = text.lastIndexOf("!", before);
  return text[last - 1] === "!" ? last - 1 : Math.max(0, last);
}

const ALIAS = {
  message: "there is an anchor or alias (`&` or `*`) here, which is not accepted",
  fix: "write the value out, or put it in quotation marks",
};

/** After a value, a # with a blank before it begins a comment: "Review of Ward #3" would lose its end. */
const LOST = {
  message: "what comes after this # is read as a comment, and left out",
  fix: "put the whole value in quotation marks; where it is a comment, put a space after the #",
};

const LONGEST_GAP = 200;

const TAG = {
  message: "there is a tag (`!`) here, which is not accepted",
  fix: "put the value in quotation marks",
};

/** The parser recurses, so depth is bounded before it runs. */
function tooDeep(text: string): YamlProblem | undefined {
  let brackets = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "[" || character === "{") brackets++;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    if (brackets > MAX_DEPTH) return deepAt(index);
  }
  const nested = new RegExp(`^ *(?:[-?] +){${MAX_DEPTH}}|^ {${MAX_DEPTH * 8}}`, "m").exec(text);
  return nested ? deepAt(nested.index) : undefined;
}

function deepAt(start: number): YamlProblem {
  return {
    message: "lists or brackets are nested too deeply",
    fix: "put text that has brackets in quotation marks",
    start,
    end: start + 1,
  };
}

/**
 * Checks a mapping against its schema; each problem comes at the place of the value, or of the key where the key is
 * wrong.
 */
export function checkAgainst<T>(
  schema: z.ZodType<T>,
  mapping: YamlMapping,
  describe: (issue: LocatedIssue) => { readonly message: string; readonly fix?: string | undefined },
): { readonly data: T } | { readonly problems: readonly (YamlProblem & LocatedIssue)[] } {
  const result = schema.safeParse(mapping.value);
  if (result.success) return { data: result.data };
  const problems = result.error.issues.flatMap(innermost).flatMap((issue): LocatedIssue[] => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code !== "unrecognized_keys") {
      const { fix, isOfKey, quotesNothing, expected } = issue.code === "custom" ? (issue.params ?? {}) : {};
      const kind = isOfKey === true ? "key" : "value";
      return [
        {
          kind,
          path,
          message: issue.message,
          fix: typeof fix === "string" ? fix : undefined,
          quotesNothing: quotesNothing === true,
          expected: typeof expected === "string" ? expected : undefined,
        },
      ];
    }
    return issue.keys.map((key) => ({ kind: "unknown key", path: [...path, key], message: issue.message }));
  });
  return {
    problems: problems.map((issue) => ({
      ...issue,
      ...describe(issue),
      ...locate(mapping.document, issue.path, issue.kind),
    })),
  };
}

/** One thing that a schema found wrong. */
export interface LocatedIssue {
  readonly kind: "value" | "key" | "unknown key";
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix?: string | undefined;
  /** Whether nothing in the message and the fix was typed by an author. */
  readonly quotesNothing?: boolean;
  /** What was expected, in words of the program's own. */
  readonly expected?: string | undefined;
}

/**
 * Of the alternatives of a union, the one that the author evidently meant: the only one that went beyond its first
 * step.
 */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.filter(
    (issues) =>
      !issues.some((inner) => inner.path.length === 0 && inner.code !== "custom" && inner.code !== "unrecognized_keys"),
  );
  const only = meant.length === 1 ? meant[0] : undefined;
  if (only === undefined) return [issue];
  return only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

/** The range of the value at a path, or of its key; where there is neither, that of the nearest parent. */
export function locate(
  document: Document,
  fullPath: LocatedIssue["path"],
  kind: LocatedIssue["kind"] = "value",
): { start: number; end: number } {
  for (let length = fullPath.length; length > 0; length--) {
    const path = fullPath.slice(0, length);
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const key = keyNode(parent, path.at(-1));
    const value = document.getIn(path, true);
    if (length === fullPath.length && kind !== "value" && key) return rangeOf(key);
    if (isNode(value) && value.range && (!isScalar(value) || value.range[1] > value.range[0])) return rangeOf(value);
    if (key) return rangeOf(key);
  }
  return { start: 0, end: 0 };
}

function keyNode(parent: unknown, name: string | number | undefined): Node | undefined {
  if (!isMap(parent)) return undefined;
  const pair = (parent as YAMLMap<unknown, unknown>).items.find(({ key }) => isScalar(key) && key.value === name);
  return pair && isNode(pair.key) ? pair.key : undefined;
}

/** "`annexes`, entry 2, `file`" for a path into a mapping. */
export function formatPath(path: LocatedIssue["path"]): string {
  return path
    .map((part) => (typeof part === "number" ? `entry ${part + 1}` : part.trim() === "" ? "an entry" : `\`${part}\``))
    .join(", ");
}

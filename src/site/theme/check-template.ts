import Handlebars from "handlebars";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { KnownTemplate } from "../../interface/template-values.ts";
import { placeAt, type Readable } from "../../text/place.ts";
import { checkParts } from "./check-parts.ts";
import { checkPolicy } from "./check-policy.ts";
import { checkValues, type RaiseAt, type Range, statementsOf } from "./check-values.ts";
import { offsetsIn, readMarkup } from "./read-markup.ts";

/** Checks a template that a site has in the place of the program's own; gives the templates that it calls. */
export function checkTemplate(source: Readable, template: KnownTemplate, raise: Raise): ReadonlySet<string> {
  const { text } = source;
  const { offset } = offsetsIn(text);
  const raiseAt: RaiseAt = (rule, range, said) => {
    const [start, end] = range === undefined ? [0, text.length] : [offset(range.start), offset(range.end)];
    raise({ rule, place: placeAt(source, start, Math.max(end, start + 1)), ...said });
  };
  const program = read(text, raiseAt);
  if (program === undefined) return new Set();
  checkVersion(program, template, raiseAt);
  const uses = checkValues(program, template, raiseAt);
  const markup = readMarkup(text, program, template.file === "_layout", raiseAt);
  checkPolicy(markup, raiseAt);
  checkParts(template, { source: text, program, uses, markup }, raiseAt);
  return uses.calls;
}

function read(text: string, raise: RaiseAt): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    raise("template-syntax", ...whyUnread(text, error));
    return undefined;
  }
}

/** Where a template cannot be read, and why, in other words than those of its parser. */
function whyUnread(text: string, error: unknown): [Range, { readonly message: string; readonly fix: string }] {
  const { rangeOf, offset } = offsetsIn(text);
  const { message, lineNumber, column } = error as Partial<Handlebars.Exception>;
  const said = message ?? "";
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(said) ?? [];
  if (typeof lineNumber === "number" && typeof column === "number") {
    const at = offset({ line: lineNumber, column });
    const range = rangeOf(at, at + 2);
    if (opened !== undefined)
      return [
        range,
        {
          message: `{{#${opened}}} is opened here, and what closes it is {{/${closed}}}`,
          fix: `close it with {{/${opened}}}, or see whether a block within it is never closed`,
        },
      ];
    return [
      range,
      { message: "the name in these braces cannot be read", fix: "write the name of a value, such as {{title}}" },
    ];
  }
  const unclosed = said.includes("got 'EOF'") ? lastOpened(text) : undefined;
  if (unclosed !== undefined)
    return [
      rangeOf(unclosed.start, unclosed.end),
      {
        message: `{{#${unclosed.name}}} is opened here, and never closed`,
        fix: `write {{/${unclosed.name}}} where it ends`,
      },
    ];
  const { start, end } = placeOfParser();
  return [
    { source: "", start, end },
    said.includes("got 'EOF'")
      ? {
          message: "the template ends within braces that are never closed",
          fix: "close them with as many braces as open them",
        }
      : {
          message: "what is in braces here cannot be read",
          fix: "write it as {{value}}, {{#if value}} … {{/if}}, {{#each list}} … {{/each}} or {{> template}}, with as many braces at the end as at the start",
        },
  ];
}

/** Where the parser stopped, which its error says in a picture alone. */
function placeOfParser(): Pick<Range, "start" | "end"> {
  const { Parser } = Handlebars as unknown as {
    readonly Parser: { readonly lexer: { readonly yylloc: Readonly<Record<string, number>> } };
  };
  const { first_line = 1, first_column = 0, last_line = 1, last_column = 1 } = Parser.lexer.yylloc;
  return { start: { line: first_line, column: first_column }, end: { line: last_line, column: last_column } };
}

/** The innermost block that is open at the end of a text. */
function lastOpened(text: string): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const open: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  for (const match of withoutComments(text).matchAll(/\{\{~?(#>|#|\/)\s*([\w@-]+)/g)) {
    const [whole, sign, name = ""] = match;
    if (sign === "/") open.pop();
    else open.push({ name, start: match.index, end: match.index + whole.length });
  }
  return open.at(-1);
}

/** The text with blanks in the place of comments. */
function withoutComments(text: string): string {
  const [before = "", ...comments] = text.split("{{!--");
  const blank = (comment: string): string => {
    const end = comment.indexOf("--}}") + 1;
    const length = end === 0 ? comment.length : end + 3;
    return " ".repeat("{{!--".length + length) + comment.slice(length);
  };
  return before + comments.map(blank).join("");
}

const VERSION = /^\s*(_?[\w-]+), version (\d+)\s*$/;

/** The first line of a template says which version of the program's own it was written for. */
function checkVersion(program: hbs.AST.Program, template: KnownTemplate, raise: RaiseAt): void {
  const comments = statementsOf(program).filter((statement) => statement.type === "CommentStatement");
  const [said] = comments.flatMap(({ value, loc }) => {
    const [, name, version] = VERSION.exec(value) ?? [];
    return name === undefined ? [] : [{ name, version: Number(version), loc }];
  });
  const wrong = whatOfVersion(said, template);
  if (wrong !== undefined) raise("template-version", said?.loc, wrong);
}

function whatOfVersion(
  said: { readonly name: string; readonly version: number } | undefined,
  { file, version, changes }: KnownTemplate,
): { readonly message: string; readonly fix: string } | undefined {
  const right = `{{!-- ${file}, version ${version} --}}`;
  if (said === undefined)
    return {
      message: "the template does not say for which version of the program's own it was written",
      fix: `write ${right} at the top, after you have compared it with the program's own ${file}.hbs`,
    };
  if (said.name !== file)
    return {
      message: `this says that it is ${said.name}, and the name of the file is ${file}`,
      fix: `write ${right}, or give the file the other name`,
    };
  if (said.version === version) return undefined;
  const message = `the template was written for version ${said.version} of ${file}, and this program has version ${version}`;
  if (said.version > version)
    return { message, fix: "install a newer version of scrutineer, or write the template for this one" };
  const changed = Object.entries(changes ?? {}).flatMap(([number, words]) =>
    Number(number) > said.version && Number(number) <= version ? [words] : [],
  );
  return { message: [message, ...changed].join(": "), fix: `change the template accordingly, and write ${right}` };
}

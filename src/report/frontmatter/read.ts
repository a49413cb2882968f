import matter from "gray-matter";
import type { z } from "zod";
import type { Finding, Raise, RuleId } from "../../diagnostics/catalogue.ts";
import { lineChecks } from "../../diagnostics/checks.ts";
import type { Frontmatter } from "../../model/report.ts";
import { Sealed } from "../../model/sealed.ts";
import type { Place, Source } from "../../model/source.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { placeAt, type Readable } from "../../text/place.ts";
import type { YamlProblem } from "../../yaml/explain-errors.ts";
import {
  checkAgainst,
  formatPath,
  type LocatedIssue,
  locate,
  readYamlMapping,
  type YamlMapping,
} from "../../yaml/read-mapping.ts";
import type { TypedFields } from "../markings/raise-markings.ts";
import { raiseCharactersOfFields } from "./characters-of-fields.ts";
import { decidingFields, type Field, fieldNames, frontmatterFields, frontmatterSchema } from "./fields.ts";
import { type Confidentiality, withholdingFields } from "./forms.ts";
import { quotedIfNeeded } from "./several-meetings.ts";

export interface FrontmatterReading {
  readonly frontmatter: Frontmatter;
  readonly confidentiality: Confidentiality;
  /** The place of a field, or of an entry of one, in the file. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

export interface OpenedFrontmatter {
  readonly reading?: FrontmatterReading;
  /** The text below the frontmatter, where its end was found. */
  readonly body: Sealed<string> | undefined;
  /** Its fields, where they can be read. */
  readonly typed?: TypedFields | undefined;
  /** Whether it is beyond doubt that the report may be quoted. */
  readonly isPlainlyPublic: boolean;
  /**
   * Whether that is so of the text at least: an annex is withheld beyond doubt, and the lines at the top may say what
   * it is.
   */
  readonly isTextPublic: boolean;
}

/** Frontmatter as it is in a file: its fields, not yet checked, and what their places are counted in. */
export interface WrittenFields {
  readonly source: Readable;
  readonly split: Split;
  readonly mapping: YamlMapping;
}

/** The fields of one kind of file: the form of all of them, and what each holds. */
export interface FieldTable<Data> {
  readonly schema: z.ZodType<Data>;
  readonly fields: Readonly<Record<string, Omit<Field, "form">>>;
}

/** The frontmatter's YAML and the text below it, with the line that each begins on. */
interface Split {
  readonly yaml: string;
  readonly yamlStart: number;
  readonly body: string;
}

const FENCE = "---";
const MAX_LENGTH = 64 * 1024;

/** Reads the frontmatter of a report; raises what is wrong with it, and then gives nothing back but the body. */
export function readFrontmatter(source: Source, raise: Raise): OpenedFrontmatter {
  const { body, written } = splitFields(source, raise);
  if (written === undefined) return { body, isPlainlyPublic: false, isTextPublic: false };
  const reading = readReportFields(written, raise);
  const typed = typedFields(written);
  const { value } = written.mapping;
  const isTextPublic =
    reading?.confidentiality === "public" && reading.frontmatter.withdrawn === undefined && saysNo(value, fieldNames);
  const opened = { body, typed, isPlainlyPublic: isPlainlyPublic(written.mapping), isTextPublic };
  return reading === undefined ? opened : { ...opened, reading };
}

/**
 * Parts the fields at the top of a file from its body; raises what keeps them from being read. In the body their lines
 * are empty, so that every line and column is that of the author's file.
 */
export function splitFields(
  sealed: Source,
  raise: Raise,
): { readonly body: Sealed<string> | undefined; readonly written?: WrittenFields } {
  const source = { path: sealed.path, text: Sealed.open(sealed.text) };
  const split = splitFrontmatter(source, raise);
  if (split === undefined) return { body: undefined };
  const lines = source.text.slice(0, source.text.length - split.body.length).split("\n").length - 1;
  const body = new Sealed("\n".repeat(lines) + split.body);
  const typed = { path: source.path, text: source.text.slice(0, source.text.length - split.body.length) };
  for (const check of lineChecks) check(typed, raise);
  const mapping = readMapping(source, split, raise);
  // What is typed as such was found among the lines.
  const isTyped = (character: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    split.yaml.slice(start, end).includes(character);
  if (mapping !== undefined)
    raiseCharactersOfFields(mapping.document, (range) => yamlPlace(source, split, range), isTyped, raise);
  return mapping === undefined ? { body } : { body, written: { source, split, mapping } };
}

/**
 * Whether the flag says No, here and on every annex, the report is not withdrawn, and no field could be a misspelt
 * flag: then messages may quote the text, whatever else is wrong.
 */
function isPlainlyPublic({ value }: YamlMapping): boolean {
  const { annexes = [], facts = {} } = value;
  const areOpen =
    Array.isArray(annexes) && annexes.every((annex) => saysNo(annex, frontmatterFields.annexes.names ?? []));
  const isInFacts =
    typeof facts !== "object" || Object.keys(facts ?? {}).some((name) => closestMatch(name, decidingFields));
  return "confidential" in value && saysNo(value, fieldNames) && areOpen && !isInFacts && !("withdrawn" in value);
}

/** Whether a mapping has known fields only, and its flag, if it has one, is No. */
function saysNo(mapping: unknown, known: readonly string[]): boolean {
  if (typeof mapping !== "object" || mapping === null) return false;
  return Object.entries(mapping).every(([name, value]) =>
    name === "confidential" ? typeof value === "string" && /^(?:no|false)$/i.test(value.trim()) : known.includes(name),
  );
}

function splitFrontmatter(source: Readable, raise: Raise): Split | undefined {
  const { path, text } = source;
  const at = (line: number, length: number): Place => ({ path, line, column: 1, endColumn: 1 + length });
  const [first = ""] = text.split("\n", 1);
  if (first !== FENCE) {
    raise(wrongOpening(first, at(1, first.length)));
    return undefined;
  }
  const rest = text.slice(FENCE.length);
  const close = /\n---[^\n]*/.exec(rest);
  if (close === null) {
    raise({
      rule: "frontmatter-unclosed",
      quotesNothing: true,
      place: at(1, 3),
      message: "the frontmatter begins here and never ends",
      fix: "put a line of --- between the fields and the text",
    });
    return undefined;
  }
  const closeLine = rest.slice(0, close.index + 1).split("\n").length;
  if (close[0] !== `\n${FENCE}`) {
    raise({
      rule: "frontmatter-unclosed",
      quotesNothing: true,
      place: at(closeLine, close[0].length - 1),
      message: "this line begins with --- and goes on, so the frontmatter has no clear end",
      fix: "end the frontmatter with a line of exactly --- and nothing after it",
    });
    return undefined;
  }
  const length = new TextEncoder().encode(rest.slice(0, close.index)).length;
  if (length > MAX_LENGTH) {
    raise({
      rule: "frontmatter-too-large",
      place: at(1, 3),
      message: `the frontmatter has ${length} bytes, and at most ${MAX_LENGTH} (64 KiB) are accepted`,
      fix: "move long text into the body of the report",
    });
    return undefined;
  }
  // Handing over engines and options each time keeps gray-matter from running JavaScript, and from its cache,
  // which answers the second reading of a broken text with an empty result.
  const { matter: yaml, content } = matter(text, {
    language: "yaml",
    engines: { yaml: () => ({}), json: refuse, javascript: refuse, js: refuse },
  });
  return { yaml, yamlStart: FENCE.length, body: content };
}

function refuse(): never {
  throw new Error("only YAML is read as frontmatter");
}

function wrongOpening(first: string, place: Place): Finding {
  if (/^---[a-z]/i.test(first)) {
    return {
      rule: "frontmatter-language",
      quotesNothing: true,
      place,
      message: "a language is named after ---, and only YAML is read (nothing in another language is ever run)",
      fix: "make the first line exactly --- and write the fields as `name: value`",
    };
  }
  const almost = /^\s*-{2,}\s*$/.test(first);
  return {
    rule: "frontmatter-missing",
    quotesNothing: true,
    place,
    message: almost
      ? "the first line is almost, but not exactly, a line of three dashes"
      : "the file does not begin with frontmatter",
    fix: "make the first line exactly --- with nothing before or after it, then the fields, then another line of ---",
  };
}

function readMapping(source: Readable, split: Split, raise: Raise): YamlMapping | undefined {
  const mapping = mappingOf(split);
  if (!("problems" in mapping)) return mapping;
  for (const problem of mapping.problems) {
    const { message, fix, related } = problem;
    raise({
      rule: "frontmatter-syntax",
      place: yamlPlace(source, split, problem),
      message,
      fix,
      quotesNothing: true,
      ...(related && { related: { message: related.message, place: yamlPlace(source, split, related) } }),
    });
  }
  return undefined;
}

function yamlPlace(
  source: Readable,
  split: Split,
  { start, end }: { readonly start: number; readonly end: number },
): Place {
  return placeAt(source, split.yamlStart + start, split.yamlStart + end);
}

function readReportFields(written: WrittenFields, raise: Raise): FrontmatterReading | undefined {
  const data = readFields(written, reportTable, raise);
  if (data === undefined) return undefined;
  return { ...data, placeOf: placesIn(written) };
}

/** Checks fields against the table of their kind of file; raises what is wrong with them, and then gives nothing. */
export function readFields<Data>(written: WrittenFields, table: FieldTable<Data>, raise: Raise): Data | undefined {
  const { mapping } = written;
  const result = checkAgainst(table.schema, mapping, (issue) => issue);
  if ("data" in result) return result.data;
  const names = Object.keys(table.fields);
  const mistyped = new Set(
    result.problems.flatMap(({ kind, path }) =>
      kind === "unknown key" && path.length === 1 ? (closestMatch(String(path[0]), names) ?? []) : [],
    ),
  );
  for (const problem of result.problems) {
    // A field that is there under a mistyped name is one mistake, not two.
    if (isMissing(problem, mapping) && mistyped.has(String(problem.path[0]))) continue;
    raise(fieldFinding(written, table, problem));
  }
  return undefined;
}

/** The place of a field, or of its name, in the file. */
export function placeOfField(
  { source, split, mapping }: WrittenFields,
  path: readonly (string | number)[],
  kind: "value" | "unknown key" = "value",
): Place {
  return yamlPlace(source, split, locate(mapping.document, path, kind));
}

function isMissing({ kind, path }: LocatedIssue, { value }: YamlMapping): boolean {
  return kind === "value" && path.length === 1 && value[String(path[0])] === undefined;
}

/** The fields as they were typed, and their places. */
export function typedFields(written: WrittenFields): TypedFields {
  return { value: written.mapping.value, placeOf: placesIn(written) };
}

/** A parsed document is large, and its places are mostly asked for before another is read: the last is held, and no other. */
let last: { readonly yaml: string; readonly mapping: ReturnType<typeof readYamlMapping> } | undefined;

function mappingOf({ yaml }: Split): ReturnType<typeof readYamlMapping> {
  if (last?.yaml !== yaml) last = { yaml, mapping: readYamlMapping(yaml) };
  return last.mapping;
}

function placesIn({ source, split }: WrittenFields): FrontmatterReading["placeOf"] {
  return (path) => {
    const mapping = mappingOf(split);
    return yamlPlace(source, split, "document" in mapping ? locate(mapping.document, path) : { start: 0, end: 0 });
  };
}

function fieldFinding<Data>(
  { source, split, mapping }: WrittenFields,
  table: FieldTable<Data>,
  problem: YamlProblem & LocatedIssue,
): Finding {
  const place = yamlPlace(source, split, problem);
  const field = String(problem.path[0]);
  const known = table.fields[field];
  const shown = formatPath(problem.path);
  if (problem.kind === "unknown key") return unknownField(problem, table, mapping.value, place);
  if (known === undefined) return { rule: "frontmatter-field-value", place, message: problem.message };
  const { help, example } = known;
  if (isMissing(problem, mapping)) {
    const rule: RuleId = field === "confidential" ? "confidential-flag" : "frontmatter-field-missing";
    return {
      rule,
      place: { path: source.path, line: 1, column: 1, endColumn: 4 },
      message: `\`${field}\` is missing: ${help}`,
      fix: `add a line such as \`${example}\` to the frontmatter`,
      quotesNothing: true,
    };
  }
  const rule: RuleId = field === "confidential" ? "confidential-flag" : "frontmatter-field-value";
  const isOwnWords = problem.quotesNothing === true || problem.path.some((part) => OWN_WORDS.has(part));
  // What the flag may be is no help with a field of the mapping in its place.
  const expected =
    field === "confidential" && problem.path.length > 1
      ? "write it in that form"
      : `it should be ${help}, such as \`${example}\``;
  const list = problem.path.length === 1 && Array.isArray(mapping.value[field]) ? known.ofList : undefined;
  const several = list?.(mapping.value);
  if (several !== undefined)
    return {
      rule,
      place,
      message: `${shown} ${several.message}`,
      fix: several.fix,
      ownWords: { message: `\`${field}\` ${several.message}`, fix: SEVERAL },
    };
  return {
    rule,
    place,
    message: `${shown} ${problem.message}`,
    fix: problem.fix ?? expected,
    ...(rule === "frontmatter-field-value" || problem.path.length > 1
      ? { ownWords: { message: inOwnWords(problem, known), fix: expected } }
      : {}),
    ...(isOwnWords ? { quotesNothing: true } : {}),
  };
}

/** What is wrong, in a report of which nothing may be quoted: the names that the format has, and what was expected. */
function inOwnWords({ path, expected }: LocatedIssue, { names = [] }: Pick<Field, "names">): string {
  const known: ReadonlySet<unknown> = new Set([path[0], ...names, ...withholdingFields]);
  const shown = formatPath(path.filter((part) => typeof part === "number" || known.has(part)));
  const form = path.length > 1 && expected !== undefined ? `: ${expected}` : "";
  return `${shown} does not have the form that it must have${form}`;
}

/** Fields of which no message says what the author typed. */
const OWN_WORDS: ReadonlySet<string | number> = new Set(["basis", "paragraphs"]);

const SEVERAL = "keep the first, and name the other meetings in `also-to:`, each with its committee and its date";

function unknownField<Data>(
  { path }: LocatedIssue,
  { fields }: FieldTable<Data>,
  value: YamlMapping["value"],
  place: Place,
): Finding {
  const typed = String(path.at(-1));
  const mapping = path.includes("confidential") ? "confidential" : String(path[0]);
  const known = path.length === 1 ? Object.keys(fields) : (fields[mapping]?.names ?? []);
  const elsewhere = misplaced(typed, path, fields, known);
  if (elsewhere !== undefined) return { rule: "frontmatter-field-unknown", place, ...elsewhere, quotesNothing: true };
  const nearest = closestMatch(typed, known);
  const fact = value[typed];
  const isFact = path.length === 1 && "facts" in fields && isCoverFact(typed, fact);
  if (isFact && nearest === undefined && closestMatch(typed, decidingFields) === undefined)
    return {
      rule: "frontmatter-field-unknown",
      place,
      message: `\`${typed}\` is not a field`,
      fix: `if the report's cover page says so, put it under \`facts:\`, as \`facts: {${quotedIfNeeded(typed)}: ${quotedIfNeeded(String(fact).trim())}}\`; the fields are ${known.join(", ")}`,
      ownWords: {
        message: "a field is not known",
        fix: "if it is a fact of the report's cover page, put it under `facts:`, such as `facts: {Report number: CS/24/17}`",
      },
    };
  return {
    rule: "frontmatter-field-unknown",
    place,
    message: `${path.length === 1 ? `\`${typed}\`` : formatPath(path)} is not a field${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`,
    fix: nearest === undefined ? `the fields are ${known.join(", ")}` : `write \`${nearest}\` in its place`,
    knownWord: nearest,
  };
}

/** What is said of a field that is none where it is, and one in another place: nothing in it was typed by an author but that name. */
function misplaced(
  typed: string,
  path: LocatedIssue["path"],
  fields: FieldTable<unknown>["fields"],
  known: readonly string[],
): Pick<Finding, "message" | "fix"> | undefined {
  if (path.length > 1)
    return Object.hasOwn(fields, typed)
      ? {
          message: `${formatPath(path)} is not a field: \`${typed}\` is one of the whole report`,
          fix: `write \`${typed}:\` at the margin if it is of the whole report; the fields here are ${known.join(", ")}`,
        }
      : undefined;
  const owners = Object.entries(fields).flatMap(([name, { names }]) =>
    names?.includes(typed) ? [`\`${name}:\``] : [],
  );
  if (owners.length === 0) return undefined;
  return {
    message: `\`${typed}\` is not a field of its own, but part of ${owners.join(" or ")}`,
    fix: `indent it below ${owners.length === 1 ? owners[0] : "the one that it belongs to"}, or write it between the braces there`,
  };
}

const reportTable = { schema: frontmatterSchema, fields: frontmatterFields };

/** Names that may say that a report is not public: no advice makes a fact of one. */
const MAY_WITHHOLD =
  /exempt|confiden|restrict|priva|publi|secre|classif|sensitiv|with(?:h|dr)|disclos|draft|embargo|cyfrin|eithri|preifat|cyhoedd/i;

/** Whether a field that is not known is one that councils have on their cover pages, and that `facts:` may hold. */
function isCoverFact(name: string, value: unknown): boolean {
  const isText = typeof value === "string" && value.trim() !== "" && !/<!--|\n/.test(value);
  return isText && /^\p{L}[^\n<>`]{0,60}$/u.test(name) && !MAY_WITHHOLD.test(name) && !MAY_WITHHOLD.test(value);
}

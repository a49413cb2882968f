import { z } from "zod";
import { ruleIds, ruleOf } from "../diagnostics/catalogue.ts";
import { isAdjustable } from "../diagnostics/severities.ts";
import { type Field, fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";
import { SETTING_HELP } from "./setting-help.ts";
import { settingsSchema } from "./settings.ts";

/** JSON as a schema holds it. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A JSON Schema of the lines at the top of a report, for editors. */
export function frontmatterJsonSchema(): Json {
  const properties = fieldNames.map((name): [string, Json] => {
    const { form, help, example }: Field = frontmatterFields[name];
    return [name, { ...described(form), description: `${help}\n\nFor example: ${example}` }];
  });
  return {
    $schema: DRAFT,
    title: "The lines at the top of a report",
    type: "object",
    properties: Object.fromEntries(properties),
    required: fieldNames.filter((name) => frontmatterFields[name].required === true),
    additionalProperties: false,
  };
}

/** A JSON Schema of `site.yml`, for editors. */
export function settingsJsonSchema(): Json {
  const schema = described(settingsSchema);
  const properties = Object.entries(objectIn(schema["properties"])).map(([name, property]): [string, Json] => {
    if (name === "rules") return [name, rulesSchema(property)];
    return [name, { ...objectIn(property), description: describedSetting(name) }];
  });
  return { $schema: DRAFT, title: "The settings of a site", ...schema, properties: Object.fromEntries(properties) };
}

function describedSetting(name: string): string {
  const { help, example } = SETTING_HELP[name] ?? { help: "", example: "" };
  return `${help}\n\nFor example: ${example}`;
}

/** Each rule that may be set, so that an editor can offer it, with what it says. */
function rulesSchema(property: Json): Json {
  const severity = objectIn(objectIn(property)["additionalProperties"]);
  const rules = ruleIds
    .filter(isAdjustable)
    .map((id): [string, Json] => [id, { ...severity, description: ruleOf(id).summary }]);
  return {
    type: "object",
    properties: Object.fromEntries(rules),
    additionalProperties: false,
    description: describedSetting("rules"),
  };
}

const DRAFT = "http://json-schema.org/draft-07/schema#";

function described(form: z.ZodType): { readonly [name: string]: Json } {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: "input", target: "draft-7", unrepresentable: "any" });
  return objectIn(asTyped(JSON.parse(JSON.stringify(schema))));
}

function objectIn(value: Json | undefined): { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value) ? value : {};
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * What is left out: values that were read (`default`), and patterns, because a schema has no flags for them and an editor would refuse what
 * the program takes. The check tells what they are about.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "default",
  "pattern",
  "allOf",
  "minLength",
  "maxLength",
  "propertyNames",
]);

/** The program reads every value as the text that was typed; editors take 6 for a number, and some take Yes for true. */
function asTyped(schema: Json): Json {
  if (isList(schema)) return schema.map(asTyped);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).flatMap(([name, value]): [string, Json][] =>
    LEFT_OUT.has(name) ? [] : [[name, asTyped(value)]],
  );
  const inner = Object.fromEntries(entries);
  if (inner["type"] !== "string") return inner;
  const { const: one, enum: several } = inner;
  if (typeof one === "string" && /^\d+$/.test(one)) {
    const { const: _one, type: _type, ...others } = inner;
    return { ...others, enum: [one, Number(one)] };
  }
  return one === undefined && several === undefined ? { ...inner, type: ["string", "number", "boolean"] } : inner;
}

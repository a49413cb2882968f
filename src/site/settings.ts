import { z } from "zod";
import type { Committee, Jurisdiction, Settings } from "../model.ts";
import { nearestWord } from "../nearest.ts";
import { placeAt, type Readable } from "../place.ts";
import { committeeId } from "../report/committee.ts";
import { abbreviationMapping } from "../report/frontmatter-fields.ts";
import { type Raise, ruleIds } from "../rules/catalogue.ts";
import { isAdjustable } from "../rules/severities.ts";
import { checkAgainst, type LocatedIssue, pathInWords, readYamlMapping } from "../yaml-document.ts";

const words = (expected: string) =>
  z
    .string({ error: `must be ${expected}` })
    .trim()
    .min(1, { error: "is empty" })
    .regex(/^(?!.*<!--)/s, { error: "holds an HTML comment, which would be published" });

const committee = z
  .strictObject(
    {
      id: words("an id for addresses")
        .regex(/^[a-z0-9-]+$/, { error: "must be of small letters, figures and hyphens" })
        .optional(),
      name: words("the committee's name"),
    },
    { error: "must be a mapping of id and name" },
  )
  .transform(({ id, name }): Committee => ({ id: id ?? committeeId(name), name }));

/** Each committee has a page, so no two may have one id or one name, and each needs an id. */
const committees = z
  .array(committee, { error: "must be a list, each entry with an id and a name" })
  .superRefine((list, context) => {
    for (const [index, { id, name }] of list.entries()) {
      const isTaken = list.slice(0, index).some((other) => other.id === id || other.name === name);
      const message = isTaken
        ? "has the id or the name of another committee"
        : "has a name that makes no id; give it one";
      if (isTaken || id === "") context.addIssue({ code: "custom", path: [index], message });
    }
  });

const ADDRESS = "must be the address of the site, such as https://scrutiny.example.gov.uk/";

const baseUrl = words("the address of the site").transform((typed, context) => {
  const address = readBaseUrl(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: ADDRESS });
  return z.NEVER;
});

/** The address of a site's root, ending in `/`; `undefined` where the text is none. */
export function readBaseUrl(typed: string): string | undefined {
  const address = typed.endsWith("/") ? typed : `${typed}/`;
  return /^https?:\/\/[^\s/?#]+\/[^\s?#]*$/.test(address) && URL.canParse(address) ? address : undefined;
}

const percentage = words("a whole number from 0 to 100")
  .regex(/^(?:\d{1,2}|100)$/, { error: "must be a whole number from 0 to 100: a percentage of the reports" })
  .transform(Number);

const wholeNumber = words("a whole number from 0")
  .regex(/^\d{1,2}$/, { error: "must be a whole number from 0 to 99: clear days between a report and its meeting" })
  .transform(Number);

const JURISDICTIONS = ["England"] as const;

const severities = z
  .record(z.string(), z.enum(["off", "hint", "warning", "error"], { error: "must be off, hint, warning or error" }), {
    error: "must be a mapping such as `abbreviation-undefined: error`",
  })
  .superRefine((rules, context) => {
    for (const name of Object.keys(rules)) {
      const rule = ruleIds.find((id) => id === name);
      if (rule !== undefined && isAdjustable(rule)) continue;
      const nearest = nearestWord(name, ruleIds);
      const unknown = nearest === undefined ? "is no rule" : `is no rule; did you mean \`${nearest}\`?`;
      const message =
        rule === undefined ? unknown : "guards what is withheld, or words from being lost, and stays as it is";
      const fix = rule === undefined ? "write the rule's name as messages show it" : "delete the line";
      context.addIssue({ code: "custom", path: [name], message, params: { fix } });
    }
  })
  .transform((rules): Settings["severities"] => new Map(Object.entries(rules)));

const NO_LAW = `must be ${JURISDICTIONS.join(" or ")}: the statutory words of no other jurisdiction are held yet`;

const jurisdiction = z.string({ error: NO_LAW }).transform((typed, context): Jurisdiction => {
  const known = JURISDICTIONS.find((name) => name.toLowerCase() === typed.trim().toLowerCase());
  if (known !== undefined) return known;
  context.addIssue({ code: "custom", message: NO_LAW });
  return z.NEVER;
});

const schema = z
  .strictObject({
    council: words("the council's name").default("Council"),
    "base-url": baseUrl.optional(),
    jurisdiction: jurisdiction.default("England"),
    "numbering-style": z
      .enum(["continuous", "decimal"], { error: "must be `continuous` or `decimal`" })
      .default("continuous"),
    committees: committees.default([]),
    abbreviations: abbreviationMapping.optional(),
    known: z.array(words("a short form"), { error: "must be a list of short forms" }).default([]),
    "removal-limit": percentage.default(10),
    "clear-days": wholeNumber.default(5),
    rules: severities.default(new Map()),
  })
  .transform(
    (value): Settings => ({
      council: value.council,
      baseUrl: value["base-url"],
      jurisdiction: value.jurisdiction,
      numberingStyle: value["numbering-style"],
      committees: value.committees,
      abbreviations: value.abbreviations ?? new Map(),
      known: new Set(value.known),
      removalLimit: value["removal-limit"],
      clearDays: value["clear-days"],
      severities: value.rules,
    }),
  );

/** Every setting, with an example. */
const EXAMPLES: Readonly<Record<string, string>> = {
  council: "council: Aldermere City Council",
  "base-url": "base-url: https://scrutiny.example.gov.uk/",
  jurisdiction: "jurisdiction: England",
  "numbering-style": "numbering-style: continuous",
  committees: "committees: [{id: children, name: Children and Young People Scrutiny Committee}]",
  abbreviations: "abbreviations: {LGA: Local Government Association}",
  known: "known: [SATs]",
  "removal-limit": "removal-limit: 10",
  "clear-days": "clear-days: 5",
  rules: "rules: {abbreviation-undefined: error}",
};

/** What holds where there is no `site.yml`. */
export const defaultSettings: Settings = schema.parse({});

/** Reads `site.yml`; raises what is wrong with it, and then gives nothing. */
export function readSettings(source: Readable, raise: Raise): Settings | undefined {
  if (source.text.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) return defaultSettings;
  const mapping = readYamlMapping(source.text);
  if ("problems" in mapping) {
    for (const { message, fix, start, end } of mapping.problems) {
      raise({ rule: "settings-syntax", place: placeAt(source, start, end), message, fix });
    }
    return undefined;
  }
  const result = checkAgainst(schema, mapping, describe);
  if ("data" in result) return result.data;
  for (const { message, fix, start, end } of result.problems) {
    raise({ rule: "settings-value", place: placeAt(source, start, end), message, fix });
  }
  return undefined;
}

function describe(issue: LocatedIssue): { readonly message: string; readonly fix: string } {
  const shown = pathInWords(issue.path);
  if (issue.kind === "value") {
    const example = EXAMPLES[String(issue.path[0])] ?? "";
    return { message: `${shown} ${issue.message}`, fix: issue.fix ?? `write it as in \`${example}\`` };
  }
  const known = issue.path.length === 1 ? Object.keys(EXAMPLES) : ["id", "name"];
  const nearest = nearestWord(String(issue.path.at(-1)), known);
  const offer = nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
  return {
    message: `${shown} is not a setting${offer}`,
    fix: nearest === undefined ? `what may stand here is ${known.join(", ")}` : `write \`${nearest}\` in its place`,
  };
}

import { z } from "zod";
import type { Committee, Settings, Source } from "../model.ts";
import { nearestWord } from "../nearest.ts";
import { placeAt } from "../place.ts";
import { committeeId } from "../report/committee.ts";
import { abbreviationMapping } from "../report/frontmatter-fields.ts";
import type { Raise } from "../rules/catalogue.ts";
import { checkAgainst, type LocatedIssue, readYamlMapping } from "../yaml-document.ts";

const words = (expected: string) =>
  z
    .string({ error: `must be ${expected}` })
    .trim()
    .min(1, { error: "is empty" });

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

const baseUrl = words("the address of the site, such as https://scrutiny.example.gov.uk/").transform(
  (typed, context) => {
    const address = typed.endsWith("/") ? typed : `${typed}/`;
    if (/^https?:\/\/[^\s/?#]+\/[^\s?#]*$/.test(address)) return address;
    context.addIssue({
      code: "custom",
      message: "must be the address of the site, such as https://scrutiny.example.gov.uk/",
    });
    return z.NEVER;
  },
);

const JURISDICTIONS = ["England"] as const;

const schema = z
  .strictObject({
    council: words("the council's name").default("Council"),
    "base-url": baseUrl.optional(),
    jurisdiction: z
      .enum(JURISDICTIONS, {
        error: `must be ${JURISDICTIONS.join(" or ")}: the statutory words of no other jurisdiction are held yet`,
      })
      .default("England"),
    "numbering-style": z
      .enum(["continuous", "decimal"], { error: "must be `continuous` or `decimal`" })
      .default("continuous"),
    committees: z.array(committee, { error: "must be a list, each entry with an id and a name" }).default([]),
    abbreviations: abbreviationMapping.optional(),
    known: z.array(words("a short form"), { error: "must be a list of short forms" }).default([]),
  })
  .transform(
    (value): Settings => ({
      council: value.council,
      baseUrl: value["base-url"],
      numberingStyle: value["numbering-style"],
      committees: value.committees,
      abbreviations: value.abbreviations ?? new Map(),
      known: new Set(value.known),
    }),
  );

const SETTINGS = ["council", "base-url", "jurisdiction", "numbering-style", "committees", "abbreviations", "known"];

/** What holds where there is no `site.yml`. */
export const defaultSettings: Settings = schema.parse({});

/** Reads `site.yml`; raises what is wrong with it, and then gives nothing. */
export function readSettings(source: Source, raise: Raise): Settings | undefined {
  if (source.text.trim() === "") return defaultSettings;
  const mapping = readYamlMapping(source.text);
  if ("problems" in mapping) {
    for (const { message, fix, start, end } of mapping.problems)
      raise({ rule: "settings-syntax", place: placeAt(source, start, end), message, fix });
    return undefined;
  }
  const result = checkAgainst(schema, mapping, describe);
  if ("problems" in result) {
    for (const { message, fix, start, end } of result.problems)
      raise({ rule: "settings-value", place: placeAt(source, start, end), message, fix });
    return undefined;
  }
  return result.data;
}

function describe(issue: LocatedIssue): { readonly message: string; readonly fix?: string | undefined } {
  const shown = issue.path.map((part) => (typeof part === "number" ? `entry ${part + 1}` : `\`${part}\``)).join(", ");
  if (issue.kind === "value") return { message: `${shown} ${issue.message}`, fix: issue.fix };
  const nearest = nearestWord(String(issue.path.at(-1)), SETTINGS);
  return {
    message: `${shown} is not a setting${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`,
    fix: nearest === undefined ? `the settings are ${SETTINGS.join(", ")}` : `write \`${nearest}\` in its place`,
  };
}

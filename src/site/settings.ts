import { z } from "zod";
import { readBaseUrl } from "../addresses/base-address.ts";
import { isDevice } from "../addresses/file-names.ts";
import { readAddress } from "../addresses/web-addresses.ts";
import { type Raise, ruleIds } from "../diagnostics/catalogue.ts";
import { isAdjustable } from "../diagnostics/severities.ts";
import { GROUNDS, leastContrast, READABLE, readableShade, readColour } from "../interface/colour-contrast.ts";
import { JURISDICTIONS } from "../law/laws.ts";
import type { Committee, FooterLink, Jurisdiction, Jurisdictions, Settings } from "../model/settings.ts";
import { raiseCharactersOfFields } from "../report/frontmatter/characters-of-fields.ts";
import { committeeId } from "../report/frontmatter/committee.ts";
import { abbreviationMapping, date, webAddress } from "../report/frontmatter/forms.ts";
import { closestMatch } from "../text/closest-match.ts";
import { placeAt, type Readable } from "../text/place.ts";
import { checkAgainst, locate, readYamlMapping } from "../yaml/read-mapping.ts";
import { LICENCES, licenceCalled } from "./licences.ts";
import { EXAMPLES } from "./setting-help.ts";
import { describeIssue, withoutConsequences } from "./setting-problems.ts";

const words = (expected: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? "is missing" : `must be ${expected}`) })
    .trim()
    .min(1, { error: "is empty" })
    .regex(/^(?![“„‘].*[”’]$)/s, { error: "is in curly quotation marks, which would be shown" })
    .regex(/^(?!.*<!--)/s, { error: "has an HTML comment, which would be published" });

const NO_LAW = `must be ${JURISDICTIONS.slice(0, -1).join(", ")} or ${JURISDICTIONS.at(-1)}, whose law says what may be withheld`;

const jurisdiction = z.string({ error: NO_LAW }).transform((typed, context): Jurisdiction => {
  const known = nationOf(typed);
  if (known !== undefined) return known;
  const nearest = closestMatch(typed, JURISDICTIONS);
  const message = nearest === undefined ? NO_LAW : `${NO_LAW}; did you mean \`${nearest}\`?`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

function nationOf(typed: string): Jurisdiction | undefined {
  const plain = typed
    .trim()
    .replace(/[\s-]+/g, " ")
    .toLowerCase();
  return JURISDICTIONS.find((name) => name.toLowerCase() === plain);
}

/** The nations that settings name which cannot be read as a whole, of the council and of its committees. */
export function jurisdictionsNamedIn(text: string): Jurisdictions {
  const named = (part: string, field: string): string | undefined =>
    new RegExp(String.raw`(?:^|[\s{,])${field}:[ \t]*([^\n#,}]*)`).exec(part)?.[1]?.replace(/["']/g, "").trim();
  // A committee ends where the next begins, or a line at the margin.
  const entries = text.split(/^[ \t]*-[ \t]|\{/m).slice(1);
  const ofCommittees = entries.flatMap((entry) => {
    const [own = ""] = entry.split(/\n(?=[^\s#])/, 1);
    const nation = nationOf(named(own, "jurisdiction") ?? "");
    const name = named(own, "name");
    const ids = [named(own, "id"), name === undefined ? undefined : committeeId(name)];
    return nation === undefined ? [] : ids.flatMap((id) => (id === undefined ? [] : [[id, nation] as const]));
  });
  const [, typed = ""] = /^jurisdiction:([^\n#]*)/m.exec(text) ?? [];
  const council = nationOf(typed.replace(/["']/g, ""));
  return { council: council ?? defaultSettings.jurisdictions.council, committees: new Map(ofCommittees) };
}

/** A committee as the settings list it, with the nation whose law it follows where that is said. */
type ListedCommittee = Committee & { readonly jurisdiction: Jurisdiction | undefined };

const committee = z
  .strictObject(
    {
      id: words("an id for addresses")
        .regex(/^[a-z0-9-]+$/, { error: "must be of small letters, figures and hyphens" })
        .max(100, { error: "has more than 100 characters, and is part of addresses" })
        .refine((id) => !isDevice(id), { error: "is the name of a device of Windows, which accepts no folder with it" })
        .optional(),
      name: words("the committee's name"),
      jurisdiction: jurisdiction.optional(),
    },
    { error: "must have a name, and may have an id and a jurisdiction" },
  )
  .transform(({ id, name, jurisdiction: nation }): ListedCommittee => {
    return { id: id ?? committeeId(name), name, jurisdiction: nation };
  });

/** Each committee has a page, so no two may have one id or one name, and each needs an id. */
const committees = z
  .array(committee, { error: "must be a list, each entry with an id and a name" })
  .superRefine((list, context) => {
    const ids = new Map<string, number>();
    const names = new Map<string, number>();
    for (const [index, { id, name }] of list.entries()) {
      const takenBy = ids.get(id) ?? names.get(name);
      const what = ids.has(id) ? "id" : "name";
      if (id === "") {
        const params = { fix: "write an id, such as `id: children`, on a line below the name" };
        context.addIssue({ code: "custom", path: [index], message: "has a name that makes no id", params });
      } else if (takenBy !== undefined) {
        const params = { fix: `give one of the two another ${what}, or delete it` };
        const message = `has the same ${what} as entry ${takenBy + 1}, and each committee has its own page`;
        context.addIssue({ code: "custom", path: [index], message, params });
      }
      if (!ids.has(id)) ids.set(id, index);
      if (!names.has(name)) names.set(name, index);
    }
  });

const ADDRESS = "must be the address of the site, such as https://scrutiny.example.gov.uk/";

const baseUrl = words("the address of the site").transform((typed, context) => {
  const address = readBaseUrl(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: ADDRESS });
  return z.NEVER;
});

/** Where a site's root is. */
type Base = Pick<Settings, "baseUrl" | "basePath">;

function baseOf(baseUrl: string | undefined): Base {
  return { baseUrl, basePath: baseUrl === undefined ? "/" : (readAddress(baseUrl)?.pathname ?? "/") };
}

/**
 * Settings with another root, which `readBase` (`addresses/base-address.ts`) has read. A path alone is one on the host that they name, if they name
 * any.
 */
export function withBase(settings: Settings, base: string): Settings {
  if (!base.startsWith("/")) return { ...settings, ...baseOf(base) };
  const { baseUrl } = settings;
  return baseUrl === undefined
    ? { ...settings, basePath: base }
    : { ...settings, ...baseOf(readAddress(base, baseUrl)?.href) };
}

/** Text and lines of the light scheme have this colour; a lighter shade is made of it for the dark one. */
const colour = words("a colour")
  .transform((typed, context): string => {
    const read = readColour(typed);
    if (read !== undefined) return read;
    context.addIssue({ code: "custom", message: 'must be a colour of six hexadecimal digits, such as "#0b5359"' });
    return z.NEVER;
  })
  .superRefine((read, context) => {
    const contrast = leastContrast(read, GROUNDS.light);
    if (contrast >= READABLE) return;
    const shown = (Math.floor(contrast * 10) / 10).toFixed(1);
    const message = `is ${read}, whose contrast with the page is ${shown}:1, and ${READABLE}:1 is needed to read it`;
    const fix = `write "${readableShade(read, "light")}", the nearest shade that can be read`;
    context.addIssue({ code: "custom", message, params: { fix } });
  });

const logo = words("the path of a file").regex(/^shared\/.+\.(?:svg|png)$/i, {
  error: "must be the path of an SVG or PNG file in the folder shared/",
});

const MAILBOX = /^(?:mailto:[^\s<>@]+@[^\s<>@]+|tel:\+?[\d()-]+)$/;

const footerLink = z
  .strictObject(
    {
      text: words("the words of the link"),
      url: words("an address").transform((typed, context): string => {
        if (MAILBOX.test(typed) || webAddress.safeParse(typed).success) return typed;
        context.addIssue({ code: "custom", message: "must be an address that begins with https://, mailto: or tel:" });
        return z.NEVER;
      }),
    },
    { error: "must have a text and a url" },
  )
  .transform((link): FooterLink => link);

/** A few links find room at the foot of a page on a telephone. */
const MOST_LINKS = 20;

const footer = z
  .strictObject(
    {
      text: words("the words at the foot of every page").optional(),
      links: z
        .array(footerLink, { error: "must be a list, each entry with a text and a url" })
        .max(MOST_LINKS, { error: `has more than ${MOST_LINKS} links` })
        .default([]),
    },
    { error: "must be a mapping of text and links" },
  )
  .transform(({ text, links }): Settings["footer"] => ({ text, links }));

const NO_LICENCE = `must be ${Object.keys(LICENCES).slice(0, -1).join(", ")} or ${Object.keys(LICENCES).at(-1)}, or a mapping of name and url`;

const licence = z.union(
  [
    z.string().transform((typed, context): Settings["licence"] => {
      const known = licenceCalled(typed);
      if (known !== undefined) return known;
      const nearest = closestMatch(typed.trim(), Object.keys(LICENCES));
      const message = nearest === undefined ? NO_LICENCE : `${NO_LICENCE}; did you mean \`${nearest}\`?`;
      const fix = "write one of these names, or the name of another licence as in `licence: {name: …, url: https://…}`";
      context.addIssue({ code: "custom", message, params: { fix } });
      return z.NEVER;
    }),
    z
      .strictObject(
        { name: words("the licence's name"), url: webAddress.optional() },
        { error: "must be a name, or a mapping of name and url" },
      )
      .transform(({ name, url }): Settings["licence"] => ({ name: { "en-GB": name, cy: name }, url })),
  ],
  { error: NO_LICENCE },
);

const percentage = words("a whole number from 0 to 100")
  .regex(/^(?:\d{1,2}|100)$/, { error: "must be a whole number from 0 to 100: a percentage of the reports" })
  .transform(Number);

const wholeNumber = words("a whole number from 0")
  .regex(/^\d{1,2}$/, {
    error: "must be a whole number from 0 to 99: days between a report and its meeting, as the law counts them",
  })
  .transform(Number);

/** One of a few words; another is refused, and the nearest offered. */
const oneOf = <Word extends string>(known: readonly [Word, ...Word[]]) =>
  z.enum(known, {
    error: ({ input }) => {
      const nearest = typeof input === "string" ? closestMatch(input, known) : undefined;
      const offer = nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
      return `must be ${known.slice(0, -1).join(", ")} or ${known.at(-1)}${offer}`;
    },
  });

const severities = z
  .record(z.string(), oneOf(["off", "hint", "warning", "error"]), {
    error: "must be a mapping such as `abbreviation-undefined: error`",
  })
  .superRefine((rules, context) => {
    for (const name of Object.keys(rules)) {
      const rule = ruleIds.find((id) => id === name);
      if (rule !== undefined && isAdjustable(rule)) continue;
      const nearest = closestMatch(name, ruleIds);
      const unknown = nearest === undefined ? "is not a rule" : `is not a rule; did you mean \`${nearest}\`?`;
      const message =
        rule === undefined ? unknown : "protects what is withheld, or keeps words from being lost, and cannot be set";
      const known =
        nearest === undefined ? "write the rule's name as messages show it" : `write \`${nearest}\` in its place`;
      const fix = rule === undefined ? known : "delete the line";
      context.addIssue({ code: "custom", path: [name], message, params: { fix, isOfKey: true } });
    }
  })
  .transform((rules): Settings["severities"] => new Map(Object.entries(rules)));

/** What `site.yml` may hold. */
export const settingsSchema = z
  .strictObject({
    council: words("the council's name").default("Council"),
    lang: oneOf(["en-GB", "cy"]).default("en-GB"),
    colour: colour.optional(),
    logo: logo.optional(),
    footer: footer.optional(),
    licence: licence.optional(),
    "base-url": baseUrl.optional(),
    jurisdiction: jurisdiction.default("England"),
    "numbering-style": oneOf(["continuous", "decimal"]).default("continuous"),
    "numbering-depth": z
      .union([z.literal("2"), z.literal("3")], { error: "must be 2 or 3" })
      .default("2")
      .transform(Number),
    committees: committees.default([]),
    abbreviations: abbreviationMapping.optional(),
    known: z.array(words("a short form"), { error: "must be a list of short forms" }).default([]),
    "recommendation-headings": z
      .array(words("the words of a heading"), { error: "must be a list of the words of headings" })
      .default([]),
    "removal-limit": percentage.default(10),
    "clear-days": wholeNumber.optional(),
    "days-off": z.array(date, { error: "must be a list of dates, each on a line that begins with a dash" }).default([]),
    "report-headings": z
      .array(words("the words of a heading"), { error: "must be a list of headings" })
      .default(["Purpose", "Background", "Considerations", "Recommendations"]),
    rules: severities.default(new Map()),
  })
  .transform((value): Omit<Settings, "logo"> & { readonly logo: string | undefined } => ({
    council: value.council,
    lang: value.lang,
    colour: value.colour,
    logo: value.logo?.normalize("NFC"),
    footer: value.footer ?? { text: undefined, links: [] },
    licence: value.licence,
    ...baseOf(value["base-url"]),
    jurisdictions: {
      council: value.jurisdiction,
      committees: new Map(value.committees.flatMap(({ id, jurisdiction: own }) => (own ? [[id, own] as const] : []))),
    },
    numberingStyle: value["numbering-style"],
    numberingDepth: value["numbering-depth"],
    committees: value.committees.map(({ id, name }) => ({ id, name })),
    abbreviations: value.abbreviations ?? new Map(),
    known: new Set(value.known),
    recommendationHeadings: value["recommendation-headings"],
    removalLimit: value["removal-limit"],
    clearDays: value["clear-days"],
    daysOff: value["days-off"],
    reportHeadings: value["report-headings"],
    severities: value.rules,
  }));

/** What holds where there is no `site.yml`. */
export const defaultSettings: Settings = { ...settingsSchema.parse({}), logo: undefined };

/** Some six thousand abbreviations. Settings are read in every run, and a longer text would take seconds each time. */
const MAX_LENGTH = 256 * 1024;

/** Reads `site.yml`; raises what is wrong with it, and then gives nothing. */
export function readSettings(source: Readable, raise: Raise): Settings | undefined {
  if (source.text.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) return defaultSettings;
  if (source.text.length > MAX_LENGTH) {
    const message = `the settings have ${source.text.length} characters, and at most ${MAX_LENGTH} are accepted`;
    const fix = "keep abbreviations that few reports use in those reports";
    raise({ rule: "settings-syntax", place: placeAt(source, 0, 1), message, fix });
    return undefined;
  }
  const mapping = readYamlMapping(source.text, EXAMPLES["council"]);
  if ("problems" in mapping) {
    for (const { message, fix, start, end, related } of mapping.problems) {
      const other = related && { message: related.message, place: placeAt(source, related.start, related.end) };
      raise({ rule: "settings-syntax", place: placeAt(source, start, end), message, fix, related: other });
    }
    return undefined;
  }
  const placeOf = ({ start, end }: { readonly start: number; readonly end: number }) => placeAt(source, start, end);
  raiseCharactersOfFields(mapping.document, placeOf, () => false, raise);
  const result = checkAgainst(settingsSchema, mapping, describeIssue);
  if ("data" in result) {
    const { logo: path, ...settings } = result.data;
    const { start, end } = locate(mapping.document, ["logo"], "value");
    return { ...settings, logo: path === undefined ? undefined : { path, place: placeAt(source, start, end) } };
  }
  for (const { message, fix, start, end } of withoutConsequences(result.problems)) {
    raise({ rule: "settings-value", place: placeAt(source, start, end), message, fix });
  }
  return undefined;
}

import { z } from "zod";
import { isTooLong } from "../../addresses/addresses.ts";
import { isDevice } from "../../addresses/file-names.ts";
import { whyNotFollowed } from "../../addresses/web-addresses.ts";
import { readCalendarDate } from "../../dates/calendar-date.ts";
import { dateMeant } from "../../dates/guess-date.ts";
import type {
  Amendment,
  AnnexEntry,
  BackgroundPaper,
  NamedMeeting,
  Person,
  Release,
  Urgency,
  Withdrawal,
  Withholding,
} from "../../model/report.ts";
import type { CalendarDate } from "../../model/source.ts";
import { withoutElsewhere } from "../../text/elsewhere.ts";

/** What is wrong with a value, and how to put it right. */
export interface Problem {
  readonly message: string;
  readonly fix?: string;
}

/** A form that is text in the file; `read` gives its value, or says what is wrong with it. */
export function written<T>(expected: string, read: (text: string) => { readonly value: T } | Problem) {
  return z.string({ error: `must be ${expected}` }).transform((typed, context): T => {
    const result = read(typed.trim());
    if ("value" in result) return result.value;
    context.addIssue({ code: "custom", message: result.message, params: { fix: result.fix, expected } });
    return z.NEVER;
  });
}

const COMMENT = {
  message: "has an HTML comment, which would be published",
  fix: "take it out; in frontmatter a comment begins with # on a line of its own",
};

/** Text on one line. */
export const text = written("text on one line", (all) => {
  const typed = withoutElsewhere(all);
  if (typed === "") return { message: "is empty" };
  if (typed.includes("<!--")) return COMMENT;
  if (typed.includes("\n")) return { message: "has more than one line", fix: "write it on one line" };
  return { value: typed };
});

/** Text that may go over several lines, which become one. */
export const prose = written("text", (all) => {
  const typed = withoutElsewhere(all);
  if (typed === "") return { message: "is empty" };
  return typed.includes("<!--") ? COMMENT : { value: typed.replace(/\s+/g, " ") };
});

/** What is written where a reason is still to come, of letters and figures alone; signs by themselves are none either. */
const NO_REASON =
  /^(?:|yes|no|true|false|none|nil|n ?a|not applicable|t ?b ?[acd]|to be (?:added|advised|agreed|confirmed|completed|decided|determined|written)|i w (?:gadarnhau|gytuno)|x{2,}|(?:insert |add |state )?(?:the )?reasons?(?: here)?|to ?do|pending)$/i;

/** Why something is as it is; it is printed. */
const reasonGiven = prose.superRefine((reason, context) => {
  if (!NO_REASON.test(reason.replace(/[^\p{L}\p{N}]+/gu, " ").trim())) return;
  const params = { fix: "say why in a sentence, which is printed", quotesNothing: true };
  context.addIssue({ code: "custom", message: "gives no reason", params });
});

const MARKUP =
  /\*\*|__|~~|`|\]\(|<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|^#{1,6}\s|(?<![\p{L}\p{N}\\])([*_])(?=\S)[^*_]*(?<=\S)\1(?![\p{L}\p{N}])/iu;

/** A title, without markup. */
export const plainTitle = text.superRefine((title, context) => {
  if (!MARKUP.test(title)) return;
  context.addIssue({
    code: "custom",
    message: "has Markdown or HTML, which would be shown as it is typed",
    params: { fix: "write the title as plain text" },
  });
});

/** A real calendar date. */
export const date = written<CalendarDate>("a date such as 24 March 2019", (typed) => {
  const reading = readCalendarDate(typed);
  if ("date" in reading) return { value: reading.date };
  const meant = dateMeant(typed);
  const fix = meant === undefined ? reading.fix : `write ${meant}`;
  return { message: `says \`${typed}\`, which ${reading.problem}`, fix };
});

/** A whole number from 1. */
export const wholeNumber = written<number>("a whole number from 1", (typed) =>
  /^[1-9]\d{0,5}$/.test(typed)
    ? { value: Number(typed) }
    : { message: `says \`${typed}\`, which is not a whole number from 1` },
);

/** True or false, or yes or no. */
export const truth = written<boolean>("true or false", (typed) => {
  const flag = TRUTH.get(typed.toLowerCase());
  return flag === undefined ? { message: `says \`${typed}\`, which is neither true nor false` } : { value: flag };
});

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** An e-mail address or a number; a longer one could be no link in a PDF. */
const wayToReach = text.refine((typed) => typed.length <= 320, { error: "has more than 320 characters" });

const personDetails = z.strictObject(
  { name: text, role: text.optional(), email: wayToReach.optional(), telephone: wayToReach.optional() },
  { error: "must be a mapping of name, role, email and telephone" },
);
const named = text.transform((name): Person => ({ name }));
const person = z.union([named, personDetails], {
  error: "must be a name, or a mapping of name, role, email and telephone",
});
/** A person, or several. */
export const people = z.union(
  [person.transform((one): Person[] => [one]), z.array(person).min(1, { error: "is an empty list" })],
  {
    error: "must be a name, a list of names, or a list of mappings of name, role, email and telephone",
  },
);

/** The names that a person's mapping may have. */
export const personNames = ["name", "role", "email", "telephone"] as const;

const ITEM =
  /^(?!0+$)(?:\p{L}|(?:\p{L}{1,3}[./-]?)?\d{1,4}(?:\p{L}{1,2}(?!\p{L}|\d)|[./-]\d{1,3}|\([\p{L}\d]{1,4}\)){0,4}\.?)$/u;

/** The number of an item as an agenda prints it. */
export const itemNumber = written("the number of the item as the agenda prints it, such as 6a", (typed) =>
  ITEM.test(typed)
    ? { value: typed.replace(/\.$/, "") }
    : { message: `says \`${typed}\`, which is not the number of an agenda item, such as 6, 6a or 6.2` },
);

/** The wards that a report concerns; `isAll` where it is every ward. */
export interface Wards {
  readonly names: readonly string[];
  readonly isAll: boolean;
}

const EVERY_WARD = /^(?:all(?: +wards)?|pob ward)$/i;

/** A ward, or several; "All" is every ward. */
export const wards = z
  .union([text.transform((one) => [one]), z.array(text)], {
    error: "must be the name of a ward, or a list of names, each on a line that begins with a dash",
  })
  .superRefine((names, context) => {
    if (names.length < 2 || !names.some((name) => EVERY_WARD.test(name))) return;
    context.addIssue({
      code: "custom",
      message: "names every ward, and single wards as well",
      params: { fix: "write `wards: All`, or only the names of the wards" },
    });
  })
  .transform((names): Wards => {
    const isAll = names.some((name) => EVERY_WARD.test(name));
    return { names: isAll ? [] : names, isAll };
  });

/** A further meeting that receives a report. */
export const furtherMeeting = z
  .strictObject(
    { committee: text, meeting: date, item: itemNumber.optional() },
    { error: "must be a mapping of committee, meeting and item: write `- {committee: …, meeting: …}`" },
  )
  .transform((entry): NamedMeeting => entry);

/** The facts of a council's own cover pages, by their names. */
export const coverFacts = z
  .record(z.string(), prose, { error: "must be a mapping such as `Report number: CS/24/17`" })
  .superRefine((facts, context) => {
    for (const name of Object.keys(facts)) {
      const why = whyNoName(name);
      if (why === undefined) continue;
      const params = { fix: "write the name as the council's cover pages have it, in plain words", isOfKey: true };
      context.addIssue({ code: "custom", path: [name], message: why, params });
    }
  })
  .transform((facts): ReadonlyMap<string, string> => new Map(Object.entries(facts)));

/** JavaScript puts names that are numbers first, and their order would be lost. */
function whyNoName(name: string): string | undefined {
  if (!/\p{L}/u.test(name)) return "has no word in front of its colon";
  if (name.includes("\n") || name.length > 100) return "has a name that is too long for a fact";
  return name.includes("<!--") || MARKUP.test(name) ? "has Markdown or HTML in its name" : undefined;
}

const paragraphNumber = written("the number of a paragraph, such as 4", (typed) =>
  /^\p{L}{0,4}\d{1,5}\p{L}?(?:\.\d{1,4})*(?:\(\p{L}{1,5}\))*\.?$/u.test(typed)
    ? { value: typed.replace(/\.$/, "") }
    : {
        message: `says \`${typed}\`, which is not the number of a paragraph`,
        fix: "write one number for each entry, such as [4, 7]",
      },
);

/** What was changed after a report was published. */
export const amendment = z
  .strictObject(
    {
      date,
      note: prose,
      paragraphs: z
        .union([paragraphNumber.transform((one) => [one]), z.array(paragraphNumber)], {
          error: "must be a list of numbers of paragraphs",
        })
        .default([]),
    },
    { error: "must be a mapping of date, note and paragraphs: write `- {date: …, note: …}`" },
  )
  .transform((entry): Amendment => entry);

/** Why an item is urgent, and whether the chair has agreed. */
export const urgency = z
  .strictObject(
    { reason: reasonGiven, "chair-agreed": truth.default(false) },
    { error: "must be a mapping of reason and chair-agreed" },
  )
  .transform(({ reason, "chair-agreed": isAgreedByChair }): Urgency => ({ reason, isAgreedByChair }));

/** When and why a report was taken back. */
export const withdrawal = z
  .strictObject({ date, reason: reasonGiven }, { error: "must be a mapping of date and reason" })
  .transform((entry): Withdrawal => entry);

/** When and why a report that was withheld is made public. */
export const releaseForm = z
  .strictObject({ date, reason: reasonGiven }, { error: "must be a mapping of date and reason" })
  .transform((entry): Release => entry);

/**
 * The number of a paragraph of exempt information. Which there are is in the law of the nation, which is not known before the settings
 * are: `holdToLaw` refuses the others, and 0, which stands for all that is no number.
 */
const exemptParagraph = written<number>("the number of a paragraph", (typed) => ({
  value: /^[1-9]\d?$/.test(typed) ? Number(typed) : 0,
}));

/** Why something is withheld, as a mapping of text says. */
export const withholdingForm = z
  .strictObject(
    {
      basis: z.enum(["exempt", "confidential"], { error: "must be `exempt` or `confidential`" }).default("exempt"),
      paragraphs: z
        .union([exemptParagraph.transform((one) => [one]), z.array(exemptParagraph)], {
          error: "must be a list of numbers of paragraphs",
        })
        .default([]),
      reason: reasonGiven.optional(),
      "public-interest": reasonGiven.optional(),
      review: date.optional(),
    },
    { error: "must be Yes, No, or a mapping of basis, paragraphs, reason, public-interest and review" },
  )
  .superRefine((value, context) => {
    if (value.basis === "exempt" && value.paragraphs.length === 0) {
      context.addIssue({
        code: "custom",
        path: ["paragraphs"],
        message: "are required for exempt information",
        params: { fix: "add the numbers of the paragraphs of the law that apply: `paragraphs: […]`" },
      });
    }
    if (value.basis === "confidential" && value.paragraphs.length > 0) {
      context.addIssue({
        code: "custom",
        path: ["paragraphs"],
        message: "are given with `basis: confidential`, and belong to exempt information",
        params: { fix: "delete the paragraphs, or the basis" },
      });
    }
  })
  .transform(({ "public-interest": publicInterest, ...rest }): Withholding => ({ ...rest, publicInterest }));

/** The fields of such a mapping. */
export const withholdingFields = ["basis", "paragraphs", "reason", "public-interest", "review"] as const;

/** What `confidential:` says: "public", or why not. A bare Yes withholds without giving a reason. */
export type Confidentiality = "public" | "withheld without a reason" | Withholding;

const flag = written<Confidentiality>("Yes or No", (typed) => {
  const value = TRUTH.get(typed.toLowerCase());
  return value === undefined
    ? {
        message: "is neither Yes nor No",
        fix: "write `confidential: No` to publish, or `confidential: Yes` to withhold",
      }
    : { value: value ? "withheld without a reason" : "public" };
});

/** What the flag says. */
export const confidentiality = z.union([flag, withholdingForm], {
  error: "must be Yes, No, or a mapping of basis, paragraphs, reason, public-interest and review",
});

/** Whoever gives a public title means to withhold, and may have forgotten to say so. */
export const UNUSED_TITLE = {
  message: "is given where nothing is withheld, and would not be used",
  params: { fix: "add `confidential:` if it must not be published; otherwise delete the public title" },
};

/** What a bare Yes stands for: withheld, and no more is said. */
export const UNEXPLAINED: Withholding = { basis: "exempt", paragraphs: [] };

/** One annex of the list of annexes. */
export const annex = z
  .strictObject(
    {
      title: plainTitle,
      file: text.optional(),
      label: written("a letter or number", (typed) =>
        /^[A-Z0-9]{1,4}$/i.test(typed)
          ? { value: typed.toUpperCase() }
          : { message: "must be a letter or number such as A or 1" },
      ).optional(),
      confidential: confidentiality.optional(),
      "public-title": plainTitle.optional(),
    },
    { error: "must be a mapping of title, file, label and confidential: write `- title: …`" },
  )
  .superRefine((entry, context) => {
    if (entry["public-title"] === undefined || (entry.confidential ?? "public") !== "public") return;
    context.addIssue({ code: "custom", path: ["public-title"], ...UNUSED_TITLE });
  })
  .transform((entry): AnnexEntry => {
    const stated = entry.confidential ?? "public";
    const withheld = stated === "withheld without a reason" ? UNEXPLAINED : stated;
    return {
      title: entry.title,
      file: entry.file,
      label: entry.label,
      publicTitle: entry["public-title"],
      withholding: withheld === "public" ? undefined : withheld,
    };
  });

/** A path at which a report was published before. */
export const oldPath = written("a path", (typed) => {
  const path = typed.normalize("NFC").replace(/^\/|(?:\/index\.html)?\/?$/g, "");
  if (isTooLong(`${path}/index.html`))
    return { message: "names a path that is too long to be written to a disk", fix: "take the path out" };
  if (path.split("/").some((name) => isDevice(name) || name.endsWith(".")))
    return {
      message: `says \`${typed}\`, which Windows cannot keep as the name of a folder`,
      fix: "take the path out",
    };
  return /^[\p{L}\p{N}._~-]+(?:\/[\p{L}\p{N}._~-]+)*$/u.test(path) && !path.split("/").includes("..")
    ? { value: path }
    : {
        message: `says \`${typed}\`, which is not a path on this site`,
        fix: "write the part of the old address after the site's name, such as reports/2018/update",
      };
});

/** The path of a report, as another names it. */
export const reportPath = text.superRefine((typed, context) => {
  if (/^[^:?#]+\.md$/.test(typed)) return;
  const params = { fix: "write the path from this file to that of the other report, such as ../cy/update.md" };
  context.addIssue({ code: "custom", message: "is not the path of a report, which ends in .md", params });
});

/** An address of the web. */
export const webAddress = written("a web address", (typed) => {
  if (!/^https?:\/\/[^\s/<>][^\s<>]*$/.test(typed))
    return { message: "must be a web address that begins with https://" };
  const why = whyNotFollowed(typed);
  return why === undefined
    ? { value: typed }
    : { message: `has an address that nobody can follow: it ${why}`, fix: "copy the address from the browser again" };
});

/** A background paper. */
const backgroundPaper = z.union(
  [
    text.transform((title): BackgroundPaper => ({ title })),
    z.strictObject(
      { title: text, url: webAddress.optional() },
      { error: "must be text, or a mapping of title and url" },
    ),
  ],
  { error: "must be text, or a mapping of title and url" },
);

/** A list of things of one form. */
export function listOf<T>(item: z.ZodType<T>, items: string) {
  return z.array(item, { error: `must be a list of ${items}, each on a line that begins with a dash` });
}

const NO_BACKGROUND = /^(?:none|dim)\.?$/i;
const BACKGROUND = "None, or a list of background papers, each on a line that begins with a dash";

const NONE_OR_PAPERS = "delete None from the list, or write `background: None` where there are no papers";

/** What is listed, and whether it is said that there is nothing to list. */
interface Background {
  readonly papers: readonly BackgroundPaper[];
  readonly isNone: boolean;
}

const noBackground = written<Background>(BACKGROUND, (typed) =>
  NO_BACKGROUND.test(typed) ? { value: { papers: [], isNone: true } } : { message: `must be ${BACKGROUND}` },
);

/** The background papers, or the word that says that there are none. */
export const backgroundPapers = z.union(
  [
    noBackground,
    listOf(backgroundPaper, "background papers").transform((papers, context): Background => {
      const isNone = papers.some(({ title }) => NO_BACKGROUND.test(title));
      if (!isNone) return { papers, isNone };
      if (papers.every(({ url }) => url === undefined) && papers.length === 1) return { papers: [], isNone };
      context.addIssue({ code: "custom", message: "says None, and names a paper", params: { fix: NONE_OR_PAPERS } });
      return z.NEVER;
    }),
  ],
  { error: `must be ${BACKGROUND}` },
);

/** A mapping from short forms to long forms, as `abbreviations:` holds it here and in the settings. */
export const abbreviationMapping = z
  .record(z.string().trim().min(1), prose, {
    error: ({ code }) =>
      code === "invalid_key"
        ? "has no short form in front of its colon"
        : "must be a mapping such as `HSB: Harmful Sexual Behaviour`",
  })
  .transform((mapping): ReadonlyMap<string, string> => new Map(Object.entries(mapping)));

/** The languages that a text may be written in. */
export const LANGUAGES = ["en-GB", "cy"] as const;

/** The language that a text is written in. */
export const language = z.enum(LANGUAGES, { error: "must be `en-GB` or `cy`" }).default("en-GB");

import { z } from "zod";
import { isTooLong } from "../../addresses/addresses.ts";
import { whyNotFollowed } from "../../addresses/web-addresses.ts";
import { readCalendarDate } from "../../dates/calendar-date.ts";
import { dateMeant } from "../../dates/guess-date.ts";
import type { AnnexEntry, BackgroundPaper, Frontmatter, Person, Withholding } from "../../model/report.ts";
import type { CalendarDate } from "../../model/source.ts";
import { withoutElsewhere } from "../../text/elsewhere.ts";

interface Problem {
  readonly message: string;
  readonly fix?: string;
}

/** A form that is text in the file; `read` gives its value, or says what is wrong with it. */
export function written<T>(expected: string, read: (text: string) => { readonly value: T } | Problem) {
  return z.string({ error: `must be ${expected}` }).transform((typed, context): T => {
    const result = read(typed.trim());
    if ("value" in result) return result.value;
    context.addIssue({ code: "custom", message: result.message, params: { fix: result.fix } });
    return z.NEVER;
  });
}

const COMMENT = {
  message: "holds an HTML comment, which would be published",
  fix: "take it out; in frontmatter a comment begins with # on a line of its own",
};

/** Text on one line. */
export const text = written("text on one line", (all) => {
  const typed = withoutElsewhere(all);
  if (typed === "") return { message: "is empty" };
  if (typed.includes("<!--")) return COMMENT;
  if (typed.includes("\n")) return { message: "goes over more than one line", fix: "write it on one line" };
  return { value: typed };
});

/** Text that may go over several lines, which are joined. */
export const prose = written("text", (all) => {
  const typed = withoutElsewhere(all);
  if (typed === "") return { message: "is empty" };
  return typed.includes("<!--") ? COMMENT : { value: typed.replace(/\s+/g, " ") };
});

const MARKUP =
  /\*\*|__|~~|`|\]\(|<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|^#{1,6}\s|(?<![\p{L}\p{N}\\])([*_])(?=\S)[^*_]*(?<=\S)\1(?![\p{L}\p{N}])/iu;

/** A title, without markup. */
export const plainTitle = text.superRefine((title, context) => {
  if (!MARKUP.test(title)) return;
  context.addIssue({
    code: "custom",
    message: "holds Markdown or HTML, which would show as it is typed",
    params: { fix: "write the title as plain text" },
  });
});

/** A day of the calendar. */
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

const truth = written<boolean>("true or false", (typed) => {
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
const wayToReach = text.refine((typed) => typed.length <= 320, { error: "has more than 320 signs" });

const personDetails = z.strictObject(
  { name: text, role: text.optional(), email: wayToReach.optional(), telephone: wayToReach.optional() },
  { error: "must be a mapping of name, role, email and telephone" },
);
const named = text.transform((name): Person => ({ name }));
const person = z.union([named, personDetails], {
  error: "must be a name, or a mapping of name, role, email and telephone",
});
const authors = z.union(
  [person.transform((one): Person[] => [one]), z.array(person).min(1, { error: "is an empty list" })],
  {
    error: "must be a name, a list of names, or a list of mappings of name, role, email and telephone",
  },
);

const EXEMPT_PARAGRAPHS = 7;

const exemptParagraph = written<number>(`a number from 1 to ${EXEMPT_PARAGRAPHS}`, (typed) =>
  /^[1-7]$/.test(typed)
    ? { value: Number(typed) }
    : {
        message: `must be a number from 1 to ${EXEMPT_PARAGRAPHS}, the paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972`,
      },
);

/** Why something is withheld, as a mapping of text says. */
export const withholdingForm = z
  .strictObject(
    {
      basis: z.enum(["exempt", "confidential"], { error: "must be `exempt` or `confidential`" }).default("exempt"),
      paragraphs: z
        .union([exemptParagraph.transform((one) => [one]), z.array(exemptParagraph)], {
          error: "must be a list of numbers from 1 to 7",
        })
        .transform((numbers) => [...new Set(numbers)])
        .default([]),
      reason: prose.optional(),
      review: date.optional(),
    },
    { error: "must be Yes, No, or a mapping of basis, paragraphs, reason and review" },
  )
  .superRefine((value, context) => {
    if (value.basis === "exempt" && value.paragraphs.length === 0) {
      context.addIssue({
        code: "custom",
        path: ["paragraphs"],
        message: "are required for exempt information",
        params: { fix: "add the paragraphs of Part 1 of Schedule 12A that apply, such as `paragraphs: [3]`" },
      });
    }
    if (value.basis === "confidential" && value.paragraphs.length > 0) {
      context.addIssue({
        code: "custom",
        path: ["paragraphs"],
        message: "stand beside `basis: confidential`, and belong to exempt information",
        params: { fix: "delete the paragraphs, or the basis" },
      });
    }
  });

/** The fields of such a mapping. */
export const withholdingFields = ["basis", "paragraphs", "reason", "review"] as const;

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

const confidentiality = z.union([flag, withholdingForm], {
  error: "must be Yes, No, or a mapping of basis, paragraphs, reason and review",
});

/** Whoever gives a public title means to withhold, and may have forgotten to say so. */
const UNUSED_TITLE = {
  message: "stands where nothing is withheld, and would not be used",
  params: { fix: "add `confidential:` if it must not be published; else delete the public title" },
};

/** What a bare Yes stands for: withheld, and no more is said. */
export const UNEXPLAINED: Withholding = { basis: "exempt", paragraphs: [] };

const annex = z
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

const oldPath = written("a path", (typed) => {
  const path = typed.normalize("NFC").replace(/^\/|(?:\/index\.html)?\/?$/g, "");
  if (isTooLong(`${path}/index.html`))
    return { message: "names a path that is too long to be written to a disk", fix: "take the path out" };
  return /^[\p{L}\p{N}._~-]+(?:\/[\p{L}\p{N}._~-]+)*$/u.test(path) && !path.split("/").includes("..")
    ? { value: path }
    : {
        message: `says \`${typed}\`, which is no path on this site`,
        fix: "write the part of the old address behind the site's name, such as reports/2018/update",
      };
});

/** An address of the web. */
export const webAddress = written("a web address", (typed) => {
  if (!/^https?:\/\/[^\s/<>][^\s<>]*$/.test(typed))
    return { message: "must be a web address that begins with https://" };
  const why = whyNotFollowed(typed);
  return why === undefined
    ? { value: typed }
    : { message: `holds an address that nobody can follow: it ${why}`, fix: "copy the address from the browser again" };
});

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

function listOf<T>(item: z.ZodType<T>, items: string) {
  return z.array(item, { error: `must be a list of ${items}, each on a line that begins with a dash` });
}

/** A mapping from short forms to long forms, as `abbreviations:` holds it here and in the settings. */
export const abbreviationMapping = z
  .record(z.string().trim().min(1), prose, {
    error: ({ code }) =>
      code === "invalid_key"
        ? "has no short form in front of its colon"
        : "must be a mapping such as `HSB: Harmful Sexual Behaviour`",
  })
  .transform((mapping): ReadonlyMap<string, string> => new Map(Object.entries(mapping)));

/** The language that a text is written in. */
export const language = z.enum(["en-GB", "cy"], { error: "must be `en-GB` or `cy`" }).default("en-GB");

/** A field that frontmatter may hold. */
export interface Field {
  readonly form: z.ZodType;
  readonly required?: true;
  /** What the field holds, in words that fit behind "expected". */
  readonly help: string;
  readonly example: string;
}

/** Every field that frontmatter may hold: its form, what it is for, and an example. Types, checks and help follow from this table. */
export const frontmatterFields = {
  title: {
    form: plainTitle,
    required: true,
    help: "the report's title, as plain text",
    example: "title: Update on school transport",
  },
  author: {
    form: authors,
    required: true,
    help: "a name, a list of names, or of names with role, email and telephone",
    example: "author: Priya Nair",
  },
  date: { form: date, required: true, help: "the date of the report", example: "date: 24 March 2019" },
  confidential: {
    form: confidentiality,
    required: true,
    help: "No to publish; Yes, or a mapping that says why, to withhold",
    example: "confidential: No",
  },
  "public-title": {
    form: plainTitle.optional(),
    help: "the title that is published where the report is withheld",
    example: "public-title: Contract award",
  },
  annexes: {
    form: listOf(annex, "annexes").default([]),
    help: "the annexes, in order: title, and file where there is one",
    example: "annexes: [{title: Budget by service, file: update/budget.pdf}]",
  },
  committee: {
    form: text.optional(),
    help: "the committee's name or id, as the settings list it",
    example: "committee: children",
  },
  meeting: {
    form: date.optional(),
    help: "the date of the meeting that receives the report",
    example: "meeting: 8 April 2019",
  },
  item: { form: wholeNumber.optional(), help: "the number of the agenda item", example: "item: 6" },
  summary: {
    form: prose.optional(),
    help: "one or two sentences for listings, as plain text",
    example: "summary: Progress since the last report.",
  },
  contact: {
    form: person.optional(),
    help: "whom readers can ask: name, role, email, telephone",
    example: "contact: {name: Priya Nair, email: priya.nair@example.gov.uk}",
  },
  wards: {
    form: listOf(text, "wards").default([]),
    help: "the wards that the report concerns",
    example: "wards: [Castle, Riverside]",
  },
  background: {
    form: listOf(backgroundPaper, "background papers").default([]),
    help: "background papers: text, or title and url",
    example: "background: [Minutes of 4 March 2019]",
  },
  abbreviations: {
    form: abbreviationMapping.optional(),
    help: "short forms and what they stand for",
    example: "abbreviations: {HSB: Harmful Sexual Behaviour}",
  },
  numbering: {
    form: z
      .enum(["automatic", "typed", "as-published", "none"], {
        error: "must be `automatic`, `typed`, `as-published` or `none`",
      })
      .optional(),
    help: "how the paragraphs get their numbers",
    example: "numbering: automatic",
  },
  "numbering-style": {
    form: z.enum(["continuous", "decimal"], { error: "must be `continuous` or `decimal`" }).optional(),
    help: "whether paragraphs are numbered 1, 2, 3 or 1.1, 1.2, where the text does not show it",
    example: "numbering-style: decimal",
  },
  supplement: {
    form: wholeNumber.optional(),
    help: "the number of the supplement to the agenda that a late paper is in",
    example: "supplement: 1",
  },
  formerly: {
    form: listOf(oldPath, "old paths").default([]),
    help: "paths at which the report was published before",
    example: "formerly: [reports/2018/update]",
  },
  lang: {
    form: language,
    help: "the language of the report",
    example: "lang: en-GB",
  },
  draft: { form: truth.default(false), help: "true while the report is not to be published", example: "draft: true" },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof frontmatterFields;

export const fieldNames = Object.keys(frontmatterFields) as readonly FieldName[];

const forms = Object.fromEntries(Object.entries(frontmatterFields).map(([name, field]) => [name, field.form])) as {
  [Name in FieldName]: (typeof frontmatterFields)[Name]["form"];
};

/** The whole of the frontmatter, made of the table above. */
export const frontmatterSchema = z
  .strictObject(forms)
  .superRefine((fields, context) => {
    if (fields["public-title"] === undefined || fields.confidential !== "public") return;
    context.addIssue({ code: "custom", path: ["public-title"], ...UNUSED_TITLE });
  })
  .transform(({ author, confidential, "public-title": publicTitle, "numbering-style": numberingStyle, ...fields }) => {
    const abbreviations = fields.abbreviations ?? new Map();
    const frontmatter: Frontmatter = { ...fields, publicTitle, numberingStyle, authors: author, abbreviations };
    return { frontmatter, confidentiality: confidential };
  });

import { z } from "zod";
import type { Translations } from "../../interface/translations.ts";
import type { Frontmatter, FurtherMeeting, Person, Release, Report } from "../../model/report.ts";
import type { Committee } from "../../model/settings.ts";
import type { CalendarDate } from "../../model/source.ts";
import { asSentence } from "../../text/as-sentence.ts";
import { closestMatch } from "../../text/closest-match.ts";
import {
  abbreviationMapping,
  amendment,
  annex,
  backgroundPapers,
  type Confidentiality,
  confidentiality,
  coverFacts,
  date,
  furtherMeeting,
  itemNumber,
  LANGUAGES,
  language,
  listOf,
  oldPath,
  type Problem,
  people,
  personNames,
  plainTitle,
  prose,
  releaseForm,
  reportPath,
  text,
  truth,
  UNUSED_TITLE,
  urgency,
  wards,
  wholeNumber,
  withdrawal,
  withholdingFields,
} from "./forms.ts";
import { severalMeetings } from "./several-meetings.ts";

/** A field that the lines at the top of a file may hold. */
export interface Field {
  readonly form: z.ZodType;
  readonly required?: true;
  /** What the field holds, in words that fit after "expected". */
  readonly help: string;
  readonly example: string;
  /** The names that a mapping in it may have. */
  readonly names?: readonly string[];
  /** The words that it takes one of. */
  readonly words?: readonly string[];
  /** What is said where it is a list, and may be none. */
  readonly ofList?: (fields: Readonly<Record<string, unknown>>) => Problem;
}

/** What a page and a PDF show of a report among its facts. */
export type ShownValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "date"; readonly date: CalendarDate }
  | { readonly kind: "author" | "contact"; readonly person: Person }
  | { readonly kind: "ward"; readonly name: string }
  | { readonly kind: "committee"; readonly committee: Committee }
  | { readonly kind: "meeting"; readonly committee: Committee | undefined; readonly date: CalendarDate }
  | { readonly kind: "further meeting"; readonly meeting: FurtherMeeting };

/** Something that is known of a report, under the name that readers see; it is not shown where it has no values. */
export interface ShownFact {
  readonly name: string;
  readonly values: readonly ShownValue[];
}

/** What facts are made of. */
type ShownReport = Pick<Report, "frontmatter" | "committee" | "alsoTo">;

/** A field of reports, and all that the program does with it. */
interface ReportField extends Field {
  /** Whether `fix` may write its name and its words: not where it decides what is published. */
  readonly mayFix: boolean;
  /** Whether it is a date of the report, which `fix` may write in a form that is accepted. */
  readonly isDate?: true;
  /** What the page and the PDF show of it, in the order of this table. */
  readonly facts?: (report: ShownReport, words: Translations) => readonly ShownFact[];
  /** What a report as data has of it, under which names. Nothing, where its facts are those of all lists of reports. */
  readonly data?: readonly {
    readonly name: string;
    readonly schema: z.ZodType;
    readonly of: (frontmatter: Frontmatter) => unknown;
  }[];
}

const shownText = (value: string | undefined): readonly ShownValue[] =>
  value === undefined ? [] : [{ kind: "text", text: value }];

const personSchema = z.strictObject({
  name: z.string(),
  role: z.string().optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
});

const NUMBERINGS = ["automatic", "typed", "as-published", "none"] as const;
const STYLES = ["continuous", "decimal"] as const;

/**
 * Every field that the frontmatter of a report may hold. Checks, help, the guide's table, what `fix` may touch, the
 * facts on the page and in the PDF, and the data with its schema are made of it.
 */
const table = {
  title: {
    form: plainTitle,
    required: true,
    help: "the report's title, as plain text",
    example: "title: Update on school transport",
    mayFix: true,
  },
  committee: {
    form: text.optional(),
    help: "the committee's name or id, as the settings list it",
    example: "committee: children",
    ofList: severalMeetings,
    mayFix: true,
    facts: ({ committee }, words) => [
      { name: words.committee, values: committee === undefined ? [] : [{ kind: "committee", committee }] },
    ],
  },
  meeting: {
    form: date.optional(),
    help: "the date of the meeting that receives the report",
    example: "meeting: 8 April 2019",
    ofList: severalMeetings,
    mayFix: true,
    isDate: true,
    facts: ({ frontmatter: { meeting }, committee }, words) => [
      { name: words.meeting, values: meeting === undefined ? [] : [{ kind: "meeting", committee, date: meeting }] },
    ],
  },
  item: {
    form: itemNumber.optional(),
    help: "the number of the item, as the agenda prints it",
    example: "item: 6a",
    mayFix: true,
    facts: ({ frontmatter: { item } }, words) => [{ name: words.item, values: shownText(item) }],
  },
  supplement: {
    form: wholeNumber.optional(),
    help: "the number of the supplement to the agenda that a late paper is in",
    example: "supplement: 1",
    mayFix: true,
    facts: ({ frontmatter: { supplement } }, words) => [
      { name: words.supplement, values: shownText(supplement?.toString()) },
    ],
    data: [
      {
        name: "supplement",
        schema: z
          .int()
          .nonnegative()
          .optional()
          .meta({ description: "The number of the supplement to the agenda, of a late report" }),
        of: ({ supplement }) => supplement,
      },
    ],
  },
  urgency: {
    form: urgency.optional(),
    help: "why the item must be considered though it was not on the agenda in time, and whether the chair has agreed",
    example: "urgency: {reason: The grant ends on 30 April., chair-agreed: Yes}",
    names: ["reason", "chair-agreed"],
    mayFix: false,
    facts: ({ frontmatter: { urgency: stated } }, words) => [
      {
        name: words.urgency,
        values:
          stated === undefined
            ? []
            : shownText(
                `${asSentence(stated.reason)} ${asSentence(stated.isAgreedByChair ? words.urgencyAgreed : words.urgencyNotAgreed)}`,
              ),
      },
    ],
    data: [
      {
        name: "urgency",
        schema: z
          .strictObject({ reason: z.string(), isAgreedByChair: z.boolean() })
          .optional()
          .meta({ description: "Why the item is urgent, where it was not on the agenda in time" }),
        of: ({ urgency: stated }) => stated,
      },
    ],
  },
  "also-to": {
    form: listOf(furtherMeeting, "meetings").default([]),
    help: "further meetings that receive the report: committee, meeting, and item where it has one",
    example: "also-to: [{committee: Cabinet, meeting: 16 April 2019, item: 4}]",
    names: ["committee", "meeting", "item"],
    mayFix: true,
    facts: ({ alsoTo }, words) => [
      { name: words.alsoTo, values: alsoTo.map((meeting) => ({ kind: "further meeting", meeting })) },
    ],
  },
  date: {
    form: date,
    required: true,
    help: "the date of the report",
    example: "date: 24 March 2019",
    mayFix: true,
    isDate: true,
    facts: ({ frontmatter }, words) => [{ name: words.date, values: [{ kind: "date", date: frontmatter.date }] }],
  },
  author: {
    form: people,
    required: true,
    help: "a name, a list of names, or of names with role, email and telephone",
    example: "author: Priya Nair",
    names: personNames,
    mayFix: true,
    facts: ({ frontmatter: { authors } }, words) => [
      {
        name: authors.length === 1 ? words.author : words.authors,
        values: authors.map((person) => ({ kind: "author", person })),
      },
    ],
    data: [{ name: "authors", schema: z.array(personSchema), of: ({ authors }) => authors }],
  },
  contact: {
    form: people.default([]),
    help: "whom readers can ask, one person or a list: name, role, email, telephone",
    example: "contact: {name: Priya Nair, email: priya.nair@example.gov.uk}",
    names: personNames,
    mayFix: true,
    facts: ({ frontmatter: { authors, contacts } }, words) => {
      const shown = contacts.filter((contact) => contacts.length > 1 || !isSoleAuthor(contact, authors));
      return [
        {
          name: shown.length > 1 ? words.contacts : words.contact,
          values: shown.map((person) => ({ kind: "contact", person })),
        },
      ];
    },
    data: [{ name: "contacts", schema: z.array(personSchema), of: ({ contacts }) => contacts }],
  },
  wards: {
    form: wards.default({ names: [], isAll: false }),
    help: "the ward that the report concerns, or a list of them; All for every ward",
    example: "wards: [Castle, Riverside]",
    mayFix: true,
    facts: ({ frontmatter: { wards: names, isAboutAllWards } }, words) => [
      {
        name: names.length === 1 ? words.ward : words.wards,
        values: isAboutAllWards ? shownText(words.allWards) : names.map((name) => ({ kind: "ward", name })),
      },
    ],
    data: [
      { name: "wards", schema: z.array(z.string()), of: (frontmatter) => frontmatter.wards },
      {
        name: "isAboutAllWards",
        schema: z.boolean().meta({ description: "Whether it concerns every ward; `wards` then names none" }),
        of: ({ isAboutAllWards }) => isAboutAllWards,
      },
    ],
  },
  facts: {
    form: coverFacts.optional(),
    help: "further facts from the council's cover pages, in the order in which they are shown",
    example: "facts: {Report number: CS/24/17, Key decision: No}",
    mayFix: true,
    facts: ({ frontmatter: { facts } }) => [...facts].map(([name, value]) => ({ name, values: shownText(value) })),
    data: [
      {
        name: "facts",
        schema: z
          .array(z.strictObject({ name: z.string(), value: z.string() }))
          .meta({ description: "Further facts of the council's cover pages, in their order, as they were typed" }),
        of: ({ facts }) => [...facts].map(([name, value]) => ({ name, value })),
      },
    ],
  },
  summary: {
    form: prose.optional(),
    help: "one or two sentences for listings, as plain text",
    example: "summary: Progress since the last report.",
    mayFix: true,
    data: [{ name: "summary", schema: z.string().optional(), of: ({ summary }) => summary }],
  },
  confidential: {
    form: confidentiality,
    required: true,
    help: "No to publish; Yes, or a mapping that says why, to withhold",
    example: "confidential: No",
    names: withholdingFields,
    mayFix: false,
  },
  "public-title": {
    form: plainTitle.optional(),
    help: "the title that is published where the report is withheld",
    example: "public-title: Contract award",
    mayFix: false,
  },
  released: {
    form: releaseForm.optional(),
    help: "when and why a report that was withheld is made public; `confidential` still says why it was withheld",
    example: "released: {date: 1 June 2021, reason: The contract has been let.}",
    names: ["date", "reason"],
    mayFix: false,
    data: [
      {
        name: "released",
        schema: z
          .strictObject({ date: z.iso.date(), reason: z.string() })
          .optional()
          .meta({ description: "When and why a report that was not for publication until then was made public" }),
        of: ({ released }) => released && { date: released.date, reason: released.reason },
      },
    ],
  },
  annexes: {
    form: listOf(annex, "annexes").default([]),
    help: "the annexes, in order: title, and file where there is one",
    example: "annexes: [{title: Budget by service, file: update/budget.pdf}]",
    names: ["title", "file", "label", "confidential", "public-title"],
    mayFix: false,
  },
  background: {
    form: backgroundPapers.default({ papers: [], isNone: false }),
    help: "background papers: text, or title and url; None where there are none",
    example: "background: [Minutes of 4 March 2019]",
    names: ["title", "url"],
    mayFix: true,
    data: [
      {
        name: "background",
        schema: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })),
        of: ({ background }) => background,
      },
      {
        name: "saysNoBackground",
        schema: z
          .literal(true)
          .optional()
          .meta({ description: "That the report says that it has no background papers" }),
        of: ({ saysNoBackground }) => saysNoBackground || undefined,
      },
    ],
  },
  abbreviations: {
    form: abbreviationMapping.optional(),
    help: "short forms and what they stand for",
    example: "abbreviations: {HSB: Harmful Sexual Behaviour}",
    mayFix: true,
  },
  numbering: {
    form: z
      .enum(NUMBERINGS, {
        error: "must be `automatic`, `typed`, `as-published` or `none`",
      })
      .optional(),
    help: "how the paragraphs get their numbers",
    example: "numbering: automatic",
    words: NUMBERINGS,
    mayFix: true,
  },
  "numbering-style": {
    form: z.enum(STYLES, { error: "must be `continuous` or `decimal`" }).optional(),
    help: "whether paragraphs are numbered 1, 2, 3 or 1.1, 1.2, if the text does not show it",
    example: "numbering-style: decimal",
    words: STYLES,
    mayFix: true,
  },
  amended: {
    form: listOf(amendment, "amendments").default([]),
    help: "what was changed after publication: date, note, and the paragraphs that were changed",
    example: "amended: [{date: 2 May 2019, note: The costs were corrected., paragraphs: [4]}]",
    names: ["date", "note", "paragraphs"],
    mayFix: true,
    data: [
      {
        name: "amended",
        schema: z
          .array(z.strictObject({ date: z.iso.date(), note: z.string(), paragraphs: z.array(z.string()) }))
          .meta({ description: "What was changed after publication, the latest first" }),
        of: latestAmendmentsFirst,
      },
    ],
  },
  withdrawn: {
    form: withdrawal.optional(),
    help: "when and why the report was withdrawn: its address says so, and shows nothing else of it",
    example: "withdrawn: {date: 2 May 2019, reason: A later report takes its place.}",
    names: ["date", "reason"],
    mayFix: false,
  },
  formerly: {
    form: listOf(oldPath, "old paths").default([]),
    help: "paths at which the report was published before",
    example: "formerly: [reports/2018/update]",
    mayFix: true,
  },
  lang: {
    form: language,
    help: "the language of the report",
    example: "lang: en-GB",
    words: LANGUAGES,
    mayFix: true,
    data: [{ name: "lang", schema: z.enum(LANGUAGES), of: ({ lang }) => lang }],
  },
  translation: {
    form: reportPath.optional(),
    help: "the path of the same report in the other language, which names this one back",
    example: "translation: ../cy/update.md",
    mayFix: true,
  },
  draft: {
    form: truth.default(false),
    help: "true while the report is not ready for publication",
    example: "draft: true",
    mayFix: false,
  },
} as const satisfies Record<string, ReportField>;

export type FieldName = keyof typeof table;

/** The table, to be walked through. */
export const frontmatterFields: Readonly<Record<FieldName, ReportField>> = table;

export const fieldNames = Object.keys(table) as readonly FieldName[];

/** The fields that decide what is published. */
export const decidingFields = fieldNames.filter((name) => !frontmatterFields[name].mayFix);

/** The amendments of a report, the latest first. */
export function latestAmendmentsFirst({ amended }: Pick<Frontmatter, "amended">): Frontmatter["amended"] {
  return [...amended].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Whether all that is said of the contact is said of the one author, who is not named a second time. */
function isSoleAuthor(contact: Person, [author, ...others]: readonly Person[]): boolean {
  if (author === undefined || others.length > 0) return false;
  const { name, role = author.role, email = author.email, telephone = author.telephone } = contact;
  return name === author.name && role === author.role && email === author.email && telephone === author.telephone;
}

/** What keeps a release from being one: only what was withheld can be released, and not before there was a report. */
function problemOfRelease(
  release: Release,
  report: { readonly confidential: Confidentiality; readonly date: CalendarDate },
): { readonly path: string[]; readonly message: string; readonly fix: string } | undefined {
  if (report.confidential === "public")
    return {
      path: ["released"],
      message: "is given where nothing is withheld, so that there is nothing to release",
      fix: "if the report was withheld, let `confidential:` say why, as before; `released` makes it public. If it never was, delete `released`",
    };
  if (release.date >= report.date) return undefined;
  const fix = "write the day on which the report was or is made public";
  return { path: ["released", "date"], message: "is before the date of the report", fix };
}

const forms = Object.fromEntries(Object.entries(table).map(([name, field]) => [name, field.form])) as {
  [Name in FieldName]: (typeof table)[Name]["form"];
};

/** The whole of the frontmatter, made of the table above. */
export const frontmatterSchema = z
  .strictObject(forms)
  .superRefine((fields, context) => {
    if (fields["public-title"] !== undefined && fields.confidential === "public")
      context.addIssue({ code: "custom", path: ["public-title"], ...UNUSED_TITLE });
    if (fields.released !== undefined) {
      const problem = problemOfRelease(fields.released, fields);
      if (problem !== undefined)
        context.addIssue({ code: "custom", ...problem, params: { fix: problem.fix, quotesNothing: true } });
    }
    // Where a name among them is wrong, it is not a map yet.
    for (const name of fields.facts instanceof Map ? fields.facts.keys() : []) {
      const meant = closestMatch(name, decidingFields);
      if (meant === undefined) continue;
      const params = { fix: `write \`${meant}:\` at the margin, or give the fact another name`, isOfKey: true };
      const message = `has the name of \`${meant}\`, which decides what is published and does nothing here`;
      context.addIssue({ code: "custom", path: ["facts", name], message, params });
    }
  })
  .transform(
    ({
      author,
      confidential,
      contact,
      wards: { names, isAll },
      background: { papers, isNone },
      "public-title": publicTitle,
      "numbering-style": numberingStyle,
      "also-to": alsoTo,
      released: release,
      ...fields
    }) => {
      const frontmatter: Frontmatter = {
        ...fields,
        publicTitle,
        numberingStyle,
        alsoTo,
        release,
        authors: author,
        contacts: contact,
        wards: names,
        isAboutAllWards: isAll,
        background: papers,
        saysNoBackground: isNone,
        facts: fields.facts ?? new Map(),
        abbreviations: fields.abbreviations ?? new Map(),
      };
      return { frontmatter, confidentiality: confidential };
    },
  );

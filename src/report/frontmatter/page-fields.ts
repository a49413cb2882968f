import { z } from "zod";
import { readClockTime } from "../../dates/clock-time.ts";
import type { ClockTime, MeetingDetails, PlainPage } from "../../model/site.ts";
import type { Field } from "./fields.ts";
import { LANGUAGES, language, plainTitle, text, webAddress, wholeNumber, written } from "./forms.ts";
import type { FieldTable } from "./read.ts";

/** What the fields of a plain page say. */
export interface PageDetails extends Pick<PlainPage, "title" | "lang"> {
  /** Its place among the pages that are linked at the foot of every page. */
  readonly order?: number | undefined;
}

const STATUSES = ["cancelled", "postponed"] as const;

const time = written<ClockTime>("a time of day such as 18:30", (typed) => {
  const reading = readClockTime(typed);
  return "time" in reading
    ? { value: reading.time }
    : { message: `says \`${typed}\`, which ${reading.problem}`, fix: reading.fix };
});

/** Every field that the file of a meeting may hold. */
export const meetingFields = {
  title: {
    form: plainTitle.optional(),
    help: "what kind of meeting it is, where it is not an ordinary one",
    example: "title: Extraordinary meeting",
  },
  time: { form: time.optional(), help: "when it begins", example: "time: 6.30pm" },
  end: { form: time.optional(), help: "when it is to end", example: "end: 8.30pm" },
  venue: { form: text.optional(), help: "where it is held", example: "venue: Council Chamber, Guildhall" },
  online: {
    form: webAddress.optional(),
    help: "the address at which it can be followed",
    example: "online: https://webcasts.example.gov.uk/children",
  },
  status: {
    form: z.enum(STATUSES, { error: "must be `cancelled` or `postponed`" }).optional(),
    help: "cancelled or postponed, where it does not take place on that day",
    example: "status: cancelled",
    words: STATUSES,
  },
} as const satisfies Record<string, Field>;

/** Every field that a plain page may hold. */
export const pageFields = {
  title: { form: plainTitle, required: true, help: "the page's title, as plain text", example: "title: Contact us" },
  order: {
    form: wholeNumber.optional(),
    help: "its place among the links at the foot of every page; pages without one come last",
    example: "order: 1",
  },
  lang: { form: language, help: "the language of the page", example: "lang: en-GB", words: LANGUAGES },
} as const satisfies Record<string, Field>;

const meetingSchema = z
  .strictObject({
    title: meetingFields.title.form,
    time: meetingFields.time.form,
    end: meetingFields.end.form,
    venue: meetingFields.venue.form,
    online: meetingFields.online.form,
    status: meetingFields.status.form,
  })
  .superRefine(({ time: begin, end }, context) => {
    if (end === undefined) return;
    if (begin === undefined)
      context.addIssue({
        code: "custom",
        path: ["end"],
        message: "is given without the time at which the meeting begins",
        params: { fix: "add a line such as `time: 18:30`" },
      });
    else if (end <= begin)
      context.addIssue({
        code: "custom",
        path: ["end"],
        message: "is not after the time at which the meeting begins",
        params: { fix: "correct one of the two times" },
      });
  });

/** The fields of a meeting's file. */
export const meetingTable: FieldTable<MeetingDetails> = { schema: meetingSchema, fields: meetingFields };

/** The fields of a plain page. */
export const pageTable: FieldTable<PageDetails> = {
  schema: z.strictObject({ title: pageFields.title.form, order: pageFields.order.form, lang: pageFields.lang.form }),
  fields: pageFields,
};

import { z } from "zod";
import { OUTCOMES } from "../../addresses/addresses.ts";
import { whyNotFollowed } from "../../addresses/web-addresses.ts";
import type { Raise } from "../../diagnostics/catalogue.ts";
import { lineChecks } from "../../diagnostics/checks.ts";
import { type Outcome, RESPONSES, STATUSES } from "../../model/report.ts";
import type { CalendarDate, Place } from "../../model/source.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { placeAt, type Readable } from "../../text/place.ts";
import { checkAgainst, formatPath, type LocatedIssue, locate, readYamlMapping } from "../../yaml/read-mapping.ts";
import { raiseCharactersOfFields } from "../frontmatter/characters-of-fields.ts";
import { date, prose, text, written } from "../frontmatter/forms.ts";

/** What the file says of one recommendation; its evidence is as it was typed. */
export interface OutcomeEntry {
  readonly label: string;
  readonly outcome: Outcome;
  /** The fields as they were typed. */
  readonly typed: unknown;
}

/**
 * What the file of outcomes beside a report says, before anybody looked whether the report has such recommendations.
 */
export interface OutcomesFile {
  readonly path: string;
  readonly notice: CalendarDate | undefined;
  readonly entries: readonly OutcomeEntry[];
  /** The place of a value, given by the names that lead to it; of the name itself, where `isName` says so. */
  readonly placeOf: (path: readonly (string | number)[], isName?: "name") => Place;
}

/** Every field of an entry, with an example. */
const EXAMPLES: Readonly<Record<string, string>> = {
  to: "to: Cabinet",
  response: "response: accepted",
  date: "date: 2024-12-03",
  status: "status: on track",
  due: "due: 2025-03-31",
  note: "note: Funded from reserves.",
  evidence: "evidence: ../2025/progress.md#para-5",
};

const EXAMPLE = "1: {to: Cabinet, response: accepted, date: 2024-12-03}";

/** Words of councils for what the format has one word for. */
const MEANT: Readonly<Record<string, string>> = {
  agreed: "accepted",
  approved: "accepted",
  "partially accepted": "accepted in part",
  "partly accepted": "accepted in part",
  "accepted with amendments": "accepted in part",
  "not accepted": "rejected",
  declined: "rejected",
  pending: "awaited",
  "in progress": "on track",
  ongoing: "on track",
  completed: "complete",
  done: "complete",
  implemented: "complete",
  late: "delayed",
};

/** One of the words of a field; words of the other field are known as such, and the nearest word is offered. */
const oneOf = <Word extends string>(known: readonly Word[], other: readonly string[], otherField: string) => {
  const list = `${known.slice(0, -1).join(", ")} or ${known.at(-1)}`;
  return written<Word>(list, (typed) => {
    const word = typed.toLowerCase().replace(/[\s_-]+/g, " ");
    const found = known.find((one) => one === word);
    if (found !== undefined) return { value: found };
    const message = `says \`${typed}\`, and must be ${list}`;
    const meant = MEANT[word] ?? word;
    if (other.includes(meant) && !known.some((one) => one === meant))
      return { message, fix: `write it as \`${otherField}: ${meant}\`` };
    const nearest = known.find((one) => one === meant) ?? closestMatch(word, known);
    return nearest === undefined
      ? { message, fix: "write one of these words" }
      : { message: `${message}; did you mean \`${nearest}\`?`, fix: `write \`${nearest}\` in its place` };
  });
};

/** A path or an address, without looking whether it leads anywhere. */
const evidence = text.superRefine((typed, context) => {
  const issue = (message: string, fix: string): void => context.addIssue({ code: "custom", message, params: { fix } });
  if (/^(?:https?):\/\/\S+$/i.test(typed)) {
    const why = whyNotFollowed(typed);
    if (why !== undefined)
      issue(`has an address that nobody can follow: it ${why}`, "copy the address from the browser again");
  } else if (/^[a-z][a-z0-9+.-]*:/i.test(typed) || !/^(?:[^#]+\.md)?(?:#[^#\s]+)?$/.test(typed))
    issue(
      "must be the path of a report, or a web address that begins with https://",
      "write the path from this report to the other one, such as ../2025/progress.md#para-5",
    );
});

const entry = z
  .strictObject(
    {
      to: text.optional(),
      response: oneOf(RESPONSES, STATUSES, "status").optional(),
      date: date.optional(),
      status: oneOf(STATUSES, RESPONSES, "response").optional(),
      due: date.optional(),
      note: prose.optional(),
      evidence: evidence.optional(),
    },
    { error: "must be a mapping of to, response, date, status, due, note and evidence" },
  )
  .superRefine(({ response = "awaited", date: given }, context) => {
    if (given === undefined || response !== "awaited") return;
    context.addIssue({
      code: "custom",
      path: ["date"],
      message: "is the day of a response, and the response is still awaited",
      params: {
        fix: "write what the response was, such as `response: accepted`; the day by which something is to be done is `due:`",
      },
    });
  })
  .transform(({ response = "awaited", ...others }): Outcome => ({ response, ...others }));

/** Six hundred recommendations with long notes. */
const MAX_LENGTH = 256 * 1024;

/** Reads the file of outcomes beside a report; raises what is wrong with it, and then gives nothing. */
export function readOutcomesFile(source: Readable, raise: Raise): OutcomesFile | undefined {
  const placed = ({ start, end }: { readonly start: number; readonly end: number }): Place =>
    placeAt(source, start, end);
  if (source.text.length > MAX_LENGTH) {
    const message = `${OUTCOMES} has ${source.text.length} characters, and at most ${MAX_LENGTH} are accepted`;
    raise({ rule: "recommendations-file", place: placeAt(source, 0, 1), message, fix: "write shorter notes" });
    return undefined;
  }
  for (const check of lineChecks) check(source, raise);
  if (source.text.split("\n").every((line) => /^\s*(?:#|$)/.test(line)))
    return { path: source.path, notice: undefined, entries: [], placeOf: () => placeAt(source, 0, 1) };
  const mapping = readYamlMapping(source.text, EXAMPLE);
  if ("problems" in mapping) {
    for (const { message, fix, related, ...range } of mapping.problems) {
      const other = related && { message: related.message, place: placed(related) };
      raise({
        rule: "recommendations-file",
        place: placed(range),
        message,
        fix,
        related: other,
        quotesNothing: true,
      });
    }
    return undefined;
  }
  const isTyped = (character: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    source.text.slice(start, end).includes(character);
  raiseCharactersOfFields(mapping.document, placed, isTyped, raise);
  const { document, value } = mapping;
  const { notice: typedNotice, ...others } = value;
  const labels = Object.keys(others);
  // As the name of a field of a schema it would be another thing than a label.
  const known = labels.filter((label) => label !== "__proto__");
  const shape: Record<string, z.ZodType<Outcome>> = Object.fromEntries(known.map((label) => [label, entry]));
  const entries = checkAgainst(z.strictObject(shape), { document, value: others }, describeIssue);
  const ofNotice = typedNotice === undefined ? {} : { notice: typedNotice };
  const notice = checkAgainst(noticeForm, { document, value: ofNotice }, describeIssue);
  for (const result of [notice, entries])
    if ("problems" in result)
      for (const { message, fix, ...problem } of result.problems)
        raise({
          rule: "recommendations-file",
          place: placed(problem),
          message,
          fix,
          ownWords: withoutValues(problem),
        });
  if ("problems" in entries || "problems" in notice) return undefined;
  return {
    path: source.path,
    notice: notice.data.notice,
    entries: known.flatMap((label) => {
      const outcome = entries.data[label];
      return outcome === undefined ? [] : [{ label, outcome, typed: others[label] }];
    }),
    placeOf: (path, isName) => placed(locate(document, path, isName === undefined ? "value" : "key")),
  };
}

const noticeForm = z.strictObject({ notice: date.optional() });

/** What is wrong with a field, and how to fix it, in an officer's words. */
function describeIssue(issue: LocatedIssue): { readonly message: string; readonly fix: string } {
  const { path, kind } = issue;
  const [first = "", field] = path.map(String);
  const shown = formatPath(path);
  if (kind === "unknown key") return unknownField(path, shown);
  if (path.length === 1 && first !== "notice") {
    const isNotice = closestMatch(first, ["notice"]) !== undefined;
    if (isNotice)
      return { message: `${shown} is not a field; did you mean \`notice\`?`, fix: "write `notice` in its place" };
    return { message: `${shown} ${issue.message}`, fix: `write it as in \`${EXAMPLE}\`` };
  }
  const example = first === "notice" ? "notice: 2024-10-10" : (EXAMPLES[field ?? ""] ?? EXAMPLE);
  return { message: `${shown} ${issue.message}`, fix: issue.fix ?? `write it as in \`${example}\`` };
}

/** What is wrong, in words that hold nothing that was typed: a label and a value may be those of what is withheld. */
function withoutValues({ kind, path: [first, field] }: Pick<LocatedIssue, "kind" | "path">) {
  const [name, example] =
    first === "notice" ? ["notice", "notice: 2024-10-10"] : [String(field), EXAMPLES[String(field)]];
  if (kind === "unknown key" || example === undefined)
    return {
      message: "what is said about a recommendation here does not have the form that it must have",
      fix: `write it as in \`${EXAMPLE}\`; the fields are ${Object.keys(EXAMPLES).join(", ")}`,
    };
  const words = { response: RESPONSES, status: STATUSES }[name];
  return {
    message: `\`${name}\` does not have the form that it must have`,
    fix: words === undefined ? `write it as in \`${example}\`` : `write one of ${words.join(", ")}`,
  };
}

function unknownField(path: LocatedIssue["path"], shown: string): { readonly message: string; readonly fix: string } {
  const name = String(path.at(-1));
  if (path.length === 1) return { message: `${shown} is not a recommendation of the report`, fix: "take the line out" };
  const known = Object.keys(EXAMPLES);
  const nearest = closestMatch(name, known);
  if (nearest !== undefined)
    return {
      message: `${shown} is not a field; did you mean \`${nearest}\`?`,
      fix: `write \`${nearest}\` in its place`,
    };
  if (closestMatch(name, ["confidential", "exempt"]) !== undefined)
    return {
      message: `${shown} is not a field: what became of a recommendation is withheld where the recommendation is`,
      fix: "in the report, put the recommendation between :::exempt and :::, and take this out",
    };
  return { message: `${shown} is not a field`, fix: `the fields of a recommendation are ${known.join(", ")}` };
}

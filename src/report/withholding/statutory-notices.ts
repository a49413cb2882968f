import { formatDate } from "../../dates/calendar-date.ts";
import type { Law } from "../../law/law.ts";
import type { Grounds, Withholding } from "../../model/report.ts";
import { asSentence } from "../../text/as-sentence.ts";

/** What is said in place of something that is withheld: that it is, and why, in sentences. `what` may be in the plural, such as "Paragraphs 12 to 14". */
export function withheldNotice(what: string, withholding: Withholding, law: Law): string {
  const { reason, publicInterest, review } = withholding;
  const why = groundsInWords(withholding, law);
  const [is, itContains] = what.startsWith("Paragraphs ") ? ["are", "they contain"] : ["is", "it contains"];
  return [
    why === undefined
      ? `${what} ${is} not for publication.`
      : `${what} ${is} not for publication: ${itContains} ${why}.`,
    ...(reason === undefined ? [] : [`Reason: ${asSentence(reason)}`]),
    ...(publicInterest === undefined || law.publicInterest === undefined
      ? []
      : [`Public interest (${law.publicInterest.source}): ${asSentence(publicInterest)}`]),
    ...(review === undefined ? [] : [`This is to be reviewed on ${formatDate(review)}.`]),
  ].join(" ");
}

/** The provisions of the law that a withholding rests on, such as "paragraph 3 of Part 1 of …"; nothing where it names none. */
export function groundsInBrief({ basis, paragraphs }: Grounds, law: Law): string | undefined {
  if (basis === "confidential") return law.confidential.source;
  const numbers = [...new Set(paragraphs)];
  const [first, ...rest] = numbers;
  if (first === undefined) return undefined;
  const named = rest.length === 0 ? `paragraph ${first}` : `paragraphs ${listed(numbers.map(String), ",")}`;
  return `${named} of ${law.schedule}`;
}

/** The same with the words of the law; nothing where it names no provision. */
export function groundsInWords(withholding: Grounds, law: Law): string | undefined {
  const named = groundsInBrief(withholding, law);
  if (named === undefined) return undefined;
  if (withholding.basis === "confidential")
    return `confidential information as defined in ${named}: ${law.confidential.words.join(", or ")}`;
  const numbers = [...new Set(withholding.paragraphs)];
  const words = numbers.map((number) => wordsOf(number, law));
  // Words that are a list themselves would run into the next.
  const sign = words.some((text) => text.includes("(b)")) ? ";" : ",";
  return `exempt information as defined in ${named}: ${listed(words, sign)}`;
}

/** The words of the law within a sentence. Throws where the law has no such paragraph, so that no notice goes out without its words. */
function wordsOf(number: number, { exempt, jurisdiction }: Law): string {
  const words = exempt[number];
  if (words === undefined)
    throw new Error(`the law of ${jurisdiction} has no paragraph ${number} of exempt information`);
  return words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, "");
}

function listed(words: readonly string[], sign: "," | ";"): string {
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).join(`${sign} `);
  return words.length < 2 ? last : `${before}${sign === ";" ? sign : ""} and ${last}`;
}

import { asSentence } from "../text/as-sentence.ts";
import type { Law } from "./law.ts";

/** What an agenda says of an item that was not on it in time: why it is urgent, and by what it may be considered, in the words of the law. */
export function urgentItemNotice(
  reason: string,
  isAgreedByChair: boolean,
  { urgency: { words, source } }: Law,
): string {
  const why = asSentence(reason);
  const law = `${words} (${source})`;
  return isAgreedByChair
    ? `Urgent item: ${why} It is considered because, ${law}.`
    : `Urgent item: ${why} It may be considered only if, ${law}; the chair has not agreed yet.`;
}

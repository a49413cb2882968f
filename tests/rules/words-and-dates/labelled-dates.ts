import { type Measured, measure, readLabelled } from "../../labelled.ts";
import { foundInText } from "../found-in-text.ts";

type DateRule = "date-impossible" | "date-weekday";

const all = readLabelled("rules/words-and-dates", "labelled-dates.md");
const inWelsh = readLabelled("rules/words-and-dates", "labelled-dates-in-welsh.md");

/** How many labelled phrases there are, and how many of them have no mistake. */
export const LABELLED = { all: all.length, sound: all.filter(({ labels }) => labels.length === 0).length };

/** How well one of the two rules about dates finds what is labelled, in English or in Welsh. */
export function measureDates(rule: DateRule, lang: "en-GB" | "cy"): Measured {
  const ofRule = (found: string): boolean => found.startsWith(`${rule}: `);
  const labelled = (lang === "cy" ? inWelsh : all).map(({ text, labels }) => ({ text, labels: labels.filter(ofRule) }));
  return measure(labelled, (text) => foundInText(text, lang).filter(ofRule));
}

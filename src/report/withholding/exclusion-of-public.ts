import type { Law } from "../../law/law.ts";
import type { Grounds } from "../../model/report.ts";
import { groundsInWords } from "./statutory-notices.ts";

/** An item of business, or a part of one, during which exempt or confidential information would be disclosed. */
export interface ClosedItem {
  /** As it may be read out: "Item 6, Contract award". */
  readonly words: string;
  readonly grounds: Grounds;
}

/** What is read out before the public is excluded: sentences, each with the items that it is about. */
export interface ReadOut {
  readonly sentence: string;
  readonly items: readonly string[];
}

/**
 * The resolution to exclude the public from a meeting, which identifies the proceedings and states the description of the exempt
 * information, in the words of the law; then what needs no resolution. Items that name no grounds are in neither.
 */
export function exclusionOfPublic(items: readonly ClosedItem[], law: Law): readonly ReadOut[] {
  const { exclusion } = law;
  const listed = (basis: Grounds["basis"]): readonly string[] =>
    items.flatMap(({ words, grounds }) => {
      const why = grounds.basis === basis ? groundsInWords(grounds, law) : undefined;
      return why === undefined ? [] : [`${words}: ${why}.`];
    });
  const resolution = {
    sentence: `That, under ${exclusion.source}, the public be excluded from the meeting during consideration of each item of business below, or of the part of it that is named, because ${exclusion.whenever} of the description that is stated for it:`,
    items: listed("exempt"),
  };
  const withoutResolution = {
    sentence: `Under ${exclusion.withoutResolution} the public must be excluded, without a resolution, during:`,
    items: listed("confidential"),
  };
  return [resolution, withoutResolution].filter(({ items: those }) => those.length > 0);
}

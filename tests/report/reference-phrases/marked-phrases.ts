import type { Language } from "../../../src/model/settings.ts";
import { findReferences } from "../../../src/report/references/find-references.ts";
import { grammarOf } from "../../../src/report/references/languages.ts";
import { numberInAnnex } from "../../../src/text/annex-letters.ts";

/** A link that a phrase may or must get. */
interface MarkedLink {
  /** "words → id" */
  readonly link: string;
  /** Whether the sentence alone does not say whose it is, so that both answers are right. */
  readonly either: boolean;
}

export interface MarkedPhrase {
  readonly text: string;
  /** In the order of the text. */
  readonly links: readonly MarkedLink[];
}

const MARK = /⟦(\??)([^⟧=]*)(?:=([^⟧]*))?⟧/gu;
const KEYWORD =
  /^(?:(?:sections?|h?adran(?:nau)?|tables?|(?:t|d|nh|th)abl(?:au)?|figures?|figs?\.?|ffigur(?:au)?)|paragraphs?|(?:p|b|mh|ph)aragraff(?:au)?|paras?\.?|¶+|annex(?:es)?|appendi(?:x|ces)|atodiad(?:au)?)\s*/iu;

/**
 * A sentence in which what must become a link stands between ⟦ and ⟧: "See ⟦paragraphs 14⟧ and ⟦16⟧". A question mark after the
 * ⟦ accepts both answers; "=para-A3" before the ⟧ gives the target where the words do not.
 */
export function readMarked(line: string): MarkedPhrase {
  const links: MarkedLink[] = [];
  let kind = "para";
  let last = "";
  const text = line.replace(MARK, (_, either: string, words: string, id: string | undefined) => {
    const keyword = KEYWORD.exec(words)?.[0] ?? "";
    if (keyword !== "") kind = kindOf(keyword);
    const number = words.slice(keyword.length).replace(/\(.*$/u, "");
    if (number !== "") last = number;
    links.push({ link: `${words} → ${id ?? `${kind}-${last}`}`, either: either !== "" });
    return words;
  });
  return { text, links };
}

function kindOf(keyword: string): string {
  if (/^s|adran/iu.test(keyword)) return "section";
  if (/^t|abl/iu.test(keyword)) return "table";
  if (/^f/iu.test(keyword)) return "figure";
  return /^a/iu.test(keyword) ? "annex" : "para";
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  /** The figures and each mistake, for who reads a failure. */
  readonly report: string;
}

/** How well phrases are linked in a report that has every paragraph and annex of the form of `isThere`. */
export function figuresOf(phrases: readonly MarkedPhrase[], lang: Language, isThere: RegExp): Figures {
  let [right, made, due] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const { text, links } of phrases) {
    const either = links.filter((link) => link.either).map(({ link }) => link);
    const wanted = links.filter((link) => !link.either).map(({ link }) => link);
    const found = linksIn(text, lang).filter((link) => isThere.test(link) && !either.includes(link));
    right += found.filter((link) => wanted.includes(link)).length;
    made += found.length;
    due += wanted.length;
    if (found.join() !== wanted.join()) mistakes.push(`${text}: ${found.join(", ")}; not ${wanted.join(", ")}`);
  }
  const figures = `precision ${(right / made).toFixed(4)}, recall ${(right / due).toFixed(4)}`;
  return { precision: right / made, recall: right / due, report: [figures, ...mistakes].join("\n") };
}

function linksIn(text: string, lang: Language): readonly string[] {
  return findReferences(text, grammarOf(lang)).phrases.map(({ kind, annex, target, start, end }) => {
    const number = annex === undefined ? target : numberInAnnex(annex, target);
    return `${text.slice(start, end).replace(/\s+/gu, " ")} → ${kind === "paragraph" ? "para" : kind}-${number}`;
  });
}

/** A link that a phrase may or must get. */
interface MarkedLink {
  readonly words: string;
  readonly id: string;
  /** Whether the sentence alone does not say whose it is, so that both answers are right. */
  readonly either: boolean;
}

export interface MarkedPhrase {
  /** The Markdown, without the marks. */
  readonly text: string;
  /** In the order of the text. */
  readonly links: readonly MarkedLink[];
}

const MARK = /⟦(\??)([^⟧=]*)(?:=([^⟧]*))?⟧/gu;
const KEYWORD =
  /^(?:paragraphs?|(?:p|b|mh|ph)aragraff(?:au)?|paras?\.?|¶+|annex(?:es)?|appendi(?:x|ces)|atodiad(?:au)?)\s*/iu;

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
    if (keyword !== "") kind = /^a/iu.test(keyword) ? "annex" : "para";
    const number = words.slice(keyword.length).replace(/\(.*$/u, "");
    if (number !== "") last = number;
    links.push({ words, id: id ?? `${kind}-${last}`, either: either !== "" });
    return words;
  });
  return { text, links };
}

/** The words that a language has for what references are made of; each is an alternation of a pattern. */
export interface Words {
  /** What every block with a reference holds: it tells most of those with none, at a tenth of the cost of the nouns. */
  readonly hint: string;
  readonly paragraph: string;
  readonly annex: string;
  readonly section: string;
  readonly table: string;
  readonly figure: string;
  readonly recommendation: string;
  /** Which of the nouns, from their start, are plurals. */
  readonly plural: string;
  /** "no.", between a noun and its label. */
  readonly number: string;
  readonly and: string;
  /** What joins the ends of a range. */
  readonly to: string;
  /** The "of" of "paragraph 4 of Annex A". */
  readonly of: string;
  readonly above: string;
  readonly below: string;
  /** What is before a decimal number, without a noun, that is a paragraph's: "see 2.1". */
  readonly leadingTo: string;
  /** What is before one of three levels, which is seldom anything else: "at 3.2.1". */
  readonly deepIn: string;
  /** What is before such a number where "above" or "below" follows it. */
  readonly before: string;
  /** What may follow such a number, and no unit does. */
  readonly after: string;
  /** What may follow a number that counts nothing. */
  readonly unlikeCounted: string;
  /** Capitals that are words, where a whole text is in capitals. */
  readonly shouted: string;
  /** Nouns of texts that have paragraphs of their own, which rules see as "~~". */
  readonly texts: string;
  /** Nouns of what may be such a text: "~". */
  readonly papers: string;
  /** Those outside the council who write or decide: "@". */
  readonly authors: string;
  /** Words that are no name of a text for their capital. */
  readonly plain: string;
}

import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import { runningText, type Stretch } from "./running-text.ts";
import type { FixableText } from "./types.ts";

const DASH = "\u2013";

/**
 * Writes dashes as dashes: a hyphen between words with blanks around it, two hyphens, and the hyphen of a range of
 * pages, paragraphs or years of age. Not in headings, whose addresses would change, nor in what another has said.
 */
export const dashes: ReportFix = {
  names: ["dashes"],
  isEachAlone: true,
  find: inEachText((text) =>
    runningText(text)
      .filter(({ isInHeading, isQuoted }) => !isInHeading && !isQuoted)
      .flatMap((stretch) => [...spaced(text, stretch), ...unspaced(text, stretch), ...ranges(text, stretch)]),
  ),
};

/** What may be before a dash and after it; a figure after it may be less than nothing. */
const BEFORE = /[\p{L}\p{N}.,;:!?)"'”’\]*_%`]/u;
const AFTER = /[\p{L}("“‘'[*_`]/u;
/** Hyphens with a blank too many: "pre - school". */
const PREFIX =
  /(?<!\p{L})(?:pre|post|non|co|re|anti|multi|mid|semi|sub|self|short|long|medium|part|full|well|inter|intra|cross|ex|under|over|low|high|one|two|three|four|five)$/iu;

function spaced(text: FixableText, { start, typed }: Stretch): readonly Correction[] {
  return [...typed.matchAll(/(?<! ) --? (?! )/g)].flatMap(({ 0: sign, index }) => {
    const at = start + index;
    const end = at + sign.length;
    return isDash(text.body.text, at, end) ? [correctionOfBody(text, "dashes", [at + 1, end - 1], DASH)] : [];
  });
}

function isDash(body: string, at: number, end: number): boolean {
  if (!BEFORE.test(body.charAt(at - 1)) || !AFTER.test(body.charAt(end))) return false;
  const before = body.slice(Math.max(0, at - 20), at);
  const after = body.slice(end, end + 20);
  const isFormula = /(?<![\p{L}\p{N}])\p{L}$/u.test(before) && /^\p{L}(?![\p{L}\p{N}])/u.test(after);
  return !isFormula && !PREFIX.test(before);
}

/** "word--word"; a word that holds other signs may be an address or a command. */
function unspaced(text: FixableText, { start, typed }: Stretch): readonly Correction[] {
  const found = typed.matchAll(
    /(?<![^\s"“‘'(])["“‘'(]{0,3}\p{L}[\p{L}’']*(--)\p{L}[\p{L}’']*(?=[.,;:!?)"”’']*(?:\s|$))/gu,
  );
  return [...found].map(({ 0: words, index }) => {
    const at = start + index + words.indexOf("--");
    return correctionOfBody(text, "dashes", [at, at + 2], ` ${DASH} `);
  });
}

const BEFORE_RANGE =
  "(?<![\\p{L}\\p{N}/_#@.-])(?:pages?|pp\\.?|paragraphs|paras\\.?|aged|ages|chapters|items|recommendations|tables|figures|questions) ";
const AFTER_RANGE = "(?= (?:years|year[ -]olds?|months|weeks|days|hours|minutes|per cent|miles)(?![\\p{L}]))";
const RANGE = "([1-9]\\d{0,2})-([1-9]\\d{0,2})";
const RANGES = new RegExp(
  `(?<=${BEFORE_RANGE})${RANGE}(?![\\p{L}\\p{N}/_-]|\\.\\d)|(?<![\\p{L}\\p{N}/_.,:£$€+-]|(?:no|ref|case) )${RANGE}${AFTER_RANGE}`,
  "giu",
);

function ranges(text: FixableText, { start, typed }: Stretch): readonly Correction[] {
  return [...typed.matchAll(RANGES)].flatMap(({ 0: range, index }) => {
    const [from = "", to = ""] = range.split("-");
    const at = start + index + from.length;
    return Number(from) < Number(to) ? [correctionOfBody(text, "dashes", [at, at + 1], DASH)] : [];
  });
}

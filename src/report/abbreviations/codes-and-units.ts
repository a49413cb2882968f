/**
 * The areas that postcodes begin with, as Royal Mail has them, of two letters; those of one letter have one capital
 * only.
 */
const POSTCODE_AREAS = new Set(
  `AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL GU GY HA HD HG HP HR HS HU
  HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO
  SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);
const OUTWARD_CODE = /^(\p{Lu}{2})\d{1,2}\p{Lu}?$/u;
const INWARD_CODE = /^\s?\d\p{Lu}{2}(?![\p{L}\p{N}])/u;
const SMALL_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const CREDIT_RATING = /^(?:A{2,3}|B{2,3}|C{2,3})$/;
const CURRENCIES = new Set(["EUR", "GBP", "USD"]);
const UNITS = new Set(["DB", "GB", "GBP", "GW", "GWH", "KB", "KW", "KWH", "MB", "MHZ", "MW", "MWH", "TB", "TW"]);
/** What is numbered: "Policy CC2", "Plot AB4". */
const NUMBERED =
  /(?:^|[\s(])(?:area|box|bus|buses|case|figure|gate|indicators?|junction|licence|lot|measures?|option|parcel|plot|polic(?:y|ies)|ref(?:erence)?|room|routes?|services?|sites?|table|units?|zone)\s$/i;
const TITLE_BEFORE =
  /(?:^|[\s(])(?:(?:CLLRS?|MR|MRS|MS|DR|PROF|REV|SIR|DAME|LORD|LADY)\.?(?:\s\p{Lu}\.?){0,3}|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd)\.?\s$/u;

/**
 * Whether a word with two capitals is a code, a unit or a name rather than an abbreviation: a Roman numeral, a postcode
 * or the first half of one, a reference (FOI-1234, REF2019/04, SI 2012/2089), a file's name, a model (DX-300), a unit
 * after its figure, a currency, a credit rating, a person's initials or surname after a title.
 */
export function isCodeOrUnit(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  return (
    SMALL_ROMAN.test(word) ||
    CREDIT_RATING.test(word) ||
    CURRENCIES.has(word) ||
    isPostcode(word, after) ||
    isReference(word, before, after) ||
    (UNITS.has(word.toUpperCase()) && /\d\s?$/.test(before)) ||
    TITLE_BEFORE.test(before)
  );
}

/** The letters in front of a number such as EPR/AB1234CD say who gave it, and stand for nothing in the text. */
export function isStartOfPermit(after: string): boolean {
  return /^\/\p{Lu}{1,3}\d{3}/u.test(after);
}

function isPostcode(word: string, after: string): boolean {
  const area = OUTWARD_CODE.exec(word)?.[1];
  return area !== undefined && (POSTCODE_AREAS.has(area) || INWARD_CODE.test(after));
}

function isReference(word: string, before: string, after: string): boolean {
  // Joined to figures, in front or after: FOI-1234, 23/01647/FULM; "2012/2089" and "[2021]" as words of their own.
  if (
    isStartOfPermit(after) ||
    /^(?:[\p{L}\p{N}]*[/-])*[/-]?\d/u.test(after) ||
    (/[/-]$/.test(before) && /\d[/-]/.test(/(?<![\p{L}\p{N}/-])[\p{L}\p{N}/-]+$/u.exec(before)?.[0] ?? ""))
  )
    return true;
  if (/^\s\d+\/\d/.test(after) || /\[\d{4}\]\s$/.test(before) || /^\.[A-Za-z]{2,4}(?![\p{L}\p{N}])/u.test(after))
    return true;
  // A paper's place in a series, "PP 604, para 31"; a road, a route or a room: RT14.
  if (/^\s(?!(?:19|20)\d\d(?!\d))\d{2,5}(?=[,.;:)\]](?!\d)|$)/u.test(after)) return true;
  if (/^(?!PM)\p{Lu}{2}\d{2}$/u.test(word)) return true;
  return /\d{3}/.test(word) || (/\d/.test(word) && NUMBERED.test(before));
}

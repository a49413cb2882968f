/** Words of everyday English that are short forms, too, or look like one. */
const ORDINARY_WORDS = new Set(
  (
    "ACT ACTS AGE AID AIDS AIM AIMS AIR ALL AM AN AND ARC ARE ARM ART AS ASK AT BE BEST BID BUS BUT BY CAN CAP CAR CARE CASE CAT " +
    "COPE DO EAT END EVE FACE FACT FAIR FAST FIT FOR FUND GAP GO GOAL GOT GRANT HAS HE HELP HER HIM HIS HOME HOPE HUB IF IN IS IT " +
    "JOB LAW LEAD LEAP LINK LOT MAP MAPS MAY ME MEN MEND MET MIND MOVE MY NEST NET NEW NICE NO NOT NOW OF OLD ON ONE OR OUR OUT OWN " +
    "PACE PACT PATH PEACE PLAN PREVENT REACH ROAD SAFE SAGE SAT SEA SEE SEND SET SHARE SHE SMART SO SOAR SPACE SPAN STAR START STEP " +
    "STEPS SUN TEA TEAM THE THEM THRIVE TO TOP TRUST UP US USE WAR WAS WASH WATER WAY WE WHO WIN WISE WORK YES YET YOU"
  ).split(" "),
);

const STOP = /[.!?:;\uFFFC]/g;

/**
 * Leaves out the uses that capitals make doubtful: in "WHO WILL SEND IT" nothing tells whether WHO is a question or an
 * agency. A sentence is taken for shouted where it has no small letter, and a word in capitals that is no short form.
 */
export function withoutShouted<Use extends { readonly start: number; readonly end: number }>(
  text: string,
  uses: readonly Use[],
): readonly Use[] {
  let sentence = { start: 0, end: 0, isShouted: false };
  return uses.filter(({ start, end }, index) => {
    if (!ORDINARY_WORDS.has(text.slice(start, end))) return true;
    if (start >= sentence.end) sentence = sentenceAt(text, uses, index, sentence.end);
    return !sentence.isShouted;
  });
}

/** The sentence of a use that is after `from`. */
function sentenceAt(
  text: string,
  uses: readonly { readonly start: number; readonly end: number }[],
  index: number,
  from: number,
): { readonly start: number; readonly end: number; readonly isShouted: boolean } {
  const use = uses[index]?.start ?? from;
  let start = from;
  let end = text.length;
  STOP.lastIndex = from;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    if (stop.index >= use) {
      end = stop.index + 1;
      break;
    }
    start = stop.index + 1;
  }
  const words = text.slice(start, end);
  if (/\p{Ll}/u.test(words)) return { start, end, isShouted: false };
  let first = index;
  while ((uses[first - 1]?.start ?? -1) >= start) first--;
  let at = start;
  let others = "";
  for (let next = first; (uses[next]?.start ?? end) < end; next++) {
    others += `${text.slice(at, uses[next]?.start)} `;
    at = uses[next]?.end ?? end;
  }
  return { start, end, isShouted: /\p{Lu}{2}/u.test(others + text.slice(at, end)) };
}

/**
 * Words that reports put in capitals to stress them or as a label, alone or in twos. Longer ones need no entry, and
 * three in a row are recognised whatever they are.
 */
const STRESSED: ReadonlySet<string> = new Set(
  `ACTION AGENDA AGREED ALL ALSO ALWAYS AMBER AND ANNEX ANNEXE ANY APPENDIX APPROVED ARE AS AT BE BLACK BLUE BOTH BUT BY
  CLOSED CRITICAL DATE DAY DEFERRED DO DONE DRAFT DUE EACH EITHER END ENDS EVERY EXEMPT FAIL FAILED FALSE FEW FIGURE
  FINAL FIRST FIVE FOR FOUR FREE FROM FULL GIVE GOOD GREEN HAS HAVE HIGH HOW IF IN IS IT ITEM LAST LATE LEAST LESS
  LOST LOW MAIN MAY MEDIUM MEMBERS MIN MINUTES MONTH MORE MOST MOTION MUST NAME NET NEVER NEW NEXT NO NONE NOT NOTE
  NOTED NOTES NOTICE NOW NUMBER OF OLD ON ONE ONLY OPEN OPTION OR OTHER OUT PAGE PART PARTS PASS PASSED PER PLAN
  PLEASE PRIORITY PROPOSED PUBLIC READ RED REJECTED REPORT REQUIRED RESOLVED RISK SAME SITE SIX SLOW SOME STAFF
  STANDARD START STEP STOP SUMMARY TABLE TASK TEXT THAT THE THEY THIS THREE TITLE TO TOP TOTAL TRUE TWO UNTIL UP
  ACCEPT ADOPT AGREE APPOINT APPROVE AUTHOR BOARD CABINET CHAIR CLLR CLLRS CONFIRM CONSIDER CONTACT COUNCIL DECISION DEFER DELEGATE
  DIRECTOR ELECT EMAIL ENDORSE FAX INVITE LEAD MAIL MANAGER OFFICER PANEL PLANNING PURPOSE RECEIVE REFER REFUSE REJECT REQUEST
  RETAIN REVIEW SCRUTINY SUBJECT SUPPORT TEL TIME VENUE JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST OCTOBER NOVEMBER
  DECEMBER URGENT USE VERY WARD WARDS WARNING WAS WAY WE WEEK WHAT WHEN WHO WHY WILL WITH YEAR YEARS YELLOW YES YOU YOUR`.split(
    /\s+/,
  ),
);
const LONG_WORD = /^\p{Lu}{9,}$/u;
/** What a verb is before: "DELEGATE to", "WELCOME the plan". */
const OBJECT_AFTER = /^\s(?:the|that|an?|this|these|those|its|any)\s/u;
const VERB_BEFORE = /(?:^|[;:,(]\s?|(?<!\p{L})(?:to|and|or|shall|should|must|will)\s|^\s*\(?\p{L}\)\s)$/u;
const RUN_BEFORE = /(?:(?<![\p{L}\p{N}'’])[\p{Lu}\p{N}][\p{Lu}\p{N}'’&-]{0,60}\s){0,12}$/u;
const RUN_AFTER = /^s?(?:\s[\p{Lu}\p{N}][\p{Lu}\p{N}'’&-]*(?![\p{L}\p{N}]))*/u;
/** The characters on either side in which neighbours are looked for. */
const NEAR = 60;

/**
 * Whether a word in capitals is shouted rather than short: "you MUST NOT", a heading in capitals, one of three or more
 * in a row.
 */
export function isShouted(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (STRESSED.has(word) || LONG_WORD.test(word) || isVerb(text, start, end) || isOnShoutedLine(text, start, end))
    return true;
  const before = RUN_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start))?.[0] ?? "";
  const after = RUN_AFTER.exec(text.slice(end, end + NEAR))?.[0] ?? "";
  return `${before}${word}${after}`.split(/\s/).filter((one) => /\p{Lu}{2}/u.test(one)).length > 2;
}

function isVerb(text: string, start: number, end: number): boolean {
  return (
    /^\p{Lu}{4,}$/u.test(text.slice(start, end)) &&
    OBJECT_AFTER.test(text.slice(end, end + 8)) &&
    VERB_BEFORE.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** Whether a line in capitals holds a word that is stressed or long: "CHIEF EXECUTIVE", below a signature. */
function isOnShoutedLine(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const [after = ""] = text.slice(end, end + NEAR).split("\n");
  const line = before.slice(before.lastIndexOf("\n") + 1) + text.slice(start, end) + after;
  if (/\p{Ll}/u.test(line)) return false;
  const words = line.match(/\p{Lu}+/gu) ?? [];
  return words.length > 1 && words.some((one) => STRESSED.has(one) || LONG_WORD.test(one));
}

/** "P NAIR", as a title block has it. */
const NAME = /^\s*(?:(?:CLLR|MR|MRS|MS|MISS|DR)\.? )?(?:\p{Lu}\.? ?){1,3} \p{Lu}[\p{Lu}'’-]{2,}\s*$/u;

/**
 * Whether a whole text is in capitals, as a title is: four words or more, a stressed one among them; or the name of a
 * person.
 */
export function isAllShouted(text: string): boolean {
  if (text.length > 200 || /\p{Ll}/u.test(text)) return false;
  if (NAME.test(text)) return true;
  const words = text.match(/\p{Lu}+/gu) ?? [];
  return words.length > 3 && words.some((word) => STRESSED.has(word));
}

/**
 * Words that reports put in capitals to stress them or as a label, alone or in twos. Longer ones need no entry, and three in a row
 * are recognised whatever they are.
 */
const STRESSED: ReadonlySet<string> = new Set(
  `ACTION AGENDA AGREED ALL ALSO ALWAYS AMBER AND ANNEX ANNEXE ANY APPENDIX APPROVED ARE AS AT BE BLACK BLUE BOTH BUT BY
  CLOSED CRITICAL DATE DAY DEFERRED DO DONE DRAFT DUE EACH EITHER END ENDS EVERY EXEMPT FAIL FAILED FALSE FEW FIGURE
  FINAL FIRST FIVE FOR FOUR FREE FROM FULL GIVE GOOD GREEN HAS HAVE HIGH HOW IF IN IS IT ITEM LAST LATE LEAST LESS
  LOST LOW MAIN MAY MEDIUM MEMBERS MIN MINUTES MONTH MORE MOST MOTION MUST NAME NET NEVER NEW NEXT NO NONE NOT NOTE
  NOTED NOTES NOTICE NOW NUMBER OF OLD ON ONE ONLY OPEN OPTION OR OTHER OUT PAGE PART PARTS PASS PASSED PER PLAN
  PLEASE PRIORITY PROPOSED PUBLIC READ RED REJECTED REPORT REQUIRED RESOLVED RISK SAME SITE SIX SLOW SOME STAFF
  STANDARD START STEP STOP SUMMARY TABLE TASK TEXT THAT THE THEY THIS THREE TITLE TO TOP TOTAL TRUE TWO UNTIL UP
  ACCEPT ADOPT AGREE APPOINT APPROVE AUTHOR BOARD CABINET CHAIR CONFIRM CONSIDER CONTACT COUNCIL DECISION DEFER DELEGATE
  DIRECTOR ELECT EMAIL ENDORSE FAX INVITE LEAD MAIL MANAGER OFFICER PANEL PLANNING PURPOSE RECEIVE REFER REFUSE REJECT REQUEST
  RETAIN REVIEW SCRUTINY SUBJECT SUPPORT TEL TIME VENUE JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST OCTOBER NOVEMBER
  DECEMBER URGENT USE VERY WARD WARDS WARNING WAS WAY WE WEEK WHAT WHEN WHO WHY WILL WITH YEAR YEARS YELLOW YES YOU YOUR`.split(
    /\s+/,
  ),
);
const LONG_WORD = /^\p{Lu}{9,}$/u;
const RUN_BEFORE = /(?:(?<![\p{L}\p{N}'’])[\p{Lu}\p{N}][\p{Lu}\p{N}'’&-]{0,60}\s){0,12}$/u;
const RUN_AFTER = /^s?(?:\s[\p{Lu}\p{N}][\p{Lu}\p{N}'’&-]*(?![\p{L}\p{N}]))*/u;
/** The characters on either side in which neighbours are looked for. */
const NEAR = 60;

/** Whether a word in capitals is shouted rather than short: "you MUST NOT", a heading in capitals, one of three or more in a row. */
export function isShouted(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (STRESSED.has(word) || LONG_WORD.test(word)) return true;
  const before = RUN_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start))?.[0] ?? "";
  const after = RUN_AFTER.exec(text.slice(end, end + NEAR))?.[0] ?? "";
  return `${before}${word}${after}`.split(/\s/).filter((one) => /\p{Lu}{2}/u.test(one)).length > 2;
}

/** "P NAIR", as a title block has it. */
const NAME = /^\s*(?:(?:CLLR|MR|MRS|MS|MISS|DR)\.? )?(?:\p{Lu}\.? ?){1,3} \p{Lu}[\p{Lu}'’-]{2,}\s*$/u;

/** Whether a whole text is in capitals, as a title is: four words or more, a stressed one among them; or the name of a person. */
export function isAllShouted(text: string): boolean {
  if (text.length > 200 || /\p{Ll}/u.test(text)) return false;
  if (NAME.test(text)) return true;
  const words = text.match(/\p{Lu}+/gu) ?? [];
  return words.length > 3 && words.some((word) => STRESSED.has(word));
}

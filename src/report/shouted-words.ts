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
 * Leaves out the uses that capitals make doubtful: in "WHO WILL SEND IT" nothing tells whether WHO is a question or an agency. A sentence
 * is taken for shouted where it has no small letter, and a word in capitals that is no short form.
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

/** The sentence of a use that lies behind `from`. */
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

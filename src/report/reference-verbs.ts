/** Takes regular verbs, of which no consonant is doubled, to their forms in the present and the past. */
function formsOf(verbs: string): readonly string[] {
  return verbs.split(" ").flatMap((verb) => {
    if (/[^aeo]y$/u.test(verb)) return [verb, verb.replace(/y$/u, "ies"), verb.replace(/y$/u, "ied")];
    const third = /(?:s|sh|ch)$/u.test(verb) ? `${verb}es` : `${verb}s`;
    return [verb, third, verb.endsWith("e") ? `${verb}d` : `${verb}ed`];
  });
}

/** What somebody does who speaks, and what a text is said to do. */
const SPEECH: ReadonlySet<string> = new Set([
  ...formsOf(
    "allege state urge argue claim assert contend concede deny insist object complain acknowledge criticise praise commend condemn ask plead protest reply respond retort answer demand beg threaten",
  ),
  ..."say says said admit admits admitted".split(" "),
]);

/** What a text is said to do; a saving, a survey or whatever else a report describes does none of it. */
const TEXTUAL: ReadonlySet<string> = new Set([
  ...formsOf(
    "provide require record define prohibit cover list suggest advise reject place name expect propose recommend call refer describe warn contain limit allow entitle oblige impose stipulate specify confirm explain promise note observe identify mention envisage assume conclude accept quote cite direct instruct reserve grant exclude exempt regulate prescribe encourage stress emphasise point rate rank score support oppose favour treat distinguish divide estimate predict forecast address consider discuss repeat add welcome regret apply work rule clarify reiterate defer delegate disapply empower enable endorse guarantee highlight invite lament maintain mandate outline recite restrict reveal summarise tell vest waive",
  ),
  ..."forbid forbids forbade set sets put puts read reads permit permits give gives gave make makes made permitted commit commits committed undertake undertakes undertook deal deals dealt find finds found split splits omit omits omitted speak speaks spoke write writes wrote draw draws drew lay lays laid told foresee foresees foresaw".split(
    " ",
  ),
]);

export function isSpeech(verb: string): boolean {
  return SPEECH.has(verb);
}

/** Whether a verb, in lower case and in the present or the past, is one that only a text or somebody who speaks can do. */
export function isSaying(verb: string): boolean {
  return SPEECH.has(verb) || TEXTUAL.has(verb);
}

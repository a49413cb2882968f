import { answer, denial, line, type MarkingLanguage, marking, markingPattern, sentence, word } from "./table.ts";

const NONE = "(?:na|nac oes|nac ydy|dim|nage|amherthnasol|no|none)\\b";
const WHY = `(?! ?[-:?=,.(]* ?${NONE})(?:(?: ?[-:,.(;=?/]| (?:yn rhinwedd|o dan|dan|tan|oherwydd|gan|yn unol|o|yn|ac|a|hyd|i['’]r))[^]*)?`;
const STATE = "(?:cyfrinachol|gyfrinachol|chyfrinachol|eithriedig|esempt|cyfyngedig)";
const PAPER = "(?:adroddiad|papur|dogfen|eitem|ddogfen|atodiad|adran|rhan|sesiwn)";
const THIS = `(?:(?:y )?(?:wybodaeth|manylion) (?:yn|yng) )?(?:(?:yr?|['’]r) )?(?:adroddiad|papur|ddogfen|dogfen|eitem|atodiad) (?:hwn|hon|yma)`;
/** With "Mae’r" before it, "adroddiad" alone is this one, too. */
const THE = "(?:mae|bod|gan fod)['’]r (?:adroddiad|papur|ddogfen|eitem)";
const SECRET = `(?:(?:yn )?(?:gyfrinachol|eithriedig|esempt|breifat a chyfrinachol|gyfyngedig)|(?:wedi['’]i|wedi ei|i['’]w) (?:h?eithrio|gwahardd)|i['’]w (?:drafod|hystyried|ystyried|chymryd) yn (?:breifat|gyfrinachol)|ddim i['’]w gyhoeddi)`;
const ANNEXES = "(?:(?:n?ht?|h)?atodiad(?:au)?)";
const NAMED = "(?: ?(?:[A-Z]\\d?|\\d{1,2})\\b(?:(?:,| ac?| neu| i)+ (?:[A-Z]\\d?|\\d{1,2})\\b){0,8})?";

/** How papers in Welsh say that they are not public. */
export const welshMarkings: MarkingLanguage = {
  markings: [
    line(
      "NID I’W GYHOEDDI",
      `(?:nid|ddim|dim|heb fod|nid yw) i['’]?w (?:gyhoeddi|ch?yhoeddi|ddatgelu|rannu|ddosbarthu|ryddhau)${WHY}`,
    ),
    line(
      "Adroddiad cyfrinachol ac nid i’w gyhoeddi",
      `(?=[^]*(?:${STATE}|[pb]reifat|gyhoeddi))(?![^]*\\b(?:nid|ddim)(?: yn)? (?:${STATE}|breifat))(?:(?:${STATE}|preifat|breifat|ac?|nid|ddim|heb fod|i['’]w|gyhoeddi|ddatgelu|rannu|yn|adroddiad|papur|dogfen|eitem|rhan|paragraff|atodlen 12a|o dan|[1-9]+|ii?|b)(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}]*){2,20}`,
    ),
    line("Nid ar gyfer y cyhoedd", `(?:nid|ddim|heb fod) ar gyfer (?:y cyhoedd|(?:ei )?ch?yhoeddi)${WHY}`),
    line(
      "Preifat a chyfrinachol",
      `(?:yn )?(?:hollol |cwbl )?(?:preifat a chyfrinachol|breifat ac yn gyfrinachol|cyfrinachol a phreifat|breifat a chyfrinachol)${WHY}`,
    ),
    line(
      "Adroddiad eithriedig",
      `${PAPER} (?:${STATE}|preifat|breifat)(?: ?[-:,(.][^]*| (?:o dan|yn rhinwedd|paragraff)[^]*)?`,
    ),
    line("Wedi’i eithrio", `wedi['’]i h?eithrio(?: rhag (?:ei )?gyhoeddi)?${WHY}`),
    line("Rhan 2 – eithriedig", `rhan (?:2|ii|b) ?[-:,(]* ?(?:${STATE}|preifat|nid i['’]w (?:gyhoeddi|chyhoeddi))[^]*`),
    word(
      "CYFRINACHOL",
      `(?:cyfrinachol|eithriedig|esempt|cyfyngedig|preifat)(?: ?[-:,(] ?(?:paragraff|nid|atodlen|at sylw|i aelodau)[^]*| (?:o dan|yn rhinwedd|rhag)[^]*)?`,
    ),
    marking("GWYBODAETH EITHRIEDIG", { source: "^GWYBODAETH (?:EITHRIEDIG|GYFRINACHOL)$", flags: "u" }, "word", "part"),
    answer(
      "Rhan 1 neu Rhan 2: Rhan 2",
      "rhan (?:1|i|a) ?(?:neu|\\/) ?(?:rhan )?(?:2|ii|b) ?(?:[:?=|.]+|-) ?(?:rhan )?(?:2|ii|b)\\b[^]*",
    ),
    answer(
      "Cyfrinachol: Ydy",
      `(?:gwybodaeth |adroddiad |statws |statws cyhoeddi |dosbarthiad )*(?:${STATE}|cyfrinachedd|statws|dosbarthiad|(?:cyhoeddus|agored) ?(?:neu|\\/) ?(?:preifat|breifat|eithriedig))(?: ?(?:neu|ac?|\\/|,) ?${STATE})?(?: yr? \\w+)?(?: ?\\([^)]{0,100}\\))? ?(?:[:?=|.]+|-) ?(?:ydy|ydi|oes|ie|yes|gwir|${STATE}|preifat|rhan (?:2|ii)\\b|nid i['’]w gyhoeddi|paragraff(?:au)? ?\\(?\\d)[^]*`,
    ),
    answer(
      "A yw’r adroddiad hwn yn gyfrinachol? Ydy",
      `(?:a yw|a ydy|a oes|ydy|oes)[^?:|]{0,120}(?:cyfrinachol|gyfrinachol|eithriedig|esempt|eithrio)[^?:|]{0,120}[?:|]+ ?(?:ydy|ydi|oes|ie|yes)\\b[^]*`,
    ),
    denial(
      "I’w gyhoeddi: Na",
      "(?:i['’]w gyhoeddi|cyhoeddi|ar gyfer y cyhoedd|adroddiad cyhoeddus|ar agor i['’]r cyhoedd) ?[:?=|-]+ ?(?:na|nac ydy|nage|no)\\b[^]*",
    ),

    sentence(
      "Adroddiad cyfrinachol yw hwn",
      `${PAPER} (?:${STATE}|preifat|breifat) (?:yw|ydy|ydi) (?:hwn|hon)`,
      "report",
    ),
    sentence(
      "Mae’r paragraffau canlynol yn eithriedig",
      `(?:paragraffau|paragraff|adran|tabl|wybodaeth|manylion) (?:canlynol|isod|uchod|nesaf) (?:yn )?${SECRET}`,
      "part",
    ),
    sentence(
      "Mae budd y cyhoedd mewn cynnal yr eithriad yn drech",
      "budd y cyhoedd [^.;]{0,60}(?:cynnal|cadw) yr (?:eithriad|esemptiad)[^.;]{0,60} (?:drech|gorbwyso|bwysicach|fwy)",
      "part",
    ),
    sentence(
      "Mae’r adroddiad hwn wedi’i eithrio",
      `(?:mae|bod)(?:['’]r| yr?)? ?${THIS}(?: (?:hefyd|felly|bellach)){0,2} ${SECRET}`,
      "report",
    ),
    sentence(
      "Mae’r adroddiad hwn yn cynnwys gwybodaeth eithriedig",
      `(?:mae|bod|gan fod)(?:['’]r| yr?)? ?${THIS} yn cynnwys (?:gwybodaeth|manylion|deunydd)(?: \\w+){0,2} (?:eithriedig|gyfrinachol|cyfrinachol|esempt|sydd wedi['’]i h?eithrio|a eithrir)`,
    ),
    sentence("Mae’r adroddiad yn gyfrinachol", `${THE} ${SECRET}`, "report"),
    sentence(
      "Mae’r adroddiad yn cynnwys gwybodaeth eithriedig",
      `${THE} yn cynnwys (?:gwybodaeth|manylion|deunydd)(?: \\w+){0,2} (?:eithriedig|gyfrinachol|cyfrinachol|esempt)`,
    ),
    sentence(
      "Ni chaiff y cyhoedd weld yr adroddiad hwn",
      "ni (?:chaiff|all|ddylai) (?:y wasg na['’]r |['’]r |y )cyhoedd[^.;]{0,40} (?:adroddiad|papur|ddogfen|eitem) (?:hwn|hon)",
      "report",
    ),
    sentence(
      "Nid yw’r adroddiad hwn i’w gyhoeddi",
      `(?:nid yw|dyw|ni ddylid|ni chaniateir|ni chaiff)(?:['’]r| yr?)? ?${THIS}(?: ddim)? (?:i['’]w (?:gyhoeddi|chyhoeddi|ddatgelu|rannu|(?:th|d)rafod yn gyhoeddus)|ar gael i['’]r cyhoedd|ei (?:gyhoeddi|ddatgelu))`,
      "report",
    ),
    sentence(
      "Mae gwybodaeth eithriedig yn yr adroddiad hwn",
      "(?:mae|ceir) (?:gwybodaeth|deunydd) (?:eithriedig|gyfrinachol|cyfrinachol|esempt) yn (?:yr?|['’]r) (?:adroddiad|papur|ddogfen|eitem) (?:hwn|hon)",
    ),
    sentence(
      "Eithriwyd yr adroddiad hwn",
      `(?:eithriwyd|eithrir|trafodir|ystyrir|caiff|bydd|bydd y pwyllgor yn trafod) (?:yr? |['’]r )?(?:adroddiad|papur|ddogfen|eitem) (?:hwn|hon)(?: (?:rhag|o gael|yn breifat|yn gyfrinachol|(?:ei|yn cael ei) \\w+ yn (?:breifat|gyfrinachol))|$)`,
      "report",
    ),
    sentence(
      "Ni ddylid cyhoeddi’r adroddiad hwn",
      `(?:ni ddylid|ni chaniateir|peidiwch â) (?:ch?yhoeddi|rhannu|datgelu|dosbarthu)(?:['’]r| yr?)? ?(?:adroddiad|papur|ddogfen|eitem) (?:hwn|hon)`,
      "report",
    ),
    sentence(
      "Dylid gwahardd y cyhoedd tra trafodir yr eitem hon",
      `(?:gwahardd|eithrio|cau allan)(?:['’]r| y)? ?(?:wasg a['’]r )?cyhoedd[^.;]{0,120}? (?:eitem|adroddiad|mater) (?:hon|hwn)`,
    ),
    sentence(
      "Gofynnir i’r panel ystyried yr adroddiad hwn yn breifat",
      "(?:ystyried|thrafod|trafod|drafod)(?:['’]r| yr?)? ?(?:adroddiad|papur|ddogfen|eitem|mater) (?:hwn|hon) yn (?:breifat|gyfrinachol)",
      "report",
    ),
    sentence(
      "Bydd y cyhoedd yn cael eu gwahardd ar gyfer yr eitem hon",
      "cyhoedd[^.;]{0,60} (?:gwahardd|h?eithrio)[^.;]{0,120} (?:eitem|adroddiad|mater) (?:hon|hwn)",
    ),
    sentence(
      "Mae Atodiad 2 wedi’i eithrio",
      `(?:mae|mae['’]r) ?${ANNEXES}${NAMED}(?: i['’]r adroddiad hwn)? (?:hefyd )?${SECRET}`,
      "annex",
    ),
    sentence(
      "Mae Atodiad 2 yn cynnwys gwybodaeth eithriedig",
      `${ANNEXES}${NAMED} yn cynnwys gwybodaeth (?:eithriedig|gyfrinachol|esempt)`,
      "annex",
    ),
    sentence(
      "Nid yw Atodiad 2 i’w gyhoeddi",
      `nid yw(?:['’]r)? ?${ANNEXES}${NAMED} (?:i['’]w gyhoeddi|ar gael i['’]r cyhoedd)`,
      "annex",
    ),
    sentence("Atodiad 2 (eithriedig)", `${ANNEXES}${NAMED} ?[-:([]* ?(?:${STATE}|nid i['’]w gyhoeddi)`, "annex"),
  ],
  apart: ["cyfrinachol", "eithriedig", "preifat a chyfrinachol"],
  negation: /(?:^|[\s("])(?:nid oes|nid|heb|dim|os|ddim)\s[^.;:]{0,60}$/i,
  none: markingPattern(`^\\W*(?:(?:${NONE}|cyhoeddus|agored)\\W*$|nid oes\\b[^.]{0,80}\\.?$)`),
  names: ["cyfrinachol", "eithriedig"],
  reportAndAnnexes: /\b(?:a['’]r|a['’]i|gyda['’]r|ynghyd â)/i,
  paragraph: /\b(?:[mb]?h?[pbm]aragraff(?:au)?|adran(?:nau)?)\b[ -]+[\dA-Z]/i,
  clause: /[;:]| - |, (?:ac?|ond|felly)\b/i,
  law: /\b(?:yn rhinwedd|o dan|yn unol â)[^:;]*?(?=[:;]| - |$)/gi,
  words: /^(?:nid|i'w|gyhoeddi|preifat|a|cyfrinachol|eithriedig|esempt|cyfyngedig|rhan|2|y|yr)$/i,
  question: /^\W*(?:a yw|a ydy|a oes|ydy|oes)\b/i,
  annexOf: markingPattern(
    `(?<![\\p{L}\\p{N}])${ANNEXES}${NAMED},? ?(?:(?:sydd )?(?:ynghlwm )?(?:i|o|yn|wrth)(?: y)?) ?$`,
  ),
  annex: markingPattern(`(?<![\\p{L}\\p{N}])${ANNEXES}(?![\\p{L}])(?<named>${NAMED})`, "giu"),
};

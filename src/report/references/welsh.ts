import type { LanguageOfReferences } from "./english.ts";
import { mutated } from "./welsh-mutations.ts";

/**
 * How Welsh names what reports refer to: words without their mutations. What its rules leave undecided, those of
 * English decide.
 */
export const WELSH: LanguageOfReferences = {
  words: {
    paragraph: `${mutated("paragraff")}(?:au)?`,
    annex: "atodiad(?:au)?",
    recommendation: "h?argymhell(?:iad|ion)",
    section: `${mutated("adran")}(?:nau)?`,
    table: `${mutated("tabl")}(?:au)?`,
    figure: "ffigur(?:au)?|ffig\\.",
    plural: "au|ion",
    number: "rhif(?:au)?",
    and: "a/neu|ac|a|â|neu|na|nac|AC|A|NEU",
    to: "i|I|hyd(?: at)?|tan|at",
    unlikeCounted:
      "ac?|neu|na|i|hyd|uchod|isod|drosodd|yn|ym|yng|ar|am|gan|wrth|dan|mae|yw|oedd|o(?= \\p{Lu}|'r \\p{Lu})",
    of: "o|yn|i|at",
    above: "uchod",
    below: "isod",
    texts: mutated(
      "deddf|deddfau|deddfwriaeth|cod|codau|canllaw|canllawiau|rheoliad|rheoliadau|atodlen|atodlenni|gorchymyn|gorchmynion|cofnodion|cyfansoddiad|cylchlythyr|cyfarwyddeb|confensiwn|cytuniad|statud|rheolau|dyfarniad|siarter|memorandwm|llythyr|llythyrau|cytundeb|contract|prydles|trwydded|polisi|polisïau|strategaeth|protocol|deiseb|llawlyfr|manyleb|hysbysiad|gweithred|cyfamod|apêl|telerau",
    ),
    papers: mutated(
      "adroddiad|adroddiadau|papur|papurau|cynllun|cynlluniau|dogfen|dogfennau|datganiad|prosbectws|fframwaith|tendr|bid|gweithdrefn|tystiolaeth|penderfyniad|gorchwyl|achos|concordat|adolygiad|ymchwiliad|astudiaeth|safonau|bwletin|taflen|nodyn|nodiadau|cwyn|cyfrifon|ymgymeriad|amodau|sylwadau|arolwg",
    ),
    authors: mutated(
      "arolygydd|arolygwyr|arolygiaeth|ombwdsmon|barnwr|llys|tribiwnlys|dyfarnwr|estyn|archwilydd|archwilwyr|archwilio|gweinidog|gweinidogion|ysgrifennydd|comisiynydd|rheoleiddiwr|crwner",
    ),
    plain: mutated(
      "cyngor|cynghorau|pwyllgor|cabinet|gweithrediaeth|bwrdd|panel|aelod|aelodau|swyddog|swyddogion|cyfarwyddwr|cadeirydd|cynghorydd|cyng|partneriaeth|gwasanaeth|gwasanaethau|tîm|awdurdod|fforwm|grŵp|ymddiriedolaeth|ysgol|coleg|prifysgol|ysbyty|heddlu|maer|arweinydd|rheolwr|prif|pennaeth|dirprwy|senedd|ward|cymru|gymraeg|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|argymhelliad|tabl|ffigur|map|opsiwn|cam|cyfnod|amcan|risg|blwyddyn|chwarter|band|safle|ardal",
    ),
  },
  names: {
    law: `~*${mutated("deddf|deddfau|deddfwriaeth|cod|rheoliadau|gorchymyn|cyfansoddiad|confensiwn|statud|cytundeb|contract|prydles|cyfraith")}(?!\\p{L})`,
    this: "~*\\p{L}+ (?:hwn|hon|yma|presennol|bresennol)(?!\\p{L})",
    the: "(?:(?:yr?|ei|eu|ein|eich) )?",
    text: "\\^*~+[^ ,;:()|]*",
    in: "(?:yn|yng|ym|mewn|o dan|dan|o fewn|i|at|gan)(?: |'[ru] )",
    gap: "[\"')\\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:ym|yn|yng|o dan|dan) )?",
    division: `(?<!\\p{L})~*(?:${mutated("adran|adrannau|atodlen|rhan|pennod|erthygl|rheoliad|rheol|cymal|polisi|tudalen|tud|eitem|cofnod|troednodyn|cyfrol|deddf|gorchymyn|cylchlythyr|cyfamod|amod|penderfyniad|safon|nct|tan")})\\.?`,
    end: "(?:[.,;:)\\]”\"']|$| (?:ac?|neu|i|uchod|isod|drosodd|sy'n|sydd|lle|ond|yn|o'r adroddiad hwn)(?!\\p{L}))",
    demands:
      "ei gwneud yn|ei wneud yn|mynnu|gofyn|datgan|dweud|caniatáu|gwahardd|gorfodi|rhwystro|cadarnhau|rhybuddio|pennu|darparu|cynghori|argymell|cydnabod|pwysleisio|nodi (?:bod|y|na|fod)",
  },
  rules: String.raw`internal deep decimal | Gweler 2.1 uchod. | (?:[|(;:,.–—] ?|(?:yn|ym|yng|gweler|ac?|neu|i|o|fel|ar) )§,? \(?(?:(?:o'r|i'r) {this}|(?:uchod|isod)(?!\p{L}))
internal | Mae’r Ddeddf yn glir, fel y dywed paragraff 4 uchod. | §,? \(?(?:uchod|isod|drosodd)(?!\p{L})
internal | Mae’r Cod yn Atodiad A i’r adroddiad hwn. | §,? \(?(?:o'r|i'r|yn yr?|o fewn yr?|yr?) {this}
internal | Mae’r adroddiad hwn (paragraff 4) yn egluro. | {this},? \(?(?:(?:yn arbennig|gweler),? )?(?:ym |yn )?§
external section | Mae’r Ddeddf yn hen, ac mae adran 5 yn newydd. | {law}[^|]*§
external section | Gweler adran 3 a pharagraff 4. | §(?:,| ac?| neu)? \p{L}+aragraff
external section | Gweler paragraff 4 ac adran 175. | p?\p{L}*aragraff(?:au)? [^ ]*(?:,| ac?| neu)? §
external section | Yn adran 5 y mae’r Ddeddf yn nodi hyn. | §[^|]*{law}
external section | Cyhoeddwyd yr hysbysiad adran 6 ym Mai. | ~*(?:hysbysiad|asesiad|grant|swyddog|gorchymyn|cytundeb)(?:au)? §
internal section | Mae adran 5 yn egluro hyn. | §,? \(?(?:yn|'n|ym|yng|uchod|isod|ac?|neu|sy'n|sydd|wedi|ar|am|i|hefyd|lle|gan)(?!\p{L})
external | Gweler paragraff 4 o’r cofnodion. | §,? \(?(?:o(?: |'[riu] )(?!(?:ran|dan|fewn|blaid|hyd|leiaf|hyn)(?!\p{L}))|ohon|ynddo|ynddi|iddo|iddi)
external | Mae paragraff 6 y Cod yn glir. | §,? \(?{in}?{the}(?:\^|{text})
internal deep decimal | Esbonnir hyn ym 3.2. | (?:[|(;:,.–—-] ?(?:gweler|gw\.)(?: hefyd)?|(?<!\p{L})(?:nodir|esbonnir|disgrifir|manylir|amlinellir|cyfeirir ato)(?: hyn)? (?:ym|yn)) §{end}
internal deep | Mae’r llyswennod yn 3.2.1 yn brin. | (?<!\p{L})(?:ym|yn|gweler) §{end}
external | Gweler paragraff 4 ac adran 175. | §(?:,| \(| ac?| ar| neu) ?{division} [\da-z]
external | Gweler eu paragraff 5. | (?:(?<!\p{L})(?:ei|eu|ein|eich|fy|dy|hen|cyn|i'w)|'[iu]) §
external | Gweler Rhan 3, paragraff 4. | {division} \^?(?:[\da-z]{0,2}\d[\da-z]{0,3}|[ivx]{1,4})[./\d]*(?:{gap}|,? (?:ac?|neu) )§
external | Daeth i ben yn groes i baragraff 4. | (?:yn rhinwedd|at ddibenion|ystyr|groes i|\p{L}?h?orri|ddarostyngedig i|(?<!\p{L})dan|diffin\p{L}+ (?:yn|ym)|dibynnu ar|dyfynn\p{L}+) §
external | Pris y tendr – eithriedig: paragraff 14. | h?(?:eithri|esempt)[^;|]*(?::|[(–-]) ?§
internal | Crynhoir y canllawiau ym mharagraff 61. | (?<!\p{L})(?!(?:anghywir|gwir|wir|clir|glir|hir|sir|tir|dir) )\p{L}+(?:ir|wyd)(?: [^,;:()|]*)? (?:ym|yn|at) §
internal | Mae’r Cod wedi’i grynhoi ym mharagraff 61. | (?:wedi(?:'[iu]| e[iu]) |ar gael|ynghlwm)[^,;:()|]* (?:ym|yn|fel) §
internal | Mae’r ymateb i’r archwilydd ym mharagraff 62. | (?:\||[;:,]|, ac) (?:mae|roedd|bydd)(?:'r)? (?:(?! yn |'n )[^,;:()|])* (?:ym|yn) §
internal | Mae’r Cod yn newid; gweler paragraff 4. | (?:gweler|gw\.)(?: hefyd)? §
internal | Bod y pwyllgor yn nodi’r ffigurau ym mharagraff 4. | \| (?:[("]?[\p{L}\d.]{1,4}[.)]+ )?(?:bod )?(?:(?:yr? )?\^?(?:pwyllgor|panel|cabinet|cyngor|bwrdd|gweithrediaeth|aelodau) )?(?:yn |'n )?(?:nodi|argymell|gofyn|ystyried|derbyn)(?:'[ru])?(?: (?!(?:ym|yn) )[\p{L}\p{N}£%.'-]+){0,6} (?:ym|yn) §
external | Nododd y cwmni ym mharagraff 17 fod y safle yn agored. | (?:(?:yn|'n) (?:dweud|dadlau|honni|datgan|mynnu|rhybuddio|awgrymu|nodi|argymell|gofyn)|honn|dywed|nododd|noda(?=[ ])|ychwaneg|dadleu|mynnodd|eglura|cadarnhaodd)[^;:|]* (?:ym|yn) §
external | Gofynnodd yr undeb, ym mharagraff 9, am ragor. | ,(?: ac?)? (?:ym |yn )?§(?: yn (?:benodol|arbennig))?,
external | Anghytunodd y Tribiwnlys. Mae paragraff 71 yn datgan hyn. | [~@][^|]*\| (?:mae )?§,? (?:yn|'n)(?: glir| benodol)? {demands}
internal | Newidiodd y polisi, ac mae paragraff 9 yn egluro. | , (?:ac?|ond|fel) (?:y )?(?:mae )?§
external paragraph | Roedd yr adroddiad diwethaf yn anghywir ym mharagraff 5. | (?:mae|roedd|bydd|oedd)(?:'r| yr?| ei| eu)? (?:[^ ,;:()|]+ ){0,3}?{text}[^;:|]*(?: yn|'n) [^;:|]*§
external paragraph | Mae Adroddiad y Llys (paragraff 8) ar gael. | (?:{text}(?: (?!(?:yn|ar|am) )[^ ,;:()|]+){0,4}|\^[^ ]*(?: \(?\d{4})?){gap}§`,
};

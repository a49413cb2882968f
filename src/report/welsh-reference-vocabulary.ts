/** What this report may be called, behind which "hwn" or "hon" stands. */
export const OUR_PAPERS: readonly string[] =
  "adroddiad|papur|dogfen|diweddariad|nodyn briffio|papur briffio|adroddiad eglurhaol".split("|");

/** Texts of authority, which have paragraphs of their own and are seldom attached to a report. */
export const AUTHORITY: readonly string[] =
  "deddf|deddfau|deddfwriaeth|is-ddeddf|is-ddeddfau|cod|codau|canllaw|canllawiau|rheoliad|rheoliadau|atodlen|atodlenni|gorchymyn|gorchmynion|cofnodion|cyfansoddiad|cylchlythyr|cylchlythyrau|cyfarwyddeb|cyfarwyddebau|confensiwn|cytuniad|statud|statudau|polisi cynllunio cymru|nodyn cyngor technegol|nodiadau cyngor technegol|safonau'r gymraeg|rheolau sefydlog|rheolau gweithdrefn|rheolau caffael|dyfarniad|dyfarniadau|siarter|memorandwm esboniadol|nodiadau esboniadol".split(
    "|",
  );

/** Other texts that may have numbered paragraphs. */
export const TEXTS: readonly string[] =
  "adroddiad|adroddiadau|papur gwyn|papur gwyrdd|papur ymgynghori|papur|papurau|llythyr|llythyrau|cytundeb|cytundebau|contract|contractau|prydles|prydlesi|prydlesau|trwydded|trwyddedau|cynllun|cynlluniau|polisi|polisïau|strategaeth|strategaethau|protocol|protocolau|deiseb|deisebau|llawlyfr|memorandwm|dogfen|dogfennau|datganiad|datganiadau|datganiad tyst|e-bost|e-byst|prosbectws|manyleb|trawsgrifiad|fframwaith|tendr|tendrau|bid|hysbysiad|hysbysiadau|gweithdrefn|gweithdrefnau|tystiolaeth|penderfyniad apêl|llythyr penderfyniad|cylch gorchwyl|telerau ac amodau|achos busnes|concordat|gweithred|gweithredoedd|cyfamod|cyfamodau|adolygiad|ymchwiliad|astudiaeth|safonau|bwletin|taflen|nodyn cyngor|nodyn canllaw|mesur iaith|cwyn|apêl|cyfrifon|ymgymeriad|amodau".split(
    "|",
  );

/** Those who write to a council, or decide over it. */
export const AUTHORS: readonly string[] =
  "arolygydd|arolygwyr|arolygiaeth|arolygiaeth gofal cymru|ombwdsmon|barnwr|barnwyr|llys|tribiwnlys|dyfarnwr|dyfarnydd|estyn|agc|archwilydd|archwilwyr|archwilio cymru|gweinidog|gweinidogion|ysgrifennydd gwladol|comisiynydd|rheoleiddiwr|rheoleiddiwyr|crwner|cymrodeddwr|hawlydd|hawlwyr|achwynydd|achwynwyr|ymgeisydd|ymgeiswyr|apelydd|apelyddion|datblygwr|datblygwyr|deisebwyr|llywodraeth cymru|llywodraeth y du|bargyfreithiwr|gwrthwynebydd|gwrthwynebwyr|landlord|landlordiaid|tenant|tenantiaid|contractwr|contractwyr|gweithredwr|ymgynghorwyr|ymgynghorydd|perchennog|perchnogion|syrfëwr|prisiwr|tystion".split(
    "|",
  );

/** Bodies, officers and months that begin with a capital and have no paragraphs. */
export const BODIES: readonly string[] =
  "cyngor|cynghorau|pwyllgor|pwyllgorau|cabinet|gweithrediaeth|bwrdd|panel|aelod|aelodau|swyddog|swyddogion|cyfarwyddwr|cadeirydd|cynghorydd|cynghorwyr|cyng|partneriaeth|gwasanaeth|gwasanaethau|tîm|adran|awdurdod|fforwm|grŵp|ymddiriedolaeth|ysgol|ysgolion|coleg|prifysgol|ysbyty|heddlu|maer|arweinydd|rheolwr|prif|pennaeth|dirprwy|senedd|ward|cymru|gymraeg|saesneg|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr".split(
    "|",
  );

/** Parts of laws, plans and papers that stand before or behind the number of a paragraph. */
export const DIVISIONS: readonly string[] =
  "adran|adrannau|atodlen|atodlenni|rhan|rhannau|pennod|penodau|erthygl|erthyglau|rheoliad|rheoliadau|rheol|rheolau|cymal|cymalau|polisi|polisïau|tudalen|tudalennau|tud|eitem|cofnod|troednodyn|cyfrol|is-ddeddf|deddf|gorchymyn|cyfarwyddeb|cylchlythyr|cyfamod|amod|amodau|penderfyniad|safon|safonau".split(
    "|",
  );

/** Numbered things of a report's own, and words before a year, which lend no paragraph their name: "Argymhelliad 4 (paragraff 27)". */
export const OUR_NUMBERED: readonly string[] =
  "argymhelliad|argymhellion|tabl|ffigur|siart|map|blwch|opsiwn|opsiynau|dewis|cam|camau|cyfnod|blaenoriaeth|amcan|canlyniad|risg|cwestiwn|thema|targed|blwyddyn|chwarter|band|lefel|haen|cynnig|nod|lot|plot|safle|parth|llwybr|bloc|ardal|ers|erbyn|yn|o|tan|am|rhwng|wedi|cyn|mewn|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr".split(
    "|",
  );

/** Before a name that is a person's. */
export const PERSONS = "Cyng|Cynghorydd|Y Cynghorydd|Mr|Mrs|Ms|Miss|Dr|Y Parch|Henadur|Syr|Y Fonesig";

/** What is done in the manner of the law is done under a paragraph of it. */
export const LEGAL =
  "yn rhinwedd|at ddibenion|(?:o fewn|yn) ystyr|yn (?:groes i|unol â gofynion)|(?:groes i|torri|dorri|thorri|cydymffurfio â|gydymffurfio â|chydymffurfio â)|(?:diffinnir|ddiffinnir|diffiniwyd|ddiffiniwyd|ddiffinio|diffinio|diffiniad) (?:yn|ym|o dan)|er gwaethaf|(?:yn|'n) ddarostyngedig i|a (?:wnaed|wneir) o dan|(?:dibynnu|ddibynnu) ar|(?:dyfynnu|ddyfynnu|dyfynnir)";

/** Words of what is exempt. "Ac eithrio" is "except". */
export const EXEMPT = "h?eithriedig|(?:h?eithri|eithrio?)(?:wyd|ir)|(?<!ac )h?eithrio(?!'r)|h?esempt|h?esemptio";

/** An exception, which may be one from anything. */
export const EXCEPTION = "h?eithriad(?:au)?";

/** Prepositions that may stand between a text and its paragraph. */
export const PLACING = "ym|yn|yng|o dan|dan|o";

/** What a text of authority does in its paragraphs, and a report's own seldom. */
export const NORMATIVE =
  "ei gwneud yn ofynnol|ei gwneud yn glir|ei wneud yn ofynnol|mynnu|gofyn|datgan|dweud|caniatáu|gwahardd|gorfodi|rhwystro|cadarnhau|rhybuddio|pennu|darparu|cynghori|argymell|cydnabod|pwysleisio|nodi (?:bod|y|na|fod)";

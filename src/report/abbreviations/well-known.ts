/**
 * Those that the GOV.UK style guide, "Abbreviations and acronyms", names as so well known that they need not be
 * explained.
 */
const GOV_UK = "DVLA EU MP US UK VAT";

/**
 * Our own judgement, by the same guide's test: that four in five people in the United Kingdom understand the short form
 * and use it. Public bodies' own guides agree for some of them (NHS, GP, HMRC, PDF and JPG: Social Security Scotland;
 * BBC, IT: Government Commercial Agency). What only those know who work with a council is left out: LGA, SEND, DfE.
 */
const JUDGED = `
  A&E AD AGM AI AIDS AM ATM BA BBC BC BST BT CBE CCTV CD CEO CO2 COVID CSV CV DIY DNA DVD FAQ GB GCSE GMT GP GPS HIV HM HMRC HQ HTML
  HTTP HTTPS ID IT ITV JPEG JPG MBE MOT NATO NHS OBE OK PC PDF PhD PIN PM PNG Q&A RAF SMS SOS TV UN URL USA USB VIP WC WWW XML B&B`;

/** Short forms that need no definition, in the singular. `known:` in `site.yml` adds to them. */
export const KNOWN_ABBREVIATIONS: ReadonlySet<string> = new Set(`${GOV_UK} ${JUDGED}`.split(/\s+/));

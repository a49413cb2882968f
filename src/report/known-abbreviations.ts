/**
 * Short forms that need no definition: those that the GOV.UK style guide ("Abbreviations and acronyms") leaves unexplained
 * because readers know them better than their long forms, with units of measure and of time. `known:` in `site.yml` adds to them.
 */
export const KNOWN_ABBREVIATIONS: ReadonlySet<string> = new Set([
  ..."AD AM AM/PM BBC BC BST CD CEO CO2 COVID COVID-19 DNA DVD EU FAQ GB GBP GMT GP HIV HM HTML HTTPS ID IT ITV MP MPs NATO NHS OK PC PDF PIN PM POW Q&A SMS TV UK UN URL USA US USB VAT VIP WC WWW XML".split(
    " ",
  ),
]);

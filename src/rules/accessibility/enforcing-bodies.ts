/** Who enforces the regulations, and how statements name it. */
export interface EnforcingBody {
  /** As the law of a nation has it. */
  readonly name: string;
  /** Its names, and those of who hears complaints for it, in English and Welsh. */
  readonly words: RegExp;
  readonly hosts: RegExp;
}

/** Every body that enforces the regulations in one of the nations. */
const ENFORCING_BODIES: readonly EnforcingBody[] = [
  {
    name: "Equality and Human Rights Commission",
    words:
      /equalit(?:y|ies) (?:and|&) human rights commission|\bEHRC\b|equality advisory(?: (?:and|&) support)? service|\bEASS\b|[cg]h?omisiwn cydraddoldeb a hawliau dynol|n?[gw]h?asanaeth cynghori a chymorth (?:ar )?gydraddoldeb|n?[gw]h?asanaeth cynghori a chymorth cydraddoldeb/i,
    hosts: /(?:^|\.)(?:equalityadvisoryservice|equalityhumanrights)\.com$/,
  },
  {
    name: "Equality Commission for Northern Ireland",
    words:
      /equalit(?:y|ies) commission(?: for|,)? (?:northern ireland|NI\b)|\bECNI\b|[cg]h?omisiwn cydraddoldeb gogledd iwerddon/i,
    hosts: /(?:^|\.)equalityni\.org$/,
  },
];

/** The bodies that words name. */
export function bodiesNamed(words: string): readonly EnforcingBody[] {
  return ENFORCING_BODIES.filter((body) => body.words.test(words));
}

/** The body to whose website an address leads. */
export function bodyAt(url: string): EnforcingBody | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return ENFORCING_BODIES.find(({ hosts }) => hosts.test(host));
}

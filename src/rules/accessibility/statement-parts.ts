import { bodyAt } from "./enforcing-bodies.ts";
import type { Statement } from "./statement-page.ts";

/** A part that regulation 8(4) asks for, and how it is known; the examples are its own tests. */
interface StatementPart {
  /** Which words of the regulation ask for it. */
  readonly source: string;
  /** What is not there. */
  readonly missing: string;
  readonly fix: string;
  /** Words by which a comment that is left says that this part is still to be written. */
  readonly about: RegExp;
  readonly isIn: (statement: Statement) => boolean;
  /** Sentences of statements, in Markdown, in which the part is. */
  readonly examples: readonly string[];
  /** Sentences that come near to it, in which it is not. */
  readonly others: readonly string[];
}

const NOT_ACCESSIBLE =
  /\b(?:non-accessible|inaccessible|unaccessible)\b|(?:\b(?:not|cannot)|n['’]t)(?: \w+){0,3}? accessible\b|(?:\bnot|n['’]t) (?:yet )?(?:\w+ )?(?:compliant|comply|conform)\b|\bnone(?: \w+){0,6} accessible\b|\baccessibility (?:issues|problems|faults|failures) (?:that|which|we|of which)\b|^(?:(?:known|current) )?(?:accessibility )?(?:issues|problems|limitations)$|\b(?:known|current) (?:accessibility )?(?:issues|problems|limitations)\b|anhygyrch|\b(?:nid|nad|ddim|heb)(?: [\p{L}'’]+){1,8}? hygyrch/iu;
const FAULT =
  /\bfails\b|\bfail(?:ing)? (?:the|to meet|WCAG|success)\b|success criteri|disproportionate burden|\bnon-compliances? with\b|\b(?:(?:do|does|did) not|(?:do|does|did)n['’]t) (?:\w+ )?(?:have|include|contain|work|meet|describe|identify|use|follow|tell)\b|(?:\bcannot|\bcan['’]t) (?:always )?be (?:read|reached|used|accessed|navigated|operated|seen|heard|understood|resized|described)\b|(?:\bnot|n['’]t) (?:been )?(?:\w+ )?(?:tagged|marked|described|label+ed|structured|captioned)\b|\b(?:have|has|with) no\b|\b(?:is|are) (?:missing|lost|low)\b|\bmissing alt|\b(?:lacks?|lacking|scanned)\b|maen prawf|meini prawf|baich anghymesur|\bnid oes\b|\bdiffyg\b|\bmethu\b|\b(?:heb|dim) (?:ei |eu )?(?:d?h?agiau|th?estun|benawdau)\b|cydymffurfio ddim|nid yw['’]r (?:wefan|safle)(?: hon)? yn cydymffurfio/i;
const COMPLIANT =
  /\b(?:fully|wholly) (?:compliant|accessible)\b|\b(?:is|are) compliant\b|\bfully (?:complies|conforms|meets)\b|\b(?:complies|conforms) (?:fully|in full)\b|cydymffurfio['’]n (?:llawn|llwyr)|yn gwbl hygyrch/i;
const DENIED = /(?:\b(?:not|non|partially)|n['’]t)[ -](?:\w+ ){0,2}?(?:fully|compliant)|\b(?:nid|nad)\b/i;
const REASON =
  /\b(?:because|means)\b|\b(?:due|owing) to\b|\breasons?\b|\b(?:scope|exempt)\b|\b(?:as|since) (?:they|it|we|these)\b|\bso (?:that )?(?:they|people|users|screen readers?)\b|rhesymau|oherwydd|\bam (?:nad|nid|fod|eu bod)\b|cwmpas/i;
const REQUEST =
  /\brequest\b|\bformats?\b|\b(?:large|bigger) print\b|\bbraille\b|\beasy[ -]read\b|\b(?:accessible|another|different|alternative) (?:copy|copies|versions?)\b|\bfformat(?:au)?\b|print bras|hawdd ei ddarllen|\bg?ofyn am\b/i;
const CONTACT_WORDS =
  /\bcontact\b|\bforms?\b|\bfeedback\b|\bget in touch\b|\b(?:tell|let) us\b|\b(?:report|reporting|raise) (?:an?|any|it|this|accessib\w+|problems?|issues?)\b|\b(?:enquir|inquir|complain)|\bask (?:us|for)\b|[cg]h?ysyll?t|gyswllt|ffurflen|adborth|rhoi gwybod|rhowch wybod/i;
const CONTACT_ADDRESS =
  /(?:^|[^a-z])(?:contact(?:-?us)?|e?forms?|feedback|enquir(?:y|ies)|report-(?:it|a-problem)|get-in-touch|cysylltu|ffurflen(?:ni)?|adborth)(?![a-z])/i;
const ENFORCEMENT_WORDS = /\benforcement\b|gorfodi|\borfodi/i;

/** The parts that regulation 8(4) of the Accessibility Regulations asks for whatever a website is like. */
export const STATEMENT_PARTS: readonly StatementPart[] = [
  {
    source: "8(4)(a)",
    missing: "which parts of the content are not accessible and why, or that all of it is",
    fix: "name what is not accessible, such as attached PDFs, below a heading such as `## Non-accessible content`; or say that the website is fully compliant, if it was tested and is",
    about: /accessible|hygyrch/i,
    isIn: ({ blocks }) =>
      sentencesOf(blocks).some(
        (words) => NOT_ACCESSIBLE.test(words) || FAULT.test(words) || (COMPLIANT.test(words) && !DENIED.test(words)),
      ),
    examples: [
      "Files that are attached to reports may not be accessible.",
      "We know some parts of this website are not fully accessible:",
      "Parts of this site aren’t yet accessible.",
      "## Non-accessible content",
      "## Known issues",
      "None of the maps is accessible.",
      "Some content does not meet the standard.",
      "Our charts cannot be read by a screen reader.",
      "Users may have difficulty with older documents, which were scanned.",
      "### Non-compliance with the accessibility regulations",
      "This website is fully compliant with the Web Content Accessibility Guidelines.",
      "## Cynnwys nad yw’n hygyrch",
      "Nid yw’r cynnwys a restrir isod yn hygyrch.",
      "Mae’r wefan hon yn cydymffurfio’n llawn â’r canllawiau.",
    ],
    others: [
      "We want everybody to be able to use this website.",
      "This website is partially compliant with the guidelines.",
      "We are committed to making our website accessible.",
      "If you need something that is not accessible, tell us.",
      "If you think that we do not meet the requirements, tell us.",
      "Mae’r wefan hon yn cydymffurfio’n rhannol â’r safon.",
    ],
  },
  {
    source: "8(4)(a)",
    missing: "why content is not accessible",
    fix: "give the reason for each thing that is not accessible, such as the success criterion that it fails",
    about: /accessible|hygyrch/i,
    // Where nothing is said not to be accessible, that is what is missing.
    isIn: ({ blocks }) => {
      const sentences = sentencesOf(blocks);
      return (
        sentences.some((words) => FAULT.test(words) || REASON.test(words)) ||
        !sentences.some((words) => NOT_ACCESSIBLE.test(words))
      );
    },
    examples: [
      "They cannot be read aloud because they were scanned.",
      "This fails success criterion 1.1.1.",
      "Some charts have no alternative text.",
      "Some tables do not have row headers.",
      "Headings are not marked up, so screen readers skip them.",
      "## Disproportionate burden",
      "The content is not accessible for the following reasons.",
      "Mae hyn yn methu maen prawf llwyddiant 1.1.1.",
      "Nid oes testun amgen gan rai delweddau.",
    ],
    others: [
      "Files that are attached to reports may not be accessible.",
      "Parts of this website are inaccessible.",
      "Some of it is not accessible. This website has not been tested yet, so we do not say that it complies.",
      "Some of it is not accessible. If you are not happy with how we respond to your complaint, tell us.",
    ],
  },
  {
    source: "8(4)(c)",
    missing: "a link to a contact form",
    fix: "describe the council's contact form and link it, such as `[contact form](https://www.example.gov.uk/contact)`; an e-mail address or a page of this site can be given as well, and is no form",
    about: /contact|form\b|[cg]ysyll?t|gyswllt|ffurflen/i,
    isIn: ({ links }) =>
      links.some(
        ({ words, url }) =>
          isWebAddress(url) &&
          bodyAt(url) === undefined &&
          (CONTACT_WORDS.test(words) || CONTACT_ADDRESS.test(pathOf(url))),
      ),
    examples: [
      "Fill in our [online form](https://www.example.org/team).",
      "[Report an accessibility problem](https://www.example.org/web).",
      "Tell us [on our website](https://www.example.org/contact-us/).",
      "Llenwch [ein ffurflen gyswllt](https://www.example.org/ni).",
      "[Cysylltwch â ni](https://www.example.org/cy).",
    ],
    others: [
      "Email [contact the team](mailto:team@example.org) to tell us.",
      "See [Contact us](contact.md).",
      "Read the [Web Content Accessibility Guidelines](https://www.example.org/information/).",
      "[Contact the Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/).",
    ],
  },
  {
    source: "8(4)(c)",
    missing: "that readers may ask for what is left out, such as in another format",
    fix: "say that the same form is for requests, such as for a report in another format",
    about: /contact|format|request|[cg]ysyll?t|gyswllt/i,
    isIn: ({ blocks }) => blocks.some(({ words }) => REQUEST.test(words)),
    examples: [
      "Tell us if you need one in another format.",
      "You can ask for large print.",
      "We’ll consider your request.",
      "Os oes angen gwybodaeth arnoch mewn fformat gwahanol, dywedwch.",
      "Gallwch ofyn am bapur mewn print bras.",
      "Anfonwch atom i ofyn am gopi.",
    ],
    others: ["If you find a problem, contact us.", "You can print a report with its paragraph numbers."],
  },
  {
    source: "8(4)(d)",
    missing: "a link to the enforcement procedure",
    fix: "link who hears complaints about the council's answer, as `npx scrutineer init` writes it below `## Enforcement procedure`",
    about: /enforce|gorfodi|complain|cwyn/i,
    isIn: ({ links }) =>
      links.some(
        ({ words, url }) =>
          bodyAt(url) !== undefined || (isWebAddress(url) && (ENFORCEMENT_WORDS.test(words) || isOfRegulations(url))),
      ),
    examples: [
      "Contact the [EASS](https://www.equalityadvisoryservice.com/app/ask).",
      "Contact the [Commission](https://www.equalityni.org/Home).",
      "See the [enforcement procedure](https://www.legislation.gov.uk/uksi/2018/952/part/5).",
    ],
    others: [
      "Contact the Equality Advisory and Support Service (EASS).",
      "The Equality and Human Rights Commission is responsible for enforcing the regulations.",
      "Use our [complaints form](https://www.example.org/complaints).",
    ],
  },
];

/** The sentences, but for those about what a reader may find, which say nothing of the website. */
function sentencesOf(blocks: Statement["blocks"]): readonly string[] {
  return blocks
    .flatMap(({ words }) => words.split(/(?<=[.!?;]) /))
    .filter((sentence) => !/^(?:if|os)\b/i.test(sentence));
}

function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : "";
}

/** Whether an address leads to the regulations themselves. */
function isOfRegulations(url: string): boolean {
  return /^https?:\/\/www\.legislation\.gov\.uk\/uksi\/2018\/952\//i.test(url);
}

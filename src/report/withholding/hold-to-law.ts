import type { Finding, Raise, RuleId } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import { exampleParagraph, exemptParagraphs, formatExemptParagraphs, JURISDICTIONS } from "../../law/laws.ts";
import type { Withholding } from "../../model/report.ts";
import { formatPath } from "../../yaml/read-mapping.ts";
import { type Confidentiality, UNEXPLAINED } from "../frontmatter/forms.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";

/**
 * Holds what a report says of withholding, of itself and of its annexes, to the law of its committee. Raises each paragraph that the
 * law does not have; what names one is withheld without a reason then.
 */
export function holdToLaw(reading: FrontmatterReading, law: Law, raise: Raise): FrontmatterReading {
  const { confidentiality, frontmatter, placeOf } = reading;
  if (confidentiality === "withheld without a reason") {
    const hasTest = law.publicInterest !== undefined;
    raise({
      rule: "confidential-reason",
      place: placeOf(["confidential"]),
      message: "`confidential: Yes` gives no reason for withholding the report",
      fix: `state the basis: \`confidential: {paragraphs: [${exampleParagraph(law)}], reason: …, ${hasTest ? "public-interest: …, " : ""}review: 2026-03-31}\``,
      quotesNothing: true,
    });
  }
  const isKnown = (withholding: Withholding, path: readonly (string | number)[], rule: RuleId): boolean => {
    const problems = problemsByLaw(withholding, law);
    for (const { field, message, fix } of problems) {
      const at = [...path, "confidential", ...field];
      raise({ rule, place: placeOf(at), message: `${formatPath(at)} ${message}`, fix, quotesNothing: true });
    }
    return problems.length === 0;
  };
  const isLawful = (withholding: Withholding, path: readonly (string | number)[], rule: RuleId): boolean => {
    if (!isKnown(withholding, path, rule)) return false;
    if (isTestUnanswered(withholding, law))
      raise({ ...untested(law), place: placeOf([...path, "confidential", "paragraphs"]) });
    return true;
  };
  // What was released says, too, under what it was withheld; nobody need weigh any longer whether it is to be.
  const { released } = frontmatter;
  if (released !== undefined) isKnown(released.from, [], "confidential-flag");
  const isStatedLawful = typeof confidentiality === "string" || isLawful(confidentiality, [], "confidential-flag");
  const annexes = frontmatter.annexes.map((annex, index) => {
    const { withholding } = annex;
    return withholding === undefined || isLawful(withholding, ["annexes", index], "frontmatter-field-value")
      ? annex
      : { ...annex, withholding: UNEXPLAINED };
  });
  const held: Confidentiality = isStatedLawful ? confidentiality : "withheld without a reason";
  return { ...reading, confidentiality: held, frontmatter: { ...frontmatter, annexes } };
}

/** What in a withholding the law does not have, and the field that says it; nothing in these words was typed by an author. */
interface LawProblem {
  readonly field: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

/** What a withholding names that the law does not have: a paragraph, or a test of the public interest. */
export function problemsByLaw({ paragraphs, publicInterest }: Withholding, law: Law): readonly LawProblem[] {
  const unknown = paragraphs.flatMap((number, index): LawProblem[] =>
    isHeld(number, law) ? [] : [{ field: ["paragraphs", index], ...problemOfParagraph(law) }],
  );
  if (unknown.length > 0 || publicInterest === undefined) return unknown;
  const tested = law.publicInterest?.paragraphs ?? [];
  if (paragraphs.some((number) => tested.includes(number))) return [];
  const whose =
    law.publicInterest === undefined ? `the law of ${law.jurisdiction}` : "the law, for what is named here,";
  const message = `answers a test of the public interest, which ${whose} does not have`;
  return [
    { field: ["public-interest"], message, fix: "say in `reason` why it is withheld, and delete `public-interest`" },
  ];
}

/** Whether the law exempts only what passes a test of the public interest, and nothing is said of it, in the reason either. */
export function isTestUnanswered({ paragraphs, publicInterest, reason = "" }: Withholding, law: Law): boolean {
  const tested = law.publicInterest?.paragraphs ?? [];
  return publicInterest === undefined && !OF_TEST.test(reason) && paragraphs.some((number) => tested.includes(number));
}

const OF_TEST = /\bpublic interest\b|\b(?:fudd|budd|les|lles) y cyhoedd\b/i;

/** What is said where such a test is not answered. */
export function untested(law: Law): Omit<Finding, "place"> {
  return {
    rule: "public-interest",
    message: `the law exempts this only while the public interest in withholding it outweighs that in disclosing it (${law.publicInterest?.source}), and nothing says that it does`,
    fix: "say why in `public-interest:`, beside the reason; it is printed in the notice",
    quotesNothing: true,
  };
}

function isHeld(number: number, law: Law): boolean {
  return exemptParagraphs(law).includes(number);
}

/** Says nothing of what was typed, which may be withheld. */
function problemOfParagraph(law: Law): { readonly message: string; readonly fix: string } {
  const numbers = formatExemptParagraphs(law);
  const { jurisdiction, notHeld, schedule } = law;
  const others = JURISDICTIONS.filter((other) => other !== jurisdiction);
  const missing =
    notHeld.length === 0
      ? ""
      : `; the words of ${notHeld.slice(0, -1).join(", ")} and ${notHeld.at(-1)} are not held, so no notice can show them`;
  const meanwhile =
    notHeld.length === 0
      ? ""
      : ", or `confidential: Yes` where it is one whose words are not held (members' copies for a meeting are then not made)";
  return {
    message: `must be a number ${numbers}, the paragraphs of ${schedule}${missing}`,
    fix: `write a number ${numbers}${meanwhile}; if the law is not that of ${jurisdiction}, say in \`site.yml\` whose it is, of the council or in the entry of a joint committee: \`jurisdiction: ${others.slice(0, -1).join("`, `")}\` or \`${others.at(-1)}\``,
  };
}

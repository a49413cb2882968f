import type { Raise, RuleId } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import { exampleParagraph, exemptParagraphs, formatExemptParagraphs, JURISDICTIONS } from "../../law/laws.ts";
import type { Withholding } from "../../model/report.ts";
import { formatPath } from "../../yaml/read-mapping.ts";
import { type Confidentiality, UNEXPLAINED } from "../frontmatter/forms.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";

/**
 * Holds what a report says of withholding, of itself and of its annexes, to the law of the site's nation. Raises each paragraph that the
 * law does not have; what names one is withheld without a reason then.
 */
export function holdToLaw(reading: FrontmatterReading, law: Law, raise: Raise): FrontmatterReading {
  const { confidentiality, frontmatter, placeOf } = reading;
  if (confidentiality === "withheld without a reason") {
    raise({
      rule: "confidential-reason",
      place: placeOf(["confidential"]),
      message: "`confidential: Yes` gives no reason for withholding the report",
      fix: `state the basis: \`confidential: {paragraphs: [${exampleParagraph(law)}], reason: …, review: 2026-03-31}\``,
      quotesNothing: true,
    });
  }
  const isLawful = (paragraphs: readonly number[], path: readonly (string | number)[], rule: RuleId): boolean => {
    const unknown = paragraphs.flatMap((number, index) => (isHeld(number, law) ? [] : [index]));
    for (const index of unknown) {
      const { message, fix } = problemOfParagraph(law);
      const at = [...path, "confidential", "paragraphs", index];
      raise({ rule, place: placeOf(at), message: `${formatPath(at)} ${message}`, fix, quotesNothing: true });
    }
    return unknown.length === 0;
  };
  const held = (stated: Confidentiality): Confidentiality =>
    typeof stated === "string" || isLawful(stated.paragraphs, [], "confidential-flag")
      ? stated
      : "withheld without a reason";
  const annexes = frontmatter.annexes.map((annex, index) => {
    const { withholding } = annex;
    return withholding === undefined || isLawful(withholding.paragraphs, ["annexes", index], "frontmatter-field-value")
      ? annex
      : { ...annex, withholding: UNEXPLAINED };
  });
  return { ...reading, confidentiality: held(confidentiality), frontmatter: { ...frontmatter, annexes } };
}

/** What is wrong where a withholding names a paragraph that the law does not have; nothing where it has all of them. */
export function problemOfParagraphs(
  { paragraphs }: Withholding,
  law: Law,
): { readonly message: string; readonly fix: string } | undefined {
  return paragraphs.every((number) => isHeld(number, law)) ? undefined : problemOfParagraph(law);
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
  const meanwhile = notHeld.length === 0 ? "" : ", or `confidential: Yes` where it is one whose words are not held";
  return {
    message: `must be a number ${numbers}, the paragraphs of ${schedule}${missing}`,
    fix: `write a number ${numbers}${meanwhile}; if the council is not in ${jurisdiction}, say in \`site.yml\` where it is: \`jurisdiction: ${others.slice(0, -1).join("`, `")}\` or \`${others.at(-1)}\``,
  };
}

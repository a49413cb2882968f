import type { ContainerDirective } from "mdast-util-directive";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import { exampleParagraph } from "../../law/laws.ts";
import type { Withholding } from "../../model/report.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { placeOnLine, type Readable, typedText } from "../../text/place.ts";
import { UNEXPLAINED, withholdingFields, withholdingForm } from "../frontmatter/forms.ts";
import { isTestUnanswered, problemsByLaw, untested } from "./hold-to-law.ts";

/** Why a passage is withheld, as the braces after `:::exempt` say; raises what they do not say, and what is not understood. */
export function readPassageWithholding(
  text: Readable,
  directive: ContainerDirective,
  law: Law,
  raise: Raise,
): Withholding {
  const number = exampleParagraph(law);
  const test = law.publicInterest === undefined ? "" : ' public-interest="…"';
  const example = `write it as :::exempt{paragraphs=${number} reason="…"${test} review=2026-03-31}`;
  const line = directive.position?.start.line ?? 1;
  const opening = typedText(text, directive).split("\n", 1).join("").trimEnd();
  const place = placeOnLine(text, line, 1, opening.length + 1);
  const { paragraphs, ...others } = directive.attributes ?? {};
  const unquoted = opening.replace(/"[^"]*"|'[^']*'/g, '""');
  const names = [...unquoted.matchAll(/[{\s"]([\w-]+)\s*=/g)].map(([, name = ""]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    raise({ rule: "exempt-attributes", place, message: `${repeated} is twice in the braces`, fix: example });
    return UNEXPLAINED;
  }
  if (paragraphs === undefined && Object.keys(others).length === 0) {
    const message = "this passage gives no reason for withholding it";
    const fix = `state the basis, such as :::exempt{paragraphs=${number}${test}}`;
    raise({ rule: "confidential-reason", place, message, fix, quotesNothing: true });
    return UNEXPLAINED;
  }
  const listed = paragraphs?.split(/[\s,]+/).filter((part) => part !== "");
  const result = withholdingForm.safeParse(listed === undefined ? others : { ...others, paragraphs: listed });
  if (result.success) {
    const problems = problemsByLaw(result.data, law);
    for (const { field, message, fix } of problems)
      raise({ rule: "exempt-attributes", place, message: `${field[0]} ${message}`, fix, quotesNothing: true });
    if (problems.length > 0) return UNEXPLAINED;
    if (isTestUnanswered(result.data, law)) raise({ ...untested(law), place });
    return result.data;
  }
  for (const issue of result.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const name of unknown) {
      const knownWord = closestMatch(name, withholdingFields);
      const offer = knownWord === undefined ? "" : `; did you mean ${knownWord}?`;
      raise({
        rule: "exempt-attributes",
        place,
        message: `${name} does not belong in the braces${offer}`,
        fix: example,
      });
    }
    if (unknown.length > 0) continue;
    const [field] = issue.path;
    const message = `${String(field ?? "what is in the braces")} ${issue.message}`;
    const isReason = issue.code === "custom" && issue.params?.quotesNothing === true;
    const isOwnWords = field === "basis" || field === "paragraphs" || isReason;
    raise({ rule: "exempt-attributes", place, message, fix: example, ...(isOwnWords ? { quotesNothing: true } : {}) });
  }
  return UNEXPLAINED;
}

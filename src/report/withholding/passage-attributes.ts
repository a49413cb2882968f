import type { ContainerDirective } from "mdast-util-directive";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Withholding } from "../../model/report.ts";
import type { ParsedText } from "../../model/tree.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { placeOnLine, typedText } from "../../text/place.ts";
import { UNEXPLAINED, withholdingFields, withholdingForm } from "../frontmatter/forms.ts";

const EXAMPLE = 'write it as :::exempt{paragraphs="1, 3" reason="…" review=2026-03-31}';

/**
 * Why a passage is withheld, as the braces after `:::exempt` say; raises what they do not say, and what is not
 * understood.
 */
export function readPassageWithholding(text: ParsedText, directive: ContainerDirective, raise: Raise): Withholding {
  const line = directive.position?.start.line ?? 1;
  const opening = typedText(text, directive).split("\n", 1).join("").trimEnd();
  const place = placeOnLine(text, line, 1, opening.length + 1);
  const { paragraphs, ...others } = directive.attributes ?? {};
  const unquoted = opening.replace(/"[^"]*"|'[^']*'/g, '""');
  const names = [...unquoted.matchAll(/[{\s"]([\w-]+)\s*=/g)].map(([, name = ""]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    raise({ rule: "exempt-attributes", place, message: `${repeated} is in the braces twice`, fix: EXAMPLE });
    return UNEXPLAINED;
  }
  if (paragraphs === undefined && Object.keys(others).length === 0) {
    const message = "this passage gives no reason for withholding it";
    raise({ rule: "confidential-reason", place, message, fix: "state the basis, such as :::exempt{paragraphs=3}" });
    return UNEXPLAINED;
  }
  const listed = paragraphs?.split(/[\s,]+/).filter((part) => part !== "");
  const result = withholdingForm.safeParse(listed === undefined ? others : { ...others, paragraphs: listed });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const name of unknown) {
      const knownWord = closestMatch(name, withholdingFields);
      const offer = knownWord === undefined ? "" : `; did you mean ${knownWord}?`;
      raise({ rule: "exempt-attributes", place, message: `${name} cannot be in the braces${offer}`, fix: EXAMPLE });
    }
    if (unknown.length > 0) continue;
    const [field] = issue.path;
    const message = `${String(field ?? "what is in the braces")} ${issue.message}`;
    const isOwnWords = field === "basis" || field === "paragraphs";
    raise({ rule: "exempt-attributes", place, message, fix: EXAMPLE, ...(isOwnWords ? { quotesNothing: true } : {}) });
  }
  return UNEXPLAINED;
}

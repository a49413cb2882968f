import type { Nodes, RootContent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import type { Grounds } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";

/**
 * Raises what is withheld of a paper for a meeting without the description of the information: the law asks for it on every copy, and so
 * no copy for members can be made.
 */
export function raiseUndescribed(
  { frontmatter, confidentiality, placeOf }: FrontmatterReading,
  { path, content }: { readonly path: string; readonly content: readonly RootContent[] },
  law: Law,
  raise: Raise,
): void {
  const { meeting, alsoTo, annexes } = frontmatter;
  if (meeting === undefined && alsoTo.length === 0) return;
  const undescribed = (place: Place): void =>
    raise({
      rule: "description-missing",
      place,
      message: `every copy of what is withheld of a paper for a meeting must have the description of the information (${law.marking}), and none is named here`,
      fix: fixOf(law),
      quotesNothing: true,
    });
  if (confidentiality === "withheld without a reason") undescribed(placeOf(["confidential"]));
  for (const [index, { withholding }] of annexes.entries())
    if (withholding !== undefined && isUndescribed(withholding))
      undescribed(placeOf(["annexes", index, "confidential"]));
  const walk = (node: Nodes, writtenIn: string): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (node.type === "exemptPassage" && isUndescribed(node.facts.grounds))
      undescribed({ path: writtenIn, line, column });
    const within = (node.type === "annexSection" && node.writtenIn?.path) || writtenIn;
    if ("children" in node) for (const child of node.children) walk(child, within);
  };
  for (const node of content) walk(node, path);
}

function isUndescribed({ basis, paragraphs }: Grounds): boolean {
  return basis === "exempt" && paragraphs.length === 0;
}

/** A paragraph whose words are not held cannot be described here. */
function fixOf({ notHeld, schedule }: Law): string {
  const name = "name the paragraphs, or `basis: confidential`";
  if (notHeld.length === 0) return name;
  return `${name}; the words of ${notHeld.slice(0, -1).join(", ")} and ${notHeld.at(-1)} of ${schedule} are not held: take \`meeting:\` and \`also-to:\` out of a paper under one of these, and mark its copies by hand`;
}

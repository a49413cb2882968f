import type { Nodes, RootContent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";
import type { WithheldTargets } from "./resolve-links.ts";

const FIX = "check the number, as the page shows it; where the paragraph was taken out, say so in the note";

/**
 * Raises paragraphs that `amended:` names and that are not there, neither in the text at hand nor in what is withheld
 * from it.
 */
export function raiseAmendedMissing(
  { frontmatter, placeOf }: Pick<FrontmatterReading, "frontmatter" | "placeOf">,
  content: readonly RootContent[],
  withheld: WithheldTargets,
  raise: Raise,
): void {
  if (frontmatter.amended.every(({ paragraphs }) => paragraphs.length === 0)) return;
  const numbers = new Set<string>();
  const walk = (node: Nodes): void => {
    if (node.type === "numberedParagraph") numbers.add(node.number);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  for (const node of content) walk(node);
  for (const [index, { paragraphs }] of frontmatter.amended.entries())
    for (const [at, typed] of paragraphs.entries()) {
      const number = typed.replace(/\(.*$/, "");
      if (numbers.has(number) || withheld.has(`para-${number}`)) continue;
      raise({
        rule: "reference-missing",
        place: placeOf(["amended", index, "paragraphs", at]),
        message: `\`amended:\` says that paragraph ${typed} was changed, and there is no such paragraph`,
        fix: FIX,
        ownWords: { message: "`amended:` names a paragraph that does not exist", fix: FIX },
      });
    }
}

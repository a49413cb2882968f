import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";

type ExemptDirective = ContainerDirective & { readonly name: "exempt" };

/** Whether a block is a passage that is withheld. */
export function isPassage(node: RootContent): node is ExemptDirective {
  return node.type === "containerDirective" && node.name === "exempt";
}

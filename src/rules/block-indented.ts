import { placeOf, typedText } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

/**
 * A list ends where a block of colons begins or ends, so its indented lines on the other side would be read as code, and
 * published as that.
 */
export const blockIndented: Check = (text, raise) => {
  for (const { node, parent } of nodesOf(text, "containerDirective")) {
    const after = parent.children[parent.children.indexOf(node) + 1];
    for (const code of [node.children[0], after]) {
      if (code?.type !== "code" || /^\s*(?:`{3}|~{3})/.test(typedText(text, code))) continue;
      const message = "the list ends at the line of colons, so this indented line is read as code";
      const fix = "put the whole list on one side of the line of colons; for code, use lines of ``` around it";
      raise({ rule: "block-indented", place: placeOf(text, code), message, fix });
    }
  }
};

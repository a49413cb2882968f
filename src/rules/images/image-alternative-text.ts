import type { Image, ImageReference, Parent } from "mdast";
import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

/** Whether `{decorative}` stands behind an image: the author says that it carries no meaning. */
export function isDecorative(image: Image | ImageReference, parent: Parent): boolean {
  const next = parent.children[parent.children.indexOf(image) + 1];
  return next?.type === "text" && next.value.startsWith("{decorative}");
}

/** Who cannot see an image reads its alternative text (WCAG 2.2, success criterion 1.1.1). */
export const imageAlternativeText: Check = (text, raise) => {
  for (const { node, parent } of [...nodesOf(text, "image"), ...nodesOf(text, "imageReference")]) {
    if ((node.alt ?? "").trim() !== "" || isDecorative(node, parent)) continue;
    raise({
      rule: "image-alternative-text",
      place: placeOf(text, node),
      message: "this image has no alternative text for those who cannot see it",
      fix: "say between the square brackets what the image shows, or put {decorative} behind it when it carries no meaning",
    });
  }
};

import type { Image, ImageReference, Parent } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

/** An image with its alternative text, which may be empty. */
interface ShownImage {
  readonly node: Image | ImageReference;
  readonly parent: Parent;
  readonly words: string;
}

/** The images of a text, each with its alternative text. */
export function alternativeTexts(text: ParsedText): readonly ShownImage[] {
  return [...nodesOf(text, "image"), ...nodesOf(text, "imageReference")].map(({ node, parent }) => ({
    node,
    parent,
    words: (node.alt ?? "").trim(),
  }));
}

/** Whether `{decorative}` is after an image: the author says that it carries no meaning. */
export function isDecorative(image: Image | ImageReference, parent: Parent): boolean {
  const next = parent.children[parent.children.indexOf(image) + 1];
  return next?.type === "text" && next.value.startsWith("{decorative}");
}

const FILE_NAME =
  /^\S*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)$|^(?:img|dsc|image|screenshot|untitled|picture|photo|scan)[-_ ]?\d*$/i;
const KIND =
  /^(?:an? |the |our )?(?:(?:council|company|bar|line|pie) )?(?:image|picture|photo|photograph|graphic|figure|chart|graph|diagram|map|logo|icon|screenshot|table|alt(?:ernative)? text|drawing|illustration|infographic)(?: here)?\.?$/i;

/** Why an alternative text says nothing of what the image shows, in words that fit after it. */
export function whyVague(words: string): string | undefined {
  if (FILE_NAME.test(words)) return "is the name of a file";
  return KIND.test(words) ? "names only a kind of image" : undefined;
}

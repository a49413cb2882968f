import type { Image, ImageReference, Parent } from "mdast";
import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

const FILE_NAME =
  /^\S*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)$|^(?:img|dsc|image|screenshot|untitled|picture|photo|scan)[-_ ]?\d*$/i;
const KIND =
  /^(?:an? |the |our )?(?:(?:council|company|bar|line|pie) )?(?:image|picture|photo|photograph|graphic|figure|chart|graph|diagram|map|logo|icon|screenshot|table|alt(?:ernative)? text|drawing|illustration|infographic)(?: here)?\.?$/i;
const OPENING = /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot) (?:of|showing|shows)\b/i;
const LONGEST = 300;

/**
 * Alternative text says what an image tells (WCAG 2.2, success criterion 1.1.1 and failure F30): a screen reader says that it is
 * an image, and reads the text without a stop.
 */
export const imageWording: Check = (text, raise) => {
  for (const { node, parent } of [...nodesOf(text, "image"), ...nodesOf(text, "imageReference")]) {
    const words = (node.alt ?? "").trim();
    const place = placeOf(text, node);
    const vague = FILE_NAME.test(words)
      ? "is the name of a file"
      : KIND.test(words)
        ? "names only a kind of image"
        : "";
    if (vague !== "") {
      const message = `the alternative text “${words}” ${vague}, and says nothing of what the image shows`;
      const fix = "say what a reader should learn from the image, such as “Bar chart: absence fell from 8% to 5%”";
      raise({ rule: "image-alternative-vague", place, message, fix });
    } else {
      const found = wordingOf(words, node, parent);
      if (found !== undefined) raise({ rule: "image-alternative-wording", place, ...found });
    }
  }
};

function wordingOf(words: string, node: Image | ImageReference, parent: Parent) {
  const opening = OPENING.exec(words)?.[0];
  if (opening !== undefined) {
    const message = `the alternative text begins “${opening}”, and a screen reader says that already`;
    return { message, fix: "leave these words out, and begin with what the image shows" };
  }
  if (words.length > LONGEST) {
    const message = `the alternative text has ${words.length} characters, which are read out without a stop`;
    return { message, fix: "say it in a sentence or two, and give the figures in the text or in a table" };
  }
  if (words !== "" && words === captionOf(node, parent)) {
    const message = "the alternative text and the caption of this image are the same, and would be read out twice";
    return { message, fix: "say in one what the image shows, and in the other what it is about" };
  }
  return undefined;
}

function captionOf(node: Image | ImageReference, parent: Parent): string | undefined {
  return node.type === "image" && parent.children.length === 1 ? (node.title ?? undefined)?.trim() : undefined;
}

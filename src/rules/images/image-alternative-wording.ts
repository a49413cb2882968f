import type { Image, ImageReference, Parent } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";
import { alternativeTexts, whyVague } from "./alternative-texts.ts";

/** A screen reader says of itself that there is an image, and reads its alternative text without a stop. */
export const imageAlternativeWording = rule({
  id: "image-alternative-wording",
  severity: "hint",
  group: "images",
  summary: "the alternative text of an image is long, or says what readers hear already",
  remedy: "say in a sentence or two what the image shows",
  checks: { text: check },
});

const OPENING = /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot) (?:of|showing|shows)\b/i;
const LONGEST = 300;

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node, parent, words } of alternativeTexts(text)) {
    const found = whyVague(words) === undefined ? wordingOf(words, node, parent) : undefined;
    if (found !== undefined) raise({ place: placeOf(text, node), ...found });
  }
}

function wordingOf(
  words: string,
  node: Image | ImageReference,
  parent: Parent,
): Pick<Found, "message" | "fix"> | undefined {
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

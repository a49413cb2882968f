import type { PhrasingContent, RootContent } from "mdast";
import { type InlineText, inlineText, pieceAt, placeInText } from "../inline-text.ts";
import type { ParsedText, Place } from "../model.ts";
import type { Finding, Raise } from "../rules/catalogue.ts";
import { findWebAddresses } from "../web-addresses.ts";
import { eachInlineBlock, type Surroundings } from "./inline-blocks.ts";
import { gatherAnchors, type Links, type LinkTargets, resolveLinks } from "./links.ts";
import { numberInAnnex } from "./numbering-state.ts";
import { findReferences, type ReferencePhrase } from "./reference-phrases.ts";
import { type Replacement, replaceInText } from "./replace-in-text.ts";

/** Resolves the links that the author made, and makes links of what the text refers to. Changes the content in place. */
export function refer(text: ParsedText, content: RootContent[], targets: LinkTargets, raise: Raise): Links {
  const anchors = gatherAnchors(content, targets);
  const links = resolveLinks(content, text, targets, anchors, raise);
  const own = [...anchors.keys()].map((id) => [id, id] as const);
  const paragraphs = new Map(
    [...targets.withheld, ...own].flatMap(([fragment, id]) =>
      fragment.startsWith("para-") && id !== undefined ? [[fragment.slice("para-".length), id]] : [],
    ),
  );
  const annexes = new Map(targets.annexes.map(({ letter, id }) => [letter, id]));
  const mentioned = new Set(links.annexes);
  eachInlineBlock(content, text, (block, where) => {
    const inline = inlineText(block);
    const found = [
      ...referenceLinks(inline, where, { paragraph: paragraphs, annex: annexes }, mentioned, raise),
      ...findWebAddresses(inline.text).map(({ start, end, url }) => ({ start, end, make: linkTo(url) })),
    ];
    if (found.length > 0)
      replaceInText(
        inline,
        found.sort((a, b) => a.start - b.start),
      );
  });
  return { ...links, annexes: mentioned };
}

type Ids = Readonly<Record<"paragraph" | "annex", ReadonlyMap<string, string>>>;

function referenceLinks(
  inline: InlineText,
  where: Surroundings,
  ids: Ids,
  mentioned: Set<string>,
  raise: Raise,
): readonly Replacement[] {
  const { phrases, markers } = findReferences(inline.text);
  const found: Replacement[] = markers.map((marker) => ({ ...inOnePiece(inline, marker, marker.word), make: nothing }));
  for (const phrase of phrases) {
    const { kind, start, end, targetStart, targetEnd } = phrase;
    if (kind === "paragraph" && ids.paragraph.size === 0) continue;
    if (kind === "annex") mentioned.add(phrase.target);
    const target = phrase.annex === undefined ? phrase.target : numberInAnnex(phrase.annex, phrase.target);
    const id = ids[kind].get(target);
    const itself = { start: targetStart, end: targetEnd };
    const words = inOnePiece(inline, { start, end }, { start: targetStart, end }, itself);
    if (id !== undefined) found.push({ ...words, make: linkTo(`#${id}`) });
    else if (isToBeMissed(phrase, inline, ids))
      raise(missing(kind, target, placeInText(where.text, inline, targetStart, targetEnd)));
  }
  return found;
}

/** Not where the author made a link of the words, nor of the paragraphs of an annex that is a file. */
function isToBeMissed({ annex, isCertain, targetStart }: ReferencePhrase, inline: InlineText, ids: Ids): boolean {
  if (!isCertain || pieceAt(inline, targetStart)?.isInLink) return false;
  return annex === undefined || ids.paragraph.has(numberInAnnex(annex, "1"));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first of some stretches that lies in one text node: words that are partly in emphasis cannot be replaced. */
function inOnePiece(inline: InlineText, widest: Stretch, ...narrower: readonly Stretch[]): Stretch {
  return [widest, ...narrower].find(({ start, end }) => pieceAt(inline, start) === pieceAt(inline, end - 1)) ?? widest;
}

const nothing = (): PhrasingContent => ({ type: "text", value: "" });

function missing(kind: "paragraph" | "annex", target: string, place: Place): Finding {
  const message = `there is no ${kind} ${target} in this report`;
  const what = kind === "annex" ? "letter" : "number";
  const fix = `check the ${what}; if another document's is meant, put {elsewhere} behind it`;
  return { rule: "reference-missing", place, message, fix };
}

/** Within the words of a link there is no other link. */
function linkTo(url: string): Replacement["make"] {
  return (children: PhrasingContent[], isInLink: boolean): PhrasingContent => {
    const [only] = children;
    return isInLink && only !== undefined ? only : { type: "link", url, children };
  };
}

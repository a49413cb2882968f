import type { PhrasingContent, RootContent } from "mdast";
import type { ParsedText, Place } from "../model.ts";
import type { Finding, Raise } from "../rules/catalogue.ts";
import { eachInlineBlock, type InlineText, inlineText, placeInText, type Surroundings } from "./inline-text.ts";
import { gatherAnchors, type Links, type LinkTargets, resolveLinks } from "./links.ts";
import { findReferences } from "./reference-phrases.ts";
import { type Replacement, replaceInText } from "./replace-in-text.ts";
import { findWebAddresses } from "./web-addresses.ts";

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
  const found: Replacement[] = markers.map(({ start, end }) => ({
    start,
    end,
    make: () => ({ type: "text", value: "" }),
  }));
  for (const { kind, target, start, end } of phrases) {
    if (kind === "paragraph" && ids.paragraph.size === 0) continue;
    if (kind === "annex") mentioned.add(target);
    const id = ids[kind].get(target);
    if (id === undefined) raise(missing(kind, target, placeInText(where.text, inline, start, end)));
    else found.push({ start, end, make: linkTo(`#${id}`) });
  }
  return found;
}

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

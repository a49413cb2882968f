import type { Definition, Image, Nodes, Paragraph, Parent, PhrasingContent, RootContent, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Caption, Figure, NormalisedText, ParsedText, WrittenDefinition } from "../../model/tree.ts";
import { isDecorative } from "../../rules/images/alternative-texts.ts";
import { isCellBreak } from "../../rules/text/line-breaks.ts";
import { withoutElsewhere } from "../../text/elsewhere.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { readDefinition } from "./abbreviation-definition.ts";
import { withoutLinksWithin } from "./unnest-links.ts";

const TABLE_CAPTION = /^Table?(?: [A-Z]?\d+)?:\s*/;
const FIGURE_CAPTION = /^(?:Figure|Ffigur)(?: [A-Z]?\d+)?:\s*/;

interface NormalisedDocument {
  readonly text: NormalisedText;
  /** What its lines of definitions say, which are gone from its tree. */
  readonly definitions: readonly WrittenDefinition[];
}

/**
 * Brings a checked tree into the shape that the later stages work on: links and images carry their own addresses; comments
 * and lines of definitions are gone; images that stand alone are figures, and tables have their captions.
 */
export function normalise(text: ParsedText): NormalisedDocument {
  const definitions = new Map<string, Definition>();
  for (const { node } of nodesOf(text, "definition")) {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  const written = nodesOf(text, "abbreviationDefinition").map(({ node }) =>
    readDefinition(node.value, placeOf(text, node)),
  );
  rewrite(text.tree, definitions);
  const { definitions: taken, ...rest } = text;
  return { text: { ...rest, stage: "normalised" }, definitions: [...taken, ...written] };
}

function rewrite(parent: Parent, definitions: ReadonlyMap<string, Definition>): void {
  const children: RootContent[] = [];
  for (const [index, child] of parent.children.entries()) {
    if (isParent(child)) rewrite(child, definitions);
    const next = parent.children[index + 1];
    const replaced = replacement(child, next, parent, definitions);
    const last = children.at(-1);
    if (replaced?.type === "table" && last?.type === "caption")
      children.splice(-1, 1, { type: "captionedTable", children: [last, replaced], position: child.position });
    else if (replaced?.type === "paragraph" && isCaptioned(last) && FIGURE_CAPTION.test(textOf(replaced)))
      children.splice(-1, 1, { ...last, children: [...last.children, caption(replaced, FIGURE_CAPTION)] });
    else if (replaced?.type === "link") children.push(...withoutLinksWithin(replaced));
    else if (replaced !== undefined) children.push(replaced);
  }
  parent.children = children;
}

function replacement(
  node: RootContent,
  next: RootContent | undefined,
  parent: Parent,
  definitions: ReadonlyMap<string, Definition>,
): RootContent | undefined {
  switch (node.type) {
    case "definition":
    case "abbreviationDefinition":
      return undefined;
    case "html":
      return isCellBreak(node.value, parent) ? { type: "break", position: node.position } : undefined;
    case "linkReference": {
      const target = definitions.get(node.identifier);
      return {
        type: "link",
        url: target?.url ?? "",
        title: target?.title ? withoutElsewhere(target.title) : null,
        children: node.children,
        position: node.position,
      };
    }
    case "imageReference": {
      const target = definitions.get(node.identifier);
      const image: Image = {
        type: "image",
        url: target?.url ?? "",
        title: target?.title ?? null,
        alt: node.alt ?? null,
        position: node.position,
      };
      return withOwnWords(isDecorative(node, parent) ? { ...image, data: { decorative: true } } : image);
    }
    case "image":
      return withOwnWords(isDecorative(node, parent) ? { ...node, data: { decorative: true } } : node);
    case "link":
      return node.title ? { ...node, title: withoutElsewhere(node.title) } : node;
    case "heading":
      dropMarkers(node);
      return node;
    case "text":
      return withoutMarker(node, parent);
    case "paragraph":
      if (node.children.length === 0) return undefined;
      if (next?.type === "table" && TABLE_CAPTION.test(textOf(node))) return caption(node, TABLE_CAPTION);
      return figure(node) ?? node;
    default:
      return node;
  }
}

/** References are looked for in running text; elsewhere the marker that takes them back stands for other words, and goes here. */
function dropMarkers(parent: Parent): void {
  for (const node of parent.children) {
    if (node.type === "text") node.value = withoutElsewhere(node.value);
    else if ("children" in node) dropMarkers(node);
  }
}

function withOwnWords(image: Image): Image {
  const { alt, title } = image;
  return { ...image, ...(alt && { alt: withoutElsewhere(alt) }), ...(title && { title: withoutElsewhere(title) }) };
}

/** Takes `{decorative}` off the text behind an image. */
function withoutMarker(node: Text, parent: Parent): RootContent | undefined {
  const previous: Nodes | undefined = parent.children[parent.children.indexOf(node) - 1];
  const isMarker =
    (previous?.type === "image" || previous?.type === "imageReference") && node.value.startsWith("{decorative}");
  if (!isMarker) return node;
  const value = node.value.slice("{decorative}".length);
  return value === "" ? undefined : { ...node, value };
}

/** A figure whose caption stands below it, and not behind its file. */
function isCaptioned(node: RootContent | undefined): node is Figure {
  return node?.type === "figure" && node.caption === undefined && node.children.at(-1)?.type !== "caption";
}

function caption(paragraph: Paragraph, form: RegExp): Caption {
  const [first, ...rest] = paragraph.children;
  const isNumbered = /^\p{L}+ [A-Z]?\d/u.test(textOf(paragraph));
  if (isNumbered || first?.type !== "text")
    return { type: "caption", children: paragraph.children, position: paragraph.position };
  const kept: PhrasingContent[] = [{ ...first, value: first.value.replace(form, "") }, ...rest];
  return { type: "caption", children: kept, position: paragraph.position };
}

function figure(paragraph: Paragraph): Figure | undefined {
  const [image, ...rest] = paragraph.children;
  if (image?.type !== "image" || rest.some((node) => node.type !== "text" || node.value.trim() !== ""))
    return undefined;
  const { title, ...shown } = image;
  return { type: "figure", children: [shown], position: paragraph.position, ...(title ? { caption: title } : {}) };
}

function isParent(node: Nodes): node is Extract<Nodes, Parent> {
  return "children" in node;
}

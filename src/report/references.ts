import type { Image, Link, Nodes, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { ownFolder, relativeAddress, reportAddress, resolvePath } from "../addresses.ts";
import type { Annex, NumberedParagraph, ParsedText, Place, ReportLink } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { describeFile, type FileLookup, fileHref, findFile } from "./file-lookup.ts";
import {
  eachInlineBlock,
  type InlineText,
  inlineText,
  placeInText,
  type Replacement,
  replaceInText,
  type Surroundings,
} from "./inline-text.ts";
import { findReferences } from "./reference-phrases.ts";
import { findWebAddresses } from "./web-addresses.ts";

/** What is known of another report when a link leads to it. */
export type ReportStatus = "published" | "not published" | "missing";

export interface ReferenceTargets {
  readonly reportPath: string;
  readonly annexes: readonly Annex[];
  readonly labels: ReadonlyMap<string, NumberedParagraph>;
  readonly files: FileLookup;
  readonly reportStatus: (path: string) => ReportStatus;
  /** The annexes that are Markdown files, by path, with their letters. */
  readonly annexTexts: ReadonlyMap<string, string>;
}

export interface References {
  readonly links: readonly ReportLink[];
  /** Content paths of the files that links and images lead to. */
  readonly files: readonly string[];
  readonly mentionedAnnexes: ReadonlySet<string>;
}

/** What a `#fragment` may name, and the words that an empty link to it gets. */
type Anchors = ReadonlyMap<string, string>;

/** Links what the text refers to, checks every link that stays within the site, and gives those that leave the report. Changes the content in place. */
export function refer(text: ParsedText, content: RootContent[], targets: ReferenceTargets, raise: Raise): References {
  const anchors = gatherAnchors(content, targets);
  const numbers = new Map([...anchors].filter(([id]) => id.startsWith("para-")).map(([id]) => [id.slice(5), id]));
  const links: ReportLink[] = [];
  const files: string[] = [];
  const mentionedAnnexes = new Set<string>();
  const resolver = { text, targets, anchors, links, files, mentionedAnnexes, raise };
  resolveLinks(content, resolver);
  eachInlineBlock(content, text, (block, where) => {
    const inline = inlineText(block);
    const replacements = [...referenceLinks(inline, where, numbers, resolver), ...addressLinks(inline)].sort(
      (a, b) => a.start - b.start,
    );
    if (replacements.length > 0) replaceInText(inline, replacements);
  });
  return { links, files, mentionedAnnexes };
}

interface Resolver {
  readonly text: ParsedText;
  readonly targets: ReferenceTargets;
  readonly anchors: Anchors;
  readonly links: ReportLink[];
  readonly files: string[];
  readonly mentionedAnnexes: Set<string>;
  readonly raise: Raise;
}

function gatherAnchors(content: readonly RootContent[], targets: ReferenceTargets): Anchors {
  const anchors = new Map<string, string>();
  const walk = (node: Nodes): void => {
    if (node.type === "numberedParagraph") anchors.set(node.id, `paragraph ${node.number}`);
    else if (node.type === "heading" && node.data?.id !== undefined) anchors.set(node.data.id, textOf(node));
    else if (node.type === "glossarySection" && node.data?.id !== undefined) anchors.set(node.data.id, node.heading);
    else if (node.type === "annexSection" && node.data?.id !== undefined)
      anchors.set(node.data.id, `${node.kind} ${node.letter}`);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  for (const node of content) walk(node);
  for (const { id, kind, letter } of targets.annexes) anchors.set(id, `${kind} ${letter}`);
  for (const [label, { number }] of targets.labels) anchors.set(label, `paragraph ${number}`);
  return anchors;
}

function referenceLinks(
  inline: InlineText,
  where: Surroundings,
  numbers: ReadonlyMap<string, string>,
  { targets, mentionedAnnexes, raise }: Resolver,
): readonly Replacement[] {
  const { phrases, markers } = findReferences(inline.text);
  const found: Replacement[] = markers.map(({ start, end }) => ({
    start,
    end,
    make: () => ({ type: "text", value: "" }),
  }));
  for (const { kind, target, start, end } of phrases) {
    if (kind === "paragraph" && numbers.size === 0) continue;
    const annex = targets.annexes.find(({ letter }) => letter === target);
    const id = kind === "annex" ? annex?.id : numbers.get(target);
    if (kind === "annex") mentionedAnnexes.add(target);
    if (id === undefined) raise(missing(kind, target, placeInText(where.text, inline, start, end)));
    else found.push({ start, end, make: (children, isInLink) => linked(`#${id}`, children, isInLink) });
  }
  return found;
}

function missing(kind: "paragraph" | "annex", target: string, place: Place): Parameters<Raise>[0] {
  return {
    rule: "reference-missing",
    place,
    message: `there is no ${kind} ${target} in this report`,
    fix: `check the ${kind === "annex" ? "letter" : "number"}; if another document's is meant, put {elsewhere} behind it`,
  };
}

function addressLinks(inline: InlineText): readonly Replacement[] {
  return findWebAddresses(inline.text).map(({ start, end, url }) => ({
    start,
    end,
    make: (children, isInLink) => linked(url, children, isInLink),
  }));
}

function linked(url: string, children: PhrasingContent[], isInLink: boolean): PhrasingContent {
  const [only] = children;
  return isInLink && only !== undefined ? only : { type: "link", url, children };
}

function resolveLinks(content: readonly RootContent[], resolver: Resolver): void {
  const walk = (node: Nodes, writtenIn: ParsedText): void => {
    if (node.type === "link") resolveLink(node, writtenIn, resolver);
    else if (node.type === "image") resolveImage(node, writtenIn, resolver);
    if (!("children" in node)) return;
    const inner = node.type === "annexSection" ? (node.writtenIn ?? writtenIn) : writtenIn;
    for (const child of node.children) walk(child, inner);
    node.children = node.children.flatMap((child) =>
      child.type === "link" && child.url === "" ? child.children : [child],
    ) as typeof node.children;
  };
  walk({ type: "root", children: content as RootContent[] }, resolver.text);
}

/** A link that is left with the address "" becomes its words. */
function resolveLink(link: Link, writtenIn: ParsedText, resolver: Resolver): void {
  const { targets, anchors, raise } = resolver;
  const place = placeOf(writtenIn, link);
  if (/^[a-z][a-z0-9+.-]*:/i.test(link.url)) return;
  const [written = "", fragment] = splitFragment(link.url);
  if (written === "") {
    const words = anchors.get(fragment ?? "");
    if (words === undefined)
      raise({
        rule: "label-missing",
        place,
        message: `nothing in this report is called #${fragment ?? ""}`,
        fix: "put {#name} at the end of the paragraph that is meant, or correct the name",
      });
    else if (link.children.length === 0) link.children = [{ type: "text", value: words }];
    const letter = /^annex-(.+)$/.exec(fragment ?? "")?.[1];
    if (letter !== undefined) resolver.mentionedAnnexes.add(letter);
    return;
  }
  const path = resolvePath(writtenIn.path, decoded(written));
  if (path?.endsWith(".md")) {
    resolveReportLink(link, path, fragment, place, resolver);
    return;
  }
  if (path !== undefined && targets.files.isWithheld(path)) {
    link.url = "";
    return;
  }
  const file = findFile(targets.reportPath, writtenIn.path, decoded(written), place, targets.files, raise);
  if (file === undefined) return;
  resolver.files.push(file.path);
  const annex = targets.annexes.find(({ href }) => href === fileHref(targets.reportPath, file.path));
  if (annex !== undefined) resolver.mentionedAnnexes.add(annex.letter);
  link.url = fileHref(targets.reportPath, file.path);
  if (link.children.length === 0) link.children = [{ type: "text", value: file.path.split("/").at(-1) ?? "" }];
  link.children.push({ type: "text", value: ` (${describeFile(file)})` });
}

function resolveReportLink(
  link: Link,
  path: string,
  fragment: string | undefined,
  place: Place,
  { targets, links, mentionedAnnexes, raise }: Resolver,
): void {
  const letter = targets.annexTexts.get(path);
  if (letter !== undefined) {
    mentionedAnnexes.add(letter);
    link.url = `#${fragment ?? `annex-${letter}`}`;
    return;
  }
  if (path === targets.reportPath) {
    link.url = fragment === undefined ? "#top" : `#${fragment}`;
    return;
  }
  const status = targets.reportStatus(path);
  if (status === "missing") {
    raise({
      rule: "link-target-missing",
      place,
      message: `there is no file ${path} in the content folder`,
      fix: `write the path from this file's folder, ${ownFolder(targets.reportPath).replace(/[^/]+\/$/, "")}, such as ../2018/name.md`,
    });
  } else if (status === "not published") {
    link.url = "";
  } else {
    const address = relativeAddress(reportAddress(targets.reportPath), reportAddress(path));
    link.url = fragment === undefined ? address : `${address}#${fragment}`;
    links.push({ target: path, fragment, place });
    if (link.children.length === 0)
      raise({
        rule: "link-text-missing",
        place,
        message: "this link to another report has no words",
        fix: "write between the square brackets what readers are to click on",
      });
  }
}

function resolveImage(image: Image, writtenIn: ParsedText, { targets, files, raise }: Resolver): void {
  const place = placeOf(writtenIn, image);
  if (/^[a-z][a-z0-9+.-]*:/i.test(image.url)) {
    raise({
      rule: "file-place",
      place,
      message: "this image lies on another site, which readers would have to ask for it",
      fix: "save the image beside the report and write its path",
    });
    return;
  }
  const file = findFile(targets.reportPath, writtenIn.path, decoded(image.url), place, targets.files, raise);
  if (file === undefined) return;
  if (file.width === undefined || file.height === undefined) {
    raise({
      rule: "file-refused",
      place,
      message: `${file.path} is not an image in a form that browsers show (PNG, JPEG, SVG, GIF or WebP)`,
      fix: "save it as PNG, JPEG or SVG; link to other files with [words](path)",
    });
    return;
  }
  files.push(file.path);
  image.url = fileHref(targets.reportPath, file.path);
  image.data = { ...image.data, width: file.width, height: file.height };
}

function splitFragment(url: string): readonly [string, string | undefined] {
  const hash = url.indexOf("#");
  return hash === -1 ? [url, undefined] : [url.slice(0, hash), decoded(url.slice(hash + 1))];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

import type { Image, Link, Nodes, RootContent, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { relativeAddress, resolvePath } from "../../addresses/addresses.ts";
import { lacksScheme } from "../../addresses/web-addresses.ts";
import type { Raise } from "../../diagnostics/catalogue.ts";
import { lacksInFonts } from "../../interface/font-coverage.ts";
import { wordsIn } from "../../interface/translations.ts";
import type { Annex, ReportLink } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { Place } from "../../model/source.ts";
import type { MarkedRecommendation, NumberedParagraph, NumberedText } from "../../model/tree.ts";
import { fixOfImage } from "../../rules/images/addresses-of-images.ts";
import { problemOfDrawing, signNotInFonts } from "../../rules/text/signs-not-in-fonts.ts";
import { eachNode } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import {
  describeFile,
  type FileLookup,
  type FileOwner,
  fileHref,
  findFile,
  isWithheldFile,
} from "../annexes/attached-files.ts";
import { raiseLargeImage, raiseTooManyPixels } from "./large-images.ts";
import { wordsInSentence } from "./words-in-sentence.ts";

/** What stands for another report in the site, when a link leads to it. */
export type ReportPlace =
  | {
      readonly kind: "page";
      readonly address: string;
      readonly withheld?: WithheldTargets;
      /** The report and its annex, where the path is that of an annex that is a Markdown file. */
      readonly annex?: { readonly reportPath: string; readonly fragment: string };
    }
  | { readonly kind: "stub"; readonly address: string }
  | { readonly kind: "not published" | "missing" };

/** Fragments that lead into what is withheld, with the id of what is in its place, where something does. */
export type WithheldTargets = ReadonlyMap<string, string | undefined>;

export interface LinkTargets {
  /** The path of the file that is the page, and the page as the owner of files. */
  readonly path: string;
  readonly owner: FileOwner;
  readonly kind: "report" | "page";
  readonly lang: Language;
  readonly annexes: readonly Annex[];
  readonly labels: ReadonlyMap<string, NumberedParagraph>;
  readonly recommendations: readonly MarkedRecommendation[];
  readonly files: FileLookup;
  readonly reportAt: (path: string) => ReportPlace;
  /** Files that lead to the place of an annex on the page, with its letter: Markdown, and what is withheld. */
  readonly annexLetters: ReadonlyMap<string, string>;
  readonly withheld: WithheldTargets;
}

/** What a report leads to. */
export interface Links {
  readonly reports: readonly ReportLink[];
  /** Content paths of files. */
  readonly files: readonly string[];
  /** The letters of annexes. */
  readonly annexes: ReadonlySet<string>;
}

/** What a `#fragment` may name, and the words that an empty link to it gets. */
export type Anchors = ReadonlyMap<string, string>;

/** Everything in a report that a link may lead to: paragraphs, labels, headings, annexes. */
export function gatherAnchors(content: readonly RootContent[], targets: LinkTargets): Anchors {
  const anchors = new Map<string, string>();
  const { paragraph, recommendationInText } = wordsIn(targets.lang);
  eachNode(content, (node) => {
    const mark = node.data?.recommendation;
    if (mark !== undefined) anchors.set(mark.id, `${recommendationInText} ${mark.label}`);
    const id = "data" in node && node.data !== undefined && "id" in node.data ? node.data.id : undefined;
    if (node.type === "numberedParagraph") anchors.set(node.id, `${paragraph} ${node.number}`);
    else if (node.type === "withheldPassage")
      for (const [index, id] of node.facts.ids.entries()) anchors.set(id, `${paragraph} ${node.facts.numbers[index]}`);
    else if (node.type === "heading" && id !== undefined) anchors.set(id, textOf(node));
    else if (node.type === "listItem" && id !== undefined) anchors.set(id, (node.data?.mark ?? "").replace(/\.$/, ""));
    else if (node.type === "glossarySection" && id !== undefined) anchors.set(id, node.heading);
    else if (node.type === "annexSection" && id !== undefined) anchors.set(id, `${node.kind} ${node.letter}`);
  });
  for (const { id, kind, letter } of targets.annexes) anchors.set(id, `${kind} ${letter}`);
  for (const [label, { number }] of targets.labels) anchors.set(label, `${paragraph} ${number}`);
  return anchors;
}

interface Resolver {
  readonly targets: LinkTargets;
  readonly anchors: Anchors;
  readonly raise: Raise;
  readonly reports: ReportLink[];
  readonly files: string[];
  readonly annexes: Set<string>;
  /** The pictures that are shown, with their pixels. */
  readonly pixels: Map<string, number>;
}

/** Where links may lead, and what has a name on the page itself. */
interface AnchoredTargets {
  readonly targets: LinkTargets;
  readonly anchors: Anchors;
}

/** Gives every link and image the address that it has on the page; raises those that lead nowhere. Changes the content in place. */
export function resolveLinks(
  content: readonly RootContent[],
  text: NumberedText,
  { targets, anchors }: AnchoredTargets,
  raise: Raise,
): Links {
  const resolver: Resolver = { targets, anchors, raise, reports: [], files: [], annexes: new Set(), pixels: new Map() };
  const walk = (node: Nodes, writtenIn: NumberedText, sibling?: Nodes): void => {
    if (node.type === "link") {
      const isEmpty = node.children.length === 0;
      resolveLink(node, writtenIn, resolver);
      if (isEmpty) fitWords(node, sibling);
    } else if (node.type === "image") resolveImage(node, writtenIn, resolver);
    if (!("children" in node)) return;
    const inner = node.type === "annexSection" ? (node.writtenIn ?? writtenIn) : writtenIn;
    let before: Nodes | undefined;
    for (const child of node.children) {
      walk(child, inner, before);
      before = child;
    }
    unwrapDeadLinks(node);
  };
  for (const node of content) walk(node, text);
  return resolver;
}

/** The words that the program gives a link, which are where the link does. */
function ownWords({ position }: Link, value: string): Text {
  return { type: "text", value, position };
}

/** Fits the words that the program gave a link to what is directly before it. */
function fitWords({ children: [words] }: Link, sibling: Nodes | undefined): void {
  if (words?.type === "text" && sibling?.type === "text") words.value = wordsInSentence(sibling.value, words.value);
}

const NOWHERE = "";

/** A link to what is not published becomes its words; in place of an image that is not, words say so. */
function unwrapDeadLinks(parent: { type: string; children: Nodes[] }): void {
  const isFigure = parent.type === "figure";
  if (!parent.children.some(isDead)) return;
  parent.children = parent.children.flatMap((child): Nodes[] => {
    if (!isDead(child)) return [child];
    if (child.type === "link") return child.children;
    const words: Nodes = { type: "text", value: "[This image is not for publication.]" };
    return isFigure ? [{ type: "paragraph", children: [words] }] : [words];
  });
}

function isDead(node: Nodes): node is Link | Image {
  return (node.type === "link" || node.type === "image") && node.url === NOWHERE;
}

function resolveLink(link: Link, writtenIn: NumberedText, resolver: Resolver): void {
  const { targets, raise } = resolver;
  const place = placeOf(writtenIn, link);
  if (/^[a-z][a-z0-9+.-]*:/i.test(link.url)) return;
  const [written, fragment] = splitFragment(link.url);
  if (written === "") {
    resolveAnchor(link, fragment ?? "", place, resolver);
    return;
  }
  const path = resolvePath(writtenIn.path, decoded(written));
  const letter = path === undefined ? undefined : targets.annexLetters.get(path);
  const named = { fromFile: writtenIn.path, written: decoded(written), place };
  if (letter !== undefined) resolveAnchor(link, fragment ?? `annex-${letter}`, place, resolver);
  else if (path?.endsWith(".md")) resolveReportLink(link, { path, fragment, place }, resolver);
  else if (path !== undefined && targets.files.isWithheld(path)) {
    // Of a file that this report would publish itself, it is said; a link to what another report has becomes plain text.
    isWithheldFile(targets.owner, named, targets.files, raise);
    link.url = NOWHERE;
  } else if (lacksScheme(written)) {
    const message = `${written} is read as the path of a file, because https:// is missing`;
    raise({ rule: "file-place", place, message, fix: `write https://${written}` });
  } else {
    const file = findFile(targets.owner, named, targets.files, raise);
    if (file === undefined) return;
    link.url = fileHref(targets.owner, file.path);
    if (link.children.length === 0) {
      const name = file.path.split("/").at(-1) ?? "";
      const lacking = lacksInFonts(name);
      // A sign that is typed as such was found in its line.
      if (lacking !== undefined && !written.includes(lacking))
        raise({ rule: "character-not-in-fonts", place, ...signNotInFonts(lacking) });
      link.children = [ownWords(link, name)];
    }
    link.children.push({ type: "text", value: ` (${describeFile(file, resolver.targets.lang)})` });
    resolver.files.push(file.path);
    const annex = targets.annexes.find(({ href }) => href === link.url);
    if (annex !== undefined) resolver.annexes.add(annex.letter);
  }
}

function resolveAnchor(
  link: Link,
  fragment: string,
  place: Place,
  { targets, anchors, annexes, raise }: Resolver,
): void {
  const isWithheld = !anchors.has(fragment) && targets.withheld.has(fragment);
  const id = isWithheld ? targets.withheld.get(fragment) : fragment;
  const words = isWithheld && id === undefined ? "a part that is not published" : anchors.get(id ?? "");
  link.url = id === undefined ? NOWHERE : `#${id}`;
  if (words === undefined) {
    const fix =
      targets.kind === "report"
        ? "put {#name} at the end of the paragraph that is meant, or correct the name"
        : "write the words of a heading in small letters, with hyphens for spaces";
    raise({ rule: "label-missing", place, message: `nothing in this ${targets.kind} is called #${fragment}`, fix });
  } else if (link.children.length === 0) link.children = [ownWords(link, words)];
  const annex = targets.annexes.find((one) => one.id === id);
  if (annex !== undefined) annexes.add(annex.letter);
}

/** The report that a link names, and where the link is. */
interface NamedReport {
  readonly path: string;
  readonly fragment: string | undefined;
  readonly place: Place;
}

function resolveReportLink(link: Link, named: NamedReport, resolver: Resolver): void {
  const { targets } = resolver;
  const { path, fragment, place } = named;
  if (path !== targets.path) leadToReport(link, named, resolver);
  else if (fragment === undefined) link.url = "#top";
  else resolveAnchor(link, fragment, place, resolver);
}

function leadToReport(link: Link, { path, fragment: written, place }: NamedReport, resolver: Resolver): void {
  const { targets, reports, raise } = resolver;
  const found = targets.reportAt(path);
  if (found.kind === "missing") {
    const folder = targets.path.replace(/(?<![^/])[^/]+$/, "");
    const fix = `write the path from this file's folder, ${folder}, such as ../2018/name.md`;
    raise({ rule: "link-target-missing", place, message: `there is no file ${path} in the content folder`, fix });
  }
  if (link.children.length === 0 && found.kind !== "missing") {
    const fix = "write between the square brackets what readers are to click on";
    raise({ rule: "link-text-missing", place, message: "this link to another report has no words", fix });
  }
  if (found.kind === "not published") link.url = NOWHERE;
  if (!("address" in found)) return;
  const address = relativeAddress(targets.owner.address, found.address);
  const { withheld, annex } = found.kind === "page" ? found : {};
  const fragment = written ?? annex?.fragment;
  const id = fragment !== undefined && withheld?.has(fragment) ? withheld.get(fragment) : fragment;
  // Where a report is withheld, nothing of its text is there to lead to.
  link.url = id === undefined || found.kind === "stub" ? address : `${address}#${id}`;
  reports.push({ target: annex?.reportPath ?? path, fragment: id, place });
}

function resolveImage(image: Image, writtenIn: NumberedText, { targets, files, pixels, raise }: Resolver): void {
  const place = placeOf(writtenIn, image);
  if (/^[a-z][a-z0-9+.-]*:/i.test(image.url)) {
    const message = "this image is on another site, which every reader's browser would have to ask for it";
    raise({
      rule: "file-place",
      place,
      message,
      fix: fixOfImage(place.path),
    });
    return;
  }
  const named = { fromFile: writtenIn.path, written: decoded(image.url), place };
  if (isWithheldFile(targets.owner, named, targets.files, raise)) {
    image.url = NOWHERE;
    return;
  }
  const file = findFile(targets.owner, named, targets.files, raise);
  if (file === undefined) return;
  if (file.width === undefined || file.height === undefined) {
    const message = `${file.path} is not an image in a form that browsers show (PNG, JPEG, SVG, GIF or WebP)`;
    const fix = "save it as PNG, JPEG or SVG; link to other files with [words](path)";
    raise({ rule: "file-refused", place, message, fix });
    return;
  }
  raiseLargeImage(file, place, raise);
  raiseTooManyPixels(file, pixels, place, raise);
  const problem = problemOfDrawing(file);
  if (problem !== undefined) raise({ rule: "character-not-in-fonts", place, ...problem });
  files.push(file.path);
  image.url = fileHref(targets.owner, file.path);
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

import type { Link, LinkReference } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** The words of a link as they are read out. */
export function wordsOfLink(link: Link | LinkReference): string {
  return textOf(link, { includeImageAlt: true });
}

/** The words of a link, so that those that sound the same are the same. */
export function comparableWords(link: Link | LinkReference): string {
  return wordsOfLink(link)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether the words of a link say that it is one, in any sentence, and nothing of where it leads. */
export function isVague(link: Link | LinkReference): boolean {
  return VAGUE.has(comparableWords(link));
}

const VAGUE = new Set(
  [
    "here|click|click here|click me|click on this|click this|press here|tap here|see here|view here|available here|available online",
    "this|this link|link|the link|the following link|click on this link|click this link|click the link|follow this link|via this link|at this link|using this link|on this link|web link|weblink|hyperlink|url",
    "more|read more|see more|find out more|learn more|view more|show more|read on|continue|continue reading|more here|read more here|find out more here|more info|more information|more details|further information|further details|details|full details|info|information",
    "website|web site|webpage|web page|page|site|this website|this site|this page|this webpage|this web page|our website|the website|the page|the site",
    "document|this document|the document|report|this report|article|this article|file|this file|download|download here|download this|pdf|attachment|attached|open|view|go|online|source",
    "yma|cliciwch yma|cliciwch|fan hyn|darllen mwy|darllenwch fwy|rhagor|rhagor o wybodaeth|mwy|mwy o wybodaeth|dolen|y ddolen|y ddolen hon|gwefan|tudalen|adroddiad|dogfen|lawrlwytho",
  ].flatMap((words) => words.split("|")),
);

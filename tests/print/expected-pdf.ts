import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Report } from "../../src/model/report.ts";
import type { Expected } from "./pdf-checks.ts";

function elements(node: Nodes, tagName: string): readonly Element[] {
  const own = node.type === "element" && node.tagName === tagName ? [node] : [];
  return [...own, ...("children" in node ? node.children.flatMap((child) => elements(child, tagName)) : [])];
}

function words(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What the PDF of a report must hold, read from its page another way than the program reads it. */
export function expectedOf(report: Report, page: string, pages: number, baseUrl: string): Expected {
  const { frontmatter } = report;
  const body = fromHtml(page);
  const article = elements(body, "article")[0] ?? body;
  const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
  const inOrder = (node: Nodes): readonly Element[] =>
    "children" in node
      ? node.children.flatMap((child) => [...(child.type === "element" ? [child] : []), ...inOrder(child)])
      : [];
  const shown = inOrder(article).filter(({ tagName }) => headings.includes(tagName));
  const wanted = shown
    .map((heading) => [Number(heading.tagName.slice(1)), oneLine(words(heading))] as const)
    .filter(([, text]) => text !== "Contents" && text !== "Notes");
  const contents = pages > 8 ? [[2, "Contents"] as const] : [];
  const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
    Array.isArray(className) && className.includes(name);
  const notes = elements(article, "section").filter(({ properties }) => properties["dataFootnotes"] !== undefined);
  const numbers = elements(article, "a").filter((link) => hasClass(link, "para-number"));
  const facts = elements(elements(article, "header")[0] ?? body, "dl");
  // Names at the head lead to lists of the site, and are words on paper.
  const ways = facts
    .flatMap((list) => elements(list, "a"))
    .filter(({ properties }) => /^[a-z]+:/.test(String(properties["href"])));
  const ofNavigation = new Set(elements(article, "nav").flatMap((part) => elements(part, "a")));
  const printed = ways.concat(
    elements(article, "div")
      .filter((part) => hasClass(part, "report-body"))
      .flatMap((part) => elements(part, "a"))
      .filter((link) => !ofNavigation.has(link) && link.properties["type"] !== "application/json"),
    elements(body, "p")
      .filter((part) => hasClass(part, "site-licence"))
      .flatMap((part) => elements(part, "a")),
  );
  const hrefs = printed.map(({ properties }) => String(properties["href"]));
  const address = `${baseUrl}${report.path.replace(/\.md$/, "/")}`;
  return {
    title: frontmatter.title,
    language: frontmatter.lang === "cy" ? "cy" : "en-GB",
    date: frontmatter.date,
    pages,
    numbers: numbers.map((link) => words(link).replace("Paragraph ", "")),
    headings: [...wanted.slice(0, 1), ...contents, ...wanted.slice(1)],
    alternatives: elements(article, "img")
      .map(({ properties }) => String(properties["alt"]))
      .filter((alt) => alt !== ""),
    notes: notes.flatMap((section) => elements(section, "li")).length,
    headerCells: elements(article, "th").map((cell) => oneLine(words(cell))),
    addresses: hrefs.filter((href) => !href.startsWith("#")).map((href) => new URL(href, address).href),
    references: 0,
    bookmarks: wanted
      .slice(1)
      .filter(([level]) => level === 2)
      .map(([, text]) => text),
    mark: report.marking === undefined ? "" : "Not for publication",
  };
}

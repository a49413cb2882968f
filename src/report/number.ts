import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexSection, NumberedParagraph, Numbering, NumberingStyle, ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { detectNumbering } from "./numbering-mode.ts";
import { isAbbreviationsHeading, readAnnexHeading } from "./section-headings.ts";
import { letterLists } from "./sub-lists.ts";
import { numberedLinesIn, type TypedNumber, typedDigits, typedNumberAt, withoutTypedNumber } from "./typed-number.ts";

export interface NumberingOptions {
  /** As the frontmatter says; without it, the text decides. */
  readonly numbering: Numbering | undefined;
  readonly style: NumberingStyle;
  /** The letter of the annex that the text is, if it is one. */
  readonly letter?: string;
}

/** One run of numbers: the report's own, or an annex's. */
interface Series {
  readonly letter: string | undefined;
  readonly isDecimal: boolean;
  section: number;
  count: number;
}

/** A sub-list that was typed at the margin, where Markdown joins it to the paragraphs' own list. */
interface Run {
  readonly list: List;
  next: number;
}

interface Block {
  readonly node: RootContent;
  readonly isUnnumbered: boolean;
}

/**
 * Numbers the paragraphs of a text, in the order of reading, and gathers under each what belongs to it; annexes that are
 * written in the text, and a list of abbreviations, become sections of their own. Changes the text's tree.
 */
export function numberParagraphs(text: ParsedText, options: NumberingOptions, raise: Raise): void {
  const blocks = flatten(text.tree.children, false);
  const numbering = options.numbering ?? detectNumbering(text, ofTheReport(blocks), raise);
  const isDecimal = options.style === "decimal" && options.letter === undefined;
  const own: Series = { letter: options.letter, isDecimal, section: 0, count: 0 };

  const content: RootContent[] = [];
  let target = content;
  let series = own;
  let open: NumberedParagraph | undefined;
  let run: Run | undefined;
  let lastItem = 0;
  let isInList = false;
  let listDepth = 0;

  const due = (): string => numberOf(series, series.count + 1);
  const attach = (node: RootContent): void => {
    if (numbering !== "none") letterLists(text, node, raise);
    (open?.children ?? target).push(node);
    run = undefined;
  };
  const begin = (children: RootContent[], position: RootContent["position"]): void => {
    series.count++;
    const number = numberOf(series, series.count);
    open = { type: "numberedParagraph", number, id: `para-${number}`, children, position };
    for (const child of children) letterLists(text, child, raise);
    target.push(open);
    run = undefined;
    if (series.isDecimal && series.section === 0 && series.count === 1) {
      raise({
        rule: "paragraph-before-heading",
        place: placeOf(text, open),
        message: `this paragraph stands before the first heading, so its number is ${number}`,
        fix: "put a heading above it, such as ## Introduction",
      });
    }
  };

  for (const [index, { node, isUnnumbered }] of blocks.entries()) {
    if (node.type === "heading") {
      open = undefined;
      run = undefined;
      if (isInList && node.depth > listDepth) {
        const section = target.at(-1);
        if (section?.type === "glossarySection") section.children.push(node);
        continue;
      }
      isInList = isAbbreviationsHeading(node);
      listDepth = node.depth;
      if (node.depth === 2) {
        const annex = isInList ? undefined : readAnnexHeading(node);
        if (annex !== undefined) {
          const section: AnnexSection = { type: "annexSection", ...annex, children: [], position: node.position };
          content.push(section);
          target = section.children;
          series = { letter: annex.letter, isDecimal: false, section: 0, count: 0 };
          continue;
        }
        if (target !== content && !isInList) raiseTextAfterAnnex(text, node, raise);
        target = content;
        series = own;
        if (!isInList) own.section++;
        if (isDecimal && !isInList) {
          own.count = 0;
          node.data = { ...node.data, number: String(own.section) };
        }
      }
      if (isInList)
        target.push({
          type: "glossarySection",
          heading: textOf(node).replace(/\s*:$/, ""),
          entries: [],
          children: [],
          position: node.position,
        });
      else target.push(node);
      continue;
    }
    const section = target.at(-1);
    if (isInList && section?.type === "glossarySection") {
      section.children.push(node);
      continue;
    }
    if (node.type === "footnoteDefinition") {
      letterLists(text, node, raise);
      target.push(node);
    } else if (node.type === "paragraph" && numbering !== "none" && !isUnnumbered) {
      numberPlainParagraph(node, blocks[index - 1]?.node);
    } else if (node.type === "list" && node.ordered === true && numbering !== "none" && !isUnnumbered) {
      if (numbering === "typed") numberTypedList(node);
      else attachList(node);
    } else {
      attach(node);
    }
    raiseSwallowed(node);
  }
  text.tree.children = content;

  function numberPlainParagraph(paragraph: Paragraph, above: RootContent | undefined): void {
    const typed = typedNumberAt(text, paragraph);
    if (numbering === "automatic") {
      if (typed !== undefined) raiseStray(typed);
      begin([paragraph], paragraph.position);
    } else if (typed !== undefined) {
      if (typed.number !== due()) raiseNotDue(typed.typed, due(), typed.place, raise);
      begin([withoutTypedNumber(paragraph, typed)], paragraph.position);
    } else {
      if (open === undefined) {
        raise({
          rule: "continuation-alone",
          place: placeOf(text, paragraph),
          message:
            above?.type === "heading"
              ? "this paragraph has no number and stands straight under a heading, so it continues nothing"
              : "this paragraph has no number and continues nothing",
          fix: `type ${due()}. before it, or put it between :::unnumbered and :::`,
        });
      }
      attach(paragraph);
    }
  }

  function raiseStray(typed: TypedNumber): void {
    raise({
      rule: "typed-number-stray",
      place: typed.place,
      message: `${typed.typed} is typed here, and would stand beside the paragraph's own number, ${due()}`,
      fix: typed.typed.startsWith("(")
        ? "write sub-paragraphs as an indented list (1., 2. …), which is lettered"
        : "delete it, or put `numbering: typed` into the frontmatter; a backslash before its full stop keeps it as text",
    });
  }

  function attachList(list: List): void {
    lastItem = lastDigits(list);
    if (open === undefined) {
      raise({
        rule: "list-alone",
        place: placeOf(text, list),
        message: "this numbered list stands straight under a heading, so it belongs to no paragraph, and is lettered",
        fix: "put a sentence above it, or put `numbering: typed` into the frontmatter if its items are the paragraphs",
      });
    }
    attach(list);
  }

  function lastDigits(list: List): number {
    const last = list.children.at(-1);
    return last === undefined ? 0 : typedDigits(text, last).digits;
  }

  function numberTypedList(list: List): void {
    const items = list.children.map((item) => ({ item, ...typedDigits(text, item) }));
    const [, second] = items;
    if (second !== undefined && items.every(({ digits }) => digits === 1)) {
      raise({
        rule: "typed-number-all-ones",
        place: second.place,
        message: "every item of this list is typed as 1",
        fix: `type the numbers in order, from ${due()}; indent a sub-list by four spaces`,
      });
      for (const { item } of items) beginItem(item);
      return;
    }
    for (const { item, digits, place } of items) {
      const isDue = due() === numberOf(series, digits) && !series.isDecimal;
      const continuesRun = run?.next === digits;
      if (continuesRun && isDue) {
        raise({
          rule: "typed-number-ambiguous",
          place,
          message: `${digits} could be paragraph ${due()}, and it could go on the sub-list above it`,
          fix: "indent the whole sub-list by four spaces, so that it clearly belongs to the paragraph above",
        });
      }
      if (continuesRun && run !== undefined) extendRun(run, item, digits);
      else if (isDue) beginItem(item);
      else if (digits === 1 && open !== undefined) beginRun(open, list, item);
      else {
        raiseNotDue(`${digits}`, due(), place, raise);
        if (digits > 0) series.count = digits - 1;
        beginItem(item);
      }
      lastItem = digits;
      for (const child of item.children) raiseSwallowed(child);
    }
  }

  function beginItem(item: ListItem): void {
    begin(item.children, item.position);
    const [first] = item.children;
    if (first?.type !== "paragraph") {
      raise({
        rule: "paragraph-empty",
        place: placeOf(text, item),
        message: "this numbered paragraph has no text of its own",
        fix: "write its text on the line of the number",
      });
    }
  }

  function beginRun(paragraph: NumberedParagraph, list: List, item: ListItem): void {
    const started: List = { ...list, start: 1, children: [item], data: { letteredDepth: 1 } };
    for (const child of item.children) letterLists(text, child, raise, 1);
    paragraph.children.push(started);
    run = { list: started, next: 2 };
  }

  function extendRun(current: Run, item: ListItem, digits: number): void {
    for (const child of item.children) letterLists(text, child, raise, 1);
    current.list.children.push(item);
    current.next = digits + 1;
  }

  /** Markdown lets no list but one that begins at 1 interrupt a paragraph, so such a line loses its number. */
  function raiseSwallowed(node: RootContent): void {
    if (numbering === "none" || node.type !== "paragraph") return;
    let carriedOn = lastItem + 1;
    for (const { digits, place } of numberedLinesIn(text, node)) {
      const isNumber = numberOf(series, digits) === due() || digits === carriedOn;
      if (isNumber) {
        carriedOn = digits + 1;
        raise({
          rule: "typed-number-swallowed",
          place,
          message: `this line begins with ${digits}, and Markdown takes it into the paragraph above: its number would be lost`,
          fix: "put an empty line above it",
        });
      } else {
        raise({
          rule: "number-in-line",
          place,
          message: `this line within a paragraph begins with ${digits} and a full stop`,
          fix: "if it begins a paragraph, put an empty line above it; if not, leave it",
        });
      }
    }
  }
}

function numberOf(series: Series, count: number): string {
  if (series.letter !== undefined) return `${series.letter}${count}`;
  return series.isDecimal ? `${series.section}.${count}` : `${count}`;
}

function raiseNotDue(typed: string, due: string, place: Parameters<Raise>[0]["place"], raise: Raise): void {
  raise({
    rule: "typed-number",
    place,
    message: `paragraph ${typed} is typed here, but ${due} is due`,
    fix: `type ${due}; a sub-list is indented by four spaces`,
  });
}

function raiseTextAfterAnnex(text: ParsedText, heading: RootContent, raise: Raise): void {
  raise({
    rule: "annex-text-after",
    place: placeOf(text, heading),
    message: "this heading ends the annex above it, and the report's own numbers go on",
    fix: "begin headings within an annex with ###",
  });
}

function flatten(nodes: readonly RootContent[], isUnnumbered: boolean): readonly Block[] {
  return nodes.flatMap((node) => {
    if (node.type !== "containerDirective") return [{ node, isUnnumbered }];
    return flatten(node.children, isUnnumbered || node.name === "unnumbered");
  });
}

/** The blocks that decide how the report is numbered: not those of its annexes, its abbreviations or unnumbered blocks. */
function ofTheReport(blocks: readonly Block[]): readonly RootContent[] {
  let isOwn = true;
  return blocks.flatMap(({ node, isUnnumbered }) => {
    if (node.type === "heading" && node.depth === 2) isOwn = readAnnexHeading(node) === undefined;
    if (node.type === "heading" && isAbbreviationsHeading(node)) isOwn = false;
    return isOwn && !isUnnumbered ? [node] : [];
  });
}

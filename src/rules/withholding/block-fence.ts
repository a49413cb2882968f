import type { ContainerDirective } from "mdast-util-directive";
import type { Place } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { coverageOf, linesOf, placeOf, placeOnLine } from "../../text/place.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";

const BLOCKS = ["unnumbered", "exempt", "recommendation"] as const;

/** Two colons or more, and what looks like them, wherever Markdown could begin a block. */
const COLONS = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*([:：﹕∶꞉ː]{2,})/;
const OPENING = /^(:{3,})([a-z]+)(\{[^{}]*\})?\s*$/;
const CLOSING = /^(:{3,})\s*$/;

interface OpenBlock {
  readonly colons: number;
  readonly line: number;
}

/**
 * Every line that begins with two or more colons opens or closes a block that is known: a mistyped fence must never
 * publish what it was meant to hold back. The lines are read here a second time, apart from the parser, and both must
 * agree.
 */
export const blockFence = rule({
  id: "block-fence",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  castsDoubt: true,
  summary: "a line of colons does not open or close a block that is known",
  remedy:
    "write :::exempt, :::unnumbered or :::recommendation at the start of a line, and ::: on a line below its last paragraph; put a backslash before colons that are text",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const isCode = linesOf(nodesOf(text, "code").map(({ node }) => node));
  const isComment = coverageOf(nodesOf(text, "html").map(({ node }) => node));
  const found = new Set<string>();
  const open: OpenBlock[] = [];
  let wrong = false;
  const refuse: RaiseFound = (finding) => {
    wrong = true;
    raise(finding);
  };
  let lineStart = 0;
  for (const [index, line] of text.text.split("\n").entries()) {
    const offset = lineStart;
    lineStart += line.length + 1;
    const colons = COLONS.exec(line)?.[1];
    if (colons === undefined) continue;
    const start = line.indexOf(colons) + 1;
    if (isCode(index + 1)) continue;
    // A comment after the colons hides nothing of them: only what is around them does.
    if (isComment(offset + start - 1)) continue;
    const place = placeOnLine(text, index + 1, start, Math.max(line.trimEnd().length, start) + 1);
    if (CLOSING.test(line)) {
      const block = open.pop();
      if (block === undefined)
        refuse({
          quotesNothing: true,
          place,
          message: "a block ends here, and no block has begun",
          fix: "delete this line, or begin the block above with :::unnumbered, :::recommendation or :::exempt",
        });
      else if (block.colons !== colons.length) refuse(unequal(text, place, block, colons.length));
      else found.add(`${block.line}-${index + 1}`);
    } else {
      const problem = openingProblem(line, open.at(-1));
      if (problem === undefined) open.push({ colons: colons.length, line: index + 1 });
      else refuse({ quotesNothing: true, place, ...problem });
    }
  }
  for (const block of open) {
    refuse({
      quotesNothing: true,
      place: placeOnLine(text, block.line, 1, block.colons + 1),
      message: "a block begins here and never ends",
      fix: `put a line of ${":".repeat(block.colons)} below its last paragraph`,
    });
  }
  if (!wrong) raiseDisagreement(text, found, raise);
}

function openingProblem(
  line: string,
  outer: OpenBlock | undefined,
): { readonly message: string; readonly fix: string; readonly knownWord?: string } | undefined {
  const match = OPENING.exec(line);
  const name = /(?<!:):{2,}\s*([\p{L}-]+)/u.exec(line)?.[1] ?? "";
  const known = BLOCKS.find((block) => block === match?.[2]);
  if (match !== null && known !== undefined) {
    if (known !== "exempt" && match[3] !== undefined)
      return { message: `\`${known}\` takes nothing in braces`, fix: `write :::${known} and nothing after it` };
    if (outer !== undefined && (match[1]?.length ?? 0) >= outer.colons) {
      return {
        message: `a block begins here inside the block of line ${outer.line}, with as many colons`,
        fix: `end the outer block first, or begin it with ${":".repeat(outer.colons + 1)}`,
      };
    }
    return undefined;
  }
  const nearest = closestMatch(name, BLOCKS);
  return {
    message: "this line begins with colons and opens no block that is known",
    fix:
      nearest === undefined
        ? "the blocks are :::unnumbered, :::recommendation and :::exempt, at the start of a line; put a backslash before colons that are part of the text"
        : `write :::${nearest}, at the start of the line`,
    ...(nearest === undefined ? {} : { knownWord: nearest }),
  };
}

function unequal(text: ParsedText, place: Place, block: OpenBlock, colons: number): Found {
  return {
    quotesNothing: true,
    place,
    message: `this line has ${colons} colons, and the block that it would end has ${block.colons}`,
    fix: `write ${":".repeat(block.colons)}`,
    related: { message: "the block begins here", place: placeOnLine(text, block.line, 1, block.colons + 1) },
  };
}

function raiseDisagreement(text: ParsedText, found: ReadonlySet<string>, raise: RaiseFound): void {
  for (const { node, parent } of nodesOf(text, "containerDirective")) {
    const isTopLevel = parent.type === "root" || parent.type === "containerDirective";
    if (isTopLevel && found.has(spanOf(node))) continue;
    raise({
      quotesNothing: true,
      place: placeOf(text, node),
      message: "a block begins here in a place where it cannot be read for certain",
      fix: "put an empty line above and below the block, and take it out of lists, quotations and comments",
    });
  }
  const parsed = new Set(nodesOf(text, "containerDirective").map(({ node }) => spanOf(node)));
  for (const span of found) {
    if (parsed.has(span)) continue;
    const line = Number(span.split("-", 1)[0]);
    raise({
      quotesNothing: true,
      place: placeOnLine(text, line, 1, 4),
      message: "a block begins here in a place where it cannot be read for certain",
      fix: "put an empty line above and below the block, and take it out of lists, quotations and comments",
    });
  }
}

function spanOf(node: ContainerDirective): string {
  return `${node.position?.start.line}-${node.position?.end.line}`;
}

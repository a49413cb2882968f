import type { Nodes, RootContent } from "mdast";
import type { Place } from "../model/source.ts";
import { findReferences } from "../report/references/find-references.ts";
import { grammarOf } from "../report/references/languages.ts";
import { numberInAnnex } from "../text/annex-letters.ts";
import { eachInlineBlock } from "../text/inline-blocks.ts";
import { type InlineText, inlineText, pieceAt, placeInText } from "../text/inline-text.ts";
import { nodesOf } from "../text/nodes-of.ts";
import type { CountedParagraph } from "./counted-paragraphs.ts";
import type { Correction, FixName, Moved, Remark } from "./fix.ts";
import { correctionOfBody, offsetInBody, placeInBody, placeInFile } from "./fixable.ts";
import type { FixableReport, FixableText } from "./types.ts";

/**
 * What becomes of references when paragraphs are numbered anew. Where the numbers that were typed rose from paragraph to paragraph, or
 * one alone was wrong that no other has, each names one, and a reference to it follows. Else, in another's words, and where nothing had the number that is named, nobody
 * can tell which is meant: the reference stays as it is, and the author is told.
 */
export function followNumbers(
  report: FixableReport,
  paragraphs: readonly CountedParagraph[],
  name: FixName,
): { readonly corrections: readonly Correction[]; readonly remarks: readonly Remark[]; readonly moved: Moved } {
  const moved = movedNumbers(paragraphs);
  const corrections: Correction[] = [];
  const remarks: Remark[] = [];
  const remark = (place: Place, number: string): void => {
    const summary =
      "a paragraph is named here, and paragraphs are numbered anew: check that it is the one that is meant";
    const message = `paragraph ${number} is named here, and paragraphs are numbered anew: check that it is the one that is meant`;
    remarks.push({ name, place, message, summary });
  };
  for (const text of report.texts) {
    const links = linksTo(text);
    for (const { number, start, end } of links) {
      if (!moved.has(number)) continue;
      const due = moved.get(number);
      if (due === undefined) remark(placeInBody(text, start, end), number);
      else corrections.push(correctionOfBody(text, name, [start, end], due));
    }
    eachReference(report, text, ({ number, typed, place, offset, isQuoted, isInLink }) => {
      if (!moved.has(number)) return;
      const due = moved.get(number);
      const end = offset + typed.length;
      const isTyped = text.body.text.slice(offset, end) === typed;
      // Words of a link to something else are about that.
      const leads = !isInLink || links.some((link) => offset >= link.from && offset < link.start);
      if (due === undefined || isQuoted || !isTyped || !leads) remark(place, number);
      else corrections.push(correctionOfBody(text, name, [offset, end], inOwnForm(due, typed)));
    });
  }
  const named = findReferences(report.summary ?? "", grammarOf(report.lang)).phrases.some(
    ({ kind, target }) => kind === "paragraph" && moved.has(target),
  );
  const [own] = report.texts;
  const at = own?.frontmatter?.yaml.search(/^summary:/m) ?? -1;
  if (named && own !== undefined && at !== -1) {
    const summary =
      "the summary names a paragraph, and paragraphs are numbered anew: check that it is the one that is meant";
    remarks.push({ name, place: placeInFile(own, at + 3, at + 10), message: summary, summary });
  }
  return { corrections, remarks, moved };
}

/** "7" of the number "A7", where "3" stood for "A3": "paragraph 3 of Annex A". */
function inOwnForm(due: string, typed: string): string {
  return /^\d+$/.test(typed) ? (/(?<!\d)\d+$/.exec(due)?.[0] ?? due) : due;
}

/** What each number that was typed becomes, and which are in doubt: those typed twice, and those given anew that nothing had. */
function movedNumbers(paragraphs: readonly CountedParagraph[]): Moved {
  const moved = new Map<string, string | undefined>();
  const series = new Map<string, CountedParagraph[]>();
  for (const paragraph of paragraphs) {
    const prefix = paragraph.due.replace(/(?<!\d)\d+$/, "");
    const own = series.get(prefix);
    if (own) own.push(paragraph);
    else series.set(prefix, [paragraph]);
  }
  const ofReport = new Set(paragraphs.flatMap(({ typed }) => (/^\d/.test(typed) ? [typed] : [])));
  const isAnnexFile = ofReport.size === 0;
  for (const [prefix, own] of series) {
    const changed = own.filter(({ typed, due }) => typed !== due);
    const rises = own.every(({ digits }, index) => index === 0 || digits > (own[index - 1]?.digits ?? 0));
    const typedNumbers = new Set(own.map(({ typed }) => typed));
    for (const { due } of changed) if (!typedNumbers.has(due) || !rises) moved.set(due, undefined);
    const [slip, ...further] = changed;
    const isAlone = further.length === 0 && own.filter(({ typed }) => typed === slip?.typed).length === 1;
    const isClear = rises || (isAlone && !own.some(({ due }) => due === slip?.typed));
    for (const { typed, due } of changed) moved.set(typed, isClear ? due : undefined);
    // The numbers of the report may have been typed on into an annex, and a plain number may mean one of these.
    for (const { digits } of changed)
      if (!isAnnexFile && /^[A-Z]/.test(prefix) && !ofReport.has(`${digits}`)) moved.set(`${digits}`, undefined);
  }
  return moved;
}

interface LinkNumber {
  readonly number: string;
  /** Where the link begins, and where the number in its address stands. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** The numbers of paragraphs in the addresses of links within the report. */
function linksTo({ body }: FixableText): readonly LinkNumber[] {
  const nodes: readonly { readonly node: Nodes & { readonly url: string } }[] = [
    ...nodesOf(body, "link"),
    ...nodesOf(body, "definition"),
  ];
  return nodes.flatMap(({ node }) => {
    const number = /^#para-([A-Z]{0,2}\d+(?:\.\d+)*)$/.exec(node.url)?.[1];
    const from = node.position?.start.offset ?? 0;
    const at = body.text.slice(from, node.position?.end.offset).lastIndexOf(node.url);
    if (number === undefined || at === -1) return [];
    const start = from + at + "#para-".length;
    return [{ number, from, start, end: start + number.length }];
  });
}

interface Reference {
  /** The number in full. */
  readonly number: string;
  /** As it was typed, and where, in the body. */
  readonly typed: string;
  readonly offset: number;
  readonly place: Place;
  readonly isQuoted: boolean;
  readonly isInLink: boolean;
}

function eachReference(report: FixableReport, text: FixableText, visit: (reference: Reference) => void): void {
  const numbered = text.path === report.path ? report.numbered.body : report.numbered.annexes.get(text.path);
  if (numbered === undefined) return;
  const grammar = grammarOf(report.lang);
  const content: readonly RootContent[] = numbered.text.tree.children;
  eachInlineBlock(content, numbered.text, (block, where) => {
    const inline: InlineText = inlineText(block);
    for (const { kind, target, annex, targetStart, targetEnd } of findReferences(inline.text, grammar).phrases) {
      if (kind !== "paragraph") continue;
      const place = placeInText(numbered.text, inline, targetStart, targetEnd);
      visit({
        number: annex === undefined ? target : numberInAnnex(annex, target),
        typed: target,
        offset: offsetInBody(text, place),
        place,
        isQuoted: where.isQuoted === true,
        isInLink: pieceAt(inline, targetStart)?.isInLink === true,
      });
    }
  });
}

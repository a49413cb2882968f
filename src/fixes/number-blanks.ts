import { nodesOf } from "../text/nodes-of.ts";
import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

const WIDE = /^(?:\d{1,9}[.)]|[-+*])([ \t]{5,})\S/;
const NONE = /^\d{1,4}[.)](?=\p{L})/u;

/** Leaves one blank behind a number, or behind the sign of a point, so that every reader of Markdown sees a list. */
export const numberBlanks: ReportFix = {
  names: ["number-blanks"],
  changesBlocks: true,
  find: inEachText((text) => [...narrowed(text), ...parted(text)]),
};

function narrowed(text: FixableText): readonly Correction[] {
  return nodesOf(text.body, "listItem").flatMap(({ node: { position } }) => {
    const start = position?.start.offset ?? 0;
    const [whole = "", blanks = ""] = WIDE.exec(text.body.text.slice(start, position?.end.offset)) ?? [];
    const end = start + whole.length - 1;
    return whole === "" ? [] : [correctionOfBody(text, "number-blanks", [end - blanks.length, end], " ")];
  });
}

function parted(text: FixableText): readonly Correction[] {
  return nodesOf(text.body, "paragraph").flatMap(({ node: { position }, parent }) => {
    const start = position?.start.offset ?? 0;
    const isAtMargin = parent.type === "root" || parent.type === "containerDirective";
    const number = isAtMargin ? NONE.exec(text.body.text.slice(start, position?.end.offset))?.[0] : undefined;
    const end = start + (number?.length ?? 0);
    return number === undefined ? [] : [correctionOfBody(text, "number-blanks", [end, end], " ")];
  });
}

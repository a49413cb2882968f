import type { Raise } from "../../diagnostics/catalogue.ts";
import { placeAt, type Readable } from "../../text/place.ts";

/** Comments and texts, each up to its end or that of the file or line; what loads something; and brackets. */
const PIECES =
  /(?<comment>\/\*[^*]*(?:\*(?!\/)[^*]*)*(?<commentEnd>\*\/)?)|(?<text>"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*(?<doubleEnd>")?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*(?<singleEnd>')?)|(?<loads>@import\b|(?:url|image-set|src)\((?!\s*["']?#))|(?<bracket>[{}()[\]])|\\[\s\S]/gi;

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** Checks the site's own style sheet: that it can be read to its end, and loads nothing. */
export function checkStyles(source: Readable, raise: Raise): void {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const unread = (at: number, length: number, message: string, fix: string): void =>
    raise({ rule: "style-sheet-syntax", place: placeAt(source, at, at + length), message, fix });
  for (const match of source.text.matchAll(PIECES)) {
    const { comment, commentEnd, text, doubleEnd, singleEnd, loads, bracket } = match.groups ?? {};
    const at = match.index;
    if (comment !== undefined && commentEnd === undefined)
      unread(at, 2, "a comment is opened here, and never closed", "write */ where it ends");
    if (text !== undefined && doubleEnd === undefined && singleEnd === undefined)
      unread(at, 1, "a quotation mark is opened here, and not closed on this line", "close it with the same mark");
    if (loads !== undefined)
      raise({
        rule: "policy-blocked",
        place: placeAt(source, at, at + loads.length),
        message: `${loads.replace("(", "(…)")} loads another file, and the policy of the site refuses that to custom.css`,
        fix: loads.startsWith("@")
          ? "copy its rules into custom.css"
          : "take it out: use colours, borders, and the fonts that computers have",
      });
    // The bracket behind url and the like is part of what was found.
    if (loads?.endsWith("(")) open.push({ sign: "(", at: at + loads.length - 1 });
    if (bracket === undefined) continue;
    if (CLOSING[bracket] !== undefined) open.push({ sign: bracket, at });
    else if (CLOSING[open.at(-1)?.sign ?? ""] === bracket) open.pop();
    else {
      const last = open.at(-1);
      const [place, message] =
        last === undefined
          ? [at, `this ${bracket} closes nothing`]
          : [last.at, `this ${last.sign} is closed by ${bracket}`];
      unread(place, 1, message, last === undefined ? "take it out" : `write ${CLOSING[last.sign]} where it ends`);
      return;
    }
  }
  const [first] = open;
  if (first !== undefined)
    unread(first.at, 1, `this ${first.sign} is never closed`, `write ${CLOSING[first.sign]} where it ends`);
}

import type { Heading, Nodes, Paragraph, RootContent, TableCell } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { NumberedParagraph, NumberedText } from "../../model/tree.ts";
import { inlineText, placeInText } from "../../text/inline-text.ts";
import { placeOf, placeOnLine, typedText } from "../../text/place.ts";
import { isOwnId } from "./heading-ids.ts";

const LABEL = /\{#([^{}\s]*)\}\s*$/;
const FORM = /^[a-z][a-z0-9-]*$/;

/** The place of a label at the end of a block; of the block itself, where the label is typed in another form. */
function placeOfLabel(text: NumberedText, node: Paragraph | Heading | TableCell, label: string): Place {
  const end = node.position?.end;
  const typed = `{#${label}}`;
  if (end === undefined || !typedText(text, node).endsWith(typed)) return placeOf(text, node);
  return placeOnLine(text, end.line, end.column - typed.length, end.column);
}

/** Takes `{#review}` off the ends of numbered paragraphs, and gives the paragraph of each label. */
export function takeLabels(
  text: NumberedText,
  content: readonly RootContent[],
  raise: Raise,
): ReadonlyMap<string, NumberedParagraph> {
  const labels = new Map<string, { readonly paragraph: NumberedParagraph; readonly place: Place }>();
  const walk = (node: Nodes, owner: NumberedParagraph | undefined, writtenIn: NumberedText): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      const label = takeLabel(node);
      raiseStray(writtenIn, node, raise);
      if (label !== undefined) add(label, owner, placeOfLabel(writtenIn, node, label));
      if (label !== undefined && textOf(node).trim() === "" && node.children.every(({ type }) => type === "text")) {
        const message = "a label stands alone, and would make a numbered paragraph without text";
        raise({
          rule: "paragraph-empty",
          place: placeOf(writtenIn, node),
          message,
          fix: "put it at the end of the paragraph's text",
        });
      }
    } else if ("children" in node) {
      const inner = node.type === "annexSection" ? (node.writtenIn ?? writtenIn) : writtenIn;
      for (const child of node.children) walk(child, node.type === "numberedParagraph" ? node : undefined, inner);
    }
  };
  const add = (label: string, owner: NumberedParagraph | undefined, place: Place): void => {
    const earlier = labels.get(label);
    if (owner === undefined)
      raise({
        rule: "label-form",
        place,
        message: `the label ${label} does not stand at the end of a numbered paragraph`,
        fix: "put it behind the last word of the numbered paragraph itself",
      });
    else if (!FORM.test(label) || isOwnId(label))
      raise({
        rule: "label-form",
        place,
        message: `${label} cannot be a label`,
        fix: "use small letters, figures and hyphens, beginning with a letter, and no name that the page uses itself, such as para-1",
      });
    else if (earlier !== undefined)
      raise({
        rule: "label-twice",
        place,
        message: `two paragraphs have the label ${label}`,
        fix: "give one of them another label",
        related: { message: "the other is here", place: earlier.place },
      });
    else if (owner.label !== undefined)
      raise({
        rule: "label-twice",
        place,
        message: `this paragraph has two labels, ${owner.label} and ${label}`,
        fix: "keep one of them",
      });
    else {
      owner.label = label;
      labels.set(label, { paragraph: owner, place });
    }
  };
  for (const node of content) walk(node, undefined, text);
  return new Map([...labels].map(([label, { paragraph }]) => [label, paragraph]));
}

const STRAY = /\{ ?#[^{}\n]{0,80}\}/g;

/** What looks like a label and is left in the text would be shown as it is typed. */
function raiseStray(text: NumberedText, block: Paragraph | Heading | TableCell, raise: Raise): void {
  const inline = inlineText(block);
  for (const { 0: typed, index } of inline.text.matchAll(STRAY)) {
    const place = placeInText(text, inline, index, index + typed.length);
    const line = text.text.split("\n", place.line)[place.line - 1] ?? "";
    if (line.slice(Math.max(0, place.column - 2), place.column).includes("\\")) continue;
    raise({
      rule: "label-form",
      place,
      message: `${typed} looks like a label, and would be shown as it is typed`,
      fix: "put it after the last word of its paragraph, in small letters, figures and hyphens; a backslash before the { keeps it as text",
    });
  }
}

function takeLabel(block: Paragraph | Heading | TableCell): string | undefined {
  const last = block.children.at(-1);
  if (last?.type !== "text") return undefined;
  const match = LABEL.exec(last.value);
  if (match === null) return undefined;
  last.value = last.value.slice(0, match.index).trimEnd();
  return match[1] ?? "";
}

import type { Element, ElementContent, Root as HtmlRoot } from "hast";
import type { Nodes, RootContent } from "mdast";
import { isWithheldPart } from "../../model/tree.ts";
import { noteId } from "../../text/note-names.ts";

/**
 * Marks the notes that only passages and annexes refer to which are withheld: they are at the end of the page, apart
 * from these. `words` say so. Changes the HTML.
 */
export function markWithheldNotes(html: HtmlRoot, content: readonly RootContent[], words: string): void {
  const notes = withheldNotes(content);
  if (notes.size === 0) return;
  const walk = (node: Element | ElementContent): void => {
    if (node.type !== "element") return;
    const id = node.tagName === "li" ? node.properties["id"] : undefined;
    if (typeof id === "string" && notes.has(id)) node.children.unshift(mark(words), { type: "text", value: " " });
    else for (const child of node.children) walk(child);
  };
  for (const node of html.children) if (node.type === "element") walk(node);
}

function mark(words: string): Element {
  const children: ElementContent[] = [{ type: "text", value: words }];
  return { type: "element", tagName: "strong", properties: { className: ["withheld-mark"] }, children };
}

/** The ids, as they are on the page, of notes that nothing public leads to. */
function withheldNotes(content: readonly RootContent[]): ReadonlySet<string> {
  const references = { open: new Set<string>(), withheld: new Set<string>() };
  const definitions = new Map<string, Nodes>();
  const walk = (node: Nodes, isWithheld: boolean): void => {
    if (node.type === "footnoteReference") references[isWithheld ? "withheld" : "open"].add(node.identifier);
    if (node.type === "footnoteDefinition") definitions.set(node.identifier, node);
    else if ("children" in node) {
      const isIn = isWithheld || isWithheldPart(node);
      for (const child of node.children) walk(child, isIn);
    }
  };
  for (const node of content) walk(node, false);
  const follow = (identifier: string, isWithheld: boolean, seen: Set<string>): void => {
    const note = definitions.get(identifier);
    if (note === undefined || seen.has(identifier)) return;
    seen.add(identifier);
    const before = new Set(references[isWithheld ? "withheld" : "open"]);
    if ("children" in note) for (const child of note.children) walk(child, isWithheld);
    for (const next of references[isWithheld ? "withheld" : "open"])
      if (!before.has(next)) follow(next, isWithheld, seen);
  };
  for (const isWithheld of [false, true]) {
    const seen = new Set<string>();
    for (const identifier of [...references[isWithheld ? "withheld" : "open"]]) follow(identifier, isWithheld, seen);
  }
  const only = [...references.withheld].filter((identifier) => !references.open.has(identifier));
  return new Set(only.map(noteId));
}

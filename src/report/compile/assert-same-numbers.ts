import type { List, RootContent } from "mdast";

/** Throws unless the paragraphs of the public part of a report have the numbers that they have in the whole of it. */
export function assertSameNumbers(whole: readonly RootContent[], publicPart: readonly RootContent[]): void {
  if (numbersIn(whole).join() !== numbersIn(publicPart).join())
    throw new Error("a paragraph has another number in the public edition than in the whole report");
}

/**
 * Each number, and each name of an item that has an address, with the line on which its paragraph begins where that is
 * published; those of withheld annexes are left out.
 */
function numbersIn(content: readonly RootContent[]): readonly string[] {
  return content.flatMap((node) => {
    if (node.type === "numberedParagraph") return [`${node.number} on ${node.position?.start.line}`];
    if (node.type === "exemptPassage" || node.type === "withheldPassage") return node.facts.numbers;
    if (node.type === "list") return namesIn(node);
    if (node.type === "recommendation") return numbersIn(node.children);
    return node.type === "annexSection" && node.notice === undefined ? numbersIn(node.children) : [];
  });
}

function namesIn({ children }: List): readonly string[] {
  return children.flatMap(({ data, position }) =>
    data?.name === undefined ? [] : [`${data.name} on ${position?.start.line}`],
  );
}

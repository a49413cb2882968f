import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

/** Elements whose text stands apart from what is before and after them. */
const BLOCKS = new Set(
  "address article blockquote br caption dd del div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul".split(
    " ",
  ),
);

/** The words of HTML that a reader sees, as an HTML parser reads them: white space made single, elements of some classes left out. */
export function visibleText(html: string, without: readonly string[] = []): string {
  const words = (node: Node): string => {
    if (node.nodeName === "#text" && "value" in node) return node.value;
    if (!("childNodes" in node)) return "";
    const classes = "attrs" in node ? (node.attrs.find(({ name }) => name === "class")?.value ?? "").split(" ") : [];
    if (without.some((name) => classes.includes(name))) return "";
    const inner = node.childNodes.map(words).join("");
    return BLOCKS.has(node.nodeName) ? ` ${inner} ` : inner;
  };
  return words(parseFragment(html)).replace(/\s+/g, " ").trim();
}

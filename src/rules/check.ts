import type { Nodes, Parent } from "mdast";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Frontmatter } from "../model/report.ts";
import type { Settings } from "../model/settings.ts";
import type { Place } from "../model/source.ts";
import type { ParsedText } from "../model/tree.ts";
import type { Readable } from "../text/place.ts";
import type { RunningText } from "../text/running-texts.ts";

/** Looks at one text of a report, as it was parsed, and raises what it finds. */
export type Check = (text: ParsedText, raise: Raise) => void;

/** Looks at the words of one paragraph, heading or cell. */
export type RunningTextCheck = (running: RunningText, raise: Raise) => void;

/** Looks at the words of a whole text, block by block in order, because what begins in one may end in another. */
export type RunningTextsCheck = (texts: readonly RunningText[], raise: Raise) => void;

/** Looks at what is typed, line by line, whatever Markdown or YAML makes of it. */
export type LineCheck = (source: Readable, raise: Raise) => void;

/** Looks at frontmatter that is sound in itself; `placeOf` gives the place of a field, or of an entry of one. */
export type FrontmatterCheck = (
  frontmatter: Frontmatter,
  placeOf: (path: readonly (string | number)[]) => Place,
  settings: Settings,
  raise: Raise,
) => void;

type NodeOfType<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;

/** The nodes of one type, each with its parent, in reading order. */
export function nodesOf<Type extends Nodes["type"]>(
  text: ParsedText,
  type: Type,
): readonly { readonly node: NodeOfType<Type>; readonly parent: Parent }[] {
  const nodes = text.nodes.get(type) ?? [];
  return nodes.filter((entry): entry is { node: NodeOfType<Type>; parent: Parent } => entry.node.type === type);
}

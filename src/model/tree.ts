import type { HeadingData, Literal, Node, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from "mdast";
import type { Abbreviation, Annex, Grounds } from "./report.ts";
import type { CalendarDate, Place } from "./source.ts";

/** A line of Markdown Extra's, `*[HSB]: Harmful Sexual Behaviour`. */
export interface WrittenDefinition {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

/**
 * One Markdown text and its tree. Positions in the tree are lines and columns of the author's file. Each stage takes the text of
 * the stage before, changes its tree in place, and gives it on as its own.
 */
interface TextAt<Stage extends "parsed" | "normalised" | "numbered" | "linked"> {
  readonly stage: Stage;
  readonly path: string;
  /** The text that the tree's offsets count in. */
  readonly text: string;
  readonly tree: Root;
  /** Every node as it was parsed, by its type, in reading order. */
  readonly nodes: ReadonlyMap<string, readonly { readonly node: Nodes; readonly parent: Parent }[]>;
}

/** As the parser gives it, and as most rules look at it. */
export interface ParsedText extends TextAt<"parsed"> {
  /** Definitions of abbreviations that were taken out before parsing. */
  readonly definitions: readonly WrittenDefinition[];
}

/** In the shape that the later stages work on: see `normalise`. */
export type NormalisedText = TextAt<"normalised">;

/** With its paragraphs numbered, in its sections. */
export type NumberedText = TextAt<"numbered">;

/** With its abbreviations marked and its references linked: nothing but rendering comes after. */
export type LinkedText = TextAt<"linked">;

/** A numbered paragraph, with everything that belongs to it. */
export interface NumberedParagraph extends Parent {
  type: "numberedParagraph";
  /** As readers cite it: "14", "A2" or "2.3". */
  number: string;
  id: string;
  label?: string;
  children: RootContent[];
}

/** An annex that is written as text, in the report or in a Markdown file of its own. */
export interface AnnexSection extends Parent {
  type: "annexSection";
  data?: HeadingData;
  letter: string;
  /** "Annex", "Annexe" or "Appendix", as the author calls it. */
  kind: string;
  title: string;
  /** That it is not for publication, where only members have it. */
  notice?: string;
  /** The text that positions within it count in, where that is a file of its own. */
  writtenIn?: NumberedText;
  children: RootContent[];
}

/** Where the generated list of annexes goes. */
export interface AnnexList extends Node {
  type: "annexList";
  annexes: readonly Annex[];
}

/** Where the generated glossary goes, with what its section says beside the definitions. */
export interface GlossarySection extends Parent {
  type: "glossarySection";
  data?: HeadingData;
  heading: string;
  entries: readonly Abbreviation[];
  children: RootContent[];
}

export interface Figure extends Parent {
  type: "figure";
  caption?: string;
  children: RootContent[];
}

export interface Caption extends Parent {
  type: "caption";
  /** What "Table 3" or "Figure 2" leads to. */
  data?: HeadingData;
  children: PhrasingContent[];
}

export interface CaptionedTable extends Parent {
  type: "captionedTable";
  children: (Caption | Table)[];
}

/** What is said of a passage that is withheld, in either edition. */
export interface PassageFacts {
  /** How a reader would name it: "Paragraphs 12 to 14". */
  readonly words: string;
  /** The numbers of the paragraphs that begin within it. */
  readonly numbers: readonly string[];
  /** Their ids, in the same order. */
  readonly ids: readonly string[];
  /** The id of the first of them, or of the paragraph that it is part of. */
  readonly id: string | undefined;
  /** That it is not for publication, and why. */
  readonly notice: string;
  /** The provisions that the notice cites. */
  readonly grounds: Grounds;
  readonly review: CalendarDate | undefined;
}

/** A passage that is withheld, as the members' edition shows it. No public tree holds one. */
export interface ExemptPassage extends Parent {
  type: "exemptPassage";
  facts: PassageFacts;
  children: RootContent[];
}

/** What is between `:::recommendation` and `:::`. */
export interface RecommendationBlock extends Parent {
  type: "recommendation";
  children: RootContent[];
}

/** What is in the public edition in place of a passage that is withheld. */
export interface WithheldPassage extends Node {
  type: "withheldPassage";
  facts: PassageFacts;
}

/** A use of an abbreviation in running text. */
export interface AbbreviationUse extends Parent {
  type: "abbreviationUse";
  long: string;
  /** The id of the glossary entry, where this use links to it. */
  entry?: string;
  children: PhrasingContent[];
}

/** A Markdown Extra line, `*[HSB]: Harmful Sexual Behaviour`. */
export interface AbbreviationDefinition extends Literal {
  type: "abbreviationDefinition";
}

/** That a node is a recommendation, and how the page marks it. */
interface RecommendationMark {
  readonly label: string;
  /** The id of the mark on the page. */
  readonly id: string;
  /** Whether the author's own words show the label. */
  readonly isSaid: boolean;
  /** The id of its other place, where it is there twice; else its own. */
  readonly leadsTo: string;
}

/** A recommendation of a report as others refer to it. */
export interface MarkedRecommendation {
  readonly label: string;
  readonly id: string;
  /** The ids of all its places. */
  readonly ids: readonly string[];
  /** Whether the author's own words show the label. */
  readonly isSaid: boolean;
  readonly paragraph: string | undefined;
  readonly isWithheld: boolean;
  /** Where it is first, by which the public part of a report knows it again. */
  readonly place: string;
}

declare module "unist" {
  interface Data {
    recommendation?: RecommendationMark;
  }
}

declare module "mdast" {
  interface RootContentMap {
    numberedParagraph: NumberedParagraph;
    annexSection: AnnexSection;
    annexList: AnnexList;
    glossarySection: GlossarySection;
    figure: Figure;
    captionedTable: CaptionedTable;
    caption: Caption;
    exemptPassage: ExemptPassage;
    recommendation: RecommendationBlock;
    withheldPassage: WithheldPassage;
    abbreviationUse: AbbreviationUse;
    abbreviationDefinition: AbbreviationDefinition;
  }
  interface BlockContentMap {
    figure: Figure;
    captionedTable: CaptionedTable;
    abbreviationDefinition: AbbreviationDefinition;
  }
  interface PhrasingContentMap {
    abbreviationUse: AbbreviationUse;
  }
  interface ListData {
    /** How many lettered lists this one is in, itself included: 1 is (a), 2 is (i). */
    letteredDepth?: number;
    /** The place in the alphabet at which it begins, where it goes on another. */
    firstLetter?: number;
  }
  interface ParagraphData {
    /** Whether it is a line in bold that stands for a heading. */
    isHeading?: boolean;
  }
  interface ListItemData {
    /** The number or letter that the author typed, as it is published: "2.", "(b)". */
    mark?: string;
    /** What it is called below the heading that its series is under: "2", "b". */
    name?: string;
    id?: string;
  }
  interface ImageData {
    decorative?: boolean;
    width?: number;
    height?: number;
  }
  interface HeadingData {
    id?: string;
    /** The section's number as the page shows it: "3.", or "3.0" as it was typed. */
    number?: string;
    /** What "section 3" refers to it by. */
    section?: string;
  }
}

/** Whether a node of a whole report is a part that is withheld: a passage, or an annex with its text. */
export function isWithheldPart(node: Nodes): boolean {
  return node.type === "exemptPassage" || (node.type === "annexSection" && node.notice !== undefined);
}

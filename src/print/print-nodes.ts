/**
 * Words and what is among them, as the PDF's template reads them. Text is data, and never markup of the engine's.
 */
export type PrintInline =
  | string
  | { readonly kind: "strong" | "emphasis" | "strike" | "aside"; readonly body: readonly PrintInline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  /** A place that links lead to. */
  | { readonly kind: "anchor"; readonly id: string }
  /** A link to a place of the same document. */
  | { readonly kind: "reference"; readonly id: string; readonly body: readonly PrintInline[] }
  /** A link to an address on the web. */
  | { readonly kind: "link"; readonly url: string; readonly body: readonly PrintInline[] }
  | PrintNote
  /** A note that was printed before, by its id. */
  | { readonly kind: "note-again"; readonly id: string }
  | PrintImage;

export interface PrintNote {
  readonly kind: "note";
  readonly id: string;
  readonly number: string;
  readonly body: readonly PrintBlock[];
}

export interface PrintImage {
  readonly kind: "image";
  /** The file's path among those that the document comes with. */
  readonly path: string;
  /** Empty, where the picture carries no meaning. */
  readonly alternative: string;
  /** In points; as wide as the text, if not known. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface PrintItem {
  readonly ids: readonly string[];
  /** The number or letter as it is printed, where it is not a bullet. */
  readonly mark: string;
  /** Its mark is set in bold. */
  readonly isRecommendation?: true;
  readonly body: readonly PrintBlock[];
}

export interface PrintCell {
  readonly isHeader: boolean;
  readonly align: "start" | "center" | "end";
  readonly body: readonly PrintInline[];
}

export type PrintBlock =
  | {
      readonly kind: "heading";
      /** As on the page: 1 is the title, and 2 are the sections. */
      readonly level: number;
      readonly ids: readonly string[];
      readonly body: readonly PrintInline[];
    }
  | { readonly kind: "paragraph"; readonly body: readonly PrintInline[] }
  /** Numbered paragraphs that follow each other. */
  | { readonly kind: "numbered"; readonly items: readonly PrintItem[] }
  | { readonly kind: "marked-list"; readonly items: readonly PrintItem[] }
  | { readonly kind: "bullet-list"; readonly items: readonly PrintItem[] }
  | { readonly kind: "quotation"; readonly body: readonly PrintBlock[] }
  | { readonly kind: "code-block"; readonly text: string }
  | { readonly kind: "rule" }
  | {
      readonly kind: "table";
      readonly caption: readonly PrintInline[];
      readonly header: readonly PrintCell[];
      readonly rows: readonly (readonly PrintCell[])[];
    }
  | { readonly kind: "figure"; readonly body: readonly PrintInline[]; readonly caption: readonly PrintInline[] }
  /** What is said of a part that is withheld. */
  | { readonly kind: "notice"; readonly ids: readonly string[]; readonly body: readonly PrintBlock[] }
  | {
      readonly kind: "terms";
      readonly entries: readonly {
        readonly ids: readonly string[];
        readonly term: readonly PrintInline[];
        readonly body: readonly PrintInline[];
      }[];
    }
  /** A part that begins on a page of its own: an annex, or the glossary. */
  | { readonly kind: "part"; readonly ids: readonly string[]; readonly body: readonly PrintBlock[] };

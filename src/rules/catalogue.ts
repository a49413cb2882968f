import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { Place } from "../model.ts";

type Entry = readonly [severity: Severity, summary: string];

/** Every rule: how grave it is, and what it says in words that quote nothing. */
export const catalogue = {
  "file-encoding": ["error", "the file is not UTF-8 text"],
  "file-too-large": ["error", "the file is too large"],
  "hidden-character": ["error", "a character that cannot be seen stands here"],
  "text-too-deep": ["error", "lists, quotes or brackets are nested too deeply"],
  "text-too-complex": ["error", "the text has a shape that takes too long to read"],
  "file-elsewhere": ["error", "a file lies where no file is expected"],
  "file-symbolic-link": ["error", "a symbolic link lies in the content folder"],
  "file-unnamed": ["error", "a Markdown file lies in a report's folder, and no annex names it"],
  "file-not-published": ["warning", "a file is not published by this version"],
  "output-path-twice": ["error", "two files would be published at one address"],

  "settings-syntax": ["error", "the settings cannot be read"],
  "settings-value": ["error", "a setting does not have the form that it must have"],

  "frontmatter-missing": ["error", "the file does not begin with frontmatter between two lines of ---"],
  "frontmatter-language": ["error", "the frontmatter is not written in YAML"],
  "frontmatter-unclosed": ["error", "the line of --- that ends the frontmatter is missing"],
  "frontmatter-syntax": ["error", "the frontmatter cannot be read"],
  "frontmatter-too-large": ["error", "the frontmatter is too large"],
  "frontmatter-field-unknown": ["error", "the frontmatter has a field that is not known"],
  "frontmatter-field-missing": ["error", "the frontmatter lacks a field that is required"],
  "frontmatter-field-value": ["error", "a field does not have the form that it must have"],
  "frontmatter-field-in-body": ["error", "a field of the frontmatter stands in the text"],
  "confidential-flag": ["error", "whether the report is confidential is not stated in a form that is understood"],
  "confidential-in-body": ["error", "a line of the text states confidentiality, which only the frontmatter can do"],
  "confidential-reason": ["warning", "no reason is given for withholding this"],
  "annex-frontmatter": ["error", "an annex has frontmatter of its own"],
  "exempt-passage": ["error", "this version cannot withhold a passage; withhold the whole report"],

  "block-fence": ["error", "a line of colons does not open or close a block that is known"],
  "raw-html": ["error", "HTML stands in the text"],
  "heading-level-one": ["error", "a heading of the first level stands in the text"],
  "heading-level-skipped": ["error", "a level of headings is skipped"],
  "link-scheme": ["error", "a link leads to an address of a kind that is not accepted"],
  "image-alternative-text": ["error", "an image has no alternative text"],
  "footnote-undefined": ["error", "a footnote is referred to and not written"],
  "footnote-unused": ["error", "a footnote is written and never referred to"],
  "footnote-twice": ["error", "a footnote is written twice"],
  "link-definition-unused": ["warning", "the address of a link is written down and never used"],
  "link-definition-twice": ["warning", "the address of a link is written down twice"],
  "table-cell-lost": ["error", "a row of a table has more cells than its header"],
  "text-empty": ["error", "the report has no text"],

  "typed-number": ["error", "a number is typed here, but another is due"],
  "typed-number-stray": ["error", "a number is typed at the start of a paragraph that is numbered by itself"],
  "typed-number-all-ones": ["error", "every paragraph is typed as number 1"],
  "typed-number-ambiguous": ["error", "an item could be a paragraph or part of a sub-list"],
  "typed-number-swallowed": ["error", "a numbered line is swallowed by the paragraph above it"],
  "number-in-line": ["hint", "a line within a paragraph begins with a number"],
  "sub-list-number": ["warning", "the numbers of a sub-list do not follow each other"],
  "numbering-ambiguous": ["warning", "the paragraphs could be numbered in two ways"],
  "paragraph-empty": ["error", "a numbered paragraph has no text"],
  "continuation-alone": ["warning", "a paragraph without a number continues nothing"],
  "list-alone": ["warning", "a numbered list stands straight under a heading"],
  "paragraph-before-heading": ["warning", "a paragraph stands before the first heading"],

  "label-form": ["error", "a label does not have the form that it must have"],
  "label-twice": ["error", "a label is used twice"],
  "label-missing": ["error", "a link leads to a label that is not there"],
  "reference-missing": ["warning", "a paragraph or annex is referred to that is not there"],
  "link-target-missing": ["error", "a link leads to a file that is not there"],
  "link-text-missing": ["error", "a link has no words"],
  "link-fragment-missing": ["error", "a link leads to a place in another report that is not there"],

  "annex-letter-twice": ["error", "two annexes have the same letter"],
  "annex-file-missing": ["error", "the file of an annex is not there"],
  "file-place": ["error", "a file lies outside the folders that a report may publish from"],
  "file-refused": ["error", "a file cannot be published as it is"],
  "annex-file-and-text": ["error", "an annex is both a file and a section of the report"],
  "annex-not-attached": ["warning", "an annex is listed and not attached"],
  "annex-not-mentioned": ["warning", "the text never mentions an annex"],
  "annex-text-after": ["hint", "the report goes on after an annex"],

  "abbreviation-undefined": ["warning", "an abbreviation is used and never defined"],
  "abbreviation-two-meanings": ["error", "an abbreviation has two long forms"],
  "abbreviation-meanings-differ": ["warning", "two reports give an abbreviation different long forms"],
  "abbreviation-entry-unread": ["warning", "a line of the list of abbreviations cannot be read"],

  "committee-unknown": ["error", "the committee is not one that the settings list"],
} as const satisfies Record<string, Entry>;

export type RuleId = keyof typeof catalogue;

/** What a stage or a check says when it finds something; the rule gives the severity. */
export interface Finding {
  readonly rule: RuleId;
  readonly place: Place;
  readonly message: string;
  readonly fix?: string | undefined;
  readonly knownWord?: string | undefined;
  readonly related?: Diagnostic["related"];
}

/** Takes a finding down. Stages get one; where findings go is the caller's business. */
export type Raise = (finding: Finding) => void;

/** The diagnostic for a finding, with its rule's severity and summary. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const [severity, summary] = catalogue[finding.rule];
  return { ...finding, severity, summary, mayQuote: true };
}

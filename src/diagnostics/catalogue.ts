import type { Place } from "../model/source.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

type Entry = readonly [severity: Severity, summary: string, remedy: string];

/** Every rule: how grave it is, and in words that quote nothing, what it says and how to mend it. */
export const catalogue = {
  "file-encoding": ["error", "the file is not UTF-8 text", "save the file again with the encoding UTF-8"],
  "file-too-large": ["error", "the file is too large", "divide the file, or move long tables into an annex"],
  "hidden-character": ["error", "a character that cannot be seen stands here", "delete it"],
  "text-too-deep": [
    "error",
    "lists, quotes or brackets are nested too deeply",
    "take spaces, dashes or > signs at the start of lines away",
  ],
  "text-too-complex": [
    "error",
    "the text has a shape that takes too long to read",
    "put an empty line between paragraphs, or move part of the text into an annex",
  ],
  "report-too-costly": [
    "error",
    "a text takes more time or memory than one may",
    "take out what stands in it many times in a row, or divide it",
  ],
  "file-elsewhere": [
    "error",
    "a file lies where no file is expected",
    "move it into the folder of the report that it belongs to",
  ],
  "file-symbolic-link": ["error", "a symbolic link lies in the content folder", "put a copy of the file in its place"],
  "file-name": [
    "error",
    "a name cannot be kept by every system, or does not show what it is",
    "give it a name in plain letters and figures",
  ],
  "file-unreadable": ["error", "a file cannot be read", "give the account that runs scrutineer the right to read it"],
  "folder-without-report": [
    "error",
    "a folder holds the files of a report, and no report of its name lies beside it",
    "give the folder the name of its report",
  ],
  "no-reports": ["warning", "the content folder holds no report", "put reports below reports/"],
  "file-unnamed": [
    "error",
    "a Markdown file lies in a report's folder, and no annex names it",
    "name it in the report's `annexes:`, or move it",
  ],
  "output-path-twice": ["error", "two files would be published at one address", "rename one of the two"],
  "path-too-long": [
    "error",
    "what is published of this report would have too long a path",
    "give the report's file, and the folders that it lies in, shorter names",
  ],

  "program-fault": [
    "error",
    "an internal error of scrutineer stopped its work on this report",
    "take out what was changed last, and report the fault",
  ],
  "pdf-not-made": [
    "error",
    "no PDF can be made of this report",
    "take out what was changed last, and report the fault; --no-pdf makes the site without PDFs",
  ],
  "settings-syntax": ["error", "the settings cannot be read", "check the line against the author's guide"],
  "settings-value": [
    "error",
    "a setting does not have the form that it must have",
    "check the setting against the author's guide",
  ],

  "frontmatter-missing": [
    "error",
    "the file does not begin with frontmatter between two lines of ---",
    "make the first line exactly ---, then write the fields, then another line of ---",
  ],
  "frontmatter-language": [
    "error",
    "the frontmatter is not written in YAML",
    "make the first line exactly --- and write the fields as `name: value`",
  ],
  "frontmatter-unclosed": [
    "error",
    "the line of --- that ends the frontmatter is missing",
    "put a line of exactly --- between the fields and the text",
  ],
  "frontmatter-syntax": [
    "error",
    "the frontmatter cannot be read",
    "put values that hold colons or signs in quotation marks, and use spaces, not tabs",
  ],
  "frontmatter-too-large": ["error", "the frontmatter is too large", "move long text into the body of the report"],
  "frontmatter-field-unknown": [
    "error",
    "the frontmatter has a field that is not known",
    "check the spelling of the field, or delete the line",
  ],
  "frontmatter-field-missing": [
    "error",
    "the frontmatter lacks a field that is required",
    "add the field between the lines of ---",
  ],
  "frontmatter-field-value": [
    "error",
    "a field does not have the form that it must have",
    "check the value against the author's guide",
  ],
  "frontmatter-field-in-body": [
    "error",
    "a field of the frontmatter stands in the text",
    "take out the line of --- that ends the frontmatter too early",
  ],
  "confidential-flag": [
    "error",
    "whether the report is confidential is not stated in a form that is understood",
    "write `confidential: No` to publish the report, or `confidential: Yes` if it must not be published",
  ],
  "confidential-in-body": [
    "error",
    "words of a paper that is published say that it, or part of it, is not public",
    "write `confidential: Yes` with its reason, withhold the passage or the annex, or write {elsewhere} after words that mean something else",
  ],
  "confidential-reason": [
    "warning",
    "no reason is given for withholding this",
    "state the basis, such as `confidential: {paragraphs: [3], reason: …}`",
  ],
  "text-withheld": [
    "error",
    "the text of this file is withheld in another file",
    "write here what may be published, or delete the file",
  ],
  "plain-file-withheld": [
    "error",
    "a plain page or the file of a meeting is to be withheld, or part of it, and is always published as a whole",
    "take it out here, and put what may not be published into a report",
  ],
  "annex-frontmatter": [
    "error",
    "an annex has frontmatter of its own",
    "take the lines between --- out of the annex; whether it is withheld is said in the report's `annexes:`",
  ],
  "exempt-passage": [
    "error",
    "a passage that is to be withheld stands in a place or in a form in which nothing would withhold it",
    "write :::exempt{paragraphs=3} on a line of its own, and ::: on a line below the passage",
  ],

  "block-fence": [
    "error",
    "a line of colons does not open or close a block that is known",
    "write :::exempt, :::unnumbered or :::recommendation at the start of a line, and ::: on a line below its last paragraph; put a backslash before colons that are text",
  ],
  "raw-html": [
    "error",
    "HTML stands in the text",
    "write it in Markdown, or put a backslash before a < that is meant as a sign",
  ],
  "comment-unread": [
    "error",
    "a comment stands where its words would be published",
    "put the whole comment on lines of its own at the margin, with no empty line in it",
  ],
  "exempt-attributes": [
    "error",
    "what stands in the braces of a passage that is withheld is not understood",
    'write it as :::exempt{paragraphs="1, 3" reason="…" review=2026-03-31}',
  ],
  "exempt-definition": [
    "error",
    "the text outside a passage that is withheld uses a note or an address that is written within it",
    "write the note, or the address, outside the passage",
  ],
  "block-indented": [
    "error",
    "an indented line at a line of colons is read as code",
    "put the whole list on one side of the line of colons",
  ],
  "heading-level-one": [
    "error",
    "a heading of the first level stands in the text",
    "begin the heading with ##, or run `scrutineer fix`",
  ],
  "heading-level-skipped": [
    "error",
    "a level of headings is skipped",
    "begin the heading with one # fewer, or run `scrutineer fix`",
  ],
  "heading-words-missing": [
    "error",
    "a heading has no words",
    "write its words behind the # signs, or delete the line",
  ],
  "heading-empty": ["warning", "nothing stands under a heading", "write its text below it, or delete the heading"],
  "heading-twice": [
    "warning",
    "a heading stands twice in one part of the report",
    "say in each heading what its part alone is about",
  ],
  "heading-in-bold": [
    "warning",
    "a line in bold stands like a heading, and is read as a paragraph",
    "write it as a heading, with # signs in front",
  ],
  "heading-unread": [
    "warning",
    "a line begins with # signs, and is no heading",
    "put a blank between the # signs and the words",
  ],
  "heading-underlined": [
    "warning",
    "a line of dashes makes a heading of the paragraph above it",
    "put an empty line above the line of dashes, or delete that line",
  ],
  "heading-full-stop": ["hint", "a heading ends in a full stop or another such sign", "take the sign off"],
  "heading-capitals": [
    "hint",
    "a heading is in capitals throughout",
    "write it in small letters, as a sentence begins",
  ],
  "link-scheme": [
    "error",
    "a link leads to an address of a kind that is not accepted",
    "use an address that begins with https:, mailto: or tel:",
  ],
  "link-address": [
    "error",
    "nobody can follow an address of the web",
    "open the page that is meant in a browser, and copy its address from there",
  ],
  "image-alternative-text": [
    "error",
    "an image has no alternative text",
    "say between the square brackets what the image shows",
  ],
  "image-alternative-vague": [
    "warning",
    "the alternative text of an image says nothing of what it shows",
    "say between the square brackets what a reader should learn from the image",
  ],
  "image-alternative-wording": [
    "hint",
    "the alternative text of an image is long, or says what is said already",
    "say in a sentence or two what the image shows",
  ],
  "image-large": [
    "warning",
    "an image is larger than a page needs",
    "scale it down to fit in 3508 × 2480 pixels, below 1 MB",
  ],
  "footnote-undefined": ["error", "a footnote is referred to and not written", "write the note on a line of its own"],
  "footnote-unused": [
    "error",
    "a footnote is written and never referred to",
    "refer to the note in the text, or delete it",
  ],
  "note-typed": [
    "warning",
    "notes are typed as [1], as text, and lead nowhere",
    "write [^1] in the text, and each note on a line of its own that begins with [^1]: and a blank",
  ],
  "footnote-twice": ["error", "a footnote is written twice", "give one of them another number or name"],
  "link-definition-unused": [
    "warning",
    "the address of a link is written down and never used",
    "use it, or delete the line",
  ],
  "link-definition-twice": ["warning", "the address of a link is written down twice", "delete one of the two lines"],
  "link-text-vague": [
    "warning",
    "the words of a link do not say where it leads",
    "make a link of the words that name what it leads to",
  ],
  "link-text-same": [
    "hint",
    "two links have the same words and lead to different addresses",
    "say in the words of each where it leads",
  ],
  "link-text-address": [
    "hint",
    "a long address stands in the text as such",
    "write words, and put the address behind them: [the title of the page](https://…)",
  ],
  "link-internal": [
    "warning",
    "an address works within the council's network, or with a login, alone",
    "link to the address that the public has, or attach the file",
  ],
  "link-credential": [
    "error",
    "an address holds a password, a key or a signature that whoever reads it can use",
    "link to an address without it, or attach the file; and have the secret changed",
  ],
  "character-unprintable": [
    "error",
    "a character stands here for which readers get an empty box",
    "write a list where it is a bullet; otherwise delete it, or type the sign that is meant",
  ],
  "character-not-in-fonts": [
    "error",
    "a character stands here that the fonts of PDFs do not have",
    "say in words what it means, or spell it in Latin letters",
  ],
  "character-joined": [
    "warning",
    "two letters are one character here, so a search for the word does not find it",
    "type the letters",
  ],
  "word-twice": ["warning", "a word stands here twice in a row", "take one of the two out"],
  "quotes-unbalanced": [
    "warning",
    "a curly quotation mark has no partner",
    "put the other mark at the other end of the quotation, or take this one out",
  ],
  "brackets-unbalanced": [
    "warning",
    "a bracket has no partner",
    "put the other bracket at the other end, or take this one out",
  ],
  "date-impossible": ["warning", "a date stands here that no calendar has", "write the day that is meant"],
  "date-weekday": [
    "warning",
    "a date stands here with a day of the week on which it does not fall",
    "look up which of the two is meant, and mend the other",
  ],
  "date-ambiguous": ["hint", "a date stands here that can be read as two days", "write the month in words"],
  "report-after-meeting": [
    "warning",
    "the report is dated after its meeting",
    "put the right date into `date:` or `meeting:`",
  ],
  "clear-days": [
    "warning",
    "too few clear days lie between the date of the report and its meeting",
    "publish it earlier; or, where it is late, put `supplement: 1` into the frontmatter",
  ],
  "table-cell-lost": [
    "error",
    "a row of a table has more cells than its header",
    "add a column to the header, or put a backslash before a | that is part of the text",
  ],
  "table-row-joined": [
    "error",
    "a line straight below a table is taken for a row of it",
    "put an empty line between the table and the line",
  ],
  "table-row-short": [
    "warning",
    "a row of a table has fewer cells than its header",
    "put the missing | where an empty cell belongs",
  ],
  "table-without-header": [
    "error",
    "no column of a table has a name",
    "write the names of the columns into the first row",
  ],
  "table-header-cell-empty": [
    "warning",
    "a column of a table has no name",
    "write the name of the column into the first row",
  ],
  "table-column-empty": [
    "warning",
    "a column of a table is empty below its header",
    "fill the column in, or take it out of every row",
  ],
  "table-empty": ["warning", "a table has no row that holds anything", "write its rows, or delete the table"],
  "table-wide": [
    "hint",
    "a table has more columns than a page carries",
    "make two tables of it, or attach it as a CSV file in an annex",
  ],
  "table-cell-merged": [
    "hint",
    "a cell of a table holds a sign that is to join it to another",
    "write into it what it stands for",
  ],
  "table-caption-missing": [
    "hint",
    "a table has no caption, and another has one",
    "write a caption above it, on a line that begins with Table and a colon",
  ],
  "caption-unread": [
    "warning",
    "a line reads like a caption, and is taken for a paragraph",
    "write it straight above its table, beginning with Table and a colon, or behind the file of its image",
  ],
  "table-unread": [
    "warning",
    "lines with | signs are not read as a table",
    "put a line of dashes for each column straight below the names of the columns",
  ],
  "table-drawn": [
    "warning",
    "lines are set in columns with tabs or blanks, which run together",
    "write a table, with | signs between the columns",
  ],
  "list-run-together": [
    "warning",
    "lines that were typed as a list run together in a paragraph",
    "begin each item of a list with a dash and a blank",
  ],
  "list-item-empty": ["warning", "an item of a list has nothing in it", "write its text, or delete it"],
  "quotation-empty": ["warning", "a quotation has nothing in it", "write its text, or delete it"],
  "code-indented": [
    "warning",
    "a line begins with so many spaces that it is shown as code",
    "take the spaces at its start out",
  ],
  "code-unclosed": [
    "error",
    "code begins here, and no line closes it",
    "put a line of ``` below its last line; if this is no code, delete the line",
  ],
  "line-drawn": ["hint", "a line of signs draws a line across the page", "delete it, or put a heading in its place"],
  "link-unread": [
    "warning",
    "this looks like a link, and makes none",
    "write the words in square brackets, and straight after them the address in round ones",
  ],
  "emphasis-unread": [
    "warning",
    "signs that are to make words bold or slanted are shown as they stand",
    "put the signs straight before the first letter and straight behind the last",
  ],
  "text-empty": ["error", "the report has no text", "write the text below the second line of ---"],

  "typed-number": [
    "error",
    "a number is typed here, but another is due",
    "type the number that is due, or run `scrutineer fix`; for a report that was published so, put `numbering: as-published` into the frontmatter",
  ],
  "typed-number-stray": [
    "error",
    "a number is typed at the start of a paragraph that is numbered by itself",
    "delete it, or put `numbering: typed` into the frontmatter",
  ],
  "typed-number-all-ones": [
    "error",
    "every paragraph is typed as number 1",
    "type the numbers in order, or run `scrutineer fix`",
  ],
  "typed-number-ambiguous": [
    "error",
    "an item could be a paragraph or part of a sub-list",
    "indent the sub-list by four spaces",
  ],
  "typed-number-swallowed": [
    "error",
    "a numbered line is swallowed by the paragraph above it",
    "put an empty line above it, or run `scrutineer fix`",
  ],
  "number-in-line": [
    "hint",
    "a line within a paragraph begins with a number",
    "if it begins a paragraph, put an empty line above it",
  ],
  "number-blanks": [
    "hint",
    "wide blanks stand behind a number, or none",
    "leave one blank behind it, or run `scrutineer fix`",
  ],
  "sub-list-start": [
    "error",
    "a list does not begin at 1, and its number would be lost",
    "begin a sub-list at 1, or put a backslash before the full stop of a number that is part of the text",
  ],
  "sub-list-number": [
    "warning",
    "the numbers of a sub-list do not follow each other",
    "type the numbers of the sub-list in order, or run `scrutineer fix`",
  ],
  "sub-paragraph-letter": [
    "error",
    "the letter of a sub-paragraph is not the next",
    "type the letter that is due; where it is part of the text, put a backslash before it",
  ],
  "number-twice": [
    "warning",
    "two paragraphs were published with the same number",
    "check it against what was published; a reference leads to the first",
  ],
  "recommendation-twice": [
    "warning",
    "two recommendations with different words have one label",
    "give one of them a label of its own, or both the same words",
  ],
  "number-falls": [
    "hint",
    "the number of a paragraph is lower than that of the one above it",
    "check it against what was published",
  ],
  "numbering-ambiguous": [
    "warning",
    "the paragraphs could be numbered in two ways",
    "put `numbering: typed` or `numbering: automatic` into the frontmatter",
  ],
  "paragraph-empty": ["error", "a numbered paragraph has no text", "write its text on the line of the number"],
  "list-alone": ["warning", "a numbered list belongs to no paragraph", "put a sentence above the list"],
  "paragraph-before-heading": ["warning", "a paragraph stands before the first heading", "put a heading above it"],

  "label-form": [
    "error",
    "a label does not have the form that it must have",
    "use small letters, figures and hyphens, at the end of a numbered paragraph",
  ],
  "label-twice": ["error", "a label is used twice", "give one of the two another label"],
  "label-missing": [
    "error",
    "a link leads to a label that is not there",
    "put the label at the end of the paragraph that is meant",
  ],
  "reference-missing": [
    "warning",
    "a paragraph or annex is referred to that is not there",
    "check the number or letter",
  ],
  "reference-to-itself": [
    "warning",
    "a paragraph refers to itself",
    "check the number; if another document’s is meant, put {elsewhere} behind it",
  ],
  "reference-direction": [
    "warning",
    "a paragraph is said to stand above or below, and stands on the other side",
    "check the number, or change the word",
  ],
  "link-target-missing": ["error", "a link leads to a file that is not there", "check the path of the file"],
  "link-text-missing": [
    "error",
    "a link has no words",
    "write what readers are to click on between the square brackets",
  ],
  "link-fragment-missing": [
    "error",
    "a link leads to a place in another report that is not there",
    "check the label or number",
  ],

  "annex-letter-twice": ["error", "two annexes have the same letter", "give one of the two another `label:`"],
  "annex-file-twice": ["error", "two annexes name one file", "name another file"],
  "annex-withheld-file": [
    "error",
    "the file of a withheld annex is not there under that name in the report's folder",
    "write the path of the file as it is spelt, capitals too, so that the file itself is withheld",
  ],
  "annex-withheld-text": [
    "error",
    "this could be the text of a withheld annex, which would be published",
    "move the text of a withheld annex into a file of its own, and name the file in `annexes:`; word a heading that is none differently",
  ],
  "annex-file-missing": [
    "error",
    "the file of an annex is not there",
    "check the spelling, capitals too, or put the file there",
  ],
  "file-place": [
    "error",
    "a file lies outside the folders that a report may publish from",
    "put the file into the report's own folder or into shared/",
  ],
  "file-refused": [
    "error",
    "a file cannot be published as it is",
    "save a picture as PNG or JPEG; print another file to a new PDF, or save its figures as CSV",
  ],
  "file-withheld": [
    "warning",
    "a file is used here that is withheld elsewhere, so it is not published here either",
    "take it out here, or attach a copy from which what is withheld has been taken out",
  ],
  "annex-file-and-text": ["error", "an annex is both a file and a section of the report", "take out one of the two"],
  "annex-not-attached": [
    "warning",
    "an annex is listed and not attached",
    "add `file:`, or write the annex in the report",
  ],
  "annex-not-mentioned": ["warning", "the text never mentions an annex", "say in the text where the annex matters"],
  "annex-text-after": ["hint", "the report goes on after an annex", "begin headings within an annex with ###"],

  "abbreviation-undefined": [
    "warning",
    "an abbreviation is used and never defined",
    "write its long form at its first use, or list it",
  ],
  "abbreviation-unused": [
    "warning",
    "an abbreviation is explained in the list and never used",
    "take it out, or use it in the text",
  ],
  "abbreviation-used-once": [
    "hint",
    "an abbreviation is explained and not used again",
    "leave the short form out: the words alone do",
  ],
  "abbreviation-before-definition": [
    "warning",
    "an abbreviation is used before it is explained",
    "explain it at its first use",
  ],
  "abbreviation-defined-twice": ["warning", "an abbreviation is explained twice", "explain it at its first use alone"],
  "abbreviation-long-form-again": [
    "warning",
    "the words of an abbreviation are written out again",
    "write the short form, or leave it out everywhere",
  ],
  "abbreviation-in-heading": [
    "hint",
    "an abbreviation stands in a heading or in the title before it is explained",
    "write the words out there",
  ],
  "abbreviation-word-repeated": [
    "warning",
    "the last word of an abbreviation stands behind it once more",
    "leave the word out",
  ],
  "abbreviation-list-differs": [
    "hint",
    "the list of abbreviations and the text write an abbreviation's words differently",
    "write them the same in both",
  ],
  "abbreviation-two-meanings": ["error", "an abbreviation has two long forms", "keep one long form"],
  "abbreviation-meanings-differ": [
    "warning",
    "two reports give an abbreviation different long forms",
    "use one long form in all reports",
  ],
  "abbreviation-entry-unread": [
    "warning",
    "a line of the list of abbreviations cannot be read",
    "put a dash with spaces around it between the short form and the long one",
  ],

  "recommendations-file": [
    "error",
    "the file that says what became of recommendations does not fit its report, or cannot be read",
    "check it against docs/recommendations.md",
  ],
  "recommendations-dates": [
    "warning",
    "a day in the file of recommendations comes before what it follows from",
    "put the right day there",
  ],
  "meeting-date": [
    "error",
    "the name of a meeting's file is not the day of the meeting",
    "name the file after the day, as in 2019-04-08.md",
  ],
  "name-spelt-twice": [
    "warning",
    "two reports write the name of an author or a ward differently",
    "write the name in one way in all reports",
  ],
  "committee-unknown": [
    "error",
    "the committee is not one that the settings list",
    "name a committee that site.yml lists",
  ],
} as const satisfies Record<string, Entry>;

export type RuleId = keyof typeof catalogue;

export const ruleIds = Object.keys(catalogue) as readonly RuleId[];

/** What a stage or a check says when it finds something; the rule gives the severity. */
export interface Finding {
  readonly rule: RuleId;
  readonly place: Place;
  readonly message: string;
  readonly fix?: string | undefined;
  /** The message and the fix are the program's own words, whatever the author typed. */
  readonly quotesNothing?: true;
  readonly knownWord?: string | undefined;
  readonly ownWords?: Diagnostic["ownWords"];
  readonly related?: Diagnostic["related"];
}

/** Takes a finding down. Stages get one; where findings go is the caller's business. */
export type Raise = (finding: Finding) => void;

/** The diagnostic for a finding, with its rule's severity and summary. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const [severity, summary, remedy] = catalogue[finding.rule];
  return { ...finding, severity, summary, remedy };
}

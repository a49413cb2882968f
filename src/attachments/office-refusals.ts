import { RefusedFile } from "./refused-file.ts";

/** What is asked of an author who attaches an office file; `step` takes away what is wrong. */
const remedyAfter = (step: string): string =>
  `${step}, save it and attach that; or print it to a new PDF, or save the figures as CSV`;

/** Ends every way of looking into an office file: names what was found, and how it is taken out. */
export const OFFICE = {
  comments: () => new RefusedFile("it contains comments", remedyAfter("delete all comments")),
  changes: () =>
    new RefusedFile(
      "it contains tracked changes, and with them what was deleted",
      remedyAfter("accept or reject all changes, and stop tracking"),
    ),
  hidden: (what: string) =>
    new RefusedFile(
      `it contains ${what} that is hidden, and would be published`,
      remedyAfter("delete what is hidden, or show it"),
    ),
  field: () =>
    new RefusedFile(
      "it contains a field that works out what it shows from a code that readers do not see",
      remedyAfter("select all (also in headers and footers) and press Ctrl+Shift+F9, so that fields become text"),
    ),
  covered: () =>
    new RefusedFile(
      "it contains text or a value in a cell that a merged cell covers",
      remedyAfter("split the merged cells, delete what appears, and merge them again"),
    ),
  differs: (what: string) =>
    new RefusedFile(
      `it contains ${what} that differs from what is shown`,
      remedyAfter("select all that is shown, and copy it as values into a new file"),
    ),
  offSlide: () =>
    new RefusedFile(
      "it contains something outside a slide, or without a size on it, that is not shown and would be published",
      remedyAfter("move it onto the slide, or delete it"),
    ),
  notes: () => new RefusedFile("it contains speaker notes", remedyAfter("remove the notes with Inspect Document")),
  external: () =>
    new RefusedFile(
      "it takes something from other files or data sources, and names where they are",
      remedyAfter("break the links (Data, Edit Links) and paste the values"),
    ),
  embedded: () =>
    new RefusedFile(
      "it contains other files or programs within it",
      remedyAfter("replace embedded objects, charts with their workbook and macros by pictures"),
    ),
  cropped: () =>
    new RefusedFile(
      "it contains a cropped picture, and what was cut off is still in it",
      remedyAfter("compress the pictures and delete cropped areas"),
    ),
  customXml: () =>
    new RefusedFile("it contains custom XML data", remedyAfter("remove custom XML data with Inspect Document")),
  signed: () =>
    new RefusedFile(
      "it contains a digital signature, which publishing would break",
      remedyAfter("remove the signature"),
    ),
  versions: () => new RefusedFile("it contains earlier versions of itself", remedyAfter("delete the versions")),
  script: () => new RefusedFile("it contains macros or scripts", remedyAfter("save it without macros")),
  unknown: (part: string) =>
    new RefusedFile(
      `it contains something that cannot be checked (${part})`,
      remedyAfter("take it out, or paste it as a PNG picture"),
    ),
  otherKind: () =>
    new RefusedFile(
      "it is not a file of the kind that its name says",
      remedyAfter("open it in its program, save it in that format"),
    ),
} as const;

/** For `rewriteXml`: a part that is not well formed. */
export const OFFICE_REMEDY = remedyAfter("open it in its program, save it again");

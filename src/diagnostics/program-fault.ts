import type { Finding } from "./catalogue.ts";

/**
 * What is said of a file at which the program stopped. The words are the program's own: what the machinery says of a
 * fault may quote what is withheld, and helps nobody who writes reports.
 */
export function programFault(path: string): Finding {
  const what = path.startsWith("reports/") ? "report" : "file";
  return {
    rule: "program-fault",
    place: { path, line: 1, column: 1 },
    message: `an internal error of scrutineer stopped its work on this ${what}, which is not published`,
    fix: "take out what was changed last, and report the fault; `build --keep-going` publishes the others",
    quotesNothing: true,
  };
}

/** What is said of a report of which the engine of PDFs makes none, or only none of its part of its meeting's pack. */
export function pdfNotMade(path: string, isInPack: boolean): Finding {
  return {
    rule: "pdf-not-made",
    place: { path, line: 1, column: 1 },
    message: isInPack
      ? "this report's part of its meeting's pack cannot be made, so the report is not published"
      : "no PDF can be made of this report, so it is not published",
    fix: isInPack
      ? "print its PDF annexes to new PDFs, and attach those, or report the fault; `build --no-pdf` makes the site without PDFs"
      : "take out what was changed last, and report the fault; `build --no-pdf` makes the site without PDFs",
    quotesNothing: true,
  };
}

/** What is said where the papers of a meeting can be printed one by one, and not together; `path` is one of them. */
export function packNotMade(path: string): Finding {
  return {
    rule: "pdf-not-made",
    place: { path, line: 1, column: 1 },
    message:
      "the pack of papers that this report is in cannot be made, though each of its papers can be printed on its own",
    fix: "divide the pack by supplements, and report the fault; `build --keep-going` publishes the site without the pack",
    quotesNothing: true,
  };
}

import type { Finding } from "../diagnostics/catalogue.ts";
import { type Compile, refusedReport } from "../report/compile/compile.ts";
import { refusedFile } from "../report/compile/compile-page.ts";
import type { CompilePlainFile } from "./compile-reports.ts";

/**
 * What a report, a meeting or a plain page takes more of than one may, such as "30 seconds of computing"; nothing, if
 * it does not.
 */
export type ExcessOf = (path: string) => string | undefined;

/** Compiles reports, but for those that take too much. */
export function compileWithin(excessOf: ExcessOf, compile: Compile): Compile {
  return (opened, context, edition) => {
    const { path } = opened.source;
    const excess = excessOf(path);
    return excess === undefined ? compile(opened, context, edition) : refusedReport(path, tooCostly(path, excess));
  };
}

/** Compiles the files of meetings and plain pages, but for those that take too much. */
export function compilePlainFileWithin(excessOf: ExcessOf, compile: CompilePlainFile): CompilePlainFile {
  return (file, context, edition) => {
    const { path } = file.name;
    const excess = excessOf(path);
    return excess === undefined ? compile(file, context, edition) : refusedFile(file.name, tooCostly(path, excess));
  };
}

function tooCostly(path: string, excess: string): Finding {
  return {
    rule: "report-too-costly",
    quotesNothing: true,
    place: { path, line: 1, column: 1 },
    message: `this text, with its annexes, takes more than ${excess}, so it is left out`,
    fix: "look for the same character, word or line many times in a row, as in a damaged file, and take it out; or divide the text",
  };
}

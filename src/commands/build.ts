import { checkContent, makeOutputs } from "../build.ts";
import { publish } from "../io/publish.ts";
import { readContent } from "../io/read-content.ts";
import { readTemplates } from "../io/read-templates.ts";
import { countsInWords, inNumber, printDiagnostics, progressLine, secondsSince } from "../io/terminal.ts";

export interface BuildCommandOptions {
  readonly out: string;
  readonly base?: string | undefined;
}

/** Checks a content folder and publishes its site; gives the exit code. With an error the output folder stays as it was. */
export async function runBuild(folder: string, { out, base }: BuildCommandOptions): Promise<0 | 1> {
  const started = performance.now();
  const content = await readContent(folder);
  const progress = progressLine("Compiling reports");
  const { compiled, site, diagnostics } = checkContent(content, { baseUrl: base, onProgress: progress.update });
  progress.clear();
  printDiagnostics(diagnostics, content, folder);
  const summary = (): string => `${countsInWords(diagnostics)}, ${secondsSince(started)}`;
  if (diagnostics.some(({ severity }) => severity === "error")) {
    process.stderr.write(`Nothing was published, and ${out} is as it was: ${summary()}\n`);
    return 1;
  }
  const files = makeOutputs(site, readTemplates());
  publish(files, folder, out);
  const left = (["withheld", "draft"] as const).map((outcome) => ({
    outcome,
    count: compiled.filter((report) => report.outcome === outcome).length,
  }));
  const notPublished = left
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `, ${count} ${outcome}`)
    .join("");
  process.stderr.write(
    `Published ${inNumber(site.reports.length, "report")}${notPublished} as ${inNumber(files.length, "file")} in ${out}: ${summary()}\n`,
  );
  return 0;
}

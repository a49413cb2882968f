import { isOutcomesFile } from "../../src/addresses/addresses.ts";
import { checkedFiles } from "../../src/commands/checked-files.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { OutputFile, Site } from "../../src/model/site.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import type { Templates } from "../../src/outputs/templates.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import type { PrintJob } from "../../src/print/print-document.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { countsOf } from "../../src/printers/counts.ts";
import { json } from "../../src/printers/json.ts";
import { junit } from "../../src/printers/junit.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import type { Content } from "../../src/site/content.ts";
import { sealedTexts } from "../compile-text.ts";
import type { Files } from "./generated-site.ts";

const templates = readTemplates();

/** What may be put in place of the program's own way to its outputs, to plant a fault. */
export type MakeOutputs = (site: Site, templates: Templates, content: Content) => readonly OutputFile[];

export interface Outcome {
  /** Each published file by its path: its text, or the path and size of the file that it copies. */
  readonly files: ReadonlyMap<string, string>;
  /** Diagnostics as they are printed. */
  readonly printed: readonly string[];
  /** What a CI gets of them, and of the reports that were checked. */
  readonly data: string;
  readonly hasErrors: boolean;
}

/** The public edition of a site, built in memory with every output that there is. */
export function outcomeOf(files: Files, make: MakeOutputs = makeOutputs): Outcome {
  const content = contentOf(files);
  const checked = checkContent(content, {});
  const { site, diagnostics } = checked;
  // How many reports there are is told in every closing line; which they are is not.
  const { reports: all, plainFiles } = checkedFiles(checked, "public");
  const reports = all.filter(({ isPublished }) => isPublished);
  const folders = { folder: "content", folderInRepository: "content" };
  const findings = { diagnostics, counts: countsOf(diagnostics), reports, plainFiles, ...folders, version: "1.2.3" };
  const outputs = make(site, templates, content);
  return {
    files: new Map([
      ...outputs.map((output) => [output.path, wordsOf(output, content)] as const),
      ...printJobs(site, content.attachments).map((job) => [`print: ${job.path}`, wordsOfPdf(job)] as const),
      ...searchRecords(site, templates).map(({ url, html }) => [`search index: ${url}`, html] as const),
    ]),
    // So wide that no line is cut: what a person is shown is all that there is.
    printed: diagnostics.map((diagnostic) =>
      pretty(diagnostic, { folder: "content", columns: 2000, widths, hasColour: false }),
    ),
    data: `${json(findings)}${junit(findings)}`,
    hasErrors: diagnostics.some(({ severity }) => severity === "error"),
  };
}

/** A content folder of these files, as if it had been read. */
export function contentOf(files: Files): Content {
  const paths = Object.keys(files).sort();
  const texts = paths.filter((path) => path.endsWith(".md") || isOutcomesFile(path));
  const attachments = paths.filter((path) => /\.(?:csv|svg)$/.test(path));
  const settings = files["site.yml"];
  return {
    texts: sealedTexts(Object.fromEntries(texts.map((path) => [path, files[path] ?? ""]))),
    attachments: new Map(
      attachments.map((path) => {
        const isImage = path.endsWith(".svg");
        const facts = isImage ? { format: "SVG", width: 10, height: 10 } : { format: "CSV" };
        return [path, { path, bytes: files[path]?.length ?? 0, hash: files[path] ?? "", ...facts }];
      }),
    ),
    settings: settings === undefined ? undefined : new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
}

function wordsOf({ content }: OutputFile, { attachments }: Content): string {
  if ("text" in content) return content.text;
  if (!("copyOf" in content)) throw new Error("what was made before its site was known cannot be compared");
  return `a copy of ${content.copyOf}, ${attachments.get(content.copyOf)?.bytes} bytes`;
}

/** All that a PDF is made of, a line each, so that a difference is seen. */
function wordsOfPdf({ print, images, annexes, follows }: PrintJob): string {
  return JSON.stringify([print, [...images], [...annexes], follows], undefined, 1);
}

/** Where two outcomes differ, in a few words; nothing where they are the same. */
export function difference(one: Outcome, other: Outcome): string | undefined {
  for (const [path, text] of one.files) {
    const same = other.files.get(path);
    if (same === undefined) return `${path} is in one site only`;
    if (same === text) continue;
    const [left, right] = [text.split("\n"), same.split("\n")];
    const line = left.findIndex((words, index) => words !== right[index]);
    return `${path}:${line + 1}\n  ${left[line]}\n  ${right[line]}`;
  }
  // The author of what is withheld is told of mistakes in it, in fixed words; beyond that, no format tells more.
  const isToldTheSame = one.printed.join() === other.printed.join();
  if (isToldTheSame && one.data !== other.data) return `the data that a CI gets:\n${one.data}\n${other.data}`;
  const more = [...other.files.keys()].find((path) => !one.files.has(path));
  return more === undefined ? undefined : `${more} is in one site only`;
}

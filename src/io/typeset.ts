import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../diagnostics/catalogue.ts";
import { packNotMade, pdfNotMade } from "../diagnostics/program-fault.ts";
import type { Attachment } from "../model/report.ts";
import type { MadePdf } from "../model/site.ts";
import type { PrintJob } from "../print/print-document.ts";
import { problemOfDrawing } from "../rules/text/signs-not-in-fonts.ts";
import { hashOf } from "./file-hash.ts";
import { makeFolder } from "./make-folder.ts";
import { isLarge, type Pdf, type PdfInput, pdfEngineVersion } from "./pdf-engine.ts";
import { makePdfs, type PdfRefusal } from "./pdf-processes.ts";
import { PdfsNotMade } from "./pdfs-not-made.ts";
import { type InspectedFolder, publishedFile } from "./published-bytes.ts";
import { onFile } from "./system-errors.ts";

/** A PDF that is not there yet. */
interface Missing {
  readonly job: PrintJob;
  readonly digest: string;
  readonly firstPage: number;
  readonly isLarge: boolean;
}

/**
 * Makes the PDFs of a site into a folder, each under the digest of all that it was made of, and gives where they lie by
 * their paths in the site. Those that lie there already are taken, if they are whole; those that no job asks for are
 * deleted, so that nothing is kept of a report that was taken down. Throws `PublishError` where the engine is missing,
 * and `PdfsNotMade` where it refuses some documents, when all the others are made.
 */
export async function typeset(
  jobs: readonly PrintJob[],
  content: InspectedFolder,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, MadePdf>> {
  makeFolder(folder, 0o700);
  const kept = keptPdfs(folder);
  const engineVersion = pdfEngineVersion();
  const made = new Map<string, MadePdf & { readonly lastPage: number }>();
  const broken = new Map<string, string>();
  let done = 0;
  let taken = 0;
  let due = jobs;
  while (due.length > 0) {
    // A supplement goes on from the last page of the pack before it.
    const ready = due.filter(({ follows }) => follows === undefined || made.has(follows));
    const missing = ready.flatMap((job): readonly Missing[] => {
      const firstPage = (made.get(job.follows ?? "")?.lastPage ?? 0) + 1;
      const document = JSON.stringify(job.print.document);
      const digest = digestOf({ job, document, firstPage, engineVersion }, content);
      const pdf = kept.get(digest);
      if (pdf === undefined) return [{ job, digest, firstPage, isLarge: isLarge(document) }];
      made.set(job.path, { ...pdf, lastPage: firstPage + pdf.pages - 1 });
      taken += 1;
      return [];
    });
    await makePdfs(
      missing.map(({ isLarge }) => isLarge),
      (index) => inputOf(missing[index], content),
      (index, result) => {
        const entry = missing[index];
        if (entry === undefined) return;
        if (!("pdf" in result)) {
          broken.set(entry.job.path, result.refusal);
          return;
        }
        // One that lacks an annex is made, and said to lack it, each time.
        const isWhole = result.pdf.notLaidIn.length === 0;
        const pdf = writePdf(folder, isWhole ? entry.digest : hashOf(`${entry.digest} not whole`), result.pdf);
        const notLaidIn = result.pdf.notLaidIn.map((name) => entry.job.annexes.get(name) ?? name);
        made.set(entry.job.path, {
          ...pdf,
          ...(isWhole ? {} : { notLaidIn }),
          lastPage: entry.firstPage + pdf.pages - 1,
        });
        done += 1;
        onProgress(done, jobs.length - taken);
      },
    );
    due = due.filter(({ path, follows }) => !made.has(path) && !broken.has(path) && !broken.has(follows ?? ""));
    if (ready.length === 0 && due.length > 0) throw new Error("a pack follows one that is not made");
  }
  if (broken.size > 0) throw await whatIsBroken(jobs, broken, content);
  const wanted = new Set([...made.values()].map(({ file }) => file));
  for (const name of readdirSync(folder)) if (!wanted.has(join(folder, name))) rmSync(join(folder, name));
  return made;
}

/** Whether a file is a PDF that was made of a report, as its template says in the words by which it is found. */
export function isOwnPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString("latin1") === "%PDF-" && bytes.includes("/Keywords (Scrutineer)");
}

/**
 * Which reports cannot be printed: those whose own PDF was refused, and of the papers of a pack those that are refused
 * alone.
 */
async function whatIsBroken(
  jobs: readonly PrintJob[],
  broken: ReadonlyMap<string, string>,
  content: InspectedFolder,
): Promise<PdfsNotMade> {
  const faults = new Map<string, Finding>();
  const packs = new Map<string, Finding>();
  const refused = jobs.filter(({ path }) => broken.has(path));
  const blame = (path: string, isInPack: boolean): unknown => faults.set(path, pdfNotMade(path, isInPack));
  for (const { papers, print } of refused)
    if (print.template === "report") for (const { path } of papers) blame(path, false);
  for (const { path, papers, print } of refused) {
    if (print.template === "report" || papers.some((paper) => faults.has(paper.path))) continue;
    const alone = papers.flatMap((paper) => (paper.alone === undefined ? [] : [{ paper, job: paper.alone() }]));
    const isFaulty =
      papers.length === 1
        ? [true]
        : await areRefused(
            alone.map(({ job }) => job),
            content,
          );
    for (const [index, { paper }] of alone.entries()) if (isFaulty[index]) blame(paper.path, true);
    const [first] = papers;
    if (!isFaulty.includes(true)) packs.set(path, packNotMade(first?.path ?? "reports"));
  }
  const [[path = "", why = ""] = []] = broken;
  const named = jobs.find((job) => job.path === path);
  return new PdfsNotMade(named === undefined ? why : formatRefusal(named, why), faults, packs);
}

/** Of documents, whether the engine refuses each. */
async function areRefused(jobs: readonly PrintJob[], content: InspectedFolder): Promise<readonly boolean[]> {
  const refused = jobs.map(() => false);
  await makePdfs(
    jobs.map(() => true),
    (index) => inputOf(jobs[index] && { job: jobs[index], firstPage: 1 }, content),
    (index, result) => {
      refused[index] = !("pdf" in result);
    },
  );
  return refused;
}

/** What the engine says may quote the document, so it is told of public ones alone. */
function formatRefusal({ path, edition }: PrintJob, refusal: string): string {
  const why = edition === "public" ? `: ${refusal}` : "";
  return `${edition === "public" ? path : "a PDF"} cannot be made${why}. Please report this; with --no-pdf the site is made without PDFs`;
}

/**
 * The engine draws words that its fonts lack in a font of the machine, and says nothing of it; settings may have turned
 * the check off.
 */
function refusedDrawing(drawing: Attachment | undefined): string | undefined {
  const problem = drawing && problemOfDrawing(drawing);
  return problem && `${problem.message}; ${problem.fix}`;
}

/**
 * The PDFs that earlier runs left and that are whole: their names hold the digests of what they were made of and of
 * their bytes.
 */
function keptPdfs(folder: string): ReadonlyMap<string, MadePdf> {
  const kept = new Map<string, MadePdf>();
  for (const name of readdirSync(folder)) {
    const [, digest, bytesDigest, pages] = /^([0-9a-f]{64})-([0-9a-f]{64})-(\d+)\.pdf$/.exec(name) ?? [];
    if (digest === undefined) continue;
    const file = join(folder, name);
    const bytes = readFileSync(file);
    if (hashOf(bytes) === bytesDigest) kept.set(digest, { file, bytes: bytes.length, pages: Number(pages) });
  }
  return kept;
}

function writePdf(folder: string, digest: string, { bytes, pages }: Pdf): MadePdf {
  const file = join(folder, `${digest}-${hashOf(bytes)}-${pages}.pdf`);
  onFile(file, () => writeFileSync(file, bytes));
  return { file, bytes: bytes.length, pages };
}

/** What a PDF is made of, but for its files. */
interface PdfMadeOf {
  readonly job: PrintJob;
  readonly document: string;
  readonly firstPage: number;
  readonly engineVersion: string;
}

function digestOf({ job, document, firstPage, engineVersion }: PdfMadeOf, { attachments }: InspectedFolder): string {
  const files = [...job.images, ...job.annexes].map(([name, path]) => [name, attachments.get(path)?.hash]);
  return hashOf(JSON.stringify([engineVersion, job.edition, job.print.template, document, firstPage, files]));
}

async function inputOf(
  missing: Pick<Missing, "job" | "firstPage"> | undefined,
  content: InspectedFolder,
): Promise<PdfInput | PdfRefusal> {
  if (missing === undefined) throw new Error("no such PDF is to be made");
  const { job, firstPage } = missing;
  for (const path of job.images.values()) {
    const refusal = refusedDrawing(content.attachments.get(path));
    if (refusal !== undefined) return { refusal };
  }
  const read = async (files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Uint8Array>> => {
    const bytes = new Map<string, Uint8Array>();
    for (const [name, path] of files) bytes.set(name, await publishedFile(content, path, job.edition));
    return bytes;
  };
  const { template, document } = job.print;
  return {
    template,
    document: JSON.stringify(document),
    images: await read(job.images),
    annexes: await read(job.annexes),
    firstPage,
  };
}

import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { type Pdf, type PdfInput, requirePdfEngine } from "./pdf-engine.ts";
import { addressOfProgramFile } from "./program-files.ts";
import { PublishError } from "./publish-error.ts";
import { formatSystemError } from "./system-errors.ts";

/** Why there is no PDF: what the engine said of the document, or that the process broke off over it. */
export interface PdfRefusal {
  readonly refusal: string;
}

/** A PDF, or why there is none. */
export type PdfResult = { readonly pdf: Pdf } | PdfRefusal;

/** What a process answers; of an error of the system, which is no document's, in words. */
export type PdfAnswer = PdfResult | { readonly ofSystem: string };

/** The program that a process runs, and how long it may take over a document. */
export interface PdfWorker {
  readonly file: string;
  readonly milliseconds: number;
}

const TEN_MINUTES = 600_000;

/** Each process holds fonts and what the engine worked out, some 70 MB. */
const MOST_PROCESSES = 4;
/** Fewer documents are made sooner in one process than another starts. */
const WORTH_A_PROCESS = 4;

const BROKE_OFF = "the process that makes PDFs stopped while making it";
const TOO_LONG = "it takes too long to be made";

/**
 * Makes PDFs in processes of their own, because a document that asks for more memory than there is ends the process that makes it.
 * Hands each over as soon as it is there. `areLarge` tells for each document whether it is one that takes the memory of several. An
 * `input` is asked for when its turn comes, so that no more of them are held than there are processes. Throws `PublishError` where the
 * engine is not installed.
 */
export async function makePdfs(
  areLarge: readonly boolean[],
  input: (index: number) => Promise<PdfInput | PdfRefusal>,
  done: (index: number, result: PdfResult) => void,
  worker: PdfWorker = { file: fileURLToPath(addressOfProgramFile("lib/io/pdf-worker.js")), milliseconds: TEN_MINUTES },
): Promise<void> {
  const indexes = [...areLarge.keys()];
  if (indexes.length === 0) return;
  requirePdfEngine();
  const brokenOff: number[] = [];
  const make = async (queue: number[], most: number, finish: typeof done): Promise<void> => {
    const makers = Array.from({ length: Math.min(most, queue.length) }, () => startMaker(worker));
    const makeAll = async (maker: PdfMaker): Promise<void> => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift())
        finish(index, await madeBy(maker, index, input));
    };
    try {
      await Promise.all(makers.map(makeAll));
    } finally {
      queue.length = 0;
      for (const maker of makers) maker.stop();
    }
  };
  const finishOrKeep: typeof done = (index, result) => {
    if ("refusal" in result && result.refusal === BROKE_OFF) brokenOff.push(index);
    else done(index, result);
  };
  // Large ones come one by one, and before the others, whose processes would hold memory beside them.
  const [large, others] = [indexes.filter((index) => areLarge[index]), indexes.filter((index) => !areLarge[index])];
  await make(large, 1, finishOrKeep);
  const worth = Math.ceil(others.length / WORTH_A_PROCESS);
  await make(others, Math.min(MOST_PROCESSES, availableParallelism(), worth), finishOrKeep);
  // A machine short of memory ends any process: each that broke off is tried once more, when nothing else runs.
  await make([...brokenOff], 1, done);
}

async function madeBy(
  maker: PdfMaker,
  index: number,
  input: (index: number) => Promise<PdfInput | PdfRefusal>,
): Promise<PdfResult> {
  try {
    const document = await input(index);
    return "refusal" in document ? document : await maker.make(document);
  } catch (error) {
    // These are about the folder or the machine, and no document's.
    if (error instanceof PublishError || formatSystemError(error) !== undefined) throw error;
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** A process that makes documents one after another, and is started again where it ends over one. */
interface PdfMaker {
  readonly make: (document: PdfInput) => Promise<PdfResult>;
  readonly stop: () => void;
}

function startMaker({ file, milliseconds }: PdfWorker): PdfMaker {
  let running: ChildProcess | undefined;
  const kill = (): void => {
    running?.kill("SIGKILL");
    running = undefined;
  };
  // A process that works on a document does not hear that this one is gone.
  process.once("exit", kill);
  const stop = (): void => {
    process.off("exit", kill);
    kill();
  };
  const make = (document: PdfInput): Promise<PdfResult> =>
    new Promise((settle, fail) => {
      // What a process says as it ends may quote a document that is withheld.
      const options: ForkOptions = { serialization: "advanced", stdio: "ignore", execArgv: [] };
      const child = running ?? fork(file, [String(process.pid)], options);
      running = child;
      let isSettled = false;
      const finish = (answer: PdfAnswer, isOver: boolean): void => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(timer);
        child.removeAllListeners();
        // One that is killed may say so later.
        child.on("error", () => {});
        if (isOver) kill();
        if ("ofSystem" in answer) fail(new PublishError(`no PDF can be made: ${answer.ofSystem}`));
        else settle(answer);
      };
      const timer = setTimeout(() => finish({ refusal: TOO_LONG }, true), milliseconds);
      child.once("message", (answer: PdfAnswer) => finish(answer, false));
      child.once("error", (error) => {
        const ofSystem = formatSystemError(error, "the program that makes PDFs");
        finish(ofSystem === undefined ? { refusal: BROKE_OFF } : { ofSystem }, true);
      });
      child.once("exit", () => finish({ refusal: BROKE_OFF }, true));
      child.send(document, (error) => {
        if (error !== null) finish({ refusal: BROKE_OFF }, true);
      });
    });
  return { make, stop };
}

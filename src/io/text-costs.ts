import { Worker } from "node:worker_threads";
import { foldersAbove, ownFolder } from "../addresses/addresses.ts";
import { Sealed } from "../model/sealed.ts";
import { indentOf, paragraphsOfLines } from "../report/markdown/paragraph-ends.ts";
import type { Content } from "../site/content.ts";
import { addressOfProgramFile } from "./program-files.ts";
import type { WeighedFile } from "./weigh-worker.ts";

/**
 * Texts of fewer bytes are compiled without being weighed: none of the shapes that were ever found made them take
 * minutes.
 */
const LARGE = 64 * 1024;
/**
 * In bytes. Weighing takes as long as compiling, and text whose paragraphs, items and rows are no longer than those of
 * reports takes time in proportion to it.
 */
const LONG_PARAGRAPH = 2_000;
const SECONDS = 30;
const MEGABYTES = 1024;

/**
 * What was found out about texts, by the text of the report: what it takes too much of, as long as its annexes are
 * these.
 */
export type WeighedBefore = WeakMap<
  Sealed<Uint8Array>,
  { readonly texts: readonly Text[]; readonly excess: string | undefined }
>;

type Text = Sealed<Uint8Array> | undefined;

/** Weighs the texts of a content folder. */
export interface Scales {
  /** Whether a report, with its annexes, a meeting or a plain page is so large that it must be weighed. */
  readonly isLarge: (path: string) => boolean;
  /** What a file takes too much of. */
  readonly excessOf: (path: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Scales for a content folder. A text is compiled in a thread of its own, which is ended where it computes for too long
 * or takes too much memory: a text of a shape that nobody thought of then fails alone. It is the time of the processor
 * that counts, so that the answer is the same on a busy machine.
 */
export function scalesFor(content: Content, before: WeighedBefore = new WeakMap()): Scales {
  const annexes = textsBelow(content);
  const textsOf = (path: string): ReadonlyMap<string, Text> =>
    new Map([path, ...(annexes.get(path) ?? [])].map((one) => [one, content.texts.get(one)] as const));
  let thread: Worker | undefined;
  return {
    isLarge: (path) => {
      const paths = [path, ...(annexes.get(path) ?? [])];
      const sizes = paths.map((one) => content.texts.sizeOf?.(one) ?? lengthOf(content.texts.get(one)));
      return (
        sizes.reduce((sum, size) => sum + size, 0) > LARGE &&
        paths.some((one) => hasLongParagraph(content.texts.get(one)))
      );
    },
    excessOf: async (path) => {
      const texts = textsOf(path);
      const text = texts.get(path);
      if (text === undefined) return undefined;
      const known = before.get(text);
      const all = [...texts.values()];
      if (known?.texts.length === all.length && known.texts.every((one, index) => one === all[index]))
        return known.excess;
      thread ??= startThread();
      const excess = await weigh(thread, weighedFile(path, texts, content));
      if (excess !== undefined) thread = undefined;
      before.set(text, { texts: all, excess });
      return excess;
    },
    close: async () => {
      await thread?.terminate();
      thread = undefined;
    },
  };
}

function lengthOf(text: Text): number {
  return text === undefined ? 0 : Sealed.open(text).length;
}

function hasLongParagraph(text: Text): boolean {
  if (text === undefined) return false;
  const kindOf = paragraphsOfLines();
  let length = 0;
  for (const line of Buffer.from(Sealed.open(text)).toString("latin1").split(/\r?\n/)) {
    if (kindOf(line, indentOf(line)) !== "continues") length = 0;
    length += line.length;
    if (length > LONG_PARAGRAPH) return true;
  }
  return false;
}

/** The texts in the folder of each text, which its annexes are among. */
function textsBelow({ texts }: Content): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const path of texts.keys()) {
    for (const folder of foldersAbove(path)) {
      const owner = `${folder}.md`;
      if (!texts.has(owner)) continue;
      const others = below.get(owner);
      if (others) others.push(path);
      else below.set(owner, [path]);
    }
  }
  return below;
}

function weighedFile(path: string, texts: ReadonlyMap<string, Text>, { attachments, settings }: Content): WeighedFile {
  const folder = ownFolder(path);
  return {
    path,
    texts: [...texts].flatMap(([name, text]) => (text === undefined ? [] : [[name, Sealed.open(text)] as const])),
    attachments: [...attachments.keys()]
      .filter((name) => name.startsWith(folder))
      .flatMap((name) => {
        const attachment = attachments.get(name);
        return attachment === undefined ? [] : [[name, attachment] as const];
      }),
    settings,
  };
}

/** What the thread prints is dropped: it may be what a report holds. */
function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: most("SCRUTINEER_REPORT_MEGABYTES", MEGABYTES) };
  return new Worker(addressOfProgramFile("lib/io/weigh-worker.js"), { resourceLimits, stdout: true, stderr: true });
}

/** The variables of the environment are for tests, which cannot wait that long. */
function most(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}

/** This thread only waits meanwhile, so that what the process computes is what the other one does. */
async function weigh(thread: Worker, file: WeighedFile): Promise<string | undefined> {
  const seconds = most("SCRUTINEER_REPORT_SECONDS", SECONDS);
  const before = process.cpuUsage();
  const computed = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const { promise, settle, fail } = promised<string | undefined>();
  const watch = setInterval(() => {
    if (computed() > seconds) settle(`${seconds} seconds of computing`);
  }, 100);
  const onError = (error: Error): void => {
    const code = "code" in error ? error.code : undefined;
    if (code === "ERR_WORKER_OUT_OF_MEMORY")
      settle(`${most("SCRUTINEER_REPORT_MEGABYTES", MEGABYTES)} megabytes of memory`);
    // Then it is the program that is not whole.
    else if (code === "ERR_MODULE_NOT_FOUND") fail(error);
    else settle(CRASHED);
  };
  const onMessage = (): void => settle(undefined);
  const onExit = (): void => settle(CRASHED);
  thread.on("message", onMessage).on("error", onError).on("exit", onExit).postMessage(file);
  try {
    const excess = await promise;
    if (excess !== undefined) await thread.terminate();
    return excess;
  } finally {
    clearInterval(watch);
    thread.off("message", onMessage).off("error", onError).off("exit", onExit);
  }
}

/** Said of a text over which the thread ended, whatever the cause: it "takes more than" this. */
const CRASHED = "the thread in which texts are tried can bear";

function promised<Value>() {
  let settle: (value: Value) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { promise, settle, fail };
}

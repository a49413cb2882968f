import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputFile } from "../model/site.ts";
import type { SearchRecord } from "../outputs/search-records.ts";
import { hashOf } from "./file-hash.ts";
import { addressOfProgramFile } from "./program-files.ts";
import { PublishError } from "./publish-error.ts";
import type { SearchAnswer } from "./search-worker.ts";
import { onFile } from "./system-errors.ts";

/** What of Pagefind's files the search page asks for; the rest are widgets of its own. */
const WANTED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.\w+\.pagefind|(?:index|fragment|filter)\/.*)$/;

/**
 * Makes the search index of a site into a folder, and gives its files. Throws `PublishError` where Pagefind cannot run,
 * or ends before it is done.
 */
export function makeSearchIndex(records: Iterable<SearchRecord>, folder: string): Promise<readonly OutputFile[]> {
  const files = new Map<string, Made>();
  return new Promise((settle, refuse) => {
    // What Pagefind prints as it breaks down may quote a text.
    const child = fork(addressOfProgramFile("lib/io/search-worker.js"), {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const stop = (error: unknown): void => {
      child.kill("SIGKILL");
      refuse(error);
    };
    child.on("message", (answer: SearchAnswer) => {
      try {
        if (answer === "failed") stop(cannotRun());
        else if (answer !== "done") keep(answer, files, folder);
        else {
          child.disconnect();
          settle([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, content]) => ({ path, content })));
        }
      } catch (error) {
        stop(error);
      }
    });
    child.once("error", stop);
    child.once("exit", (code, signal) => refuse(endedEarly(signal ?? `exit code ${code}`)));
    const each = records[Symbol.iterator]();
    // The next is sent when the last is on its way: all of them take as much room as the site.
    const sendNext = (): void => {
      const next = each.next();
      child.send(next.done === true ? "all" : next.value, (error) => {
        if (error) stop(cannotRun());
        else if (next.done !== true) sendNext();
      });
    };
    sendNext();
  });
}

/** Where a file of the index lies, and its SHA-256. */
interface Made {
  readonly madeAt: string;
  readonly hash: string;
}

function keep({ path, content }: Exclude<SearchAnswer, string>, files: Map<string, Made>, folder: string): void {
  if (!WANTED.test(path)) return;
  const file = join(folder, String(files.size));
  onFile(file, () => writeFileSync(file, content));
  files.set(`pagefind/${path}`, { madeAt: file, hash: hashOf(content) });
}

function cannotRun(): PublishError {
  return new PublishError(
    `the search index cannot be made: Pagefind does not run on this computer (${process.platform}-${process.arch}). If it ran before, there may be too little memory or too many open files (ulimit -n): run the command again. Else run npm install again, or leave search out with --no-search`,
  );
}

function endedEarly(how: string): PublishError {
  return new PublishError(
    `the search index cannot be made: Pagefind ended before it had finished (${how}), perhaps because there is too little memory. Nothing was published: run the command again, or leave search out with --no-search`,
  );
}

import { statSync } from "node:fs";
import { basename } from "node:path";
import { watch } from "chokidar";
import { isIgnored } from "../addresses/ignored-names.ts";

/** Editors write a file in several steps, which follow each other faster than this; in milliseconds. */
const STILL_FOR = 40;
const STOPS = ["SIGINT", "SIGTERM"] as const;
/** How often it is looked whether another folder of the same name has come, in milliseconds. */
const LOOK_EVERY = 250;

/**
 * Calls a function once a folder is watched, and whenever something in it has changed and it has been still for a
 * moment; never twice at once. It goes on when the folder is deleted and made again, and comes back when the process is
 * told to end. While the function runs, that ends the process at once: a program that computes would hear it late.
 */
export async function watchFolder(folder: string, onChange: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isDue = false;
  let fail: (error: unknown) => void = () => {};
  let end: () => void = () => {};
  const stop = (): void => end();
  const listen = (): void => {
    for (const signal of STOPS) process.once(signal, stop);
  };
  const listenNot = (): void => {
    for (const signal of STOPS) process.off(signal, stop);
  };
  const run = async (): Promise<void> => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    listenNot();
    while (isDue) {
      isDue = false;
      await onChange();
    }
    listen();
    isRunning = false;
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => run().catch(fail), STILL_FOR);
  };
  const start = () =>
    watch(folder, {
      ignoreInitial: true,
      // What looks for the folder keeps the process; a watch that outlives its watcher, as some do, must not.
      persistent: false,
      followSymlinks: false,
      ignored: (path, facts) => path !== folder && isIgnored(basename(path), facts?.isFile() ? "file" : "folder"),
    })
      .on("all", soon)
      .on("ready", soon);
  let watcher = start();
  let before = whichFolder(folder);
  const looking = setInterval(() => {
    const now = whichFolder(folder);
    if (now === before) return;
    // What watches a folder does not follow the next one of the same name.
    if (now !== undefined) {
      void watcher.close();
      watcher = start();
    }
    soon();
    before = now;
  }, LOOK_EVERY);
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject;
      end = resolve;
      listen();
    });
  } finally {
    listenNot();
    clearTimeout(timer);
    clearInterval(looking);
    await watcher.close();
  }
}

/** What tells a folder from the next of the same name; nothing, where there is none. */
function whichFolder(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino} ${found.birthtimeMs}`;
}

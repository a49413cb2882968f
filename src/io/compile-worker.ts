import { parentPort, workerData } from "node:worker_threads";
import { type BuildOptions, compilingEach } from "../pipeline/check-content.ts";
import { keptIn, noCache, openingLightly } from "../site/compile-cache.ts";
import { compileStoreIn } from "./compile-store.ts";
import { filesOnDisk } from "./content-files.ts";
import { digestsOfFiles } from "./digests-of-files.ts";
import { openContent } from "./read-content.ts";

/** What a thread compiles reports of, and where it keeps them. */
export interface CompileWork {
  readonly folder: string;
  readonly store: string;
  readonly options: Pick<BuildOptions, "edition" | "baseUrl" | "asOf" | "keepGoing" | "pdf">;
}

/** The paths of reports that are to be compiled. */
export type CompileOrder = readonly string[];

const { folder, store, options }: CompileWork = workerData;
const files = filesOnDisk(folder);
void openContent(files, "read each time").then((content) => {
  const cache = keptIn(compileStoreIn(store, digestsOfFiles(files, undefined).of), openingLightly(noCache()));
  const compile = compilingEach(content, { ...options, cache });
  parentPort?.on("message", (paths: CompileOrder) => {
    for (const path of paths) compile(path);
    parentPort?.postMessage(paths.length);
  });
  parentPort?.postMessage(0);
});

import { CAN_RUN_APART } from "../io/begun-apart.ts";
import type { ContentFiles } from "../io/content-files.ts";
import { bytesOfDigests } from "../io/digests-of-files.ts";
import { formatStopped } from "../io/hold-output.ts";
import { outputOfApart, runApart } from "../io/run-apart.ts";
import { type BuildCommandOptions, buildSite, keptFolders } from "./build.ts";

/** Does what `runBuild` does; a large site is made by a process that runs this very command line. Gives its exit code. */
export async function runBuildApart(folder: string, options: BuildCommandOptions): Promise<number> {
  const { out } = options;
  const nothing = `nothing was published, and ${out} is as it was`;
  const isApart = outputOfApart(nothing) !== undefined || !CAN_RUN_APART;
  if (isApart || !wasLarge(options)) {
    const end = await buildSite(folder, isApart ? options : { ...options, isLeft: isLarge });
    if (!end.isLeft) return end.code;
  }
  return runApart({ output: out, kept: keptFolders(options), stopped: formatStopped(out), nothing });
}

/** Whether it takes longer than anybody waits after Ctrl-C: to read all files once, or to make a site of them. */
function isLarge({ paths, sizeOf }: ContentFiles, step: "compare" | "make"): boolean {
  const sizeOfAll = (chosen: readonly string[]): number => chosen.reduce((sum, path) => sum + (sizeOf(path) ?? 0), 0);
  if (step === "compare") return sizeOfAll(paths) > LARGE.toRead;
  return sizeOfAll(paths.filter((path) => path.endsWith(".md"))) > LARGE.ofTexts || sizeOfAll(paths) > LARGE.ofAll;
}

/** Whether the last build published so much that this one is large, as its files need not be listed to find out. */
export function wasLarge(options: BuildCommandOptions): boolean {
  const [kept] = keptFolders(options);
  return kept !== undefined && bytesOfDigests(kept) > LARGE.known;
}

/** In bytes; what is known of each file of the last build takes some 200. */
const LARGE = { toRead: 100 * 1024 * 1024, ofAll: 2 * 1024 * 1024, ofTexts: 200 * 1024, known: 1500 * 1024 };

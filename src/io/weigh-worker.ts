import { parentPort } from "node:worker_threads";
import type { Attachment } from "../model/report.ts";
import { Sealed } from "../model/sealed.ts";
import { checkContent } from "../pipeline/check-content.ts";

/** A report with all that is read with it, or a meeting or a plain page. */
export interface WeighedFile {
  readonly path: string;
  readonly texts: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly attachments: readonly (readonly [path: string, attachment: Attachment])[];
  readonly settings: Uint8Array | undefined;
}

/**
 * A thread that compiles texts to find out whether they can be, one after another; it answers with the path of each,
 * and nothing else.
 */
parentPort?.on("message", ({ path, texts, attachments, settings }: WeighedFile) => {
  const content = {
    texts: new Map(texts.map(([name, bytes]) => [name, new Sealed(bytes)] as const)),
    attachments: new Map(attachments),
    settings,
    others: [],
    findings: [],
  };
  try {
    checkContent(content, { named: new Set([path]) });
  } catch {
    // Whoever compiles it to publish it meets the same fault, and says so.
  }
  parentPort?.postMessage(path);
});

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makePdfs, type PdfWorker } from "../../src/io/pdf-processes.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import { rows } from "../lane.ts";

const FILE = fileURLToPath(new URL("stand-in-worker.mjs", import.meta.url));
const PATIENT: PdfWorker = { file: FILE, milliseconds: 600_000 };

/** What came of each document, in their order: its text, or why there is no PDF. */
async function made(documents: readonly string[], worker: PdfWorker = PATIENT, isLarge = false) {
  const results = documents.map(() => "nothing");
  await makePdfs(
    documents.map(() => isLarge),
    async (index) => {
      const document = documents[index] ?? "";
      if (document === "unreadable") throw new RangeError("no such picture");
      if (document === "no handle") throw Object.assign(new Error(), { code: "EMFILE", syscall: "open" });
      if (document === "no folder") throw new PublishError("the folder is gone");
      return { template: "report", document, images: new Map(), annexes: new Map(), firstPage: 1 };
    },
    (index, result) => {
      results[index] = "pdf" in result ? Buffer.from(result.pdf.bytes).toString() : result.refusal;
    },
    worker,
  );
  return results;
}

const BROKE_OFF = "the process that makes PDFs stopped while making it";

describe("processes that make PDFs", () => {
  it.each(rows(["abort", "exit", "kill"], 1))("make all but the document over which one ends: %s", async (end) => {
    const sound = ["a", "b", "c", "d", "e", "f", "g"];
    expect(await made([...sound.slice(0, 3), end, ...sound.slice(3)])).toEqual([
      "a",
      "b",
      "c",
      BROKE_OFF,
      "d",
      "e",
      "f",
      "g",
    ]);
    expect(await made(["a", end, end, "b"], PATIENT, true)).toEqual(["a", BROKE_OFF, BROKE_OFF, "b"]);
  });

  it("give a document up that is never answered", async () => {
    expect(await made(["silence"], { file: FILE, milliseconds: 1 })).toEqual(["it takes too long to be made"]);
  });

  it("give a document up that cannot be put together, and no other", async () => {
    expect(await made(["a", "unreadable", "b"])).toEqual(["a", "no such picture", "b"]);
  });

  it("stop where nothing can be published, whatever the document", async () => {
    await expect(made(["a", "no folder", "b"])).rejects.toThrow("the folder is gone");
    await expect(made(["a", "no handle", "b"])).rejects.toMatchObject({ code: "EMFILE" });
    await expect(made(["a", "full", "b"])).rejects.toThrow("no PDF can be made: too many files are open");
  });

  it("say so in words where the system lets none be made, and blame no document", async () => {
    const worker = fileURLToPath(new URL("../../lib/io/pdf-worker.js", import.meta.url));
    const NODE_OPTIONS = `--import=${new URL("../at-step.mjs", import.meta.url).href}`;
    const env = {
      PATH: process.env["PATH"],
      NODE_OPTIONS,
      AT_STEP: "fail readdirSync 1 EMFILE",
      AT_STEP_OF: "program",
    };
    const child = fork(worker, [String(process.pid)], {
      serialization: "advanced",
      stdio: "ignore",
      execArgv: [],
      env,
    });
    const answer = new Promise((resolve) => child.once("message", resolve));
    child.send({ template: "report", document: "{}", images: new Map(), annexes: new Map(), firstPage: 1 });
    expect(await answer).toEqual({ ofSystem: expect.stringMatching(/^too many files are open/) });
    child.kill();
  });
});

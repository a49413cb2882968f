import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../lane.ts";
import { choicesOf } from "../withheld/choices.ts";
import { documentOf } from "./documents.ts";
import { expectSoundDocument } from "./sound-document.ts";

/** How many documents: SCRUTINEER_GENERATED says it, so that a long run needs no other program. */
const RUNS = {
  numRuns: Number(process.env["SCRUTINEER_GENERATED"] ?? runs(25, 2_000)),
  seed: Number(process.env["SCRUTINEER_SEED"] ?? 20240324),
};

const tape = fc.uint8Array({ minLength: 40, maxLength: 240 });

describe("generated documents", { timeout: 24 * 60 * 60 * 1000 }, () => {
  it("are each a sound page that holds every word, or an error that says why not", () => {
    let pages = 0;
    fc.assert(
      fc.property(tape, (bytes) => {
        if (expectSoundDocument(documentOf(choicesOf(bytes)))) pages++;
      }),
      RUNS,
    );
    // A generator whose documents are all refused would prove nothing.
    expect(pages).toBeGreaterThan(RUNS.numRuns / 5);
  });
});

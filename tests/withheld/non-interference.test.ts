import { expect, test } from "vitest";
import { runs } from "../lane.ts";
import { expectNoInterference, PAIRS_OF_A_PUBLIC_PART } from "./generated-pairs.ts";

test("sites that differ only in what is withheld are the same to the public, byte for byte", () => {
  const publicParts = runs(8, 1000);
  const { pairs, clean, differing } = expectNoInterference({ seed: 1972, publicParts });
  expect(pairs).toBe(publicParts * PAIRS_OF_A_PUBLIC_PART);
  expect(pairs).toBeGreaterThanOrEqual(runs(80, 10_000));
  expect(clean / pairs).toBeGreaterThan(runs(0.4, 0.5));
  expect(differing / publicParts).toBeGreaterThan(0.8);
});

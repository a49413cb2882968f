import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contrastOf,
  GROUNDS,
  leastContrast,
  READABLE,
  readableShade,
  readColour,
} from "../src/interface/colour-contrast.ts";

const styles = readFileSync(new URL("../templates/site.css", import.meta.url), "utf8");
const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#777777", "#ffffff", 4.48],
  ["#767676", "#ffffff", 4.54],
  ["#ff0000", "#ffffff", 4],
])("the contrast of %s on %s is %d", (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
  expect(contrastOf(other, one)).toBe(contrastOf(one, other));
});

test("a colour is three or six hexadecimal digits", () => {
  expect(["#0B5359", "0b5359", "#abc", "ABC"].map(readColour)).toEqual(["#0b5359", "#0b5359", "#aabbcc", "#aabbcc"]);
  expect(["", "#12", "#1234", "red", "#gggggg", "#0b53590"].map(readColour)).toEqual(Array(6).fill(undefined));
});

test("of every colour there is a shade that can be read in each scheme, and a readable one stays as it is", () => {
  fc.assert(
    fc.property(colours, (colour) => {
      for (const [scheme, enough] of [
        ["light", READABLE],
        ["dark", 7],
      ] as const) {
        const shade = readableShade(colour, scheme);
        expect(leastContrast(shade, GROUNDS[scheme])).toBeGreaterThanOrEqual(enough);
        if (leastContrast(colour, GROUNDS[scheme]) >= enough) expect(shade).toBe(colour);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("the grounds are those of the style sheet", () => {
  const valuesOf = (name: string): string[] =>
    [...styles.matchAll(new RegExp(`--${name}: (#[0-9a-f]+);`, "g"))].map(([, value = ""]) => readColour(value) ?? "");
  for (const [index, name] of ["paper", "tint", "mark"].entries())
    expect(valuesOf(name)).toEqual([GROUNDS.light[index], GROUNDS.dark[index]]);
});

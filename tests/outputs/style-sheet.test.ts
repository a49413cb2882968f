import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrastOf, READABLE } from "../../src/interface/colour-contrast.ts";

const styles = readFileSync(new URL("../../templates/site.css", import.meta.url), "utf8");

test("the style sheet is the same from right to left: no property names a side", () => {
  const sided =
    /(?:^|[\s;{])(?:(?:(?:margin|padding|border)-)?(?:left|right) *:|(?:text-align|float|clear): *(?:left|right)\b)/gm;
  const found = [...styles.matchAll(sided)].map(([text]) => text.trim());
  expect(found).toEqual([]);
  expect("a { margin-left: 1px; text-align: right }".match(sided)).toHaveLength(2);
});

test("asks for no other file, and moves nothing", () => {
  expect(styles).not.toMatch(/@import|url\(|transition|animation|scroll-behavior/);
});

const colours = [...styles.matchAll(/--(\w[\w-]*): (#[0-9a-f]{3,6});/g)].map(
  ([, name = "", value = ""]) => [name, value.length === 4 ? value.replace(/[0-9a-f]/g, "$&$&") : value] as const,
);
const [first, second] = ["light", "dark"].map((scheme, index) => {
  const values = new Map<string, string>();
  for (const [name] of colours) values.set(name, colours.filter(([other]) => other === name)[index]?.[1] ?? "");
  return { scheme, of: (name: string): string => values.get(name) ?? "" };
});

test.each([first, second].flatMap((one) => one ?? []))("text can be read on every ground, $scheme", ({ of }) => {
  for (const text of ["ink", "quiet", "link", "visited", "accent"]) {
    for (const ground of ["paper", "tint", "mark"])
      expect(contrastOf(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(READABLE);
  }
  // WCAG 2.2, 1.4.11: what shows where one is.
  for (const line of ["focus", "mark-line"]) expect(contrastOf(of(line), of("paper")), line).toBeGreaterThanOrEqual(3);
});

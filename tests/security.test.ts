import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const PAGE = readFileSync(new URL("../SECURITY.md", import.meta.url), "utf8");

/** A file of tests, and the groups and tests in it that hold a promise. */
const NAMED = /`(tests\/[\w/-]+\.test\.ts)`:((?:,?\s+"[^"]+")+)/g;

const promises = (PAGE.split("## What is promised, and what tests it")[1]?.split("\n## ")[0] ?? "")
  .split(/^\* /m)
  .slice(1)
  .map((text) => text.split("\n\n")[0] ?? "");

function namedIn(text: string): readonly (readonly [file: string, name: string])[] {
  return [...text.matchAll(NAMED)].flatMap(([, file = "", names = ""]) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => [file, name.replace(/\s+/g, " ")] as const),
  );
}

/** Whether a file of tests has a group or a test of this name that runs. */
function holds(source: string, name: string): boolean {
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!\\b(?:skip|todo|fails))\\(\\s*"${written}",`).test(source);
}

describe("the page on security", () => {
  it("names for each promise a test that holds it", () => {
    expect(promises.length).toBeGreaterThan(30);
    expect(promises.filter((promise) => namedIn(promise).length === 0)).toEqual([]);
  });

  it("names no file of tests without what holds the promise there", () => {
    const files = PAGE.match(/`tests\/[^`]+`/g) ?? [];
    expect(files.length).toBe([...PAGE.matchAll(NAMED)].length);
  });

  it.each(promises.flatMap(namedIn))("names a test that is there: %s, %s", (file, name) => {
    const path = new URL(`../${file}`, import.meta.url);
    expect(existsSync(path)).toBe(true);
    expect(holds(readFileSync(path, "utf8"), name)).toBe(true);
  });

  it("would be found wrong about a test that is not there, or does not run", () => {
    expect(holds('it("a b", () => {', "a b")).toBe(true);
    expect(holds('it.each([1])(\n  "a $b (c)",\n', "a $b (c)")).toBe(true);
    expect(holds('it("a b c", () => {', "a b")).toBe(false);
    expect(holds('it.skip("a b", () => {', "a b")).toBe(false);
    expect(holds('const text = "a b";', "a b")).toBe(false);
  });

  it("has no line of more than 120 signs", () => {
    expect(PAGE.split("\n").filter((line) => line.length > 120)).toEqual([]);
  });

  it("leads to the steps after a mistake, and is reached from the page on the whole", () => {
    const guide = readFileSync(new URL("../docs/withheld-reports.md", import.meta.url), "utf8");
    expect(PAGE).toContain("docs/withheld-reports.md#after-a-mistake");
    expect(guide).toContain("\n## After a mistake\n");
    expect(readFileSync(new URL("../README.md", import.meta.url), "utf8")).toContain("](SECURITY.md)");
  });
});

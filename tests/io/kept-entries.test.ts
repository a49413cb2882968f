import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openEntry, writeEntry } from "../../src/io/kept-entries.ts";
import { temporaryFolder } from "../content-folders.ts";

const [WORDS, LONG] = ["The Panel met.", "It asked for more. ".repeat(1000)];

it("an entry is read with its parts, however long its value is", () => {
  const folder = temporaryFolder();
  for (const value of ["short", "long ".repeat(10_000)]) {
    const digest = writeEntry(folder, "entry", { value }, [Buffer.from(WORDS), Buffer.from(LONG)]);
    const entry = openEntry(join(folder, "entry"));
    expect([entry?.value, entry?.digest]).toEqual([{ value }, digest]);
    expect([0, 1, 2].map((index) => entry?.part(index)?.toString())).toEqual([WORDS, LONG, undefined]);
  }
});

it("the digest of an entry tells its parts, too", () => {
  const folder = temporaryFolder();
  const digests = ["a", "b"].map((part) => writeEntry(folder, "entry", "the same", [Buffer.from(part)]));
  expect(new Set(digests).size).toBe(2);
});

it("nothing is read of an entry that is cut short, or of which a byte is another", () => {
  const folder = temporaryFolder();
  writeEntry(folder, "entry", { value: "short" }, [Buffer.from(WORDS)]);
  const file = join(folder, "entry");
  const whole = readFileSync(file);
  const read = (bytes: Uint8Array): unknown => {
    writeFileSync(file, bytes);
    const entry = openEntry<unknown>(file);
    return entry?.value !== undefined && entry.part(0) !== undefined;
  };
  expect(read(whole)).toBe(true);
  for (let at = 0; at < whole.length; at++) {
    expect(read(whole.subarray(0, at)), `cut at ${at}`).toBe(false);
    expect(read(whole.map((byte, index) => (index === at ? byte ^ 1 : byte))), `byte ${at}`).toBe(false);
  }
});

it("a part is not read of a file that was replaced or deleted after its value was read", () => {
  const folder = temporaryFolder();
  writeEntry(folder, "entry", "value", [Buffer.from(WORDS)]);
  const entry = openEntry(join(folder, "entry"));
  writeEntry(folder, "entry", "value", [Buffer.from(WORDS.toUpperCase())]);
  expect(entry?.part(0)).toBeUndefined();
});

import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { latin1 } from "../../src/attachments/byte-sequences.ts";
import { readZip, writeZip } from "../../src/attachments/zip.ts";
import { zip } from "./office-builders.ts";

const text = (parts: ReadonlyMap<string, Uint8Array>) => [...parts].map(([name, bytes]) => [name, latin1(bytes)]);
const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  Uint8Array.from(latin1(bytes).replaceAll(from, to), (character) => character.charCodeAt(0));

describe("a ZIP archive", () => {
  it("is read and written", () => {
    const parts = new Map([
      ["b/c.xml", strToU8("x".repeat(1000))],
      ["a", strToU8("y")],
    ]);
    const written = writeZip(parts, new Set(["a"]));
    expect(text(readZip(written))).toEqual([
      ["b/c.xml", "x".repeat(1000)],
      ["a", "y"],
    ]);
    expect(written.length).toBeLessThan(400);
  });

  it("may have folders, and something before its first entry", () => {
    expect(text(readZip(zip({ "a/": "", "a/b": "x" })))).toEqual([["a/b", "x"]]);
  });

  const archive = zip({ "aa.xml": "text", "bb.xml": "text" });
  it.each([
    ["a name that leads out", zip({ "../a": "x" }), /lead elsewhere/],
    ["a name from the root", zip({ "/a": "x" }), /lead elsewhere/],
    ["a name with a backslash", zip({ "a\\b": "x" }), /lead elsewhere/],
    ["a name with a NUL", zip({ "a\0b": "x" }), /lead elsewhere/],
    ["a name twice", replaced(archive, "bb.xml", "aa.xml"), /damaged/],
    ["a name twice, in capitals", replaced(archive, "bb.xml", "AA.XML"), /damaged/],
    ["another name in its directory", Uint8Array.from(archive, (byte, at) => (at === 30 ? 0x78 : byte)), /damaged/],
    ["a wrong checksum", Uint8Array.from(archive, (byte, at) => (at === 14 ? byte ^ 1 : byte)), undefined],
    ["a cut end", archive.subarray(0, -10), /damaged/],
    ["no directory", archive.subarray(0, 60), /damaged/],
    ["folders with content", zip({ "a/": "x" }), /damaged/],
    ["too much", zipSync({ a: [new Uint8Array(70_000_000), { level: 9 }] }), /too large/],
    ["too many", zip(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}`, ""]))), /too many/],
  ])("with %s is told", (_name, bytes, reason) => {
    if (reason === undefined) expect(text(readZip(bytes))).toHaveLength(2);
    else expect(() => readZip(bytes)).toThrow(reason);
  });

  it("whose directory has a wrong checksum, a lock or a wrong size is refused", () => {
    const central = latin1(archive).indexOf("PK\x01\x02");
    const change = (offset: number, to: (byte: number) => number) =>
      Uint8Array.from(archive, (byte, at) => (at === central + offset ? to(byte) : byte));
    expect(() => readZip(change(16, (byte) => byte ^ 1))).toThrow(/damaged/);
    expect(() => readZip(change(8, (byte) => byte | 1))).toThrow(/password/);
    expect(() => readZip(change(24, (byte) => byte - 1))).toThrow(/damaged/);
    expect(() => readZip(change(24, (byte) => byte + 1))).toThrow(/damaged/);
    expect(() => readZip(change(10, () => 12))).toThrow(/damaged/);
  });

  it("whose entries overlap is refused", () => {
    const inner = zip({ a: "x" });
    const outer = zipSync({ b: [inner.subarray(0, latin1(inner).indexOf("PK\x01\x02")), { level: 0 }] });
    const text = latin1(outer);
    const central = text.indexOf("PK\x01\x02");
    const entry = latin1(inner).slice(latin1(inner).indexOf("PK\x01\x02"), latin1(inner).indexOf("PK\x05\x06"));
    const moved = `${entry.slice(0, 42)}${String.fromCharCode(text.indexOf("PK\x03\x04", 4), 0, 0, 0)}${entry.slice(46)}`;
    const end = text.indexOf("PK\x05\x06");
    const two = `${text.slice(0, end)}${moved}PK\x05\x06\0\0\0\0\x02\0\x02\0\0\0\0\0${String.fromCharCode(central, 0, 0, 0)}\0\0`;
    const bytes = (archive: string) => Uint8Array.from(archive, (character) => character.charCodeAt(0));
    const one = bytes(two.replace(moved, "").replace("\x02\0\x02\0\0\0\0\0", "\x01\0\x01\0\0\0\0\0"));
    expect([...readZip(one).keys()]).toEqual(["b"]);
    expect(() => readZip(bytes(two))).toThrow(/damaged/);
  });
});

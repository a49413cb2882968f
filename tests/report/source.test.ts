import { describe, expect, it } from "vitest";
import { decode, MAX_BYTES } from "../../src/report/markdown/decode-utf8.ts";
import { compileFile, PATH, raisedBy, reportOf } from "../compile-text.ts";
import { processorTime } from "../processor-time.ts";

const encoder = new TextEncoder();

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...encoder.encode(part)] : part)));
}

function decoded(bytes: Uint8Array) {
  return raisedBy((raise) => decode(PATH, bytes, raise));
}

describe("a file that is UTF-8", () => {
  it.each([
    ["plain", bytesOf("a\nb\n"), "a\nb\n"],
    ["empty", bytesOf(""), ""],
    ["with a byte-order mark", bytesOf([0xef, 0xbb, 0xbf], "---\n"), "---\n"],
    ["with CRLF", bytesOf("a\r\nb\r\n"), "a\nb\n"],
    ["with lone CR", bytesOf("a\rb\r"), "a\nb\n"],
    ["with all three line ends", bytesOf("a\r\nb\nc\rd\r\r\ne"), "a\nb\nc\nd\n\ne"],
    ["with letters of two, three and four bytes", bytesOf("é €  😀 Ŵ"), "é €  😀 Ŵ"],
    ["with the highest character of each length", bytesOf("\u007e\u07ff\uffee\u{10fffd}"), undefined],
    ["with joiners that scripts are written with", bytesOf("क\u200dष नि\u200cस"), "क\u200dष नि\u200cस"],
    ["with tabs", bytesOf("a\tb"), "a\tb"],
  ])("%s gives its text", (_name, bytes, text) => {
    const { result, findings } = decoded(bytes);
    expect(findings).toEqual([]);
    expect(result).toEqual({ path: PATH, text: text ?? new TextDecoder().decode(bytes) });
  });
});

describe("a file that is not UTF-8", () => {
  // The offset is that of the first byte that begins no well-formed sequence (Unicode, table 3-7).
  it.each<[string, Uint8Array, number, number]>([
    ["a lone continuation byte at the start", bytesOf([0x80], "a"), 0, 1],
    ["a lone continuation byte after text", bytesOf("abc", [0xbf], "d"), 3, 1],
    ["a Latin-1 letter before a space", bytesOf("caf", [0xe9], " au lait"), 3, 1],
    ["a Latin-1 letter before a line end", bytesOf("caf", [0xe9], "\nau lait"), 3, 1],
    ["a Windows-1252 quotation mark", bytesOf("it", [0x92], "s"), 2, 1],
    ["a Latin-1 pound sign on the third line", bytesOf("a\nb\n", [0xa3], "5"), 4, 3],
    ["a sequence of two bytes cut short at the end", bytesOf("ab", [0xc3]), 2, 1],
    ["a sequence of three bytes cut short at the end", bytesOf("ab", [0xe2, 0x82]), 2, 1],
    ["a sequence of four bytes cut short at the end", bytesOf("ab", [0xf0, 0x9f, 0x98]), 2, 1],
    ["a sequence of four bytes of which one is there, at the end", bytesOf("ab", [0xf0]), 2, 1],
    ["a sequence of three bytes cut short within", bytesOf("ab", [0xe2, 0x82], "cd"), 2, 1],
    ["a sequence of four bytes cut short within", bytesOf("ab", [0xf0, 0x9f, 0x98], "cd"), 2, 1],
    ["an overlong slash of two bytes", bytesOf("ab", [0xc0, 0xaf], "c"), 2, 1],
    ["an overlong slash of three bytes", bytesOf("ab", [0xe0, 0x80, 0xaf], "c"), 2, 1],
    ["an overlong NUL", bytesOf("ab", [0xc0, 0x80]), 2, 1],
    ["half of a surrogate pair", bytesOf("ab", [0xed, 0xa0, 0x80], "c"), 2, 1],
    ["a character beyond U+10FFFF", bytesOf("ab", [0xf4, 0x90, 0x80, 0x80]), 2, 1],
    ["the byte FE", bytesOf("ab", [0xfe]), 2, 1],
    ["UTF-16, little end first", bytesOf([0xff, 0xfe, 0x61, 0x00]), 0, 1],
    ["UTF-16, big end first", bytesOf([0xfe, 0xff, 0x00, 0x61]), 0, 1],
    ["a wrong byte after letters of several bytes", bytesOf("é€😀\r\n", [0xff]), 11, 2],
    ["the first of two wrong bytes", bytesOf("a", [0xff], "\nb", [0xfe]), 1, 1],
    ["a wrong byte after a byte-order mark", bytesOf([0xef, 0xbb, 0xbf], "a", [0xff]), 4, 1],
  ])("%s: its offset is named, and no text is given", (_name, bytes, offset, line) => {
    const { result, findings } = decoded(bytes);
    expect(result).toBeUndefined();
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.rule).toBe("file-encoding");
    expect(finding?.message).toMatch(new RegExp(`\\bbyte ${offset}\\b`));
    const value = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
    expect(finding?.message).toContain(`0x${value}`);
    expect(finding?.place.line).toBe(line);
    expect(finding?.fix).toMatch(/UTF-8/);
  });

  it.each<[string, Uint8Array, boolean]>([
    ["with its mark", bytesOf([0xff, 0xfe, ...Buffer.from("council: Aldermere\n", "utf16le")]), true],
    ["without one", new Uint8Array(Buffer.from("council: Aldermere\n", "utf16le")), true],
    ["without one, big end first", new Uint8Array(Buffer.from("council: Aldermere\n", "utf16le").swap16()), true],
    ["a text with a few characters of 0", bytesOf("council: A", [0], "lde", [0], "rmere"), false],
    ["nothing but characters of 0", new Uint8Array(200), false],
  ])("is said to be UTF-16, once, where it is: %s", (_name, bytes, isWide) => {
    const { result, findings } = decoded(bytes);
    expect(result).toBeUndefined();
    expect(findings.some(({ message }) => message.includes("UTF-16"))).toBe(isWide);
    if (isWide) expect(findings.map(({ rule, place }) => [rule, place.line])).toEqual([["file-encoding", 1]]);
  });

  it("finds the byte in a large file at once", () => {
    const bytes = new Uint8Array(MAX_BYTES).fill(0x61);
    bytes[MAX_BYTES - 2] = 0xff;
    const time = processorTime(() => {
      const { findings } = decoded(bytes);
      expect(findings[0]?.message).toContain(`byte ${MAX_BYTES - 2} `);
    });
    expect(time).toBeLessThan(2000);
  });
});

describe("a character that cannot be seen", () => {
  it.each<[number, RegExp]>([
    [0x0000, /U\+0000/],
    [0x0001, /control character.*U\+0001/],
    [0x0007, /control character.*U\+0007/],
    [0x0008, /control character.*U\+0008/],
    [0x000b, /control character.*U\+000B/],
    [0x000c, /control character.*U\+000C/],
    [0x001b, /control character.*U\+001B/],
    [0x007f, /control character.*U\+007F/],
    [0x0085, /control character.*U\+0085/],
    [0x009b, /control character.*U\+009B/],
    [0x00ad, /soft hyphen.*U\+00AD/],
    [0x061c, /Arabic letter mark.*U\+061C/],
    [0x200b, /zero-width space.*U\+200B/],
    [0x200e, /left-to-right mark.*U\+200E/],
    [0x200f, /right-to-left mark.*U\+200F/],
    [0x2028, /line separator.*U\+2028/],
    [0x2029, /paragraph separator.*U\+2029/],
    [0x202a, /left-to-right embedding.*U\+202A/],
    [0x202b, /right-to-left embedding.*U\+202B/],
    [0x202c, /directional.*U\+202C/],
    [0x202d, /left-to-right override.*U\+202D/],
    [0x202e, /right-to-left override.*U\+202E/],
    [0x2060, /word joiner.*U\+2060/],
    [0x2066, /left-to-right isolate.*U\+2066/],
    [0x2067, /right-to-left isolate.*U\+2067/],
    [0x2068, /first-strong isolate.*U\+2068/],
    [0x2069, /isolate.*U\+2069/],
    [0xfeff, /byte-order mark.*U\+FEFF/],
    // Tags, with which text that nobody sees can be written.
    [0xe0041, /U\+E0041/],
    [0x1d173, /U\+1D173/],
  ])("U+%i is refused by name, at its line and column", (code, name) => {
    const { result, findings } = decoded(bytesOf(`first\r\nab${String.fromCodePoint(code)}c\r\nlast`));
    expect(result).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "hidden-character", place: { path: PATH, line: 2, column: 3 } });
    expect(findings[0]?.message).toMatch(name);
    expect(findings[0]?.message).not.toContain(String.fromCodePoint(code));
    expect(findings[0]?.fix).toMatch(/delete/i);
  });

  it("is named each time it stands in the file", () => {
    const { findings } = decoded(bytesOf("\u202ea\nb\u200b\u200bc\n\u0007"));
    expect(findings.map(({ place }) => `${place.line}:${place.column}`)).toEqual(["1:1", "2:2", "2:3", "3:1"]);
  });

  it("is a second byte-order mark, too", () => {
    const { result, findings } = decoded(bytesOf("\ufeff\ufeff---\n"));
    expect(result).toBeUndefined();
    expect(findings[0]).toMatchObject({ rule: "hidden-character", place: { line: 1, column: 1 } });
  });

  it.each<[string, Uint8Array, number]>([
    ["at the start", bytesOf([0], "a"), 0],
    ["after a byte-order mark", bytesOf("\ufeffab", [0]), 5],
    ["after CRLF", bytesOf("ab\r\nc", [0]), 5],
    ["after letters of several bytes", bytesOf("é€😀", [0]), 9],
  ])("NUL %s is named with its byte offset", (_name, bytes, offset) => {
    const { result, findings } = decoded(bytes);
    expect(result).toBeUndefined();
    expect(findings[0]?.message).toMatch(new RegExp(`\\bbyte ${offset}\\b`));
  });

  it("NUL is named each time with its own byte offset", () => {
    const { findings } = decoded(bytesOf("ab", [0], "cd", [0], "e"));
    expect(findings.map(({ message }) => /\bbyte (\d+)/.exec(message)?.[1])).toEqual(["2", "5"]);
  });
});

describe("the size of a file", () => {
  it("may be 1 MiB", () => {
    expect(MAX_BYTES).toBe(1_048_576);
    const { result, findings } = decoded(new Uint8Array(1_048_576).fill(0x61));
    expect(findings).toEqual([]);
    expect(result?.text).toHaveLength(1_048_576);
  });

  it("counts bytes, not characters", () => {
    expect(decoded(bytesOf("é".repeat(524_288))).findings).toEqual([]);
    expect(decoded(bytesOf("é".repeat(524_289))).findings).toMatchObject([{ rule: "file-too-large" }]);
  });

  it.each([1_048_577, 5_000_000])("may not be %i bytes, and both sizes are said", (size) => {
    const { result, findings } = decoded(new Uint8Array(size).fill(0x61));
    expect(result).toBeUndefined();
    expect(findings).toMatchObject([{ rule: "file-too-large", place: { path: PATH, line: 1, column: 1 } }]);
    expect(findings[0]?.message).toContain(String(size));
    expect(findings[0]?.message).toMatch(/1 MiB/);
    expect(findings[0]?.fix).toMatch(/\S/);
  });
});

describe("a report that is or may be withheld, and is not sound UTF-8 or holds what cannot be seen", () => {
  it.each(["Yes", "{paragraphs: [1]}", "perhaps"])("under `confidential: %s` no line of it is shown", (flag) => {
    for (const bad of ["\u200b", "\u0007", "\0", [0xff]]) {
      const file = bytesOf(reportOf({ confidential: flag }), "A child's name ", bad, " stands here.\n");
      const { outcome, diagnostics } = compileFile(file);
      expect(outcome).toBe("refused");
      expect(diagnostics.length).toBeGreaterThan(0);
      // What is not read cannot be known to be public.
      expect(diagnostics.filter(({ frame }) => frame !== undefined)).toEqual([]);
    }
  });
});

describe("a file of characters that cannot be seen", () => {
  it("has the first hundred named, and one finding for the rest", () => {
    const { result, findings } = decoded(bytesOf("a\u200b\n".repeat(300_000 / 5)));
    expect(result).toBeUndefined();
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ quotesNothing: true, place: { line: 101, column: 2 } });
  });
});

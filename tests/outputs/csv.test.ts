import { describe, expect, it } from "vitest";
import { csvText } from "../../src/outputs/csv.ts";

describe("a table as CSV", () => {
  it("ends each row in CR LF, and puts cells in quotation marks only where they need them", () => {
    expect(
      csvText([
        ["a", "b c"],
        ["1,5", 'say "yes"'],
        ["two\nlines", ""],
      ]),
    ).toBe('a,b c\r\n"1,5","say ""yes"""\r\n"two\nlines",\r\n');
  });

  it.each(["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])(
    "puts an apostrophe before what a spreadsheet would compute: %j",
    (cell) => {
      expect(csvText([[cell]]).replace(/^"|"(?=\r\n$)/g, "")).toBe(`'${cell}\r\n`);
    },
  );

  it("leaves signs within a cell alone", () => {
    expect(csvText([["a=b", "2025-03-31", "x@y"]])).toBe("a=b,2025-03-31,x@y\r\n");
  });
});

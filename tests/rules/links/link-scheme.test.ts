import { describe, expect, it } from "vitest";
import { compileFile, reportOf } from "../../compile-text.ts";
import { expectRaised } from "../found-in-text.ts";

describe("link-scheme is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with javascript: in a link", "[a](javascript:alert)\n", ["link-scheme 1:1"]],
    ["with JavaScript: in other letters", "[a](JaVaScRiPt:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: written as references", "[a](java&#115;cript:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: between signs", "[a](<javascript:alert>)\n", ["link-scheme 1:1"]],
    ["with javascript: behind a blank", "[a](&#32;javascript:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: in a definition", "[a]\n\n[a]: javascript:alert\n", ["link-scheme 3:1"]],
    ["with javascript: as an address between signs", "<javascript:alert>\n", ["link-scheme 1:1"]],
    ["with data: in an image", "![a](data:image/png;base64,AA)\n", ["link-scheme 1:1"]],
    ["with file:", "[a](file:///etc/passwd)\n", ["link-scheme 1:1"]],
    ["with ftp:", "[a](ftp://a.b/c)\n", ["link-scheme 1:1"]],
    ["with vbscript:", "[a](vbscript:a)\n", ["link-scheme 1:1"]],
    ["with the address of another server without https:", "[a](//b.c/d)\n", ["link-scheme 1:1"]],
    ["with the path of a drive", "[a](C:\\\\b)\n", ["link-scheme 1:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});

describe("a scheme that only a browser would see", () => {
  it.each([
    "[a](java&Tab;script:alert)",
    "[a](java&NewLine;script:alert)",
    "[a](&#1;javascript:alert)",
    "![a](java&Tab;script:alert)",
    "[a]\n\n[a]: java&Tab;script:alert",
  ])("refuses the report: %j", (text) => {
    const { outcome, report } = compileFile(reportOf({}, `Words ${text}\n`));
    expect(report?.bodyHtml ?? "").not.toMatch(/script/);
    expect(outcome).toBe("refused");
  });
});

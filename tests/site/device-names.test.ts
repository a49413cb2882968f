import { describe, expect, it } from "vitest";
import { isDevice, problemOfName } from "../../src/addresses/file-names.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { siteFiles } from "../site-files.ts";

const DEVICES = ["Con", "AUX", "prn", "Nul", "COM1", "lpt9"];

describe("a name that becomes the name of a folder, and is that of a device of Windows", () => {
  it.each(
    DEVICES.flatMap(
      (name) =>
        [
          [name, "author", { author: name }],
          [name, "ward", { wards: `["${name}"]` }],
          [name, "committee", { committee: name, meeting: "2019-04-08" }],
          [name, "public title", { "public-title": name, confidential: "{paragraphs: [3]}" }],
          [name, "short form", { abbreviations: `{"${name}": Some words}` }],
        ] as const,
    ),
  )("becomes another, which every system keeps: %s as %s", (name, _what, fields) => {
    const paths = [
      ...siteFiles({
        "reports/a.md": reportOf(fields, `The ${name} is here.\n`),
        "reports/b.md": reportOf({ title: "B", abbreviations: `{"${name}": Other words}` }, `A ${name}.\n`),
      }).keys(),
    ];
    for (const part of new Set(paths.flatMap((path) => path.split("/"))))
      expect(problemOfName(part)?.message, part).toBeUndefined();
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths.some((path) => path.split("/").some((part) => part.startsWith(`${name.toLowerCase()}-`)))).toBe(true);
  });

  it.each([
    ["an old address", { formerly: "[reports/aux]" }, ""],
    ["an old address, within", { formerly: "[reports/nul/update]" }, ""],
    ["an old address with an ending", { formerly: "[reports/con.html]" }, ""],
    ["an old address with a full stop in the end", { formerly: "[reports/update.]" }, ""],
    ["a committee's id", {}, "committees:\n  - id: con\n    name: Conservation Committee\n"],
  ])("is an error where somebody typed it as part of an address: %s", (_what, fields, settings) => {
    const content = {
      texts: sealedTexts({ "reports/a.md": reportOf(fields) }),
      attachments: new Map(),
      settings: new TextEncoder().encode(`council: Sallow\n${settings}`),
      others: [],
      findings: [],
    };
    const errors = checkContent(content, {}).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message).join()).toMatch(/Windows/);
  });

  it("is one only as a whole, or before a full stop", () => {
    expect([...DEVICES, "con.md", "NUL.tar.gz"].filter(isDevice)).toHaveLength(DEVICES.length + 2);
    expect(["console", "com10", "a.con", "con-1"].filter(isDevice)).toEqual([]);
  });
});

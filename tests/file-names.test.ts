import { describe, expect, it } from "vitest";
import { problemOfName } from "../src/addresses/file-names.ts";
import { isIgnored, isIgnoredPath } from "../src/addresses/ignored-names.ts";

describe("the name of a file", () => {
  it.each([
    "update.md",
    "Gŵyl y Tâl.md",
    "2019-04-08.md",
    "a.b.c.pdf",
    "Costs (final), v2 – May & June.csv",
    "console.md",
    "com10.md",
    "nulls.csv",
    "κόστος.csv",
    "費用.csv",
    "~a.csv",
    "O'Brien's list.csv",
  ])("is sound: %s", (name) => {
    expect(problemOfName(name)).toBeUndefined();
  });

  it.each([
    ["a line end", "a\nb.md"],
    ["a carriage return", "a\rb.md"],
    ["a tab", "a\tb.md"],
    ["an escape", "a\u001b[31mb.md"],
    ["a control character", "a\u0085b.md"],
    ["an override from right to left", "a\u202efdp.md"],
    ["an isolate", "a\u2066b.md"],
    ["a mark of direction", "a\u200fb.md"],
    ["a zero-width blank", "a\u200bb.md"],
    ["a joiner", "a\u200db.md"],
    ["a byte-order mark", "\ufeffa.md"],
    ["a soft hyphen", "a\u00adb.md"],
    ["a filler", "a\u3164b.md"],
    ["a tag", "a\u{e0041}b.md"],
    ["a line separator", "a\u2028b.md"],
  ])("that holds %s shows it by its code", (_name, name) => {
    const problem = problemOfName(name);
    expect(problem?.message).toMatch(/cannot be seen \(U\+[0-9A-F]{4,5}\): it is .*<U\+/);
    expect(problem?.message).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each(["<", ">", ":", '"', "|", "?", "*", "\\"])("has no %s, which Windows does not keep", (sign) => {
    expect(problemOfName(`a${sign}b.md`)?.message).toContain(`the character ${sign},`);
  });

  it.each(["a.md.", "a ", "update.", "a\u00a0", "update..md", "update .md"])(
    "does not end in a full stop or a blank: %j",
    (name) => {
      expect(problemOfName(name)?.message).toMatch(/ends in a full stop or a space/);
    },
  );

  it.each(["con", "CON.md", "prn.txt", "Aux", "nul.tar.gz", "COM1", "com9.md", "conin$", "LPT1.csv", "com¹.md"])(
    "is not that of a device: %s",
    (name) => {
      expect(problemOfName(name)?.message).toMatch(/device/);
    },
  );
});

describe("what systems, office programs and editors leave", () => {
  it.each([
    "a.md~",
    ".#a.md",
    "#a.md#",
    "~$x.docx",
    ".DS_Store",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    ".a.md.swp",
    "a.swp",
    "a.md.bak",
    "a.BAK",
    "a.tmp",
    ".~lock.x.odt#",
    "._x.pdf",
    "Icon\r",
  ])("is passed over: %j", (name) => {
    expect(isIgnored(name, "file")).toBe(true);
    expect(isIgnoredPath(`reports/a/${name}`)).toBe(true);
  });

  it.each(["a.md", "a~b.md", "#a.md", "bak.csv", "backup.md", "tmp.pdf", "notes.swpx", "a.bak.csv"])(
    "is not taken for it: %s",
    (name) => {
      expect(isIgnored(name, "file")).toBe(false);
    },
  );

  it("is no folder but a hidden one, because another may hold reports", () => {
    expect(["a.bak", "2019~", "a.tmp", "#a#"].filter((name) => isIgnored(name, "folder"))).toEqual([]);
    expect(isIgnored(".git", "folder")).toBe(true);
    expect(isIgnoredPath("reports/2019~/a.md")).toBe(false);
    expect(isIgnoredPath("reports/.old/a.md")).toBe(true);
  });
});

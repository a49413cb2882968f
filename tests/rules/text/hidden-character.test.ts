import { describe, expect, it } from "vitest";
import { compileFile, errorsOf, reportOf } from "../../compile-text.ts";

describe("a character that cannot be seen, written as a reference", () => {
  it.each(["&#x202e;", "&#8238;", "&#x2066;", "&#27;", "&#13;", "&#x200b;", "&#0;", "&shy;", "&#xfeff;", "&lrm;"])(
    "%s is refused as the character itself is",
    (reference) => {
      const compiled = compileFile(reportOf({}, `Words ${reference} and more words.\n`));
      expect(errorsOf(compiled)).toEqual(["hidden-character"]);
      expect(compiled.diagnostics[0]?.place).toMatchObject({ line: 8, column: 7 });
      expect(compiled.report).toBeUndefined();
    },
  );

  it.each(["&nbsp;", "&amp;", "&#233;", "&hellip;"])("%s is none", (reference) => {
    expect(compileFile(reportOf({}, `Words ${reference} and more words.\n`)).diagnostics).toEqual([]);
  });
});

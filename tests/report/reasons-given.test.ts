import { describe, expect, it } from "vitest";
import { compileFile, reportOf } from "../compile-text.ts";

const told = (fields: Readonly<Record<string, string>>, body = "One.\n") =>
  compileFile(reportOf(fields, body)).diagnostics.filter(({ message }) => message.includes("gives no reason"));

describe("a reason that is still to be written", () => {
  it.each(["Yes", "No", "…", "...", "TBC", "n/a", "-"])(
    "is told at its place, where it is withheld, too: %s",
    (typed) => {
      const [found, ...others] = told({ confidential: `{paragraphs: [3], public-interest: "${typed}"}` });
      expect(others).toEqual([]);
      expect(found?.message).toBe("`confidential`, `public-interest` gives no reason");
      expect([found?.severity, found?.fix]).toEqual(["error", "say why in a sentence, which is printed"]);
      expect(told({ confidential: `{paragraphs: [3], reason: "${typed}", public-interest: Harm}` })).toHaveLength(1);
      expect(
        told({ confidential: "{paragraphs: [3]}", released: `{date: 2021-06-01, reason: "${typed}"}` }),
      ).toHaveLength(1);
      expect(told({}, `:::exempt{paragraphs=3 public-interest="${typed}"}\nTwo.\n:::\n`)).toHaveLength(1);
    },
  );

  it.each(["No bid has been opened yet.", "Harm", "None would bid."])("is none of a sentence: %s", (typed) => {
    expect(told({ confidential: `{paragraphs: [3], reason: ${typed}, public-interest: ${typed}}` })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { compileFile, reportOf } from "../compile-text.ts";

const told = (fields: Readonly<Record<string, string>>, body = "One.\n") =>
  compileFile(reportOf(fields, body)).diagnostics.filter(({ message }) => message.includes("gives no reason"));

describe("a reason that is still to be written", () => {
  it.each([
    "Yes",
    "No",
    "TBC",
    "n/a",
    "-",
    "…",
    "...",
    ". . .",
    "[TBC]",
    "T.B.C.",
    "To be confirmed",
    "xxx",
    "(reason)",
    "N/A – …",
  ])("is told at its place, where it is withheld, too: %s", (typed) => {
    const [found, ...others] = told({ confidential: `{paragraphs: [3], public-interest: "${typed}"}` });
    expect(others).toEqual([]);
    expect(found?.message).toBe("`confidential`, `public-interest` gives no reason");
    expect([found?.severity, found?.fix]).toEqual(["error", "say why in a sentence, which is printed"]);
    expect(told({ confidential: `{paragraphs: [3], reason: "${typed}", public-interest: Harm}` })).toHaveLength(1);
    expect(
      told({ confidential: "{paragraphs: [3]}", released: `{date: 2021-06-01, reason: "${typed}"}` }),
    ).toHaveLength(1);
    expect(told({}, `:::exempt{paragraphs=3 public-interest="${typed}"}\nTwo.\n:::\n`)).toHaveLength(1);
  });

  it.each(["No bid has been opened yet.", "Harm", "None would bid.", "… because it would harm", "Y pris", "Tender X"])(
    "is none of a sentence: %s",
    (typed) => {
      expect(told({ confidential: `{paragraphs: [3], reason: ${typed}, public-interest: ${typed}}` })).toEqual([]);
    },
  );
});

describe("a day that is none in a report of which nothing may be quoted", () => {
  const messagesOf = (fields: Readonly<Record<string, string>>): readonly string[] =>
    compileFile(reportOf(fields))
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ message, fix }) => `${message} → ${fix}`);

  it("is told with its name and the form of a day, and what was typed is not", () => {
    const confidential = "{paragraphs: [3], public-interest: Harm}";
    const all = [
      messagesOf({ confidential, released: "{date: 2021-99-71, reason: Let}" }),
      messagesOf({ confidential: "{paragraphs: [3], public-interest: Harm, review: qxsoonz}" }),
      messagesOf({ confidential, withdrawn: "{date: 2021-99-71, reason: Wrong}" }),
      messagesOf({ confidential, amended: "[{date: 2021-99-71, note: Costs}]" }),
    ].flat();
    expect(all.map((one) => one.split(" does not have the form that it must have: ")[0])).toEqual([
      "`released`, `date`",
      "`confidential`, `review`",
      "`withdrawn`, `date`",
      "`amended`, entry 1, `date`",
    ]);
    for (const one of all) expect(one).toMatch(/: a date such as 24 March 2019 → /);
    expect(all.join()).not.toMatch(/99|qx|confidential: No/);
  });

  it("is told without a name that its author made up", () => {
    const [message, ...others] = messagesOf({ confidential: "Yes", facts: "{Qxnamez: [1]}" });
    expect(others).toEqual([]);
    expect(message).toMatch(/^`facts` does not have the form/);
  });
});

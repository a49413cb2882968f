import { describe, expect, it } from "vitest";
import { compileReport } from "../compiled-report.ts";

/** The words of which a report is told that they are abbreviations that nothing defines. */
function undefinedIn(body: string): readonly string[] {
  return compileReport(body).diagnostics.flatMap(({ rule, message }) =>
    rule === "abbreviation-undefined" ? [message.split(" ")[0] ?? ""] : [],
  );
}

describe("words in capitals that are no abbreviations", () => {
  it.each([
    [
      "verbs of a recommendation",
      "Cabinet is asked to:\n\n(a) WELCOME the plan;\n\n(b) EXTEND the lease; and\n\n(c) COMMEND those who wrote it.",
    ],
    ["a verb within a sentence", "That Council ENDORSE it and that officers are to WIDEN the path."],
    ["an office below a signature", "J Thrupp\nCHIEF EXECUTIVE\n\nL Sorrel\nBOROUGH TREASURER"],
    [
      "cells of a title block",
      "| TO: | LICENSING COMMITTEE |\n|---|---|\n| DATE: | 3 MARCH 2025 |\n| TEL: | 01632 960000 |",
    ],
    ["people", "The letter of CLLR J THORNBY and CLLR OSGOOD was read."],
    ["a shouted line", "PLEASE BRING YOUR OWN COPY\n\nThe panel met."],
    ["roads and routes", "Works on RT14 and the bridge at BX27 are late."],
    ["papers of a series", "See PQ 418, paragraph 31, and Q7 of PQ 604."],
  ])("are not reported: %s", (_, body) => {
    expect(undefinedIn(body)).toEqual([]);
  });

  it.each([
    ["beside a number that counts", "In DPQ 12 wardens work.", ["DPQ"]],
    ["before a verb", "The letter went to KHRT to be signed, and KHRT agreed.", ["KHRT"]],
    ["with one figure", "The LXP4 was agreed.", ["LXP4"]],
    ["on a line with words in small letters", "CHIEF officers of DQV met.", ["CHIEF", "DQV"]],
  ])("are told from those that are: %s", (_, body, expected) => {
    expect(undefinedIn(body)).toEqual(expected);
  });
});

describe("what an abbreviation stands for", () => {
  const longOf = (body: string): Readonly<Record<string, string>> =>
    Object.fromEntries(compileReport(body).report?.abbreviations.map(({ short, long }) => [short, long]) ?? []);

  it.each([
    [
      "is said by a sentence",
      "NGTA paid. The NGTA is the North Glen Transport Alliance.",
      { NGTA: "North Glen Transport Alliance" },
    ],
    [
      "may end in a side of the compass without a letter",
      "The Ashshire, Oakshire and Birchshire West (AOB) board met. AOB agreed.",
      { AOB: "Ashshire, Oakshire and Birchshire West" },
    ],
    [
      "is known of a half, where the whole and the other half are explained",
      "The Ash and Oak Water Board (AO WB) met. A Water Board (WB) is old. AO is a valley.",
      { AO: "Ash and Oak", "AO WB": "Ash and Oak Water Board", WB: "Water Board" },
    ],
  ])("%s", (_, body, expected) => {
    expect(longOf(body)).toEqual(expected);
    expect(undefinedIn(body)).toEqual([]);
  });
});

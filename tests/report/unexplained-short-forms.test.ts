import { describe, expect, it } from "vitest";
import { compileReport } from "../compiled-report.ts";

function reported(body: string): readonly string[] {
  return compileReport(body)
    .diagnostics.filter(({ rule }) => rule === "abbreviation-undefined")
    .map(({ message }) => message.split(" ")[0] ?? "");
}

describe("what looks like an abbreviation and is never defined", () => {
  it.each([
    ["Work with NSPCC began.", ["NSPCC"]],
    ["The HMICFRS and the LGA wrote.", ["HMICFRS", "LGA"]],
    ["All EHCPs are late.", ["EHCP"]],
    ["The CQC’s rating.", ["CQC"]],
    ["Spending on R&D fell.", ["R&D"]],
    ["The LTP4 consultation.", ["LTP4"]],
    ["> The CQC wrote", ["CQC"]],
    ["One.\n\n| A |\n|---|\n| CQC |", ["CQC"]],
    ["One.[^1]\n\n[^1]: The CQC.", ["CQC"]],
    ["The **CQC** wrote, and *so did LGA*.", ["CQC", "LGA"]],
    ["A CQC-led review.", ["CQC"]],
    ["The ICB (CQC rated) met.", ["ICB", "CQC"]],
    ["In the MIX of things.", ["MIX"]],
  ])("is reported: %j gives %j", (body, shorts) => {
    expect([...reported(body)].sort()).toEqual([...shorts].sort());
  });

  it.each([
    "Henry VIII and Part II, chapter XIV, phase IX.",
    "Phase IV and Grade II listed; Appendix III {elsewhere}.",
    "World War II and Elizabeth II.",
    "Residents near YO31 7LB and YO1 6GA complained.",
    "The office is at SW1A 2AA in London.",
    "IMPORTANT NOTICE FOR ALL RESIDENTS",
    "PLEASE READ THIS FIRST. It is short.",
    "The file `NSPCC` is here.",
    "See https://example.org/NSPCC/CQC.",
    "Write to NSPCC@example.org.",
    "```\nNSPCC\n```",
    "It is OK at 10 AM, or 2 PM.",
    "A B C and I.",
    "McDonald’s, YouTube and iPhone.",
    "The UK, the EU, the BBC and the NHS.",
    "Vitamin B and plan A.",
    "The year 2018/19 and £1.2M.",
    "The A19 and the B1224 are closed; so is the M62.",
    "The temperature is 21°C.",
    "The permit, EPR/AB1234CD, was varied.",
    "Satisfaction (measure TP12) rose.",
  ])("is not reported: %j", (body) => {
    expect(reported(body)).toEqual([]);
  });
});

describe("a short form of two words that is defined", () => {
  it.each([
    [
      "The Humber Integrated Care Board (HNY ICB) met.\n\nThe HNY ICB agreed.",
      "HNY ICB: Humber and North Yorkshire Integrated Care Board",
    ],
    ["The HNY\nICB agreed, as did the HNY ICB’s chair.", "HNY ICB: Humber and North Yorkshire Integrated Care Board"],
    ["Under IFRS 16 leases count.", "IFRS 16: International Financial Reporting Standard 16"],
  ])("explains each of its words there: %j", (body, definition) => {
    const { diagnostics } = compileReport(body, { fields: `abbreviations:\n  ${definition}` });
    expect(diagnostics.filter(({ rule }) => rule === "abbreviation-undefined")).toEqual([]);
  });

  it("does not explain one of them elsewhere", () => {
    const fields = "abbreviations:\n  HNY ICB: Humber and North Yorkshire Integrated Care Board";
    const { diagnostics } = compileReport("The HNY ICB agreed. Another ICB did not.", { fields });
    expect(diagnostics.map(({ message }) => message.split(" ", 1)[0])).toEqual(["ICB"]);
  });
});

import { describe, expect, it } from "vitest";
import { isInFrontText, isOfSubject, isSecondVerb } from "../../src/report/reference-subjects.ts";

describe("a paragraph between a text and what that text says", () => {
  it.each([
    ["The call-in request, at ", ", alleges that nobody was asked."],
    ["The harbour order's explanatory note for masters (", ") requires a lamp."],
    ["The ferry is run by a company whose articles (", ") require a quorum."],
    ["The grounds of appeal, ", " in particular, make the same point."],
    ["The pilots' objection to the new berths, at ", ", argues that they are too short."],
    ["The register of moorings, in its ", ", numbers each buoy."],
    ["The Agency, in a note for the harbour master dated 3 May (", "), hopes for calm."],
  ])("%s…%s", (before, behind) => {
    expect(isOfSubject("paragraph", before, behind)).toBe(true);
  });

  it.each([
    ["The savings (", ") were made in May."],
    ["The survey of moorings (", ") suggests that they are full."],
    ["The pilots' objection to the new berths (", ") argues that they are too short."],
    ["The evidence, at ", ", suggests that berths are short."],
    ["The register of moorings (", ") was lost."],
    ["This report on the register, at ", ", numbers each buoy."],
    ["The berths, at ", ", require dredging."],
    ["The harbour master (", ") requires a lamp."],
  ])("is not in: %s…%s", (before, behind) => {
    expect(isOfSubject("paragraph", before, behind)).toBe(false);
  });
});

describe("an annex between a text and what that text says", () => {
  it.each([
    ["The Ombudsman's Focus Report on ferries (", ", good practice) urges councils to keep a log."],
    ["The Home Office circular on harbours, at ", ", lists the offences."],
    ["Statutory guidance on piers (", ") lists twelve duties."],
    ["The Department's technical note on tides, ", ", works through an example."],
    ["Planning Policy for Harbours, at ", ", defines a berth."],
  ])("%s…%s", (before, behind) => {
    expect(isOfSubject("annex", before, behind)).toBe(true);
  });

  it.each([
    ["The pier strategy (", ") sets out four aims."],
    ["The pier strategy, at ", ", sets out four aims."],
    ["The Department's reply (", ") confirms the figures."],
    ["The harbour master's guide (", ") lists the berths."],
    ["The Ombudsman's report on ferries (", ") was late."],
    ["Planning Policy for Harbours, ", ", defines a berth."],
  ])("is not in: %s…%s", (before, behind) => {
    expect(isOfSubject("annex", before, behind)).toBe(false);
  });
});

describe("what a text says in a second verb", () => {
  it("is in a place of its own", () => {
    expect(isSecondVerb("The ferry plan was approved in July and covers at ", " the winter boats.")).toBe(true);
    expect(isSecondVerb("The reply to the pilots was published in June and, at ", ", rejected two ideas.")).toBe(true);
  });

  it("is no text's where something else is the subject, or nothing is said", () => {
    expect(isSecondVerb("The ferry was approved in July and covers at ", " the winter boats.")).toBe(false);
    expect(isSecondVerb("The ferry plan was approved in July and, at ", ", we say why.")).toBe(false);
    expect(isSecondVerb("The ferry plan was approved in July and printed at ", ".")).toBe(false);
    expect(isSecondVerb("This report was approved in July and covers at ", " the winter boats.")).toBe(false);
  });
});

describe("what is said in a text that a sentence begins with", () => {
  it.each(["In a letter of 6 June the company promised, at ", "In the pilots' award, at ", "By its deed, in its "])(
    "%s",
    (before) => {
      expect(isInFrontText(before)).toBe(true);
    },
  );

  it.each([
    "In this report we say, at ",
    "In June the company promised, at ",
    "In a letter the company, too, lost, at ",
  ])("is not in: %s", (before) => {
    expect(isInFrontText(before)).toBe(false);
  });
});

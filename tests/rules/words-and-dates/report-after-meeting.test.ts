import { describe, expect, it } from "vitest";
import { diagnosticsOf, type Fields } from "../found-in.ts";

const rulesOf = (fields: Fields, settings?: string): readonly string[] =>
  diagnosticsOf(fields, settings).map(({ rule }) => rule);

describe("report-after-meeting", () => {
  it("is raised where the report is the later, and not with clear-days", () => {
    expect(rulesOf({ date: "2019-04-09", meeting: "2019-04-08" })).toEqual(["report-after-meeting"]);
    expect(rulesOf({ date: "2019-03-08", meeting: "2019-04-08" })).toEqual([]);
  });
});

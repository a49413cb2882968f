import { describe, expect, it } from "vitest";
import { lawOf } from "../../src/law/laws.ts";
import { assertPublic, type LinkedReport, type PublicReport, triage } from "../../src/report/withholding/triage.ts";
import { PATH, parsed } from "../compile-text.ts";

const linked: LinkedReport = {
  path: PATH,
  view: "public",
  frontmatter: {
    title: "Update",
    authors: [{ name: "A" }],
    date: "2019-03-24",
    annexes: [],
    alsoTo: [],
    facts: new Map(),
    amended: [],
    contacts: [],
    wards: [],
    isAboutAllWards: false,
    background: [],
    saysNoBackground: false,
    abbreviations: new Map(),
    formerly: [],
    lang: "en-GB",
    draft: false,
  },
  committee: undefined,
  alsoTo: [],
  body: { ...parsed("The text.\n"), stage: "linked" },
  content: [],
  annexes: [],
  files: [],
  labels: new Map(),
  definitions: [],
  recommendations: [],
};

function publicReport(): PublicReport {
  const verdict = triage("public", linked, lawOf("England"));
  if (verdict.kind !== "public") throw new Error("the report was not found to be public");
  return verdict.report;
}

describe("triage", () => {
  it("finds a report public that says so, and the assertion accepts it", () => {
    const report = publicReport();
    expect(report.path).toBe(PATH);
    expect(() => assertPublic(report)).not.toThrow();
  });

  it.each([
    ["a bare Yes", "withheld without a reason" as const],
    ["a reason", { basis: "exempt" as const, paragraphs: [3] }],
    ["a court", { basis: "confidential" as const, paragraphs: [] }],
  ])("withholds with %s, and hands on nothing of the report", (_name, confidentiality) => {
    const frontmatter = { ...linked.frontmatter, publicTitle: "A matter of law" };
    const verdict = triage(confidentiality, { ...linked, frontmatter }, lawOf("England"));
    expect(verdict).toMatchObject({ kind: "withheld", stub: { title: "A matter of law" } });
    expect(verdict).not.toHaveProperty("report");
    expect(JSON.stringify(verdict)).not.toContain("The text");
    expect(JSON.stringify(verdict)).not.toContain("Update");
  });

  it("withholds whatever is not exactly public, should the types be got round", () => {
    for (const value of ["Public", "public ", "No", "", undefined, null, false, true, {}, ["public"]]) {
      expect(triage(value as "public", linked, lawOf("England")).kind, String(value)).toBe("withheld");
    }
  });

  it("does not make the report itself public", () => {
    publicReport();
    expect(() => assertPublic(linked)).toThrow();
  });
});

describe("assertPublic refuses what triage did not make", () => {
  it.each<[string, (report: PublicReport) => unknown]>([
    ["a copy by spread", (report) => ({ ...report })],
    ["a copy by Object.assign", (report) => Object.assign({}, report)],
    ["a structured clone", (report) => structuredClone({ path: report.path, frontmatter: report.frontmatter })],
    ["an object that inherits from it", (report) => Object.create(report)],
    ["a proxy of it", (report) => new Proxy(report, {})],
    ["its JSON, read again", (report) => JSON.parse(JSON.stringify({ path: report.path }))],
    [
      "a copy with all its own properties",
      (report) => Object.defineProperties({}, Object.getOwnPropertyDescriptors(report)),
    ],
    ["a report with a brand that was made up", () => ({ ...linked, [Symbol("isPublic")]: true, isPublic: true })],
    ["undefined", () => undefined],
    ["null", () => null],
    ["a string", () => "public"],
  ])("%s", (_name, forge) => {
    expect(() => assertPublic(forge(publicReport()) as LinkedReport)).toThrow();
  });

  it("with words that quote nothing of the report", () => {
    expect(() => assertPublic({ ...publicReport(), path: "Qxpathz" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("Qxpathz") }),
    );
  });
});

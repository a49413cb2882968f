import { describe, expect, it } from "vitest";
import { sortFiles } from "../../src/site/content-files.ts";
import { placesOf, raisedBy } from "../compile-text.ts";

function sorted(files: {
  readonly texts?: readonly string[];
  readonly attachments?: readonly string[];
  readonly others?: readonly string[];
}) {
  const mapOf = (paths: readonly string[] = []) => new Map(paths.map((path) => [path, undefined]));
  const { result, findings } = raisedBy((raise) =>
    sortFiles({ texts: mapOf(files.texts), attachments: mapOf(files.attachments), others: files.others ?? [] }, raise),
  );
  const { reports, annexTexts, plainFiles } = result;
  return { reports, annexTexts: [...annexTexts], plainFiles, findings };
}

describe("the Markdown files below reports/", () => {
  it("are reports, at any depth", () => {
    const texts = ["reports/a.md", "reports/2019/b.md", "reports/2019/spring/c.md"];
    expect(sorted({ texts })).toEqual({ reports: texts, annexTexts: [], plainFiles: [], findings: [] });
  });

  it("are annexes where they lie in a folder that has a sibling of its name, at any depth below", () => {
    const texts = ["reports/a.md", "reports/a/b.md", "reports/a/c/d.md"];
    expect(sorted({ texts })).toEqual({
      reports: ["reports/a.md"],
      annexTexts: ["reports/a/b.md", "reports/a/c/d.md"],
      plainFiles: [],
      findings: [],
    });
  });

  it("are no annexes of a report whose name only begins alike", () => {
    expect(sorted({ texts: ["reports/a.md", "reports/ab/c.md", "reports/a-b/c.md"] }).annexTexts).toEqual([]);
  });
});

describe("other files", () => {
  it("lie in a report's folder, or in shared/", () => {
    const attachments = ["reports/a/map.pdf", "reports/a/deep/map.pdf", "shared/logo.svg", "shared/maps/map.svg"];
    expect(sorted({ texts: ["reports/a.md"], attachments }).findings).toEqual([]);
  });

  it.each([
    ["beside no report", "reports/b/map.pdf"],
    ["at the top of reports/", "reports/map.pdf"],
    ["a report whose ending is written otherwise", "reports/b.MD"],
    ["a report with the ending .markdown", "reports/b.markdown"],
    ["text", "reports/b.txt"],
  ])("are an error elsewhere: %s", (_name, path) => {
    const { findings } = sorted({ texts: ["reports/a.md"], attachments: [path] });
    expect(placesOf(findings)).toEqual(["file-elsewhere 1:1"]);
    expect(findings[0]?.place.path).toBe(path);
    expect(findings[0]?.fix).toMatch(/\S/);
  });

  it.each(["notes.txt", "update.md", "drafts/a.md", "report/a.md", "site.yaml", "Reports/a.md"])(
    "are an error at the top or in a folder that the format does not have: %s",
    (path) => {
      expect(sorted({ others: [path] }).findings).toMatchObject([{ rule: "file-elsewhere", place: { path } }]);
    },
  );

  it.each(["pages/map.png", "pages/about.txt", "pages/about.markdown", "meetings/children/agenda.pdf"])(
    "are an error in the folders of plain pages and meetings: %s",
    (path) => {
      const { findings } = sorted({ others: [path] });
      expect(findings).toMatchObject([{ rule: "file-elsewhere", place: { path } }]);
      expect(findings[0]?.fix).toMatch(/end.* in \.md|shared/);
    },
  );
});

describe("the Markdown files below pages/ and meetings/", () => {
  it("are plain pages and the files of meetings", () => {
    const texts = ["reports/a.md", "pages/about.md", "meetings/children/2019-04-08.md"];
    expect(sorted({ texts })).toEqual({
      reports: ["reports/a.md"],
      annexTexts: [],
      plainFiles: [
        { kind: "page", path: "pages/about.md", slug: "about" },
        { kind: "meeting", path: "meetings/children/2019-04-08.md", committee: "children", date: "2019-04-08" },
      ],
      findings: [],
    });
  });

  it.each([
    ["pages/deep/about.md", "file-elsewhere"],
    ["meetings/2019-04-08.md", "file-elsewhere"],
    ["meetings/children/2019/2019-04-08.md", "file-elsewhere"],
    ["meetings/children/8 April 2019.md", "meeting-date"],
    ["meetings/children/2019-02-31.md", "meeting-date"],
    ["meetings/children/2019-4-8.md", "meeting-date"],
    ["meetings/children/notes.md", "meeting-date"],
  ])("are an error where they are neither: %s", (path, rule) => {
    const { plainFiles, findings } = sorted({ texts: [path] });
    expect(plainFiles).toEqual([]);
    expect(findings).toMatchObject([{ rule, place: { path } }]);
    expect(findings[0]?.fix).toMatch(/\.md/);
  });

  it("say what is wrong with a day", () => {
    const [finding] = sorted({ texts: ["meetings/children/2019-02-31.md"] }).findings;
    expect(finding?.message).toContain("February 2019 has 28 days");
  });
});

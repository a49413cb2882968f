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
  return { reports: result.reports, annexTexts: [...result.annexTexts], findings };
}

describe("the Markdown files below reports/", () => {
  it("are reports, at any depth", () => {
    const texts = ["reports/a.md", "reports/2019/b.md", "reports/2019/spring/c.md"];
    expect(sorted({ texts })).toEqual({ reports: texts, annexTexts: [], findings: [] });
  });

  it("are annexes where they lie in a folder that has a sibling of its name, at any depth below", () => {
    const texts = ["reports/a.md", "reports/a/b.md", "reports/a/c/d.md"];
    expect(sorted({ texts })).toEqual({
      reports: ["reports/a.md"],
      annexTexts: ["reports/a/b.md", "reports/a/c/d.md"],
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

  it.each(["pages/about.md", "meetings/children/2019-04-08.md"])(
    "are told of where the format has them and this version does not publish them: %s",
    (path) => {
      expect(sorted({ others: [path] }).findings).toMatchObject([{ rule: "file-not-published", place: { path } }]);
    },
  );
});

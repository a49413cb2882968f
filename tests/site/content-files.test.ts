import { describe, expect, it } from "vitest";
import { sortFiles } from "../../src/site/content-files.ts";
import { placesOf, raisedBy, reportOf, sealedTexts } from "../compile-text.ts";

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

describe("the file of outcomes", () => {
  it("lies in the folder of its report, and is neither a report nor an annex", () => {
    const texts = ["reports/2019/a.md", "reports/2019/a/recommendations.yml", "reports/2019/a/b.md"];
    expect(sorted({ texts })).toEqual({
      reports: ["reports/2019/a.md"],
      annexTexts: ["reports/2019/a/b.md"],
      plainFiles: [],
      findings: [],
    });
  });

  it.each([
    ["beside the report", "reports/2019/recommendations.yml", /not in the folder of a report/],
    ["at the top", "reports/recommendations.yml", /not in the folder of a report/],
    [
      "in the folder of a report that is not there",
      "reports/2019/c/recommendations.yml",
      /not in the folder of a report/,
    ],
    ["in a folder within the report's", "reports/2019/a/deep/recommendations.yml", /not from one in it/],
    ["in the folder of an annex", "reports/2019/a/b/recommendations.yml", /not from one in it/],
  ])("is an error elsewhere: %s", (_name, path, message) => {
    const { findings, reports } = sorted({ texts: ["reports/2019/a.md", "reports/2019/a/b.md", path] });
    expect(findings).toMatchObject([{ rule: "recommendations-file", place: { path } }]);
    expect(findings[0]?.message).toMatch(message);
    expect(reports).toEqual(["reports/2019/a.md"]);
  });

  it.each([
    "reports/a/recommendations.yaml",
    "reports/a/Recommendations.yml",
    "reports/a/recommendation.yml",
    "reports/a/recommendations.yml.txt",
    "reports/b/recommendations.yaml",
    "shared/recommendations.yml",
  ])("is not read under another name or from another folder, and that is an error: %s", (path) => {
    const { findings } = sorted({ texts: ["reports/a.md"], attachments: [path] });
    expect(findings).toMatchObject([{ rule: "recommendations-file", place: { path } }]);
    expect(findings[0]?.fix).toContain("recommendations.yml");
  });

  it("is one of the files of a report that is gone", () => {
    const texts = ["reports/a.md", "reports/b/recommendations.yml"];
    const { findings } = sorted({ texts, attachments: ["reports/b/map.csv"] });
    expect(findings).toMatchObject([{ rule: "folder-without-report", place: { path: "reports/b" } }]);
  });
});

describe("advice fits what is there", () => {
  it.each(["site.yaml", "Site.yml", "settings.yml", "config.yaml", "site.yml.txt", "_config.yml"])(
    "settings under another name: %s",
    (path) => {
      expect(sorted({ others: [path] }).findings[0]?.fix).toMatch(/^rename it to site\.yml/);
    },
  );

  it.each(["reports/update.docx", "reports/2019/update.DOC", "reports/update.odt", "reports/update.pdf"])(
    "a document among reports: %s",
    (path) => {
      const [finding] = sorted({ attachments: [path] }).findings;
      expect(finding?.fix).toMatch(/name it in that report's `annexes:`.*put its text into a file that ends in \.md/);
    },
  );

  it("two files whose names differ in capitals alone", () => {
    const { findings } = sorted({ texts: ["reports/a.md"], attachments: ["reports/a/Map.csv", "reports/a/map.csv"] });
    expect(findings).toMatchObject([
      {
        rule: "output-path-twice",
        place: { path: "reports/a/map.csv" },
        related: { place: { path: "reports/a/Map.csv" } },
      },
    ]);
  });

  it("a name that is wrong is told once, of a folder too, whatever lies in it", () => {
    const { findings } = sorted({
      texts: ["reports/a.md", "reports/20:19/b.md", "reports/20:19/c.md"],
      attachments: ["reports/a/x?.csv"],
      others: ["con.txt"],
    });
    expect(findings.filter(({ rule }) => rule === "file-name").map(({ place }) => place.path)).toEqual([
      "reports/20:19",
      "reports/a/x?.csv",
      "con.txt",
    ]);
  });
});

describe("a folder of files whose report is not there", () => {
  const attached = (path: string) => ({ path, bytes: 2, format: "CSV", hash: path });
  const found = (texts: Readonly<Record<string, string>>, attachments: readonly string[]) => {
    const { result, findings } = raisedBy((raise) =>
      sortFiles(
        {
          texts: sealedTexts(texts),
          attachments: new Map(attachments.map((path) => [path, attached(path)])),
          others: [],
        },
        raise,
      ),
    );
    return {
      reports: result.reports,
      findings: findings.map(({ rule, place }) => `${rule} ${place.path}`),
      said: findings,
    };
  };
  const files = ["reports/2019/update/a.csv", "reports/2019/update/maps/b.csv", "reports/2019/update/c.csv"];

  it("is told once, with the report that names files in it", () => {
    const naming = { "reports/2019/review.md": reportOf({}, "![A plan](update/a.csv)\n") };
    const { reports, findings, said } = found({ ...naming, "reports/2019/update/annex.md": "Annex.\n" }, files);
    expect(findings).toEqual(["folder-without-report reports/2019/update"]);
    expect(said[0]?.related?.place.path).toBe("reports/2019/review.md");
    expect(reports).toEqual(["reports/2019/review.md"]);
  });

  it("is told once where no report names it", () => {
    expect(found({ "reports/2019/review.md": reportOf({}) }, files).findings).toEqual([
      "folder-without-report reports/2019/update",
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
    [
      "holds reports, too",
      { "reports/2019/a.md": reportOf({}) },
      ["reports/2019/x.csv", "reports/2019/y.csv"],
      ["file-elsewhere", "file-elsewhere"],
    ],
    ["holds one file", {}, ["reports/2019/x.csv"], ["file-elsewhere"]],
    ["holds a report without frontmatter", { "reports/2019/a.md": "Text.\n" }, [], []],
    [
      "is named by a report in another place",
      { "reports/a.md": reportOf({}, "See [it](2018/2019/x.csv).\n") },
      ["reports/2019/x.csv"],
      ["file-elsewhere"],
    ],
  ])("is none where the folder %s", (_name, texts, attachments, rules) => {
    expect(found(texts, attachments).said.map(({ rule }) => rule)).toEqual(rules);
  });
});

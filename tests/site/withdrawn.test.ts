import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { findRemovals } from "../../src/site/removals.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const SETTINGS = "council: Sallow\nbase-url: https://sallow.example/\ncommittees: [{id: roads, name: Roads}]\n";
const WITHDRAWN = "{date: 2 May 2019, reason: A later report takes its place.}";
const SECRET = {
  title: "Qxtitlez",
  author: "Qxauthorz",
  summary: "Qxsummaryz.",
  committee: "roads",
  meeting: "2019-04-08",
  item: "4",
  "also-to": "[{committee: roads, meeting: 2019-04-09}]",
  wards: "[Qxwardz]",
  facts: "{Qxnamez: Qxfactz}",
  contact: "Qxcontactz",
  background: "[Qxpaperz]",
  amended: "[{date: 2019-04-30, note: Qxnotez}]",
  formerly: "[reports/2018/old]",
  annexes: "[{title: Qxannexz, file: a/qxfilez.pdf}]",
  withdrawn: WITHDRAWN,
};
const BODY =
  "## Qxheadingz\n\nThe Quiet Xylophone Zone (QXZ) met. See Annex A.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nQxpassagez.\n:::\n";
const FILE = { path: "reports/a/qxfilez.pdf", bytes: 9, hash: "x", format: "PDF", pages: 1 };

function built(texts: Readonly<Record<string, string>>, edition: Edition = "public") {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map("reports/a.md" in texts ? [[FILE.path, FILE]] : []),
    settings: new TextEncoder().encode(SETTINGS),
    others: [],
    findings: [],
  };
  const checked = checkContent(content, { edition });
  const outputs = makeOutputs(checked.site, readTemplates());
  const files = new Map(outputs.map(({ path, content: file }) => [path, JSON.stringify(file)]));
  return { ...checked, outputs, files };
}

const OTHER = reportOf({ title: "Other", date: "2019-03-01" }, "See [the first](a.md#para-1).\n");
const texts = { "reports/a.md": reportOf(SECRET, BODY), "reports/b.md": OTHER };

describe("a report that was withdrawn", () => {
  it.each(["public", "members"] as const)(
    "has a page that says so, when and why, and nothing else of it, in the %s edition",
    (edition) => {
      const { files, diagnostics, site } = built(texts, edition);
      expect(diagnostics).toEqual([]);
      const page = files.get("reports/a/index.html") ?? "";
      expect(page).toContain("This report has been withdrawn");
      expect(page).toContain("It was withdrawn on 2 May 2019.");
      expect(page).toContain("A later report takes its place.");
      expect(page).toContain("noindex");
      const all =
        [...files].map(([path, text]) => path + text).join("\n") + JSON.stringify(searchRecords(site, readTemplates()));
      expect(all).not.toMatch(/qx/i);
      expect([...files.keys()].filter((path) => path.startsWith("reports/a/"))).toEqual(["reports/a/index.html"]);
      expect([...files.keys()].filter((path) => /^(?:wards|committees\/roads\/2019)/.test(path))).toEqual([]);
    },
  );

  it("is in no list, feed or sitemap, and links to it lead to its page", () => {
    const { files } = built(texts);
    expect(files.get("reports/b/index.html")).toContain('href=\\"../a/\\"');
    for (const path of ["index.html", "reports/index.html", "reports.json", "feed.xml", "sitemap.xml"])
      expect(files.get(path), path).not.toMatch(/reports\/a\/|\.\.?\/a\//);
  });

  it("is where its old addresses lead", () => {
    const moved = built(texts).files.get("reports/2018/old/index.html") ?? "";
    expect(moved).toContain('href=\\"../../a/\\"');
    expect(moved).toContain("This report has been withdrawn");
  });

  it("is published though its text, its files and what it names are no longer sound", () => {
    const gone = reportOf(
      { ...SECRET, annexes: "[{title: A, file: a/gone.pdf}]", committee: "gone" },
      "<b>x</b>\n\n:::exmept\n",
    );
    const { files, diagnostics } = built({
      "reports/a.md": gone,
      "reports/a/left.md": "Qxleftz.\n",
      "reports/b.md": OTHER,
    });
    expect(diagnostics).toEqual([]);
    expect(files.get("reports/a/index.html")).toContain("withdrawn");
  });

  it("may have the text of one that is withheld now", () => {
    const text = "The panel met four times, and heard from three head teachers.\n";
    const closed = reportOf(
      { title: "S", "public-title": "T", confidential: "{paragraphs: [3], public-interest: Harm}" },
      text,
    );
    const { diagnostics, files } = built({
      "reports/w.md": reportOf({ withdrawn: WITHDRAWN }, text),
      "reports/x.md": closed,
    });
    expect(diagnostics).toEqual([]);
    expect(files.get("reports/w/index.html")).toContain("withdrawn");
  });

  it("counts as no page that was removed", () => {
    const { outputs, compiled } = built(texts);
    const old = ["reports/a/index.html", "reports/2018/old/index.html", "reports/b/index.html"];
    expect(findRemovals(old, outputs, compiled).addresses).toEqual([]);
  });

  it("is where its stub was, and tells no old address, where it is withheld, too", () => {
    const closed = {
      ...SECRET,
      confidential: "{paragraphs: [3], public-interest: Harm}",
      "public-title": "A contract",
      formerly: "[reports/2018/qx]",
    };
    const { files, outputs, compiled, diagnostics } = built({
      "reports/qxa.md": reportOf({ ...closed, annexes: "[]" }, BODY),
      "reports/b.md": reportOf({}, "One.\n"),
    });
    expect(diagnostics).toEqual([]);
    expect(files.get("reports/a-contract/index.html")).toContain("This report has been withdrawn");
    expect([...files].map(([path, text]) => path + text).join("\n")).not.toMatch(/qx/i);
    expect(
      findRemovals(["reports/a-contract/index.html", "reports/2018/qx/index.html"], outputs, compiled).addresses,
    ).toEqual([]);
  });

  it("quotes nothing of itself in messages", () => {
    const { diagnostics } = built({
      "reports/a.md": reportOf({ ...SECRET, item: "Qxitemz" }, "One.\n"),
      "reports/b.md": OTHER,
    });
    expect(diagnostics.map(({ rule }) => rule)).toContain("frontmatter-field-value");
    expect(JSON.stringify(diagnostics)).not.toMatch(/qx(?!a\.md)/i);
  });

  it("has no page while it is a draft", () => {
    const { files } = built({
      "reports/a.md": reportOf({ ...SECRET, draft: "true" }, "One.\n"),
      "reports/b.md": reportOf({}, "One.\n"),
    });
    expect([...files.keys()].filter((path) => path.startsWith("reports/a/"))).toEqual([]);
  });

  it("holds its address against another report", () => {
    const { diagnostics } = built({ ...texts, "reports/c.md": reportOf({ formerly: "[reports/a]" }, "One.\n") });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["output-path-twice"]);
  });
});

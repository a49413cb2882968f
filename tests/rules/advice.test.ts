import { describe, expect, it } from "vitest";
import { compileFile, PATH, reportOf } from "../compile-text.ts";

const FOLDER = "reports/2019/update/";
const BAD = [
  "file:///S:/map.png",
  "data:image/png;base64,AAAA",
  "C:\\maps\\map.png",
  "//example.org/map.png",
  "https://",
  "http://1.2.3.4.5/map.png",
  "https://example.org/map.png",
];
const PAGE = "---\ntitle: About\n---\n\n";

/** What the errors of a file advise. */
function adviceOf(
  file: string,
  path = PATH,
  texts: Readonly<Record<string, string>> = {},
): readonly (string | undefined)[] {
  const context = path === PATH ? texts : { [PATH]: reportOf({}), ...texts };
  const { diagnostics } = compileFile(file, { path, texts: context });
  return diagnostics.filter((one) => one.severity === "error" && one.place.path === path).map(({ fix }) => fix);
}

describe("what a message advises is forbidden by no other", () => {
  const shown = BAD.flatMap((address) => [
    [address, `See ![A map](<${address}>) of it.\n`] as const,
    [`${address}, by reference`, `See ![A map][map] of it.\n\n[map]: <${address}>\n`] as const,
  ]);

  it.each(shown)("no other address for an image, which must be a file: %s", (_name, body) => {
    for (const fields of [{}, { confidential: "{paragraphs: [3]}" }]) {
      const advice = adviceOf(reportOf(fields, body));
      expect(advice.length).toBeGreaterThan(0);
      for (const fix of advice) {
        expect(fix).not.toMatch(/https|address|beside the report/);
        expect(fix).toMatch(/the report's own folder,? or into shared\/|reports\/2019\/update\/ or shared\//);
      }
    }
    const onPage = adviceOf(`${PAGE}${body}`, "pages/about.md");
    expect(onPage.length).toBeGreaterThan(0);
    for (const fix of onPage)
      expect(fix).toMatch(
        /^put the file(?: of the image)? into shared\/(?: in the content folder)?, and write its path from here$/,
      );
  });

  it("no file in a place where files are refused", () => {
    const [fix] = adviceOf(reportOf({}, "See [it](file:///S:/a.csv).\n"));
    expect(fix).toContain("put the file into the report's own folder, or into shared/, and write its path from here");
    const attachments = [{ path: `${FOLDER}a.csv`, format: "CSV", bytes: 10, hash: "" }];
    const { diagnostics } = compileFile(reportOf({}, "See [it](update/a.csv).\n"), { attachments });
    expect(diagnostics).toEqual([]);
  });

  it("no annex for a page, which has none", () => {
    const long = `${"word ".repeat(210_000)}\n`;
    const many = "- word\n\n".repeat(60_000);
    for (const body of [long, many]) {
      const onPage = adviceOf(`${PAGE}${body}`, "pages/about.md");
      expect(onPage.length).toBe(1);
      expect(onPage[0]).not.toMatch(/annex/);
      expect(adviceOf(reportOf({}, body))[0]).toMatch(/annex/);
    }
  });

  it("not to withhold a page, which cannot be withheld, nor to leave a report without a text", () => {
    const words = "The lower bid is £84,300 a year below the other.\n";
    const withheld = { "reports/2019/bids.md": reportOf({ title: "Bids", confidential: "{paragraphs: [3]}" }, words) };
    const [onPage] = adviceOf(`${PAGE}${words}`, "pages/about.md", withheld);
    expect(onPage).toBe(
      "write here what may be published, or delete the file; if all of it is public now, no longer withhold the other file",
    );
    const [ofReport] = adviceOf(reportOf({}, words), PATH, withheld);
    expect(ofReport).toContain("write here what may be published, withhold this report, too, or delete the file");
  });

  it.each([
    ["annex-frontmatter", "---\nconfidential: Yes\n---\n\nThe bids.\n"],
    ["frontmatter-field-in-body", "confidential: Yes\n\nThe bids.\n"],
    ["confidential-in-body", "NOT FOR PUBLICATION\n\nThe bids.\n"],
    ["confidential-in-body", "Part of this report is exempt.\n\nThe bids.\n"],
    ["text-empty", ""],
  ])("no lines between --- in an annex, and no flag taken out without saying where it counts: %s, %j", (rule, text) => {
    for (const flag of ["No", "{paragraphs: [3]}"]) {
      const { diagnostics } = compileFile(
        reportOf({ confidential: flag, annexes: "[{title: Bids, file: update/bids.md}]" }, "See Annex A.\n"),
        { texts: { [`${FOLDER}bids.md`]: text } },
      );
      const found = diagnostics.filter(({ place, severity }) => place.path !== PATH && severity === "error");
      if (flag === "No") expect(found.map((one) => one.rule)).toContain(rule);
      for (const { fix } of found) {
        expect(fix).toContain("`annexes:`");
        expect(fix).not.toMatch(/line of ---|between the lines/);
      }
    }
  });
});

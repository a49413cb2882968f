import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openReport } from "../../src/report/compile/compile.ts";
import { sourceOf } from "../compile-text.ts";

const reports = readdirSync("content/reports", { recursive: true, encoding: "utf8" })
  .filter((name) => /^\d{4}\/[^/]+\.md$/.test(name))
  .map((name) => readFileSync(join("content/reports", name), "utf8"));

describe("the sample council", () => {
  it("lists no published works among its background papers, as the Act leaves them out", () => {
    const papers = reports.flatMap((text) => openReport(sourceOf(text)).reading?.frontmatter.background ?? []);
    expect(papers.length).toBeGreaterThan(5);
    expect(
      papers.filter(
        ({ title, url }) => /\b(?:Act|Regulations) \d{4}\b/.test(title) || url?.includes("legislation.gov.uk"),
      ),
    ).toEqual([]);
  });

  it("has a contact form in its accessibility statement", () => {
    expect(readFileSync("content/pages/accessibility.md", "utf8")).toMatch(/\[contact form[^\]]*\]\(https:/);
  });
});

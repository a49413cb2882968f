import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../src/commands/findings.ts";
import { PATH, reportOf, sealedTexts } from "../../compile-text.ts";
import { pageOf, STATEMENT } from "./found-in-page.ts";

const BASE = "base-url: https://scrutiny.sallow.example/\n";

/** What a check of a folder finds, or of the files in it that are named. */
async function found(texts: Readonly<Record<string, string>>, settings: string, named: readonly string[] = []) {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map(),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  const { shown } = await findingsOf(content, named);
  return shown.filter(({ rule }) => rule === "statement-missing");
}

const REPORT = { [PATH]: reportOf({}) };
const link = (text: string): string => `footer: {links: [{text: ${text}, url: "https://www.sallow.example/a"}]}\n`;

describe("statement-missing", () => {
  it("is a warning, once, of a site with reports that says where it will be", async () => {
    const two = { ...REPORT, "reports/2019/other.md": reportOf({}), "pages/about.md": pageOf("Words.", "About") };
    expect(await found(two, BASE)).toMatchObject([{ severity: "warning", place: { path: "pages", line: 1 } }]);
  });

  it.each([
    ["a statement", { ...REPORT, [STATEMENT]: pageOf("Words.") }, BASE],
    ["a statement in Welsh", { ...REPORT, "pages/a.md": pageOf("Geiriau.", "Datganiad hygyrchedd") }, BASE],
    ["a page with an error, which may be it", { ...REPORT, "pages/a.md": pageOf("{>>Words", "") }, BASE],
    ["no address yet", REPORT, "council: Sallow\n"],
    ["no reports", { "pages/about.md": pageOf("Words.", "About") }, BASE],
    ["a link at the foot of its pages", REPORT, BASE + link("Accessibility statement")],
    ["a link of one word", REPORT, BASE + link("Hygyrchedd")],
    ["its rule set to off", REPORT, `${BASE}rules: {statement-missing: off}\n`],
  ])("is not told of a site with %s", async (_name, texts, settings) => {
    expect(await found(texts, settings)).toEqual([]);
  });

  it("is told of a site whose foot links something else", async () => {
    expect(await found(REPORT, BASE + link("Privacy"))).toHaveLength(1);
  });

  it("is not told where files are named, because it is of the whole site", async () => {
    expect(await found(REPORT, BASE, [PATH])).toEqual([]);
  });
});

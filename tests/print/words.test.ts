import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { printReport } from "../../src/print/print-report.ts";
import { compileFile, reportOf } from "../compile-text.ts";
import { temporaryFolder } from "../content-folders.ts";
import { rows } from "../lane.ts";
import { sampleSite } from "../sample-site.ts";
import { printed } from "./printed.ts";

const { site } = await sampleSite();
const reports = site.reports.map((report) => [report.path, report] as const);

/** The PDF of a report as pdftotext reads it: `-raw` keeps the order in which it was written. */
async function pdfText(report: Report): Promise<string> {
  const job = printReport(site, report);
  const { bytes } = await printed(job, "content");
  const file = join(temporaryFolder(), "report.pdf");
  writeFileSync(file, bytes);
  return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
}

/** Words of HTML that readers see; those that only a screen hides or leads back are left out. */
function shownWords(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element") {
    const { className, dataFootnoteBackref } = node.properties;
    if (dataFootnoteBackref !== undefined || (Array.isArray(className) && className.includes("visually-hidden")))
      return "";
    if (node.tagName === "h2" && node.properties["id"] === "footnote-label") return "";
  }
  return ` ${node.children.map(shownWords).join("")} `;
}

/** Letters and digits alone: how lines and tables are broken makes no difference. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that one text has more often than the other, with how often. */
function missingFrom(text: string, other: string): readonly string[] {
  const found = counted(other);
  return [...counted(text)].flatMap(([word, count]) => {
    const lacking = count - (found.get(word) ?? 0);
    return lacking > 0 ? [`${word} × ${lacking}`] : [];
  });
}

/** Text whose words are not broken at the ends of lines. */
function unbroken(text: string): string {
  return text.replace(/[\u00ad\u2010-]\n/gu, "");
}

describe("the words of a report's page", () => {
  it.each(rows(reports, 3))("are all in the PDF of %s", async (_path, report) => {
    const { title, summary = "", background } = report.frontmatter;
    const papers = background.map((paper) => paper.title).join(" ");
    const page = `${title} ${summary} ${shownWords(fromHtml(report.bodyHtml, { fragment: true }))} ${papers}`;
    const inPdf = unbroken(await pdfText(report));
    expect(missingFrom(page.replaceAll("-", ""), inPdf.replaceAll("-", ""))).toEqual([]);
  });

  it.each(rows(reports, 3))("have their numbers in order in %s", async (_path, report) => {
    const text = await pdfText(report);
    const starts = [
      ...report.bodyHtml.matchAll(/<span class="visually-hidden">Paragraph <\/span>([A-Z]?[\d.]+)\.<\/a>/g),
    ];
    let from = 0;
    for (const [, number] of starts) {
      const at = text.slice(from).search(new RegExp(`^${number?.replaceAll(".", "\\.")}\\. \\S`, "m"));
      expect(at, `paragraph ${number} comes next`).toBeGreaterThanOrEqual(0);
      from += at + 1;
    }
  });
});

describe("text that looks like the engine's own", () => {
  it.each([
    '#read("/etc/passwd")',
    '#eval("1 + 1")',
    "\\#let x = 7 \\\\ and `#code`",
    "@label and \\<label\\>",
    "$x^2$ and \\_y\\_ = z",
    "\\*not strong\\* and ~x~",
    "\"quotes\" and 'single' -- dashes --- and ...",
    "/ term: words",
    "\\+ plus and = heading",
    "// a comment and /\\* another \\*/",
    "https://council.example/a?b=c#d",
    "\\u{41} and \\n",
  ])("appears as itself: %s", async (words) => {
    const { report } = compileFile(reportOf({}, `Before ${words} after.\n`));
    if (report === undefined) throw new Error("the text of this test is refused");
    const [, paragraph = ""] = /<div class="para-text">\n<p>([\s\S]*?)<\/p>/.exec(report.bodyHtml) ?? [];
    const shown = shownWords(fromHtml(paragraph, { fragment: true })).replace(/\s+/g, "");
    expect((await pdfText(report)).replace(/\s+/g, "")).toContain(shown);
  });
});

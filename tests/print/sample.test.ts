import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { printReport } from "../../src/print/print-report.ts";
import { rows } from "../lane.ts";
import { sampleSite } from "../sample-site.ts";
import { expectedOf } from "./expected-pdf.ts";
import { checkPdf } from "./pdf-checks.ts";
import { printed } from "./printed.ts";

const { site } = await sampleSite();
const files = makeOutputs(site, readTemplates());

describe("every report of the sample site", () => {
  it.each(rows(site.reports, 2).map((report) => [report.path, report] as const))("%s", async (path, report) => {
    const job = printReport(site, report);
    const pdf = await printed(job, "content");
    const page = files.find((file) => file.path === path.replace(".md", "/index.html"));
    const html = page !== undefined && "text" in page.content ? page.content.text : "";
    expect(await checkPdf(pdf.bytes, expectedOf(report, html, pdf.pages, site.settings.baseUrl ?? ""))).toEqual([]);
  });
});

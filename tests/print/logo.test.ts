import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { printJobs } from "../../src/print/print-jobs.ts";
import { sampleContent, sampleSite } from "../sample-site.ts";
import { printed } from "./printed.ts";
import { readPageTexts, readTags, tagsWithRole } from "./tagged-text.ts";

const [content, { site }] = [await sampleContent(), await sampleSite()];
const jobs = printJobs(site, content.attachments);

describe("the council's logo", () => {
  it.each(["reports/2025/bus-services-update/bus-services-update.pdf", "committees/environment/2025-07-08/pack.pdf"])(
    "stands once, at the head of %s, and is no content beside the council's name",
    async (path) => {
      const job = jobs.find((one) => one.path === path);
      if (job === undefined) throw new Error(`there is no ${path}`);
      expect([...job.images.values()].filter((file) => file === site.settings.logo?.path)).toHaveLength(1);
      const { bytes } = await printed(job, "content");
      const [first, ...others] = await readPageTexts(bytes);
      expect(first?.artifacts).toContain("Aldermere\n");
      for (const { artifacts } of others) expect(artifacts).not.toContain("Aldermere\n");
      const tags = readTags(await PDFDocument.load(bytes), first === undefined ? [] : [first]);
      if (tags === undefined) throw new Error("there are no tags");
      expect(tags.words.trimStart()).toMatch(/^Aldermere City Council/);
      expect(tagsWithRole(tags, "Figure").map(({ words }) => words)).not.toContain("Aldermere");
    },
  );

  it("does not change what PDFs say where there is none", async () => {
    const [job] = printJobs({ ...site, settings: { ...site.settings, logo: undefined } }, content.attachments);
    if (job === undefined) throw new Error("there is no report");
    const [first] = await readPageTexts((await printed(job, "content")).bytes);
    expect(first?.artifacts).not.toContain("Aldermere\n");
    expect([...(first?.marked.values() ?? [])].join(" ")).toContain("Aldermere City Council");
  });
});

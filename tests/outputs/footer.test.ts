import { describe, expect, it } from "vitest";
import { printJobs } from "../../src/print/print-jobs.ts";
import { reportOf } from "../compile-text.ts";
import { printed } from "../print/printed.ts";
import { readPageTexts } from "../print/tagged-text.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const SETTINGS = `council: Sallow
footer:
  text: Democratic Services, Town Hall & Annexe
  links:
    - {text: Privacy, url: "https://www.sallow.example/privacy?a=1&b=2"}
    - {text: Write to us, url: mailto:scrutiny@sallow.example}
licence: Open Government Licence v3.0
`;
const OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
const TEXTS = {
  "reports/one.md": reportOf({ meeting: "2019-04-08", committee: "Health" }, "One.\n"),
  "reports/dau.md": reportOf({ lang: "cy" }, "Un.\n"),
  "reports/closed.md": reportOf({ confidential: "{paragraphs: [3]}", "public-title": "A contract" }, "Two.\n"),
};

/** The foot of a page, without what every site has there. */
function footOf(html = ""): string {
  const [, foot = ""] = /<div class="site-footer-inner">\n([\s\S]*?)<\/div>/.exec(html) ?? [];
  return foot
    .replace(/<p>Published by Sallow\.<\/p>\n|<p>Cyhoeddwr: Sallow\.<\/p>\n|<p class="page-address">.*\n/g, "")
    .trim();
}

describe("the foot of a page", () => {
  const files = siteFiles(TEXTS, { settings: SETTINGS });

  it("holds the council's words, its links and the licence, on every page", () => {
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, html] of pages)
      if (!path.startsWith("reports/dau"))
        expect([path, footOf(html)]).toEqual([
          path,
          `<ul class="site-footer-links">
<li><a href="https://www.sallow.example/privacy?a&#x3D;1&amp;b&#x3D;2" rel="noopener">Privacy</a></li>
<li><a href="mailto:scrutiny@sallow.example">Write to us</a></li>
</ul>
<p class="site-footer-text">Democratic Services, Town Hall &amp; Annexe</p>
<p class="site-licence">All content is available under the <a rel="license noopener" href="${OGL}">Open Government Licence v3.0</a>, except where otherwise stated.</p>`,
        ]);
  });

  it("says in which language the council's words are on a page in another, and has the licence in that of the page", () => {
    const foot = footOf(files.get("reports/dau/index.html"));
    expect(foot).toContain('<p class="site-footer-text" lang="en-GB">');
    expect(foot).toContain('<ul class="site-footer-links" lang="en-GB">');
    expect(foot).toContain(`<a rel="license noopener" href="${OGL}">Trwydded Llywodraeth Agored v3.0</a>`);
  });

  it("says nothing where nothing is set", () => {
    expect(footOf(siteFiles(TEXTS).get("index.html"))).toBe("");
  });

  it.each([
    ["OGL-UK-3.0", OGL],
    ["the Open Government Licence, version 3.0", OGL],
    ["cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"],
    ["{name: Sallow Data Licence, url: https://sallow.example/licence}", "https://sallow.example/licence"],
  ])("names the licence %s and leads to it", (licence, url) => {
    const page = siteFiles(TEXTS, { settings: `licence: ${licence}\n` }).get("index.html");
    expect(footOf(page)).toContain(`<a rel="license noopener" href="${url}">`);
  });

  it("says of no paper of the members' edition that it may be used by all", () => {
    const settings = `${SETTINGS}base-url: https://sallow.example/\n`;
    for (const [path, text] of siteFiles(TEXTS, { settings, edition: "members" }))
      expect([path, /Open Government Licence|Trwydded|nationalarchives/.test(text)]).toEqual([path, false]);
    const [job] = printJobs(siteOf(TEXTS, { settings, edition: "members" }), new Map());
    expect(job?.print.document.licence).toEqual([]);
  });

  it("is not said of the data of a report, but its licence is", () => {
    const html = files.get("reports/one/index.html") ?? "";
    expect(html).toContain(`"license":"${OGL}"`);
  });
});

describe("the licence in a PDF", () => {
  it.each(["reports/one/one.pdf", "committees/health/2019-04-08/pack.pdf"])("is after the rest: %s", async (path) => {
    const job = printJobs(siteOf(TEXTS, { settings: SETTINGS }), new Map()).find((one) => one.path === path);
    if (job === undefined) throw new Error(`there is no ${path}`);
    const pages = await readPageTexts((await printed(job, ".")).bytes);
    const words = pages.map(({ marked }) => [...marked.values()].join(" ").replace(/\s+/g, " "));
    const said = words.filter((text) => text.includes("All content is available under the"));
    expect(said).toHaveLength(1);
    expect(said[0]?.trim()).toMatch(/Open Government Licence v3\.0 ?, except where otherwise stated\.$/);
  });
});

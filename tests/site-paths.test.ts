import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { packPath, pagePath, pdfPath } from "../src/addresses/addresses.ts";
import { isAt, reservedFor, sitePaths } from "../src/addresses/site-paths.ts";
import { readTemplates } from "../src/io/read-templates.ts";
import { outputs } from "../src/outputs/index.ts";
import { ADDRESSES } from "../src/outputs/page.ts";
import { sitemapFiles } from "../src/outputs/sitemap.ts";
import { sampleSite } from "./sample-site.ts";

const GUIDE = fileURLToPath(new URL("../docs/hosting.md", import.meta.url));
const LIST = /(?<=<!-- paths -->\n)[\s\S]*(?=\n<!-- \/paths -->)/;

/** The paths of the sample site, with the name of the output that makes each. */
async function madePaths(): Promise<readonly { readonly path: string; readonly output: string }[]> {
  const { site } = await sampleSite();
  const templates = readTemplates();
  const made = outputs.map((output) => ({ name: output.name, files: output({ ...site, hasSearch: true }, templates) }));
  const files = made.flatMap((one) => one.files);
  const all = [...made, { name: "sitemap", files: sitemapFiles(site, templates, files) }];
  return all.flatMap(({ name, files: own }) => own.map(({ path }) => ({ path, output: name })));
}

const entryOf = (path: string) => sitePaths.find((entry) => isAt(entry, path));

describe("the paths of a site", () => {
  it("are all in the table, each under the output that makes it", async () => {
    const made = await madePaths();
    expect(made.length).toBeGreaterThan(100);
    const wrong = made.filter(({ path, output }) => entryOf(path)?.madeBy.includes(output) !== true);
    expect(wrong, "src/addresses/site-paths.ts has no entry for these").toEqual([]);
    const kept = made.filter(({ path }) => entryOf(path)?.isNamedByAuthors === undefined);
    expect(new Set(kept.map(({ output }) => output)).size).toBeGreaterThan(12);
  });

  it("have an output for each entry that names one", () => {
    const names = [...outputs.map(({ name }) => name), "sitemap"];
    expect(sitePaths.flatMap(({ madeBy }) => madeBy).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("of pages and files that are named in the program are kept from authors", () => {
    const fixed = Object.values(ADDRESSES).filter((address) => typeof address === "string");
    const paths = fixed.map((address) => (address === "" || address.endsWith("/") ? pagePath(address) : address));
    expect(paths.length).toBeGreaterThan(12);
    const isKept = (path: string): boolean => {
      const entry = entryOf(path);
      return entry !== undefined && entry.isNamedByAuthors !== true;
    };
    expect(paths.filter((path) => !isKept(path))).toEqual([]);
  });

  it("of PDFs are in the table", () => {
    expect(entryOf(pdfPath("reports/2019/update.md"))?.what).toContain("a report's PDF");
    expect(entryOf(packPath("health", "2019-04-08", 0))?.madeBy).toEqual(["pdfFiles"]);
    expect(entryOf(packPath("health", "2019-04-08", 2))?.what).toContain("supplement");
  });

  it("are listed in the hosting guide; vitest -u writes the list", async () => {
    const guide = readFileSync(GUIDE, "utf8");
    expect(guide).toMatch(LIST);
    const rows = sitePaths.map(({ path, what }) => `| \`${path}\` | ${what} |`);
    const table = ["| path | what is there |", "|---|---|", ...rows].join("\n");
    await expect(guide.replace(LIST, `\n${table}\n`)).toMatchFileSnapshot(GUIDE);
  });
});

describe("an address that authors name", () => {
  it.each([
    ["authors/", "list"],
    ["authors/anybody/", "list"],
    ["reports/page-12/", "list"],
    ["reports/page-12/update/", "list"],
    ["reports/by-year/2019/", "list"],
    ["committees/health/2019-04-08/", "list"],
    ["search/", "list"],
    ["assets/site/", "file"],
    ["shared/", "file"],
    ["sitemap-old.xml/", "file"],
    ["robots.txt/", "file"],
    ["feed.xml/old/", "file"],
    ["index.html/", "file"],
    ["_redirects/", "file"],
  ])("is refused at %s, where there is a %s", (address, kind) => {
    expect(reservedFor(address)).toBe(kind);
  });

  it.each(["reports/2019/update/", "reports/page-two/", "reports/search/", "about/", "search/old/", "feed/"])(
    "is free at %s",
    (address) => {
      expect(reservedFor(address)).toBeUndefined();
    },
  );
});

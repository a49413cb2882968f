import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { siteFiles } from "../site-files.ts";

const TEXTS = {
  "reports/a.md": reportOf(
    {
      committee: "Health",
      meeting: "2019-04-08",
      formerly: "[reports/z]",
      background: "[{title: Act, url: https://example.org/act}]",
    },
    "One [two](https://example.org/).\n\n![A map](../shared/map.svg)\n",
  ),
  "reports/b.md": reportOf({ confidential: "{paragraphs: [3]}" }),
  "meetings/health/2019-04-08.md": "---\nonline: https://example.org/webcast\n---\n",
  "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
};
const attachments = [{ path: "shared/map.svg", format: "SVG", bytes: 10, hash: "", width: 10, height: 10 }];
const files = siteFiles(TEXTS, { attachments });
const pages = [...files].filter(([path]) => path.endsWith(".html"));

function policyOf(page: string | undefined): string {
  return (
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page ?? "")?.[1]?.replaceAll("&#x27;", "'") ??
    ""
  );
}

describe("the content security policy", () => {
  it("is on every page, before anything that it rules", () => {
    expect(pages.length).toBeGreaterThan(15);
    for (const [path, page] of pages) {
      expect([path, policyOf(page)]).toEqual([path, expect.stringMatching(/^default-src 'none'; .*base-uri 'none'/)]);
      expect(page.indexOf("http-equiv")).toBeLessThan(page.search(/<link|<script|<meta name="viewport"/));
    }
  });

  it("lets no script and no style stand within a page, and a program run on the search page alone", () => {
    for (const [path, page] of pages) {
      expect([path, policyOf(page)]).not.toEqual([path, expect.stringContaining("unsafe-inline")]);
      expect([path, policyOf(page).includes("wasm-unsafe-eval")]).toEqual([path, path === "search/index.html"]);
      expect([path, policyOf(page).includes("connect-src")]).toEqual([path, path === "search/index.html"]);
    }
  });

  it("is kept by the pages: no style, handler or script in them, no drawing, and no link that opens a window", () => {
    for (const [path, page] of pages) {
      const code = page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");
      expect([path, code]).not.toEqual([
        path,
        expect.stringMatching(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|<svg|\starget=/),
      ]);
    }
    expect(files.get("reports/a/index.html")).toContain('<img src="../../shared/map.svg"');
  });
});

it("no script keeps anything in the browser, or asks another host", () => {
  const scripts = [...files].filter(([path]) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  for (const [path, script] of scripts)
    expect([
      path,
      script.match(/cookie|localStorage|sessionStorage|indexedDB|caches\.|https?:|window\.open/gi),
    ]).toEqual([path, null]);
});

it("a link to another site gives it no hold on the window that it leaves", () => {
  const outward = pages.flatMap(([, page]) => page.match(/<a [^>]*href="https?:[^>]*>/g) ?? []);
  expect(outward.length).toBeGreaterThanOrEqual(3);
  for (const link of outward) expect(link).toContain(' rel="noopener"');
});

describe("the headers for servers", () => {
  it("add what pages cannot say, for every file", () => {
    const headers = files.get("_headers") ?? "";
    expect(headers).toMatch(/^\/\*\n {2}Content-Security-Policy: /);
    expect(headers).toContain("frame-ancestors 'none'");
    expect(headers).toContain("X-Content-Type-Options: nosniff");
    expect(headers).not.toMatch(/default-src|style-src|object-src/);
  });

  it("let browsers keep for good what is named for what it holds, and nothing else", () => {
    const headers = files.get("_headers") ?? "";
    expect(headers.split("\n/assets/*\n")[1]).toBe("  Cache-Control: public, max-age=31536000, immutable\n");
    expect(headers.match(/Cache-Control/g)).toHaveLength(1);
    expect([...files.keys()].filter((path) => path.startsWith("assets/"))).not.toEqual([]);
    for (const path of files.keys()) if (path.startsWith("assets/")) expect(path).toMatch(/\.[0-9a-f]{10}\.\w+$/);
    const members = siteFiles(TEXTS, { attachments, edition: "members" }).get("_headers") ?? "";
    expect(members).not.toContain("/assets/");
  });

  it("are those that the page on hosting gives for other servers", () => {
    const page = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
    const policy = /Content-Security-Policy: (.*)/.exec(files.get("_headers") ?? "")?.[1] ?? "none";
    expect(page.split(`"${policy}"`)).toHaveLength(4);
  });

  it("keep the members' edition out of indexes, stores and addresses that others see", () => {
    const members = siteFiles(TEXTS, { attachments, edition: "members" });
    expect(members.get("_headers")).toContain("X-Robots-Tag: noindex");
    expect(members.get("_headers")).toContain("Cache-Control: private, no-store");
    expect(members.get("index.html")).toContain('<meta name="referrer" content="no-referrer">');
    expect(files.get("index.html")).not.toContain("referrer");
  });
});

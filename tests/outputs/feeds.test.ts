import { SaxesParser, type SaxesTagNS } from "saxes";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { sitemapFiles } from "../../src/outputs/sitemap.ts";
import { reportOf } from "../compile-text.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const SETTINGS =
  "council: Sallow & Vale\nbase-url: https://sallow.example/scrutiny/\ncommittees: [{id: health, name: 'Health <&> \"Care\"'}, {id: roads, name: Roads}]\n";
const HOSTILE = "\"Costs < 5 & 6 ]]> 'savings' = x €\"";

const TEXTS = {
  "reports/2019/a.md": reportOf({
    title: HOSTILE,
    committee: "health",
    date: "2019-03-01",
    summary: "Costs & savings > 5.",
    author: "[Ada & Lind, Ben]",
  }),
  "reports/2019/b.md": reportOf({ title: "Later", date: "2019-04-01", lang: "cy", formerly: "[reports/2018/b]" }),
  "reports/2019/c.md": reportOf({
    title: "Secret",
    "public-title": "A contract",
    committee: "health",
    date: "2019-05-01",
    confidential: "{paragraphs: [3]}",
  }),
};
const files = siteFiles(TEXTS, { settings: SETTINGS });

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of an XML document, as an independent strict parser reads it. Throws where it is not well formed. */
function xml(document: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagNS) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(document).close();
  return root.children[0] ?? root;
}

function all(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function textAt(element: Element | undefined, name: string): string | undefined {
  return all(element, name)[0]?.text;
}

describe("the feed of a site", () => {
  const feed = xml(files.get("feed.xml") ?? "");
  const entries = all(feed, "entry");

  it("has what Atom asks for, from the dates of reports alone", () => {
    expect(feed.attributes["xmlns"]).toBe("http://www.w3.org/2005/Atom");
    expect(textAt(feed, "id")).toBe("https://sallow.example/scrutiny/feed.xml");
    expect(textAt(feed, "title")).toBe("Sallow & Vale: scrutiny reports");
    expect(textAt(feed, "updated")).toBe("2019-05-01T00:00:00Z");
    expect(textAt(all(feed, "author")[0], "name")).toBe("Sallow & Vale");
    expect(all(feed, "link").map(({ attributes }) => [attributes["rel"], attributes["href"]])).toEqual([
      ["self", "https://sallow.example/scrutiny/feed.xml"],
      ["alternate", "https://sallow.example/scrutiny/reports/"],
    ]);
    for (const entry of entries)
      for (const name of ["id", "title", "updated"]) expect(all(entry, name)).toHaveLength(1);
  });

  it("has the latest reports first, each by its address", () => {
    expect(entries.map((entry) => textAt(entry, "id"))).toEqual([
      "https://sallow.example/scrutiny/reports/2019/a-contract/",
      "https://sallow.example/scrutiny/reports/2019/b/",
      "https://sallow.example/scrutiny/reports/2019/a/",
    ]);
    expect(entries[1]?.attributes["xml:lang"]).toBe("cy");
  });

  it("says of a withheld report what its page says", () => {
    expect(textAt(entries[0], "title")).toBe("A contract");
    expect(textAt(entries[0], "summary")).toMatch(/^This report is not for publication/);
    expect(all(entries[0], "author")).toEqual([]);
    expect(files.get("feed.xml")).not.toContain("Secret");
  });

  it("holds every sign of a title as it is", () => {
    expect(textAt(entries[2], "title")).toBe("Costs < 5 & 6 ]]> 'savings' = x €");
    expect(textAt(entries[2], "summary")).toBe("Costs & savings > 5.");
    expect(all(entries[2], "author").map((author) => textAt(author, "name"))).toEqual(["Ada & Lind", "Ben"]);
    expect(all(entries[2], "category")[0]?.attributes["label"]).toBe('Health <&> "Care"');
  });

  it("is named on every page, and a committee's on its own", () => {
    expect(files.get("index.html")).toContain(
      '<link rel="alternate" type="application/atom+xml" title="All reports" href="feed.xml">',
    );
    expect(files.get("committees/health/index.html")).toMatch(/rel="alternate"[^>]*href="feed\.xml"/);
    expect(files.get("committees/roads/index.html")).not.toMatch(/rel="alternate"[^>]*href="feed\.xml"/);
  });

  it("has fifty reports at most", () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`reports/r${n}.md`, reportOf({ title: `R${n}` })]),
    );
    expect(all(xml(siteFiles(many, { settings: SETTINGS }).get("feed.xml") ?? ""), "entry")).toHaveLength(50);
  });

  it("is not there without the site's address, without reports, and for members", () => {
    const paths = (made: ReadonlyMap<string, string>) => [...made.keys()].filter((path) => path.endsWith("feed.xml"));
    expect(paths(files)).toEqual(["feed.xml", "committees/health/feed.xml"]);
    expect(paths(siteFiles(TEXTS, {}))).toEqual([]);
    expect(paths(siteFiles(TEXTS, { settings: SETTINGS, edition: "members" }))).toEqual([]);
    const members = siteFiles(TEXTS, { settings: SETTINGS, edition: "members" });
    expect(members.get("index.html")).not.toContain("feed.xml");
  });
});

describe("the feed of a committee", () => {
  it("has its reports alone", () => {
    const feed = xml(files.get("committees/health/feed.xml") ?? "");
    expect(all(feed, "entry").map((entry) => textAt(entry, "id"))).toEqual([
      "https://sallow.example/scrutiny/reports/2019/a-contract/",
      "https://sallow.example/scrutiny/reports/2019/a/",
    ]);
  });
});

describe("the sitemap", () => {
  const addresses = (document: string | undefined) =>
    all(xml(document ?? ""), "url").map((url) => textAt(url, "loc") ?? "");

  it("has every page but those that have moved, with the dates of reports", () => {
    const listed = addresses(files.get("sitemap.xml"));
    const pages = [...files.keys()].filter((path) => path.endsWith("index.html"));
    expect(listed).toHaveLength(pages.length - 1);
    expect(listed).toContain("https://sallow.example/scrutiny/");
    expect(listed).not.toContain("https://sallow.example/scrutiny/reports/2018/b/");
    const report = all(xml(files.get("sitemap.xml") ?? ""), "url").find((url) => textAt(url, "loc")?.endsWith("/a/"));
    expect(textAt(report, "lastmod")).toBe("2019-03-01");
  });

  it("is divided where it would be too long, under one address", () => {
    const site = siteOf(TEXTS, { settings: SETTINGS });
    const pages = Array.from({ length: 100_001 }, (_, n) => ({ path: `p${n}/index.html`, content: { text: "" } }));
    const made = sitemapFiles(site, readTemplates(), pages);
    expect(made.map(({ path }) => path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "sitemap-3.xml",
      "robots.txt",
    ]);
    const texts = made.map(({ content }) => ("text" in content ? content.text : ""));
    expect(all(xml(texts[0] ?? ""), "sitemap").map((one) => textAt(one, "loc"))).toEqual(
      [1, 2, 3].map((number) => `https://sallow.example/scrutiny/sitemap-${number}.xml`),
    );
    expect(texts.slice(1, 4).map((text) => addresses(text).length)).toEqual([50_000, 50_000, 1]);
    expect(addresses(texts[3])).toEqual(["https://sallow.example/scrutiny/p100000/"]);
  });

  it("is named to robots, which may read the public edition and nothing of the members'", () => {
    expect(files.get("robots.txt")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://sallow.example/scrutiny/sitemap.xml\n",
    );
    const members = siteFiles(TEXTS, { settings: SETTINGS, edition: "members" });
    expect(members.get("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    expect(members.has("sitemap.xml")).toBe(false);
  });
});

describe("what a report's page says to machines", () => {
  const page = files.get("reports/2019/a/index.html") ?? "";
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? "";

  it("is a report of schema.org, with nothing in it that could end the script", () => {
    expect(script).not.toMatch(/[<>&]/);
    expect(JSON.parse(script)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Report",
      name: "Costs < 5 & 6 ]]> 'savings' = x €",
      datePublished: "2019-03-01",
      dateModified: "2019-03-01",
      url: "https://sallow.example/scrutiny/reports/2019/a/",
      author: [{ "@type": "Person", name: "Ada & Lind" }, { name: "Ben" }],
      publisher: { name: "Sallow & Vale" },
    });
  });

  it("has Open Graph, and its data beside it", () => {
    expect(page).toContain('<meta property="og:url" content="https://sallow.example/scrutiny/reports/2019/a/">');
    expect(page).toContain('<meta property="og:description" content="Costs &amp; savings &gt; 5.">');
    expect(page).toContain(
      '<link rel="alternate" type="application/json" title="This report as data (JSON)" href="a.json">',
    );
    expect(files.get("reports/2019/b/index.html")).toContain('<meta property="og:locale" content="cy_GB">');
  });

  it("is not on pages of the members' edition, which nobody is to link to", () => {
    const members = siteFiles(TEXTS, { settings: SETTINGS, edition: "members" });
    expect(members.get("reports/2019/a/index.html")).not.toMatch(/og:|ld\+json/);
  });
});

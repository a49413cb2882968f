import { describe, expect, it } from "vitest";
import type { Compiled } from "../../src/report/compile/compile.ts";
import { stillPublic } from "../../src/site/still-public.ts";

function compiled(path: string, outcome: Compiled["outcome"], isWhollyPublic: boolean): Compiled {
  return { path, outcome, formerly: [], withheld: new Map(), isWhollyPublic, diagnostics: [] };
}

const PUBLISHED = [
  "index.html",
  "feed.xml",
  "reports/index.html",
  "reports/by-year/2019/index.html",
  "reports/a/index.html",
  "reports/a/map.csv",
  "reports/b/index.html",
  "reports/c/index.html",
  "shared/map.csv",
];

const isStillPublic = stillPublic(
  PUBLISHED.map((path) => ({ path, content: { text: "" } })),
  [
    compiled("reports/a.md", "published", true),
    compiled("reports/b.md", "published", false),
    compiled("reports/c.md", "withheld", false),
    compiled("reports/d.md", "withdrawn", true),
    compiled("reports/e.md", "refused", true),
  ],
);

describe("a file that a new site has otherwise, or not at all", () => {
  it.each(["reports/a/index.html", "reports/a/a.json", "reports/a/a.pdf"])("is public still: %s", (path) =>
    expect(isStillPublic(path)).toBe(true),
  );

  it.each(["index.html", "feed.xml", "reports/index.html", "reports/by-year/2019/index.html"])(
    "is a list, and says no more than reports do: %s",
    (path) => expect(isStillPublic(path)).toBe(true),
  );

  it.each(["assets/style-1.css", "pagefind/fragment/en_1.pf_fragment"])(
    "has a name that changes with what is in it: %s",
    (path) => expect(isStillPublic(path)).toBe(true),
  );

  it.each([
    "reports/b/index.html",
    "reports/c/index.html",
    "reports/d/index.html",
    "reports/e/index.html",
    "reports/f/index.html",
    "reports/a/map.csv",
    "reports/a/gone.csv",
    "shared/map.csv",
    "about/index.html",
    "reports/by-year/2018/index.html",
    "committees/children/2019-03-24/index.html",
  ])("may hold what was withheld since: %s", (path) => expect(isStillPublic(path)).toBe(false));
});

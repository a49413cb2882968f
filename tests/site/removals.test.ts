import { describe, expect, it } from "vitest";
import type { Compiled } from "../../src/report/compile/compile.ts";
import { areWithin, findRemovals } from "../../src/site/removals.ts";

function page(path: string) {
  return { path: `${path}index.html`, content: { text: "" } };
}

function compiled(path: string, outcome: Compiled["outcome"]): Compiled {
  return { path, outcome, formerly: [], withheld: new Map(), isWhollyPublic: true, diagnostics: [] };
}

const OLD = [
  "index.html",
  "reports/index.html",
  "reports/page-2/index.html",
  "reports/by-year/index.html",
  "reports/by-year/2019/index.html",
  "reports/by-year/2019/page-2/index.html",
  "reports/a/index.html",
  "reports/2019/b/index.html",
  "reports/2019/b/table.csv",
  "committees/children/index.html",
];

describe("findRemovals", () => {
  it("finds the pages of reports that a build would remove, and no listing, file or page of another kind", () => {
    expect(findRemovals(OLD, [page("reports/a/")], [])).toEqual({ addresses: ["reports/2019/b/"], published: 2 });
  });

  it("counts no page that stays, or whose report says that it is withheld", () => {
    const files = [page("reports/a/"), page("reports/2019/contract/")];
    expect(findRemovals(OLD, files, [compiled("reports/2019/b.md", "withheld")]).addresses).toEqual([]);
  });

  it("counts no former address of a report that says that it is withheld", () => {
    const withheld = { ...compiled("reports/next.md", "withheld"), formerly: ["reports/2019/b"] };
    expect(findRemovals(OLD, [page("reports/a/")], [withheld]).addresses).toEqual([]);
  });

  it.each(["draft", "refused"] as const)("counts a report that is now %s", (outcome) => {
    expect(findRemovals(OLD, [page("reports/a/")], [compiled("reports/2019/b.md", outcome)]).addresses).toEqual([
      "reports/2019/b/",
    ]);
  });
});

describe("areWithin", () => {
  it.each([
    [10, 1, 10, true],
    [10, 1, 9, false],
    [10, 0, 0, true],
    [0, 1, 1000, false],
    [0, 0, 1000, true],
    [100, 5, 5, true],
  ])("a limit of %d in a hundred, %d of %d pages: %s", (limit, gone, published, expected) => {
    const addresses = Array.from({ length: gone }, (_, index) => `reports/${index}/`);
    expect(areWithin(limit, { addresses, published })).toBe(expected);
  });
});

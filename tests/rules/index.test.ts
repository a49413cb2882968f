import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { ruleIds, ruleOf } from "../../src/diagnostics/catalogue.ts";
import { guards } from "../../src/diagnostics/guards.ts";
import { rules } from "../../src/rules/index.ts";
import type { Rule } from "../../src/rules/rule.ts";

const FILES = globSync("src/rules/*/*.ts");

/** What the files in the folders of rules say of rules, by their paths. A file of code that several rules need says nothing. */
async function definitions(): Promise<ReadonlyMap<string, readonly Rule[]>> {
  const found = await Promise.all(
    FILES.map(async (path) => {
      const exported: Readonly<Record<string, unknown>> = await import(`../../${path}`);
      return [path, Object.values(exported).filter(isRule)] as const;
    }),
  );
  return new Map(found.filter(([, defined]) => defined.length > 0));
}

function isRule(value: unknown): value is Rule {
  return typeof value === "object" && value !== null && "id" in value && "severity" in value && "summary" in value;
}

describe("the rules", () => {
  it("are each defined in a file of its name, in the folder of its group", async () => {
    const defined = await definitions();
    expect(defined.size).toBeGreaterThan(100);
    const named = [...defined].flatMap(([path, ofFile]) => ofFile.map(({ group, id }) => [path, group, id] as const));
    expect(named.filter(([path, group, id]) => path !== `src/rules/${group}/${id}.ts`)).toEqual([]);
  });

  it("that have a check have tests in a file of its name", () => {
    const checked = rules.filter((rule: Rule) => rule.checks !== undefined);
    const tests = new Set(globSync("tests/rules/*/*.test.ts"));
    expect(
      checked.map(({ group, id }) => `tests/rules/${group}/${id}.test.ts`).filter((path) => !tests.has(path)),
    ).toEqual([]);
  });

  it("are all in the index, each once", async () => {
    const defined = [...(await definitions()).values()].flat();
    const ids = (some: readonly Rule[]): readonly string[] => some.map(({ id }) => id).sort();
    expect(ids(rules)).toEqual(ids(defined));
    expect(new Set(ids(rules)).size).toBe(rules.length);
  });

  it("are in the index group by group", () => {
    const groups = rules.map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...new Set(groups)]);
  });

  it("are of the group of what is withheld where they guard it, and only there", () => {
    const inGroup = rules.filter(({ group }) => group === "withholding").map(({ id }) => id);
    expect(inGroup.length).toBeGreaterThan(10);
    expect([...guards].sort()).toEqual(inGroup.sort());
  });

  it("say that an error is mild of errors alone", () => {
    expect(rules.filter((rule: Rule) => rule.isMild && rule.severity !== "error")).toEqual([]);
  });
});

describe("every rule", () => {
  it.each(ruleIds)("%s is grave to a known degree and has words that quote nothing", (id) => {
    const { severity, summary } = ruleOf(id);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(["error", "warning", "hint"]).toContain(severity);
    expect(summary).toMatch(/^[^`"]{10,}$/);
  });
});

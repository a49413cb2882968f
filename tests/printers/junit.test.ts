import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { junit } from "../../src/printers/junit.ts";
import { printable } from "../../src/printers/printable.ts";
import { runs } from "../lane.ts";
import { anyDiagnostics, diagnostic, findings, HOSTILE_CASES, OBEYED, RAW, RUNS } from "./diagnostics.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Of each element that is printed: what Jenkins' schema allows in it and asks of it (junit-10.xsd of its xUnit plugin). */
const SCHEMA: Readonly<
  Record<
    string,
    { readonly children: readonly string[]; readonly may: readonly string[]; readonly must: readonly string[] }
  >
> = {
  testsuites: { children: ["testsuite"], may: ["name", "time", "tests", "failures", "errors"], must: [] },
  testsuite: {
    children: ["testsuite", "properties", "testcase", "system-out", "system-err"],
    may: ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
    must: ["name", "tests", "failures", "errors"],
  },
  testcase: {
    children: ["skipped", "error", "failure", "system-out", "system-err"],
    may: ["time", "classname", "group"],
    must: ["name"],
  },
  failure: { children: [], may: ["type", "message"], must: [] },
  "system-out": { children: [], may: [], must: [] },
};

/** The document as an XML parser of its own reads it; throws where it is not well-formed, or breaks the schema. */
function parsed(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const rule = SCHEMA[name];
    const parent = open.at(-1);
    const allowed = parent === root ? ["testsuites"] : (SCHEMA[parent?.name ?? ""]?.children ?? []);
    const names = Object.keys(attributes);
    if (rule === undefined || !allowed.includes(name)) throw new Error(`${name} in ${parent?.name}`);
    if (!rule.must.every((must) => names.includes(must))) throw new Error(`${name} lacks one of ${rule.must.join()}`);
    if (!names.every((one) => [...rule.may, ...rule.must].includes(one)))
      throw new Error(`${name} has ${names.join()}`);
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    parent?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("cdata", () => {
    throw new Error("CDATA");
  });
  parser.on("comment", () => {
    throw new Error("a comment");
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [suites] = root.children;
  if (suites === undefined) throw new Error("no element");
  const cases = suites.children.flatMap(({ children }) => children);
  const failed = cases.filter(({ children }) => children.some(({ name }) => name === "failure"));
  expect(suites.attributes).toMatchObject({ tests: `${cases.length}`, failures: `${failed.length}` });
  for (const { attributes, children } of suites.children) expect(attributes["tests"]).toBe(`${children.length}`);
  return suites;
}

const NONE = findings([], []);

describe("the JUnit report", () => {
  it("has a suite for each file, with one case, which fails for errors and tells the others", () => {
    const reports = ["a", "b", "c"].map((name) => ({ path: `reports/${name}.md`, isPublished: true }));
    const at = (path: string) => ({ place: { path, line: 2, column: 1 } });
    const suites = parsed(
      junit(
        findings(
          [
            diagnostic(at("reports/a.md")),
            diagnostic({ ...at("reports/a.md"), rule: "raw-html", message: "HTML stands here" }),
            diagnostic({ ...at("reports/a.md"), severity: "hint", message: "a hint" }),
            diagnostic({ ...at("reports/b.md"), severity: "warning", message: "a warning" }),
            diagnostic({ ...at("site.yml"), rule: "settings-value", message: "a setting" }),
          ],
          reports,
        ),
      ),
    );
    expect(suites.children.map(({ attributes }) => [attributes["name"], attributes["failures"]])).toEqual([
      ["content/reports/a.md", "1"],
      ["content/reports/b.md", "0"],
      ["content/reports/c.md", "0"],
      ["content/site.yml", "1"],
    ]);
    const cases = suites.children.map(({ children }) => children[0]);
    expect(cases[0]?.attributes).toEqual({ classname: "content.reports", name: "a.md" });
    expect(cases[0]?.children.map(({ name, attributes }) => [name, attributes["type"], attributes["message"]])).toEqual(
      [
        ["failure", "typed-number", "paragraph 9 is typed here, but 7 is due (and 1 more error)"],
        ["system-out", undefined, undefined],
      ],
    );
    expect(cases[0]?.children[0]?.text).toMatch(
      /a\.md:2:1 {2}error {2}paragraph 9[\s\S]*fix: type 7[\s\S]*HTML stands here/,
    );
    expect(cases[0]?.children[1]?.text).toMatch(/hint {2}a hint/);
    expect(cases[1]?.children.map(({ name }) => name)).toEqual(["system-out"]);
    expect(cases[2]?.children).toEqual([]);
  });

  it("is a whole document where there is nothing to tell", () => {
    expect(parsed(junit(NONE)).children).toEqual([]);
  });

  it("counts the reports that the public has no page of, and names one only where something is found in it", () => {
    const reports = ["Qxclean", "Qxfaulty"].map((name) => ({ path: `reports/${name}.md`, isPublished: false }));
    const faulty = diagnostic({ place: { path: "reports/Qxfaulty.md", line: 1, column: 1 } });
    const xml = junit(findings([faulty], reports));
    expect(xml).not.toContain("Qxclean");
    expect(parsed(xml).children.map(({ attributes }) => attributes["name"])).toEqual([
      "content/reports/Qxfaulty.md",
      "reports that are not published",
    ]);
    expect(parsed(xml).attributes).toMatchObject({ tests: "2", failures: "1" });
  });

  it.each(HOSTILE_CASES)("is well-formed, and holds nothing that acts: $name", ({ hostile }) => {
    const text = `a${hostile}b`;
    const place = { path: `reports/${text}.md`, line: 1, column: 1 };
    const xml = junit(findings([diagnostic({ message: text, fix: text, frame: { line: text }, place })], []));
    const failure = parsed(xml).children[0]?.children[0]?.children[0];
    expect(failure?.attributes["message"]).toBe(printable(text).replace(/[\uFFFE\uFFFF]/g, "\uFFFD"));
    expect(xml).not.toMatch(RAW);
    expect(xml).not.toMatch(OBEYED);
  });

  it("is well-formed and keeps to the schema, whatever is found", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        const xml = junit(findings(diagnostics));
        expect(xml).not.toMatch(RAW);
        expect(xml).not.toMatch(OBEYED);
        const paths = new Set([...diagnostics.map(({ place }) => place.path), "reports/a.md"]);
        expect(parsed(xml).children).toHaveLength(paths.size);
      }),
      { ...RUNS, numRuns: runs(60, 500) },
    );
  });
});

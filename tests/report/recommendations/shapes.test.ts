import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileSource } from "../../compiled-report.ts";
import { asOffered } from "../../shapes/as-offered.ts";

const SHAPES = new URL("../../../../shared/shapes/", import.meta.url);
const names = existsSync(SHAPES) ? readdirSync(SHAPES).filter((name) => /^\d\d-/.test(name)) : [];

/** The labels that are expected, as they are cited: "2.1 > i." is 2.1(i), and what has none is numbered. */
function expectedLabels(text: string): readonly string[] {
  const [, part = ""] = /^## recommendations\n([\s\S]*?)^## /m.exec(text) ?? [];
  let last = 0;
  return [...part.matchAll(/^- ([^|]+?) \|/gm)].map(([, label = ""]) => {
    if (label === "(no label)") return String(++last);
    const [above, point = ""] = label.split(" > ");
    if (!label.includes(" > ")) return label.startsWith("(") ? label : label.replace(/[.)]$/, "");
    const plain = point.replace(/[().]+$/g, "").replace(/^\(/, "");
    return plain.startsWith(`${above}.`) ? plain : `${above}(${plain})`;
  });
}

const skipped = names.length === 0 ? " (skipped: the shapes are not beside the repository)" : "";

describe.skipIf(names.length === 0)(`recommendations of papers in the shapes of real ones${skipped}`, () => {
  it.each(names)("%s", (name) => {
    const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, SHAPES), "utf8");
    const source = read("report.md");
    const settings = read("site.yml");
    const attachments = [...source.matchAll(/^ +file: (\S+)/gm)].map(([, file = ""]) => ({
      path: `reports/${file}`,
      format: "CSV",
    }));
    const options = { settings, path: "reports/report.md", attachments };
    const first = compileSource(source, options);
    const { report, diagnostics } =
      first.report === undefined ? compileSource(asOffered(source, first.diagnostics), options) : first;
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report?.recommendations.map(({ label }) => label)).toEqual(expectedLabels(read("expected.md")));
  });
});

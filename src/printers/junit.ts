import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compareTexts } from "../text/compare.ts";
import { inNumber } from "./counts.ts";
import { type Findings, pathIn } from "./findings.ts";
import { pretty } from "./pretty.ts";
import { printable } from "./printable.ts";
import { anyScript } from "./widths-of-any-script.ts";

const COLUMNS = 100;

/**
 * A test suite for each file, and in it one case, which fails where there are errors; warnings and hints are its
 * output. Reports that the public has no page of, and in which nothing was found, are counted and not named. The
 * elements and attributes are those that Jenkins' schema has (junit-10.xsd of its xUnit plugin); without times, so that
 * the same reports give the same bytes.
 */
export function junit({ diagnostics, reports, plainFiles, folder }: Findings): string {
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const before = byPath.get(diagnostic.place.path);
    if (before === undefined) byPath.set(diagnostic.place.path, [diagnostic]);
    else before.push(diagnostic);
  }
  const named = reports.filter(({ path, isPublished }) => isPublished || byPath.has(path)).map(({ path }) => path);
  const suites = [...new Set([...named, ...plainFiles.map(({ path }) => path), ...byPath.keys()])]
    .sort(compareTexts)
    .map((path) => suiteOf(path, byPath.get(path) ?? [], folder));
  const unnamed = suiteOfUnnamed(reports.length - named.length);
  const failures = suites.filter(({ hasFailed }) => hasFailed).length;
  const tests = suites.length + reports.length - named.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="scrutineer" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.map(({ xml }) => xml),
    ...unnamed,
    "</testsuites>\n",
  ].join("\n");
}

function suiteOf(
  path: string,
  diagnostics: readonly Diagnostic[],
  folder: string,
): { readonly hasFailed: boolean; readonly xml: string } {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const others = diagnostics.filter(({ severity }) => severity !== "error");
  const printed = (some: readonly Diagnostic[]): string =>
    escaped(
      some.map((one) => pretty(one, { folder, columns: COLUMNS, hasColour: false, widths: anyScript })).join("\n\n"),
    );
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${inNumber(errors.length - 1, "more error")})` : "";
  const lines = [
    ...(first === undefined
      ? []
      : [
          `<failure type="${attribute(first.rule)}" message="${attribute(first.message + more)}">${printed(errors)}</failure>`,
        ]),
    ...(others.length === 0 ? [] : [`<system-out>${printed(others)}</system-out>`]),
  ];
  const whole = pathIn(folder, path);
  const slash = whole.lastIndexOf("/");
  const names = `classname="${attribute(whole.slice(0, Math.max(0, slash)).replaceAll("/", "."))}" name="${attribute(whole.slice(slash + 1))}"`;
  return {
    hasFailed: first !== undefined,
    xml: [
      suiteTag(whole, 1, first === undefined ? 0 : 1),
      ...(lines.length === 0 ? [`<testcase ${names}/>`] : [`<testcase ${names}>`, ...lines, "</testcase>"]),
      "</testsuite>",
    ].join("\n"),
  };
}

function suiteOfUnnamed(count: number): readonly string[] {
  if (count === 0) return [];
  const cases = Array.from(
    { length: count },
    (_, index) => `<testcase classname="unpublished" name="report ${index + 1}"/>`,
  );
  return [suiteTag("reports that are not published", count, 0), ...cases, "</testsuite>"];
}

function suiteTag(name: string, tests: number, failures: number): string {
  return `<testsuite name="${attribute(name)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`;
}

/** A text in XML 1.0, which has no place for U+FFFE and U+FFFF; its other forbidden characters are never printed. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
}

function attribute(text: string): string {
  return escaped(printable(text));
}

import { createHash } from "node:crypto";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Diagnostic, withoutQuotes } from "../../src/diagnostics/diagnostic.ts";
import { readHelpPage } from "../../src/io/read-help-page.ts";
import { printable } from "../../src/printers/printable.ts";
import { sarif } from "../../src/printers/sarif.ts";
import { runs } from "../lane.ts";
import { anyDiagnostics, diagnostic, findings, HOSTILE_CASES, OBEYED, RAW, RUNS } from "./diagnostics.ts";

const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

const text = z.object({ text: z.string() });
const location = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string(), uriBaseId: z.string() }),
    region: z.object({ startLine: z.int(), startColumn: z.int(), endColumn: z.int().optional() }),
    contextRegion: z.object({ startLine: z.int(), snippet: text }).optional(),
  }),
  message: text.optional(),
  id: z.int().optional(),
});
const log = z.object({
  runs: z.tuple([
    z.object({
      columnKind: z.literal("utf16CodeUnits"),
      tool: z.object({
        driver: z.object({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.object({
              id: z.string(),
              shortDescription: text,
              fullDescription: text,
              help: text.extend({ markdown: z.string() }),
              defaultConfiguration: z.object({ level: z.string() }),
            }),
          ),
        }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.int(),
          level: z.string(),
          message: text,
          locations: z.tuple([location]),
          relatedLocations: z.array(location).optional(),
          partialFingerprints: z.object({ "scrutineerFinding/v1": z.string() }),
        }),
      ),
    }),
  ]),
});

const digest = (typed: string): string => createHash("sha256").update(typed).digest("hex");

function printed(diagnostics: readonly Diagnostic[]): string {
  return sarif(findings(diagnostics), { helpPage: readHelpPage, digest });
}

function run(diagnostics: readonly Diagnostic[]) {
  const document: unknown = JSON.parse(printed(diagnostics));
  expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
  return log.parse(document).runs[0];
}

/** A message as a viewer shows it that knows of placeholders and links. */
function shown(message: string): string {
  const braced = /\{\{|\}\}/.test(message) ? message.replaceAll("{{", "{").replaceAll("}}", "}") : message;
  return braced.replaceAll("\\](", "](");
}

describe("the SARIF log", () => {
  it("keeps to the schema where nothing was found", () => {
    expect(run([]).results).toEqual([]);
  });

  it("is refused by the schema where it is wrong, so that the schema is seen to be read", () => {
    const wrong: unknown = JSON.parse(printed([diagnostic()]).replace("utf16CodeUnits", "bytes"));
    expect(isValid(wrong)).toBe(false);
    const noUri: unknown = JSON.parse(printed([diagnostic()]).replace("site/content/reports/a.md", "a b"));
    expect(isValid(noUri)).toBe(false);
  });

  it("holds all of a diagnostic", () => {
    const related = {
      message: "first written here",
      place: { path: "reports/b.md", line: 7, column: 2 },
      line: "7. It met.",
    };
    const [result] = run([diagnostic({ frame: { line: "9. It was agreed" }, related })]).results;
    expect(result).toMatchObject({
      ruleId: "typed-number",
      ruleIndex: 0,
      level: "error",
      message: { text: "paragraph 9 is typed here, but 7 is due. To fix it: type 7." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "site/content/reports/a.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 1, endColumn: 3 },
            contextRegion: { startLine: 3, snippet: { text: "9. It was agreed" } },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: "first written here." },
          physicalLocation: {
            artifactLocation: { uri: "site/content/reports/b.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 7, startColumn: 2 },
            contextRegion: { startLine: 7, snippet: { text: "7. It met." } },
          },
        },
      ],
    });
  });

  it("describes the rules that occur, each once, with their pages of help", () => {
    const { tool, results } = run([
      diagnostic({ rule: "raw-html" }),
      diagnostic({ rule: "annex-not-mentioned", severity: "error" }),
      diagnostic({ rule: "raw-html" }),
    ]);
    const { rules, name, version } = tool.driver;
    expect({ name, version }).toEqual({ name: "Scrutineer", version: "1.2.3" });
    expect(rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration.level]).sort()).toEqual([
      ["annex-not-mentioned", "warning"],
      ["raw-html", "error"],
    ]);
    for (const { id, help } of rules) {
      expect(help.markdown).toBe(readHelpPage(id === "raw-html" ? "raw-html" : "annex-not-mentioned"));
      expect(help.text).not.toMatch(/^#|^```/m);
    }
    expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
    expect(results[1]?.level).toBe("error");
  });

  it.each([
    ["a space", "a b.md", "a%20b.md"],
    ["a letter of another alphabet", "é日.md", "%C3%A9%E6%97%A5.md"],
    ["signs that addresses use", "a?b#c%d:e.md", "a%3Fb%23c%25d%3Ae.md"],
    ["an escape sequence", "\u001b[31m.md", "%1B%5B31m.md"],
    ["half of a pair of surrogates", "\ud800.md", "%EF%BF%BD.md"],
  ])("encodes %s in a path", (_name, path, uri) => {
    const [result] = run([diagnostic({ place: { path, line: 1, column: 1 } })]).results;
    expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(`site/content/${uri}`);
  });

  it.each([
    ["a placeholder", "see {0}", "see {{0}}."],
    ["doubled braces", "see {{a}}", "see {{{{a}}}}."],
    ["braces that no viewer misreads, as they are", "see {#label}", "see {#label}."],
    ["a link", "see [a](https://evil.example)", "see [a\\](https://evil.example)."],
  ])("makes nothing of %s in a message", (_name, message, written) => {
    expect(run([diagnostic({ message, fix: undefined })]).results[0]?.message.text).toBe(written);
  });

  it.each(HOSTILE_CASES)("keeps to the schema, and holds nothing that acts: $name", ({ hostile }) => {
    const typed = `a${hostile}b`;
    const found = diagnostic({ message: typed, fix: undefined, frame: { line: typed } });
    const [result] = run([found]).results;
    expect(shown(result?.message.text ?? "")).toBe(`${printable(typed)}.`);
    expect(result?.locations[0].physicalLocation.contextRegion?.snippet.text).toBe(typed);
    expect(printed([found])).not.toMatch(RAW);
    expect(printed([found])).not.toMatch(OBEYED);
  });

  it("keeps to the schema, whatever is found, and names files so that they are found again", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        const { results } = run(diagnostics);
        expect(
          results.map(({ locations }) => decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri)),
        ).toEqual(diagnostics.map(({ place }) => `site/content/${place.path.replace(/\p{Cs}/gu, "\uFFFD")}`));
        expect(new Set(results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0])).size).toBe(
          results.length,
        );
        expect(printed(diagnostics)).not.toMatch(RAW);
        expect(printed(diagnostics)).not.toMatch(OBEYED);
      }),
      { ...RUNS, numRuns: runs(60, 200) },
    );
  });
});

describe("the fingerprint of a finding", () => {
  const prints = (diagnostics: readonly Diagnostic[]): readonly string[] =>
    run(diagnostics).results.map(({ partialFingerprints }) => partialFingerprints["scrutineerFinding/v1"]);
  const at = (line: number, changes: Partial<Diagnostic> = {}): Diagnostic =>
    diagnostic({ place: { path: "reports/a.md", line, column: 1 }, frame: { line: "9. It was agreed" }, ...changes });

  it("stays as it is when lines are added above, or others are found", () => {
    expect(prints([at(3)])).toEqual(prints([at(30)]));
    expect(prints([at(1, { rule: "raw-html" }), at(3)])[1]).toEqual(prints([at(3)])[0]);
  });

  it("is another for another rule, file, message or line of the author's", () => {
    const others = [
      at(3),
      at(3, { rule: "raw-html" }),
      at(3, { message: "other words" }),
      at(3, { frame: { line: "another line" } }),
      at(3, { place: { path: "reports/b.md", line: 3, column: 1 } }),
    ];
    expect(new Set(others.map((one) => prints([one])[0])).size).toBe(others.length);
  });

  it("is another for the same once more", () => {
    expect(new Set(prints([at(3), at(4)])).size).toBe(2);
  });

  it("tells nothing of what may not be shown", () => {
    const withheld = (typed: string): Diagnostic =>
      withoutQuotes(at(3, { message: typed, fix: typed, frame: { line: typed } }));
    expect(printed([withheld("Qxonez")])).toBe(printed([withheld("Qxotherz and more")]));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { github } from "../../src/printers/github.ts";
import { printable } from "../../src/printers/printable.ts";
import { anyDiagnostics, diagnostic, findings, HOSTILE_CASES, RAW, RUNS } from "./diagnostics.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as GitHub's runner does (`ActionCommand.TryParseV2`): nothing, where it takes it for text. */
function commandIn(line: string): Command | undefined {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  const info = text.slice(2, end);
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  const pairs = space < 0 ? [] : info.slice(space + 1).split(",");
  const properties = pairs.map((pair) => {
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals), decoded(decoded(pair.slice(equals + 1), ":", ","), "\r", "\n", "%")];
  });
  return { name, properties: Object.fromEntries(properties), data: decoded(text.slice(end + 2), "\r", "\n", "%") };
}

function decoded(text: string, ...signs: readonly string[]): string {
  return signs.reduce(
    (read, sign) => read.replaceAll(`%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`, sign),
    text,
  );
}

function commandsIn(output: string): readonly (Command | undefined)[] {
  return output.trimEnd().split("\n").map(commandIn);
}

describe("the annotations that GitHub is given", () => {
  it("name the file from the root of the repository, the place, the rule, the message and the fix", () => {
    expect(github(findings([diagnostic()]))).toBe(
      "::error file=site/content/reports/a.md,line=3,col=1,endColumn=3,title=typed-number::paragraph 9 is typed here, but 7 is due%0Afix: type 7\n" +
        "1 report: 1 error, 0 warnings\n",
    );
  });

  it("are errors, warnings and notices", () => {
    const all = (["hint", "warning", "error"] as const).map((severity) => diagnostic({ severity }));
    expect(commandsIn(github(findings(all))).map((command) => command?.name)).toEqual([
      "error",
      "warning",
      "notice",
      undefined,
    ]);
  });

  it("name the other place, where there is one", () => {
    const related = { message: "first written here", place: { path: "reports/b.md", line: 7, column: 2 } };
    expect(commandsIn(github(findings([diagnostic({ related })])))[0]?.data).toBe(
      "paragraph 9 is typed here, but 7 is due\nfirst written here: site/content/reports/b.md:7\nfix: type 7",
    );
  });

  it.each(HOSTILE_CASES)("cannot be ended or begun by what an author types: $name", ({ hostile }) => {
    const text = `a${hostile}b`;
    const output = github(
      findings([diagnostic({ message: text, fix: text, place: { path: text, line: 1, column: 1 } })]),
    );
    const [command, ...others] = commandsIn(output);
    expect(others).toEqual([undefined]);
    expect(command).toEqual({
      name: "error",
      properties: { file: printable(`site/content/${text}`), line: "1", col: "1", title: "typed-number" },
      data: `${printable(text)}\nfix: ${printable(text)}`,
    });
  });

  it("are one to a line and read back, whatever is found", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        const output = github(findings(diagnostics));
        const commands = commandsIn(output);
        expect(commands.at(-1)).toBeUndefined();
        expect(output).not.toMatch(RAW);
        const read = commands
          .slice(0, -1)
          .map((command) => `${command?.properties["file"]} ${command?.data.split("\n")[0]}`);
        const meant = diagnostics.map(
          ({ place, message }) => `${printable(`site/content/${place.path}`)} ${printable(message)}`,
        );
        expect([...read].sort()).toEqual([...meant].sort());
      }),
      RUNS,
    );
  });

  it("say how many GitHub shows, only where there are more", () => {
    const many = (count: number) => findings(Array.from({ length: count }, () => diagnostic()));
    expect(github(many(10))).not.toContain("first 10");
    expect(github(many(11))).toMatch(/\n1 report: 11 errors, 0 warnings; GitHub shows the first 10 of each kind/);
  });
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { commandForFolder, typedCommand } from "../src/printers/typed-command.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const NAMES = [...readFileSync(`${PROJECT}docs/commands.md`, "utf8").matchAll(/^## (\S+)$/gm)].map(([, name]) => name);

/** The program's name before one of its commands or flags, unless npx, or npm in a script of a package, is to find it. */
const BARE = new RegExp(
  `(?<!npx |npx --no |Usage: |[\\w./-])scrutineer (?:${[...NAMES, "help"].join("|")}|--\\w+)(?![\\w-])`,
);

/** A script of package.json, which npm runs with the program on the path. */
const SCRIPT = /^ {4}\w+: "scrutineer [^"]*",$/;

const FILES = globSync(
  ["README.md", "SECURITY.md", "docs/**/*.{md,json}", "schemas/*", "src/**/*.{ts,js}", "templates/**/*"],
  { cwd: PROJECT, dot: true },
);

it("knows a command that only a program on the path would be found for", () => {
  for (const text of ["run `scrutineer fix`", "scrutineer check shows", "(scrutineer --help lists", "  scrutineer lsp"])
    expect(text).toMatch(BARE);
  for (const text of [
    "npx scrutineer fix",
    "Usage: scrutineer fix",
    "that scrutineer did not make",
    "scrutineer newly",
  ])
    expect(text).not.toMatch(BARE);
  expect(FILES.length).toBeGreaterThan(500);
});

it("names every command as it is typed where npm has installed the program in the site's folder", () => {
  const found = FILES.flatMap((file) =>
    readFileSync(`${PROJECT}${file}`, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        BARE.test(line) && !SCRIPT.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

it.each([
  [["check"], "npx scrutineer check"],
  [["check", "content/reports/2026/ymlaen-â.md"], "npx scrutineer check content/reports/2026/ymlaen-â.md"],
  [["pdf", "Town Hall/content/a.md"], 'npx scrutineer pdf "Town Hall/content/a.md"'],
  [["check", "a & b;c.md"], 'npx scrutineer check "a & b;c.md"'],
  [["check", "it's.md"], 'npx scrutineer check "it\'s.md"'],
  [["check", "$(rm it's).md"], "npx scrutineer check '$(rm it'\\''s).md'"],
] as const)("quotes what a shell would not take as one word: %s", ([command, ...words], typed) => {
  expect(typedCommand(command, ...words)).toBe(typed);
});

it("names a content folder where it is not the usual one", () => {
  expect(commandForFolder("check", "content")).toBe("npx scrutineer check");
  expect(commandForFolder("check", "my papers")).toBe('npx scrutineer check "my papers"');
});

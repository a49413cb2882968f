import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { startEditor } from "./commands/editor-session.ts";
import { reportOf } from "./compile-text.ts";
import { scrutineerWith, WAIT } from "./compiled-cli.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";

const GUIDE = readFileSync(new URL("../docs/checking.md", import.meta.url), "utf8");

/** A block of code in the guide, by its language. */
function blockOf(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(GUIDE)?.[1];
  if (block === undefined) throw new Error(`the guide has no block in ${language}`);
  return block;
}

const PATH = "content/reports/2019/an update, with a long name.md";
const TEXT = `Words <b>bold</b>, [see here]: ${"and so on ".repeat(30)} paragraph 99.\n\nThe Harmful Sexual Behaviour (HSB) group met.\n`;
const EXPECTED = [
  ["8", "7", "error", "raw-html"],
  ["8", "14", "error", "raw-html"],
];

/** A workspace with one report that has mistakes of each gravity. */
function workspace(): string {
  const root = temporaryFolder();
  writeFiles(root, {
    "content/site.yml": "council: Aldermere Borough Council\n",
    [PATH]: reportOf({ title: "Update" }, TEXT),
  });
  return root;
}

/** What a narrow terminal says of itself. */
const NARROW = { COLUMNS: "40", NO_COLOR: "1" };

const TASKS = z.object({
  tasks: z.tuple([
    z.object({
      command: z.literal("npx"),
      args: z.array(z.string()),
      options: z.object({ cwd: z.literal(["$", "{workspaceFolder}"].join("")) }),
      problemMatcher: z.object({
        fileLocation: z.tuple([z.literal("autoDetect"), z.literal(["$", "{workspaceFolder}"].join(""))]),
        pattern: z.object({
          regexp: z.string(),
          file: z.number(),
          line: z.number(),
          column: z.number(),
          severity: z.number(),
          message: z.number(),
          code: z.number(),
        }),
      }),
    }),
  ]),
});

describe("the editors that the guide names read what is printed", () => {
  it("Visual Studio Code, each line of it, by the task of the guide", async () => {
    const root = workspace();
    const [task] = TASKS.parse(JSON.parse(blockOf("json"))).tasks;
    const [program, ...args] = task.args.map((arg) => arg.replace(/^\$\{file\}$/, join(root, PATH)));
    expect(program).toBe("scrutineer");
    const run = await scrutineerWith(NARROW, root, ...args);
    const { regexp, file, line, column, severity, message, code } = task.problemMatcher.pattern;
    const found = run.stdout
      .split("\n")
      .slice(0, -1)
      .map((text) => new RegExp(regexp).exec(text));
    expect(found.map((match) => match?.[file])).toEqual(found.map(() => PATH));
    expect(found.map((match) => match && [line, column, severity, code].map((group) => match[group]))).toEqual(
      expect.arrayContaining(EXPECTED),
    );
    expect(new Set(found.map((match) => match?.[severity]))).toEqual(new Set(["error", "warning", "hint"]));
    expect(found.every((match) => match?.[message]?.match(/^\S.*\S$/))).toBe(true);
    expect(run.stderr).not.toMatch(new RegExp(regexp, "m"));
  });

  it.skipIf(!hasVim())("Vim, by the lines of the guide", async () => {
    const root = workspace();
    const run = await scrutineerWith(NARROW, root, "check", "--format", "unix");
    writeFiles(root, {
      vimrc: blockOf("vim"),
      "printed.txt": run.stdout,
      "list.vim":
        "cgetfile printed.txt\ncall writefile([json_encode(map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type]'))], 'read.json')\nqall!\n",
    });
    execFileSync("vim", ["-u", "vimrc", "-es", "-N", "-i", "NONE", "-S", "list.vim"], { cwd: root, stdio: "ignore" });
    const lines = run.stdout.split("\n").slice(0, -1);
    const read: unknown = JSON.parse(readFileSync(join(root, "read.json"), "utf8"));
    expect(read).toEqual(
      lines.map((text) => {
        const [, path, line, column, type] = /^(.+?):(\d+):(\d+): (.)/.exec(text) ?? [];
        return [path, Number(line), Number(column), type];
      }),
    );
  });
});

describe("the editors of the guide to editors", () => {
  const guide = readFileSync(new URL("../docs/editors.md", import.meta.url), "utf8");
  const settings = z.object({
    "glspc.server.command": z.literal("node"),
    "glspc.server.commandArguments": z.array(z.string()),
    "glspc.server.languageId": z.array(z.string()),
  });
  const [block = ""] = /(?<=^```json\n)[\s\S]*?(?=^```$)/m.exec(guide) ?? [];
  const inGuide = settings.parse(JSON.parse(block));

  it("have the settings that init writes", () => {
    const written: unknown = JSON.parse(
      readFileSync(new URL("../templates/start/vscode-settings.json", import.meta.url), "utf8"),
    );
    expect(written).toMatchObject(inGuide);
  });

  it("start the program by them, and are told what is wrong", { timeout: WAIT }, async () => {
    const root = workspace();
    mkdirSync(join(root, "node_modules"));
    symlinkSync(fileURLToPath(new URL("..", import.meta.url)), join(root, "node_modules/scrutineer"), "dir");
    const args = inGuide["glspc.server.commandArguments"];
    const editor = await startEditor(root, { command: [process.execPath, ...args] });
    try {
      const { diagnostics } = await editor.told(PATH, (told) => told.diagnostics.length > 0);
      expect(
        diagnostics.map(({ range, code }) => [`${range.start.line + 1}`, `${range.start.character + 1}`, code]),
      ).toEqual(expect.arrayContaining(EXPECTED.map(([line, column, , code]) => [line, column, code])));
    } finally {
      await editor.leave();
    }
  });
});

function hasVim(): boolean {
  try {
    return execFileSync("vim", ["--version"], { encoding: "utf8" }).includes("+quickfix");
  } catch {
    return false;
  }
}

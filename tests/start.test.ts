import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, Script } from "node:vm";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { CLI } from "./compiled-cli.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";
import { rows } from "./lane.ts";

const needed = manifest.engines.node.replace(">=", "");
const code = readFileSync(CLI, "utf8");

/** What the file that starts the program does on a Node of this version. */
function startOn(version: string): { readonly printed: string; readonly exitCode: number; readonly loads: number } {
  let [printed, loads] = ["", 0];
  const process = {
    versions: { node: version },
    exitCode: 0,
    stderr: {
      write: (text: string) => {
        printed += text;
      },
    },
  };
  const require = (): void => {
    loads += 1;
  };
  new Script(code).runInContext(createContext({ process, require }));
  return { printed, exitCode: process.exitCode, loads };
}

describe("the start of the program", () => {
  const old = ["0.10.48", "10.24.1", "12.22.12", "16.20.2", "18.20.8", "20.9.0", "20.18.3"];
  it.each(old)("says on Node %s what it needs, and loads nothing", (version) => {
    expect(startOn(version)).toEqual({
      printed: `error: scrutineer needs Node.js ${needed} or newer; this is ${version}\n`,
      exitCode: 2,
      loads: 0,
    });
  });

  it.each([`${needed}.0`, "20.20.2", "22.0.0", "24.1.0", "100.0.0"])("loads it on Node %s", (version) => {
    expect(startOn(version)).toEqual({ printed: "", exitCode: 0, loads: 1 });
  });

  it("is written as Node 10 reads it", () => {
    expect(code.replace(/^#!.*|\/\/.*/gm, "")).not.toMatch(
      /\?\.|\?\?|\*\*|\|\|=|&&=|#\w|\bstatic\b|\bawait\b|\basync\b|\bclass\b|catch \{|\.\.\.|^(?:import|export)\b|\d_\d|\dn\b/m,
    );
  });

  it("names the Node that the package asks for, and no other", () => {
    expect(code).toContain(`"${needed}"`);
    expect(code).not.toContain("NODE_NEEDED");
  });

  it("says that the program cannot be loaded where a part of it is missing", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "lib/cli.js": code });
    const { stderr, status } = spawnSync(process.execPath, [join(folder, "lib/cli.js")], { encoding: "utf8" });
    expect(stderr).toBe("error: scrutineer cannot be loaded (MODULE_NOT_FOUND): run npm install again\n");
    expect(status).toBe(2);
  });

  it.each(
    rows(
      [
        ["EMFILE", "too many files are open: raise the limit"],
        ["EACCES", "you have no permission to read its files"],
        ["EIO", "the disk that it is on gives an error"],
      ] as const,
      1,
    ),
  )("does not advise to install it again where that is no help: %s", (code, words) => {
    const NODE_OPTIONS = `--import=${new URL("at-step.mjs", import.meta.url).href}`;
    const env = {
      PATH: process.env["PATH"],
      NODE_OPTIONS,
      AT_STEP: `fail readFileSync 1 ${code}`,
      AT_STEP_OF: "program",
    };
    const { stderr, status } = spawnSync(process.execPath, [CLI, "explain"], { encoding: "utf8", env });
    expect(stderr).toContain(`error: scrutineer cannot be loaded (${code}): ${words}`);
    expect(status).toBe(2);
  });
});

/** The code of a file of the program, and of all that is loaded with it. */
function loadedWith(name: string, seen = new Set<string>()): string {
  const file = join(dirname(CLI), "io", name);
  if (seen.has(file)) return "";
  seen.add(file);
  const own = readFileSync(file, "utf8");
  // Not what is loaded later, by a function.
  const others = [...own.matchAll(/(?<!=>)require\("\.\/([^"]+)"\)/g)];
  return own + others.map(([, other = ""]) => loadedWith(other, seen)).join("");
}

describe("what is loaded before a command is known", () => {
  const started = loadedWith("program.js");
  const checking = started + loadedWith("check.js");

  it.each([
    ["a rule", "abbreviation-unused"],
    ["zod", "ZodError"],
    ["yaml", "YAMLParseError"],
    ["the Markdown parser", "thematicBreak"],
    ["the widths of characters", "RGI_Emoji"],
  ])("has no part of %s", (_what, sign) => {
    expect(started).toContain("new Command(");
    expect(started).not.toContain(sign);
  });

  it("is in few files, as are those of a check, which load in less time than many", () => {
    const files = new Set<string>();
    for (const name of ["program.js", "check.js"]) loadedWith(name, files);
    expect(files.size).toBeLessThan(12);
  });

  it("is loaded by no command", () => {
    const commands = [...started.matchAll(/=>require\("\.\/([^"]+)"\)/g)].map(([, name = ""]) => name);
    expect(commands).toContain("check.js");
    const itself = "Makes a web site of council scrutiny reports, and checks them.";
    expect(commands.filter((command) => loadedWith(command).includes(itself))).toEqual([]);
    expect(started.includes(itself)).toBe(true);
  });

  it("is less than a check loads, which has these but for the widths", () => {
    for (const sign of ["abbreviation-unused", "ZodError", "YAMLParseError", "thematicBreak"])
      expect(checking).toContain(sign);
    expect(checking).not.toContain("RGI_Emoji");
  });
});

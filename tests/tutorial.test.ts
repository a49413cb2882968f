import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { until } from "./commands/served.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";
import { isThorough } from "./lane.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = "reports/2027/lunch-clubs/";

type Step = { readonly file: string; readonly text: string } | { readonly command: string };

/** What a newcomer does, in order: the lines of grey boxes for the terminal, and the texts that go into files. */
function stepsOf(tutorial: string): readonly Step[] {
  const blocks = tutorial.matchAll(/(?:<!-- (\S+) -->\n)?```(sh|markdown)\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, file, language, text = ""]): readonly Step[] =>
    language === "sh"
      ? text
          .trim()
          .split("\n")
          .map((command) => ({ command }))
      : file === undefined
        ? []
        : [{ file, text }],
  );
}

/** Installs the program in a folder as `npm install` does, from what `npm pack` makes, and what it needs from where it is. */
function install(folder: string): void {
  const packed = temporaryFolder();
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", packed], { cwd: PROJECT });
  const target = join(folder, "node_modules/scrutineer");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", join(packed, String(said).trim()), "-C", target, "--strip-components=1"]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", name), link, "dir");
  }
  writeFiles(folder, { "package.json": '{"dependencies": {"scrutineer": "^0.1.0"}}\n', "package-lock.json": "{}\n" });
}

const servers: ChildProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
});

/** Serves in the background, as in a terminal of its own, and gives the address that is said. */
function startServing(folder: string, program: string, args: readonly string[]): Promise<string> {
  const server = spawn(process.execPath, [program, ...args, "--port", "0"], { cwd: folder });
  servers.push(server);
  let said = "";
  return new Promise((resolve, reject) => {
    server.stderr.on("data", (piece: Buffer) => {
      said += piece.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", () => reject(new Error(said)));
  });
}

const read = async (address: string): Promise<string> => (await fetch(address)).text();

it.runIf(isThorough)("the tutorial leads from an empty folder to a published report, command by command", async () => {
  let folder = temporaryFolder();
  const addresses: string[] = [];
  const printed = new Map<string, string>();
  for (const step of stepsOf(readFileSync(join(PROJECT, "docs/tutorial.md"), "utf8"))) {
    const program = join(folder, "node_modules/scrutineer/lib/cli.js");
    if ("file" in step) {
      expect(existsSync(join(folder, step.file))).toBe(true);
      writeFiles(folder, { [step.file]: step.text });
      const shown = await until(
        () => read(`${addresses[0]}${PAGE}`),
        (page) => page.includes("Adult Social Care"),
      );
      expect(shown).toContain('id="para-3"');
      continue;
    }
    const made = /^mkdir (\S+)$/.exec(step.command)?.[1];
    const entered = /^cd (\S+)$/.exec(step.command)?.[1];
    const [, command = "", flags = ""] = /^npx scrutineer (\S+)(.*)$/.exec(step.command) ?? [];
    if (made !== undefined) mkdirSync(join(folder, made));
    else if (entered !== undefined) folder = join(folder, entered);
    else if (step.command === "npm install scrutineer") install(folder);
    else if (command === "serve" || command === "preview") {
      expect(flags.trim()).toBe("--open");
      addresses.push(await startServing(folder, program, [command]));
    } else {
      expect(command, step.command).not.toBe("");
      const args = Array.from(flags.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? "");
      printed.set(
        command,
        execFileSync(process.execPath, [program, command, ...args], { cwd: folder, encoding: "utf8" }),
      );
    }
  }
  expect([...printed.keys()]).toEqual(["init", "new", "check", "build"]);
  const published = await read(`${addresses[1]}${PAGE}`);
  for (const shown of ["<abbr", 'href="#para-2"', 'href="#table-1"', "lunch-clubs.pdf"])
    expect(published).toContain(shown);
  expect(await read(`${addresses[1]}${PAGE}lunch-clubs.pdf`)).toMatch(/^%PDF-/);
  // Nobody had to be told anything twice: the report is without a finding.
  const checked = execFileSync(
    process.execPath,
    [join(folder, "node_modules/scrutineer/lib/cli.js"), "check", "--max-warnings", "0"],
    { cwd: folder, encoding: "utf8", stdio: "pipe" },
  );
  expect(checked).toBe("");
});

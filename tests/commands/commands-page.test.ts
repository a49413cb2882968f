import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { scrutineer } from "../compiled-cli.ts";
import { temporaryFolder } from "../content-folders.ts";

const PAGE = fileURLToPath(new URL("../../docs/commands.md", import.meta.url));

const HEAD = `# Commands

Each command explains itself: \`npx scrutineer help build\` prints what is below. Exit code 0: no error. 1: errors in the
content. 2: a command that is not understood, an error of the computer, or an internal error. 130 or 143: stopped by
Ctrl-C or a signal.
`;

it("docs/commands.md has the help of every command; vitest -u writes it", async () => {
  const folder = temporaryFolder();
  const { stdout } = await scrutineer(folder, "--help");
  const list = stdout.slice(stdout.indexOf("Commands:"));
  const names = Array.from(list.matchAll(/^ {2}([a-z]+)/gm), ([, name = ""]) => name).filter((name) => name !== "help");
  expect(names).toContain("build");
  const sections: string[] = [];
  for (const name of names) {
    const help = await scrutineer(folder, name, "--help");
    expect(help.code, help.stderr).toBe(0);
    sections.push(`\n## ${name}\n\n\`\`\`text\n${help.stdout.trim()}\n\`\`\`\n`);
  }
  await expect(HEAD + sections.join("")).toMatchFileSnapshot(PAGE);
});

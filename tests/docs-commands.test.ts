import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(`${PROJECT}${path}`, "utf8");

/** The options of each command, from the page that holds what each says of itself. */
const OPTIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...read("docs/commands.md").matchAll(/^## (\S+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(
    ([, name = "", help = ""]) => [name, new Set(help.match(/(?<![\w-])--?[a-z][a-z-]*/g))],
  ),
);

/** What readers are told to type into a terminal, with the page that says so. */
const LINES: readonly (readonly [page: string, line: string])[] = [
  "README.md",
  ...readdirSync(`${PROJECT}docs`).map((name) => `docs/${name}`),
]
  .filter((page) => page.endsWith(".md"))
  .flatMap((page) =>
    [...read(page).matchAll(/^ *```sh\n([\s\S]*?)```/gm)]
      .flatMap(([, block = ""]) => block.replace(/\\\n/g, " ").split("\n"))
      .map((line) => [page, line.replace(/\s#.*/, "").trim()] as const),
  )
  .filter(([, line]) => /\bscrutineer\s/.test(line) && !/^(?:npm |mkdir |node )/.test(line));

it("there are commands in the documents", () => {
  expect(LINES.length).toBeGreaterThan(40);
  expect(OPTIONS.get("build")).toContain("--keep-going");
});

it.each(LINES)("%s tells readers to type what there is: %s", (_page, line) => {
  // npm installs the program in the site's folder, so a terminal knows it by npx alone.
  const [, name = "", rest = ""] = /\bnpx (?:--no )?scrutineer (\S+)(.*)/.exec(line) ?? [];
  expect([...OPTIONS.keys()]).toContain(name);
  const [typed = ""] = rest.split(/\s[|<>]\s/);
  for (const option of typed.match(/(?<=\s)--?[a-z][a-z-]*/g) ?? []) expect(OPTIONS.get(name)).toContain(option);
});

import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const documents = globSync(["*.md", "docs/**/*.md", "bench/*.md", ".github/**/*.md"], { cwd: PROJECT, dot: true });

/** A document without what is shown as code. */
function proseOf(path: string): string {
  return readFileSync(join(PROJECT, path), "utf8")
    .replace(/^(```+|~~~+).*\n[\s\S]*?^\1$/gm, "")
    .replace(/(`+)[^`\n](?:.*?[^`])?\1(?!`)/g, "``");
}

/** The fragments of a document's headings, as git hosts make them. */
function fragmentsOf(path: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const text = readFileSync(join(PROJECT, path), "utf8").replace(/^(```+|~~~+).*\n[\s\S]*?^\1$/gm, "");
  return new Set(
    Array.from(text.matchAll(/^#{1,6} (.*)$/gm), ([, heading = ""]) => slugger.slug(heading.replace(/[`*]/g, ""))),
  );
}

/** The links of a document that lead to files of the project: the file, and the fragment. */
function linksOf(path: string): readonly { readonly file: string; readonly fragment: string | undefined }[] {
  return Array.from(proseOf(path).matchAll(/\]\((?![a-z]+:)<?([^)>\s]*)>?(?: "[^"]*")?\)/g), ([, address = ""]) => {
    const [target = "", fragment] = address.split("#");
    return { file: target === "" ? path : normalize(join(path, "..", target)), fragment };
  });
}

it.each(documents)("the links of %s lead to files and headings that are there", (path) => {
  for (const { file, fragment } of linksOf(path)) {
    expect(existsSync(join(PROJECT, file)), `${path}: ${file}`).toBe(true);
    if (fragment !== undefined && file.endsWith(".md"))
      expect(fragmentsOf(file), `${path}: ${file}`).toContain(fragment);
  }
});

it("no document of the package leads to a file that the package has not", () => {
  const packed = (file: string): boolean =>
    ["README.md", "LICENSE", "package.json"].includes(file) ||
    manifest.files.some((name) => file === name || file.startsWith(`${name}/`));
  const dead = documents.filter(packed).flatMap((path) =>
    linksOf(path)
      .filter(({ file }) => !packed(file))
      .map(({ file }) => `${path}: ${file}`),
  );
  expect(dead).toEqual([]);
});

it("documents have links, so that these tests see something", () => {
  expect(documents.flatMap(linksOf).length).toBeGreaterThan(150);
});

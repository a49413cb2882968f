// Makes a site of `docs/` with the program itself: node scripts/docs-site.mjs [folder, else docs-site].
// Pages that show how something is withheld are left out, because the program rightly refuses to publish such words;
// links lead to them in the repository.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import process from "node:process";
import { globSync } from "tinyglobby";
import { build } from "../lib/index.js";

const { version, homepage } = JSON.parse(readFileSync("package.json", "utf8"));
const REPOSITORY = `${homepage.replace(/#.*/, "")}/blob/main/`;
const [out = "docs-site"] = process.argv.slice(2);

/** The parts of the list of documents, which are the committees of the site. */
const PARTS = [...readFileSync("docs/README.md", "utf8").matchAll(/^## (.*)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(
  ([, name, list]) => ({ name, files: new Set([...list.matchAll(/\]\(([^)#]*)/g)].map(([, file]) => file)) }),
);
const partOf = (file) =>
  (file.startsWith("rules/") ? PARTS.find(({ files }) => files.has("rules/README.md")) : undefined) ??
  PARTS.find(({ files }) => files.has(file));

const date = /^## [\d.]+ \((\d{4}-\d\d-\d\d)\)/m.exec(readFileSync("CHANGELOG.md", "utf8"))?.[1] ?? "2026-01-01";

/** A document as a report without numbers; links to what is not published lead to the repository. */
function reportOf(file, published) {
  const [, title, body] = /^# (.*)\n([\s\S]*)$/.exec(readFileSync(join("docs", file), "utf8"));
  const linked = body.replace(/\]\((?![a-z]+:|#)([^)#]*)(#[^)]*)?\)/g, (whole, path, fragment = "") => {
    const target = posix.join(posix.dirname(file), path);
    return published.has(target) ? whole : `](${REPOSITORY}${posix.join("docs", target)}${fragment})`;
  });
  const part = partOf(file)?.name;
  const fields = {
    title: title.replace(/[`*]/g, ""),
    author: "Scrutineer",
    date,
    confidential: "No",
    numbering: "none",
  };
  const lines = Object.entries({ ...fields, ...(part === undefined ? {} : { committee: part }) }).map(
    ([name, value]) => `${name}: ${name === "confidential" ? value : JSON.stringify(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n${linked}`;
}

function write(folder, published) {
  rmSync(folder, { recursive: true, force: true });
  const committees = PARTS.map(({ name }) => `  - name: ${JSON.stringify(name)}\n`).join("");
  const settings = `council: Scrutineer ${version}\ncommittees:\n${committees}rules:\n  abbreviation-undefined: "off"\n`;
  for (const [path, text] of [
    ["site.yml", settings],
    ...[...published].map((file) => [`reports/${file}`, reportOf(file, published)]),
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const temporary = mkdtempSync(join(tmpdir(), "scrutineer-docs-"));
const folder = join(temporary, "content");
try {
  const all = globSync("**/*.md", { cwd: "docs" }).filter((file) => file !== "README.md");
  write(folder, new Set(all));
  const { findings } = await build(folder, { out: join(temporary, "first"), pdf: false, search: false, cache: false });
  const refused = new Set(findings.filter(({ severity }) => severity === "error").map(({ path }) => path));
  const published = new Set(all.filter((file) => !refused.has(`reports/${file}`)));
  write(folder, published);
  const made = await build(folder, { out, pdf: false, cache: false });
  if (!made.isPublished) throw new Error(made.summary);
  const left = all.filter((file) => !published.has(file)).sort();
  process.stdout.write(`${published.size} documents are in ${out}; left out: ${left.join(", ")}\n`);
} finally {
  rmSync(temporary, { recursive: true });
}

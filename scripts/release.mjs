// `npm run release -- 1.2.0`: where CHANGELOG.md has that version, nothing is uncommitted and all checks pass, gives the version to the
// package, commits and tags it, and packs it. To push the tag, which publishes the package, is left to whoever releases it.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [version = ""] = process.argv.slice(2);

const fault = whatIsMissing();
if (fault === undefined) release();
else {
  process.stderr.write(`release: ${fault}\n`);
  process.exitCode = 1;
}

function whatIsMissing() {
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) return "name the version, such as npm run release -- 1.2.0";
  if (git("tag", "--list", `v${version}`) !== "") return `${version} has been released: there is a tag v${version}`;
  if (entryOf(version) === undefined)
    return `CHANGELOG.md says nothing of ${version}: give what is under "Unreleased" the heading "## ${version} (the date)", and commit it`;
  if (git("status", "--porcelain") !== "") return "there are changes that are not committed (git status shows them)";
  for (const script of ["test", "check:all"])
    if (run("run", script) !== 0) return `npm run ${script} fails, so nothing was changed`;
  return undefined;
}

/** The lines about a version in CHANGELOG.md; nothing, where there are none. */
function entryOf(wanted) {
  const parts = readFileSync("CHANGELOG.md", "utf8").split(/^## /m);
  const [, ...lines] = parts.find((part) => part.split(/[\s,]/)[0] === wanted)?.split("\n") ?? [];
  return lines.some((line) => line.trim() !== "") ? lines : undefined;
}

function release() {
  for (const args of [["version", version, "--allow-same-version", "--message", "Release %s"], ["pack"]]) {
    if (run(...args) === 0) continue;
    process.stderr.write(`release: npm ${args[0]} failed\n`);
    process.exitCode = 1;
    return;
  }
  process.stderr.write(
    `release: ${version} is packed, to look at. What is left: git push --follow-tags, and the release workflow publishes it\n`,
  );
}

function run(...args) {
  return spawnSync("npm", args, { stdio: "inherit" }).status;
}

function git(...args) {
  return execFileSync("git", args, { encoding: "utf8" }).trim();
}

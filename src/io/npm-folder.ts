import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { addressOfProgramFile } from "./program-files.ts";
import { programVersion } from "./program-version.ts";

/** What `npm install` makes in a folder in which there was nothing. */
export const NPM_NAMES: ReadonlySet<string> = new Set(["package.json", "package-lock.json", "node_modules"]);

/** What a folder's package.json says that npm is to install as this program; nothing where it does not name it. */
export function programIn(folder: string): string | undefined {
  const { dependencies, devDependencies } = packageIn(folder) ?? {};
  return devDependencies?.["scrutineer"] ?? dependencies?.["scrutineer"];
}

/** Whether a folder has a package.json of its own, in which `npm start` does not show the site. */
export function isWithoutShortNames(folder: string): boolean {
  if (!existsSync(join(folder, "package.json"))) return false;
  return packageIn(folder)?.["scripts"]?.["start"]?.startsWith("scrutineer ") !== true;
}

function packageIn(folder: string): Partial<Record<string, Partial<Record<string, string>>>> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return undefined;
  }
}

/** What the package.json of a new site is to say, so that npm finds there the program that is running. */
export function programFor(folder: string): string {
  const modules = dirname(fileURLToPath(addressOfProgramFile(".")));
  const installed = dirname(modules);
  const path = /^file:(.*)$/.exec(programIn(installed) ?? "")?.[1];
  return path === undefined
    ? `^${programVersion()}`
    : `file:${relative(resolve(folder), resolve(installed, path)).replaceAll("\\", "/")}`;
}

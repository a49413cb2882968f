import { readFileSync } from "node:fs";
import { addressOfProgramFile } from "./program-files.ts";

/** The version of the program, as its package names it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(addressOfProgramFile("package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

import { spawn } from "node:child_process";

/** Opens an address in the reader's own browser; where there is none, nothing happens. */
export function openInBrowser(address: string): void {
  const [command = "xdg-open", ...args] = OPENERS[process.platform] ?? [];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.once("error", () => {});
  child.unref();
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

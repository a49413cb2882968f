// Loaded into the program before it runs: writes down at its end what it took of the processor, and of memory at most.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STATUS = "/proc/self/status";

process.on("exit", () => {
  const { user } = process.cpuUsage();
  const seconds = user / 1e6;
  const megabytes = mostMemory() / 1024;
  writeFileSync(process.env["MEASURED"] ?? "", JSON.stringify({ seconds, megabytes }));
});

/** In kilobytes. On Linux `maxRSS` begins at what the process took that started this one, and so tells of the tests, too. */
function mostMemory() {
  const status = existsSync(STATUS) ? readFileSync(STATUS, "utf8") : "";
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

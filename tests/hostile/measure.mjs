// Loaded into the program before it runs: writes down at its end what it took of the processor, and of memory at most.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { user } = process.cpuUsage();
  const seconds = user / 1e6;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env["MEASURED"] ?? "", JSON.stringify({ seconds, megabytes }));
});

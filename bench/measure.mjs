/** What a command costs: the operating system's own account of it and of all processes that it starts. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Waits for a command and writes what it and its children used; GNU time counts only in hundredths of a second. */
const METER = `
import ctypes, os, resource, subprocess, sys, time
# A process whose parent ends first, as Pagefind's does, would be counted nowhere: on Linux it becomes a child of this one.
PR_SET_CHILD_SUBREAPER = 36
if sys.platform == "linux": ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
# What chose this Python may have run programs in this very process before.
before = resource.getrusage(resource.RUSAGE_CHILDREN)
started = time.monotonic()
status = subprocess.run(sys.argv[2:]).returncode
wall = time.monotonic() - started
# Such a process ends by itself; what does not is no part of the work.
until = time.monotonic() + 5
while time.monotonic() < until:
    try:
        if os.waitpid(-1, os.WNOHANG)[0] == 0: time.sleep(0.02)
    except ChildProcessError:
        break
used = resource.getrusage(resource.RUSAGE_CHILDREN)
kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
cpu = used.ru_utime - before.ru_utime + used.ru_stime - before.ru_stime
print(cpu, wall, kilobytes, file=open(sys.argv[1], "w"))
sys.exit(status if status >= 0 else 128 - status)`;

/**
 * CPU time of user and system with that of threads and children, wall time, in seconds, and the peak memory of the
 * largest process, in MB. Throws where the command fails.
 */
export function measure({ command, args, cwd, env }) {
  const account = path.join(tmpdir(), `scrutineer-bench-${process.pid}.account`);
  try {
    const { status, stdout, stderr, error } = spawnSync("python3", ["-c", METER, account, command, ...args], {
      cwd,
      env: { ...process.env, ...env },
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (error) throw new Error("python3 is needed to measure", { cause: error });
    if (status !== 0)
      throw new Error(`${command} ${args.join(" ")} gave ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    const [cpu, wall, kilobytes] = readFileSync(account, "utf8").trim().split(/\s+/).map(Number);
    return { cpu, wall, memory: kilobytes / 1024 };
  } finally {
    rmSync(account, { force: true });
  }
}

/** The number in the middle. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

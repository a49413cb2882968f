import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** The process that holds a lock, wherever it runs; an id that a system does not have is empty. */
export interface LockHolder {
  readonly host: string;
  /**
   * The machine's own id, that of its run since it was started, and that of the part of it in which `pid` is a process.
   */
  readonly machine: string;
  readonly boot: string;
  readonly space: string;
  readonly pid: number;
  /** When the process began, by which it is told from a later one of the same number. */
  readonly began: string;
  readonly since: string;
}

/** Says who this process is, as others that find its lock must know it. */
export function thisProcess(): LockHolder {
  return { ...thisPlace(), pid: process.pid, began: lifeOf(process.pid)?.began ?? "", since: new Date().toISOString() };
}

/** What is written into a lock, for programs and people to read. */
export function holderInLines(holder: LockHolder): string {
  return Object.entries(holder)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}

/** Reads such lines; gives nothing where they are something else. */
export function readHolder(lines: string): LockHolder | undefined {
  const [, host, machine, boot, space, pid, began, since] = LINES.exec(lines) ?? [];
  if (host === undefined || machine === undefined || boot === undefined || space === undefined) return undefined;
  if (began === undefined || since === undefined) return undefined;
  return { host, machine, boot, space, pid: Number(pid), began, since };
}

const LINES = /^host: (.*)\nmachine: (.*)\nboot: (.*)\nspace: (.*)\npid: ([1-9]\d{0,9})\nbegan: (.*)\nsince: (.*)\n$/;

/**
 * Whether a process runs. It is `elsewhere` where this one cannot see: on another computer or in another container; and
 * `running` wherever it is not certain that it has ended.
 */
export function stateOf({ host, machine, boot, space, pid, began }: LockHolder): "running" | "ended" | "elsewhere" {
  const here = thisPlace();
  if (host !== here.host || machine !== here.machine) return "elsewhere";
  if (boot !== here.boot) return machine === "" ? "elsewhere" : "ended";
  if (space !== here.space) return "elsewhere";
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return "ended";
  }
  const life = lifeOf(pid);
  if (life === undefined) return "running";
  const isLater = began !== "" && life.began !== "" && began !== life.began;
  return life.hasEnded || isLater ? "ended" : "running";
}

function thisPlace(): Pick<LockHolder, "host" | "machine" | "boot" | "space"> {
  return {
    host: hostname(),
    machine: orEmpty(() => readFileSync("/etc/machine-id", "utf8").trim()),
    boot: orEmpty(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    space: orEmpty(() => readlinkSync("/proc/self/ns/pid")),
  };
}

interface Life {
  readonly began: string;
  /** It has ended, and only its parent has not asked yet how. */
  readonly hasEnded: boolean;
}

function lifeOf(pid: number): Life | undefined {
  if (process.platform === "win32") return undefined;
  const facts = orEmpty(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  if (facts !== "") {
    // The name of the program comes before, in brackets, and may hold any character.
    const fields = facts.slice(facts.lastIndexOf(")") + 2).split(" ");
    return { began: fields[STARTED] ?? "", hasEnded: fields[0] === "Z" || fields[0] === "X" };
  }
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const said = orEmpty(() =>
    execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  return said === "" ? undefined : { began: said.trim(), hasEnded: false };
}

/** Of the fields of /proc/…/stat that follow the name, the one that holds when the process began. */
const STARTED = 19;

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

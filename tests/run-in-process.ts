import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Run } from "./compiled-cli.ts";

interface CommandLine {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
  readonly args: readonly string[];
}

const COMMAND_LINE = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

let runs = 0;
let last: Promise<unknown> = Promise.resolve();

/** Runs the command line from its sources in this process, one run after another: a process has one folder and one output. */
export function runInThisProcess(commandLine: CommandLine): Promise<Run> {
  const next = last.then(() => runAlone(commandLine));
  last = next.catch(() => {});
  return next;
}

async function runAlone({ folder, env, input, args }: CommandLine): Promise<Run> {
  const printed = { stdout: "", stderr: "" };
  const before = { folder: process.cwd(), exitCode: process.exitCode };
  const giveBack = [
    replace(process, "argv", [process.execPath, "scrutineer", ...args]),
    replaceEnvironment(env),
    replace(process, "stdin", Readable.from(input === "" ? [] : [Buffer.from(input)])),
    ...(["stdout", "stderr"] as const).map((name) =>
      replace(process[name], "write", (text: string | Uint8Array) => {
        printed[name] += typeof text === "string" ? text : Buffer.from(text).toString();
        return true;
      }),
    ),
    ...[process, process.stdout, process.stderr].map(keepListeners),
  ];
  process.exitCode = undefined;
  try {
    process.chdir(folder);
    runs += 1;
    // The query makes it another module each time, as another process would; what it imports is loaded once.
    await (await import(`${COMMAND_LINE}?run=${runs}`)).done;
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.chdir(before.folder);
    process.exitCode = before.exitCode;
    for (const back of giveBack) back();
  }
}

/** Puts a value in the place of a property, and gives what puts the old one back. */
function replace(owner: object, name: string, value: unknown): () => void {
  const old = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    if (old === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, old);
  };
}

/** Changes the variables in place, because Node takes the time zone from no others. */
function replaceEnvironment(env: Readonly<Record<string, string>>): () => void {
  const old = { ...process.env };
  const become = (wanted: NodeJS.ProcessEnv): void => {
    for (const name of Object.keys(process.env)) if (!(name in wanted)) delete process.env[name];
    Object.assign(process.env, wanted);
  };
  become(env);
  return () => become(old);
}

/** Gives what puts back the listeners that an emitter has now, and takes away those that came after. */
function keepListeners(emitter: NodeJS.EventEmitter): () => void {
  const old = emitter.eventNames().map((name) => [name, emitter.rawListeners(name)] as const);
  return () => {
    for (const name of emitter.eventNames()) {
      const kept = old.find(([one]) => one === name)?.[1] ?? [];
      for (const listener of emitter.rawListeners(name))
        if (!kept.includes(listener)) emitter.removeListener(name, listener as () => void);
    }
    for (const [name, listeners] of old)
      for (const listener of listeners)
        if (!emitter.rawListeners(name).includes(listener)) emitter.on(name, listener as () => void);
  };
}

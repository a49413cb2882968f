import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { describe, expect, it, vi } from "vitest";
import { holderInLines, type LockHolder, thisProcess } from "../../src/io/lock-holder.ts";
import { lockOutput, tryLock } from "../../src/io/output-lock.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

describe("the lock of an output folder", () => {
  it("is held by one build at a time, however the folder is written", async () => {
    const out = join(temporaryFolder(), "dist");
    const unlock = await lockOutput(out);
    await expect(lockOutput(`${out}/../dist/`)).rejects.toThrow(PublishError);
    await expect(lockOutput(out)).rejects.toThrow(/another build is writing/);
    unlock();
    (await lockOutput(out))();
  });

  it("is waited for as long as is said, and then told of", async () => {
    const out = join(temporaryFolder(), "dist");
    const said: string[] = [];
    const write = vi.spyOn(process.stderr, "write").mockImplementation((words) => said.push(String(words)) > 0);
    const unlock = await lockOutput(out);
    await expect(lockOutput(out, 1)).rejects.toThrow(/another build is writing .* \(it was not done after 1 second\)/);
    const second = lockOutput(out, Number.POSITIVE_INFINITY);
    await vi.waitFor(() => expect(said).toHaveLength(2));
    write.mockRestore();
    expect(said[1]).toMatch(/^Waiting: another build is writing to /);
    unlock();
    (await second)();
    expect(readdirSync(join(out, ".."))).toEqual([]);
  });

  it("of one folder does not keep another from being written", async () => {
    const root = temporaryFolder();
    const unlocks = [await lockOutput(join(root, "a")), await lockOutput(join(root, "b"))];
    for (const unlock of unlocks) unlock();
  });

  it("is one for all names of a folder", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "served"));
    symlinkSync(join(root, "served"), join(root, "link"));
    const unlock = await lockOutput(join(root, "served"));
    await expect(lockOutput(join(root, "link"))).rejects.toThrow(PublishError);
    unlock();
  });

  it.runIf(isThorough)("does not depend on where temporary files lie", async () => {
    const out = join(temporaryFolder(), "dist");
    vi.stubEnv("TMPDIR", temporaryFolder());
    const unlock = await lockOutput(out);
    for (const folder of [temporaryFolder(), "/nowhere", join("/tmp", "a".repeat(90))]) {
      vi.stubEnv("TMPDIR", folder);
      await expect(lockOutput(out)).rejects.toThrow(/another build is writing/);
    }
    vi.unstubAllEnvs();
    unlock();
    expect(readdirSync(join(out, ".."))).toEqual([]);
  });

  it("takes the folders with it that were made for it, unless something lies there by then", async () => {
    const root = temporaryFolder();
    (await lockOutput(join(root, "a/b/dist")))();
    expect(readdirSync(root)).toEqual([]);
    const unlock = await lockOutput(join(root, "a/b/dist"));
    mkdirSync(join(root, "a/other"));
    unlock();
    expect(readdirSync(join(root, "a"))).toEqual(["other"]);
  });

  it("is free when its process was killed", async () => {
    const out = join(temporaryFolder(), "dist");
    const input = fileURLToPath(new URL("../../src/io/output-lock.ts", import.meta.url));
    const { output } = await build({ input, platform: "node", write: false });
    const script = `${output[0].code}\nawait lockOutput(${JSON.stringify(out)}); console.log("held"); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    await expect(lockOutput(out)).rejects.toThrow(PublishError);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    (await lockOutput(out))();
  });
});

/** A process that has ended. */
const { pid: ENDED } = spawnSync("true");

describe("a lock that was left", () => {
  const cases: readonly (readonly [string, Partial<LockHolder>, "taken" | "refused"])[] = [
    ["by a process that has ended", { pid: ENDED }, "taken"],
    ["by a process that runs", {}, "refused"],
    ["by an earlier process of a number that is in use again", { began: "1" }, "taken"],
    ["on another computer, by a process of a number that is free here", { host: "elsewhere", pid: ENDED }, "refused"],
    ["on another computer of the same name", { machine: "another", pid: ENDED }, "refused"],
    ["in another container", { space: "pid:[1]", pid: ENDED }, "refused"],
    ["before this computer was started again", { machine: "m", boot: "before" }, "taken"],
    [
      "at another start of a computer that has no id of its own",
      { machine: "", boot: "before", pid: ENDED },
      "refused",
    ],
  ];
  it.each(cases)("%s", async (_what, holder, outcome) => {
    const root = temporaryFolder();
    const lock = join(root, ".dist.scrutineer-lock");
    const machine = holder.machine ?? thisProcess().machine;
    if (outcome === "taken" && holder.boot !== undefined && thisProcess().machine === "") return;
    const whole = { ...thisProcess(), ...holder, machine: holder.machine === "m" ? thisProcess().machine : machine };
    writeFiles(lock, { one: holderInLines(whole) });
    const held = tryLock(join(root, "dist"));
    if (outcome === "taken") return typeof held === "string" ? expect(held).toBe("taken") : held();
    expect(held).toMatch(/^another build is writing to /);
    expect(held).toContain(`process ${whole.pid}`);
    expect(readdirSync(lock)).toEqual(["one"]);
    if (Object.keys(holder).length > 0) expect(held).toContain(`delete ${lock}`);
  });

  it.each<[string, Record<string, string>]>([
    ["says nothing", { one: "" }],
    ["says something else", { one: "Monday" }],
    ["is cut short", { one: holderInLines(thisProcess()).slice(0, -20) }],
    ["names two", { one: holderInLines(thisProcess()), two: holderInLines(thisProcess()) }],
  ])("and %s keeps others out, and says how to get it away", (_what, files) => {
    const root = temporaryFolder();
    const lock = join(root, ".dist.scrutineer-lock");
    writeFiles(lock, files);
    expect(tryLock(join(root, "dist"))).toMatch(
      /^another build is writing to .*, or was: .*If no build is running, delete /,
    );
    expect(filesIn(lock)).toEqual(files);
  });

  it("as a file keeps others out, and as an empty folder nobody", () => {
    const root = temporaryFolder();
    writeFiles(root, { ".dist.scrutineer-lock": "" });
    expect(tryLock(join(root, "dist"))).toMatch(/If no build is running, delete /);
    mkdirSync(join(root, ".site.scrutineer-lock"));
    expect(tryLock(join(root, "site"))).toBeTypeOf("function");
  });

  it("by a process that ended and nobody asked how, is free", async () => {
    const root = temporaryFolder();
    // The shell goes on as another program, which never asks how its child ended.
    const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    const [said] = await once(parent.stdout, "data");
    const pid = Number(String(said));
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, "latin1")).toContain(") Z "));
    writeFiles(join(root, ".dist.scrutineer-lock"), { one: holderInLines({ ...thisProcess(), pid, began: "" }) });
    expect(tryLock(join(root, "dist"))).toBeTypeOf("function");
    parent.kill();
  });
});

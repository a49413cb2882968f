import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { describe, expect, it } from "vitest";
import { lockOutput } from "../../src/io/output-lock.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import { temporaryFolder } from "../content-folders.ts";

describe("the lock of an output folder", () => {
  it("is held by one build at a time, however the folder is written", async () => {
    const out = join(temporaryFolder(), "dist");
    const unlock = await lockOutput(out);
    await expect(lockOutput(`${out}/../dist/`)).rejects.toThrow(PublishError);
    await expect(lockOutput(out)).rejects.toThrow(/another build is writing/);
    unlock();
    (await lockOutput(out))();
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

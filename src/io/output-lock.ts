import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { hashOf } from "./file-hash.ts";
import { PublishError } from "./publish-error.ts";
import { realPath } from "./real-path.ts";

/**
 * Keeps other builds from writing to an output folder until the function that it gives is called, or this process has ended: what
 * holds the lock is a socket that listens, and no dead process listens. Throws `PublishError` where another build has it. On a
 * machine that lets nobody make a socket, builds go on without the lock: that is no reason to publish nothing.
 */
export async function lockOutput(outputFolder: string): Promise<() => void> {
  const address = socketFor(realPath(outputFolder));
  if (Buffer.byteLength(address) > LONGEST_ADDRESS) return () => {};
  const first = await listen(address);
  const held = first === "taken" ? await takeOver(address) : first;
  if (held === "taken") throw new PublishError(`another build is writing to ${outputFolder}: wait until it is done`);
  if (held === "no sockets") return () => {};
  held.unref();
  return () => held.close();
}

/** Systems cut longer names of sockets, some at 104 bytes, and two folders could get one name. */
const LONGEST_ADDRESS = 100;

type Held = Server | "taken" | "no sockets";

/** Sockets have short names, so the folder's is a digest. */
function socketFor(folder: string): string {
  const name = `scrutineer-${hashOf(folder).slice(0, 32)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Held> {
  return new Promise((settle) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      settle(error.code === "EADDRINUSE" ? "taken" : "no sockets"),
    );
    server.listen(address, () => settle(server));
  });
}

/** Where nobody answers, a build was killed and left its socket behind. */
async function takeOver(address: string): Promise<Held> {
  if (await isAnswered(address)) return "taken";
  try {
    rmSync(address, { force: true });
  } catch {
    // It belongs to somebody else.
    return "no sockets";
  }
  return listen(address);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(address, () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("connect", () => socket.destroy());
  });
}

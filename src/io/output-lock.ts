import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { PublishError } from "./publish-error.ts";

/**
 * Keeps other builds from writing to an output folder until the function that it gives is called, or this process has ended: what
 * holds the lock is a socket that listens, and no dead process listens. Throws `PublishError` where another build has it.
 */
export async function lockOutput(outputFolder: string): Promise<() => void> {
  const address = socketFor(resolve(outputFolder));
  const server = (await listen(address)) ?? (await takeOver(address));
  if (server === undefined)
    throw new PublishError(`another build is writing to ${outputFolder}: wait until it is done`);
  server.unref();
  return () => server.close();
}

/** Sockets have short names, so the folder's is a digest. */
function socketFor(folder: string): string {
  const name = `scrutineer-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((settle, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? settle(undefined) : fail(error),
    );
    server.listen(address, () => settle(server));
  });
}

/** Where nobody answers, a build was killed and left its socket behind. */
async function takeOver(address: string): Promise<Server | undefined> {
  if (await isAnswered(address)) return undefined;
  rmSync(address, { force: true });
  return listen(address);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(address, () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("connect", () => socket.destroy());
  });
}

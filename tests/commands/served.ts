import { spawn } from "node:child_process";
import { connect } from "node:net";
import { CLI } from "../compiled-cli.ts";

/** A server that the compiled program runs. */
export interface Served {
  readonly origin: string;
  readonly port: number;
  /** The text of a page, and how it was answered. */
  readonly get: (
    path: string,
  ) => Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
  /** What the program has printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<number | null>;
}

const running = new Set<() => Promise<number | null>>();

/** Ends every server that a test has left. */
export async function stopAll(): Promise<void> {
  for (const stop of running) await stop();
}

/** Runs `serve` or `preview` in a folder, until it says where it serves. */
export async function startServing(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...variables },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  let printed = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const found = /^Serving .* at (http:\S+?\/)[ ,]/m.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${printed}`)));
  });
  const stop = (): Promise<number | null> => {
    running.delete(stop);
    child.kill("SIGTERM");
    return ended;
  };
  running.add(stop);
  return {
    origin,
    port: Number(new URL(origin).port),
    get: async (path) => {
      const answer = await fetch(new URL(path, origin), { redirect: "manual" });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
    printed: () => printed,
    stop,
  };
}

/** What a window of a browser hears. */
export interface Heard {
  readonly event: string;
  readonly data: unknown;
}

/** Listens as the page at a path does; each call of what it gives waits for the next that it hears. */
export async function listenAt(
  served: Served,
  path: string,
): Promise<{ next: () => Promise<Heard>; close: () => void }> {
  const leaving = new AbortController();
  const { text } = await served.get(path);
  const version = /preview\.js\?version=(\d+)"/.exec(text)?.[1] ?? "";
  const asked = new URL(`_serve/events?${new URLSearchParams({ page: path, version })}`, served.origin);
  const answer = await fetch(asked, { signal: leaving.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  return {
    next: async () => {
      while (!rest.includes("\n\n")) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error("the server ended the stream");
        rest += value;
      }
      const [block = "", ...more] = rest.split("\n\n");
      rest = more.join("\n\n");
      const [, event = "", data = "null"] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      return { event, data: JSON.parse(data) };
    },
    close: () => leaving.abort(),
  };
}

/** Sends bytes as they are, which no library would, and gives the first line of the answer. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.end(text));
    socket.setEncoding("latin1").on("data", (part: string) => {
      answer += part;
    });
    socket.once("close", () => resolve(answer)).once("error", reject);
  });
}

/** Asks until the answer is as it should be: what a watched folder does next comes when it comes. */
export async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

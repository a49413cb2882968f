import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { reportOf } from "../compile-text.ts";
import { scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { sendRaw, startServing, stopAll } from "./served.ts";

// Each test starts the program as a process of its own.
vi.setConfig({ testTimeout: 60_000 });
afterEach(stopAll);

async function built(...args: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "content/site.yml": "council: Aldermere\n",
    "content/reports/2019/bus.md": reportOf({ title: "Buses" }),
    "secret.txt": "PELICAN-78",
  });
  const { code } = await scrutineer(folder, "build", "--no-pdf", "--no-search", ...args);
  expect(code).toBe(0);
  return folder;
}

/** The headers that the file for hosts gives to a path. */
function headersFor(folder: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(folder, "_headers"), "utf8").split("\n/assets/*")[0]?.split("\n").slice(1) ?? [];
  return Object.fromEntries(
    lines.flatMap((line) => [
      line
        .trim()
        .split(/: (.*)/s)
        .slice(0, 2),
    ]),
  );
}

describe("preview", () => {
  it("serves what build has made, with the headers of the file for hosts", async () => {
    const folder = await built();
    const served = await startServing(folder, ["preview", "--port", "0"]);
    expect(served.printed()).toMatch(/^Serving dist at http:\/\/127\.0\.0\.1:\d+\/, public edition; Ctrl-C ends it\n$/);
    const page = await served.get("/reports/2019/bus/");
    expect([page.status, page.text]).toEqual([
      200,
      readFileSync(join(folder, "dist/reports/2019/bus/index.html"), "utf8"),
    ]);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const expected = headersFor(join(folder, "dist"));
    expect(Object.keys(expected).length).toBeGreaterThan(2);
    for (const [name, value] of Object.entries(expected)) expect([name, page.headers.get(name)]).toEqual([name, value]);
    const style = /href="[./]*(assets\/site\.\w+\.css)"/.exec(page.text)?.[1] ?? "";
    expect((await served.get(`/${style}`)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await served.get("/reports/2019/bus/bus.json")).headers.get("content-type")).toMatch(/^application\/json/);
    const moved = await served.get("/reports/2019/bus");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/reports/2019/bus/"]);
    const missing = await served.get("/nowhere/");
    expect([missing.status, missing.text]).toEqual([404, readFileSync(join(folder, "dist/404.html"), "utf8")]);
    expect(await served.stop()).toBe(0);
  });

  it("keeps nothing of the members' edition, and shows the site that takes the place of the first", async () => {
    const folder = await built("--edition", "members", "--out", "inside");
    const served = await startServing(folder, ["preview", "inside", "--port", "0"]);
    const { headers } = await served.get("/");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow, noarchive");
    writeFiles(folder, { "content/reports/2019/tram.md": reportOf({ title: "Trams" }) });
    await scrutineer(folder, "build", "--no-pdf", "--no-search", "--edition", "members", "--out", "inside");
    expect((await served.get("/reports/2019/tram/")).status).toBe(200);
  });

  it("serves nothing else: no hidden file, no link out of the folder, no path that leads out of it", async () => {
    const folder = await built();
    writeFileSync(join(folder, "dist/.hidden"), "PELICAN-78");
    symlinkSync(join(folder, "secret.txt"), join(folder, "dist/linked.txt"));
    symlinkSync(folder, join(folder, "dist/around"));
    const served = await startServing(folder, ["preview", "--port", "0"]);
    const paths = [
      "/.hidden",
      "/linked.txt",
      "/index.html/",
      "/around/secret.txt",
      "/_headers",
      "/../secret.txt",
      "/..%2fsecret.txt",
    ];
    for (const path of [
      ...paths,
      "//secret.txt",
      "/%2e%2e/secret.txt",
      "/..\\secret.txt",
      "/%00",
      `/${"a".repeat(5000)}`,
    ]) {
      const answer = await sendRaw(
        served.port,
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: close\r\n\r\n`,
      );
      expect([path, /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]]).toEqual([path, expect.stringMatching(/^40[04]$/)]);
      expect(answer).not.toContain("PELICAN");
    }
    const host = await sendRaw(served.port, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    expect(host).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("says what to do where there is no site", async () => {
    const { code, stderr } = await scrutineer(temporaryFolder(), "preview");
    expect([code, stderr]).toEqual([
      2,
      "error: dist has no site that scrutineer made: run npx scrutineer build first, or name the folder that it was made in\n",
    ]);
  });
});

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { type Run, scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { rows } from "../lane.ts";

const FLAGS = ["--no-pdf", "--no-search"];
const MEETING = { committee: "Children", meeting: "2019-04-08" };
const WITHHELD = reportOf(
  {
    ...MEETING,
    title: "Contract award",
    confidential: "{paragraphs: [3]}",
    annexes: "[{title: Bids, file: b/tamarisk.csv}]",
  },
  "The bid of Tamarisk is in Annex A.\n",
);

const CONTENT: Readonly<Record<string, string>> = {
  "content/site.yml": "council: Aldermere\nbase-url: https://scrutiny.example/\n",
  "content/reports/2019/a.md": reportOf({ ...MEETING, title: "Buses" }),
  "content/reports/2019/b.md": WITHHELD,
  "content/reports/2019/b/tamarisk.csv": "Depot,Costs\n1,2\n",
};

async function built(...flags: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(folder, CONTENT);
  const { code, stderr } = await scrutineer(folder, "build", ...FLAGS, ...flags);
  expect(code, stderr).toBe(0);
  return folder;
}

const verify = (folder: string, site: string, ...flags: readonly string[]): Promise<Run> =>
  scrutineer(folder, "verify", site, ...FLAGS, ...flags);

describe("the manifest of a site", () => {
  it("says what each other file is, and is written where it is asked for alone", async () => {
    const folder = await built("--manifest");
    const { "manifest.json": text = "", ...files } = filesIn(join(folder, "dist"));
    const sums = Object.entries(files).map(([path, bytes]) => ({
      path,
      sha256: createHash("sha256").update(Buffer.from(bytes, "latin1")).digest("hex"),
      bytes: bytes.length,
    }));
    expect(sums.length).toBeGreaterThan(15);
    expect(JSON.parse(text)).toEqual({ generator: "scrutineer", edition: "public", files: sums });
    const again = await scrutineer(folder, "build", ...FLAGS);
    expect(again.stderr).toContain("Published 1 report");
    expect(existsSync(join(folder, "dist/manifest.json"))).toBe(false);
  });

  it("is the same, whatever a withheld report holds", async () => {
    const folder = await built("--manifest");
    const before = readFileSync(join(folder, "dist/manifest.json"), "utf8");
    expect(before).not.toMatch(/tamarisk/i);
    writeFiles(folder, { "content/reports/2019/b.md": WITHHELD.replace("Tamarisk", "Somebody else") });
    expect((await scrutineer(folder, "build", ...FLAGS, "--manifest")).code).toBe(0);
    expect(readFileSync(join(folder, "dist/manifest.json"), "utf8")).toBe(before);
  });
});

describe("a folder that is compared with the content", () => {
  it.each([[[]], [["--manifest"]]])("is the same when it was built of it, with %j", async (flags) => {
    const folder = await built(...flags);
    const before = filesIn(folder);
    const run = await verify(folder, "dist");
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).not.toContain("other options");
    expect(run.stderr).toMatch(/^dist is what the content makes, \d+ files: [\d.]+ s\n$/);
    expect(filesIn(folder)).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.includes("scrutineer-verify"))).toEqual([]);
  });

  it("differs where a file is missing, is another, or should not be there", async () => {
    const folder = await built("--manifest");
    const dist = join(folder, "dist");
    rmSync(join(dist, "feed.xml"));
    writeFileSync(join(dist, "reports/2019/a/index.html"), "x");
    writeFileSync(join(dist, "reports/2019/a/old.pdf"), "x");
    symlinkSync("/etc/hostname", join(dist, "link"));
    writeFileSync(join(dist, "index.html"), readFileSync(join(dist, "index.html"), "utf8").replace("Buses", "Bused"));
    const run = await verify(folder, "dist");
    expect(run.stdout.split("\n").slice(0, -1)).toEqual([
      "missing  feed.xml",
      "other    index.html",
      "more     link",
      "other    reports/2019/a/index.html",
      "more     reports/2019/a/old.pdf",
    ]);
    expect(run.stderr).toMatch(
      /^dist: 1 file is missing, 2 files are other .*, 2 files are there that should not be: /,
    );
    expect(run.stderr).toContain("Was the site built with other options");
    expect(run.code).toBe(1);
  });

  it("differs where its manifest is that of another site", async () => {
    const folder = await built("--manifest");
    const path = join(folder, "dist/manifest.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"bytes": \d+/, '"bytes": 1'));
    expect(await verify(folder, "dist")).toMatchObject({ code: 1, stdout: "other    manifest.json\n" });
  });

  it("differs where a report was published that is withheld by now", async () => {
    const folder = await built();
    writeFiles(folder, {
      "content/reports/2019/a.md": reportOf({ ...MEETING, title: "Buses", confidential: "{paragraphs: [3]}" }),
    });
    const run = await verify(folder, "dist");
    expect(run.stdout).toContain("more     reports/2019/a/a.json\n");
    expect(run.code).toBe(1);
  });

  it("is not compared where the content has errors, and these are shown", async () => {
    const folder = await built();
    writeFiles(folder, { "content/reports/2019/c.md": "---\ntitle: C\n---\n\nText.\n" });
    const run = await verify(folder, "dist");
    expect(run.stderr).toMatch(/c\.md:1:1 {2}error/);
    expect(run.stderr).toMatch(/^Nothing was compared with dist: \d+ errors?, /m);
    expect(run.stderr).not.toContain("scrutineer-verify");
    expect(run.code).toBe(1);
    expect(await verify(folder, "dist", "--keep-going")).toMatchObject({ code: 0 });
  });

  it("of the members' edition differs in files that are counted, and not named", async () => {
    const folder = await built("--edition", "members");
    const site = join(folder, "dist-members");
    expect(await verify(folder, "dist-members", "--edition", "members")).toMatchObject({ code: 0 });
    rmSync(join(site, "reports/2019/b/tamarisk.csv"));
    const run = await verify(folder, "dist-members", "--edition", "members");
    expect(run.stdout + run.stderr).not.toContain("tamarisk");
    expect(run.stderr).toMatch(/^dist-members: 1 file is missing: /);
    expect(run.code).toBe(1);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["is not there", ["nowhere"], /^error: there is no folder nowhere\n$/],
    ["is an address without its beginning", ["a.example/x/"], /; if the address .* write https:\/\/a\.example\/x\/\n$/],
    ["holds no site", ["content"], /^error: content holds no site that scrutineer has made/],
    ["holds the other edition", ["dist", "--edition", "members"], /^error: dist holds the public edition, and was/],
    ["is no address either", ["ftp://a.example/"], /^error: ftp:\/\/a\.example\/ is no address of a site/],
    [
      "is an address with a password",
      ["https://me:pelican@a.example/"],
      /^error: the address has a name or a password/,
    ],
    [
      "is a page of a site",
      ["https://a.example/?page=1"],
      /^error: https:.* is the address of something within a site/,
    ],
  ])("is refused where it %s", async (_what, [site = "", ...flags], words) => {
    const folder = await built();
    const run = await verify(folder, site, ...flags);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toContain("pelican");
    expect([run.code, run.stdout]).toEqual([2, ""]);
  });
});

type Host = (path: string, response: ServerResponse, asked: IncomingMessage) => void;

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A host that shows a folder below a path, as hosts do; `before` may answer otherwise. Gives its address. */
async function host(root: string, before: Host = () => {}): Promise<string> {
  const server = createServer((asked, response) => {
    const path = decodeURIComponent((asked.url ?? "").replace(/^\/scrutiny\//, ""));
    before(path, response, asked);
    if (response.headersSent || response.destroyed) return;
    const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const file = join(root, name);
    const isThere = name !== "_headers" && existsSync(file) && statSync(file).isFile();
    response.writeHead(isThere ? 200 : 404);
    response.end(readFileSync(isThere ? file : join(root, "404.html")));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the host of this test has no port");
  return `http://127.0.0.1:${address.port}/scrutiny/`;
}

describe("an address that is compared with the content", () => {
  it("is the same where the host shows what was built", async () => {
    const folder = await built("--manifest");
    const site = await host(join(folder, "dist"));
    for (const address of [site, site.slice(0, -1), `${site}index.html`]) {
      const run = await verify(folder, address);
      expect(run).toMatchObject({ code: 0, stdout: "" });
      expect(run.stderr).toContain("is what the content makes");
      expect(run.stderr).toContain("_headers is not shown by hosts, and was not compared.");
      expect(run.stderr).not.toContain("There is no manifest.json");
    }
  });

  it("differs where a file is missing, is another, is cut short or goes on", async () => {
    const folder = await built();
    const site = await host(join(folder, "dist"), (path, response) => {
      if (path === "feed.xml") response.writeHead(404).end();
      if (path === "index.html" || path === "") response.writeHead(200).end("x");
      if (path === "robots.txt") response.writeHead(200).end("User-agent");
      if (path !== "reports.json") return;
      response.writeHead(200);
      // It never ends by itself.
      const more = (): boolean => response.write("x".repeat(10_000)) && more();
      response.on("drain", more);
      more();
    });
    const run = await verify(folder, site);
    expect(run.stdout.split("\n").slice(0, -1)).toEqual([
      "missing  feed.xml",
      "other    index.html",
      "other    reports.json",
      "other    robots.txt",
    ]);
    expect(run.stderr).toContain("There is no manifest.json");
    expect(run.code).toBe(1);
  });

  it.each([
    ["public", "members", /shows the public edition, and .* members' edition: name the other with --edition$/m],
    ["members", "public", /shows the members' edition, and .*: if anybody can open it without a login, take it down/],
  ] as const)(
    "is said where it shows the %s edition, and the %s is meant, before a site is made",
    async (there, meant, words) => {
      const folder = await built("--edition", there);
      const site = await host(join(folder, there === "public" ? "dist" : "dist-members"));
      writeFiles(folder, { "content/site.yml": "council: [\n" });
      const run = await verify(folder, site, "--edition", meant);
      expect(run.stderr).toMatch(words);
      expect(run).toMatchObject({ code: 2, stdout: "" });
    },
  );

  it("differs where it still has what was taken down, by its manifest or by the addresses of withheld reports", async () => {
    const folder = await built("--manifest");
    const old = join(folder, "old");
    writeFiles(old, filesIn(join(folder, "dist")));
    writeFiles(old, { "reports/2019/b/b.pdf": "x" });
    writeFiles(folder, {
      "content/reports/2019/a.md": reportOf({ ...MEETING, title: "Buses", confidential: "{paragraphs: [3]}" }),
    });
    const asked: string[] = [];
    const site = await host(old, (path) => asked.push(path));
    const run = await verify(folder, site);
    expect(run.stdout).toContain("more     reports/2019/a/a.json\n");
    expect(run.stdout).toContain("more     reports/2019/b/b.pdf\n");
    expect(run.code).toBe(1);
    // The host, and whoever reads its log, is not told the names of what is withheld.
    expect(asked.filter((path) => /tamarisk/i.test(path))).toEqual([]);
  });

  it("follows where the host leads on within itself, and tries again where it fails for now", async () => {
    const folder = await built();
    let failures = 2;
    const site = await host(join(folder, "dist"), (path, response) => {
      if (path === "404.html") response.writeHead(301, { Location: "404" }).end();
      if (path === "404") response.writeHead(200).end(readFileSync(join(folder, "dist/404.html")));
      if (path !== "robots.txt" || failures === 0) return;
      failures -= 1;
      if (failures === 0) response.destroy();
      else response.writeHead(503).end();
    });
    expect(await verify(folder, site)).toMatchObject({ code: 0, stdout: "" });
    expect(failures).toBe(0);
  });

  const refusals: readonly (readonly [string, (response: ServerResponse) => void, RegExp])[] = [
    [
      "leads on to another host",
      (response) => response.writeHead(302, { Location: "http://localhost:1/in" }).end(),
      /leads on to another/,
    ],
    ["leads on and on", (response) => response.writeHead(302, { Location: "robots.txt" }).end(), /leads on and on/],
    ["asks for a login", (response) => response.writeHead(401).end(), /refuses it \(401\)/],
    ["fails each time", (response) => response.writeHead(500).end(), /answers with an error \(500\)/],
    ["ends the connection", (response) => response.destroy(), /ended the connection/],
  ];
  it.each(rows(refusals, 4))("is not known to be the same where the host %s", async (_what, answer, why) => {
    const folder = await built();
    const site = await host(join(folder, "dist"), (path, response) => {
      if (path === "robots.txt") answer(response);
    });
    const run = await verify(folder, site);
    expect(run.stdout).toMatch(/^unread {3}robots\.txt: /);
    expect(run.stdout).toMatch(why);
    expect(run.stderr).toContain(": 1 file could not be read: ");
    expect(run.code).toBe(2);
  });

  it("is said not to be searched for more where the host answers for everything", async () => {
    const folder = await built();
    const site = await host(join(folder, "dist"), (path, response) => {
      if (!existsSync(join(folder, "dist", path))) response.writeHead(200).end("Here!");
    });
    const run = await verify(folder, site);
    expect(run.stderr).toContain("The host answers for pages that are not there");
    expect(run.code).toBe(0);
  });

  it("cannot be read where nothing answers, and that is said in words", async () => {
    const folder = await built();
    const site = await host(join(folder, "dist"));
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const run = await verify(folder, site);
    expect(run.stderr).toBe(`error: ${site} cannot be read: nothing answers there\n`);
    expect([run.code, run.stdout]).toEqual([2, ""]);
  });
});

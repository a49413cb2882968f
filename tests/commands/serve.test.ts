import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { IncomingMessage, ServerResponse } from "node:http";
import { createServer, Socket } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { previewOf } from "../../src/commands/serve.ts";
import { siteInMemory } from "../../src/commands/site-in-memory.ts";
import { ContentFolderError } from "../../src/io/content-folder-error.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import { reportOf } from "../compile-text.ts";
import { scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";
import { listenAt, type Served, sendRaw, startServing, stopAll, until } from "./served.ts";

afterEach(stopAll);

const CANARY = "PELICAN-77";

const FILES = {
  "content/site.yml": "council: Aldermere Borough Council\ncommittees: [{id: children, name: Children}]\n",
  "content/reports/2019/bus.md": reportOf({ title: "Buses" }, "The first bus.\n\nThe second bus.\n"),
  "content/reports/2019/tram.md": reportOf({ title: "Trams" }, "A tram, as in [the other](bus.md#para-2).\n"),
  "content/reports/2019/early.md": reportOf({ title: "Early thoughts", draft: "true" }, "Not ready.\n"),
  "content/reports/2019/price.md": reportOf(
    { title: "A price", confidential: "{paragraphs: [3], reason: It names a price}" },
    `The price is ${CANARY}.\n`,
  ),
  "content/pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
};

const BUS = "content/reports/2019/bus.md";
const AT_BUS = "/reports/2019/bus/";

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, { ...FILES, ...files });
  return folder;
}

function serve(folder: string, ...args: readonly string[]): Promise<Served> {
  return startServing(folder, ["serve", "--port", "0", ...args]);
}

const save = (folder: string, path: string, text: string): void => writeFileSync(join(folder, path), text);

describe("what serve shows", () => {
  it("is the site, with drafts and withheld reports, which it marks", async () => {
    const folder = folderWith();
    const before = filesIn(folder);
    const served = await serve(folder);
    expect(served.printed()).toMatch(/^Serving content at http:\/\/127\.0\.0\.1:\d+\/, public edition with drafts; /m);
    const bus = await served.get(AT_BUS);
    expect([bus.status, bus.text]).toEqual([200, expect.stringContaining("The first bus.")]);
    expect(bus.text).not.toContain('<p class="preview-mark"');
    const draft = await served.get("/reports/2019/early/");
    expect(draft.text).toContain('data-mark="draft">Draft: this report is published only after');
    expect((await served.get("/reports/")).text).toContain("Early thoughts");
    const stub = await served.get("/reports/2019/price/");
    expect(stub.text).toContain('data-mark="withheld">Withheld: this is all that the public is told');
    expect(stub.text).not.toContain(CANARY);
    expect(await served.stop()).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  it("adds to its pages alone what shows them again, and tells browsers to keep nothing", async () => {
    const served = await serve(folderWith());
    const { text, headers } = await served.get(AT_BUS);
    expect(text).toMatch(/<script src="\/_serve\/preview\.js\?version=\d+" defer><\/script>/);
    expect(text).not.toContain('http-equiv="Content-Security-Policy"');
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(headers.get("cache-control")).toBe("no-store");
    for (const path of ["/_serve/preview.js", "/_serve/preview.css"])
      expect((await served.get(path)).text).toContain("scrutineer serve");
    const build = await scrutineer(folderWith(), "build", "--no-pdf", "--no-search", "--out", "dist");
    expect(build.code).toBe(0);
  });

  it.runIf(isThorough)("has where each paragraph was written, in what a page hears and in no page", async () => {
    const folder = folderWith();
    const served = await serve(folder);
    const { next, close } = await listenAt(served, AT_BUS);
    const place = { path: "reports/2019/bus.md", line: expect.any(Number) };
    const { event, data } = await next();
    expect([event, data]).toEqual([
      "state",
      expect.objectContaining({ writtenAt: { "para-1": place, "para-2": place } }),
    ]);
    const line = readFileSync(join(folder, BUS), "utf8").split("\n").indexOf("The second bus.") + 1;
    expect(data).toHaveProperty(["writtenAt", "para-2", "line"], line);
    expect(data).toHaveProperty("marks", {
      "/reports/2019/early/": "draft",
      "/reports/2019/price/": "withheld",
    });
    expect((await served.get(AT_BUS)).text).not.toContain("bus.md");
    close();
    await scrutineer(folder, "build", "--no-pdf", "--no-search");
    expect(
      Object.entries(filesIn(join(folder, "dist"))).filter(([, text]) => /bus\.md|_serve|Early/.test(text)),
    ).toEqual([]);
  });

  it("is the members' edition where that is asked for, and nothing withheld otherwise", async () => {
    const folder = folderWith();
    const members = await serve(folder, "--edition", "members");
    expect((await members.get("/reports/2019/price/")).text).toContain(CANARY);
    await members.stop();
    const open = await serve(folder);
    for (const path of ["/", "/reports/", "/reports.json", "/reports/2019/price/", "/reports/2019/price/price.json"])
      expect((await open.get(path)).text).not.toContain(CANARY);
    const { next, close } = await listenAt(open, "/reports/2019/price/");
    expect(JSON.stringify(await next())).not.toContain(CANARY);
    close();
    expect(open.printed()).not.toContain(CANARY);
  });

  it.runIf(isThorough)("lies below the path that base-url has, and the root leads there", async () => {
    const served = await serve(
      folderWith({ "content/site.yml": "council: Aldermere\nbase-url: https://council.example/scrutiny/\n" }),
    );
    const root = await served.get("/");
    expect([root.status, root.headers.get("location")]).toEqual([302, "/scrutiny/"]);
    expect((await served.get("/scrutiny/reports/2019/bus/")).status).toBe(200);
    expect((await served.get("/reports/2019/bus/")).status).toBe(404);
  });

  it.runIf(isThorough)("says how a PDF is made that it does not make", async () => {
    const served = await serve(folderWith());
    const { status, text } = await served.get("/reports/2019/bus/bus.pdf");
    expect([status, text]).toEqual([404, expect.stringContaining("scrutineer pdf content/reports/2019/bus.md")]);
  });
});

describe("when a file is saved", () => {
  it("the page of it is loaded again, and other windows go there", async () => {
    const folder = folderWith();
    const served = await serve(folder);
    const [here, home] = [await listenAt(served, AT_BUS), await listenAt(served, "/")];
    expect([(await here.next()).event, (await home.next()).event]).toEqual(["state", "state"]);
    save(folder, BUS, reportOf({ title: "Buses" }, "Another bus.\n\nThe second bus.\n"));
    expect(await here.next()).toEqual({ event: "reload", data: "" });
    expect(await home.next()).toEqual({ event: "go", data: AT_BUS });
    expect((await served.get(AT_BUS)).text).toContain("Another bus.");
    here.close();
    home.close();
  });

  it.runIf(isThorough)("a picture that is another one at the same address is loaded again", async () => {
    const drawing = (colour: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${colour}" d="M0 0h9v9z"/></svg>\n`;
    const folder = folderWith({
      [BUS]: reportOf({ title: "Buses" }, "A bus.\n\n![A line](../../shared/line.svg)\n"),
      "content/shared/line.svg": drawing("#111111"),
    });
    const served = await serve(folder);
    const { next, close } = await listenAt(served, AT_BUS);
    await next();
    expect((await served.get("/shared/line.svg")).text).toContain("#111111");
    save(folder, "content/shared/line.svg", drawing("#222222"));
    expect((await next()).event).toBe("reload");
    const { text, headers } = await served.get("/shared/line.svg");
    expect([text, headers.get("content-type")]).toEqual([expect.stringContaining("#222222"), "image/svg+xml"]);
    close();
  });

  it("a report with an error shows what is wrong at its own address, and the others are there", async () => {
    const folder = folderWith();
    const served = await serve(folder);
    const { next, close } = await listenAt(served, AT_BUS);
    await next();
    save(folder, BUS, reportOf({ title: "Buses" }, "A <b>bold</b> bus.\n\nThe second bus.\n"));
    expect((await next()).event).toBe("reload");
    const broken = await served.get(AT_BUS);
    expect(broken.text).toContain('data-mark="broken"');
    expect(broken.text).toMatch(/content\/reports\/2019\/bus\.md:\d+:3<\/code>/);
    expect((await served.get("/reports/2019/tram/")).text).toContain("A tram, as in");
    expect((await served.get("/reports/")).text).not.toContain("Buses");
    save(folder, BUS, FILES[BUS]);
    expect((await next()).event).toBe("reload");
    expect((await served.get(AT_BUS)).text).toContain("The first bus.");
    close();
  });

  it("one that can no longer be read is shown as broken, and what a page about it says quotes nothing", async () => {
    const folder = folderWith();
    const served = await serve(folder);
    save(folder, "content/reports/2019/price.md", `---\nconfidentail: yes\ntitle: [\n---\n\n${CANARY}\n`);
    const page = await until(
      () => served.get("/reports/2019/price/"),
      ({ text }) => text.includes('data-mark="broken"'),
    );
    expect(page.text).not.toContain(CANARY);
    writeFileSync(join(folder, "content/reports/2019/bytes.md"), Buffer.from([0x2d, 0xff, 0x00]));
    await until(
      () => served.get("/reports/2019/bytes/"),
      ({ text }) => text.includes('data-mark="broken"'),
    );
  });

  it.runIf(isThorough)("deleting, renaming and making files, and the whole folder, change what is there", async () => {
    const folder = folderWith();
    const served = await serve(folder);
    const isStatus =
      (wanted: number) =>
      ({ status }: { readonly status: number }): boolean =>
        status === wanted;
    renameSync(join(folder, BUS), join(folder, "content/reports/2019/coach.md"));
    await until(() => served.get("/reports/2019/coach/"), isStatus(200));
    expect((await served.get(AT_BUS)).status).toBe(404);
    rmSync(join(folder, "content/reports/2019/coach.md"));
    await until(() => served.get("/reports/2019/coach/"), isStatus(404));
    renameSync(join(folder, "content"), join(folder, "elsewhere"));
    await until(
      async () => served.printed(),
      (text) => /error: .*content/.test(text),
    );
    expect((await served.get("/about/")).text).toContain("Words.");
    renameSync(join(folder, "elsewhere"), join(folder, "content"));
    save(folder, BUS, FILES[BUS]);
    await until(() => served.get(AT_BUS), isStatus(200));
    expect(await served.stop()).toBe(0);
  });

  it.runIf(isThorough)(
    "a broken site.yml leaves the site as it was, and says so, until it is right again",
    async () => {
      const folder = folderWith();
      const served = await serve(folder);
      const { next, close } = await listenAt(served, AT_BUS);
      await next();
      save(folder, "content/site.yml", "council: [\n");
      const { event, data } = await next();
      expect(event).toBe("state");
      expect(data).toMatchObject({ worst: "error", problem: expect.stringContaining("site.yml has an error") });
      expect((await served.get("/")).text).toContain("Aldermere Borough Council");
      save(folder, "content/site.yml", "council: Sallow District Council\n");
      expect((await next()).event).toBe("reload");
      expect((await served.get("/")).text).toContain("Sallow District Council");
      close();
    },
  );

  it.runIf(isThorough)(
    "a template and styles of the site's own are shown when they are saved, and while one is broken the site is as before",
    async () => {
      const folder = folderWith();
      const served = await serve(folder);
      const { next, close } = await listenAt(served, "/");
      await next();
      const own = readFileSync("templates/home.hbs", "utf8");
      const TEMPLATE = "content/templates/home.hbs";
      const noticed = own.replace("</header>", "<p>Autumn.</p></header>");
      writeFiles(folder, { [TEMPLATE]: noticed });
      expect((await next()).event).toBe("reload");
      expect((await served.get("/")).text).toContain("<p>Autumn.</p>");
      save(folder, TEMPLATE, noticed.replace("{{lead}}", "{{leed}"));
      expect(await next()).toMatchObject({
        event: "state",
        data: {
          worst: "error",
          problem: expect.stringContaining("templates/home.hbs has an error"),
          findings: expect.arrayContaining([expect.objectContaining({ where: "content/templates/home.hbs:6:23" })]),
        },
      });
      expect((await served.get("/")).text).toContain("<p>Autumn.</p>");
      save(folder, TEMPLATE, noticed.replace("Autumn", "Winter"));
      expect((await next()).event).toBe("reload");
      expect((await served.get("/")).text).toContain("<p>Winter.</p>");
      save(folder, "content/custom.css", "h1 { color: maroon; }\n");
      expect((await next()).event).toBe("reload");
      const [sheet = ""] = /assets\/custom\.\w+\.css/.exec((await served.get("/")).text) ?? [];
      expect((await served.get(`/${sheet}`)).text).toBe("h1 { color: maroon; }\n");
      rmSync(join(folder, TEMPLATE));
      expect((await next()).event).toBe("reload");
      expect((await served.get("/")).text).not.toContain("Winter");
      close();
    },
  );

  it.runIf(isThorough)("a template that is broken from the beginning stops nothing", async () => {
    const served = await serve(folderWith({ "content/templates/home.hbs": "{{#if" }));
    expect((await served.get("/")).text).toContain("Aldermere Borough Council");
  });

  it.runIf(isThorough)("a site.yml that is broken from the beginning stops nothing", async () => {
    const served = await serve(folderWith({ "content/site.yml": "council: [\n" }));
    expect((await served.get(AT_BUS)).text).toContain("The first bus.");
  });

  it("a broken template is said where it is, and what was made before stays", async () => {
    const folder = folderWith();
    const sound = readTemplates();
    let templates = sound;
    const look = siteInMemory({
      folder: join(folder, "content"),
      edition: "public",
      asOf: undefined,
      templates: () => templates,
    });
    const preview = previewOf(folder, "public", look, { format: "pretty", color: false, quiet: true });
    await preview.refresh();
    templates = {
      ...sound,
      render: (name, view) => {
        if (name === "report") throw new Error("Parse error on line 3 of report.hbs");
        return sound.render(name, view);
      },
    };
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await preview.refresh();
    expect(write.mock.calls.flat().join("")).toMatch(
      /error: no page can be made with the template report\.hbs: Parse error on line 3/,
    );
    write.mockRestore();
    templates = sound;
    await preview.refresh();
  });

  it("content that changes while it is first looked at stops nothing: it is looked at again", async () => {
    const folder = folderWith();
    const options = { edition: "public", asOf: undefined, templates: readTemplates } as const;
    const look = siteInMemory({ folder: join(folder, "content"), ...options });
    let isChanging = true;
    const preview = previewOf(
      folder,
      "public",
      () => (isChanging ? Promise.reject(new ContentFolderError("a.md was changed")) : look()),
      { format: "pretty", color: false, quiet: true },
    );
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const ask = { path: AT_BUS.slice(1), query: new URLSearchParams(), asked: new IncomingMessage(new Socket()) };
    const answerNow = () => preview.respond(ask, new ServerResponse(ask.asked));
    await preview.refresh();
    expect(await answerNow()).toMatchObject({ status: 503, body: expect.stringContaining("a.md was changed") });
    isChanging = false;
    await preview.refresh();
    expect(await answerNow()).toMatchObject({ status: 200, body: expect.stringContaining("The first bus.") });
    write.mockRestore();
  });

  it("a file that the system does not let it read is answered for in words", async () => {
    const file = "content/reports/2019/bus/costs.csv";
    const folder = folderWith({
      "content/reports/2019/bus.md": reportOf({ annexes: "[{title: Costs, file: bus/costs.csv}]" }, "See Annex A.\n"),
      [file]: "A,B\n1,2\n",
    });
    const content = join(folder, "content");
    const look = siteInMemory({ folder: content, edition: "public", asOf: undefined, templates: readTemplates });
    const preview = previewOf(content, "public", look, { format: "pretty", color: false, quiet: true });
    await preview.refresh();
    const asked = new IncomingMessage(new Socket());
    const ask = { path: "reports/2019/bus/costs.csv", query: new URLSearchParams(), asked };
    expect(await preview.respond(ask, new ServerResponse(asked))).toMatchObject({ status: 200 });
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    const words = expect.stringMatching(/costs\.csv is a folder, where a file is expected/);
    expect(await preview.respond(ask, new ServerResponse(asked))).toMatchObject({ status: 503, body: words });
  });

  it("what is made after many changes is what is made anew", async () => {
    const folder = folderWith();
    const make = () =>
      siteInMemory({ folder: join(folder, "content"), edition: "public", asOf: undefined, templates: readTemplates });
    const look = make();
    const texts = [
      reportOf({ title: "Buses" }, "One.\n"),
      reportOf({ title: "Buses", confidential: "{paragraphs: [3], reason: So}" }, "One.\n\nTwo.\n"),
      reportOf({ title: "Buses", draft: "true" }, "A <b>b</b>\n"),
      reportOf({ title: "Buses" }, ":::exempt{paragraphs=3}\nOne.\n\nTwo.\n:::\n\nThree.\n"),
      reportOf({ title: "Buses" }, "One.\n\nTwo, as [before](tram.md#para-1).\n"),
    ];
    for (const text of texts) {
      save(folder, BUS, text);
      const [again, anew] = [await look(), await make()()];
      expect([...again.files.values()]).toEqual([...anew.files.values()]);
      expect(again.findings).toEqual(anew.findings);
      expect([...again.pages]).toEqual([...anew.pages]);
    }
  });
});

describe("the port", () => {
  it.runIf(isThorough)("is the next one where it is taken, unless it must be this one", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(address !== null && typeof address === "object" ? address.port : 0);
      }),
    );
    const folder = folderWith();
    const served = await startServing(folder, ["serve", "--port", String(port)]);
    expect(served.port).toBeGreaterThan(port);
    expect(served.printed()).toContain(`(port ${port} is in use)`);
    const strict = await scrutineer(folder, "serve", "--port", String(port), "--strict-port");
    expect([strict.code, strict.stderr]).toEqual([2, expect.stringContaining(`port ${port} is in use: name another`)]);
    taken.close();
  });

  it("is a number, and the folder one that is there", async () => {
    const folder = folderWith();
    const wrong = await scrutineer(folder, "serve", "--port", "high");
    expect([wrong.code, wrong.stderr]).toEqual([2, "error: --port takes a number from 0 to 65535, not high\n"]);
    expect((await scrutineer(folder, "serve", "nowhere", "--port", "0")).code).toBe(2);
  });
});

describe("what comes from elsewhere", () => {
  const request = (line: string, host: string, ...more: readonly string[]): string =>
    [line, `Host: ${host}`, ...more, "Connection: close", "", ""].join("\r\n");

  it("is refused: other hosts' names, methods, and paths that could mean two things", async () => {
    const folder = folderWith({ "secret.txt": CANARY });
    const served = await serve(folder);
    const host = `127.0.0.1:${served.port}`;
    const cases: readonly (readonly [string, number])[] = [
      [request("GET / HTTP/1.1", host), 200],
      [request("GET / HTTP/1.1", `localhost:${served.port}`), 200],
      [request("GET / HTTP/1.1", "evil.example"), 403],
      [request("GET / HTTP/1.1", `evil.example:${served.port}`), 403],
      [request("GET / HTTP/1.1", "127.0.0.1"), 403],
      [request("GET / HTTP/1.1", ""), 403],
      [request("GET / HTTP/1.1", host, "Host: evil.example"), 403],
      ["GET / HTTP/1.0\r\n\r\n", 403],
      [request("GET / HTTP/1.1", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"), 403],
      [request("GET / HTTP/1.1", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"), 200],
      [request("POST / HTTP/1.1", host), 405],
      [request("PUT /reports/ HTTP/1.1", host), 405],
      [request("DELETE / HTTP/1.1", host), 405],
      [request("OPTIONS * HTTP/1.1", host), 405],
      [request("TRACE / HTTP/1.1", host), 405],
      [request("GET http://evil.example/ HTTP/1.1", host), 400],
      [request("GET //evil.example/ HTTP/1.1", host), 400],
      [request("GET /..%2f..%2fsecret.txt HTTP/1.1", host), 400],
      [request("GET /../secret.txt HTTP/1.1", host), 400],
      [request("GET /reports/../../secret.txt HTTP/1.1", host), 400],
      [request("GET /%2e%2e/secret.txt HTTP/1.1", host), 400],
      [request("GET /..\\secret.txt HTTP/1.1", host), 400],
      [request("GET /..%5Csecret.txt HTTP/1.1", host), 400],
      [request("GET /%00 HTTP/1.1", host), 400],
      [request("GET /a%0Ab HTTP/1.1", host), 400],
      [request("GET /%zz HTTP/1.1", host), 400],
      [request("GET /%ff HTTP/1.1", host), 400],
      [request("GET /secret.txt HTTP/1.1", host), 404],
      [request("GET /content/reports/2019/bus.md HTTP/1.1", host), 404],
      [request("GET /reports/2019/bus.md HTTP/1.1", host), 404],
      [request("GET /_headers HTTP/1.1", host), 404],
      [request("GET /__proto__/ HTTP/1.1", host), 404],
      [request(`GET /${"a".repeat(8000)} HTTP/1.1`, host), 404],
      [request("GET /_serve/open?path=site.yml HTTP/1.1", host), 403],
    ];
    for (const [text, status] of cases) {
      const answer = await sendRaw(served.port, text);
      expect([text, Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])]).toEqual([text, status]);
      expect(answer).not.toContain(CANARY);
    }
    const head = await sendRaw(served.port, request("HEAD / HTTP/1.1", host));
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n$/);
    for (const noise of ["\r\n", "\0\0\0", "GET", `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\n\r\n`])
      await sendRaw(served.port, noise);
    expect((await served.get("/")).status).toBe(200);
  });

  it("opens no file in the editor that is none of the content's, and none for another site", async () => {
    const folder = folderWith({ "editor.mjs": "" });
    const opened = join(folder, "opened.txt");
    const editor = join(folder, "editor.sh");
    writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${opened}\n`);
    chmodSync(editor, 0o755);
    const served = await startServing(folder, ["serve", "--port", "0"], { LAUNCH_EDITOR: editor });
    const { next, close } = await listenAt(served, AT_BUS);
    const { data } = await next();
    const token = typeof data === "object" && data !== null && "token" in data ? String(data.token) : "";
    close();
    const open = (path: string, typed = token): Promise<{ readonly status: number }> =>
      served.get(`/_serve/open?${new URLSearchParams({ token: typed, path, line: "7", column: "2" })}`);
    expect((await open("reports/2019/bus.md", "")).status).toBe(403);
    for (const path of ["../secret.txt", "/etc/passwd", "reports/2019/../../../editor.sh", "nowhere.md", ""])
      expect([path, (await open(path)).status]).toEqual([path, 404]);
    expect(existsSync(opened)).toBe(false);
    expect((await open("reports/2019/bus.md")).status).toBe(204);
    const words = await until(
      async () => (existsSync(opened) ? readFileSync(opened, "utf8") : ""),
      (text) => text.endsWith("\n"),
    );
    expect(words).toContain("content/reports/2019/bus.md");
  });
});

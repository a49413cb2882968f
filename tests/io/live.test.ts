import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { holdOutput } from "../../src/io/hold-output.ts";
import { refuseWithoutLinks } from "../../src/io/live-releases.ts";
import { publish as publishSite } from "../../src/io/publish.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import type { OutputFile } from "../../src/model/site.ts";
import { reportOf } from "../compile-text.ts";
import { scrutineerWith, WAIT } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

const HOME = '<!doctype html><meta name="generator" content="Scrutineer">';
const MEMBERS = HOME.replace("Scrutineer", "Scrutineer (members edition)");

function site(files: Readonly<Record<string, string>> = {}, home = HOME): readonly OutputFile[] {
  return Object.entries({ "index.html": home, ...files }).map(([path, text]) => ({ path, content: { text } }));
}

interface How {
  readonly live?: boolean;
  readonly edition?: "public" | "members";
  readonly isStillPublic?: (path: string) => boolean;
}

const ALL_PUBLIC = () => true;

/** A folder with content in it, and a function that publishes files to a place there. */
function place() {
  const root = temporaryFolder();
  const content = join(root, "content");
  writeFiles(content, { "reports/a.md": "A report." });
  const publish = (files: readonly OutputFile[], to = "dist", how: How = {}): Promise<unknown> =>
    publishSite(files, { folder: content, attachments: new Map() }, join(root, to), {
      edition: how.edition ?? "public",
      live: how.live === false ? undefined : { isStillPublic: how.isStillPublic ?? ALL_PUBLIC },
    });
  return { root, out: join(root, "dist"), publish };
}

const RELEASES = ".dist.scrutineer-releases";

/** What lies beside the content, and how many releases there are. */
function beside(root: string): readonly unknown[] {
  const releases = join(root, RELEASES);
  return [readdirSync(root).sort(), existsSync(releases) ? readdirSync(releases).length : 0];
}

const LIVE = [[RELEASES, "content", "dist"], 1];

describe("a site that is published live", () => {
  it("is a link to a release beside it, which the next one replaces, and nothing else is left", async () => {
    const { root, out, publish } = place();
    await publish(site({ "old.html": "old" }));
    const first = readlinkSync(out);
    expect(first).toMatch(/^\.dist\.scrutineer-releases\/[^/]+$/);
    await publish(site({ "new.html": "new" }));
    expect(readlinkSync(out)).not.toBe(first);
    expect(filesIn(realpathSync(out))).toEqual({ "index.html": HOME, "new.html": "new" });
    expect(beside(root)).toEqual(LIVE);
  });

  it("may be read by the same who may read a site that is a folder", async () => {
    const { root, out, publish } = place();
    await publish(site());
    await publish(site(), "plain", { live: false });
    const modes = (folder: string): readonly number[] =>
      [folder, join(folder, "index.html")].map((path) => lstatSync(path).mode);
    expect(modes(realpathSync(out))).toEqual(modes(join(root, "plain")));
    expect(lstatSync(join(root, RELEASES)).mode & 0o055).toBe(lstatSync(join(root, "plain")).mode & 0o055);
  });

  it("takes the place of a site that is a folder", async () => {
    const { root, out, publish } = place();
    await publish(site({ "old.html": "old" }), "dist", { live: false });
    await publish(site({ "new.html": "new" }));
    expect(Object.keys(filesIn(realpathSync(out)))).toEqual(["index.html", "new.html"]);
    expect(beside(root)).toEqual(LIVE);
  });

  it("stays live where a build does not say so, and keeps nothing of the old release", async () => {
    const { root, out, publish } = place();
    await publish(site({ "old.html": "old" }));
    await publish(site({ "new.html": "new" }), "dist", { live: false });
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(Object.keys(filesIn(realpathSync(out)))).toEqual(["index.html", "new.html"]);
    expect(beside(root)).toEqual(LIVE);
  });

  it.runIf(isThorough)("is a folder again after the link is deleted, and no release is left", async () => {
    const { root, out, publish } = place();
    await publish(site({ "old.html": "old" }));
    unlinkSync(out);
    await holdOutput(out, () => publish(site({ "new.html": "new" }), "dist", { live: false }));
    expect(lstatSync(out).isDirectory()).toBe(true);
    expect(beside(root)).toEqual([["content", "dist"], 0]);
  });

  it("is published anew where somebody deleted the release", async () => {
    const { root, out, publish } = place();
    await publish(site());
    rmSync(realpathSync(out), { recursive: true });
    await publish(site({ "new.html": "new" }), "dist", { live: false });
    expect(Object.keys(filesIn(realpathSync(out)))).toEqual(["index.html", "new.html"]);
    expect(beside(root)).toEqual(LIVE);
  });

  it.runIf(isThorough)("is where a link leads that somebody made, and that link stays", async () => {
    const { root, publish } = place();
    await publish(site({ "old.html": "old" }), "dist", { live: false });
    mkdirSync(join(root, "www"));
    symlinkSync("../dist", join(root, "www/html"));
    for (const name of ["new.html", "newer.html"]) {
      await publish(site({ [name]: "x" }), "www/html");
      expect(Object.keys(filesIn(realpathSync(join(root, "www/html"))))).toEqual(["index.html", name]);
      expect(readlinkSync(join(root, "www/html"))).toBe("../dist");
      expect(readdirSync(join(root, "www"))).toEqual(["html"]);
    }
    expect(beside(root)).toEqual([[RELEASES, "content", "dist", "www"], 1]);
  });

  it.runIf(isThorough)("goes with the folder that it is in", async () => {
    const { root, publish } = place();
    await publish(site(), "srv/dist");
    renameSync(join(root, "srv"), join(root, "moved"));
    await publish(site({ "new.html": "new" }), "moved/dist");
    expect(Object.keys(filesIn(realpathSync(join(root, "moved/dist"))))).toEqual(["index.html", "new.html"]);
    expect(readdirSync(join(root, "moved", RELEASES))).toHaveLength(1);
  });
});

describe("a place at which no site may be published live", () => {
  it.each<[string, (at: ReturnType<typeof place>) => unknown, RegExp]>([
    [
      "a link to a folder of somebody's own",
      ({ root, out }) => {
        writeFiles(root, { "own/thesis.docx": "x" });
        symlinkSync("own", out);
      },
      /files that scrutineer did not make/,
    ],
    ["a link that leads nowhere", ({ out }) => symlinkSync("nowhere", out), /leads nowhere/],
    [
      "a link to a release of another site",
      async ({ root, out, publish }) => {
        await publish(site(), "other");
        symlinkSync(readlinkSync(join(root, "other")), out);
      },
      /leads to a release of .*other, which is published with --live: name .*other with --out/,
    ],
    [
      "a folder in a release",
      async ({ root, out, publish }) => {
        await publish(site(), "other");
        symlinkSync("other/reports", out);
        mkdirSync(join(root, "other/reports"));
      },
      /leads to a release of/,
    ],
    [
      "the other edition, as a folder",
      ({ publish }) => publish(site({}, MEMBERS), "dist", { live: false, edition: "members" }),
      /members' edition/,
    ],
    [
      "the other edition, live",
      ({ publish }) => publish(site({}, MEMBERS), "dist", { edition: "members" }),
      /members' edition/,
    ],
  ])("is refused, and stays as it was: %s", async (_what, prepare, words) => {
    const at = place();
    await prepare(at);
    const before = filesIn(at.root.concat("/content"));
    const link = lstatSync(at.out).isSymbolicLink() ? readlinkSync(at.out) : "none";
    const names = readdirSync(at.root).sort();
    await expect(at.publish(site())).rejects.toThrow(words);
    await expect(at.publish(site())).rejects.toThrow(PublishError);
    expect(lstatSync(at.out).isSymbolicLink() ? readlinkSync(at.out) : "none").toBe(link);
    expect(readdirSync(at.root).sort()).toEqual(names);
    expect(filesIn(at.root.concat("/content"))).toEqual(before);
  });

  it("is one on a system or disk without symbolic links, which is said before anything is made", () => {
    const { root } = place();
    vi.spyOn(process, "platform", "get").mockReturnValue("win32");
    expect(() => refuseWithoutLinks(root, "dist")).toThrow(/^dist cannot be published with --live, because Windows /);
    vi.restoreAllMocks();
    expect(() => refuseWithoutLinks(root, "dist")).not.toThrow();
    expect(readdirSync(root)).toEqual(["content"]);
  });
});

describe("an old release", () => {
  const REPORT = "reports/a/index.html";

  /** What is in the old release while the new one is in its place, and readers may still read the old. */
  async function whileRead(
    old: Readonly<Record<string, string>>,
    next: Readonly<Record<string, string>>,
    isStillPublic: (path: string) => boolean,
  ): Promise<Readonly<Record<string, string>>> {
    const { root, out, publish } = place();
    await publish(site(old));
    const release = realpathSync(out);
    const published = publish(site(next), "dist", { isStillPublic });
    await vi.waitFor(() => expect(realpathSync(out)).not.toBe(release), { timeout: WAIT, interval: 1 });
    const left = filesIn(release);
    await published;
    expect(existsSync(release)).toBe(false);
    expect(beside(root)).toEqual(LIVE);
    return left;
  }

  it("stays whole until nobody reads it, where nothing was withheld since", async () => {
    const left = await whileRead({ [REPORT]: "one" }, { [REPORT]: "two" }, ALL_PUBLIC);
    expect(left).toEqual({ "index.html": HOME, [REPORT]: "one" });
  });

  it("loses at once all but what is public still, where something may have been withheld", async () => {
    const left = await whileRead(
      { [REPORT]: "Qxonez", "feed.xml": "Qxonez", "about/index.html": "About" },
      { [REPORT]: "withheld", "feed.xml": "", "about/index.html": "About" },
      (path) => path !== REPORT,
    );
    expect(left).toEqual({ "about/index.html": "About", "index.html": HOME });
  });

  it("is deleted with the others at the next start, where a run was killed", async () => {
    const { root, out, publish } = place();
    await publish(site());
    writeFiles(join(root, RELEASES), { "aaaaaa/index.html": "Qxonez" });
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await holdOutput(out, async () => {});
    expect(said.mock.calls.flat()).toEqual([`note: what a build that was killed left beside ${out} was deleted\n`]);
    said.mockRestore();
    expect(beside(root)).toEqual(LIVE);
  });
});

describe("a reader of a site that is published live", () => {
  it.runIf(isThorough)("gets each page whole, of the old site or the new one", async () => {
    const { out, publish } = place();
    const pages = ["one", "two"].map((text) => text.repeat(50_000));
    await publish(site({ "a/index.html": pages[0] ?? "" }));
    let isOver = false;
    const seen = new Map<string, number>();
    const read = async (): Promise<void> => {
      while (!isOver) {
        const page = readFileSync(join(out, "a/index.html"), "utf8");
        seen.set(page, (seen.get(page) ?? 0) + 1);
        await new Promise(setImmediate);
      }
    };
    const reader = read();
    for (const text of [pages[1], pages[0], pages[1]]) await publish(site({ "a/index.html": text ?? "" }));
    isOver = true;
    await reader;
    expect([...seen.keys()].sort()).toEqual(pages);
  });
});

describe("build --live", () => {
  const FLAGS = ["--no-pdf", "--no-search"];
  // With NODE_OPTIONS it is a process of its own, as that of an officer is.
  const scrutineer = (root: string, ...args: readonly string[]) =>
    scrutineerWith({ NO_COLOR: "1", NODE_OPTIONS: "" }, root, ...args);

  it.runIf(isThorough)(
    "makes a site that is a folder live, although nothing in the content has changed, and then has nothing to do",
    async () => {
      const root = temporaryFolder();
      writeFiles(root, { "content/reports/a.md": reportOf({}) });
      const build = (...flags: readonly string[]) => scrutineer(root, "build", ...FLAGS, ...flags);
      expect((await build()).stderr).toContain("Published");
      const plain = filesIn(join(root, "dist"));
      expect((await build("--live")).stderr).toContain("Published");
      expect(filesIn(realpathSync(join(root, "dist")))).toEqual(plain);
      const release = readlinkSync(join(root, "dist"));
      for (const flags of [["--live"], []]) expect((await build(...flags)).stderr).toContain("Nothing has changed");
      expect(readlinkSync(join(root, "dist"))).toBe(release);
      expect(readdirSync(root).sort()).toEqual([".dist.scrutineer-cache", RELEASES, "content", "dist"]);
    },
  );

  it("leaves nothing of a report that is withheld by now, and an error leaves the link as it is", async () => {
    const root = temporaryFolder();
    const write = (facts: Parameters<typeof reportOf>[0]): void =>
      writeFiles(root, {
        "content/reports/a.md": reportOf(facts, "Qxonez bids 7.\n"),
        "content/reports/b.md": reportOf({}),
      });
    const build = () => scrutineer(root, "build", ...FLAGS, "--live", "--no-cache");
    write({});
    expect((await build()).code).toBe(0);
    const release = readlinkSync(join(root, "dist"));
    writeFiles(root, { "content/reports/b.md": "---\ntitle: B\n---\n\nText.\n" });
    expect((await build()).stderr).toContain("Nothing was published, and dist is as it was");
    expect(readlinkSync(join(root, "dist"))).toBe(release);
    write({ confidential: "{paragraphs: [3]}" });
    expect(await build()).toMatchObject({ code: 0 });
    expect(JSON.stringify(filesIn(join(root, RELEASES)))).not.toContain("Qxonez");
    expect(readdirSync(join(root, RELEASES))).toHaveLength(1);
  });
});

import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publish as publishSite, refuseUnsafe } from "../../src/io/publish.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import { publishedBytes } from "../../src/io/published-bytes.ts";
import type { Attachment } from "../../src/model/report.ts";
import type { Edition } from "../../src/model/settings.ts";
import type { OutputFile } from "../../src/model/site.ts";
import type { FilesByPath } from "../../src/site/content.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { mountSmallDisk } from "../faults/publishing.ts";

const HOME = '<!doctype html><meta name="generator" content="Scrutineer">';

function site(files: Readonly<Record<string, string>> = {}): readonly OutputFile[] {
  return Object.entries({ "index.html": HOME, ...files }).map(([path, text]) => ({ path, content: { text } }));
}

/** What is known of a file of the content, as it lies there now. */
function inspected(path: string): Attachment {
  const bytes = readFileSync(join(content, path));
  return { path, bytes: bytes.length, format: "CSV", hash: createHash("sha256").update(bytes).digest("hex") };
}

function publish(files: readonly OutputFile[], folder: string, to: string): Promise<unknown> {
  const paths = files.flatMap(({ content: file }) => ("copyOf" in file ? [file.copyOf] : []));
  const attachments = new Map(
    paths.filter((path) => existsSync(join(content, path))).map((path) => [path, inspected(path)]),
  );
  return publishSite(files, { folder, attachments }, to, { edition: "public" });
}

let root: string;
let content: string;
let out: string;
const start = process.cwd();

beforeEach(() => {
  root = temporaryFolder();
  content = join(root, "content");
  out = join(root, "dist");
  writeFiles(content, { "reports/a.md": "A report.", "reports/a/map.csv": "a,b\n" });
});

afterEach(() => process.chdir(start));

describe("publishing", () => {
  it("writes the files of the site, and copies of files of the content", async () => {
    await publish(
      [
        ...site({ "reports/a/index.html": "A" }),
        { path: "reports/a/map.csv", content: { copyOf: "reports/a/map.csv" } },
      ],
      content,
      out,
    );
    expect(filesIn(out)).toEqual({ "index.html": HOME, "reports/a/index.html": "A", "reports/a/map.csv": "a,b\n" });
  });

  it("makes the folders above the output folder", async () => {
    await publish(site(), content, join(root, "a/b/dist"));
    expect(filesIn(join(root, "a/b/dist"))).toEqual({ "index.html": HOME });
  });

  it("leaves no file of the old site", async () => {
    await publish(site({ "reports/old/index.html": "old", "old.pdf": "old" }), content, out);
    await publish(site({ "reports/new/index.html": "new" }), content, out);
    expect(filesIn(out)).toEqual({ "index.html": HOME, "reports/new/index.html": "new" });
    expect(existsSync(join(out, "reports/old"))).toBe(false);
  });

  it("leaves nothing beside the output folder, and the content as it was", async () => {
    const before = filesIn(content);
    await publish(site(), content, out);
    await publish(site(), content, out);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
    expect(filesIn(content)).toEqual(before);
  });

  it("may publish into an empty folder", async () => {
    mkdirSync(out);
    await publish(site(), content, out);
    expect(filesIn(out)).toEqual({ "index.html": HOME });
  });

  it("takes one copy of a file that two reports share", async () => {
    const copy = { path: "shared/map.csv", content: { copyOf: "reports/a/map.csv" } };
    await publish([...site(), copy, copy], content, out);
    expect(filesIn(out)).toHaveProperty(["shared/map.csv"], "a,b\n");
  });
});

describe("a page that is known by its hash", () => {
  const page = "reports/a/index.html";
  const hash = createHash("sha256").update("A").digest("hex");
  const timesMade = async (old: string): Promise<number> => {
    let times = 0;
    await publish(site({ [page]: old }), content, out);
    const again = (): string => {
      times += 1;
      return "A";
    };
    await publish([...site(), { path: page, content: { hash, again } }], content, out);
    expect(filesIn(out)).toEqual({ "index.html": HOME, [page]: "A" });
    return times;
  };

  it("is taken from the old site, and not made again", async () => expect(await timesMade("A")).toBe(0));

  it("is made again where the old site has another", async () => expect(await timesMade("B")).toBe(1));
});

describe("a fault while publishing", () => {
  it.each<[string, readonly OutputFile[]]>([
    ["two files at one path", [...site({ "a.html": "1" }), { path: "a.html", content: { text: "2" } }]],
    ["two files whose paths differ in capitals", site({ "a.html": "1", "A.html": "2" })],
    [
      "two files whose paths differ in how accents are written",
      site({ "caf\u00e9.html": "1", "cafe\u0301.html": "2" }),
    ],
    [
      "a file and a copy at one path",
      [...site({ "a.csv": "1" }), { path: "a.csv", content: { copyOf: "reports/a/map.csv" } }],
    ],
    ["a path that leads out", site({ "../escaped.html": "1" })],
    ["a path that leads out, far down", site({ "a/../../escaped.html": "1" })],
    ["an absolute path", site({ "/tmp/scrutineer-escaped.html": "1" })],
    ["the output folder itself as a path", site({ ".": "1" })],
    ["an empty path", site({ "": "1" })],
    ["two spellings of one path", site({ "a/b.html": "1", "a/./b.html": "2" })],
    ["a copy of a file that is gone", [...site(), { path: "a.pdf", content: { copyOf: "reports/gone.pdf" } }]],
    ["a file where a folder is", site({ a: "1", "a/b.html": "2" })],
  ])("leaves the old site byte for byte: %s", async (_name, files) => {
    await publish(site({ "reports/old/index.html": "old" }), content, out);
    const before = filesIn(root);
    await expect(publish(files, content, out)).rejects.toThrow();
    expect(filesIn(root)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it("leaves no output folder where there was none", async () => {
    await expect(publish(site({ "../escaped.html": "1" }), content, out)).rejects.toThrow();
    expect(readdirSync(root)).toEqual(["content"]);
  });

  it("publishes no file that is not as the program made it", async () => {
    const madeAt = join(root, "made.pdf");
    writeFileSync(madeAt, "%PDF-1.7");
    const hash = createHash("sha256").update("%PDF-1.7").digest("hex");
    const files: readonly OutputFile[] = [...site(), { path: "a.pdf", content: { madeAt, hash } }];
    await publish(files, content, out);
    expect(readFileSync(join(out, "a.pdf"), "utf8")).toBe("%PDF-1.7");
    writeFileSync(madeAt, "%PDF-1.8");
    await expect(publish(files, content, out)).rejects.toThrow(`${madeAt} is damaged`);
    expect(readFileSync(join(out, "a.pdf"), "utf8")).toBe("%PDF-1.7");
  });

  it("names the path of two files that would be one", async () => {
    await expect(publish(site({ "a.html": "1", "A.html": "2" }), content, out)).rejects.toThrow(/A\.html/);
  });
});

describe("a folder that may not be overwritten", () => {
  it.each([
    ["that holds files of something else", { "thesis.docx": "x" }],
    ["that holds a home page of something else", { "index.html": "<html><title>Mine</title></html>" }],
    ["that holds a hidden file", { ".git/config": "x" }],
    ["whose home page only mentions the program", { "index.html": "<p>made by Scrutineer</p>" }],
  ])("one %s is refused, and stays", async (_name, files: Record<string, string>) => {
    writeFiles(out, files);
    const before = filesIn(root);
    await expect(publish(site(), content, out)).rejects.toThrow(PublishError);
    await expect(publish(site(), content, out)).rejects.toThrow(/--out/);
    expect(filesIn(root)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it.each([
    ["the content itself", () => content],
    ["the folder that the content is in", () => root],
    ["a folder within the content", () => join(content, "dist")],
    ["a folder within the content, deeper", () => join(content, "reports/a")],
    ["the content, written otherwise", () => join(root, "dist/../content/.")],
    ["the root of the disk", () => "/"],
  ])("%s is refused", async (_name, folder) => {
    const before = filesIn(root);
    await expect(publish(site(), content, folder())).rejects.toThrow(PublishError);
    expect(filesIn(root)).toEqual(before);
  });

  it("the current folder, or one above it, is refused", async () => {
    mkdirSync(join(out, "deep"), { recursive: true });
    process.chdir(join(out, "deep"));
    for (const folder of [".", "..", out]) await expect(publish(site(), content, folder)).rejects.toThrow(PublishError);
  });

  it("a link to the content is refused", async () => {
    symlinkSync(content, out);
    const before = filesIn(content);
    await expect(publish(site(), content, out)).rejects.toThrow(PublishError);
    expect(filesIn(content)).toEqual(before);
  });

  it("a folder that is reached through a link and would lie in the content is refused", async () => {
    symlinkSync(join(content, "reports"), join(root, "link"));
    await expect(publish(site(), content, join(root, "link/dist"))).rejects.toThrow(PublishError);
    expect(existsSync(join(content, "reports/dist"))).toBe(false);
  });

  it("a file is refused in words", async () => {
    writeFileSync(out, "a file");
    await expect(publish(site(), content, out)).rejects.toThrow(PublishError);
    expect(filesIn(root)["dist"]).toBe("a file");
  });

  it("a folder at which another disk is mounted is refused before a site is made", ({ skip }) => {
    mkdirSync(out);
    const unmount = mountSmallDisk(out, 1);
    if (typeof unmount === "string") return skip(unmount);
    try {
      expect(() => refuseUnsafe(out, content, "public")).toThrow(
        /cannot be replaced by a new folder: name a folder within/,
      );
      expect(() => refuseUnsafe(join(out, "dist"), content, "public")).not.toThrow();
    } finally {
      unmount();
    }
    expect(() => refuseUnsafe(out, content, "public")).not.toThrow();
  });

  it("a site that holds a file of somebody's own is no longer only a site", async () => {
    await publish(site(), content, out);
    writeFiles(out, { ".git/HEAD": "ref" });
    await expect(publish(site(), content, out)).rejects.toThrow(PublishError);
    expect(filesIn(out)).toHaveProperty([".git/HEAD"]);
  });
});

/** The names beside the output folder that the program has used: where a killed run left the old site. */
function asideName(): string {
  return join(root, `.${basename(out)}.scrutineer-old`);
}

describe("a run that was killed", () => {
  beforeEach(() => publish(site({ "old.html": "old" }), content, out));

  it("between the two renames: the old site is restored at the next start, whatever comes of it", async () => {
    const before = filesIn(out);
    renameSync(out, asideName());
    await expect(publish(site({ "../escaped.html": "x" }), content, out)).rejects.toThrow();
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it("between the two renames: the next run publishes the new site", async () => {
    renameSync(out, asideName());
    await publish(site({ "new.html": "new" }), content, out);
    expect(Object.keys(filesIn(out))).toEqual(["index.html", "new.html"]);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it("after the second rename: the old site goes, the new one stays", async () => {
    renameSync(out, asideName());
    writeFiles(out, { "index.html": HOME, "newer.html": "newer" });
    await publish(site({ "new.html": "new" }), content, out);
    expect(Object.keys(filesIn(out))).toEqual(["index.html", "new.html"]);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it("while writing: what it left is swept, and none of it is published", async () => {
    writeFiles(join(root, `.${basename(out)}.scrutineer-new`), { "half.html": "half" });
    await publish(site({ "new.html": "new" }), content, out);
    expect(Object.keys(filesIn(out))).toEqual(["index.html", "new.html"]);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it("does not cost the old site where the next run is refused", async () => {
    renameSync(out, asideName());
    writeFiles(out, { "thesis.docx": "x" });
    await expect(publish(site(), content, out)).rejects.toThrow(PublishError);
    expect(filesIn(out)).toEqual({ "thesis.docx": "x" });
    expect(filesIn(asideName())).toHaveProperty(["old.html"]);
  });
});

describe("the copy of a file of the content", () => {
  const place = (name: string): string => join(content, "reports/a", name);
  const canary = "CANARY";
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><!--${canary}--><path d="M0 0"/></svg>`;

  it("is written cleaned", async () => {
    writeFileSync(place("map.svg"), drawing);
    const copy = { path: "reports/a/map.svg", content: { copyOf: "reports/a/map.svg" } };
    await publish([...site(), copy], content, out);
    const { "reports/a/map.svg": written } = filesIn(out);
    expect(written).toContain("M0 0");
    expect(written).not.toContain(canary);
  });

  it("is refused where the file is no longer the one that was inspected, and no byte of it is given", async () => {
    const before = inspected("reports/a/map.csv");
    writeFileSync(place("map.csv"), "a,c\n");
    await expect(publishedBytes(place("map.csv"), before, "public")).rejects.toThrow(PublishError);
    await expect(publishedBytes(place("map.csv"), undefined, "public")).rejects.toThrow(PublishError);
  });

  it("is refused where the file may not be published", async () => {
    writeFileSync(place("old.doc"), "text");
    const refused = { ...inspected("reports/a/old.doc"), refusal: "comments travel in it" };
    await expect(publishedBytes(place("old.doc"), refused, "public")).rejects.toThrow(/comments/);
    expect(Buffer.from(await publishedBytes(place("old.doc"), refused, "members")).toString()).toBe("text");
  });
});

describe("a file and a folder of one name", () => {
  it.each([
    { "reports/a/index.html": "x", "reports/a/index.html/index.html": "x" },
    { "reports/a/map.csv/index.html": "x", "reports/A/MAP.csv": "x" },
  ])("are refused in words: %j", async (files) => {
    await expect(publish(site(files), content, out)).rejects.toThrow(/two parts of the site/);
  });
});

describe("a symbolic link that leads nowhere", () => {
  it("is refused in words", async () => {
    symlinkSync(join(root, "nowhere"), join(root, "dangling"));
    await expect(publish(site(), content, join(root, "dangling"))).rejects.toThrow(/leads nowhere/);
  });
});

describe("an output folder that is a symbolic link", () => {
  it("goes on leading to the folder that is served, which gets the new site", async () => {
    await publish(site({ "reports/old/index.html": "secret" }), content, join(root, "served"));
    symlinkSync(join(root, "served"), out);
    await publish(site({ "reports/new/index.html": "new" }), content, out);
    expect(filesIn(join(root, "served"))).toEqual({ "index.html": HOME, "reports/new/index.html": "new" });
    expect(readdirSync(root).sort()).toEqual(["content", "dist", "served"]);
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
  });
});

describe("what else writes there meanwhile", () => {
  const MEMBERS = HOME.replace("Scrutineer", "Scrutineer (members edition)");
  const copy = { path: "z.csv", content: { copyOf: "reports/a/map.csv" } };

  /** Publishes, and does something when all but the last file is written. */
  function publishWhile(change: () => void, edition: Edition = "public"): Promise<unknown> {
    const attachment = inspected("reports/a/map.csv");
    const attachments: FilesByPath<Attachment> = {
      keys: () => [attachment.path],
      has: () => true,
      get: () => {
        change();
        return attachment;
      },
    };
    return publishSite([...site({ "new.html": "new" }), copy], { folder: content, attachments }, out, { edition });
  }

  /** The folder in which a build writes its site. */
  function staged(): string {
    const work = join(root, ".dist.scrutineer-work");
    const [run = ""] = readdirSync(work);
    return join(work, run, "site");
  }

  it("is nobody else, in a folder that others cannot open, which has another name each time", async () => {
    const names = new Set<string>();
    for (const _ of [1, 2])
      await publishWhile(() => {
        names.add(staged());
        expect(statSync(join(root, ".dist.scrutineer-work")).mode & 0o777).toBe(0o700);
      });
    expect(names.size).toBe(2);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it.each<[string, () => void]>([
    ["a file that is changed", () => writeFileSync(join(staged(), "new.html"), "old")],
    ["a file of the same length", () => writeFileSync(join(staged(), "new.html"), "NEW")],
    ["a file that is one more", () => writeFileSync(join(staged(), "more.html"), "x")],
    ["a file that is gone", () => rmSync(join(staged(), "new.html"))],
    [
      "a symbolic link in the place of a file",
      () => {
        rmSync(join(staged(), "new.html"));
        symlinkSync("index.html", join(staged(), "new.html"));
      },
    ],
    ["the home page of the other edition", () => writeFileSync(join(staged(), "index.html"), MEMBERS)],
  ])("is noticed, and the old site stays: %s", async (_what, change) => {
    await publish(site({ "old.html": "old" }), content, out);
    const before = filesIn(out);
    await expect(publishWhile(change)).rejects.toThrow(/something else changed the site/);
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
  });

  it.each(["public", "members"] as const)(
    "is the other edition, and the %s one is not put in its place",
    async (edition) => {
      const other = edition === "public" ? MEMBERS : HOME;
      const run = publishWhile(() => writeFiles(out, { "index.html": other, "other.html": "x" }), edition);
      await expect(run).rejects.toThrow(PublishError);
      expect(filesIn(out)).toEqual({ "index.html": other, "other.html": "x" });
      expect(readdirSync(root).sort()).toEqual(["content", "dist"]);
    },
  );

  it("is another build of the same edition: the site is the one or the other, whole", async () => {
    let other: Promise<unknown> | undefined;
    await publishWhile(() => {
      other = publish(site({ "other.html": "x" }), content, out);
    });
    await other?.catch(() => {});
    expect([
      ["index.html", "other.html"],
      ["index.html", "new.html", "z.csv"],
    ]).toContainEqual(Object.keys(filesIn(out)));
  });

  it("cannot make an edition of the other's pages", async () => {
    const files = [{ path: "index.html", content: { text: MEMBERS } }];
    await expect(publish(files, content, out)).rejects.toThrow(PublishError);
    expect(readdirSync(root)).toEqual(["content"]);
  });
});

describe("an empty folder in the place of a site that a killed run set aside", () => {
  it("is taken away for it", async () => {
    await publish(site({ "old.html": "old" }), content, out);
    renameSync(out, asideName());
    mkdirSync(out);
    await expect(publish(site({ "../escaped.html": "x" }), content, out)).rejects.toThrow();
    expect(filesIn(out)).toHaveProperty(["old.html"]);
  });
});

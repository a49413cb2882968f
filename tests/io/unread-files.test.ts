import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { filesOnDisk } from "../../src/io/content-files.ts";
import { ContentFolderError } from "../../src/io/content-folder-error.ts";
import { DISK, type Disk } from "../../src/io/disk.ts";
import { publishedBytes } from "../../src/io/published-bytes.ts";
import { nothingRead, openContent } from "../../src/io/read-content.ts";
import { Sealed } from "../../src/model/sealed.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

let content: string;

const ANNEX = "See Annex A for the figures.\n";
const SHARED = "[{title: Figures, file: ../shared/x.csv}]";

beforeEach(() => {
  content = join(temporaryFolder(), "content");
  writeFiles(content, {
    "reports/a.md": reportOf({ title: "A", annexes: SHARED }, ANNEX),
    "reports/b.md": reportOf({ title: "B", annexes: "[{title: Own, file: b/own.csv}]" }, `${ANNEX}\nMore words.\n`),
    "reports/b/own.csv": "own,b\n1,2\n",
    "reports/s.md": reportOf({ title: "S", annexes: "[{title: F, file: ../shared/x.csv, confidential: Yes}]" }, ANNEX),
    "shared/x.csv": "a,b\n1,2\n",
  });
});

const codeOf = (code: string): Error => Object.assign(new Error("the system says no"), { code });

/** The disk, but for what is done before a file is read. */
function diskWith(beforeReading: (path: string) => void, changes: Partial<Disk> = {}): Disk {
  return {
    ...DISK,
    read: (path) => {
      beforeReading(path.toString().slice(content.length + 1));
      return DISK.read(path);
    },
    ...changes,
  };
}

async function checkedOn(disk: Disk) {
  const files = filesOnDisk(content, disk);
  const checked = checkContent(await openContent(files), { keepGoing: true });
  const errors = checked.diagnostics.filter(({ severity }) => severity === "error");
  const published = checked.site.reports.map(({ path, files: attached }) => [path, ...attached]);
  const held = checked.diagnostics.filter(({ rule }) => rule === "file-withheld");
  const warned = held.map(({ place, message }) => `${place.path}: ${message}`);
  return { files, warned, errors: errors.map(({ rule, place }) => `${rule} ${place.path}`), published };
}

describe("a report that cannot be read", () => {
  it.each(["EACCES", "EIO", "EISDIR"])("is an error at its name, and its doubts count: %s", async (code) => {
    const { errors, published } = await checkedOn(
      diskWith((path) => {
        if (path === "reports/s.md") throw codeOf(code);
      }),
    );
    expect(errors).toEqual(["file-unreadable reports/s.md"]);
    expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
  });

  it("is the reason that each report is given whose files are held back", async () => {
    const { warned } = await checkedOn(
      diskWith((path) => {
        if (path === "reports/s.md") throw codeOf("EACCES");
      }),
    );
    expect(warned).toEqual([
      expect.stringMatching(/^reports\/a\.md: .*cannot be read may withhold it/),
      expect.stringMatching(/^reports\/b\.md: .*cannot be read may withhold it/),
    ]);
  });

  it("withholds nothing of others when it can be read, but for what it names", async () => {
    const { errors, published } = await checkedOn(DISK);
    expect(errors).toEqual(["annex-withheld-file reports/s.md"]);
    expect(published).toEqual([["reports/a.md"], ["reports/b.md", "reports/b/own.csv"]]);
  });

  it("is never passed over as gone: what is listed and is not there stops everything", async () => {
    const disk = diskWith((path) => {
      if (path === "reports/s.md") rmSync(join(content, path));
    });
    await expect(checkedOn(disk)).rejects.toThrow(ContentFolderError);
    await expect(checkedOn(diskWith(() => {}))).resolves.toBeDefined();
  });

  it.skipIf(process.platform === "win32" || process.platform === "darwin")(
    "because its name is not UTF-8 is an error that shows the name",
    async () => {
      const folder = Buffer.from(join(content, "reports/"));
      renameSync(join(content, "reports/s.md"), Buffer.concat([folder, Buffer.from("caf\xe9.md", "latin1")]));
      const { errors, published } = await checkedOn(DISK);
      expect(errors).toEqual(["file-name reports/caf\\xE9.md"]);
      expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
    },
  );

  it("because its folder cannot be opened is an error at the folder", async () => {
    writeFiles(content, { "reports/closed/s.md": readFileSync(join(content, "reports/s.md")) });
    rmSync(join(content, "reports/s.md"));
    const { errors, published } = await checkedOn({
      ...DISK,
      list: (folder) => {
        if (folder.toString().endsWith("/closed")) throw codeOf("EACCES");
        return DISK.list(folder);
      },
    });
    expect(errors).toEqual(["file-unreadable reports/closed"]);
    expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
  });
});

describe("a computer that is short of something, or a broken disk", () => {
  const failing = (code: string, path: string): Disk => {
    const error = Object.assign(codeOf(code), { syscall: "open" });
    const fail = (whole: Buffer): void => {
      if (whole.toString() === join(content, path)) throw error;
    };
    return {
      list: (folder) => {
        fail(folder);
        return DISK.list(folder);
      },
      factsOf: DISK.factsOf,
      read: (whole) => {
        fail(whole);
        return DISK.read(whole);
      },
    };
  };

  it.each([
    ["EMFILE", "reports", /folder cannot be opened.*: too many files are open.*ulimit -n/, /nothing is wrong with it/],
    ["EMFILE", "reports/s.md", /cannot be read: too many files are open.*ulimit -n/, /nothing is wrong with it/],
    ["EIO", "reports", /folder cannot be opened.*: the disk of reports gives an error/, /put a copy of it/],
    ["EIO", "reports/s.md", /cannot be read: the disk of reports\/s\.md gives an error/, /put a copy of it/],
    ["EACCES", "reports", /folder cannot be opened/, /the right to open it/],
    ["EACCES", "reports/s.md", /cannot be read: .* has no right to/, /the right to read it/],
  ])("is said with what is to be done: %s of %s", async (code, path, message, fix) => {
    const { diagnostics } = checkContent(await openContent(filesOnDisk(content, failing(code, path))), {});
    const found = diagnostics.find(({ rule }) => rule === "file-unreadable");
    expect(found?.place.path).toBe(path);
    expect(found?.message).toMatch(message);
    expect(found?.fix).toMatch(fix);
  });

  it.each([
    ["EMFILE", /^too many files are open to open .*: raise the limit/],
    ["EACCES", /content cannot be opened, because you have no permission/],
    ["ENOENT", /^there is no folder /],
  ])("is said of the content folder as a whole: %s", (code, words) => {
    expect(() => filesOnDisk(content, failing(code, "")).confirm()).toThrow(words);
  });

  it("for a moment is not taken for a change of the content", () => {
    let isShort = true;
    const files = filesOnDisk(content, {
      ...DISK,
      factsOf: (path) => {
        if (isShort && path.toString().endsWith("s.md")) throw Object.assign(codeOf("EMFILE"), { syscall: "lstat" });
        return DISK.factsOf(path);
      },
    });
    isShort = false;
    expect(() => files.confirm()).toThrow(/^reports\/s\.md cannot be read: too many files are open/);
  });
});

describe("a folder whose names can be listed, and nothing else", () => {
  it.each([
    ["a report", "reports/closed/s.md", "reports/closed/s.md"],
    ["a folder", "reports/closed/2019/s.md", "reports/closed/2019"],
  ])("is an error at each name, and is not taken for one that changes: %s", async (_name, path, told) => {
    writeFiles(content, { [path]: readFileSync(join(content, "reports/s.md")) });
    rmSync(join(content, "reports/s.md"));
    const refused = (whole: Buffer): void => {
      if (whole.toString().includes("/closed/")) throw codeOf("EACCES");
    };
    const { files, errors, published } = await checkedOn({
      ...DISK,
      list: (folder) => {
        refused(folder);
        return DISK.list(folder);
      },
      factsOf: (whole) => {
        refused(whole);
        return DISK.factsOf(whole);
      },
    });
    expect(errors).toEqual([`file-unreadable ${told}`]);
    expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
    expect(files.confirm).not.toThrow();
  });
});

describe("the content folder itself", () => {
  it("is named where the disk gives an error of it once", () => {
    let asked = 0;
    const files = filesOnDisk(content, {
      ...DISK,
      factsOf: (whole) => {
        asked += whole.toString() === content ? 1 : 0;
        if (asked === 1) throw Object.assign(codeOf("EIO"), { syscall: "lstat" });
        return DISK.factsOf(whole);
      },
    });
    expect(files.confirm).toThrow(
      `${content} cannot be read: the disk of ${content} gives an error: it may be broken, or no longer connected`,
    );
  });
});

describe("what is neither a file nor a folder", () => {
  it.skipIf(process.platform === "win32")(
    "is an error at its name, and holds up nothing but attached files",
    async () => {
      execFileSync("mkfifo", [join(content, "reports/c.md")]);
      const { errors, published } = await checkedOn(DISK);
      expect(errors).toContain("file-unreadable reports/c.md");
      expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
    },
  );
});

describe("other files that cannot be read", () => {
  const refusing = (refused: string): Disk =>
    diskWith((path) => {
      if (path === refused) throw codeOf("EACCES");
    });

  it("are an error at the report that attaches them", async () => {
    const { errors, published } = await checkedOn(refusing("reports/b/own.csv"));
    expect(errors).toContain("file-refused reports/b.md");
    expect(published).toEqual([["reports/a.md"]]);
  });

  it("are an error where they are the settings", async () => {
    writeFiles(content, { "site.yml": "council: A\n" });
    expect((await checkedOn(refusing("site.yml"))).errors).toContain("file-unreadable site.yml");
  });

  it("are no other settings, where they are the settings: no report is told of what these may allow", async () => {
    writeFiles(content, {
      "site.yml": "council: A\nabbreviations: {DfE: Department for Education}\n",
      "reports/a.md": reportOf({ title: "A" }, "The DfE pays. The DfE decides.\n"),
    });
    const checked = checkContent(await openContent(filesOnDisk(content, refusing("site.yml"))), {});
    expect(checked.diagnostics.map(({ rule }) => rule)).not.toContain("abbreviation-undefined");
  });

  it("leave no copy of a withheld file published, as nobody knows what is one", async () => {
    writeFiles(content, {
      "reports/s.md": reportOf({ title: "S", annexes: "[{title: F, file: s/f.csv, confidential: Yes}]" }, ANNEX),
      "reports/s/f.csv": "own,b\n1,2\n",
    });
    const { errors, published } = await checkedOn(refusing("reports/s/f.csv"));
    expect(errors).toEqual(["file-refused reports/s.md"]);
    expect(published).toEqual([["reports/a.md"], ["reports/b.md"]]);
  });
});

describe("content that changes while it is read", () => {
  const other = (): void => writeFileSync(join(content, "reports/b.md"), reportOf({}, "Other words.\n"));

  it("between its listing and its reading is not read", async () => {
    let isDone = false;
    const disk = diskWith((path) => {
      if (path !== "reports/a.md" || isDone) return;
      isDone = true;
      other();
    });
    await expect(checkedOn(disk)).rejects.toThrow(/reports\/b\.md was changed.*run it again/);
  });

  it("stops everything where it is a file that a report attaches, and not that report alone", async () => {
    const disk = diskWith((path) => {
      if (path === "reports/b/own.csv") rmSync(join(content, path));
    });
    await expect(checkedOn(disk)).rejects.toThrow(/reports\/b\/own\.csv was changed/);
  });

  it("during its reading is not taken", async () => {
    const disk: Disk = {
      ...DISK,
      read: (path) => {
        const reading = DISK.read(path);
        return path.toString().endsWith("b.md")
          ? { ...reading, after: { ...reading.after, stamp: "another" } }
          : reading;
      },
    };
    await expect(checkedOn(disk)).rejects.toThrow(/reports\/b\.md was changed/);
  });

  it("to another file of the same length and time is seen", async () => {
    const disk = diskWith((path) => {
      if (path !== "reports/a.md") return;
      const [file, copy] = [join(content, "reports/b.md"), join(content, "copy")];
      writeFileSync(copy, readFileSync(file));
      renameSync(copy, file);
    });
    await expect(checkedOn(disk)).rejects.toThrow(/was changed/);
  });

  it.each([
    ["a report that comes", () => writeFiles(content, { "reports/new.md": reportOf({}) })],
    ["a report that goes", () => rmSync(join(content, "reports/b.md"))],
    ["a report that is written again", other],
    ["a file that nobody uses", () => writeFiles(content, { "shared/unused.csv": "a\n" })],
    ["a folder", () => mkdirSync(join(content, "reports/2020"))],
  ])("after its reading is told before anything is published: %s", async (_name, change) => {
    const { files } = await checkedOn(DISK);
    expect(files.confirm).not.toThrow();
    change();
    expect(files.confirm).toThrow(/while the content was read.*run it again/);
  });

  it("is seen where a report was away for both looks, and there between them", async () => {
    const [there, away] = [join(content, "reports/s.md"), join(content, "reports/.s.tmp")];
    renameSync(there, away);
    const { files, errors } = await checkedOn(DISK);
    expect(errors).toEqual([]);
    renameSync(away, there);
    renameSync(there, away);
    expect(files.confirm).toThrow(ContentFolderError);
  });

  it("while its site is made stops the publishing, whether a file is another or gone", async () => {
    const path = "reports/b/own.csv";
    const inspected = (await openContent(filesOnDisk(content))).attachments.get(path);
    const source = join(content, path);
    await expect(publishedBytes(source, inspected, "public")).resolves.toBeDefined();
    writeFileSync(source, "own,b\n1,3\n");
    await expect(publishedBytes(source, inspected, "public")).rejects.toThrow("was changed while the site was made");
    rmSync(source);
    await expect(publishedBytes(source, inspected, "public")).rejects.toThrow("was changed while the site was made");
    // Whatever else the system has against it is no change, and running it again would not help.
    mkdirSync(source);
    await expect(publishedBytes(source, inspected, "public")).rejects.toMatchObject({ code: "EISDIR", path: source });
  });
});

describe("what was read before", () => {
  /** A disk whose clock says the same of a file whatever happens to it. */
  const withClockAt = (changedAt: number): { readonly disk: Disk; readonly reads: string[] } => {
    const reads: string[] = [];
    const facts = { size: 1, stamp: "same", changedAt };
    const disk: Disk = {
      ...DISK,
      factsOf: () => facts,
      read: (path) => {
        reads.push(path.toString().slice(content.length + 1));
        return { bytes: DISK.read(path).bytes, after: facts };
      },
    };
    return { disk, reads };
  };
  const textOf = (sealed: Sealed<Uint8Array> | undefined): string =>
    new TextDecoder().decode(sealed && Sealed.open(sealed));

  it("is read again where it was changed so lately that its time might not tell", async () => {
    const { disk } = withClockAt(Date.now());
    const before = nothingRead();
    const first = (await openContent(filesOnDisk(content, disk), before)).texts.get("reports/a.md");
    writeFileSync(join(content, "reports/a.md"), "Other words.");
    const second = (await openContent(filesOnDisk(content, disk), before)).texts.get("reports/a.md");
    const third = (await openContent(filesOnDisk(content, disk), before)).texts.get("reports/a.md");
    expect(textOf(first)).not.toBe("Other words.");
    expect(textOf(second)).toBe("Other words.");
    expect(third, "what is the same is not compiled again").toBe(second);
  });

  it("is not read again where its time tells", async () => {
    const { disk, reads } = withClockAt(0);
    const before = nothingRead();
    const first = (await openContent(filesOnDisk(content, disk), before)).texts.get("reports/a.md");
    expect((await openContent(filesOnDisk(content, disk), before)).texts.get("reports/a.md")).toBe(first);
    expect(reads).toEqual(["reports/a.md"]);
  });
});

describe("a file of gigabytes", () => {
  const GIGABYTES = 3_000_000_000;
  const reads: string[] = [];
  /** A disk on which some files are that long. */
  const diskOf = (...long: readonly string[]): Disk => {
    reads.length = 0;
    return diskWith((path) => reads.push(path), {
      factsOf: (path) => {
        const facts = DISK.factsOf(path);
        return long.some((one) => path.toString().endsWith(one)) ? { ...facts, size: GIGABYTES } : facts;
      },
    });
  };

  it("is not read where nobody uses it, even beside a withheld report", async () => {
    writeFiles(content, {
      "shared/unused.csv": "a\n",
      "reports/w.md": reportOf({ confidential: "Yes" }, "Withheld words stand here.\n"),
      "reports/w/unused.csv": "a\n",
    });
    const { errors } = await checkedOn(diskOf("unused.csv"));
    expect(errors).toEqual(["annex-withheld-file reports/s.md"]);
    expect(reads.filter((path) => path.includes("unused"))).toEqual([]);
  });

  it("is an error at the report that uses it, and is not read", async () => {
    const { errors } = await checkedOn(diskOf("own.csv"));
    expect(errors).toContain("file-refused reports/b.md");
    expect(reads).not.toContain("reports/b/own.csv");
  });

  it("is an error at the report that withholds it, which has no other edition either", async () => {
    const annexes = "[{title: F, file: s/f.csv, confidential: Yes}]";
    writeFiles(content, { "reports/s.md": reportOf({ annexes }, ANNEX), "reports/s/f.csv": "a\n" });
    expect((await checkedOn(diskOf("f.csv"))).errors).toEqual(["file-refused reports/s.md"]);
    expect(reads).not.toContain("reports/s/f.csv");
  });

  it("is an error where it is the settings, and is not read", async () => {
    writeFiles(content, { "site.yml": "council: A\n" });
    expect((await checkedOn(diskOf("site.yml"))).errors).toContain("file-too-large site.yml");
    expect(reads).not.toContain("site.yml");
  });
});

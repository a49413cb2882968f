import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formats } from "../../src/printers/formats.ts";
import { CLI, type Run, scrutineer, scrutineerReading, scrutineerWith, WAIT } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";
import { type Canary, canarySite } from "./canary-site.ts";
import { scan } from "./scan.ts";

const { content, canaries, open, quoted, withheld } = await canarySite();
/** The token of a mistake that is planted in what is withheld. */
const MISTAKEN = "Qx998z";
const tokens = [...canaries.map(({ token }) => token), MISTAKEN];

/** A folder with the content, in which some files are others, and what a command comes to there. */
async function run(changes: (text: string, path: string) => string, ...args: readonly string[]) {
  const root = temporaryFolder();
  const changed = Object.entries(content).map(([path, file]) => [
    path,
    typeof file === "string" ? changes(file, path) : file,
  ]);
  writeFiles(root, Object.fromEntries(changed));
  return { root, ...(await scrutineer(root, ...args)) };
}

const unchanged = (text: string): string => text;

type Built = Run & { readonly root: string };

/** The sites of the content as it is, which are made once for all tests that only look at them. */
const sites = new Map<string, Promise<Built>>();

async function siteOf(edition: "public" | "members"): Promise<Built> {
  const built = sites.get(edition) ?? run(unchanged, "build", "--edition", edition, "--out", "dist");
  sites.set(edition, built);
  const { code, stderr } = await built;
  expect(code, stderr).toBe(0);
  return built;
}

/** Every position whose token is in the output folder, in the names in it, or in what the program printed. */
function found({ root, stdout, stderr }: Built): readonly string[] {
  const files = new Map(
    Object.keys(filesIn(root))
      .filter((path) => path.startsWith("dist/"))
      .map((path) => [path, readFileSync(join(root, path))]),
  );
  return positions(
    scan(new Map([...files, ["stdout", Buffer.from(stdout)], ["stderr", Buffer.from(withoutPlaces(stderr))]]), tokens),
  );
}

/** What is printed, without the places that begin messages: officers have to be told in which file a mistake is. */
function withoutPlaces(stderr: string): string {
  return stderr.replace(/^content\/\S+:\d+:\d+ /gm, "");
}

function positions(hits: ReturnType<typeof scan>): readonly string[] {
  const nameOf = (token: string): string => canaries.find((canary) => canary.token === token)?.position ?? token;
  return [...new Set(hits.map(({ token, path, decoding }) => `${nameOf(token)} in ${path}, ${decoding}`))].sort();
}

describe("the tokens", () => {
  it("stand in sixty positions and more, each its own", () => {
    expect(canaries.length).toBeGreaterThan(60);
    expect(new Set(tokens).size).toBe(canaries.length + 1);
    expect(new Set(canaries.map(({ position }) => position)).size).toBe(canaries.length);
  });

  it("are all in the content, where the scanner finds them", () => {
    const files = new Map(Object.entries(content).map(([path, file]) => [path, Buffer.from(file)]));
    const hits = new Set(scan(files, tokens).map(({ token }) => token));
    expect(canaries.filter(({ token }) => !hits.has(token)).map(({ position }) => position)).toEqual([]);
  });
});

describe("the public sees none of them", () => {
  it("in the public edition", async () => {
    const built = await siteOf("public");
    expect(Object.keys(filesIn(built.root)).filter((path) => path.startsWith("dist/reports/2025/"))).toEqual([
      "dist/reports/2025/a-contract/index.html",
      "dist/reports/2025/gone/index.html",
      "dist/reports/2025/open/index.html",
      "dist/reports/2025/open/open.json",
      "dist/reports/2025/open/open.pdf",
      "dist/reports/2025/quoted/index.html",
      "dist/reports/2025/quoted/quoted.json",
      "dist/reports/2025/quoted/quoted.pdf",
    ]);
    expect(found(built)).toEqual([]);
  });

  it("in the search index, into which the scanner looks", async () => {
    const indexOf = async (edition: "public" | "members") => {
      const built = await siteOf(edition);
      const paths = Object.keys(filesIn(built.root)).filter((path) =>
        /^dist\/pagefind\/(?:index|fragment)\//.test(path),
      );
      expect(paths.length).toBeGreaterThan(2);
      expect(Object.keys(filesIn(built.root)).filter((path) => path.includes("scrutineer-search"))).toEqual([]);
      return new Map(paths.map((path) => [path, readFileSync(join(built.root, path))]));
    };
    expect(positions(scan(await indexOf("public"), tokens))).toEqual([]);
    const seen = scan(await indexOf("members"), tokens);
    expect(new Set(seen.map(({ token }) => token)).size).toBeGreaterThan(30);
    expect(seen.some(({ path }) => path.includes("/fragment/"))).toBe(true);
  });

  it("in what a check prints", async () => {
    const checked = await run(unchanged, "check");
    expect(checked.code).toBe(0);
    expect(checked.stderr).toMatch(/warning/);
    expect(found(checked)).toEqual([]);
  });

  /** Mistakes outside of what is withheld, and such as hold a token within it. */
  const faulty = (text: string, path: string): string => {
    if (path === withheld) return `${text}\n<b>${MISTAKEN}</b>\n`;
    const inPassage = (fence: string): string => `${fence}\n<b>${MISTAKEN}</b> [](#${MISTAKEN})\n\n`;
    return path === open || path === quoted
      ? `${text.replace(/^:::exempt.*\n/m, inPassage)}\n<b>bold</b> [](#nothing)\n`
      : text;
  };
  const textOf = (path: string): string => faulty(String(content[path]), path);

  it.each(rows([open, quoted, withheld], 1))("in what a check of %s alone prints", async (path) => {
    const checked = await run(faulty, "check", path);
    expect(checked.code).toBe(1);
    expect(checked.stderr).toContain(path);
    expect(found(checked)).toEqual([]);
    expect(found(await run(unchanged, "check", path))).toEqual([]);
  });

  it.each([open, quoted, withheld])("in what a check of standard input as %s prints", async (path) => {
    const { root } = await run(unchanged, "explain");
    const checked = await scrutineerReading(root, textOf(path), "check", "-", "--stdin-path", path);
    expect(checked.code).toBe(1);
    expect(found({ root, ...checked })).toEqual([]);
  });

  it.runIf(isThorough)("in what a check of staged files prints, whatever is staged or deleted", async () => {
    const { root } = await run(faulty, "explain");
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: root,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    const first = await scrutineer(root, "check", "--staged");
    expect(first.code).toBe(1);
    expect(found({ root, ...first })).toEqual([]);
    git("commit", "--quiet", "--message", "A");
    for (const path of [open, quoted, withheld]) {
      rmSync(join(root, path));
      git("add", "--all");
      const deleted = await scrutineer(root, "check", "--staged");
      expect(deleted.stderr).toMatch(/^Checked/m);
      expect(found({ root, ...deleted })).toEqual([]);
      git("reset", "--quiet", "--hard");
    }
  });

  it.runIf(isThorough)("in what a check that watches prints", async () => {
    const { root } = await run(unchanged, "explain");
    const child = spawn(process.execPath, [CLI, "check", "--watch"], { cwd: root, env: { NO_COLOR: "1" } });
    const printed = { stdout: "", stderr: "" };
    child.stdout.on("data", (piece: Buffer) => {
      printed.stdout += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      printed.stderr += piece.toString();
    });
    const until = (words: RegExp) =>
      vi.waitFor(() => expect(printed.stderr).toMatch(words), { timeout: WAIT, interval: 20 });
    await until(/Watching/);
    for (const path of [open, quoted, withheld]) {
      writeFileSync(join(root, path), textOf(path));
      await until(new RegExp(`^${path}:\\d+:\\d+ +error`, "m"));
    }
    const code = await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGINT");
    });
    expect(code).toBe(1);
    expect(found({ root, code: 1, ...printed })).toEqual([]);
  });

  const mistakes: readonly (readonly [string, string])[] = [
    ["HTML", "<b>Qx998z</b>"],
    ["HTML over lines", "<div>\nQx998z\n</div>"],
    ["a label that is not there", "See [](#qx998z)."],
    ["a label of a form that none has", "It met. {#Qx998z}"],
    ["a note that is not written", "It met.[^Qx998z]"],
    ["a note that nothing refers to", "[^Qx998z]: Nothing."],
    ["an image that is not there", "![A map](Qx998z.png)"],
    ["an image on another site", "![A map](https://example.org/Qx998z.png)"],
    ["a report that is not there", "See [it](Qx998z.md)."],
    ["an address of another kind", "See [it](javascript:Qx998z)."],
    ["a fence that is mistyped", ":::Qx998z"],
    ["a fence with words", ":::exempt Qx998z"],
    ["a hidden character", "Qx998z\u200b."],
    ["a comment that ends nowhere", "<!-- Qx998z"],
    ["two long forms", "The Quiet Xylophone 998 Zone (QX998Z) met.\n\nThe Quick Xenon 998 Zebra (QX998Z) met."],
    ["a heading of the first level", "# Qx998z"],
    ["a cell too many", "| Qx998z |\n|---|\n| a | Qx998z |"],
  ];
  const atTheEnd = (mistake: string) => (text: string, path: string) =>
    path === withheld ? `${text}\n${mistake}\n` : text;
  const inThePassage = (mistake: string) => (text: string, path: string) =>
    path === open || path === quoted ? text.replace(/^:::exempt.*\n/m, (fence) => `${fence}\n${mistake}\n\n`) : text;

  it.each(rows(mistakes, 1))(
    "when a build fails for %s in a withheld report and in a passage",
    async (_name, mistake) => {
      const failed = await run((text, path) => inThePassage(mistake)(atTheEnd(mistake)(text, path), path), "build");
      expect(failed.code).toBe(1);
      for (const path of [open, quoted, withheld])
        expect(failed.stderr).toMatch(new RegExp(`^${path}:\\d+:\\d+ +error`, "m"));
      expect(found(failed)).toEqual([]);
    },
  );

  const outside = [
    "<b>bold</b>",
    "See [](#nothing).",
    "It met.[^nothing]",
    "![A map](nothing.png)",
    ":::exmept{paragraphs=3}",
    "PRIVATE AND CONFIDENTIAL",
    "This report contains exempt information.",
  ];

  it.each(rows(outside, 1))("when a build fails for %j outside of what is withheld", async (mistake) => {
    const failed = await run(
      (text, path) => (path === open || path === quoted ? `${text}\n${mistake}\n` : text),
      "build",
    );
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/error/);
    expect(found(failed)).toEqual([]);
  });

  it("when the public report is left out", async () => {
    const built = await run((text, path) => (path === open ? `${text}\n<b>bold</b>\n` : text), "build", "--keep-going");
    expect(built.code).toBe(1);
    expect(Object.keys(filesIn(built.root))).toContain("dist/reports/2025/a-contract/index.html");
    expect(found(built)).toEqual([]);
  });

  it("when the withheld report is left out", async () => {
    const built = await run(
      (text, path) => (path === withheld ? `${text}\n<b>bold</b>\n` : text),
      "build",
      "--keep-going",
    );
    expect(built.code).toBe(1);
    expect(Object.keys(filesIn(built.root))).toContain("dist/reports/2025/open/index.html");
    expect(found(built)).toEqual([]);
  });
});

describe("no format tells more than what is printed for people", () => {
  const data = formats.filter((format) => format !== "pretty");
  const faulty = (text: string, path: string): string => {
    const inside = text.replace(/^:::exempt.*\n/gm, (fence) => `${fence}\n<i>${MISTAKEN}</i> HTML\n\n`);
    if (path === withheld) return `${inside}\n<b>${MISTAKEN}</b>\n`;
    return path === open || path === quoted ? `${inside}\n<b>bold</b>\n` : text;
  };

  /** A text without the paths of files of which people are told, in each way in which a format writes them. */
  function withoutTold(text: string, told: ReadonlySet<string>): string {
    return [...told]
      .flatMap((path) => {
        const slash = path.lastIndexOf("/");
        const classname = path.slice(0, slash).replaceAll("/", ".");
        return [`classname="${classname}" name="${path.slice(slash + 1)}"`, path];
      })
      .reduce((left, path) => left.replaceAll(path, ""), text);
  }

  it.each([
    ["a sound site", unchanged],
    ["a site with mistakes in what is withheld, and beside it", faulty],
  ])("of %s", async (_name, changes) => {
    const pretty = await run(changes, "check");
    const told = new Set(Array.from(pretty.stderr.matchAll(/^(content\/\S+):\d+:\d+ /gm), ([, path = ""]) => path));
    const formatted = rows(data, 2).map(async (format) => {
      const root = temporaryFolder();
      const changed = Object.entries(content).map(([path, file]) => [
        path,
        typeof file === "string" ? changes(file, path) : file,
      ]);
      writeFiles(root, Object.fromEntries(changed));
      const summary = join(root, "summary.md");
      writeFiles(root, { "summary.md": "" });
      const printed = await scrutineerWith({ GITHUB_STEP_SUMMARY: summary }, root, "check", "--format", format);
      expect(printed.code, printed.stderr).toBe(pretty.code);
      expect(printed.stdout.length).toBeGreaterThan(100);
      const files = {
        stdout: printed.stdout,
        stderr: printed.stderr,
        summary: referencesRead(readFileSync(summary, "utf8")),
      };
      const shown = Object.entries(files).map(([name, text]) => [name, Buffer.from(withoutTold(text, told))] as const);
      expect(positions(scan(new Map(shown), tokens)), format).toEqual([]);
      if (format === "github") expect(files.summary).toContain("### Scrutineer");
    });
    await Promise.all(formatted);
  });

  it("and the scanner would find one in each", () => {
    for (const text of [`"message": "${MISTAKEN}"`, `%0A${MISTAKEN}`, `<failure>${MISTAKEN}`, `| ${MISTAKEN} |`])
      expect(scan(new Map([["stdout", Buffer.from(withoutTold(text, new Set()))]]), tokens)).toHaveLength(1);
  });
});

/** A text in which references to single characters are read, as a browser reads them. */
function referencesRead(text: string): string {
  return text.replace(/&#(\d+);/g, (_reference, code: string) => String.fromCodePoint(Number(code)));
}

describe("members see each that can be shown", () => {
  it("and of the others, not one", async () => {
    const built = await siteOf("members");
    const paths = Object.keys(filesIn(built.root)).filter((path) => path.startsWith("dist/"));
    const hits = scan(new Map(paths.map((path) => [path, readFileSync(join(built.root, path))])), tokens);
    const seen = new Set(hits.map(({ token }) => token));
    const shownTo = (who: string): readonly Canary[] =>
      canaries.filter(({ shown }) => (typeof shown === "string" ? shown === who : who in shown));
    const isSeen = ({ token }: Canary): boolean => seen.has(token);
    expect(shownTo("members").length).toBeGreaterThan(60);
    expect(shownTo("members").filter((canary) => !isSeen(canary))).toEqual([]);
    expect(shownTo("nobody").filter(isSeen)).toEqual([]);
  });
});

describe("what the public is told of a withheld report", () => {
  const wordsOf = async (path: string): Promise<readonly string[]> => {
    const page = readFileSync(join((await siteOf("public")).root, "dist", path), "utf8");
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? "";
    return main
      .replace(/<[^>]+>/g, "\n")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  };

  it("is on its stub the title, committee, date, meeting, item, the words of the law, the reason and the review, and no more", async () => {
    expect(await wordsOf("reports/2025/a-contract/index.html")).toEqual([
      "A contract",
      "Not for publication",
      ...["Committee", "Environment", "Meeting", "1 April 2025", "Agenda item", "6"],
      ...["Also to", "Environment, 6 May 2025, item 6a", "Date", "4 March 2025"],
      "This report is not for publication: it contains exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: information relating to the financial or business affairs of any particular person (including the authority holding that information). Reason: Prices are being tendered. Public interest (paragraph 10 of Schedule 12A to the Local Government Act 1972): They would rise. This is to be reviewed on 31 March 2026.",
      ...["The meeting", "All papers of this meeting"],
    ]);
  });

  it("is on the page of its meeting the title, item, the words of the law, the reason and the review, and no more", async () => {
    const [kept = ""] = (await wordsOf("reports/2025/a-contract/index.html")).filter((words) =>
      words.startsWith("This report"),
    );
    expect(await wordsOf("committees/environment/2025-04-01/index.html")).toEqual([
      ...["Environment", "Meeting,", "1 April 2025", "Date", "Tuesday 1 April 2025", "Agenda papers"],
      expect.stringMatching(/^Download all papers \(PDF, \d+ KB, 3 pages\)$/),
      ...["Item 6", "A contract", "Not for publication", kept],
      ...["Next meeting", "6 May 2025"],
    ]);
  });

  it("is in the lists the title, committee, date and review, and no more", async () => {
    expect(await wordsOf("reports/index.html")).toEqual([
      ...["All reports", "By year", "By author", "3 reports"],
      "The waste contract",
      "6 March 2025",
      "Environment",
      "A contract",
      "4 March 2025",
      "Not for publication",
      "Environment",
      "The quoted report",
      "2 March 2025",
      ...["What is not for publication, and its reviews", "All reports as data (JSON)"],
    ]);
    expect(await wordsOf("withheld/index.html")).toEqual([
      "Not for publication",
      "Some reports, and parts of reports, are exempt or confidential. What has a day of review is looked at again on that day.",
      ...["2026", "2025"],
      "To be reviewed later",
      ...["A contract", "Review:", "31 March 2026", "Environment"],
      ...["Paragraphs 2 to 9 of The waste contract", "Review:", "31 May 2026", "Environment"],
      ...["Annex A of The waste contract", "Review:", "30 June 2026", "Environment"],
      "Without a day of review",
      "Paragraphs 2 to 8 of The quoted report",
      "Paragraph 11 of The quoted report",
      ...["Part of paragraph 10 of The waste contract", "Environment"],
      ...[..."BCDEFGHI"].flatMap((letter) => [`Annex ${letter} of The waste contract`, "Environment"]),
    ]);
  });

  it("is in the review of its year the same, and the paragraphs that its page names", async () => {
    const words = await wordsOf("withheld/2025/index.html");
    const at = words.indexOf("A contract");
    expect(words.slice(at, at + 7)).toEqual([
      "A contract",
      ...["Environment,", "4 March 2025"],
      ...["Under:", "paragraph 3"],
      ...["Review:", "31 March 2026"],
    ]);
  });
});

/** The words of every PDF of a folder, which a search of the bytes does not find: letters are numbers of a font's. */
function wordsOfPdfs(folder: string): string {
  const pdfs = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".pdf"));
  expect(pdfs.length).toBeGreaterThan(0);
  return pdfs
    .flatMap((path) => {
      const file = join(folder, path);
      return [
        execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }),
        execFileSync("pdfinfo", ["-meta", file], { encoding: "utf8" }),
        execFileSync("pdfinfo", [file], { encoding: "utf8" }),
      ];
    })
    .join("\n")
    .toLowerCase();
}

describe("the PDFs", () => {
  it("of the public edition hold no token of what is withheld, and those of the members' hold some", async () => {
    const { root } = await siteOf("public");
    const shown = wordsOfPdfs(join(root, "dist"));
    const leaked = canaries.filter(({ token }) => shown.includes(token.toLowerCase()));
    expect(leaked.map(({ position }) => position)).toEqual([]);
    expect(wordsOfPdfs(join(root, ".dist.scrutineer-cache"))).not.toMatch(/qx\d+z/);
    const members = await siteOf("members");
    const all = wordsOfPdfs(join(members.root, "dist"));
    expect(canaries.filter(({ token }) => all.includes(token.toLowerCase())).length).toBeGreaterThan(20);
    // Nothing is left beside the members' edition, and beside the public one what is published alone.
    expect(readdirSync(members.root).filter((name) => name.startsWith(".dist"))).toEqual([]);
  });
});

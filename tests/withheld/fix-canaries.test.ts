import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { rows } from "../lane.ts";
import { canarySite } from "./canary-site.ts";
import { scan } from "./scan.ts";

const { content, canaries, open, quoted, withheld } = await canarySite();
/** The token of a mistake that is planted in what is withheld. */
const PLANTED = "Qx998z";
const tokens = [...canaries.map(({ token }) => token), PLANTED];

/** Every token in what was printed, but for the places that begin its lines: officers have to be told which file is meant. */
function found({ stdout, stderr }: Run): readonly string[] {
  const printed = `${stdout}\n${stderr}`.replace(/^(?:content\/\S+:(?:\d+:\d+)? |[-+]{3} content\/\S+$)/gm, "");
  const hits = scan(new Map([["printed", Buffer.from(printed)]]), tokens);
  return [...new Set(hits.map(({ token }) => canaries.find((one) => one.token === token)?.position ?? token))];
}

const mistakes: readonly (readonly [string, string])[] = [
  ["a dash", "The Qx998z bid - so far - was late."],
  ["a level left out", "##### Qx998z\n\nThe bid."],
  ["a heading of the first level", "# Qx998z\n\nThe bid."],
  ["a hidden character", "The Qx9\u200b98z bid, Qx998z."],
  ["a fixed blank", "The\u00a0bid of Qx998z was\u00a0late."],
  ["signs of a list", "- Qx998z\n* Qx998z"],
  ["bullets", "The bids of Qx998z:\n• Qx998z\n• one more"],
  ["a sub-list", "The bids:\n\n1. Qx998z\n2. more\n4. Qx998z"],
  ["a reference", "As paragraph 998 (Qx998z) says - so far."],
];

async function run(mistake: string, ...args: readonly string[]) {
  const root = temporaryFolder();
  const files = Object.entries(content).map(([path, file]) => {
    if (typeof file !== "string") return [path, file];
    if (path === withheld) return [path, `${file.replace(/^date: /m, "Date: ")}\n${mistake}\n`];
    if (path !== open && path !== quoted) return [path, file];
    return [path, file.replace(/^:::exempt.*\n/m, (fence) => `${fence}\n${mistake}\n\n`)];
  });
  writeFiles(root, Object.fromEntries(files));
  const before = read(root);
  return { ...(await scrutineer(root, ...args)), root, before };
}

function read(root: string): readonly string[] {
  return [open, quoted, withheld].map((path) => readFileSync(join(root, path), "utf8"));
}

const fences = (text: string): readonly string[] =>
  text.split("\n").flatMap((line, index) => (line.includes("::") ? [`${index} ${line}`] : []));

describe("nothing of what is withheld is printed by fix", () => {
  it.each(rows(mistakes, 1))("when it fixes %s in a withheld report and in passages", async (_name, mistake) => {
    const dry = await run(mistake, "fix", "--dry-run");
    expect(dry.stderr).toMatch(/not shown: it is or may be confidential/);
    expect(dry.stdout).toBe("");
    expect(found(dry)).toEqual([]);
    expect(read(dry.root)).toEqual(dry.before);
    const fixed = await run(mistake, "fix");
    expect(fixed.stderr).toMatch(/^Fixed \d+ things? in [123] reports?/m);
    expect(found(fixed)).toEqual([]);
    const after = read(fixed.root);
    expect(after).not.toEqual(fixed.before);
    expect(after.map(fences)).toEqual(fixed.before.map(fences));
  });

  it("and the scanner sees it where it is printed", () => {
    expect(found({ code: 0, stdout: `+ the ${PLANTED} bid`, stderr: "" })).toEqual([PLANTED]);
  });
});

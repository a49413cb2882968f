import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { canarySite } from "./canary-site.ts";

const { content, canaries } = await canarySite();

/** The words of every PDF of a site, which a search of the bytes does not find: letters are numbers of a font's. */
function wordsOfPdfs(site: string): string {
  const pdfs = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".pdf"));
  expect(pdfs.length).toBeGreaterThan(0);
  return pdfs
    .map((path) => {
      const file = join(site, path);
      const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
      return (
        text +
        execFileSync("pdfinfo", ["-meta", file], { encoding: "utf8" }) +
        execFileSync("pdfinfo", [file], { encoding: "utf8" })
      );
    })
    .join("\n")
    .toLowerCase();
}

describe("the PDFs", () => {
  it("of the public edition hold no token of what is withheld, and those of the members' hold some", async () => {
    const root = temporaryFolder();
    writeFiles(root, content);
    const built = await scrutineer(root, "build");
    expect(built.code, built.stderr).toBe(0);
    const shown = wordsOfPdfs(join(root, "dist"));
    const leaked = canaries.filter(({ token }) => shown.includes(token.toLowerCase()));
    expect(leaked.map(({ position }) => position)).toEqual([]);
    const members = await scrutineer(root, "build", "--edition", "members");
    expect(members.code, members.stderr).toBe(0);
    const all = wordsOfPdfs(join(root, "dist-members"));
    expect(canaries.filter(({ token }) => all.includes(token.toLowerCase())).length).toBeGreaterThan(20);
    // Nothing is left beside the members' edition, and beside the public one what is published alone.
    expect(readdirSync(root).filter((name) => name.startsWith(".dist-members"))).toEqual([]);
    expect(wordsOfPdfs(join(root, ".dist.scrutineer-cache"))).not.toMatch(/qx\d+z/);
  });
});

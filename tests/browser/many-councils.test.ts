import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runBuild } from "../../src/commands/build.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { type ServedSite, serveFiles } from "./served-site.ts";

const GUIDE = readFileSync(fileURLToPath(new URL("../../docs/many-councils.md", import.meta.url)), "utf8");

/** The example of the guide in this language. */
const example = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "m").exec(GUIDE)?.[1] ?? "";

const COUNCILS = [
  { id: "aldermere", name: "Aldermere City Council", word: "gritting" },
  { id: "brackley", name: "Brackley & Vale Council", word: "libraries" },
  { id: "coldmoor", name: "Coldmoor Council", word: "gritting" },
];

let host: Pick<ServedSite, "origin" | "open" | "close">;

beforeAll(async () => {
  const root = temporaryFolder();
  for (const { id, name, word } of COUNCILS) {
    const content = join(temporaryFolder(), "content");
    writeFiles(content, {
      "site.yml": `council: ${JSON.stringify(name)}\n`,
      "reports/2025/update.md": reportOf({ title: `Update of ${id}` }, `The council looked at ${word}.\n`),
    });
    const printing = { format: "pretty", color: false } as const;
    const options = { edition: "public", base: `https://scrutiny.example.org/${id}/`, pdf: false, printing } as const;
    const told: string[] = [];
    const code = await runBuild(content, {
      ...options,
      out: join(root, id),
      onFound: async () => {},
      tell: (words) => told.push(words),
    });
    expect(code, told.join("")).toBe(0);
  }
  writeFiles(root, {
    "councils.json": JSON.stringify(COUNCILS.map(({ id, name }) => ({ id, name }))),
    "search/index.html": example("html"),
    "search/search.js": example("js"),
  });
  host = await serveFiles((asked) => join(root, asked));
});

afterAll(() => host?.close());

test("the page of the guide searches the sites of all councils, and of one, under its policy", async () => {
  const { context, page, faults } = await host.open("/search/");
  const search = async (words: string, council: string) => {
    await page.locator("#words").fill(words);
    await page.locator("#council").selectOption({ label: council });
    await page.locator("button").click();
    await page.locator("#status", { hasText: /reports?$/ }).waitFor();
    const links = await page
      .locator("#results a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    return { said: await page.locator("#status").textContent(), paths: links.map((href) => new URL(href).pathname) };
  };
  const all = await search("gritting", "All councils");
  expect(all.said).toBe("2 reports");
  expect(all.paths.toSorted()).toEqual(["/aldermere/reports/2025/update/", "/coldmoor/reports/2025/update/"]);
  expect(await search("libraries", "All councils")).toEqual({
    said: "1 report",
    paths: ["/brackley/reports/2025/update/"],
  });
  expect(await search("gritting", "Coldmoor Council")).toEqual({
    said: "1 report",
    paths: ["/coldmoor/reports/2025/update/"],
  });
  expect((await search("libraries", "Aldermere City Council")).said).toBe("0 reports");
  expect(faults).toEqual([]);
  await page.locator("#council").selectOption({ label: "All councils" });
  await page.locator("button").click();
  await page.locator("#results a").first().click();
  expect(await page.locator("h1").textContent()).toBe("Update of brackley");
  await context.close();
});

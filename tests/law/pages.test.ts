import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";

const SITES = fileURLToPath(new URL("sites", import.meta.url));
const EXPECTED = fileURLToPath(new URL("expected-pages", import.meta.url));
const PAGE = /^(?:reports\/2026|committees\/scrutiny(?=\/2026-))\/([\w-]+)\/index\.html$/;

/** What the pages of a nation's reports and of their meeting say, without what is around it on each page of a site. */
async function pagesOf(nation: string, edition: Edition): Promise<ReadonlyMap<string, string>> {
  const { site, diagnostics } = checkContent(await readContent(`${SITES}/${nation}`), { edition });
  expect(diagnostics).toEqual([]);
  return new Map(
    makeOutputs(site, readTemplates()).flatMap(({ path, content }) => {
      const [, name] = PAGE.exec(path) ?? [];
      const [main] = ("text" in content ? /<main[\s\S]*<\/main>/.exec(content.text) : null) ?? [];
      return name === undefined || main === undefined ? [] : [[name, `${main}\n`] as const];
    }),
  );
}

describe.each(readdirSync(SITES))("the pages of a site in %s", (nation) => {
  it.each(["public", "members"] as const)("have the words of its law: %s", async (edition) => {
    const pages = await pagesOf(nation, edition);
    expect(pages.size).toBe(3);
    for (const [name, main] of pages)
      await expect(main).toMatchFileSnapshot(`${EXPECTED}/${nation}/${edition}-${name}.html`);
    const hidden = /Harbour Leisure|been told nothing/;
    const all = [...pages.values()].join("");
    if (edition === "public") expect(all).not.toMatch(hidden);
    else expect(all).toMatch(hidden);
  });
});

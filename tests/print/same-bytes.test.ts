import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { scrutineerWith } from "../compiled-cli.ts";
import { temporaryFolder } from "../content-folders.ts";
import { isThorough, runs } from "../lane.ts";
import { machineWithFonts } from "./machine-fonts.ts";

/** The quick lane takes a small site. */
const CONTENT = fileURLToPath(new URL(isThorough ? "../../content" : "../sites/continuous/content", import.meta.url));

/** The PDFs of a site, made in a folder of its own; those of the sample are so many that several processes make them. */
async function pdfs(variables: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Buffer>> {
  const root = temporaryFolder();
  cpSync(CONTENT, join(root, "content"), { recursive: true });
  const { code, stderr } = await scrutineerWith(variables, root, "build");
  expect(code, stderr).toBe(0);
  const paths = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".pdf"),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, "dist", path))]));
}

it.runIf(isThorough)(
  "the PDFs of a site are the same bytes in another folder, time zone and language, and with other fonts",
  async () => {
    const here = await pdfs({ TZ: "Europe/London", LANG: "en_GB.UTF-8" });
    const there = await pdfs({
      TZ: "Pacific/Auckland",
      LANG: "cy_GB.UTF-8",
      ...machineWithFonts("Arial", "Helvetica", "Source Sans 3"),
    });
    expect(here.size).toBeGreaterThan(runs(2, 20));
    expect([...there.keys()]).toEqual([...here.keys()]);
    const differing = [...here].filter(([path, bytes]) => !there.get(path)?.equals(bytes)).map(([path]) => path);
    expect(differing).toEqual([]);
  },
);

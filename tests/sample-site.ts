import { fileURLToPath } from "node:url";
import { readContent } from "../src/io/read-content.ts";
import type { Edition } from "../src/model/settings.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import type { Content } from "../src/site/content.ts";

type Compiled = ReturnType<typeof checkContent>;

let content: Promise<Content> | undefined;
const compiled = new Map<Edition, Promise<Compiled>>();

/** The content of the sample site, which is read once for all tests that run in one process. */
export function sampleContent(): Promise<Content> {
  content ??= readContent(fileURLToPath(new URL("../content", import.meta.url)));
  return content;
}

/** What an edition of the sample site comes to, which is compiled once for them. */
export function sampleSite(edition: Edition = "public"): Promise<Compiled> {
  const site = compiled.get(edition) ?? sampleContent().then((read) => checkContent(read, { edition }));
  compiled.set(edition, site);
  return site;
}

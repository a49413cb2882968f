import { readTemplates } from "../src/io/read-templates.ts";
import type { Attachment } from "../src/model/report.ts";
import type { Edition } from "../src/model/settings.ts";
import type { Site } from "../src/model/site.ts";
import { makeOutputs } from "../src/outputs/index.ts";
import { checkContent } from "../src/pipeline/check-content.ts";
import { sealedTexts } from "./compile-text.ts";

interface SiteOptions {
  readonly edition?: Edition;
  readonly settings?: string;
  readonly attachments?: readonly Attachment[];
}

/** The site of these texts. Throws where something in them is an error. */
export function siteOf(
  texts: Readonly<Record<string, string>>,
  { edition = "public", settings = "council: Sallow\n", attachments = [] }: SiteOptions = {},
): Site {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map(attachments.map((file) => [file.path, file])),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  const { site, diagnostics } = checkContent(content, { edition });
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(`${error.place.path}: ${error.message}`);
  return site;
}

/** Every file, by its path, of the site of these texts. Throws where something in them is an error. */
export function siteFiles(
  texts: Readonly<Record<string, string>>,
  options: SiteOptions = {},
): ReadonlyMap<string, string> {
  return new Map(
    makeOutputs(siteOf(texts, options), readTemplates()).map(({ path, content: file }) => [
      path,
      "text" in file ? file.text : "",
    ]),
  );
}

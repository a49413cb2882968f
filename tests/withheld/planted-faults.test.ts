import { describe, expect, it } from "vitest";
import { Sealed } from "../../src/model/sealed.ts";
import type { OutputFile, Site } from "../../src/model/site.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import type { Content } from "../../src/site/content.ts";
import { rows, runs } from "../lane.ts";
import { expectNoInterference } from "./generated-pairs.ts";
import type { MakeOutputs } from "./public-outcome.ts";

/** The program's outputs, and one page more, made of something that the public must not have. */
function withPage(write: (content: Content, site: Site) => string): MakeOutputs {
  return (site, templates, content) => [
    ...makeOutputs(site, templates),
    { path: "more/index.html", content: { text: write(content, site) } },
  ];
}

function sourcesOf({ texts }: Content): readonly (readonly [string, string])[] {
  return Array.from(texts.keys(), (path) => [path, decoded(texts.get(path))]);
}

function decoded(bytes: Sealed<Uint8Array> | undefined): string {
  return bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
}

function passagesIn(text: string): string {
  return [...text.matchAll(/^:::exempt.*\n([\s\S]*?)^:::$/gm)].map(([, inside = ""]) => inside).join("\n");
}

/** The members' edition of the same content, of which a faulty stage could take something. */
function wholeOf(content: Content): Site {
  return checkContent(content, { edition: "members" }).site;
}

/** Changes each page of a report by what the whole of that report holds. */
function withStage(change: (text: string, whole: Site["reports"][number]) => string): MakeOutputs {
  return (site, templates, content) => {
    const whole = new Map(
      wholeOf(content).reports.map((report) => [`${report.path.replace(/\.md$/, "")}/index.html`, report]),
    );
    return makeOutputs(site, templates).map((file): OutputFile => {
      const report = whole.get(file.path);
      return report === undefined || !("text" in file.content)
        ? file
        : { ...file, content: { text: change(file.content.text, report) } };
    });
  };
}

/** The property itself failed, and not the fault's own code. */
const FOUND = expect.objectContaining({
  cause: expect.objectContaining({ message: expect.stringContaining("the public can tell two sites apart") }),
});

const RUN = { seed: 1985, publicParts: 100 };

describe("the property finds a planted fault:", () => {
  it("none where none is planted", () => {
    expect(() => expectNoInterference({ ...RUN, publicParts: runs(2, 12) })).not.toThrow();
  });

  it.each<[string, MakeOutputs]>(
    rows(
      [
        [
          "a list of meetings that drafts name, too",
          withPage((content) =>
            sourcesOf(content)
              .map(([, text]) => /^committee: .*\nmeeting: .*/m.exec(text)?.[0])
              .join("\n"),
          ),
        ],
        [
          "an agenda in the order of the titles that are withheld",
          withPage((content) =>
            wholeOf(content)
              .reports.filter(({ frontmatter }) => frontmatter.meeting !== undefined)
              .map(({ frontmatter }) => frontmatter)
              .sort((a, b) => (a.title < b.title ? -1 : 1))
              .map(({ date, item }) => `${date} ${item}`)
              .join("\n"),
          ),
        ],
        [
          "an output that prints the number of withheld words",
          withPage((content) =>
            String(
              sourcesOf(content)
                .map(([, text]) => passagesIn(text))
                .join(" ")
                .split(/\s+/).length,
            ),
          ),
        ],
        [
          "an output with the titles of drafts",
          withPage((content) =>
            sourcesOf(content)
              .filter(([, text]) => /^draft: true$/m.test(text))
              .map(([, text]) => /^title: (.*)$/m.exec(text)?.[1])
              .join(", "),
          ),
        ],
        [
          "an output that lists every file of the content",
          withPage(({ attachments }) => [...attachments.keys()].sort().join("\n")),
        ],
        [
          "an output with the number of files beside reports",
          withPage(({ attachments }) => String([...attachments.keys()].length)),
        ],
        [
          "an output with the date of the newest file, drafts too",
          withPage(
            (content) =>
              sourcesOf(content)
                .map(([, text]) => /^date: (.*)$/m.exec(text)?.[1] ?? "")
                .sort()
                .at(-1) ?? "",
          ),
        ],
        [
          "a sum of the bytes of the content",
          withPage((content) => String(sourcesOf(content).reduce((sum, [, text]) => sum + text.trim().length, 0))),
        ],
        [
          "an output with every short form, alone",
          withPage((content) =>
            wholeOf(content)
              .reports.flatMap(({ abbreviations }) => abbreviations.map(({ short }) => short))
              .sort()
              .join(" "),
          ),
        ],
        [
          "slugs that are made of the whole report",
          withStage((text, { fragments }) =>
            text.replace(/ id="([a-z-]+)"/g, (all, id: string) => (fragments.has(`${id}-1`) ? ` id="${id}-1"` : all)),
          ),
        ],
        [
          "numbers of notes that count withheld ones",
          withStage((text, { bodyHtml }) =>
            text.replace(/href="#fn-/g, `href="#fn-${bodyHtml.split("data-footnote-ref").length}-`),
          ),
        ],
        [
          "a contents list of the whole report",
          withStage((text, { contents }) =>
            text.replace("</main>", `${contents.map((entry) => entry.children.length).join(",")}</main>`),
          ),
        ],
        [
          "a file that is published under the name of a withheld one",
          (site, templates, content) => [
            ...makeOutputs(site, templates),
            ...[...content.attachments.keys()]
              .filter((path) => path.endsWith(".csv"))
              .map((path): OutputFile => ({ path, content: { copyOf: path } })),
          ],
        ],
        [
          "an order of files that follows withheld names",
          (site, templates, content) => [
            ...makeOutputs(site, templates),
            {
              path: "order.txt",
              content: { text: [...content.texts.keys()].map((path) => path.replace(/\d.*/, "").length).join(" ") },
            },
          ],
        ],
      ],
      2,
    ),
  )("%s", (_name, make) => {
    expect(() => expectNoInterference(RUN, make)).toThrow(FOUND);
  });
});

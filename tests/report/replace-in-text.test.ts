import type { Paragraph, PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { inlineText } from "../../src/text/inline-text.ts";
import { replaceInText } from "../../src/text/replace-in-text.ts";
import { compileReport } from "../compiled-report.ts";

const text = (value: string): PhrasingContent => ({ type: "text", value });

/** What is given to `make` for each stretch, and the text that is left. */
function replaced(children: PhrasingContent[], stretches: readonly [number, number, true?][]) {
  const block: Paragraph = { type: "paragraph", children };
  const made: string[] = [];
  replaceInText(
    inlineText(block),
    stretches.map(([start, end, mayGoOver]) => ({
      start,
      end,
      make: (words, isInLink) => {
        made.push(`${words.map((node) => textOf(node)).join("")}${isInLink ? " in a link" : ""}`);
        return { type: "emphasis", children: words };
      },
      ...(mayGoOver ? { mayGoOver } : {}),
    })),
  );
  return { made, left: textOf(block), block };
}

describe("a stretch of running text", () => {
  const strong: PhrasingContent = { type: "strong", children: [text("two")] };

  it("that goes over nodes is left as it is, unless it may", () => {
    const children = () => [text("one "), structuredClone(strong), text(" three")];
    expect(replaced(children(), [[0, 7]])).toMatchObject({ made: [], left: "one two three" });
    expect(replaced(children(), [[0, 7, true]])).toMatchObject({ made: ["one two"], left: "one two three" });
    expect(replaced(children(), [[2, 10, true]])).toMatchObject({ made: ["e two th"], left: "one two three" });
    expect(replaced(children(), [[2, 6, true]])).toMatchObject({ made: [], left: "one two three" });
    expect(replaced(children(), [[5, 10, true]])).toMatchObject({ made: [], left: "one two three" });
  });

  it("that begins within another is left out", () => {
    expect(
      replaced(
        [text("one two three")],
        [
          [0, 7],
          [4, 13],
          [8, 13],
        ],
      ),
    ).toMatchObject({
      made: ["one two", "three"],
      left: "one two three",
    });
  });

  it("knows of the link around it, also of that of a marked abbreviation, and of one within it", () => {
    const link: PhrasingContent = { type: "link", url: "https://example.org", children: [text("one")] };
    const use = (entry?: string): PhrasingContent => ({
      type: "abbreviationUse",
      long: "Long",
      children: [text("one")],
      ...(entry === undefined ? {} : { entry }),
    });
    expect(replaced([structuredClone(link)], [[0, 3]]).made).toEqual(["one in a link"]);
    expect(replaced([use("abbr-one")], [[0, 3]]).made).toEqual(["one in a link"]);
    expect(replaced([use()], [[0, 3]]).made).toEqual(["one"]);
    expect(replaced([structuredClone(link), text(" two")], [[0, 7, true]]).made).toEqual(["one two in a link"]);
  });
});

describe("a reference over several nodes", () => {
  it.each([
    ["at its number", "paragraph **1** here.", 2],
    ["at its number", "*paragraph* 1 here.", 2],
    ["not within a link", "[paragraph **1** here](https://example.org).", 1],
  ])("is linked %s: %s", (_where, body, links) => {
    const { page } = compileReport(body);
    expect(page.paragraphs).toEqual(["1. paragraph 1 here."]);
    expect(page.all("a").filter(({ attributes }) => attributes.get("href") === "#para-1")).toHaveLength(links);
  });
});

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { asOffered } from "./shapes/as-offered.ts";
import { type Shape, shapesIn } from "./shapes/expected-shape.ts";
import {
  compileShape,
  wrongAbbreviations,
  wrongLabels,
  wrongRecommendations,
  wrongReferences,
} from "./shapes/measured-shape.ts";

/**
 * What only an author can say: what a paper for a meeting is based on, of which some have no list, and why the public interest is in
 * withholding a passage, which councils write in none of the places that a paper is pasted from.
 */
const ASKED_OF_ITS_AUTHOR: readonly string[] = ["background-missing", "public-interest"];

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const OWN = shapesIn(folder("shapes"));
/** Papers that are kept beside the project, where they are. */
const SHARED = shapesIn(folder("../../shared/shapes"));

/** Text that has no numbers at all: only its author can say that it is to have none. */
const WITHOUT_NUMBERS: ReadonlySet<string> = new Set(["20-carrowdale-year"]);

/** The file with what its messages offer, where it has an error. */
function published(shape: Shape): string {
  const file = WITHOUT_NUMBERS.has(shape.name) ? shape.file.replace(/^---\n/, "---\nnumbering: none\n") : shape.file;
  const { diagnostics } = compileShape(shape, file);
  return diagnostics.some(({ severity }) => severity === "error") ? asOffered(file, diagnostics) : file;
}

describe("the papers kept beside the project", () => {
  it.skipIf(SHARED.length > 0)("are not here, so nothing is measured on them", () => {
    expect(SHARED).toEqual([]);
  });
});

describe.each([...OWN, ...SHARED].map((shape) => [shape.name, shape] as const))("the paper %s", (_name, shape) => {
  const file = published(shape);
  const compiled = compileShape(shape, file);

  it("has no error that is not to be expected, as it was pasted", () => {
    const unexpected = compileShape(shape).diagnostics.filter(
      ({ severity, place, fix }) =>
        severity === "error" && !shape.justified.has(place.line) && !fix?.includes("as-published"),
    );
    expect(unexpected.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual([]);
    expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has no more than one warning that is not to be expected", () => {
    const moved = file.split("\n").length - shape.file.split("\n").length;
    const unexpected = compiled.diagnostics.filter(
      ({ severity, place, rule }) =>
        severity === "warning" && !shape.justified.has(place.line - moved) && !ASKED_OF_ITS_AUTHOR.includes(rule),
    );
    expect(unexpected.length, unexpected.map(({ rule, place }) => `${rule} ${place.line - moved}`).join()).toBeLessThan(
      2,
    );
  });

  it("has every number and letter on its page, printed and in its data, and no other", () => {
    expect(wrongLabels(shape, file)).toEqual([]);
  });

  it("has every recommendation under its label, in what is printed and in its data, too", () => {
    expect(wrongRecommendations(shape, file)).toEqual([]);
  });

  it("leads where it should", () => {
    expect(wrongReferences(shape, compiled)).toEqual([]);
  });

  it("has its abbreviations, and takes no other words for some", () => {
    expect(wrongAbbreviations(shape, compiled)).toEqual([]);
  });
});

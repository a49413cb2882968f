import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { Sealed } from "../../src/model/sealed.ts";
import { fixContent } from "../../src/pipeline/fix-content.ts";
import { contentOf } from "../fixes/fixed-text.ts";
import { rows } from "../lane.ts";
import { type Shape, shapesIn } from "../shapes/expected-shape.ts";
import { compileShape } from "../shapes/measured-shape.ts";
import { REMEDIES, withRemedy } from "../shapes/remedies.ts";

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const SHAPES = [...shapesIn(folder("../shapes")), ...shapesIn(folder("../../../shared/shapes"))];

/** The file as `scrutineer fix` leaves it. */
function fixed(file: string, { settings }: Shape): string {
  const { changes } = fixContent(contentOf({ "reports/report.md": file }, settings), {
    isWanted: () => true,
    isAsked: () => true,
  });
  const [change] = changes;
  return change === undefined ? file : new TextDecoder().decode(Sealed.open(change.after));
}

const errorsIn = (found: readonly Diagnostic[]): number => found.filter(({ severity }) => severity === "error").length;

/** Every message is followed, one after the other, until none of them has a remedy left: in the order of the remedies, or in the other. */
function followed(shape: Shape, remedies: typeof REMEDIES): readonly string[] {
  let file = fixed(shape.file, shape);
  const seen = new Set([file]);
  for (let step = 0; step < 80; step++) {
    const found = compileShape(shape, file).diagnostics;
    const next = found
      .flatMap((one) => remedies.map((remedy) => ({ one, changed: withRemedy(file, one, remedy) })))
      .find(({ changed }) => changed !== undefined);
    if (next?.changed === undefined) return [];
    const { one, changed } = next;
    const after = fixed(changed, shape);
    const what = `${one.rule} ${one.place.line}: ${one.fix}`;
    if (seen.has(after)) return [`${what} leads back to where it was`];
    const left = compileShape(shape, after).diagnostics;
    if (errorsIn(left) > errorsIn(found))
      return [`${what} makes an error: ${left.map(({ rule, place }) => `${rule} ${place.line}`).join()}`];
    seen.add(after);
    file = after;
  }
  return ["the remedies come to no end"];
}

describe("a walk through the advice", () => {
  it("tells of advice that leads back to where it was", () => {
    const [shape] = SHAPES.filter(({ file }) => file.includes("\n**Background**\n"));
    const signs = (line: string): string =>
      line.startsWith("**") ? line.replaceAll("**", "__") : line.replaceAll("__", "**");
    const planted = {
      says: /^write it as a heading/,
      apply: (lines: string[], { place }: Diagnostic) => {
        lines[place.line - 1] = signs(lines[place.line - 1] ?? "");
      },
    };
    expect(shape).toBeDefined();
    if (shape !== undefined) expect(followed(shape, [planted])[0]).toMatch(/leads back to where it was$/);
  });
});

describe.each(rows(SHAPES, 3).map((shape) => [shape.name, shape] as const))(
  "what is advised on the paper %s",
  (_name, shape) => {
    it.each([
      ["the first of each message first", REMEDIES],
      ["the last of each message first", REMEDIES.toReversed()],
    ])("comes to an end, and no advice takes back another: %s", (_order, remedies) => {
      expect(followed(shape, remedies)).toEqual([]);
    });
  },
);

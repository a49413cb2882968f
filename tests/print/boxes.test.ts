import { describe, expect, it } from "vitest";
import { printedBlocks } from "./printed.ts";
import { readPageTexts } from "./tagged-text.ts";

describe("the boxes of a form", () => {
  it("are printed with their cross, which no font of ours has", async () => {
    const blocks = [{ kind: "paragraph", body: ["Call-in: Yes ☐ No ☒"] }] as const;
    const texts = (await readPageTexts(await printedBlocks(blocks)))
      .map(({ marked }) => [...marked.values()].join(" "))
      .join(" ");
    expect(texts.replace(/\s/g, "")).toContain("Yes☐No✗☐");
  });

  it("may stand in a heading, in code and in a table", async () => {
    const heading = { kind: "heading", level: 2, ids: ["a"], body: ["Box ☒"] } as const;
    const code = { kind: "code-block", text: "☒" } as const;
    await expect(printedBlocks([heading, code])).resolves.toBeDefined();
  });
});

import { expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { emptyCache } from "../../src/site/compile-cache.ts";
import type { Content } from "../../src/site/content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const before = sealedTexts({
  "reports/a.md": reportOf({ title: "First" }, "See [the other](b.md#para-1).\n"),
  "reports/b.md": reportOf({ title: "Second" }),
  "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
});
const logo = { path: "shared/logo.svg", format: "SVG", bytes: 10, hash: "ab", width: 10, height: 10 };

function contentOf(texts: Content["texts"], settings: Uint8Array): Content {
  return { texts, attachments: new Map([[logo.path, logo]]), settings, others: [], findings: [] };
}

it("what has not changed is not compiled again, as long as the settings say the same", () => {
  const settings = bytes("council: Aldermere\nlogo: shared/logo.svg\n");
  const cache = emptyCache();
  const compiledOf = (content: Content) => {
    const { compiled, plainFiles } = checkContent(content, { cache });
    return [...compiled, ...plainFiles];
  };
  const first = compiledOf(contentOf(before, settings));
  expect(first).toHaveLength(3);
  const again = compiledOf(contentOf(before, settings));
  for (const [index, compiled] of first.entries()) expect(again[index]).toBe(compiled);
  const after = new Map([...before, ...sealedTexts({ "reports/b.md": reportOf({ title: "Changed" }) })]);
  const [a, b, page] = compiledOf(contentOf(after, settings));
  expect([a, page]).toEqual([first[0], first[2]]);
  expect(a).toBe(first[0]);
  expect(b?.path).toBe("reports/b.md");
  expect(b).not.toBe(first[1]);
  const otherwise = compiledOf(contentOf(after, bytes("council: Sallow\nlogo: shared/logo.svg\n")));
  expect(otherwise[0]).not.toBe(a);
});

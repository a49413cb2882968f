import { describe, expect, it } from "vitest";
import { compileReport } from "../../compiled-report.ts";

const TEXT = `See recommendation 2.

## Summary of recommendations

1. Plant oaks.
2. Water them.

## Trees

It rained.

**Recommendation 1:** Plant oaks.

:::recommendation
Prune them:

- in winter
:::

## Costs

It is recommended that:

- Cabinet pay.
`;

describe("the page of a report with recommendations", () => {
  it("marks each with its label, once", async () => {
    const { html, diagnostics } = compileReport(TEXT);
    expect(diagnostics).toEqual([]);
    await expect(html).toMatchFileSnapshot("page.html");
  });

  it("says so in Welsh", () => {
    const { html } = compileReport("## Argymhellion\n\n- Plannu.\n", { fields: "lang: cy\nnumbering: none" });
    expect(html).toContain(
      '<li class="recommendation"><a class="recommendation-mark" id="recommendation-1" href="#recommendation-1">Argymhelliad 1</a> Plannu.</li>',
    );
  });
});

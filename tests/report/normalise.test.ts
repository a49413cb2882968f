import { describe, expect, it } from "vitest";
import { compileReport, rulesOf, textOf } from "../compiled-report.ts";

const context = { attachments: [{ path: "reports/update/map.png", format: "PNG", width: 640, height: 480 }] };

describe("links and images that are written by reference", () => {
  it("carry the address of their definition, wherever it stands", () => {
    const { page } = compileReport("See [the plan][plan].\n\n[plan]: https://example.org/plan");
    expect(page.all("a").map(({ attributes }) => attributes.get("href"))).toContain("https://example.org/plan");
    expect(page.paragraphs).toEqual(["1. See the plan."]);
  });

  it("show the image of their definition", () => {
    const { page } = compileReport("One.\n\n![A map][map]\n\n[map]: update/map.png", context);
    expect(page.all("img")[0]?.attributes.get("alt")).toBe("A map");
    expect(page.all("figure")).toHaveLength(1);
  });
});

describe("comments", () => {
  it.each([
    "One.\n\n<!-- not for readers -->\n\nTwo.",
    "One. <!-- not for readers -->\n\nTwo.",
    "One.\n\n<!-- not\nfor\n\nreaders -->\n\nTwo.",
    "One.\n\n<!-- not for readers -->\n<!-- nor for readers -->\n\nTwo.",
  ])("are allowed and never published: %j", (body) => {
    const compiled = compileReport(body);
    expect(compiled.page.paragraphs).toEqual(["1. One.", "2. Two."]);
    expect(compiled.html).not.toContain("readers");
    expect(rulesOf(compiled)).toEqual([]);
  });

  it("that stand alone are no paragraph", () => {
    expect(compileReport("<!-- a -->\n\nOne.").page.paragraphs).toEqual(["1. One."]);
  });
});

describe("captions and figures", () => {
  it("keep the marks within a caption", () => {
    const { page } = compileReport("One.\n\nTable: *Costs* by year\n\n| A |\n|---|\n| 1 |");
    expect(page.all("caption").map((element) => textOf(element))).toEqual(["Costs by year"]);
    expect(page.all("caption")[0]?.children.some((child) => typeof child !== "string" && child.tag === "em")).toBe(
      true,
    );
  });

  it("keep the number that an author gave a table", () => {
    expect(compileReport("One.\n\nTable 2: Costs\n\n| A |\n|---|\n| 1 |").page.text).toContain("Table 2: Costs");
  });

  it("lose no word of a caption, and call the region of the table by it", () => {
    const { page } = compileReport("One.\n\nTable: Costs [here](https://example.org) by year\n\n| A |\n|---|\n| 1 |");
    expect(page.all("caption").map((element) => textOf(element))).toEqual(["Costs here by year"]);
    expect(page.all(".table-scroll")[0]?.attributes.get("aria-label")).toBe("Costs here by year");
  });

  it("give an image its title as the figure's caption", () => {
    const { page } = compileReport('One.\n\n![A map](update/map.png "The ward")', context);
    expect(page.all("figcaption").map((element) => textOf(element))).toEqual(["The ward"]);
  });

  it("hide from those who listen an image that carries no meaning", () => {
    const compiled = compileReport("One.\n\n![](update/map.png){decorative}", context);
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.all("img")[0]?.attributes.get("alt")).toBe("");
    expect(compiled.page.text).not.toContain("decorative");
  });

  it("say how large an image is", () => {
    const [image] = compileReport("One.\n\n![A map](update/map.png)", context).page.all("img");
    expect([image?.attributes.get("width"), image?.attributes.get("height")]).toEqual(["640", "480"]);
  });
});

describe("a line break", () => {
  it("in HTML breaks the line in a cell of a table", () => {
    const compiled = compileReport("One.\n\n| A |\n|---|\n| x<br>y |");
    expect(rulesOf(compiled)).toEqual([]);
    expect(
      compiled.page.all("td")[0]?.children.map((child) => (typeof child === "string" ? child : child.tag)),
    ).toContain("br");
  });

  it("`~x~` is not strike-through, and `~~x~~` is", () => {
    const { page } = compileReport("About ~5~ and ~~6~~.");
    expect(page.text).toContain("~5~");
    expect(page.all("del").map((element) => textOf(element))).toEqual(["6"]);
  });
});

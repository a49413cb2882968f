import { describe, expect, it } from "vitest";
import { findWebAddresses } from "../src/addresses/web-addresses.ts";
import { compileReport } from "./compiled-report.ts";
import { processorTime } from "./processor-time.ts";

describe("bare addresses in running text become links", () => {
  it.each([
    ["See https://example.org.", ["https://example.org"]],
    ["See https://example.org/a/b?c=d&e=f#g, please.", ["https://example.org/a/b?c=d&e=f#g"]],
    ["See http://example.org/x.", ["http://example.org/x"]],
    ["(see https://example.org/x)", ["https://example.org/x"]],
    ["See https://example.org/x_(y).", ["https://example.org/x_(y)"]],
    ["(https://example.org/x_(y))", ["https://example.org/x_(y)"]],
    ["“https://example.org/x”", ["https://example.org/x"]],
    ["HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]],
    ["https://example.org/a;https://example.org/b", ["https://example.org/a;https://example.org/b"]],
    ["https://example.org/x! Really?", ["https://example.org/x"]],
    ["Write to scrutiny@example.gov.uk.", ["mailto:scrutiny@example.gov.uk"]],
    ["Write to first.last+x@example.gov.uk, please", ["mailto:first.last+x@example.gov.uk"]],
    ["https://example.org/a@b.org", ["https://example.org/a@b.org"]],
    ["https:// is no address, nor is https://.", []],
    ["a@b is none", []],
    ["@name and name@ are none", []],
    ["10:30am and 2:1", []],
    ["xhttps://example.org", []],
    ["javascript://example.org/%0aalert(1)", []],
  ])("%j gives %j", (text, urls) => {
    const found = findWebAddresses(text);
    expect(found.map(({ url }) => url)).toEqual(urls);
    for (const { start, end, url } of found)
      expect(`mailto:${text.slice(start, end)}`.endsWith(url.replace(/^mailto:/, ""))).toBe(true);
  });

  it("keep their words", () => {
    const { page } = compileReport("See https://example.org/a_b_c and *https://example.org/d*.");
    expect(page.paragraphs).toEqual(["1. See https://example.org/a_b_c and https://example.org/d."]);
    expect(
      page
        .all("a")
        .slice(1)
        .map(({ attributes }) => attributes.get("href")),
    ).toEqual(["https://example.org/a_b_c", "https://example.org/d"]);
  });

  it("are no links in code or within a link", () => {
    const { page } = compileReport("`https://example.org/a` [see https://example.org/b](https://example.org/c)");
    expect(
      page
        .all("a")
        .slice(1)
        .map(({ attributes }) => attributes.get("href")),
    ).toEqual(["https://example.org/c"]);
  });

  it("cost time that grows with the text alone", () => {
    const texts = [
      "https://".repeat(10_000),
      `https://x${")".repeat(50_000)}`,
      "a@".repeat(30_000),
      "(".repeat(50_000),
      `x@${"a.".repeat(20_000)}`,
    ];
    expect(processorTime(() => texts.forEach(findWebAddresses))).toBeLessThan(1500);
  });
});

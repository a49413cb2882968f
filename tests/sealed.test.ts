import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { compileTemplate } from "../src/io/compile-template.ts";
import { Sealed } from "../src/model/sealed.ts";
import { loadTemplates } from "../src/outputs/templates.ts";
import { openReport } from "../src/report/compile/compile.ts";
import { reportOf, sourceOf } from "./compile-text.ts";

const sealed = new Sealed("Qxsecretz");

const templateOf = (text: string) =>
  loadTemplates({ compiled: new Map([["page.hbs", compileTemplate(text)]]), texts: new Map(), digest: "" }, String);

describe("a sealed text", () => {
  it("opens for what compiles it", () => {
    expect(Sealed.open(sealed)).toBe("Qxsecretz");
  });

  it.each<[string, () => unknown]>([
    ["a template literal", () => `${sealed}`],
    ["joining", () => [sealed].join()],
    ["String()", () => String(sealed)],
    ["JSON", () => JSON.stringify({ sealed })],
    ["a page template", () => templateOf("{{text}}").render("page", { text: sealed as never })],
    ["a raw slot", () => templateOf("{{{text}}}").render("page", { text: sealed as never })],
  ])("throws when it is asked for its words, and the error does not hold them: %s", (_name, read) => {
    expect(read).toThrow();
    try {
      read();
    } catch (error) {
      expect(inspect(error)).not.toContain("Qxsecretz");
    }
  });

  it.each<[string, () => unknown]>([
    ["inspection", () => inspect(sealed, { depth: 9, showHidden: true, getters: true })],
    ["its keys", () => Reflect.ownKeys(sealed)],
    ["a copy", () => inspect({ ...sealed })],
    ["a clone", () => inspect(structuredClone(sealed))],
  ])("shows nothing to %s", (_name, read) => {
    expect(JSON.stringify(read())).not.toContain("Qxsecretz");
  });

  it("cannot be given another value, nor a way to read it", () => {
    expect(() => Object.assign(sealed, { toString: () => "read" })).toThrow();
  });
});

describe("an opened report", () => {
  it("holds its text sealed", () => {
    const opened = openReport(sourceOf(reportOf({ confidential: "Yes" }, "Qxbodyz stands here.\n")));
    expect(inspect(opened, { depth: 9, showHidden: true })).not.toContain("Qxbodyz");
  });
});

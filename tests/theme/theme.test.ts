import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runBuild } from "../../src/commands/build.ts";
import { commonValues, knownTemplates, type Values } from "../../src/interface/template-values.ts";
import { readContent } from "../../src/io/read-content.ts";
import { readTemplates, templatesWith } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import type { View } from "../../src/outputs/templates.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf } from "../compile-text.ts";
import { CLI } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";
import { siteOf } from "../site-files.ts";
import { exampleOf, ownTemplate } from "./told.ts";

afterEach(() => vi.restoreAllMocks());

const REPORT = reportOf({ title: "Buses", committee: "Health", meeting: "2019-04-08" }, "## One\n\nThe first bus.\n");
const FILES = { "content/site.yml": "council: Sallow\n", "content/reports/one.md": REPORT };

/** Builds a site in a folder, and gives the exit code and what was printed. */
async function build(root: string, options: Partial<Parameters<typeof runBuild>[1]> = {}) {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const printing = { format: "pretty", color: false } as const;
  const defaults = { out: join(root, "dist"), edition: "public", cache: false, pdf: false, search: false } as const;
  const code = await runBuild(join(root, "content"), { ...defaults, printing, ...options }).finally(() => {});
  const printed = write.mock.calls.flat().join("");
  write.mockRestore();
  return { code, printed };
}

describe("what templates get", () => {
  const LISTS = knownTemplates.filter(({ isPage }) => isPage);
  const problemsOf = (view: unknown, values: Values, way: string): readonly string[] => {
    if (typeof view !== "object" || view === null) return [`${way} is no group`];
    const names = new Set([...Object.keys(view), ...Object.keys(values)]);
    return [...names].flatMap((name) => {
      const [value, one] = [values[name], Object.entries(view).find(([key]) => key === name)?.[1]];
      const at = `${way}.${name}`;
      if (value === undefined || one === undefined)
        return [`${at} is ${value === undefined ? "not listed" : "missing"}`];
      if (value.kind === "list")
        return Array.isArray(one) ? one.flatMap((item) => problemsOf(item, value.of, `${at}[]`)) : [`${at} is no list`];
      if (value.kind === "maybe" && one === false) return [];
      if (value.kind === "maybe" || value.kind === "group") return problemsOf(one, value.of, at);
      const type = { text: "string", html: "string", flag: "boolean", texts: "object", words: "object" }[value.kind];
      return typeof one === type ? [] : [`${at} is no ${value.kind}`];
    });
  };

  it.each([
    ...(isThorough ? ["content"] : []),
    ...readdirSync("tests/sites").map((name) => `tests/sites/${name}/content`),
  ])("is what is written down of it, in either edition of %s", async (folder) => {
    const content = await readContent(folder);
    const wrong = new Set<string>();
    const rendered = new Set<string>();
    for (const edition of ["public", "members"] as const) {
      const templates = readTemplates();
      const render = (name: string, view: View): string => {
        const known = LISTS.find(({ file }) => file === name);
        if (known !== undefined) {
          rendered.add(name);
          // Headings below the second level are no different from those of the second.
          const checked = JSON.parse(JSON.stringify(view), (key, part) =>
            key === "children" ? withoutChildren(part) : part,
          );
          for (const problem of problemsOf(checked, known.values, name)) wrong.add(problem);
        }
        return templates.render(name, view);
      };
      makeOutputs(checkContent(content, { edition, keepGoing: true }).site, { ...templates, render });
    }
    expect(rendered.size).toBeGreaterThan(3);
    expect([...wrong]).toEqual([]);
  });

  const withoutChildren = (items: readonly { readonly children?: unknown }[]) =>
    items.map(({ children: _, ...item }) => item);

  it("is there for every template that pages are made with", () => {
    const own = readdirSync("templates").filter(
      (name) => /\.hbs$/.test(name) && ownTemplate(name.slice(0, -4)).startsWith("{{!--"),
    );
    expect(own.sort()).toEqual(knownTemplates.map(({ file }) => `${file}.hbs`).sort());
    expect(Object.keys(commonValues).length).toBeGreaterThan(20);
  });
});

describe("a site with its own styles and templates", () => {
  const THEME = {
    "content/custom.css": exampleOf("custom.css"),
    "content/templates/home.hbs": exampleOf("home.hbs"),
    "content/templates/_fact.hbs": ownTemplate("_fact").replaceAll("{{text}}", "<b>{{text}}</b>"),
  };

  it("has them on every page, in either edition, and says in its manifest that they are there", async () => {
    for (const edition of ["public", "members"] as const) {
      const root = temporaryFolder();
      writeFiles(root, { ...FILES, ...THEME });
      expect(await build(root, { edition, manifest: true })).toMatchObject({ code: 0 });
      const files = filesIn(join(root, "dist"));
      const custom = Object.keys(files).filter((path) => /^assets\/custom\.[0-9a-f]{10}\.css$/.test(path));
      expect(custom).toHaveLength(1);
      expect(files[custom[0] ?? ""]).toBe(THEME["content/custom.css"]);
      expect(files["manifest.json"]).toContain(custom[0]);
      const pages = Object.entries(files).filter(([path]) => path.endsWith(".html"));
      expect(pages.length).toBeGreaterThan(5);
      for (const [path, html] of pages) {
        const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map(([, href]) => href);
        expect([path, sheets]).toEqual([path, [expect.stringContaining("site."), expect.stringContaining("custom.")]]);
        expect(html).toContain("style-src &#x27;self&#x27;");
      }
      expect(files["index.html"]).toContain("Meetings are in the Guildhall until May.");
      expect(files["reports/one/index.html"]).toContain("<b>Health</b>");
    }
  });

  it("is the same to the byte when it is made again", async () => {
    const made = await Promise.all(
      [temporaryFolder(), temporaryFolder()].map(async (root) => {
        writeFiles(root, { ...FILES, ...THEME });
        await build(root);
        return filesIn(join(root, "dist"));
      }),
    );
    expect(made[0]).toEqual(made[1]);
  });

  it.each([
    [
      "templates/home.hbs",
      "{{!-- home, version 1 --}}\n{{#> layout running=pageTitle}}\n<h1>{{titel}}</h1>\n{{/layout}}\n",
      "3:7",
    ],
    ["templates/home.hbs", "{{#if", "1:4"],
    ["templates/_layout.hbs", "{{!-- _layout, version 1 --}}\n<p>{{> @partial-block}}</p>\n", "1:1"],
    ["templates/home.hbs", Buffer.from("caf\u00e9", "latin1"), "1:1"],
    ["templates/hom.hbs", "", "1:1"],
    ["custom.css", "a {", "1:3"],
    ["styles.css", "a {}", "1:1"],
  ])("with a mistake in %s says where, and stays as it was, also with --keep-going", async (path, text, place) => {
    const root = temporaryFolder();
    writeFiles(root, FILES);
    await build(root);
    const before = filesIn(join(root, "dist"));
    const { ino } = statSync(join(root, "dist"));
    writeFiles(root, { [`content/${path}`]: text });
    for (const keepGoing of path.startsWith("styles") ? [false] : [false, true]) {
      const { code, printed } = await build(root, { keepGoing });
      expect(code).toBe(1);
      expect(printed).toContain(`${path}:${place} `);
      expect(printed).toContain("Nothing was published");
      expect(printed).not.toMatch(/^\s+at |Parse error|\.ts:\d/m);
      expect(filesIn(join(root, "dist"))).toEqual(before);
      expect(statSync(join(root, "dist")).ino).toBe(ino);
    }
  });

  it("publishes no style sheet or template that is a copy of what is withheld, and shows nothing of it", async () => {
    const root = temporaryFolder();
    const secret = "body { color: red } /* Qxwithheldz is the price of it all */\n";
    writeFiles(root, {
      ...FILES,
      "content/reports/closed.md": reportOf({ confidential: "{paragraphs: [3]}", "public-title": "A contract" }),
      "content/reports/closed/prices.css.txt": secret,
      "content/custom.css": secret,
      "content/templates/home.hbs": `{{prices}} ${secret}`,
      "content/reports/closed/home.txt": `{{prices}} ${secret}`,
    });
    const { code, printed } = await build(root);
    expect(code).toBe(1);
    expect(printed).toContain("custom.css:1:1  error  this file is the same as one that is withheld");
    expect(printed).toContain("home.hbs:1:1  error  this file is the same as one that is withheld");
    expect(printed).not.toMatch(/Qxwithheldz|\{\{prices/);
  });

  it("has no report to blame for a template that asks for what is not there, and quotes nothing", async () => {
    const text = "{{#> layout running=pageTitle}}\n{{logo.Qxmissingz}}\n{{/layout}}\n";
    const theme = {
      customStyles: undefined,
      templates: new Map([["report.hbs", text]]),
      files: new Map(),
      findings: [],
    };
    const templates = await templatesWith(theme);
    expect(() => makeOutputs(siteOf({ "reports/one.md": REPORT }), templates)).toThrow(
      /^templates\/report\.hbs, or a template that it calls, asks for something that is not there on one of its pages, at 2:3: /,
    );
    expect(() => makeOutputs(siteOf({ "reports/one.md": REPORT }), templates)).not.toThrow(/Buses/);
  });
});

describe("the compiled program", () => {
  /** Whether a build loads what reads and compiles templates. */
  function loadsCompiler(files: Readonly<Record<string, string>>): boolean {
    const root = temporaryFolder();
    writeFiles(root, { ...FILES, ...files });
    const env = { ...process.env, NODE_V8_COVERAGE: join(root, "coverage") };
    const args = ["build", join(root, "content"), "--out", join(root, "dist"), "--no-pdf", "--no-search", "--quiet"];
    expect(spawnSync(process.execPath, [CLI, ...args], { env, encoding: "utf8" }).stderr).toBe("");
    const loaded = Object.values(filesIn(join(root, "coverage"))).flatMap((text) =>
      JSON.parse(text).result.map(({ url }: { readonly url: string }) => url),
    );
    const own = loaded.filter((url) => url.startsWith("file:") && url.includes("/lib/"));
    expect(own.length).toBeGreaterThan(3);
    return own.some((url) => readFileSync(new URL(url), "utf8").includes("Parse error on line"));
  }

  it("loads a compiler of templates only for a site that has its own", () => {
    expect(loadsCompiler({})).toBe(false);
    expect(loadsCompiler({ "content/templates/home.hbs": exampleOf("home.hbs") })).toBe(true);
  });
});

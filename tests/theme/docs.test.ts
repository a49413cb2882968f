import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import {
  commonValues,
  type KnownTemplate,
  knownTemplates,
  pageTemplates,
  sharedValues,
  type Values,
} from "../../src/interface/template-values.ts";
import { exampleOf, toldOf } from "./told.ts";

const PAGE = new URL("../../docs/theming.md", import.meta.url).pathname;

/** The values of a template, one after the other, with those in brackets that each item of a list has. */
function listed(values: Values, must: readonly string[] = []): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const isMust = must.some((one) => one.split(" if ")[0]?.split(".")[0] === name);
      const shape = "of" in value ? Object.entries(sharedValues).find(([, of]) => of === value.of)?.[0] : undefined;
      const kinds = {
        texts: "list",
        maybe: "or nothing",
        group: "",
        list: "list",
        text: "",
        words: "",
        html: "html",
        flag: "flag",
      };
      const kind = [kinds[value.kind], shape === undefined ? [] : `_${shape}_`].flat().filter(Boolean).join(", ");
      const inner = "of" in value && shape === undefined ? `${kind && ": "}${listed(value.of, value.must)}` : "";
      return `${isMust ? `**\`${name}\`**` : `\`${name}\``}${kind || inner ? ` (${kind}${inner})` : ""}`;
    })
    .join(", ");
}

/** Each value on a line of its own. */
function explained(values: Values, before: string, must: readonly string[] = []): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const shown = listed({ [name]: value }, must).replace(/^(\*{0,2}`)/, `$1${before}`);
    return [`| ${shown} | ${value.about} |`];
  });
}

const layout = knownTemplates.find(({ file }) => file === "_layout");

/** What a template gets beside what every page gets. */
function ownOf({ file, values }: KnownTemplate): Values {
  if (file === "_layout") return Object.fromEntries(Object.entries(values).filter(([name]) => name === "running"));
  return Object.entries(pageTemplates).find(([name]) => name === file)?.[1].values ?? values;
}

/** The tables of the page, as the program has them. */
function tables(): readonly (readonly [place: string, table: string])[] {
  const rows = knownTemplates.map(
    (template) =>
      `| \`${template.file}.hbs\` | ${template.version} | ${template.about} | ${listed(ownOf(template), template.must)} |`,
  );
  const shared = Object.entries(sharedValues).flatMap(([name, values]) => [
    `| _${name}_ | |`,
    ...explained(values, "", MUST_OF_ITEMS.get(name)),
  ]);
  const own = knownTemplates.flatMap((template) =>
    Object.entries(ownOf(template)).map(([name, { about }]) => `| \`${template.file}\` \`${name}\` | ${about} |`),
  );
  return [
    ["templates", ["| template | version | what it makes | its values |", "|---|---|---|---|", ...rows].join("\n")],
    ["shared values", ["| value | what it is |", "|---|---|", ...shared].join("\n")],
    ["their values", ["| value | what it is |", "|---|---|", ...own].join("\n")],
    [
      "values of every page",
      ["| value | what it is |", "|---|---|", ...explained(commonValues, "", layout?.must)].join("\n"),
    ],
  ];
}

/** What each item of a list must show, by what it is called. */
const MUST_OF_ITEMS = new Map(
  knownTemplates.flatMap(({ values }) =>
    Object.values(values).flatMap((value) => {
      const shape = "of" in value ? Object.entries(sharedValues).find(([, of]) => of === value.of)?.[0] : undefined;
      return shape !== undefined && "must" in value ? [[shape, value.must] as const] : [];
    }),
  ),
);

test("the page on theming lists every template as the program has it; vitest -u writes the tables", async () => {
  const text = tables().reduce(
    (text, [name, table]) => {
      const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
      expect(text).toMatch(place);
      return text.replace(place, (_, before: string, after: string) => `${before}${table}\n${after}`);
    },
    readFileSync(PAGE, "utf8"),
  );
  await expect(text).toMatchFileSnapshot(PAGE);
});

describe("the examples of the page on theming", () => {
  it.each([
    ["custom.css", "custom.css"],
    ["home.hbs", "templates/home.hbs"],
  ])("are sound: %s", (name, path) => {
    expect(exampleOf(name).length).toBeGreaterThan(100);
    expect(toldOf({ [path]: exampleOf(name) })).toEqual([]);
  });
});

describe("a version of a template", () => {
  // Each line is a value that a version of a template has: `home 1 latest[].title text`. None may go, or mean something
  // else, without another version, because templates that were made for it would show nothing or something wrong.
  const RECORD = new URL("values-of-versions.txt", import.meta.url).pathname;
  const ways = (values: Values, before: string): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [
      `${before}${name} ${value.kind}`,
      ...("of" in value ? ways(value.of, `${before}${name}${value.kind === "list" ? "[]" : ""}.`) : []),
    ]);
  const now = knownTemplates.flatMap((template) => {
    const { file, version } = template;
    const values = file === "_layout" ? template.values : ownOf(template);
    return [`${file} ${version}`, ...ways(values, `${file} ${version} `)];
  });

  it("has all that it had when it was written down, and says what the next changed; vitest -u writes down what is new", async () => {
    const written = readFileSync(RECORD, "utf8").split("\n").filter(Boolean);
    const versions = new Set(now.filter((line) => /^\S+ \d+$/.test(line)));
    const known = new Set(now);
    const ofNow = (line: string): boolean => versions.has(line.split(" ").slice(0, 2).join(" "));
    expect(written.filter((line) => ofNow(line) && !known.has(line))).toEqual([]);
    for (const { file, version, changes } of knownTemplates)
      for (let number = 2; number <= version; number++)
        expect([file, number, changes?.[number]]).toEqual([file, number, expect.any(String)]);
    const all = [...new Set([...written, ...now])].sort();
    await expect(`${all.join("\n")}\n`).toMatchFileSnapshot(RECORD);
  });

  it("is at the top of the program's own", () => {
    for (const { file, version } of knownTemplates)
      expect(readFileSync(`templates/${file}.hbs`, "utf8").split("\n")[0]).toBe(
        `{{!-- ${file}, version ${version} --}}`,
      );
  });
});

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly hasInstallScript?: true;
}

const { packages } = JSON.parse(read("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };

interface Material {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
  readonly properties: readonly { readonly value: string }[];
}

const sbom = JSON.parse(read("lib/sbom.cdx.json")) as { readonly components: readonly Material[] };
const nameOf = ({ group, name, version }: Material): string =>
  `${group === undefined ? "" : `${group}/`}${name} ${version}`;
const inSbom = (how: string): readonly string[] =>
  sbom.components.filter(({ properties }) => properties[0]?.value === how).map(nameOf);

/** The packages that a council gets with the program, by their paths in the lock file. */
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);

/** Licences that ask for no more than to be named with the program. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
]);

/** Whether a licence, as packages write it, asks for no more. */
function isPermissive(written: string | undefined): boolean {
  const words = (written ?? "").replace(/[()]/g, "").split(/ AND /);
  return words.every((word) => word.split(/ OR /).some((one) => PERMISSIVE.has(one)));
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

/** What npm would run when it installs a package: its scripts, or the building of what it brings in C. */
function runWhenInstalled({ scripts = {} }: Manifest, hasGyp: boolean): readonly string[] {
  const own = Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name));
  return hasGyp && own.length === 0 ? ["node-gyp"] : own;
}

describe("a package that comes with the program", () => {
  // A lock file is silent about scripts where the registry that it was written from does not tell of them.
  it("has no script of its own for that, as it lies there", () => {
    // Of those for other systems npm brings none.
    const here = installed.map(([path]) => path).filter((path) => existsSync(new URL(`../${path}`, import.meta.url)));
    const told = here.flatMap((path) => {
      const hasGyp = existsSync(new URL(`../${path}/binding.gyp`, import.meta.url));
      return runWhenInstalled(JSON.parse(read(`${path}/package.json`)), hasGyp).map((script) => `${path}: ${script}`);
    });
    expect(here.length).toBeGreaterThan(4);
    expect(told).toEqual([]);
    expect(runWhenInstalled({ scripts: { postinstall: "x", test: "y" } }, false)).toEqual(["postinstall"]);
    expect(runWhenInstalled({}, true)).toEqual(["node-gyp"]);
  });

  it("is installed without scripts by CI, so that all tests show that nothing is missing then", () => {
    expect(read(".ci/run")).toMatch(/^npm ci --ignore-scripts /m);
  });

  it("runs nothing when it is installed, so that npm ci --ignore-scripts leaves nothing out", () => {
    expect(installed.length).toBeGreaterThan(10);
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    const own = Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name));
    expect(own).toEqual([]);
  });

  it("is no other than the one that was tested: the lock file has its digest", () => {
    const without = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== "" && !/^sha512-/.test(integrity ?? ""),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it("has a permissive licence", () => {
    expect(installed.filter(([, { license }]) => !isPermissive(license)).map(([path]) => path)).toEqual([]);
    expect(["GPL-3.0-only", "MIT AND GPL-2.0-only", "", undefined].filter(isPermissive)).toEqual([]);
    expect(["MIT", "MIT AND OFL-1.1", "(MIT OR GPL-3.0-only)"].filter((one) => !isPermissive(one))).toEqual([]);
  });
});

describe("the bill of materials", () => {
  it("is one by the schema of CycloneDX", () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"));
    const schema = (name: string): object =>
      JSON.parse(readFileSync(join(folder, "res/schema", `${name}.SNAPSHOT.schema.json`), "utf8"));
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    // It asks for forms of addresses that ajv does not know; no address is in ours.
    for (const format of ["iri-reference", "idn-email"]) ajv.addFormat(format, true);
    for (const name of ["spdx", "jsf-0.82"])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(schema("bom-1.6"));
    expect(validate(sbom), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...sbom, components: [{ name: "x" }] })).toBe(false);
  });

  it("has what is part of the program, as the licences beside it have, each with a permissive one", () => {
    const texts = read("lib/LICENCES.txt").split(`\n${"-".repeat(80)}\n\n`);
    const listed = texts.map((text) => /^(\S+ \S+) \(/.exec(text)?.[1] ?? text);
    expect([...inSbom("bundled")].sort()).toEqual([...listed].sort());
    expect(listed.length).toBeGreaterThan(50);
    // Its text, and not its name alone.
    expect(texts.filter((text) => text.length < 300).map((text) => text.split("\n")[0])).toEqual([]);
    const licences = sbom.components.map(({ licenses: [first] }) => first?.expression ?? first?.license?.id);
    expect(licences.filter((licence) => !isPermissive(licence))).toEqual([]);
  });

  it("has what is installed with the program", () => {
    const paths = installed.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`);
    expect([...inSbom("installed")].sort()).toEqual([...paths].sort());
  });
});

describe("the release workflow", () => {
  const workflow = read(".github/workflows/release.yml");

  it("runs the checks, installs without scripts, says how the package was made, and adds the bill of materials", () => {
    expect(workflow).toMatch(/npm ci --ignore-scripts/);
    expect(workflow).toMatch(/\.ci\/run/);
    expect(workflow).toMatch(/npm publish .*--provenance/);
    expect(workflow).toMatch(/id-token: write/);
    expect(workflow).toContain("lib/sbom.cdx.json");
  });

  it("runs for tags alone, and takes actions at a version", () => {
    expect(workflow).toMatch(/tags: \["v\*"\]/);
    expect([...workflow.matchAll(/uses: (\S+)/g)].filter(([, action = ""]) => !/@v\d/.test(action))).toEqual([]);
  });
});

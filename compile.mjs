import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** These have files of their own that are read at run time, or a binary for each platform. */
const INSTALLED = ["@myriaddreamin/typst-ts-node-compiler", "@expo-google-fonts", "pagefind"];

/** What other programs import from the package. */
const API = "src/commands/node-api.ts";

/** The bill of materials, in the form of CycloneDX. */
const MATERIALS = "sbom.cdx.json";

/** What the program in lib/ was compiled from; it is no part of the package. */
const COMPILED_FROM = ".compiled-from";

/**
 * What a check loads, in few files: fifty take longer to load than all that is in them. Each part has what its sources
 * load and those before it do not, so that a command which loads less than a check has less to load.
 */
const PARTS = [
  { name: "start", of: ["src/cli.ts"] },
  { name: "rules", of: ["src/commands/explain.ts", "src/commands/named-rules.ts"] },
  { name: "hosting", of: ["src/commands/preview.ts"] },
  { name: "settings", of: ["src/commands/init.ts", "src/commands/new.ts"] },
  { name: "checking", of: ["src/commands/check.ts"] },
];

process.chdir(import.meta.dirname);
const sources = digestOfSources();
if (!process.argv.includes("--if-changed") || sources !== digestOfCompiled()) await compile();

// The program and the packages that it is made of, in few files: it starts sooner, and what runs is what was tested.
async function compile() {
  const { build } = await import("rolldown");
  // Made beside the program that is there, which may be running, as in tests: it is gone for no longer than two names change.
  const [made, old] = [`.lib-new-${process.pid}`, `.lib-old-${process.pid}`];
  await build({
    input: {
      index: API,
      "io/load-program": "src/io/load-program.ts",
      "io/program": "src/cli.ts",
      "io/pdf-worker": "src/io/pdf-worker.ts",
      "io/parent-watch": "src/io/parent-watch.ts",
      "io/search-worker": "src/io/search-worker.ts",
      "io/weigh-worker": "src/io/weigh-worker.ts",
      "io/compile-worker": "src/io/compile-worker.ts",
    },
    platform: "node",
    external: (id) => INSTALLED.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [
      { name: "no-engines", load: loadNoEngines },
      { name: "templates", load: await loadTemplates() },
      { name: "words-of-markings", load: await loadWordsOfMarkings() },
      { name: "licences", generateBundle: emitLicences },
      { name: "materials", generateBundle: emitMaterials },
    ],
    output: {
      dir: made,
      format: "cjs",
      entryFileNames: "[name].js",
      chunkFileNames: "io/[name].js",
      codeSplitting: { groups: PARTS.map(partOf) },
      // They are for who reads the sources, and make the package a fifth larger. Names stay, for traces.
      comments: { jsdoc: false },
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    },
  });
  writeFileSync(join(made, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
  writeFileSync(join(made, "cli.js"), startFile(), { mode: 0o755 });
  writeFileSync(join(made, "index.d.ts"), await declarations());
  writeFileSync(join(made, COMPILED_FROM), sources);
  if (existsSync("lib")) renameSync("lib", old);
  renameSync(made, "lib");
  rmSync(old, { recursive: true, force: true });
}

/** How rolldown is told of a part; it asks for each module. */
function partOf({ name, of }, index) {
  let modules;
  return {
    debugName: name,
    priority: PARTS.length - index,
    name: (id, chunking) => {
      if (modules === undefined) {
        const checked = loadedWith([...PARTS[0].of, ...PARTS.at(-1).of], chunking);
        modules = new Set([...loadedWith(of, chunking)].filter((module) => checked.has(module)));
        // A command, and what runs it, is in a file of its own name.
        for (const source of of) modules.delete(resolve(source));
      }
      return modules.has(id) ? name : null;
    },
  };
}

/** The modules that are loaded with these, and these. @param {string[]} files */
function loadedWith(files, chunking) {
  const found = new Set();
  const add = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of chunking.getModuleInfo(id)?.importedIds ?? []) add(imported);
  };
  for (const file of files) add(resolve(file));
  return found;
}

/** The types of what other programs may import: they are all in one file, which needs no other for them. */
async function declarations() {
  const { isolatedDeclarationSync } = await import("rolldown/experimental");
  const { code, errors } = isolatedDeclarationSync(API, readFileSync(API, "utf8"));
  if (errors.length > 0) throw new Error(`the types of ${API} cannot be written: ${errors.map(String).join(", ")}`);
  return code;
}

/** A digest of all that the compiled program depends on; the packages in it are those of the lock file. */
function digestOfSources() {
  const files = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  const templates = readdirSync("templates").filter((name) => /\.\w+$/.test(name));
  for (const file of [
    ...files,
    ...templates.sort().map((name) => join("templates", name)),
    "compile.mjs",
    "package.json",
    "package-lock.json",
  ])
    hash.update(`${file}\0${createHash("sha256").update(readFileSync(file)).digest("hex")}\0`);
  return hash.digest("hex");
}

/** The digest that the last compilation left when it was done; nothing, where none was. */
function digestOfCompiled() {
  try {
    return readFileSync(join("lib", COMPILED_FROM), "utf8");
  } catch {
    return undefined;
  }
}

/** What an old Node can read, too: it asks for the version that package.json names, and loads the program. */
function startFile() {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const [, needed] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
  if (needed === undefined)
    throw new Error(`src/io/start.js cannot compare with the Node that package.json names: ${engines.node}`);
  return readFileSync("src/io/start.js", "utf8").replace("NODE_NEEDED", needed);
}

/**
 * Leaves out gray-matter's own engines: one evaluates JavaScript, and the program hands it others for all of them.
 * @param {string} id
 */
function loadNoEngines(id) {
  return /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/.test(id) ? "module.exports = {};" : null;
}

/** Gives the templates compiled, in the place of the module that compiles them in development; in the same way. */
async function loadTemplates() {
  const { precompiled } = await importSource("src/outputs/precompile.ts");
  const names = readdirSync("templates").sort();
  const textOf = (name) => readFileSync(join("templates", name), "utf8");
  const templates = names.filter((name) => name.endsWith(".hbs"));
  const compiled = templates.map((name) => `[${JSON.stringify(name)}, () => (${precompiled(textOf(name))})]`);
  const texts = names.filter((name) => /\.(?:css|js|svg)$/.test(name)).map((name) => [name, textOf(name)]);
  const digest = createHash("sha256")
    .update(JSON.stringify([templates.map(textOf), texts]))
    .digest("hex");
  const code = `const files = {
  compiled: new Map([${compiled.join(",\n")}]),
  texts: new Map(${JSON.stringify(texts)}),
  digest: "${digest}",
};
export const programTemplates = () => files;`;
  return (id) => (/[\\/]src[\\/]io[\\/]program-templates\.ts$/.test(id) ? { code, moduleType: "js" } : null);
}

/** Gives the words that markings need, in the place of the module that reads them from their patterns. */
async function loadWordsOfMarkings() {
  const { wordsOfMarkings } = await importSource("src/report/markings/words-of-markings.ts");
  // The same list is needed by many.
  const lists = [
    ...new Set(
      wordsOfMarkings()
        .flat(2)
        .map((words) => JSON.stringify(words)),
    ),
  ];
  const indexes = wordsOfMarkings().map((language) =>
    language.map((needed) => needed.map((words) => lists.indexOf(JSON.stringify(words)))),
  );
  const code = `const lists = [${lists.join(",\n")}];
const needed = ${JSON.stringify(indexes)}.map((language) => language.map((each) => each.map((at) => lists[at])));
export const wordsOfMarkings = () => needed;`;
  return (id) =>
    /[\\/]src[\\/]report[\\/]markings[\\/]words-of-markings\.ts$/.test(id) ? { code, moduleType: "js" } : null;
}

/** What a source of the program exports. @param {string} input */
async function importSource(input) {
  const { build } = await import("rolldown");
  const file = resolve(`.${basename(input, ".ts")}-${process.pid}.mjs`);
  await build({ input, external: /^handlebars/, output: { file } });
  return import(pathToFileURL(file).href).finally(() => rmSync(file));
}

/** The folders of the packages that are part of the program. @param {import("rolldown").PluginContext} context */
function bundledFolders(context) {
  const folders = new Set();
  for (const id of context.getModuleIds()) {
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders];
}

/**
 * Writes the licences of the packages that are part of the program beside it, as these ask.
 * @this {import("rolldown").PluginContext}
 */
function emitLicences() {
  const source = [...new Set(bundledFolders(this).map(licenceOf))].sort().join(`\n${"-".repeat(80)}\n\n`);
  this.emitFile({ type: "asset", fileName: "LICENCES.txt", source });
}

/**
 * Writes the bill of materials: the packages that are part of the program, which no tool finds among those that are installed, and
 * those that are installed with it.
 * @this {import("rolldown").PluginContext}
 */
function emitMaterials() {
  const { name, version, license } = JSON.parse(readFileSync("package.json", "utf8"));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  // What is installed may lie behind a symbolic link, and is bundled under its real path.
  const within = realpathSync("node_modules");
  const bundled = bundledFolders(this).map(
    (folder) => `node_modules/${relative(within, folder).replaceAll("\\", "/")}`,
  );
  const installed = Object.keys(packages).filter((path) => path !== "" && !packages[path].dev);
  const all = [
    ...bundled.map((path) => materialOf(path, packages[path], "bundled")),
    ...installed.map((path) => materialOf(path, packages[path], "installed")),
  ];
  // One package may lie in two folders.
  const components = [...new Map(all.map((one) => [one["bom-ref"], one])).values()].sort((a, b) =>
    a["bom-ref"] < b["bom-ref"] ? -1 : 1,
  );
  const ref = `pkg:npm/${name}@${version}`;
  const own = {
    type: "application",
    "bom-ref": ref,
    name,
    version,
    purl: ref,
    licenses: [{ license: { id: license } }],
  };
  const dependencies = [{ ref, dependsOn: components.map((component) => component["bom-ref"]) }];
  const sbom = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: own },
    components,
    dependencies,
  };
  this.emitFile({ type: "asset", fileName: MATERIALS, source: `${JSON.stringify(sbom, undefined, 1)}\n` });
}

/**
 * A package as a bill of materials has it: its version and its digest are those of the lock file.
 * @param {string} path @param {{ version: string, license?: string, integrity: string, optional?: boolean }} locked @param {string} how
 */
function materialOf(path, locked, how) {
  const whole = path.replace(/^.*node_modules\//, "");
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(whole) ?? [];
  const purl = `pkg:npm/${whole.replace("@", "%40")}@${locked.version}`;
  const license = locked.license ?? JSON.parse(readFileSync(join(path, "package.json"), "utf8")).license;
  return {
    type: "library",
    "bom-ref": purl,
    ...(group === undefined ? {} : { group }),
    name,
    version: locked.version,
    scope: locked.optional ? "optional" : "required",
    hashes: [
      { alg: "SHA-512", content: Buffer.from(locked.integrity.replace(/^sha512-/, ""), "base64").toString("hex") },
    ],
    licenses: [/^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
    purl,
    properties: [{ name: "scrutineer:how", value: how }],
  };
}

/**
 * The name, the version and the licence of the package in this folder. Where that holds no text of it, we have it from the package's own
 * repository. @param {string} folder
 */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
  const paths = files.length > 0 ? files.map((file) => join(folder, file)) : [`src/io/licence-of-${name}.txt`];
  const texts = paths.map((path) => readFileSync(path, "utf8").trim());
  return `${[`${name} ${version} (${license})`, ...texts].join("\n\n")}\n`;
}

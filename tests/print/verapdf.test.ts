import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { temporaryFolder } from "../content-folders.ts";
import { isThorough } from "../lane.ts";
import { asOffered } from "../shapes/as-offered.ts";
import { shapesIn } from "../shapes/expected-shape.ts";
import { compileShape } from "../shapes/measured-shape.ts";
import { generatedInputs, inputOf } from "./generated-inputs.ts";
import { engine, printed } from "./printed.ts";

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const DOCUMENTS = Number(process.env["SCRUTINEER_GENERATED_PDFS"] ?? 200);

/** The command that runs veraPDF: its jar, where `VERAPDF_JAR` names it, or its own command on the `PATH`. */
function veraPdf(): readonly string[] | undefined {
  const jar = process.env["VERAPDF_JAR"];
  if (jar !== undefined && jar !== "")
    return ["java", "-Djava.awt.headless=true", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.some((one) => existsSync(join(one, "verapdf"))) ? ["verapdf"] : undefined;
}

const command = veraPdf();

/** What veraPDF says of PDFs: a line each, and under those that break a rule, which one. */
function saidOf(pdfs: readonly Uint8Array[], flavour = "ua1"): readonly string[] {
  const below = temporaryFolder();
  const files = pdfs.map((bytes, index) => {
    const file = join(below, `${index}.pdf`);
    writeFileSync(file, bytes);
    return file;
  });
  const [program = "", ...first] = command ?? [];
  const options = [...first, "--flavour", flavour, "--format", "text", "-v"];
  const { stdout } = spawnSync(program, [...options, ...files], { encoding: "utf8", maxBuffer: 1e8 });
  return stdout.split("\n").filter((line) => line.trim() !== "");
}

/** Fails with the rules that are broken, and unless veraPDF has read each file. */
function expectAllPass(pdfs: readonly Uint8Array[]): void {
  const said = saidOf(pdfs);
  expect(said.filter((line) => !line.startsWith("PASS "))).toEqual([]);
  expect(said).toHaveLength(pdfs.length);
}

// veraPDF is a Java program that no package of ours brings, so it runs where a machine has it; it takes half a minute.
describe.skipIf(command === undefined || !isThorough)(
  command === undefined ? "veraPDF (skipped: there is no VERAPDF_JAR, nor verapdf on the PATH)" : "veraPDF",
  () => {
    it("finds that every PDF of the sample site that claims PDF/UA-1 keeps to it", async () => {
      const content = await readContent("content");
      const { site } = checkContent(content, {});
      // Pages of other files that are laid in have no tags, and such a PDF makes no claim.
      const jobs = printJobs(site, content.attachments).filter(({ annexes }) => annexes.size === 0);
      const pdfs: Uint8Array[] = [];
      for (const job of jobs) pdfs.push((await printed(job, "content")).bytes);
      expect(pdfs.length).toBeGreaterThan(15);
      expectAllPass(pdfs);
    });

    it("finds that the PDFs of papers in the shapes of real ones keep to it", async () => {
      const shapes = [...shapesIn(folder("../shapes")), ...shapesIn(folder("../../../shared/shapes"))];
      const pdfs: Uint8Array[] = [];
      for (const shape of shapes) {
        const first = compileShape(shape);
        const report = first.report ?? compileShape(shape, asOffered(shape.file, first.diagnostics)).report;
        const input = report && inputOf(report);
        if (input !== undefined) pdfs.push((await engine(input)).bytes);
      }
      expect(pdfs.length).toBeGreaterThan(shapes.length / 2);
      expectAllPass(pdfs);
    });

    it("finds what the guide says keeps a PDF from PDF/A-2a, and nothing else", async () => {
      const content = await readContent("content");
      const { site } = checkContent(content, {});
      const jobs = printJobs(site, content.attachments).filter(({ annexes }) => annexes.size === 0);
      const pdfs: Uint8Array[] = [];
      for (const job of jobs) pdfs.push((await printed(job, "content")).bytes);
      const rules = saidOf(pdfs, "2a").flatMap((line) => /^\s+FAIL (\S+)/.exec(line)?.[1] ?? []);
      // Names of entries that are not described (twice), no entry that names the standard, and transparency.
      const known = ["6.6.2.3.1-1", "6.6.2.3.1-2", "6.6.4-1", "6.2.10-2"];
      expect([...new Set(rules)].filter((rule) => !known.includes(rule))).toEqual([]);
      expect(rules).toContain("6.6.4-1");
    });

    it("finds that generated documents keep to it", async () => {
      // Of six documents at least one becomes a page.
      const inputs = generatedInputs(DOCUMENTS * 6, 20261130).slice(0, DOCUMENTS);
      const pdfs: Uint8Array[] = [];
      for (const { input } of inputs) pdfs.push((await engine(input)).bytes);
      expect(pdfs).toHaveLength(DOCUMENTS);
      expectAllPass(pdfs);
    });

    it("finds a fault that is planted: a PDF that claims it without its title", async () => {
      const [first] = generatedInputs(40, 20261130);
      if (first === undefined) throw new Error("no document was generated");
      const bytes = Buffer.from((await engine(first.input)).bytes);
      const faulty = bytes.toString("latin1").replaceAll("/DisplayDocTitle true", "/DisplayDocTitle null");
      expect(faulty).not.toBe(bytes.toString("latin1"));
      expect(saidOf([Buffer.from(faulty, "latin1")]).join("\n")).toMatch(/^FAIL .*\n\s*FAIL 7\.1-10/);
    });
  },
);

describe("what fetches veraPDF", () => {
  it("is what CI runs, and says where it cannot", () => {
    const script = readFileSync(folder("../../.ci/run"), "utf8");
    expect(script).toContain("org.verapdf.apps:greenfield-apps");
    expect(script).toMatch(/VERAPDF_JAR=.*\n/);
    expect(script).toContain("so no PDF is held to PDF/UA-1 by veraPDF");
  });
});

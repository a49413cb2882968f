import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  SymbolInformation,
} from "vscode-languageserver-protocol/node";
import { reportOf } from "../compile-text.ts";
import { WAIT } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";
import { edited, leaveAll, startEditor } from "./editor-session.ts";

const SITE = `council: Aldermere Borough Council
jurisdiction: Wales
committees:
  - id: children
    name: Children's Scrutiny Committee
abbreviations:
  LEP: Local Enterprise Partnership
`;
const PATH = "content/reports/2024/bins.md";
const BODY = `## Costs

1. Collecting bins costs more each year.

2. The Harmful Sexual Behaviour (HSB) group met, and the HSB lead spoke: see paragraph 1.
`;

function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/site.yml": SITE, [PATH]: reportOf({ title: "Bins" }, BODY), ...files });
  return root;
}

/** Where the words are in a text, as an editor counts in UTF-16 units; `into` is how far beyond their start. */
function placeIn(text: string, words: string, into = 0): Position {
  const before = text.slice(0, text.indexOf(words) + into).split(/\r\n|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const textDocument = (uri: string) => ({ textDocument: { uri } });

afterEach(leaveAll);

describe("an editor's session", { timeout: WAIT }, () => {
  it("tells what is wrong as one types, of what is not saved, and of reports that are not open", async () => {
    const other = "content/reports/2024/roads.md";
    const root = workspace({ [other]: reportOf({ title: "Roads" }, "See [bins](bins.md#para-2).\n") });
    const editor = await startEditor(root);
    expect(editor.initialized.serverInfo?.name).toBe("scrutineer");
    const text = readFileSync(join(root, PATH), "utf8");
    await editor.open(PATH, text);
    await editor.rules(PATH);
    const at = placeIn(text, "more each");
    await editor.change(PATH, "<b>much</b> ", { start: at, end: at });
    const { diagnostics } = await editor.rules(PATH, "raw-html", "raw-html");
    expect(diagnostics[0]).toMatchObject({
      range: { start: at, end: { line: at.line, character: at.character + 3 } },
      severity: 1,
      source: "scrutineer",
      code: "raw-html",
      message: expect.stringMatching(/<b>.*\nTo fix it: \S/s),
    });
    const page = fileURLToPath(diagnostics[0]?.codeDescription?.href ?? "");
    expect(readFileSync(page, "utf8")).toMatch(/raw-html/);
    await editor.change(PATH, text.replace(/^2\. .*$/m, ""));
    await editor.rules(PATH);
    const { diagnostics: ofOther } = await editor.told(other, (told) => told.diagnostics.length > 0);
    expect(ofOther.map(({ code }) => code)).toEqual(["link-fragment-missing"]);
    expect(readFileSync(join(root, PATH), "utf8")).toBe(text);
    await editor.close(PATH);
    await editor.told(other, (told) => told.diagnostics.length === 0);
    expect(await editor.stop()).toBe(0);
    expect(editor.printed()).toBe("");
  });

  it.runIf(isThorough)("maps how grave a finding is, and names the other place that it is about", async () => {
    const root = workspace();
    const editor = await startEditor(root);
    const body =
      "1. The Harmful Sexual Behaviour (HSB) group met.\n\n## Annex A: One\n\nWords.\n\n## Annex A: Two\n\nWords.\n";
    await editor.open(PATH, reportOf({ title: "Bins" }, body));
    const { diagnostics } = await editor.told(PATH, (told) => told.diagnostics.length >= 2);
    expect(diagnostics.find(({ code }) => code === "abbreviation-used-once")?.severity).toBe(3);
    const twice = diagnostics.find(({ code }) => code === "annex-letter-twice");
    expect(twice?.relatedInformation?.[0]?.location).toMatchObject({
      uri: editor.uriOf(PATH),
      range: { start: placeIn(reportOf({ title: "Bins" }, body), "## Annex A: One") },
    });
  });

  it.runIf(isThorough)("finds each content folder of a workspace by its site.yml", async () => {
    const root = workspace({
      "members/work/site.yml": "council: Other Council\nrules: {raw-html: error}\n",
      "members/work/reports/one.md": reportOf({ title: "One" }, "Words <i>here</i>.\n"),
      "notes/reports/none.md": "<b>No report</b>\n",
    });
    const editor = await startEditor(root);
    await editor.told("members/work/reports/one.md", ({ diagnostics }) => diagnostics.length === 2);
    await editor.open("notes/reports/none.md", "<b>No report</b>\n");
    await editor.open(PATH, reportOf({ title: "Bins" }, "Words <b>here</b>.\n"));
    await editor.rules(PATH, "raw-html", "raw-html");
    expect(await editor.ask("textDocument/documentSymbol", textDocument(editor.uriOf("notes/reports/none.md")))).toBe(
      null,
    );
  });

  it.each(
    rows(
      [
        ["utf-16", undefined],
        ["utf-8", ["utf-8", "utf-16"]],
        ["utf-32", ["utf-32"]],
        ["utf-16", ["utf-7"]],
      ],
      2,
    ),
  )("counts characters as %s where an editor offers %s", async (encoding, positionEncodings) => {
    const root = workspace();
    const editor = await startEditor(root, {
      capabilities: positionEncodings && { general: { positionEncodings } },
    });
    expect(editor.initialized.capabilities.positionEncoding).toBe(encoding);
    // An emoji of two units and four bytes; an accent of its own; a line end of two characters; a byte-order mark.
    const text = `\uFEFF${reportOf({ title: "Bins" }, "One.\n\nA 😀 cafe\u0301 x</b>.\n").replaceAll("\n", "\r\n")}`;
    await editor.open(PATH, text);
    const line = text.split("\r\n").findIndex((one) => one.startsWith("A "));
    const { diagnostics } = await editor.told(PATH, (told) => told.diagnostics.some(({ code }) => code === "raw-html"));
    const start = { line, character: encoding === "utf-8" ? 15 : encoding === "utf-16" ? 12 : 11 };
    expect(diagnostics.find(({ code }) => code === "raw-html")?.range).toEqual({
      start,
      end: { line, character: start.character + 4 },
    });
    await editor.change(PATH, "", { start, end: { line, character: start.character + 4 } });
    // What is left is said of the emoji, which is longer than a unit in two of the encodings.
    const { diagnostics: left } = await editor.rules(PATH, "character-not-in-fonts");
    const width = encoding === "utf-8" ? 4 : encoding === "utf-16" ? 2 : 1;
    expect(left[0]?.range).toEqual({ start: { line, character: 2 }, end: { line, character: 2 + width } });
    const symbols = await editor.ask<DocumentSymbol[]>("textDocument/documentSymbol", textDocument(editor.uriOf(PATH)));
    expect(symbols.map(({ name }) => name)).toEqual(["1 One.", "2 A 😀 cafe\u0301 x."]);
  });

  it("offers a fix of what is at the cursor, and one of all, as edits of what is open", async () => {
    const root = workspace();
    const editor = await startEditor(root);
    const text = reportOf(
      { title: "Bins", Date: "2019-03-24", date: undefined },
      "1. Bins.\n1. More bins.\n1. See the plan.\n",
    ).replaceAll("\n", "\r\n");
    await editor.open(PATH, text);
    const { diagnostics } = await editor.told(PATH, (told) => told.version === 1 && told.diagnostics.length > 0);
    const uri = editor.uriOf(PATH);
    const [wrong] = diagnostics;
    if (wrong === undefined) throw new Error("nothing is wrong");
    const ask = (only: string | undefined, range = wrong.range) =>
      editor.ask<CodeAction[]>("textDocument/codeAction", {
        ...textDocument(uri),
        range,
        context: { diagnostics: [wrong], ...(only === undefined ? {} : { only: [only] }) },
      });
    const [here, ...others] = await ask("quickfix");
    expect(others).toEqual([]);
    expect(here).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [{ code: wrong.code }] });
    const editsOf = (action: CodeAction | undefined) => {
      const [change] = action?.edit?.documentChanges ?? [];
      if (change === undefined || !("edits" in change)) throw new Error("there are no edits");
      expect(change.textDocument).toEqual({ uri, version: 1 });
      return change.edits.filter((edit) => "newText" in edit);
    };
    expect(edited(text, editsOf(here))).toBe(text.replace("Date:", "date:"));
    const [all] = await ask("source.fixAll");
    expect(all?.kind).toBe("source.fixAll.scrutineer");
    const fixed = edited(text, editsOf(all));
    expect(fixed).toContain("\r\ndate: 2019-03-24\r\n");
    expect(fixed).toContain("\r\n1. Bins.\r\n2. More bins.\r\n3. See the plan.\r\n");
    await editor.change(PATH, fixed);
    await editor.told(PATH, (told) => told.version === 2 && !told.diagnostics.some(({ code }) => code === wrong.code));
    const end = { line: 0, character: 0 };
    expect(await ask("quickfix", { start: end, end })).toEqual([]);
    expect(await ask("refactor")).toEqual([]);
  });

  it("offers no fix of a text that cannot be checked as it is now", async () => {
    const root = workspace();
    const editor = await startEditor(root);
    const text = reportOf({ title: "Bins", Date: "2019-03-24", date: undefined });
    await editor.open(PATH, text);
    await editor.told(PATH, (told) => told.version === 1 && told.diagnostics.length > 0);
    const ask = () =>
      editor.ask<CodeAction[]>("textDocument/codeAction", {
        ...textDocument(editor.uriOf(PATH)),
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        context: { diagnostics: [] },
      });
    expect(await ask()).toHaveLength(2);
    rmSync(join(root, "content"), { recursive: true });
    await editor.change(PATH, `---\nlang: en-GB\n${text.slice(4)}`);
    expect(await ask()).toEqual([]);
  });

  it.runIf(isThorough)("completes, shows and follows what a report names", async () => {
    const root = workspace({
      "content/reports/2024/bins/costs.csv": "a,b\n1,2\n",
      "content/shared/map.csv": "a\n1\n",
      "content/meetings/children/2024-05-14.md": "---\nvenue: Guildhall\n---\n\nBring a coat.\n",
    });
    const editor = await startEditor(root);
    const uri = editor.uriOf(PATH);
    const fields = { title: "Bins", committee: "children", annexes: "\n  - title: Costs\n    file: bins/costs.csv" };
    const text = reportOf(fields, `${BODY}\n3. As Annex A says, the LEP pays: paragraph \n`);
    await editor.open(PATH, text);
    const labels = async (words: string): Promise<readonly string[]> => {
      const position = placeIn(text, words, words.length);
      const items = await editor.ask<CompletionItem[]>("textDocument/completion", { ...textDocument(uri), position });
      return items.map(({ label }) => label);
    };
    expect(await labels("LEP pays: paragraph ")).toEqual(["1", "2", "3"]);
    expect(await labels("committee: ")).toEqual(["children"]);
    expect(await labels("file: ")).toEqual(["../../shared/map.csv", "bins/costs.csv"]);
    expect(await labels("\nt")).toContain("meeting");
    const hover = async (words: string, into: number): Promise<string> => {
      const position = placeIn(text, words, into);
      const { contents } = await editor.ask<Hover>("textDocument/hover", { ...textDocument(uri), position });
      return typeof contents === "object" && "value" in contents ? contents.value : "";
    };
    expect(await hover("paragraph 1.", 10)).toBe("Paragraph 1\n\nCollecting bins costs more each year.");
    expect(await hover("LEP", 1)).toBe("LEP\n\nLocal Enterprise Partnership");
    expect(await hover("the HSB", 5)).toBe("HSB\n\nHarmful Sexual Behaviour");
    const definition = async (words: string, into: number): Promise<readonly [string, number]> => {
      const position = placeIn(text, words, into);
      const found = await editor.ask<Location>("textDocument/definition", { ...textDocument(uri), position });
      return [found.uri, found.range.start.line];
    };
    expect(await definition("paragraph 1.", 10)).toEqual([uri, placeIn(text, "1. Collecting").line]);
    expect(await definition("the HSB", 5)).toEqual([uri, placeIn(text, "(HSB").line]);
    expect(await definition("LEP", 1)).toEqual([editor.uriOf("content/site.yml"), 6]);
    expect(await definition("Annex A", 3)).toEqual([editor.uriOf("content/reports/2024/bins/costs.csv"), 0]);
    expect(await definition("children", 3)).toEqual([editor.uriOf("content/site.yml"), 3]);
  });

  it.runIf(isThorough)("gives the outline as a list to an editor that knows no trees", async () => {
    const root = workspace();
    const editor = await startEditor(root, { capabilities: { textDocument: {} } });
    await editor.open(PATH, readFileSync(join(root, PATH), "utf8"));
    const found = await editor.ask<SymbolInformation[]>(
      "textDocument/documentSymbol",
      textDocument(editor.uriOf(PATH)),
    );
    expect(found.map(({ name, location }) => [name.slice(0, 12), location.range.start.line])).toEqual([
      ["Costs", 7],
      ["1 Collecting", 9],
      ["2 The Harmfu", 11],
    ]);
  });

  it.runIf(isThorough)("goes on after requests that make no sense", async () => {
    const root = workspace();
    const editor = await startEditor(root);
    const nowhere = { ...textDocument("untitled:Untitled-1"), position: { line: 9999, character: -3 } };
    expect(await editor.ask("textDocument/hover", {})).toBe(null);
    expect(await editor.ask("textDocument/hover", nowhere)).toBe(null);
    expect(await editor.ask("textDocument/completion", { ...nowhere, ...textDocument("http://[") })).toBe(null);
    expect(await editor.ask("textDocument/codeAction", textDocument(editor.uriOf(PATH)))).toBe(null);
    await expect(editor.ask("textDocument/unheardOf", {})).rejects.toThrow(/Unhandled method/);
    await editor.open(PATH, readFileSync(join(root, PATH), "utf8"));
    const far = { ...textDocument(editor.uriOf(PATH)), position: { line: 9999, character: 9999 } };
    for (const method of ["hover", "definition"]) expect(await editor.ask(`textDocument/${method}`, far)).toBe(null);
    expect(await editor.ask("textDocument/completion", far)).toEqual([]);
    expect(await editor.ask("textDocument/codeAction", textDocument(editor.uriOf(PATH)))).toBe(null);
    await editor.notify("textDocument/didChange", {
      ...textDocument(editor.uriOf(PATH)),
      contentChanges: [{ range: 1 }],
    });
    await editor.notify("textDocument/didOpen", {});
    await editor.notify("workspace/didChangeWatchedFiles", { changes: 3 });
    editor.send("Content-Length: 5\r\n\r\n{abc}");
    await editor.change(PATH, reportOf({ title: "Bins" }, "Words <b>here.\n"));
    await editor.rules(PATH, "raw-html");
    expect(editor.logged().join("\n")).not.toMatch(/\n\s+at /);
    expect(editor.printed()).toBe("");
    expect(await editor.stop()).toBe(0);
  });

  it("goes on where settings are broken, the folder is deleted, or a file is too large", async () => {
    const root = workspace();
    const editor = await startEditor(root);
    const text = readFileSync(join(root, PATH), "utf8");
    await editor.open(PATH, text);
    await editor.rules(PATH);
    await editor.open("content/site.yml", "council: [\n");
    await editor.rules("content/site.yml", "settings-syntax");
    await editor.change("content/site.yml", SITE);
    await editor.rules("content/site.yml");
    await editor.change(PATH, `${text}${"long ".repeat(230_000)}\n`);
    await editor.rules(PATH, "file-too-large");
    const far = { ...textDocument(editor.uriOf(PATH)), position: placeIn(text, "paragraph 1", 10) };
    expect(await editor.ask("textDocument/hover", far)).toBe(null);
    renameSync(join(root, "content"), join(root, "elsewhere"));
    await editor.change(PATH, `${text}\n<b>\n`);
    await vi.waitFor(() => expect(editor.logged().join("\n")).toMatch(/there is no folder/), { timeout: WAIT });
    await editor.told(PATH, ({ diagnostics }) => diagnostics.length === 0);
    renameSync(join(root, "elsewhere"), join(root, "content"));
    await editor.change(PATH, `${text}\n<i>\n`);
    await editor.rules(PATH, "raw-html");
    expect(editor.logged().join("\n")).not.toMatch(/\n\s+at |internal error/);
    expect(editor.printed()).toBe("");
  });

  it("quotes nothing of what is withheld in what it tells and logs", async () => {
    const root = workspace();
    const editor = await startEditor(root, { variables: { SCRUTINEER_DEBUG: "1" } });
    const fields = { title: "Settlement with Xanthippe", confidential: "{paragraphs: [14]}" };
    await editor.open(PATH, reportOf(fields, "Xanthippe asked for <b>Yolanda</b>.\n"));
    const { diagnostics } = await editor.told(PATH, (told) => told.diagnostics.some(({ code }) => code === "raw-html"));
    expect(JSON.stringify(diagnostics)).not.toMatch(/Xanthippe|Yolanda|<b>/);
    await editor.ask("textDocument/hover", {
      ...textDocument(editor.uriOf(PATH)),
      position: { line: 7, character: 3 },
    });
    expect(editor.logged().join("\n") + editor.printed()).not.toMatch(/Xanthippe|Yolanda/);
  });

  it.runIf(isThorough)("sees what other programs write, and a site that begins", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "content"));
    const editor = await startEditor(root);
    writeFiles(root, { "content/site.yml": SITE, [PATH]: reportOf({ title: "Bins" }, "Words <b>.\n") });
    await editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: editor.uriOf("content/site.yml"), type: 1 }],
    });
    await editor.told(PATH, ({ diagnostics }) => diagnostics.length === 1);
    writeFileSync(join(root, PATH), reportOf({ title: "Bins" }));
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: editor.uriOf(PATH), type: 2 }] });
    await editor.told(PATH, ({ diagnostics }) => diagnostics.length === 0);
    rmSync(join(root, PATH));
    expect(existsSync(join(root, PATH))).toBe(false);
  });

  it.runIf(isThorough)(
    "names files as the editor does, whose workspace is there by a symbolic link, with accents in either form",
    async () => {
      const name = "content/reports/2024/cafe\u0301.md";
      const root = workspace({ [name]: reportOf({ title: "Caf\u00e9" }, "Words <b>.\n") });
      const link = join(temporaryFolder(), "work");
      symlinkSync(root, link, "dir");
      const editor = await startEditor(link);
      await editor.told(name, ({ diagnostics }) => diagnostics.length === 1);
      await editor.open(name, reportOf({ title: "Caf\u00e9" }, "Words <b> and <i>.\n"));
      await editor.rules(name, "raw-html", "raw-html");
      await editor.open(PATH, reportOf({ title: "Bins" }, "Words <b>.\n"));
      await editor.rules(PATH, "raw-html");
    },
  );

  it("ends with its editor", async () => {
    const editor = await startEditor(workspace());
    expect(await editor.leave()).toBe(1);
    expect(editor.printed()).toBe("");
  });
});

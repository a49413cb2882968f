import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms of src/, as ARCHITECTURE.md has them: each may import those before it. */
const ROOMS = roomsIn(readFileSync("ARCHITECTURE.md", "utf8"));
const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => posix.join("src", name.replaceAll("\\", "/")))
  .filter((name) => name.endsWith(".ts"));
const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file)]));

/** These see no more than this, whatever their place in the order. */
const NARROW: Readonly<Record<string, readonly string[]>> = { attachments: ["attachments", "model"] };

function roomsIn(text: string): readonly string[] {
  const [, list = ""] = /^Order of the rooms: (.+?)\.$/ms.exec(text) ?? [];
  return list.split(/\s*→\s*/).map((room) => room.replace(/[`\s]/g, ""));
}

function importsOf(file: string): readonly string[] {
  const specifiers = readFileSync(file, "utf8").matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return Array.from(specifiers, ([, path = ""]) => posix.normalize(posix.join(posix.dirname(file), path)));
}

/** The innermost room of a file; `cli` is one file. */
function roomOf(file: string): string | undefined {
  const holding = ROOMS.filter((room) => file === `src/${room}.ts` || file.startsWith(`src/${room}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

describe("the rooms of src/", () => {
  it("are listed, and hold every file", () => {
    expect(ROOMS.length).toBeGreaterThan(20);
    expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(ROOMS.filter((room) => !FILES.some((file) => roomOf(file) === room))).toEqual([]);
  });

  it("import one way, types, too", () => {
    const upward = [...IMPORTS].flatMap(([file, targets]) =>
      targets
        .filter((target) => ROOMS.indexOf(roomOf(target) ?? "") > ROOMS.indexOf(roomOf(file) ?? ""))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("see no more than they may", () => {
    const forbidden = [...IMPORTS].flatMap(([file, targets]) => {
      const seen = NARROW[roomOf(file) ?? ""];
      return targets
        .filter((target) => seen && !seen.includes(roomOf(target) ?? ""))
        .map((target) => `${file} → ${target}`);
    });
    expect(forbidden).toEqual([]);
  });

  it("hold no circle of imports, of types, too", () => {
    const left = new Map(IMPORTS);
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      const imported = new Set([...left.values()].flat());
      for (const [file, targets] of left)
        if (!imported.has(file) || targets.every((target) => !left.has(target))) left.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });
});

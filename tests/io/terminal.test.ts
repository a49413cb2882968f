import { afterEach, describe, expect, it, vi } from "vitest";
import { terminal } from "../../src/io/terminal.ts";

const HYPERLINKS = { TERM: "xterm-kitty", TERM_PROGRAM: "", VTE_VERSION: "", CI: "", NO_COLOR: "", FORCE_COLOR: "3" };

/** What the program takes standard error for, where it is or is not a terminal and the environment says this. */
function taken(isTerminal: boolean, variables: Readonly<Record<string, string>>, isColourWanted = true) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.spyOn(process.stderr, "isTTY", "get").mockReturnValue(isTerminal);
  return terminal({ isColourWanted });
}

Object.defineProperty(process.stderr, "isTTY", { get: () => false, configurable: true });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("standard error", () => {
  it("has links to pages of help where the terminal can follow them", async () => {
    expect(await taken(true, HYPERLINKS)).toMatchObject({ hasHyperlinks: true, isInteractive: true, hasColour: true });
  });

  it.each([
    ["a terminal that is not known to follow them", true, { ...HYPERLINKS, TERM: "xterm" }],
    ["a CI", true, { ...HYPERLINKS, CI: "true" }],
    ["a terminal without colours", true, { ...HYPERLINKS, NO_COLOR: "1" }],
    ["a file", false, HYPERLINKS],
    ["a file, though they are forced", false, { ...HYPERLINKS, FORCE_HYPERLINK: "1", NETLIFY: "true" }],
  ])("has none for %s", async (_name, isTerminal, variables) => {
    expect((await taken(isTerminal, variables)).hasHyperlinks).toBe(false);
  });

  it("has neither colours nor links where no colour is wanted", async () => {
    expect(await taken(true, HYPERLINKS, false)).toMatchObject({ hasColour: false, hasHyperlinks: false });
  });
});

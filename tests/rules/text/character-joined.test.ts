import { describe, expect, it } from "vitest";
import { findingsOf, foundBy } from "../found-in-text.ts";

describe("character-joined", () => {
  it("says which letters are joined", () => {
    expect(findingsOf("The \uFB01nal o\uFB03ce.").map(({ fix }) => fix)).toEqual(["type fi", "type ffi"]);
  });

  it("leaves other letters alone", () => {
    expect(foundBy("character-joined", "æ œ ĳ ß final")).toEqual([]);
  });
});

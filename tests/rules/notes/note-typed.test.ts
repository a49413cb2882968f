import { describe, expect, it } from "vitest";
import { foundIn } from "../found-in.ts";

describe("notes that are typed as text", () => {
  const found = (body: string) => foundIn(body, ["note-typed"]);

  it("are raised once, at the first", () => {
    expect(found("Rain fell.[1] It rose.[2]\n\n[1] Log.\n[2] Letter.\n")).toEqual(["note-typed 1:11"]);
    expect(found("Rain fell,[12] and rose.[13]\n")).toEqual(["note-typed 1:11"]);
  });

  it.each([
    "Rain fell.[^1]\n\n[^1]: Log.\n",
    "Rain fell [1](https://example.org).\n",
    "See Smith [2019] and one mark.[3]\n",
  ])("are not raised: %j", (body) => {
    expect(found(body)).toEqual([]);
  });
});

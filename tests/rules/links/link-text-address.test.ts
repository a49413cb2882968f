import { describe, expect, it } from "vitest";
import { foundBy } from "../found-in-text.ts";

describe("link-text-address", () => {
  const long = `https://a.example/${"path/".repeat(12)}`;

  it.each([`See ${long} there.`, `See <${long}> there.`, `See [${long}](${long}) there.`])("finds %j", (body) => {
    expect(foundBy("link-text-address", body).length).toBe(1);
  });

  it.each([`See [the plan](${long}).`, `One.[^1]\n\n[^1]: See ${long}`, "See https://a.example/b.", `\`${long}\``])(
    "is quiet: %j",
    (body) => {
      expect(foundBy("link-text-address", body)).toEqual([]);
    },
  );
});

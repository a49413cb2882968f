import { describe, expect, it } from "vitest";
import { isSaying, isSpeech } from "../../src/report/reference-verbs.ts";

describe("the verbs of texts", () => {
  it("are known in each of their forms", () => {
    const forms =
      "specify specifies specified discusses address addressed place placed portray say says said forbade gave";
    expect(forms.split(" ").filter((verb) => !isSaying(verb))).toEqual(["portray"]);
  });

  it("are speech only where somebody could speak them", () => {
    expect(isSpeech("replied")).toBe(true);
    expect(isSpeech("lists")).toBe(false);
    expect(isSaying("lists")).toBe(true);
  });
});

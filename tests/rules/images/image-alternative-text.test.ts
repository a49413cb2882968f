import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("image-alternative-text is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with an image without alternative text", "Words.\n\n![](update/a.png)\n", ["image-alternative-text 3:1"]],
    ["with blank alternative text", "![ ](update/a.png)\n", ["image-alternative-text 1:1"]],
    [
      "with an image by reference without alternative text",
      "![][a]\n\n[a]: update/a.png\n",
      ["image-alternative-text 1:1"],
    ],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});

import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "../found-in.ts";

const SIGNS: readonly RuleId[] = ["link-unread", "emphasis-unread", "line-drawn"];

describe("a link that is shown as its signs", () => {
  it.each<[string, string, readonly string[]]>([
    ["a blank in a link", "See [the plan] (https://a.b/c).\n", ["link-unread 1:5"]],
    ["a blank in a link to a file", "See [the plan] (update/plan.pdf).\n", ["link-unread 1:5"]],
    ["a blank in an image", "See ![bars that fall] (update/a.png).\n", ["link-unread 1:5"]],
    ["a line break in a link's words", "A.\nSee [the plan] (https://a.b/c).\n", ["link-unread 2:5"]],
    ["a blank in an address", "See [the plan](update/the plan.pdf) now.\n", ["link-unread 1:5"]],
    ["a blank in an address of the web", "See [it](https://a.b/the plan.pdf).\n", ["link-unread 1:5"]],
    ["a blank in the address of an image", "See ![bars](update/a b.png).\n", ["link-unread 1:5"]],
    ["emphasis in the words", "See [the *plan*](a b.pdf).\n", ["link-unread 1:5"]],
    ["a title that does not end", 'See [it](a.pdf "The plan).\n', ["link-unread 1:5"]],
    ["a title between curled signs", "See [it](a.pdf “The plan”).\n", ["link-unread 1:5"]],
    ["braces", "See [the plan]{https://a.b/c}.\n", ["link-unread 1:5"]],
    ["the brackets the other way round", "See (the plan)[https://a.b/c].\n", ["link-unread 1:5"]],
    ["one bracket for two", "See [the plan(https://a.b/c) now.\n", ["link-unread 1:5"]],
    ["no closing bracket", "See [the plan](https://a.b/c now.\n", ["link-unread 1:5"]],
    ["no opening bracket", "See the plan](https://a.b/c) now.\n", ["link-unread 1:13"]],
    ["a line end before the address", "A. See [the plan]\n(https://a.b/c) now.\n", ["link-unread 1:8"]],
    ["a line end in a quotation", "> See [the plan]\n> (https://a.b/c) now.\n", ["link-unread 1:7"]],
    ["a link within a link", "See [a [b](https://a.b) c](d.pdf).\n", ["link-unread 1:5"]],
    ["a blank in the line of an address", "See the plan.\n\n[plan]: update/the plan.pdf\n", ["link-unread 3:1"]],
    ["www. between < and >", "See <www.example.org> now.\n", ["link-unread 1:5"]],
    ["a blank between < and >", "See <https://a.b/the plan.pdf> now.\n", ["link-unread 1:5"]],
    [
      "www. without https://",
      "See www.example.org/a_b_c, and\nwww.example.org.\n",
      ["link-unread 1:5", "link-unread 2:1"],
    ],
    ["www. in a heading", "## See www.example.org\n\nA.\n", ["link-unread 1:8"]],
    ["a link in a cell", "A.\n\n| a |\n|---|\n| [b](c d.pdf) |\n", ["link-unread 5:3"]],
    ["a name without an address", "See [the plan][plan].\n", ["link-unread 1:5"]],
  ])("are raised: %s", (_name, body, expected) => {
    expect(foundIn(body, SIGNS)).toEqual(expected);
  });

  it.each([
    ["a link", "See [the plan](https://a.b/c) and [plan].\n\n[plan]: https://a.b\n"],
    ["words in brackets before others", "He [the chair] (then new) agreed.\n"],
    ["addresses with blanks as they should be", "See [a](<b c.pdf>) and [d](e%20f.pdf).\n"],
    ["words in both brackets", "[He](the chair) said (see above)[sic] that [the chair (then new)] agreed {so}.\n"],
    ["an address in square brackets", "He wrote [see the plan (https://a.b/c)] to us.\n"],
    ["the address of a link as its words", "See [www.example.org](https://www.example.org).\n"],
    ["an address with its scheme", "See https://www.example.org, <https://www.example.org> and a@www.example.org.\n"],
    ["brackets before a list of letters", "Parts [a](b) and f(x)[1] and [1](c).\n"],
    ["a link in code", "`[a](b c.pdf)` and `www.example.org`\n"],
    ["less than", "5 <6 and 7> 3 and <b\n"],
    ["the citation of a case", "See [2019] EWCA Civ 1 and [2020][^1].\n\n[^1]: A.\n"],
    ["brackets that are text", "See \\[the plan\\] (https://a.b/c).\n"],
  ])("are not raised of %s", (_name, body) => {
    expect(foundIn(body, SIGNS)).toEqual([]);
  });

  it.each([
    ["See [the plan](update/the plan.pdf).", "<update/the plan.pdf>"],
    ["See [it](https://a.b/the plan.pdf).", "https://a.b/the%20plan.pdf"],
    ['See [it](a b.pdf "The plan).', '(<a b.pdf> "The plan")'],
    ["See (the plan)[www.example.org].", "[the plan](https://www.example.org)"],
    ["See [the plan]{update/the plan.pdf}.", "[the plan](<update/the plan.pdf>)"],
    ["See <https://a.b/the plan.pdf>.", "<https://a.b/the%20plan.pdf>"],
    ["See [the plan](https://a.b/c now.", "(https://a.b/c)"],
  ])("say what to write: %s", (body, written) => {
    expect(diagnosticsIn(`${body}\n`).find(({ rule }) => rule === "link-unread")?.fix).toContain(written);
  });
});

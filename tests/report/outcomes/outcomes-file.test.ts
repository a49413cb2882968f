import { describe, expect, it } from "vitest";
import { readOutcomesFile } from "../../../src/report/outcomes/outcomes-file.ts";
import { placesOf, raisedBy } from "../../compile-text.ts";

const PATH = "reports/2019/update/recommendations.yml";

function read(text: string) {
  const { result, findings } = raisedBy((raise) => readOutcomesFile({ path: PATH, text }, raise));
  return { result, findings, words: findings.map(({ message, fix }) => `${message} – ${fix ?? ""}`) };
}

describe("the file of outcomes", () => {
  it("gives the day of notice, and what became of each recommendation under its label", () => {
    const { result, findings } = read(
      "# Kept by Democratic Services\nnotice: 10 October 2024\n1: {to: Cabinet, response: Accepted, date: 2024-12-03, status: on track, due: 2025-03-31, note: Funded from reserves.}\n(a): {to: NHS Trust, response: accepted in part, status: complete, evidence: ../2025/progress.md#para-5}\nR3: {to: Cabinet}\n",
    );
    expect(findings).toEqual([]);
    expect(result?.notice).toBe("2024-10-10");
    expect(result?.entries.map(({ label, outcome }) => [label, outcome])).toEqual([
      [
        "1",
        {
          to: "Cabinet",
          response: "accepted",
          date: "2024-12-03",
          status: "on track",
          due: "2025-03-31",
          note: "Funded from reserves.",
        },
      ],
      [
        "(a)",
        {
          to: "NHS Trust",
          response: "accepted in part",
          status: "complete",
          evidence: "../2025/progress.md#para-5",
        },
      ],
      ["R3", { to: "Cabinet", response: "awaited" }],
    ]);
  });

  it("may say nothing yet", () => {
    expect(read("# to follow\n\n")).toMatchObject({ findings: [], result: { entries: [] } });
  });

  it.each([
    [
      "a status that is not known",
      "1:\n  status: on trak\n",
      "2:11",
      /must be not started, .* did you mean `on track`\?/,
    ],
    ["another word of councils", "1: {response: agreed}\n", "1:15", /did you mean `accepted`\?/],
    ["a status in place of a response", "1: {response: complete}\n", "1:15", /write it as `status: complete`/],
    ["a response in place of a status", "1: {status: rejected}\n", "1:13", /write it as `response: rejected`/],
    ["a word that is like none", "1: {status: purple}\n", "1:13", /write one of these words/],
    ["a date that is none", "1: {response: accepted, date: 2024-02-30}\n", "1:31", /February 2024 has 29 days/],
    ["a date that can be read in two ways", "notice: 03/04/2024\n", "1:9", /can be read as/],
    ["a date of a response that is awaited", "1: {date: 2024-12-03}\n", "1:11", /the response is still awaited/],
    ["a field that is not known", "1: {reponse: accepted}\n", "1:5", /did you mean `response`\?/],
    ["a field that says that it is withheld", "1: {confidential: Yes}\n", "1:5", /between :::exempt and :::/],
    ["notice that is mistyped", "notise: 2024-10-10\n", "1:9", /did you mean `notice`\?/],
    ["words in place of fields", "1: accepted\n", "1:4", /must be a mapping of to, response/],
    ["a recommendation without fields", "1:\n", "1:1", /must be a mapping of to, response/],
    ["an empty value", "1: {to: }\n", "1:5", /is empty/],
    ["one label twice", "1: {to: Cabinet}\n1: {to: Council}\n", "2:1", /is here twice/],
    [
      "evidence that is neither path nor address",
      "1: {evidence: minutes of June}\n",
      "1:15",
      /must be the path of a report/,
    ],
    ["evidence of another kind", "1: {evidence: 'ftp://example.org/a'}\n", "1:15", /begins with https/],
    ["a name that a program takes for its own", "__proto__: {to: Cabinet}\n", "1:1", /is not a recommendation/],
    ["a list", "- 1\n- 2\n", "1:1", /`name: value`/],
    ["an anchor", "1: &a {to: Cabinet}\n2: *a\n", "1:4", /anchor or alias/],
    ["an HTML comment", "1: {note: 'Done <!-- not -->'}\n", "1:11", /HTML comment/],
  ])("says at its place what is wrong with %s", (_name, text, at, words) => {
    const { findings, words: said } = read(text);
    expect(placesOf(findings)).toEqual(expect.arrayContaining([`recommendations-file ${at}`]));
    expect(said.join("\n")).toMatch(words);
  });

  it("raises every mistake, those of the notice, too", () => {
    expect(placesOf(read("notice: soon\n1: {response: no}\n2: {due: later}\n").findings)).toEqual([
      "recommendations-file 1:9",
      "recommendations-file 2:15",
      "recommendations-file 3:10",
    ]);
  });

  it("raises a password in an address", () => {
    const { findings } = read("1: {evidence: 'https://user:hunter2@example.org/a'}\n");
    expect(findings.map(({ rule }) => rule)).toContain("link-credential");
  });
});

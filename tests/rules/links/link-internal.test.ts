import { describe, expect, it } from "vitest";
import { diagnosticsOf, type Fields } from "../found-in.ts";
import { foundBy } from "../found-in-text.ts";

const rulesOf = (fields: Fields, settings?: string): readonly string[] =>
  diagnosticsOf(fields, settings).map(({ rule }) => rule);

describe("link-internal", () => {
  it.each([
    "http://intranet/budget",
    "https://files.council.local/a",
    "https://intranet.aldermere.example/a",
    "http://localhost:3000/",
    "http://10.1.2.3/a",
    "http://172.31.0.1/",
    "http://192.168.0.10/a",
    "http://169.254.1.1/",
    "http://0x7f000001/",
    "http://[::1]/",
    "http://[fd00::1]/a",
    "http://[fe80::1]/",
    "http://[::ffff:10.0.0.1]/",
    "https://aldermere.sharepoint.com/:w:/s/team/abc",
    "https://teams.microsoft.com/l/channel/19",
    "https://outlook.office.com/mail/",
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example",
    "https://server.internal/",
    "https://nas.lan/",
  ])("finds %j as a link, an image, a definition and in the text", (url) => {
    expect(foundBy("link-internal", `See [the plan](${url}).`)).toEqual([`[the plan](${url})`]);
    expect(foundBy("link-internal", `See ![A map](${url}).`)).toEqual([`![A map](${url})`]);
    expect(foundBy("link-internal", `See [it].\n\n[it]: ${url}`)).toEqual([`[it]: ${url}`]);
    expect(foundBy("link-internal", `See ${url} there.`)).toEqual([url]);
  });

  it.each([
    ["It is at \\\\server\\share\\budget now.", /^\\\\server\\share\\/],
    ["It is at S:\\Transport\\Budget now.", /^S:\\Transport\\Budget$/],
    ["It is at file:///S:/budget now.", /^file:\/\/\/S:\/budget$/],
    ["It is at (\\\\fs01\\data$).", /^\\\\fs01\\data/],
  ])("finds the path of a drive in the text: %j", (body, path) => {
    expect(foundBy("link-internal", body)).toEqual([expect.stringMatching(path)]);
  });

  it.each([
    "https://www.aldermere.example/",
    "http://172.32.0.1/",
    "http://11.0.0.1/",
    "http://[2001:db8::1]/",
    "https://teams.microsoft.com/l/meetup-join/19",
    "https://www.local.gov.uk/",
    "https://lan.example/",
    "https://internal-audit.example/",
    "mailto:a@b.example",
    "../2018/plan.md",
  ])("is quiet: %j", (url) => {
    expect(foundBy("link-internal", `See [the plan](${url}).`)).toEqual([]);
  });

  it.each([
    "Either and\\or both.",
    "A line ends with \\r\\n here.",
    "The ratio C:D.",
    "file: the plan",
    "`\\\\server\\share`",
    "Option A:\\* b",
  ])("is quiet: %j", (body) => {
    expect(foundBy("link-internal", body)).toEqual([]);
  });
});

describe("an address of a background paper", () => {
  it("is looked at as a link is", () => {
    const background = "[{title: Plan, url: http://intranet/plan}]";
    expect(rulesOf({ background })).toEqual(["link-internal"]);
    expect(rulesOf({ background: "[{title: Plan, url: https://a.example/plan}]" })).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Law } from "../../src/law/law.ts";
import { exemptParagraphs, JURISDICTIONS, lawOf } from "../../src/law/laws.ts";

const PAGE = fileURLToPath(new URL("../../docs/law.md", import.meta.url));
const TABLES = /(?<=<!-- law -->\n)[\s\S]*(?=<!-- \/law -->)/;

function tablesOf(law: Law): string {
  const { publicInterest, confidential, notice, urgency, background, kept } = law;
  const hasTest = (number: number): string => (publicInterest?.paragraphs.includes(number) ? "yes" : "no");
  const paragraphs = exemptParagraphs(law).map(
    (number) => `| ${number} | ${law.exempt[number] ?? ""} | ${hasTest(number)} |`,
  );
  const test =
    publicInterest === undefined
      ? "There is no general test of the public interest."
      : `The test of the public interest is in ${publicInterest.source}.`;
  const missing = law.notHeld.length === 0 ? "" : ` Not held: ${law.notHeld.join(", ")}.`;
  return [
    `## ${law.jurisdiction}`,
    "",
    `Exempt information: ${law.schedule}. ${test}${missing}`,
    "",
    "| paragraph | words | test of the public interest |",
    "|---|---|---|",
    ...paragraphs,
    "",
    "| of | the law says | where |",
    "|---|---|---|",
    `| confidential information | (a) ${confidential.words[0]}; (b) ${confidential.words[1]} | ${confidential.source} |`,
    `| the resolution to exclude the public | whenever ${law.exclusion.whenever}; it names the item and the paragraphs | ${law.exclusion.source} |`,
    `| confidential information at a meeting | the public must be excluded, without a resolution | ${law.exclusion.withoutResolution} |`,
    `| each copy of what is withheld | "Not for publication", and the description of the information | ${law.marking} |`,
    `| papers before a meeting | ${notice.days} ${notice.counting} | ${notice.source} |`,
    `| an item that was not on the agenda for so long | it may be considered if ${urgency.words} | ${urgency.source} |`,
    `| background papers | each copy of a report has a list of them, without published works | ${background.list} |`,
    ...(background.online === undefined
      ? []
      : [`| background papers, too | each is on the website | ${background.online} |`]),
    `| papers after a meeting | public for ${kept.papers} years, background papers for ${kept.background} | ${kept.source} |`,
    `| bank holidays | ${BANK_HOLIDAYS[law.bankHolidays]} | |`,
    `| accessibility of websites | ${law.enforcer} | |`,
    "",
  ].join("\n");
}

const BANK_HOLIDAYS: Readonly<Record<Law["bankHolidays"], string>> = {
  "england-and-wales": "those of England and Wales",
  scotland: "those of Scotland",
  "northern-ireland": "those of Northern Ireland",
};

it("docs/law.md shows all that is held of each law", async () => {
  const page = readFileSync(PAGE, "utf8");
  expect(page).toMatch(TABLES);
  const tables = JURISDICTIONS.map((nation) => tablesOf(lawOf(nation))).join("\n");
  await expect(page.replace(TABLES, () => `\n${tables}\n`)).toMatchFileSnapshot(PAGE);
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JURISDICTIONS, lawOf } from "../../src/law/laws.ts";
import { countNotice, latestPublication } from "../../src/law/notice-days.ts";

/** Made by a program of its own, which counts the days one by one and takes bank holidays from the government's list. */
const [, ...rows] = readFileSync(new URL("worked-dates.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const worked = rows.map((row) => {
  const [nation = "", published = "", meeting = "", notice = "", latest = ""] = row.split("\t");
  const law = JURISDICTIONS.find((one) => one === nation);
  if (law === undefined) throw new Error(`no nation: ${nation}`);
  return { nation: law, published, meeting, notice: Number(notice), latest };
});

describe("the days of notice that a meeting has of a paper", () => {
  it("are worked out for fifty meetings in each nation", () => {
    for (const nation of JURISDICTIONS) expect(worked.filter((one) => one.nation === nation)).toHaveLength(50);
  });

  it.each(worked)(
    "$nation, published $published for $meeting: $notice",
    ({ nation, published, meeting, notice, latest }) => {
      const law = lawOf(nation);
      expect(countNotice(published, meeting, law, [])).toBe(notice);
      expect(latestPublication(meeting, law.notice.days, law, [])).toBe(latest);
    },
  );

  it("leave out the council's own days off", () => {
    const scotland = lawOf("Scotland");
    expect(countNotice("2026-09-17", "2026-09-23", scotland, [])).toBe(3);
    expect(countNotice("2026-09-17", "2026-09-23", scotland, ["2026-09-21"])).toBe(2);
    expect(latestPublication("2026-09-23", 3, scotland, ["2026-09-21"])).toBe("2026-09-16");
    expect(latestPublication("2026-09-23", 3, scotland, ["2026-09-21", "2026-09-16"])).toBe("2026-09-15");
  });

  it("are all days in Northern Ireland, and the latest day is still one on which offices are open", () => {
    const law = lawOf("Northern Ireland");
    expect(countNotice("2026-07-10", "2026-07-15", law, ["2026-07-14"])).toBe(5);
    expect(latestPublication("2026-07-17", 5, law, [])).toBe("2026-07-10");
  });
});

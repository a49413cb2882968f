import { describe, expect, it } from "vitest";
import { lawOf } from "../../../src/law/laws.ts";
import type { Jurisdiction } from "../../../src/model/settings.ts";
import { compileFile, placesOf, reportOf } from "../../compile-text.ts";

const LATE = { date: "2019-04-04", meeting: "2019-04-08" };
const AGREED = "{reason: The grant ends., chair-agreed: Yes}";

function found(fields: Readonly<Record<string, string>>, settings = "") {
  const { diagnostics } = compileFile(reportOf(fields), { settings: `council: Sallow\n${settings}` });
  return diagnostics;
}

describe("urgent-item", () => {
  it("makes no finding of an item that is late, has its reason and is agreed, and neither does clear-days", () => {
    expect(found({ ...LATE, urgency: AGREED })).toEqual([]);
    expect(placesOf(found(LATE))).toEqual(["clear-days 4:7"]);
    expect(found(LATE)[0]?.fix).toMatch(/only its report is late, put `supplement: 1`.* the item is late.* `urgency:`/);
  });

  it("is no part of a late report to an item that was on the agenda in time", () => {
    expect(found({ ...LATE, supplement: "1" })).toEqual([]);
  });

  it.each<Jurisdiction>(["England", "Wales", "Scotland", "Northern Ireland"])(
    "asks for the chair's agreement, in the words of the law: %s",
    (nation) => {
      const { words, source } = lawOf(nation).urgency;
      for (const urgency of ["{reason: The grant ends.}", "{reason: The grant ends., chair-agreed: No}"]) {
        const all = found({ ...LATE, date: "2019-04-07", urgency }, `jurisdiction: ${nation}\n`);
        expect(placesOf(all)).toEqual(["urgent-item 7:10"]);
        expect(all[0]?.severity).toBe("warning");
        expect(all[0]?.message).toContain(`${words} (${source})`);
      }
    },
  );

  it("is not needed where there are days enough, as the nation counts them, or as the settings ask", () => {
    const fields = { date: "2019-04-02", meeting: "2019-04-08", urgency: AGREED };
    expect(found(fields)).toEqual([]);
    expect(found(fields, "jurisdiction: Wales\n")[0]?.message).toContain("3 clear working days or more");
    expect(found(fields, "jurisdiction: Northern Ireland\n")[0]?.message).toContain("5 days or more");
    expect(found(fields, "jurisdiction: Wales\nclear-days: 5\n")).toEqual([]);
    expect(found({ ...fields, date: "2019-03-29" })[0]?.message).toContain("(section 100B(3) of the Local");
    const more = found({ ...fields, date: "2019-03-22" }, "clear-days: 8\n");
    expect(more.map(({ message }) => message)).toEqual([
      "by its date the report is public for 8 clear working days or more before the meeting, as `clear-days:` in `site.yml` asks: an item that was on the agenda for so long needs no urgency",
    ]);
    expect(found({ ...fields, date: "2019-03-29" }, "days-off: [2019-04-03]\n")).toEqual([]);
    expect(found({ ...fields, date: "2019-04-08" })).toEqual([]);
  });

  it("is of a meeting", () => {
    expect(found({ urgency: AGREED }).map(({ message }) => message)).toEqual([
      "`urgency:` is of an item at a meeting, and the report names none",
    ]);
  });

  it.each(["Yes", "{chair-agreed: Yes}", "{reason: X, chair-agreed: perhaps}", "{reason: X, agreed: Yes}"])(
    "is an error where it has another form: %s",
    (urgency) => {
      const all = found({ ...LATE, urgency });
      expect(all.some(({ severity, place }) => severity === "error" && place.line === 7)).toBe(true);
    },
  );
});

import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { siteFiles } from "../site-files.ts";

const SETTINGS =
  "council: Sallow; Vale\ncommittees: [{id: health, name: 'Health, Care; and more'}, {id: roads, name: Roads}]\n";
const VENUE = "Ystafell Bwyllgor Ŵ, Neuadd y Ddinas, Aldermere; mynedfa o'r ochr ddwyreiniol – gofynnwch i'r dderbynfa";

const TEXTS = {
  "reports/a.md": reportOf({ committee: "health", meeting: "2025-03-29" }),
  "meetings/health/2025-03-29.md": "---\nvenue: Hall\n---\n",
  "meetings/health/2025-06-12.md": `---\ntime: 6.30pm\nend: "21:00"\nvenue: ${VENUE}\nonline: https://example.org/a,b;c\n---\n`,
  "meetings/health/2025-12-11.md": "---\ntitle: Extraordinary meeting\ntime: 10am\nstatus: cancelled\n---\n",
  "meetings/health/2026-01-15.md": "---\nstatus: postponed\n---\n",
};
const files = siteFiles(TEXTS, { settings: `${SETTINGS}base-url: https://sallow.example/scrutiny/\n` });
const text = files.get("committees/health/meetings.ics") ?? "";

/** The events of a calendar, as an independent reader has them. */
function eventsOf(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar));
  for (const zone of component.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return component.getAllSubcomponents("vevent").map((event) => ({
    ...{ event: new ICAL.Event(event), status: String(event.getFirstPropertyValue("status")) },
    stamp: String(event.getFirstPropertyValue("dtstamp")),
    url: String(event.getFirstPropertyValue("url")),
  }));
}

const [wholeDay, timed, cancelled, postponed] = eventsOf(text);

describe("the calendar of a committee", () => {
  it("has each meeting, earliest first, by a name that stays", () => {
    expect(eventsOf(text).map(({ event }) => event.uid)).toEqual(
      ["2025-03-29", "2025-06-12", "2025-12-11", "2026-01-15"].map((date) => `${date}.health@sallow.example`),
    );
    expect(eventsOf(text).map(({ stamp }) => stamp)).toContain("2025-06-12T00:00:00Z");
  });

  it("has a whole day where there is no time", () => {
    expect(wholeDay?.event.startDate.isDate).toBe(true);
    expect(String(wholeDay?.event.startDate)).toBe("2025-03-29");
    expect(String(wholeDay?.event.endDate)).toBe("2025-03-30");
  });

  it("has times by the clock of London, in summer and in winter", () => {
    expect(timed?.event.startDate.toJSDate().toISOString()).toBe("2025-06-12T17:30:00.000Z");
    expect(timed?.event.endDate.toJSDate().toISOString()).toBe("2025-06-12T20:00:00.000Z");
    expect(cancelled?.event.startDate.toJSDate().toISOString()).toBe("2025-12-11T10:00:00.000Z");
  });

  it("says what does not take place", () => {
    expect([wholeDay, timed, cancelled, postponed].map((one) => one?.status)).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "CANCELLED",
      "CANCELLED",
    ]);
    expect(cancelled?.event.summary).toBe("Cancelled: Health, Care; and more: Extraordinary meeting");
    expect(postponed?.event.summary).toBe("Postponed: Health, Care; and more");
  });

  it("keeps every word, whatever signs it holds and however long it is", () => {
    expect(timed?.event.location).toBe(VENUE);
    expect(timed?.event.description).toBe("Follow the meeting online: https://example.org/a,b;c");
    expect(timed?.url).toBe("https://sallow.example/scrutiny/committees/health/2025-06-12/");
  });

  it("has lines of 75 octets at most that end as they must", () => {
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lengths = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBe(75);
    expect(text).not.toContain("\ufffd");
  });

  it("is named on the page of the committee, and not there without meetings", () => {
    expect(files.get("committees/health/index.html")).toContain('href="meetings.ics"');
    expect(files.has("committees/roads/meetings.ics")).toBe(false);
    expect(files.get("committees/roads/index.html")).not.toContain("meetings.ics");
  });

  it("is the same in every time zone, and has names without the site's address", () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Auckland";
    const local = siteFiles(TEXTS, { settings: SETTINGS }).get("committees/health/meetings.ics") ?? "";
    process.env["TZ"] = "America/New_York";
    expect(siteFiles(TEXTS, { settings: SETTINGS }).get("committees/health/meetings.ics")).toBe(local);
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(eventsOf(local)[0]?.event.uid).toBe("2025-03-29.health@sallow-vale");
  });
});

import { describe, expect, it } from "vitest";
import { compileReport } from "../compiled-report.ts";

const SETTINGS = `committees:
  - {id: children, name: Children and Young People Scrutiny Committee}
  - {id: licensing, name: Licensing Committee}
`;

function fixFor(committee: string): string | undefined {
  const { diagnostics } = compileReport("One.", { fields: `committee: ${committee}`, settings: SETTINGS });
  return diagnostics.find(({ rule }) => rule === "committee-unknown")?.fix;
}

describe("a committee that the settings do not list", () => {
  it("is fixed by the nearest that they do", () => {
    expect(fixFor("Licensing Commitee")).toBe(
      "write Licensing Committee, or another that site.yml lists: children, licensing",
    );
  });

  it("is fixed by any of them where none is near", () => {
    expect(fixFor("Audit")).toBe("the committees are children, licensing; site.yml lists them");
  });
});

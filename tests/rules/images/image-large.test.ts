import { describe, expect, it } from "vitest";
import type { Attachment } from "../../../src/model/report.ts";
import { compileFile, reportOf } from "../../compile-text.ts";

describe("a large image", () => {
  const found = (image: Partial<Attachment>) => {
    const path = "reports/2019/update/a.png";
    const attachment = { path, bytes: 1000, hash: "0", format: "PNG", width: 100, height: 100, ...image };
    const body = "A.\n\n![Plan of the depot](update/a.png)\n";
    return compileFile(reportOf({}, body), { attachments: [attachment] }).diagnostics.map(
      ({ rule, place, message }) => `${rule} ${place.line}: ${message}`,
    );
  };

  it.each<[string, Partial<Attachment>, string]>([
    ["wider than a page", { width: 3509, height: 100 }, "3509 × 100 pixels and 1 KB"],
    ["higher than a page", { width: 100, height: 3509 }, "100 × 3509 pixels and 1 KB"],
    ["larger than a page both ways", { width: 2481, height: 2481 }, "2481 × 2481 pixels and 1 KB"],
    ["of many bytes", { bytes: 1_000_001 }, "100 × 100 pixels and 1 MB"],
    ["a drawing of many bytes", { bytes: 2_500_000, format: "SVG", width: 9000, height: 9000 }, "2.5 MB"],
  ])("is raised: %s", (_name, image, size) => {
    expect(found(image)).toEqual([`image-large 10: reports/2019/update/a.png has ${size}, more than a page needs`]);
  });

  it.each<[string, Partial<Attachment>]>([
    ["a page lying down", { width: 3508, height: 2480 }],
    ["a page standing up", { width: 2480, height: 3508 }],
    ["of 1 MB", { bytes: 1_000_000 }],
    ["a drawing, whose size is no number of pixels", { format: "SVG", width: 9000, height: 9000 }],
  ])("is none: %s", (_name, image) => {
    expect(found(image)).toEqual([]);
  });
});

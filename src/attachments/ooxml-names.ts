import type { XmlElement } from "./xml-rewrite.ts";

const OPEN = "http://schemas.openxmlformats.org/";
const MICROSOFT = "http://schemas.microsoft.com/office/";

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OPEN}wordprocessingml/2006/main`, "w"],
  [`${OPEN}spreadsheetml/2006/main`, "s"],
  [`${OPEN}presentationml/2006/main`, "p"],
  [`${OPEN}officeDocument/2006/math`, "m"],
  [`${OPEN}officeDocument/2006/relationships`, "r"],
  [`${OPEN}drawingml/2006/main`, "a"],
  [`${OPEN}drawingml/2006/chart`, "c"],
  [`${OPEN}drawingml/2006/picture`, "pic"],
  [`${OPEN}drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${OPEN}drawingml/2006/spreadsheetDrawing`, "xdr"],
  [`${OPEN}drawingml/2006/chartDrawing`, "cdr"],
  [`${OPEN}markup-compatibility/2006`, "mc"],
  [`${MICROSOFT}word/2010/wordprocessingShape`, "wps"],
  [`${MICROSOFT}word/2010/wordprocessingGroup`, "wpg"],
  [`${MICROSOFT}word/2010/wordprocessingCanvas`, "wpc"],
  [`${MICROSOFT}word/2010/wordprocessingDrawing`, "wp14"],
  [`${MICROSOFT}drawing/2010/main`, "a14"],
  [`${MICROSOFT}excel/2006/main`, "xm"],
  [`${MICROSOFT}spreadsheetml/2009/9/main`, "x14"],
  ["urn:schemas-microsoft-com:vml", "v"],
]);

/**
 * The name of an element of Office Open XML with the prefix that is usual for its namespace; one of another namespace
 * has "?".
 */
export function usualName({ uri, local }: Pick<XmlElement, "uri" | "local">): string {
  return `${PREFIXES.get(uri) ?? "?"}:${local}`;
}

/** Names of elements from a list such as "w:p r t", where a prefix holds until the next. */
export function usualNames(list: string): ReadonlySet<string> {
  let prefix = "";
  return new Set(
    list
      .trim()
      .split(/\s+/)
      .map((word) => {
        const [before, after] = word.split(":");
        if (after !== undefined) prefix = before ?? "";
        return `${prefix}:${after ?? word}`;
      }),
  );
}

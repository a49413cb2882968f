import { resolvePath } from "../addresses/addresses.ts";
import { findUnreadLinks } from "../rules/links/unread-links.ts";
import type { Correction, ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";

/** Puts the path of a file between < and > where a blank in it keeps it from being a link, and the file is there. */
export const linksWithBlanks: ReportFix = withBlanks("link");

/** The same for images, which may change what is a paragraph, so that it is tried by itself. */
export const imagesWithBlanks: ReportFix = withBlanks("image");

function withBlanks(kind: "link" | "image"): ReportFix {
  return {
    names: ["links"],
    isEachAlone: true,
    changesLinks: true,
    find: ({ texts, exists }) => ({
      corrections: texts.flatMap((text) =>
        findUnreadLinks(text.body).flatMap(({ correction, ...unread }): readonly Correction[] => {
          const path = correction && resolvePath(text.path, correction.address.replace(/#.*$/, ""));
          if (correction === undefined || path === undefined || unread.kind !== kind || !exists(path)) return [];
          return [correctionOfBody(text, "links", [correction.start, correction.end], correction.written)];
        }),
      ),
      remarks: [],
    }),
  };
}

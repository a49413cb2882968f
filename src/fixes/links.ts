import { resolvePath } from "../addresses/addresses.ts";
import { findUnreadLinks } from "../rules/links/unread-links.ts";
import type { Mend, ReportFix } from "./fix.ts";
import { mendOfBody } from "./fixable.ts";

/** Puts the path of a file between < and > where a blank in it keeps it from being a link, and the file is there. */
export const linksWithBlanks: ReportFix = withBlanks("link");

/** The same for images, which may change what is a paragraph, so that it is tried by itself. */
export const imagesWithBlanks: ReportFix = withBlanks("image");

function withBlanks(kind: "link" | "image"): ReportFix {
  return {
    names: ["links"],
    changesLinks: true,
    find: ({ texts, exists }) => ({
      mends: texts.flatMap((text) =>
        findUnreadLinks(text.body).flatMap(({ mend, ...unread }): readonly Mend[] => {
          const path = mend && resolvePath(text.path, mend.address.replace(/#.*$/, ""));
          if (mend === undefined || path === undefined || unread.kind !== kind || !exists(path)) return [];
          return [mendOfBody(text, "links", mend.start, mend.end, mend.written)];
        }),
      ),
      remarks: [],
    }),
  };
}

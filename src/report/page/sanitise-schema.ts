import type { Schema } from "hast-util-sanitize";

/**
 * What a report's HTML may hold. No HTML of an author's ever gets here, so this is a second wall: it lets through what
 * `mdast-handlers` writes and nothing else. Ids are the program's own and keep their names: a prefix on both sides would
 * break notes.
 */
export const reportSchema: Schema = {
  tagNames: [
    ..."a abbr blockquote br caption code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section span strong sup table tbody td th thead tr ul".split(
      " ",
    ),
  ],
  attributes: {
    "*": ["id", "className", "lang", "role", "ariaLabel", "ariaDescribedBy"],
    a: ["href", "rel", "title", "dataFootnoteRef", "dataFootnoteBackref"],
    abbr: ["title"],
    div: ["tabIndex"],
    img: ["src", "alt", "title", "width", "height"],
    ol: ["start"],
    section: ["dataFootnotes"],
    th: ["scope"],
  },
  // An empty list would allow every scheme; images have none, because they lie on the site itself.
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["none"] },
  clobber: [],
  clobberPrefix: "",
  strip: ["script", "style"],
};

import { type FileFix, NOTHING_FOUND } from "./fix.ts";
import { BYTE_ORDER_MARK } from "./original-text.ts";

/** Takes away the mark with which some editors begin a file. */
export const byteOrderMark: FileFix = {
  names: ["byte-order-mark"],
  find: ({ path, original }) => {
    if (!original.startsWith(BYTE_ORDER_MARK)) return NOTHING_FOUND;
    const place = { path, line: 1, column: 1 };
    return {
      corrections: [{ name: "byte-order-mark", place, edits: [{ start: 0, end: 1, replacement: "" }] }],
      remarks: [],
    };
  },
};

import { RefusedFile } from "./refused-file.ts";

/**
 * A style sheet, or the value of a `style` attribute, without its comments. Throws `RefusedFile` where it fetches from
 * elsewhere, hides something, or is written with escapes, in which either can be spelt unseen.
 */
export function cleanStyles(css: string, remedy: string): string {
  const styles = withoutComments(css);
  if (/\\|\/\*/.test(styles)) throw new RefusedFile("its style sheet is written with escapes or open comments", remedy);
  if (fetches(styles) || /@import|@font-face|expression\s*\(|-moz-binding|behavior\s*:/i.test(styles))
    throw new RefusedFile("it takes styles, fonts or images from elsewhere", remedy);
  if (
    /(?:^|[;{\s"'])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0*)?%?\s*(?:[;}!]|$))/i.test(
      styles,
    )
  )
    throw hiddenDrawing();
  return styles;
}

/** One pass from left to right, so that no style sheet is long enough to take minutes. */
function withoutComments(css: string): string {
  let styles = "";
  let position = 0;
  for (const opening = /["']|\/\*/g; ; ) {
    opening.lastIndex = position;
    const found = opening.exec(css);
    if (found === null) return styles + css.slice(position);
    const [mark] = found;
    const isComment = mark === "/*";
    const end = css.indexOf(isComment ? "*/" : mark, found.index + mark.length);
    if (end === -1) return styles + css.slice(position);
    const after = end + (isComment ? 2 : 1);
    styles += css.slice(position, isComment ? found.index : after);
    position = after;
  }
}

/** Whether a value refers to something other than a part of the drawing itself. */
export function fetches(value: string): boolean {
  const text = value.replace(/\s+/g, " ");
  return /(?:image-set|src|image|cross-fade|element)\s*\(|url\s*\(\s*(?!["']?\s*#)|javascript:/i.test(text);
}

/** The refusal of a drawing with a part that no reader sees and that goes out with it. */
export function hiddenDrawing(): RefusedFile {
  return new RefusedFile(
    "it holds a layer or an element that is hidden, and would be published with it",
    "delete hidden layers and elements in the drawing program (or show them, if they may be seen), and save it again",
  );
}

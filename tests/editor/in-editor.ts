import type { Offer } from "../../src/editor/complete-fields.ts";
import { offersAt } from "../../src/editor/completion.ts";
import { type Cursor, linesOf } from "../../src/editor/cursor.ts";
import { definitionAt } from "../../src/editor/definition.ts";
import { type EditedReport, editedReport, reportOf } from "../../src/editor/edited-report.ts";
import { filesAround } from "../../src/editor/files-around.ts";
import { hoverAt } from "../../src/editor/hover.ts";
import type { Attachment } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { PATH, sealedTexts } from "../compile-text.ts";

/** Where the cursor is in a text. */
const CURSOR = "‸";

interface Around {
  readonly path?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly settings?: string;
  readonly attachments?: readonly string[];
}

/** A text in an editor, with the cursor where the sign ‸ is. */
export function inEditor(marked: string, { path = PATH, texts = {}, settings, attachments = [] }: Around = {}) {
  const text = marked.replace(CURSOR, "");
  const before = marked.slice(0, Math.max(0, marked.indexOf(CURSOR))).split("\n");
  const cursor: Cursor = { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const isSettings = path === "site.yml";
  const settingsText = isSettings ? text : settings;
  const content = {
    texts: sealedTexts({ ...texts, ...(isSettings ? {} : { [path]: text }) }),
    attachments: new Map(attachments.map((one) => [one, attachment(one)])),
    settings: settingsText === undefined ? undefined : new TextEncoder().encode(settingsText),
    others: [],
    findings: [],
  };
  const checked = checkContent(content, { pdf: false });
  const around = filesAround(content, checked.settings, () => undefined);
  const owner = reportOf(path, (one) => content.texts.has(one));
  const report: EditedReport | undefined = owner === undefined ? undefined : editedReport(owner, around);
  const file = { path, lines: linesOf(text) };
  return {
    report,
    around,
    offers: (): readonly Offer[] => offersAt(file, cursor, { around, report, site: checked.site }),
    hover: () => hoverAt(file, cursor, report, around),
    definition: () => definitionAt(file, cursor, report, around),
  };
}

/** What each offer writes, with what was typed in front of it. */
export function offered(marked: string, around: Around = {}): readonly string[] {
  return inEditor(marked, around)
    .offers()
    .map(({ text }) => text);
}

function attachment(path: string): Attachment {
  return { path, bytes: 12, format: "CSV", hash: path };
}

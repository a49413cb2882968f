import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Diagnostic as LspDiagnostic,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Offer } from "../editor/complete-fields.ts";
import type { Cursor } from "../editor/cursor.ts";
import type { Encoding } from "../editor/position-encoding.ts";
import type { OutlineEntry } from "../editor/symbols.ts";
import { editsOf } from "../editor/text-edits.ts";
import { addressOfHelpPage } from "../io/read-help-page.ts";
import type { Place } from "../model/source.ts";
import type { FileChange, FixedContent } from "../pipeline/fix-content.ts";
import { visible } from "../printers/printable.ts";
import { type CountedText, positionIn, rangeOf } from "./lsp-places.ts";

/** A finding as the protocol has it; `uriOf` gives the address of the other place that it is about, if that is to be told. */
export function lspDiagnostic(
  { rule, severity, message, fix, place, related }: Diagnostic,
  rangeAt: (place: Place) => Range,
  uriOf: ((path: string) => string) | undefined,
): LspDiagnostic {
  return {
    range: rangeAt(place),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    codeDescription: { href: addressOfHelpPage(rule).href },
    message: visible(fix === undefined ? message : `${message}\nTo fix it: ${fix}`),
    ...(related === undefined || uriOf === undefined
      ? {}
      : {
          relatedInformation: [
            {
              location: { uri: uriOf(related.place.path), range: rangeAt(related.place) },
              message: visible(related.message),
            },
          ],
        }),
  };
}

/** Who told of a finding. */
export const SOURCE = "scrutineer";

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} as const;

const KINDS = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  reference: CompletionItemKind.Reference,
} as const;

/** What may be written at a place, as the protocol has it. */
export function completionItem(
  { kind, text, label = text, detail, help, column }: Offer,
  index: number,
  cursor: Cursor,
  rangeAt: (place: Omit<Place, "path">) => Range,
): CompletionItem {
  return {
    label: visible(label),
    kind: KINDS[kind],
    ...(detail ? { detail: visible(detail) } : {}),
    ...(help === undefined ? {} : { documentation: visible(help) }),
    sortText: String(index).padStart(5, "0"),
    filterText: text,
    textEdit: { range: rangeAt({ line: cursor.line, column, endColumn: cursor.column }), newText: text },
  };
}

/** An entry of the outline, as the protocol has it. */
export function documentSymbol(
  { kind, name, line, column, endLine, children }: OutlineEntry,
  text: CountedText,
  encoding: Encoding,
): DocumentSymbol {
  const selectionRange = rangeOf(text, { line, column }, encoding);
  const { end } = rangeOf(text, { line: endLine, column: 1 }, encoding);
  return {
    name: visible(name),
    kind: kind === "paragraph" ? SymbolKind.String : SymbolKind.Module,
    range: { start: selectionRange.start, end },
    selectionRange,
    children: children.map((child) => documentSymbol(child, text, encoding)),
  };
}

/** An entry of the outline and all that is below it, for an editor that knows no trees. */
export function flat({ name, kind, range, children = [] }: DocumentSymbol, uri: string): SymbolInformation[] {
  return [{ name, kind, location: { uri, range } }, ...children.flatMap((child) => flat(child, uri))];
}

/**
 * What a fix writes in a file, as the protocol has it; nothing, where the file is open and has meanwhile another text than
 * was fixed.
 */
export function textDocumentEdit(
  change: FileChange,
  uri: string,
  open: TextDocument | undefined,
  encoding: Encoding,
): (TextDocumentEdit & { readonly edits: TextEdit[] }) | undefined {
  const { text, edits } = editsOf(change, open !== undefined);
  if (open !== undefined && open.getText() !== text) return undefined;
  const document = open ?? TextDocument.create(uri, "markdown", 0, text);
  const at = (offset: number) => positionIn(document, offset, encoding);
  return {
    textDocument: { uri, version: open?.version ?? null },
    edits: edits.map(({ start, end, text: newText }) => ({ range: { start: at(start), end: at(end) }, newText })),
  };
}

/** Whether a rule still finds something at a place when the fix is made. */
export function isLeft(rule: unknown, { left }: FixedContent, isIn: (place: Place) => boolean): boolean {
  return left.some((one) => one.rule === rule && isIn(one.place));
}

/** What a fix fixes. */
export function namesOf({ changes }: FixedContent): string {
  const names = changes.flatMap(({ corrections }) => corrections.map(({ name }) => name));
  return [...new Set(names)].join(", ");
}

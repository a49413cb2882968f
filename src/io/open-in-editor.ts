import launchEditor from "launch-editor";

/**
 * Opens a file at a place in the editor that runs, or that `LAUNCH_EDITOR`, `VISUAL` or `EDITOR` names. `onFailure`
 * hears why it was not opened, where that becomes known.
 */
export function openInEditor(
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
  onFailure: (why: string) => void,
): void {
  launchEditor(`${file}:${line}:${column}`, (_file, why) =>
    onFailure(
      why ??
        "no running editor was found: start yours, or name its command in the variable LAUNCH_EDITOR, such as LAUNCH_EDITOR=code",
    ),
  );
}

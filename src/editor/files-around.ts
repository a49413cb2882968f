import type { Attachment } from "../model/report.ts";
import { Sealed } from "../model/sealed.ts";
import type { Settings } from "../model/settings.ts";
import { type Content, SETTINGS } from "../site/content.ts";

/** The files around one that is edited, as its author has them: nothing is kept from who has the folder. */
export interface FilesAround {
  readonly settings: Settings;
  /** The paths of all texts, and of all files that can be attached. */
  readonly texts: Iterable<string>;
  readonly files: Iterable<string>;
  /** The bytes of a text, or of the settings; nothing, where there is none. */
  readonly bytesOf: (path: string) => Uint8Array | undefined;
  readonly attachment: (path: string) => Attachment | undefined;
}

/** The files of a content folder for its authors' own editor; what is open in that goes before what is on disk. */
export function filesAround(
  content: Content,
  settings: Settings,
  openBytes: (path: string) => Uint8Array | undefined,
): FilesAround {
  return {
    settings,
    texts: content.texts.keys(),
    files: content.attachments.keys(),
    bytesOf: (path) => {
      if (path === SETTINGS) return openBytes(path) ?? content.settings;
      const text = openBytes(path) === undefined ? content.texts.get(path) : undefined;
      return text === undefined ? openBytes(path) : Sealed.open(text);
    },
    attachment: (path) => content.attachments.get(path),
  };
}

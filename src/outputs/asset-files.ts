import { ACCENT, readableShade } from "../interface/colour-contrast.ts";
import type { LogoFile, Settings } from "../model/settings.ts";
import type { Templates } from "./templates.ts";

interface AssetFile {
  readonly address: string;
  readonly text: string;
}

/** The style sheet, the script of reports, the icon, and the script of the search page. */
interface AssetFiles {
  readonly styles: AssetFile;
  /** The site's own style sheet, where it has one. */
  readonly customStyles: AssetFile | undefined;
  readonly script: AssetFile;
  readonly icon: AssetFile;
  readonly searchScript: AssetFile;
}

const made = new WeakMap<Settings, WeakMap<Templates, AssetFiles>>();

/**
 * The files that all pages use. Their addresses hold a hash of what they say, so that a browser may keep them for good.
 */
export function assetFiles(settings: Settings, templates: Templates): AssetFiles {
  const known = made.get(settings) ?? new WeakMap<Templates, AssetFiles>();
  made.set(settings, known);
  const before = known.get(templates);
  if (before !== undefined) return before;
  const file = (name: string, extension: string, text: string): AssetFile => ({
    address: `assets/${name}.${templates.hashOf(text)}.${extension}`,
    text,
  });
  const files = {
    styles: file("site", "css", inColour(templates.styles, ACCENTS, settings)),
    customStyles: templates.customStyles === undefined ? undefined : file("custom", "css", templates.customStyles),
    script: file("site", "js", templates.script),
    icon: file("icon", "svg", inColour(templates.icon, ICON, settings)),
    searchScript: file("search", "js", templates.searchScript),
  };
  known.set(templates, files);
  return files;
}

/** Where the council's colour is in the style sheet and the icon, each once, with the scheme that it is made for. */
const ACCENTS = [
  [`--accent: ${ACCENT};`, "light"],
  ["--accent: #7fd0d1;", "dark"],
] as const;
const ICON = [[`fill="${ACCENT}"`, "light"]] as const;

/** A text in the council's colour, where it has one. Throws where the text has no place for it. */
function inColour(text: string, places: typeof ACCENTS | typeof ICON, { colour }: Settings): string {
  if (colour === undefined) return text;
  return places.reduce((made, [place, scheme]) => {
    if (made.split(place).length !== 2) throw new Error(`the colour has no single place ${place}`);
    return made.replace(place, place.replace(/#\w+/, readableShade(colour, scheme)));
  }, text);
}

/** The address of the council's logo, with a hash of the file. */
export function logoAddress({ path, hash = "" }: LogoFile): string {
  return `assets/logo.${hash.slice(0, HASH_LENGTH)}.${path.split(".").at(-1)?.toLowerCase() ?? ""}`;
}

const HASH_LENGTH = 10;

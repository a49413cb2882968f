/** Characters that cannot be seen, that move or hide others, or that stand for nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_UNSEEN = new RegExp(UNSEEN.source, "gu");

/** Windows keeps no file whose name has one of these. */
const NOT_ON_WINDOWS = /[<>:"|?*\\]/;

/** Windows takes these for its own devices, whatever ending follows. */
const DEVICES = /^(?:con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * What is wrong with the name of a file or folder; nothing, where every system can keep it and every reader sees it.
 */
export function problemOfName(name: string): { readonly message: string; readonly fix: string } | undefined {
  const unseen = UNSEEN.exec(name)?.[0];
  if (unseen !== undefined)
    return {
      message: `the name has a character that cannot be seen (${codePoint(unseen)}): it is ${shownName(name)}`,
      fix: "type the name again, without it",
    };
  const sign = NOT_ON_WINDOWS.exec(name)?.[0];
  if (sign !== undefined)
    return {
      message: `the name has the character ${sign}, which Windows does not accept in a name`,
      fix: "give it a name without that character",
    };
  // The folder of a report's page has the name without the ending.
  if (/[.\s](?:\.md)?$/iu.test(name))
    return {
      message: `the name${/md$/i.test(name) ? ", without .md," : ""} ends in a full stop or a space, which Windows removes`,
      fix: "take off the full stop or the space",
    };
  if (isDevice(name))
    return {
      message: "Windows takes this name for that of a device, and accepts no file with it",
      fix: "give it another name",
    };
  return undefined;
}

/** Whether Windows takes a name for that of a device. */
export function isDevice(name: string): boolean {
  return DEVICES.test(name);
}

/** A name with the code of each character in its place that cannot be seen: `a<U+202E>b.md`. */
function shownName(name: string): string {
  return name.replace(ALL_UNSEEN, (character) => `<${codePoint(character)}>`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

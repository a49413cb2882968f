import type { Content } from "../content.ts";
import type { LogoFile, Settings } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { problemOfDrawing } from "../rules/characters-in-fonts.ts";
import type { WithheldFiles } from "./withheld-files.ts";

/** The settings with the facts of the council's logo, or without the logo where it cannot be published, which is raised. */
export function withLogo(
  settings: Settings,
  content: Content,
  { has: isWithheld, isInDoubt }: Pick<WithheldFiles, "has" | "isInDoubt">,
  raise: Raise,
): Settings {
  const { logo } = settings;
  if (logo === undefined) return settings;
  const file = content.attachments.get(logo.path);
  if (file !== undefined && isInDoubt(logo.path)) {
    const message = "the logo is left out, because a report, file or folder that cannot be read may withhold it";
    const fix = "see the errors about what cannot be read; when they are gone, the logo is there again";
    raise({ rule: "file-withheld", place: logo.place, message, fix });
    return { ...settings, logo: undefined };
  }
  const problem = problemOf(logo, file, isWithheld);
  if (problem !== undefined) {
    raise({ rule: "settings-value", place: logo.place, ...problem });
    return { ...settings, logo: undefined };
  }
  const inPdfs = file && problemOfDrawing(file);
  if (inPdfs !== undefined) raise({ rule: "character-not-in-fonts", place: logo.place, ...inPdfs });
  return { ...settings, logo: { ...logo, hash: file?.hash, width: file?.width, height: file?.height } };
}

function problemOf(
  { path }: LogoFile,
  file: ReturnType<Content["attachments"]["get"]>,
  isWithheld: (path: string) => boolean,
) {
  if (file === undefined)
    return {
      message: `\`logo\` names ${path}, and there is no such file in the content folder`,
      fix: "check the spelling, capitals too, or put the file there",
    };
  if (isWithheld(path))
    return { message: "`logo` names a file that is withheld elsewhere, and so everywhere", fix: "name another file" };
  if (file.refusal === undefined) return undefined;
  return {
    message: `\`logo\` names ${path}, which cannot be published: ${file.refusal}`,
    fix: file.remedy ?? "save it as a plain PNG or SVG",
  };
}

import type { Raise } from "../diagnostics/catalogue.ts";
import type { LogoFile, Settings } from "../model/settings.ts";
import { problemOfDrawing } from "../rules/text/signs-not-in-fonts.ts";
import type { Content } from "./content.ts";
import type { WithheldFiles } from "./withheld-files.ts";

/**
 * The settings with the facts of the council's logo, or without the logo where it cannot be published, which is raised.
 */
export function withLogo(settings: Settings, content: Content, withheld: WithheldFiles, raise: Raise): Settings {
  const { logo } = settings;
  if (logo === undefined) return settings;
  const file = content.attachments.get(logo.path);
  // Taking a report down must not be held up by a logo that lies in its folder, too.
  if (file !== undefined && withheld.has(logo.path) && !withheld.isNamed(logo.path)) {
    raise({ rule: "file-withheld", place: logo.place, ...(withheld.isInDoubt(logo.path) ? IN_DOUBT : A_COPY) });
    return { ...settings, logo: undefined };
  }
  const problem = problemOf(logo, file, withheld.has);
  if (problem !== undefined) {
    raise({ rule: "settings-value", place: logo.place, ...problem });
    return { ...settings, logo: undefined };
  }
  const inPdfs = file && problemOfDrawing(file);
  if (inPdfs !== undefined) raise({ rule: "character-not-in-fonts", place: logo.place, ...inPdfs });
  return { ...settings, logo: { ...logo, hash: file?.hash, width: file?.width, height: file?.height } };
}

const IN_DOUBT = {
  message: "the logo is left out, because a report, file or folder that cannot be read may withhold it",
  fix: "see the errors about what cannot be read; when they are fixed, the logo is shown again",
};

const A_COPY = {
  message: "the logo is left out, because a withheld report has the same file in its folder",
  fix: "take the logo out of the folder of that report, which can name it in shared/",
};

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

import type { Licence } from "../model/settings.ts";

const CREATIVE_COMMONS = "https://creativecommons.org/";

function creativeCommons(name: string, path: string): Licence {
  return { name: { "en-GB": name, cy: name }, url: `${CREATIVE_COMMONS}${path}` };
}

/** The licences that settings can name, by their names in the list of SPDX. */
export const LICENCES: Readonly<Record<string, Licence>> = {
  "OGL-UK-3.0": {
    name: { "en-GB": "Open Government Licence v3.0", cy: "Trwydded Llywodraeth Agored v3.0" },
    url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  },
  "CC-BY-4.0": creativeCommons("Creative Commons Attribution 4.0 International (CC BY 4.0)", "licenses/by/4.0/"),
  "CC-BY-SA-4.0": creativeCommons(
    "Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
    "licenses/by-sa/4.0/",
  ),
  "CC0-1.0": creativeCommons("CC0 1.0 Universal", "publicdomain/zero/1.0/"),
};

/** The licence of a name, be it that of SPDX in any case, or the licence's own, such as "Open Government Licence v3.0". */
export function licenceCalled(typed: string): Licence | undefined {
  const wanted = plain(typed);
  return Object.entries(LICENCES).find(([id, { name }]) =>
    [id, ...Object.values(name)].some((one) => plain(one) === wanted),
  )?.[1];
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/\bversion\b|\bthe\b|\bv(?=\d)/g, "")
    .replace(/[^a-z0-9.]+/g, "");
}

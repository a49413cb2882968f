import { assetFiles, logoAddress } from "./asset-files.ts";
import type { Output } from "./page.ts";

/** The style sheets, the scripts, the icon and the council's logo. */
export const assets: Output = ({ settings, hasSearch }, templates) => {
  const { logo } = settings;
  const { styles, customStyles, script, icon, searchScript } = assetFiles(settings, templates);
  const texts = [styles, customStyles ?? [], script, icon, ...(hasSearch ? [searchScript] : [])].flat();
  return [
    ...texts.map(({ address, text }) => ({ path: address, content: { text } })),
    ...(logo === undefined ? [] : [{ path: logoAddress(logo), content: { copyOf: logo.path } }]),
  ];
};

import { ADDRESSES, type Output } from "./page.ts";

/** The style sheet and the icon. */
export const assets: Output = (_site, { styles, icon }) => [
  { path: ADDRESSES.styles, content: { text: styles } },
  { path: ADDRESSES.icon, content: { text: icon } },
];

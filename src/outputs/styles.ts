import { ADDRESSES, type Output } from "./page.ts";

/** The style sheet. */
export const styles: Output = (_site, templates) => [{ path: ADDRESSES.styles, content: { text: templates.styles } }];

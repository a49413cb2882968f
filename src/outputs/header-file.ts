import { KEPT_FOR_GOOD, serverHeaders } from "./content-security-policy.ts";
import { ADDRESSES, type Output } from "./page.ts";

/** The headers of every file, in the form that Netlify, Cloudflare Pages and others read. */
export const headerFile: Output = ({ edition }) => {
  const lines = serverHeaders(edition).map(([name, value]) => `  ${name}: ${value}\n`);
  // What the members' edition holds is kept nowhere.
  const assets = edition === "members" ? "" : `/assets/*\n  Cache-Control: ${KEPT_FOR_GOOD}\n`;
  return [{ path: ADDRESSES.headers, content: { text: `/*\n${lines.join("")}${assets}` } }];
};

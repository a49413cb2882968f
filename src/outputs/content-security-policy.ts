import type { Edition } from "../model/settings.ts";

const COMMON = ["style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'"];

/**
 * What a browser may load for a page (Content Security Policy, level 3): what lies on the site itself, and no script or
 * style within the page. The search page alone reads an index, with a program in WebAssembly.
 */
export function pagePolicy(isSearch: boolean): string {
  const script = isSearch ? ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"] : ["script-src 'self'"];
  return ["default-src 'none'", ...script, ...COMMON].join("; ");
}

/** How long a browser may keep what is named for what it holds: a year, and without asking again. */
export const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

/** For a page that only leads elsewhere, which a script does. */
export const MOVED_POLICY = "default-src 'none'; script-src 'self'; form-action 'none'; base-uri 'none'";

/**
 * What a server is to send with every file. Pages state their policy themselves; this adds what they cannot, and leaves
 * styles within drawings and viewers of PDFs alone, which a policy for pages would break in annexes.
 */
export function serverHeaders(edition: Edition): readonly (readonly [name: string, value: string])[] {
  const policy = [
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const isForMembers = edition === "members";
  return [
    ["Content-Security-Policy", policy.join("; ")],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", isForMembers ? "no-referrer" : "strict-origin-when-cross-origin"],
    ...(isForMembers
      ? ([
          ["X-Robots-Tag", "noindex, nofollow, noarchive"],
          ["Cache-Control", "private, no-store"],
        ] as const)
      : []),
  ];
}

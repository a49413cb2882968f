/** How diagnostics can be printed: `pretty` for people, to standard error; the others as data, to standard output. */
export const formats = ["pretty", "unix", "json", "github", "sarif", "junit"] as const;

export type Format = (typeof formats)[number];

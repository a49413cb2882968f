/** Names that may say that a report is not public: no advice makes a fact of one. */
const MAY_WITHHOLD =
  /exempt|confiden|restrict|priva|publi|secre|classif|sensitiv|with(?:h|dr)|disclos|draft|embargo|cyfrin|eithri|preifat|cyhoedd/i;

/** Whether a field that is not known is one that councils have on their cover pages, and that `facts:` may hold. */
export function isCoverFact(name: string, value: unknown): boolean {
  const isText = typeof value === "string" && value.trim() !== "" && !/<!--|\n/.test(value);
  return isText && /^\p{L}[^\n<>`]{0,60}$/u.test(name) && !MAY_WITHHOLD.test(name) && !MAY_WITHHOLD.test(value);
}

import type { Edition } from "./model.ts";

/** What the pages of each edition say made them, by which a folder is known to hold one. */
export const GENERATORS: Readonly<Record<Edition, string>> = {
  public: "Scrutineer",
  members: "Scrutineer (members edition)",
};

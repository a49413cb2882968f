import { existsSync } from "node:fs";

/** The address of a file that comes with the program, such as `templates/page.hbs`, wherever its compiled code lies. */
export function addressOfProgramFile(path: string): URL {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("templates", folder))) folder = new URL("..", folder);
  return new URL(path, folder);
}

// Reads the pages of a site again and again, as a web server does and its readers do, until it is told to stop; then says what it got.
import { createReadStream, existsSync, fstatSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:http";
import { join } from "node:path";

const [site, pagesFile, stopFile, resultFile] = process.argv.slice(2);
/** What each page may be: its bytes in any of the sites that are published. @type {Record<string, string[]>} */
const pages = JSON.parse(readFileSync(pagesFile, "utf8"));
const result = { fetched: 0, missing: 0, wrong: 0, kinds: 0 };
const seen = new Set();

const server = createServer((asked, answer) => {
  try {
    const file = openSync(join(site, decodeURI(asked.url ?? "")), "r");
    answer.writeHead(200, { "Content-Length": fstatSync(file).size });
    createReadStream("", { fd: file }).pipe(answer);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
const address = server.address();
const port = typeof address === "object" ? address?.port : 0;

/** @param {string} path @returns {Promise<{ status: number | undefined, body: string }>} */
const fetchPage = (path) =>
  new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: encodeURI(`/${path}`) }, (response) => {
      const pieces = /** @type {Buffer[]} */ ([]);
      response.on("data", (piece) => pieces.push(piece));
      response.on("error", () => resolve({ status: response.statusCode, body: "broken off" }));
      response.on("end", () =>
        resolve({ status: response.statusCode, body: Buffer.concat(pieces).toString("latin1") }),
      );
    }).on("error", () => resolve({ status: 0, body: "" }));
  });

writeFileSync(`${resultFile}.begun`, "");
do {
  for (const [path, texts] of Object.entries(pages)) {
    const { status, body } = await fetchPage(path);
    result.fetched += 1;
    if (status !== 200) result.missing += 1;
    else if (!texts.includes(body)) result.wrong += 1;
    seen.add(body);
  }
  writeFileSync(`${resultFile}.round`, String(result.fetched));
} while (!existsSync(stopFile));
result.kinds = seen.size;
writeFileSync(resultFile, JSON.stringify(result));
server.close();

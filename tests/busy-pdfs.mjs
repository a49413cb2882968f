// Loaded before the process that makes PDFs: it computes over its first document without end, and says who it is in the file that BUSY names.
import { renameSync, writeFileSync } from "node:fs";

const file = process.env["BUSY"] ?? "";
if (process.argv[1]?.endsWith("pdf-worker.js"))
  process.send = () => {
    writeFileSync(`${file}.new`, String(process.pid));
    renameSync(`${file}.new`, file);
    for (;;);
  };

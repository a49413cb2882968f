// Stands in for the process that makes PDFs: ends, falls silent or answers, as the document says.
process.on("message", ({ document }) => {
  if (document === "abort") process.abort();
  else if (document === "exit") process.exit(0);
  else if (document === "kill") process.kill(process.pid, "SIGKILL");
  else if (document === "full") process.send({ ofSystem: "too many files are open" });
  else if (document !== "silence") process.send({ pdf: { bytes: Buffer.from(document), pages: 1 } });
});

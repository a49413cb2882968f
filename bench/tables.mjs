/** What was measured, as tables, and on what. */
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { median } from "./measure.mjs";

const FIGURES = [
  { name: "CPU s", key: "cpu", digits: 2 },
  { name: "wall s", key: "wall", digits: 2 },
  { name: "peak MB", key: "memory", digits: 0 },
];

/**
 * A table of medians, with the ratio of each figure pair by pair: of the base over each other one, or of each other one
 * over the base.
 */
export function tableOf({ title, runs, base, isBaseFirst }) {
  const figures = FIGURES.filter(({ key }) => runs[0].measured.some((one) => key in one));
  const head = ["", ...figures.map(({ name }) => name), ...figures.map(({ name }) => `ratio of ${name.split(" ")[0]}`)];
  const rows = runs.map(({ name, measured }, index) => {
    const cells = figures.map(({ key, digits }) =>
      median(measured.filter(Boolean).map((one) => one[key])).toFixed(digits),
    );
    const ratios = figures.map(({ key }) => {
      if (index === base) return "";
      const [above, below] = isBaseFirst ? [runs[base].measured, measured] : [measured, runs[base].measured];
      return ratioOf(above, below, key);
    });
    return [name, ...cells, ...ratios];
  });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `${title}\n\n${line(head)}\n|---|${"--:|".repeat(head.length - 1)}\n${rows.map(line).join("\n")}`;
}

function ratioOf(above, below, key) {
  const ratios = above.flatMap((one, turn) => (one && below[turn] ? [one[key] / below[turn][key]] : []));
  if (ratios.length === 0) return "";
  const shown = (ratio) => (ratio < 0.1 ? ratio.toFixed(3) : ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1));
  const range = ratios.length === 1 ? "" : ` (${shown(Math.min(...ratios))}–${shown(Math.max(...ratios))})`;
  return `${shown(median(ratios))} ×${range}`;
}

/** The machine, without its name, and how busy it was at the start. */
export function machine() {
  const [{ model }] = cpus();
  const cores = availableParallelism();
  return `${model.trim()}, ${cores} ${cores === 1 ? "core" : "cores"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split("-")[0]}, Node ${process.versions.node}; ${loadavg()[0].toFixed(1)} other processes were running at the start.`;
}

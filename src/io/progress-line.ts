/** What is shorter than this shows nothing; in milliseconds, as all here. */
const SILENT_FOR = 1000;
const BETWEEN_WRITES = 100;
/** The rate is that of so long before: what is taken from a cache goes by faster than what comes after it. */
const LOOKS_BACK = 10_000;

/** Where a line of progress is shown, and the clock that it goes by. */
export interface ProgressScreen {
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
  readonly now: () => number;
}

const STANDARD_ERROR: ProgressScreen = { stream: process.stderr, now: () => performance.now() };

/**
 * Shows on a terminal how far a long run has come, how fast it goes and how long it will take, once it has taken a
 * second; elsewhere it shows nothing.
 */
export function progressLine(
  words: string,
  { stream, now }: ProgressScreen = STANDARD_ERROR,
): {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
} {
  const started = now();
  let seen: readonly Seen[] = [];
  let last = started;
  let isShown = false;
  return {
    update: (done, total) => {
      const at = now();
      if (!stream.isTTY || at - last < BETWEEN_WRITES) return;
      last = at;
      // The last one before is kept, too, however long what came after it took.
      seen = [...seen.filter((_one, index) => at - (seen[index + 1]?.at ?? at) <= LOOKS_BACK), { at, done }];
      if (at - started < SILENT_FOR) return;
      isShown = true;
      // One that is longer than the line is begins a new one each time.
      const line = `${words}: ${done} of ${total}${pace(seen, total - done)}`.slice(0, (stream.columns || 80) - 1);
      stream.write(`\r${line}\u001b[K`);
    },
    clear: () => {
      if (isShown) stream.write("\r\u001b[K");
      isShown = false;
    },
  };
}

interface Seen {
  readonly at: number;
  readonly done: number;
}

/** ", 45 a second, 3 min 20 s left"; nothing where it is not known. */
function pace(seen: readonly Seen[], left: number): string {
  const [first, latest] = [seen[0], seen.at(-1)];
  if (first === undefined || latest === undefined || latest.at === first.at || latest.done <= first.done) return "";
  const perSecond = ((latest.done - first.done) * 1000) / (latest.at - first.at);
  const rate = perSecond < 1 ? `${inFew(1 / perSecond)} s each` : `${inFew(perSecond)} a second`;
  return `, ${rate}, ${timeLeft(left / perSecond)} left`;
}

function inFew(number: number): string {
  return number < 10 ? number.toFixed(1) : String(Math.round(number));
}

/** "40 s", "3 min 20 s", "1 h 5 min". */
function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

import type { PrintJob } from "./print-document.ts";

/** What of a job takes as long to make as a page. */
type Printed = Pick<PrintJob, "print" | "images" | "annexes">;

let last: { readonly make: () => Printed; readonly printed: Printed } | undefined;

/** A job whose document is made when it is asked for, and not held: all of them take more room than the site. */
export function madeWhenAsked(job: Omit<PrintJob, keyof Printed>, make: () => Printed): PrintJob {
  const printed = (): Printed => {
    if (last?.make !== make) last = { make, printed: make() };
    return last.printed;
  };
  return {
    ...job,
    get print() {
      return printed().print;
    },
    get images() {
      return printed().images;
    },
    get annexes() {
      return printed().annexes;
    },
  };
}

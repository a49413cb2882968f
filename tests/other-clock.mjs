// Loaded before the program, and into the processes that it starts: the clock is some years ahead, and runs at another pace.
const Real = Date;
const AHEAD = 5 * 365.2425 * 24 * 60 * 60 * 1000;

globalThis.Date = class extends Real {
  /** @param {ConstructorParameters<typeof Real>} args */
  constructor(...args) {
    if (args.length === 0) super(Real.now() + AHEAD);
    else super(...args);
  }
  static now() {
    return Real.now() + AHEAD;
  }
};

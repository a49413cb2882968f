/**
 * An author's text or bytes, which may be withheld: nothing prints, serialises or fills a template with them. Asking
 * for their words throws, so that a mistake stops the build and does not publish "[object Object]".
 */
export class Sealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
    Object.freeze(this);
  }

  /** What is sealed. Only what decides, checks or compiles a text may import this module; a lint rule holds that. */
  static open<T>(sealed: Sealed<T>): T {
    return sealed.#value;
  }

  toString(): never {
    throw new Error("a sealed text was asked for its words");
  }

  toJSON(): never {
    throw new Error("a sealed text was to be written as JSON");
  }
}

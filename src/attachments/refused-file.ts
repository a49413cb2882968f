/** A file must not be published; `message` says why and `remedy` how to fix it, both in an officer's words. */
export class RefusedFile extends Error {
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}

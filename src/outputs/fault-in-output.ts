/** An internal error stopped the making of an output, whose name says which; the cause says at what. */
export class FaultInOutput extends Error {
  readonly output: string;

  constructor(output: string, cause: unknown) {
    super(`the output ${output} cannot be made`, { cause });
    this.output = output;
  }
}

/** The program stopped at a fault of its own in making an output, whose name says which; the cause says at what. */
export class FaultInOutput extends Error {
  readonly output: string;

  constructor(output: string, cause: unknown) {
    super(`the output ${output} cannot be made`, { cause });
    this.output = output;
  }
}

/** The first port that `serve` tries. */
export const SERVING_PORT = 4000;

/** The first port that `preview` tries, which may run beside it. */
export const PREVIEW_PORT = 4100;

/** Tests run the command line from its sources within their own process, which cannot be begun again. */
export const CAN_RUN_APART: boolean = import.meta.url.endsWith(".js");

/** What tells a process that another one began it, which listens in its place: the number of that one. */
export const APART = "SCRUTINEER_BUILD_OF";

/** Whether another process began this one, listens in its place, and puts right what it leaves when it is ended. */
export function isBegunApart(): boolean {
  return CAN_RUN_APART && process.env[APART] === String(process.ppid);
}

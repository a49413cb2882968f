export { hashOf } from "../file-digests.ts";

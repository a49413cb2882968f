export { hashOf } from "../model/file-digests.ts";

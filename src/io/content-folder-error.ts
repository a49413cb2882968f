import { ContentError } from "../model/content-error.ts";

/** What was asked for cannot be read as content; the message is for the person who called the command. */
export class ContentFolderError extends ContentError {}

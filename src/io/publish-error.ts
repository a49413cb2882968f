/** The site cannot be published there; the message is for the person who called the command. */
export class PublishError extends Error {}

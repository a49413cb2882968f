/** What a candidate is made of: the whole of a report, or what the public may have of it. */
export type View = "whole" | "public";

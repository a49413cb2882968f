import { describe, expect, it } from "vitest";
import { foundBy } from "../found-in-text.ts";

describe("quotes-unbalanced", () => {
  it.each([
    ["“The bus was late.", ["“"]],
    ["The bus was late.” Nobody came.", ["”"]],
    ["“One” and “two and more.", ["“"]],
    ["“He said “yes” and left.", ["“"]],
    ["“The *bus was late.*", ["“"]],
    ["The ‘bus was late.", ["‘"]],
    ["“The bus” was “late", ["“"]],
    ['“The bus" was late.', ["“"]],
    ["Words.\n\n“One.\n\nTwo.", ["“"]],
    ["| a |\n|---|\n| “b |", ["“"]],
  ])("finds the mark without a partner: %j", (body, marks) => {
    expect(foundBy("quotes-unbalanced", body)).toEqual(marks);
  });

  it.each([
    "“The bus was late.”",
    "“One paragraph.\n\n“And the last.”",
    "“One.\n\n“Two.\n\n“Three,” she said.",
    "“He said ‘yes’ and left.”",
    "It’s the councils’ view, and ’tis so.",
    "‘Quoted’ and the children’s ‘own words’.",
    "‘The parents’ view,’ she said.",
    "In the ‘90s and ‘tis said.",
    "Rock ’n’ roll.",
    "A board 5” wide.",
    "| a |\n|---|\n| ” |",
    "“The panel asks for:\n\n* later buses\n* more trains.”",
    "He wrote: “We will\n\n> run buses\n\nfrom May.”",
    "‘One paragraph.\n\n‘And the last.’",
    "„Zitat“",
    'Straight "quotes" and 6" pipes.',
    "`“` opens a quotation.",
    "The name ‘Ōtara’ and O’Brien.",
  ])("is quiet: %j", (body) => {
    expect(foundBy("quotes-unbalanced", body)).toEqual([]);
  });
});

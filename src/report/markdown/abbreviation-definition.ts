import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Place } from "../../model/source.ts";
import type { AbbreviationDefinition, WrittenDefinition } from "../../model/tree.ts";
import { longForm } from "../../text/long-form.ts";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    abbreviationDefinition: "abbreviationDefinition";
    abbreviationDefinitionText: "abbreviationDefinitionText";
  }
}

const ASTERISK = 42;
const LEFT_BRACKET = 91;
const RIGHT_BRACKET = 93;
const COLON = 58;

/**
 * Markdown Extra's `*[HSB]: Harmful Sexual Behaviour`, as a line of its own.
 * One token a line keeps a long list of definitions cheap to parse.
 */
const definition: Construct = { name: "abbreviationDefinition", tokenize };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let isEmpty = true;
  return start;

  function start(code: Code): State | undefined {
    effects.enter("abbreviationDefinition");
    effects.enter("abbreviationDefinitionText");
    effects.consume(code);
    return bracket;
  }

  function bracket(code: Code): State | undefined {
    if (code !== LEFT_BRACKET) return nok(code);
    effects.consume(code);
    return short;
  }

  function short(code: Code): State | undefined {
    if (isLineEnd(code) || code === LEFT_BRACKET) return nok(code);
    if (code === RIGHT_BRACKET && isEmpty) return nok(code);
    isEmpty = false;
    effects.consume(code);
    return code === RIGHT_BRACKET ? colon : short;
  }

  function colon(code: Code): State | undefined {
    if (code !== COLON) return nok(code);
    effects.consume(code);
    return long;
  }

  function long(code: Code): State | undefined {
    if (isLineEnd(code)) {
      effects.exit("abbreviationDefinitionText");
      effects.exit("abbreviationDefinition");
      return ok(code);
    }
    effects.consume(code);
    return long;
  }
}

function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}

/** The micromark extension for lines of Markdown Extra's abbreviations. */
export const abbreviationDefinitionSyntax: Extension = { flow: { [ASTERISK]: definition } };

/** Makes `abbreviationDefinition` nodes of those lines; the value is the line as it was typed. */
export const abbreviationDefinitionFromMarkdown: FromMarkdownExtension = {
  enter: {
    abbreviationDefinition(token) {
      const node: AbbreviationDefinition = { type: "abbreviationDefinition", value: this.sliceSerialize(token) };
      this.enter(node, token);
    },
  },
  exit: {
    abbreviationDefinition(token) {
      this.exit(token);
    },
  },
};

/** Reads such a line; what it lacks is empty. */
export function readDefinition(line: string, place: Place): WrittenDefinition {
  const [, short = "", long = ""] = /^\*\[([^\]]+)\]:(.*)$/s.exec(line) ?? [];
  return { short: short.trim(), long: longForm(long.trimStart()), place };
}

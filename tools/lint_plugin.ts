/**
 * Rules of this project that `deno lint` checks: the message of an error names
 * what cannot be done and ends without a period; names, comments, errors and
 * titles of tests use the terms of the field.
 *
 * @module
 */
import { adviceOn, type Kind } from "./lint/plain_words.ts";

/** Error classes of which the first argument is the whole message. */
const ERRORS = new Set([
  "Error",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
]);

/** Rules of this project. */
const plugin: Deno.lint.Plugin = {
  name: "netlink",
  rules: {
    "error-message": {
      create(context): Deno.lint.LintVisitor {
        if (/\/tests\/.*_test\.ts$/.test(context.filename)) return {};
        return {
          NewExpression(node): void {
            const [message] = node.arguments;
            if (
              node.callee.type !== "Identifier" ||
              !ERRORS.has(node.callee.name) || message === undefined
            ) return;
            const ends = endsOf(message);
            if (ends === undefined) return;
            if (!ends.first.startsWith("Cannot ")) {
              context.report({
                node: message,
                message: 'The message of an error starts with "Cannot ".',
                hint: "Name what was tried, a colon, and what is in the way.",
              });
            } else if (/\.$/.test(ends.last)) {
              context.report({
                node: message,
                message: "The message of an error ends without a period.",
              });
            }
          },
        };
      },
    },
    "plain-words": {
      create(context): Deno.lint.LintVisitor {
        const { sourceCode } = context;

        /** Reports what {@linkcode adviceOn} finds in the text at an offset. */
        const check = (text: string, start: number, kind: Kind): void => {
          for (const { at, word, advice } of adviceOn(text, kind)) {
            context.report({
              range: [start + at, start + at + word.length],
              message: `"${word}" is not a term of the field: ${advice}.`,
            });
          }
        };
        const checkStrings = (nodes: readonly Deno.lint.Node[]): void => {
          for (const node of nodes) {
            if (node.type === "Literal" || node.type === "TemplateLiteral") {
              check(sourceCode.getText(node), node.range[0], "prose");
            }
          }
        };
        return {
          Program(): void {
            for (const comment of sourceCode.getAllComments()) {
              check(
                sourceCode.text.slice(...comment.range),
                comment.range[0],
                "prose",
              );
            }
          },
          Identifier(node): void {
            check(node.name, node.range[0], "name");
          },
          PrivateIdentifier(node): void {
            check(sourceCode.getText(node), node.range[0], "name");
          },
          NewExpression(node): void {
            if (/Error$/.test(sourceCode.getText(node.callee))) {
              checkStrings(node.arguments);
            }
          },
          CallExpression(node): void {
            // Tests are named, and errors are worded, by these.
            const { callee } = node;
            if (
              callee.type === "Super" ||
              /[tT]est$|\.(wrong|outside)$/.test(sourceCode.getText(callee))
            ) {
              checkStrings(node.arguments);
            }
          },
        };
      },
    },
  },
};
export default plugin;

/** How a message begins and ends, as far as the source shows it. */
function endsOf(
  node: Deno.lint.Node,
): { first: string; last: string } | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string"
        ? { first: node.value, last: node.value }
        : undefined;
    case "TemplateLiteral": {
      const first = node.quasis[0]?.cooked ?? "";
      const last = node.quasis.at(-1)?.cooked ?? "";
      return first === "" ? undefined : { first, last };
    }
    default:
      return undefined;
  }
}

/**
 * Rules of this project that `deno lint` checks: the message of an error says
 * what cannot be done and ends without a period.
 *
 * @module
 */

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
                hint: "Say what was tried, a colon, and what is in the way.",
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
  },
};
export default plugin;

/** How a message begins and ends, as far as the source tells. */
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

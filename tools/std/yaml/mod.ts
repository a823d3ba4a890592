/**
 * What this project uses of `@std/yaml`, over the npm package `js-yaml`, of which
 * that is a port, for machines that cannot reach JSR. The published package
 * resolves the real one.
 *
 * @module
 */

// By a name that neither Deno nor bundlers follow: no other program has to wait
// for npm.
const { Deno: deno } = globalThis as { Deno?: { dlopen?: unknown } };
const PACKAGE: string = deno?.dlopen === undefined
  ? "js-yaml"
  : "npm:js-yaml@^4.1.0";
const { default: yaml }: {
  default: { load: (text: string, options: { schema: unknown }) => unknown } & {
    CORE_SCHEMA: unknown;
    YAMLException: abstract new () => Error;
  };
} = await import(String(PACKAGE));

/** Reads a YAML document. */
export function parse(content: string): unknown {
  try {
    return yaml.load(content, { schema: yaml.CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    // As in @std/yaml, without the excerpt that follows.
    const [reason] = error.message.split("\n");
    throw new SyntaxError(reason);
  }
}

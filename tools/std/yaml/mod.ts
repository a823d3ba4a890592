/**
 * What this project uses of `@std/yaml`, over the npm package `yaml`, for
 * machines that cannot reach JSR. The published package resolves the real one.
 *
 * @module
 */

// By a name that Deno does not follow: no other program has to wait for npm.
const PACKAGE: string = "Deno" in globalThis ? "npm:yaml@2" : "yaml";
const { parse: parseYaml }: { parse: (text: string) => unknown } = await import(
  PACKAGE
);

/** Reads a YAML document. */
export function parse(content: string): unknown {
  try {
    return parseYaml(content);
  } catch (error) {
    // As in @std/yaml, without the excerpt that follows.
    const [reason] = (error as Error).message.split("\n");
    throw new SyntaxError(reason);
  }
}

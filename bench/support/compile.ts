/**
 * Compiles the C program that everything is measured against.
 *
 * @module
 */

const SOURCES = [
  "receiver.c",
  "attributes.c",
  "decode.c",
  "decode_link.c",
  "change.c",
  "netlink.c",
];

/**
 * Compiles the program.
 *
 * @param directory Where to put it.
 * @returns Its path, or `undefined` if there is no C compiler.
 */
export async function compileReceiver(
  directory: string,
): Promise<string | undefined> {
  const program = `${directory}/receiver`;
  const sources = SOURCES.map((name) =>
    new URL(name, import.meta.url).pathname
  );
  try {
    const { success } = await new Deno.Command("cc", {
      args: ["-O2", "-o", program, ...sources],
      stderr: "inherit",
    }).output();
    return success ? program : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

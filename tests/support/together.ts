/**
 * Declares the tests of many files in one:
 *
 *     deno test tests/support/together.ts -- FILE...
 *
 * What they share is loaded once, and not for each file again, which takes most
 * of the time in a virtual machine.
 *
 * @module
 */
for (const file of Deno.args) await import(new URL(file, "file:").href);

/**
 * Counts the errors that are made while links are listed and nothing goes
 * wrong, and prints their names as JSON. The first error of a process takes
 * several milliseconds.
 *
 * @module
 */
// deno-lint-ignore-file no-console

const made: string[] = [];

globalThis.Error = new Proxy(Error, {
  construct: (target, words, maker) => {
    made.push(maker.name);
    return Reflect.construct(target, words, maker);
  },
  apply: (target, self, words) => {
    made.push("Error");
    return Reflect.apply(target, self, words);
  },
});

const { Rtnetlink } = await import("../../../mod.ts");

{
  using net = Rtnetlink.open();
  await net.link.list().toArray();
}
console.log(JSON.stringify(made));

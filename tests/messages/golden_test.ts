import { assert, assertEquals } from "@std/assert";
import { parseHex, printJson } from "../../tools/capture/fixture.ts";
import { readerOf } from "../../tools/capture/reader.ts";

const folder = new URL("../fixtures/", import.meta.url);

function* fixtures(path = ""): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(path, folder))) {
    if (isDirectory) yield* fixtures(`${path}${name}/`);
    else if (name.endsWith(".hex")) yield path + name.slice(0, -".hex".length);
  }
}

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, folder));
}

for (const name of [...fixtures()].sort()) {
  const datagrams = parseHex(read(`${name}.hex`));
  const reader = readerOf(name);

  Deno.test(`decode() reads what the kernel and ip sent: ${name}`, () => {
    assert(datagrams.length > 0);
    const messages = datagrams.map((datagram) => {
      const { messages, rest } = reader.decode(datagram);
      assertEquals(rest, undefined);
      return messages;
    });
    assertEquals(
      JSON.parse(printJson(messages)),
      JSON.parse(read(`${name}.json`)),
    );
  });

  Deno.test(`encode() writes what the kernel and ip sent: ${name}`, () => {
    // Codecs are compiled when they have been used often.
    for (let round = 0; round < 70; round++) {
      for (const datagram of datagrams) {
        assertEquals(
          reader.encode(reader.decode(datagram).messages),
          datagram,
        );
      }
    }
  });
}

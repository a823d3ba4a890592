import { assert, assertEquals } from "@std/assert";
import { Writer } from "../../../messages/mod.ts";
import { parseHex, printJson } from "../../../tools/capture/fixture.ts";
import { decodeGeneric, type GenericFixtureMessage } from "./golden.ts";

const folder = new URL("./fixtures/", import.meta.url);
const names = [...Deno.readDirSync(folder)]
  .map(({ name }) => name.match(/^(.*)\.hex$/)?.[1])
  .filter((name) => name !== undefined)
  .sort();

function read(name: string): string {
  return Deno.readTextFileSync(new URL(name, folder));
}

function messagesOf(name: string): GenericFixtureMessage[] {
  const family = name.replace(/-.*/, "");
  return parseHex(read(`${name}.hex`))
    .flatMap((datagram) => decodeGeneric(family, datagram));
}

function unknownIn(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "unknown" in value || Object.values(value).some(unknownIn);
}

for (const name of names) {
  Deno.test(`genericFamilies read what the kernel and ip sent: ${name}`, () => {
    const messages = messagesOf(name).map(({ header, body }) => ({
      header,
      body,
    }));
    assert(messages.length > 0);
    assertEquals(
      JSON.parse(printJson([messages])),
      JSON.parse(read(`${name}.json`)),
    );
    assert(!unknownIn(messages), "attributes without a name");
  });

  Deno.test(`genericFamilies write what the kernel and ip sent: ${name}`, () => {
    for (const { codec, body, bytes } of messagesOf(name)) {
      const writer = new Writer();
      codec.encode(writer, body);
      assertEquals(writer.finish(), bytes.slice(16));
    }
  });
}

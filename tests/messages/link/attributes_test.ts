import { assertEquals, assertThrows } from "@std/assert";
import {
  AF_BRIDGE,
  AF_INET6,
  AF_UNSPEC,
  type Codec,
  codecOf,
  decode,
  EncodeError,
  type Field,
  type LinkAttributes,
  linkMessage,
  linkPortKinds,
  linkPorts,
  statsMessage,
  statsRequest,
  Writer,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const folder = new URL("../../fixtures/", import.meta.url);

function* fixtures(path: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(path, folder))) {
    if (isDirectory) yield* fixtures(`${path}${name}/`);
    else if (name.endsWith(".hex")) yield path + name;
  }
}

/** Notes which fields of a schema a value has. */
function note(codec: Codec<unknown>, value: unknown, found: Set<Field>): void {
  const { shape } = codec;
  switch (shape.kind) {
    case "message":
      return note(
        shape.attributes,
        (value as { attributes: unknown }).attributes,
        found,
      );
    case "attributes":
      for (const field of shape.fields) {
        const item = (value as Record<string, unknown>)[field.name];
        if (item === undefined) continue;
        found.add(field);
        note(field.codec, item, found);
      }
      return;
    case "list":
    case "multi":
      for (const item of value as unknown[]) note(shape.item, item, found);
  }
}

/** Paths of the fields that were not noted; kinds have a test of their own. */
function missing(
  codec: Codec<unknown>,
  found: ReadonlySet<Field>,
  path: string,
  seen = new Set<unknown>(),
): string[] {
  const { shape } = codec;
  if (seen.has(shape)) return [];
  seen.add(shape);
  switch (shape.kind) {
    case "message":
      return missing(shape.attributes, found, path, seen);
    case "list":
    case "multi":
      return missing(shape.item, found, path, seen);
    case "attributes":
      return shape.fields.filter(({ when }) => when?.[0] !== "kind")
        .flatMap((field) => {
          const here = `${path}.${field.name}`;
          return found.has(field)
            ? missing(field.codec, found, here, seen)
            : [here];
        });
    default:
      return [];
  }
}

Deno.test("linkMessage and statsMessage have golden bytes for every attribute", () => {
  const found = new Set<Field>();
  for (
    const path of ["link/", "bridge/", "stats/"].flatMap((
      p,
    ) => [...fixtures(p)])
  ) {
    for (
      const datagram of parseHex(Deno.readTextFileSync(new URL(path, folder)))
    ) {
      for (const { header, body } of decode(datagram).messages) {
        note(codecOf(header), body, found);
      }
    }
  }
  assertEquals(missing(linkMessage as Codec<unknown>, found, "link"), []);
  assertEquals(missing(statsMessage as Codec<unknown>, found, "stats"), []);
  assertEquals(missing(statsRequest as Codec<unknown>, found, "stats"), []);
});

function encode(family: number, attributes: LinkAttributes): Uint8Array {
  const writer = new Writer();
  const header = { family, type: 0, index: 0, flags: 0, change: 0 };
  linkMessage.encode(writer, { ...header, attributes });
  return writer.finish().slice(16);
}

Deno.test("linkMessage chooses IFLA_AF_SPEC by the family", () => {
  const spec = encode(AF_BRIDGE, { bridgeSpec: { mode: 1 } });
  assertEquals(
    spec,
    Uint8Array.of(12, 0, 26, 0, 6, 0, 1, 0, 1, 0, 0, 0),
  );
  for (const family of [AF_UNSPEC, AF_INET6]) {
    assertEquals(
      encode(family, { afSpec: { inet6: { addressGenerationMode: 1 } } }),
      Uint8Array.of(16, 0, 26, 0, 12, 0, 10, 0, 5, 0, 8, 0, 1, 0, 0, 0),
    );
  }
  assertThrows(
    () => encode(AF_BRIDGE, { afSpec: {} }),
    EncodeError,
    "Cannot encode attributes.afSpec",
  );
  assertThrows(
    () => encode(AF_UNSPEC, { bridgeSpec: {} }),
    EncodeError,
    "Cannot encode attributes.bridgeSpec",
  );
});

Deno.test("linkMessage sets NLA_F_NESTED on IFLA_PROTINFO of bridges, but not of IPv6", () => {
  assertEquals(
    encode(AF_BRIDGE, { bridgePort: { state: 3 } }),
    Uint8Array.of(12, 0, 12, 0x80, 5, 0, 1, 0, 3, 0, 0, 0),
  );
  assertEquals(
    encode(AF_INET6, { inet6: { addressGenerationMode: 3 } }),
    Uint8Array.of(12, 0, 12, 0, 5, 0, 8, 0, 3, 0, 0, 0),
  );
  assertThrows(
    () => encode(AF_UNSPEC, { inet6: {} }),
    EncodeError,
    "Cannot encode attributes.inet6",
  );
});

Deno.test("linkPortKinds names the kind of each of linkPorts", () => {
  assertEquals(Object.keys(linkPortKinds), Object.keys(linkPorts));
  for (const [port, kind] of Object.entries(linkPortKinds)) {
    assertEquals(port, `${kind}Port`);
  }
});

Deno.test("linkMessage chooses IFLA_INFO_SLAVE_DATA by the kind of the master", () => {
  assertEquals(
    encode(AF_UNSPEC, { info: { slaveKind: "vrf", vrfPort: { table: 9 } } }),
    Uint8Array.from([
      ...[24, 0, 18, 0],
      ...[8, 0, 4, 0, 0x76, 0x72, 0x66, 0], // "vrf"
      ...[12, 0, 5, 0, 8, 0, 1, 0, 9, 0, 0, 0],
    ]),
  );
  assertThrows(
    () => encode(AF_UNSPEC, { info: { slaveKind: "bond", vrfPort: {} } }),
    EncodeError,
    "Cannot encode attributes.info.vrfPort",
  );
});

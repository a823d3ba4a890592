import { assertEquals, assertThrows } from "@std/assert";
import {
  decode,
  EncodeError,
  type LinkInfo,
  linkInfo,
  linkKinds,
  type LinkMessage,
  noData,
  RTM_NEWLINK,
  Writer,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const folder = new URL("../../fixtures/link/", import.meta.url);

/** Infos of all messages of all fixtures. */
const infos: { fixture: string; info: LinkInfo }[] = [];
for (const fixture of fixtures()) {
  const text = Deno.readTextFileSync(new URL(fixture, folder));
  for (const datagram of parseHex(text)) {
    for (const { header, body } of decode(datagram).messages) {
      if (header.type !== RTM_NEWLINK) continue;
      const { info } = (body as LinkMessage).attributes;
      if (info !== undefined) infos.push({ fixture, info });
    }
  }
}

function* fixtures(path = ""): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(path, folder))) {
    if (isDirectory) yield* fixtures(`${path}${name}/`);
    else if (name.endsWith(".hex")) yield path + name;
  }
}

/** Property paths of the attributes that were met. */
function pathsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, path));
  if (
    typeof value !== "object" || value === null || value instanceof Uint8Array
  ) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    `${path}.${name}`,
    ...pathsIn(item, `${path}.${name}`),
  ]);
}

function encodeInfo(info: LinkInfo): Uint8Array {
  const writer = new Writer();
  linkInfo.encode(writer, info);
  return writer.finish();
}

Deno.test("linkKinds names every attribute that kernels and ip sent", () => {
  const unknown = infos.flatMap(({ fixture, info }) =>
    pathsIn(info).filter((path) => path.endsWith(".unknown"))
      .map((path) => `${fixture}: ${path}`)
  );
  assertEquals(unknown, []);
});

Deno.test("linkKinds has golden bytes for every kind with attributes", () => {
  const kinds = new Set(infos.map(({ info }) => info.kind));
  const without = Object.entries(linkKinds)
    .filter(([, codec]) => (codec as unknown) !== noData)
    .map(([kind]) => kind)
    .filter((kind) => !kinds.has(kind));
  assertEquals(without, []);
});

Deno.test("linkKinds has golden bytes for every attribute", () => {
  const found = new Set(infos.flatMap(({ info }) => pathsIn(info)));
  const byCodec = Map.groupBy(
    Object.entries(linkKinds),
    ([, codec]) => codec as unknown,
  );
  const missing = [...byCodec.values()].flatMap((kinds) => {
    const { shape } = kinds[0]![1];
    return shape.kind !== "attributes" ? [] : shape.fields
      .filter(({ name }) =>
        !kinds.some(([kind]) => found.has(`.${kind}.${name}`))
      )
      .map(({ name }) => `${kinds[0]![0]}.${name}`);
  });
  assertEquals(missing, []);
});

Deno.test("linkKinds refuses data of another kind", () => {
  const error = assertThrows(
    () => encodeInfo({ kind: "vlan", vrf: { table: 10 } }),
    EncodeError,
  );
  assertEquals(error.path, "vrf");
});

Deno.test("linkKinds names the property that does not fit", () => {
  const error = assertThrows(
    () => encodeInfo({ kind: "bond", bond: { arpIpTarget: ["192.0.2.256"] } }),
    EncodeError,
  );
  assertEquals(error.path, "bond.arpIpTarget[0]");
});

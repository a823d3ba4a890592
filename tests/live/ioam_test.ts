import { assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

const needs = ["family IOAM6"] as const;

liveTest("Ioam lists the namespaces and schemas that it adds", {
  needs,
}, async () => {
  using generic = GenericNetlink.open();
  const { ioam } = generic;
  await ioam.addNamespace({ id: 1 });
  await ioam.addNamespace({ id: 2, data: 0xdeadbeef, wideData: 5n });
  await ioam.addSchema({ id: 7, data: new TextEncoder().encode("abcd") });
  await ioam.setSchema(2, 7);

  const namespaces = await ioam.listNamespaces().toArray();
  namespaces.sort((a, b) => a.id - b.id);
  assertEquals(namespaces.map(({ message: _, ...rest }) => rest), [
    { id: 1 },
    { id: 2, data: 0xdeadbeef, wideData: 5n, schema: 7 },
  ]);
  const [schema] = await ioam.listSchemas().toArray();
  assertEquals(schema!.namespace, 2);
  assertEquals(new TextDecoder().decode(schema!.data), "abcd");

  await ioam.setSchema(2, null);
  assertEquals(await ioam.deleteSchema(7), true);
  assertEquals(await ioam.deleteSchema(7, { ifExists: true }), false);
  assertEquals(await ioam.listSchemas().toArray(), []);
  for (const { id } of namespaces) await ioam.deleteNamespace(id);
  assertEquals(await ioam.listNamespaces().toArray(), []);
  await ioam.addNamespace(namespaces[1]!);
  assertEquals((await ioam.listNamespaces().toArray())[0]!.data, 0xdeadbeef);
});

liveTest("Ioam reports what is wrong", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { ioam } = generic;
  await assertRejects(
    () => ioam.addNamespace({ id: 0x10000 }),
    RangeError,
    "Cannot use 65536 as id",
  );
  await assertRejects(
    () => ioam.addSchema({ id: 1, data: new Uint8Array(1021) }),
    RangeError,
    "it has more than 1020 bytes",
  );
  await assertRejects(
    () => ioam.deleteNamespace(9),
    NetlinkError,
    "Cannot delete IOAM namespace 9",
  );
});

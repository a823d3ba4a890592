import { assertEquals } from "@std/assert";
import * as messages from "../../messages/mod.ts";
import { messageTypeName, objectOf, objects } from "../../messages/objects.ts";
import { routeMessageTypes } from "../../messages/registry.ts";

/** The constants of message types, `RTM_NEW*` and the like, by name. */
const constants = Object.fromEntries(
  Object.entries(messages).filter(([name]) =>
    /^RTM_(NEW|DEL|GET|SET)/.test(name)
  ),
);

/** Objects that no messages are described of. */
const WITHOUT_SCHEMA: ReadonlySet<string> = new Set(["dcb"]);

const described = Object.entries(objects)
  .filter(([name]) => !WITHOUT_SCHEMA.has(name))
  .map(([, object]) => object);

Deno.test("objects have the message types that there are constants of", () => {
  const types = Object.assign({}, ...described.map(({ types }) => types));
  assertEquals(types, constants);
});

Deno.test("objects have the message types that datagrams are decoded by", () => {
  const types = Object.assign({}, ...described.map(({ types }) => types));
  assertEquals(
    Object.fromEntries(routeMessageTypes.map(({ name, type }) => [name, type])),
    types,
  );
});

Deno.test("messageTypeName() names all types that there are constants of", () => {
  for (const [name, type] of Object.entries(constants)) {
    assertEquals(messageTypeName(type as number), name);
  }
  assertEquals(messageTypeName(1020), "type 1020");
});

Deno.test("objectOf() finds an object by each of its message types", () => {
  for (const object of Object.values(objects)) {
    for (const type of Object.values(object.types)) {
      assertEquals(objectOf(type), object);
      assertEquals(object.has(type), true);
    }
  }
  assertEquals(objectOf(1020), undefined);
});

Deno.test("has() is false for message types that there are not", () => {
  assertEquals(objects.prefix.has(objects.prefix.delete), false);
  assertEquals(objects.address.has(objects.address.new + 3), false);
  assertEquals(objects.address.has(objects.link.new), false);
});

/**
 * Files that `ip … save` writes, from a kernel of the test's own.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { run } from "../support/ip.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { datagram, done, FakeKernel, object } from "../support/fake_kernel.ts";
import { testIo } from "../support/io.ts";

const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;

function address(local: string, index: number): AddressMessage {
  return {
    family: 2,
    prefixLength: 24,
    flags: 0x80,
    scope: 0,
    index,
    attributes: { address: local, local },
  };
}

function route(destination: string, change: Partial<RouteMessage> = {}) {
  return {
    family: 2,
    destinationLength: 24,
    sourceLength: 0,
    tos: 0,
    table: 254,
    protocol: 3,
    scope: 253,
    type: 1,
    flags: 0,
    attributes: { destination, outputDevice: 2, table: 254 },
    ...change,
  } satisfies RouteMessage;
}

/** Runs a command on a kernel that answers dumps with messages. */
async function save(
  words: string,
  answers: (head: { sequence: number }) => Uint8Array<ArrayBuffer>[],
) {
  const kernel = new FakeKernel((request) => [
    datagram(...answers(request)),
    done(request),
  ]);
  const io = testIo();
  const open = () => Promise.resolve(new Connection(kernel));
  const code = await run(words.split(" "), io, open);
  return { code, bytes: io.written, errors: io.errors };
}

function magic(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}

Deno.test("ip address save writes a magic number and the messages, without their numbers", async () => {
  const answers = (head: { sequence: number }) => [
    object(head, addressMessage, address("192.0.2.1", 2), {
      type: RTM_NEWADDR,
    }),
    object(head, addressMessage, address("192.0.2.2", 3), {
      type: RTM_NEWADDR,
    }),
  ];
  const { code, bytes, errors } = await save("-4 address save", answers);
  assertEquals({ code, errors }, { code: 0, errors: "" });
  // The number is that of iproute2, which reads no file without it.
  assertEquals(bytes.subarray(0, 4), magic(0x47361222));
  assertEquals(
    bytes.subarray(4).toHex(),
    datagram(...answers({ sequence: 0 })).toHex(),
  );
});

Deno.test("ip route save writes routes in the order of the kernel", async () => {
  const gateway = route("198.51.100.0", {
    scope: 0,
    attributes: {
      destination: "198.51.100.0",
      gateway: "192.0.2.1",
      outputDevice: 2,
      table: 254,
    },
  });
  const answers = (head: { sequence: number }) =>
    [gateway, route("192.0.2.0")].map((message) =>
      object(head, routeMessage, message, { type: RTM_NEWROUTE })
    );
  const { code, bytes, errors } = await save("route save", answers);
  assertEquals({ code, errors }, { code: 0, errors: "" });
  assertEquals(bytes.subarray(0, 4), magic(0x45311224));
  assertEquals(
    bytes.subarray(4).toHex(),
    datagram(...answers({ sequence: 0 })).toHex(),
  );
});

import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { Connection, type Warning } from "../../api/connection/connection.ts";
import {
  MalformedAnswerError,
  NetlinkError,
} from "../../api/connection/errors.ts";
import { SocketError } from "../../socket/error.ts";
import {
  ack,
  datagram,
  FakeKernel,
  message,
  object,
} from "../support/fake_kernel.ts";
import { ask, thing, thingCodec } from "../support/thing.ts";

const NLM_F_REQUEST = 1;
const NLM_F_ACK = 4;
const NLM_F_ECHO = 8;

Deno.test("request() asks for an acknowledgement and takes it without waiting", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask(7)), []);
  assertEquals(kernel.requests[0]!.flags, NLM_F_REQUEST | NLM_F_ACK);
  assertEquals(kernel.waits, 0);
  assertEquals(connection.pending, 0);
});

Deno.test("request() ends at its acknowledgement, not at its first answer", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, thingCodec, thing(1)),
    object(request, thingCodec, thing(2)),
    ack(request),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask()), [thing(1), thing(2)]);
  assertEquals(kernel.queued, 0);
  // The next request does not find what belongs to the first one.
  kernel.serve = (request) => [ack(request, 1)];
  await assertRejects(() => connection.request(ask()), NetlinkError, "EPERM");
});

Deno.test("request() finds its answers among others in one datagram", async () => {
  const kernel = new FakeKernel((request) => [
    datagram(
      object({ sequence: 77 }, thingCodec, thing(9)),
      object(request, thingCodec, thing(1)),
      ack({ ...request, sequence: 77 }, 1),
      ack(request),
    ),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask()), [thing(1)]);
});

Deno.test("request() waits for an answer that comes later", async () => {
  const kernel = new FakeKernel((request) => {
    setTimeout(() => kernel.deliver(ack(request)), 1);
    return [];
  });
  using connection = new Connection(kernel);
  await connection.request(ask());
  assertEquals(kernel.waits, 1);
});

Deno.test("request() drops late messages of requests that are finished", async () => {
  const kernel = new FakeKernel((request) => [ack(request), ack(request, 1)]);
  using connection = new Connection(kernel);
  await connection.request(ask());
  await connection.request(ask());
  await connection.request(ask());
  assertEquals(connection.pending, 0);
});

Deno.test("request() believes nobody but the kernel", async () => {
  const kernel = new FakeKernel((request) => [
    { bytes: ack(request, 1), sender: 4711 },
    { bytes: object(request, thingCodec, thing(666)), sender: 1 },
    { bytes: ack(request, 2), groups: 1 },
    object(request, thingCodec, thing(1)),
    ack(request),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask()), [thing(1)]);
});

Deno.test("request() takes the echo of what the kernel notifies others of", async () => {
  const kernel = new FakeKernel((request) => [
    { bytes: object(request, thingCodec, thing(1)), groups: 1 },
    ack(request),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask(1, { flags: NLM_F_ECHO })), [
    thing(1),
  ]);
  assertEquals(await connection.request(ask()), []);
});

Deno.test("request() ignores NLMSG_NOOP", async () => {
  const kernel = new FakeKernel((request) => [
    datagram(message({ type: 1, sequence: request.sequence }), ack(request)),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.request(ask()), []);
});

Deno.test("request() rejects with what the kernel reports, and where", async () => {
  const bad = ask(1, {
    flags: 0x600,
    message: thing(1, {
      name: "v",
      info: { kind: "vlan", vlan: { id: 5000 } },
    }),
  });
  const kernel = new FakeKernel((request) => [
    ack(request, 34, {
      message: "Invalid VLAN id.",
      // Headers of the message and of the thing, a name of 8 bytes, the
      // header of the nest, the kind with 12, the header of the data.
      offset: 16 + 8 + 8 + 4 + 12 + 4,
      cookie: Uint8Array.of(1, 2),
      policy: { type: 3, minValueUnsigned: 0n, maxValueUnsigned: 4095n },
    }),
  ]);
  using connection = new Connection(kernel);
  const error = await assertRejects(
    () => connection.request(bad),
    NetlinkError,
  );
  assertEquals(error.errno, 34);
  assertEquals(error.code, "ERANGE");
  assertEquals(error.reason, "Invalid VLAN id.");
  assertEquals(error.attribute, "attributes.info.vlan.id");
  assertEquals(error.attributeName, "THING_VLAN_ID");
  assertEquals(error.policy, {
    type: "u16",
    text: "0 to 4095",
    min: 0n,
    max: 4095n,
    minLength: undefined,
    maxLength: undefined,
    mask: undefined,
  });
  assertEquals(error.cookie, Uint8Array.of(1, 2));
  assertEquals(error.request, {
    type: 16,
    name: "RTM_NEWLINK",
    flags: 0x605,
    action: "create link",
    object: "link",
    subject: "v",
    message: bad.message,
  });
  assertStrictEquals(error.request?.message, bad.message);
  assertEquals(
    error.message,
    "Cannot create link v: ERANGE: Invalid VLAN id: " +
      "at attributes.info.vlan.id (THING_VLAN_ID: 0 to 4095)",
  );
});

Deno.test("request() names the attribute that is missing", async () => {
  const sent = ask(1, {
    message: thing(1, { name: "v", info: { kind: "vlan", vlan: {} } }),
  });
  const nest = 16 + 8 + 8 + 4 + 12;
  let attributes = { missingType: 1, missingNest: nest };
  const kernel = new FakeKernel((request) => [ack(request, 22, attributes)]);
  using connection = new Connection(kernel);
  const inNest = await assertRejects(
    () => connection.request(sent),
    NetlinkError,
    "Cannot change link v: EINVAL: Invalid argument: " +
      "attributes.info.vlan.id (THING_VLAN_ID) is missing",
  );
  assertEquals(inNest.missing, "attributes.info.vlan.id");
  assertEquals(inNest.missingName, "THING_VLAN_ID");

  attributes = { missingType: 3 } as typeof attributes;
  const atTop = await assertRejects(() => connection.request(sent));
  assertEquals((atTop as NetlinkError).missing, "attributes.name");

  attributes = { missingType: 99, missingNest: nest };
  const unnamed = await assertRejects(() => connection.request(sent));
  assertEquals((unnamed as NetlinkError).missing, "attributes.info.vlan.#99");
  assertEquals((unnamed as NetlinkError).missingName, undefined);
});

Deno.test("request() understands errors that repeat the whole request", async () => {
  const sent = ask(1, { message: thing(1, { name: "v" }) });
  const kernel = new FakeKernel((request) => {
    const { bytes } = request;
    const capped = ack(request, 22, { message: "No." });
    return [message(
      { type: 2, flags: 0x200, sequence: request.sequence },
      (writer) => {
        writer.bytes(capped.subarray(16, 20));
        writer.bytes(bytes);
        writer.bytes(capped.subarray(36));
      },
    )];
  });
  using connection = new Connection(kernel);
  const error = await assertRejects(() => connection.request(sent));
  assertInstanceOf(error, NetlinkError);
  assertEquals(error.reason, "No.");
});

Deno.test("request() uses the text of the error number where the kernel gives none", async () => {
  const kernel = new FakeKernel((request) => [ack(request, 19)]);
  using connection = new Connection(kernel);
  const error = await assertRejects(
    () => connection.request(ask(1, { type: 17 })),
    NetlinkError,
    "Cannot delete link with index 1: ENODEV: No such device",
  );
  assertEquals(error.reason, undefined);
  assertEquals(error.attribute, undefined);
});

Deno.test("request() hands the kernel's warnings to onWarning", async () => {
  const kernel = new FakeKernel((request) => [
    ack(request, 0, { message: "Deprecated.", offset: 24 }),
  ]);
  const warnings: Warning[] = [];
  using connection = new Connection(kernel, {
    onWarning: (warning) => warnings.push(warning),
  });
  const sent = ask(1, { flags: 0x400, message: thing(1, { name: "v" }) });
  await connection.request(sent);
  const own: string[] = [];
  await connection.request(sent, {
    onWarning: (warning) => own.push(warning.message),
  });
  await new Promise((resolve) => setImmediate(resolve));
  assertEquals(
    warnings.map(({ message, attribute, request }) => [
      message,
      attribute,
      request.action,
    ]),
    [["Deprecated.", "attributes.name", "create link"]],
  );
  assertEquals(own, ["Deprecated."]);
});

Deno.test("request() rejects when a message cannot be encoded, and sends nothing", async () => {
  const kernel = new FakeKernel();
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.request(ask(2 ** 40)),
    RangeError,
    "index",
  );
  assertEquals(kernel.sent.length, 0);
  assertEquals(connection.pending, 0);
});

Deno.test("request() rejects with the error of the socket when it cannot send", async () => {
  const kernel = new FakeKernel();
  kernel.sendErrors.push(new SocketError("sendto", 105, "send"));
  using connection = new Connection(kernel);
  const error = await assertRejects(() => connection.request(ask()));
  assertInstanceOf(error, SocketError);
  assertEquals(error.code, "ENOBUFS");
  assertEquals(connection.pending, 0);
});

Deno.test("request() lets the event loop go on while a long request is sent", async () => {
  const sending = Promise.withResolvers<void>();
  class LongKernel extends FakeKernel {
    async sendLong(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
      await sending.promise;
      this.send(bytes);
    }
  }
  const kernel = new LongKernel((request) => [ack(request)]);
  using connection = new Connection(kernel);
  const long = connection.request(ask(1, { long: true }));
  // A short one overtakes it, and does not spoil the borrowed buffer.
  await connection.request(ask(2));
  assertEquals(kernel.requests.length, 1);
  sending.resolve();
  await long;
  assertEquals(kernel.requests.map(({ bytes }) => bytes[20]), [2, 1]);

  const failing = new LongKernel();
  failing.sendErrors.push(new SocketError("sendto", 1, "send"));
  using other = new Connection(failing);
  await assertRejects(
    () => other.request(ask(1, { long: true })),
    SocketError,
  );
  assertEquals(other.pending, 0);
});

Deno.test("get() asks for no acknowledgement and ends at its answer", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, thingCodec, thing(3)),
  ]);
  using connection = new Connection(kernel);
  assertEquals(await connection.get(ask(3, { type: 18 })), thing(3));
  assertEquals(kernel.requests[0]!.flags, NLM_F_REQUEST);
  assertEquals(kernel.waits, 0);
  assertEquals(connection.pending, 0);
});

Deno.test("get() decodes with the codec of the answer", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, thingCodec, thing(3)),
  ]);
  using connection = new Connection(kernel);
  const { type, codec, message } = ask(3);
  const size = {
    ...codec,
    decode: (_: DataView, a: number, b: number) => b - a,
  };
  const reply = size as unknown as import("../../messages/codec/mod.ts").Codec<
    number
  >;
  assertEquals(await connection.get({ type, codec, message, reply }), 8);
});

Deno.test("get() rejects with the kernel's error", async () => {
  const kernel = new FakeKernel((request) => [ack(request, 19)]);
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.get(ask(1, { type: 18 })),
    NetlinkError,
    "Cannot get link with index 1: ENODEV: No such device",
  );
});

Deno.test("get() rejects when the kernel sends no object", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  using connection = new Connection(kernel);
  await assertRejects(
    () => connection.get(ask(1, { type: 18 })),
    MalformedAnswerError,
    "Cannot get link with index 1: the kernel sent no object",
  );
});

Deno.test("Connection hands out each datagram to debug", async () => {
  const kernel = new FakeKernel((request) => [ack(request)]);
  const seen: [string, number][] = [];
  using connection = new Connection(kernel, {
    debug: (direction, bytes) => seen.push([direction, bytes.length]),
  });
  await connection.request(ask());
  assertEquals(seen, [["send", 24], ["receive", 36]]);
  assert(kernel.sent[0]!.length === 24);
});

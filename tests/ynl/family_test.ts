/**
 * Families by their specifications, against a kernel made of a function.
 *
 * @module
 */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Connection } from "@netlink/netlink/api";
import { SpecFamily, type Values } from "@netlink/netlink/ynl";
import {
  controlMessage,
  CTRL_CMD_NEWFAMILY,
  NLM_F_CREATE,
  NLMSG_HDRLEN,
} from "@netlink/netlink/messages";
import { SpecCodecs } from "../../ynl/compile/compile.ts";
import { resolve } from "../../ynl/resolve/resolve.ts";
import {
  ack,
  datagram,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../support/fake_kernel.ts";
import { trialSpec } from "../support/trial_spec.ts";

const ID = 42;
const codecs = new SpecCodecs(trialSpec);

function operation(name: string) {
  return trialSpec.operations.list.find((each) => each.name === name)!;
}

function codecOf(name: string) {
  return codecs.message(operation(name));
}

function decoded(name: string, { bytes }: FakeRequest): Values {
  const view = new DataView(bytes.buffer);
  return codecOf(name).decode(view, NLMSG_HDRLEN, bytes.length);
}

/** A kernel that has the family, and answers its requests. */
function kernel(serve: (request: FakeRequest) => Uint8Array<ArrayBuffer>[]) {
  return new FakeKernel((request) =>
    request.type === ID ? [datagram(...serve(request))] : [
      datagram(
        object(request, controlMessage, {
          cmd: CTRL_CMD_NEWFAMILY,
          version: 2,
          reserved: 0,
          attributes: {
            familyId: ID,
            familyName: "trial",
            mcastGroups: [{ name: "news", id: 7 }],
          },
        }, { type: 16, flags: 0 }),
      ),
    ]
  );
}

function reply(
  request: Pick<FakeRequest, "sequence">,
  name: string,
  attributes: Values,
  header: Values = {},
) {
  const message = {
    cmd: operation(name).replyValue,
    version: 3,
    reserved: 0,
    ...header,
    attributes,
  };
  return object(request, codecOf(name), message, { type: ID, flags: 0 });
}

Deno.test("do() sends what was checked, and returns what comes", async () => {
  const fake = kernel((request) => [
    reply(request, "get", { name: "oak", color: "green" }),
    ack(request),
  ]);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  assertEquals(await family.do("get", { index: 5 }), {
    name: "oak",
    color: "green",
  });
  assertEquals(decoded("get", fake.requests[1]!), {
    cmd: 1,
    version: 3,
    reserved: 0,
    attributes: { index: 5 },
  });
  // The family is asked for once.
  await family.do("get", { index: 6 });
  assertEquals(fake.requests.length, 3);
});

Deno.test("do() returns nothing if nothing comes, and takes flags", async () => {
  const fake = kernel((request) => [ack(request)]);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  const answer = await family.do("plant", { name: "elm" }, {
    flags: NLM_F_CREATE,
  });
  assertEquals(answer, undefined);
  assertEquals(fake.requests[1]!.flags & NLM_F_CREATE, NLM_F_CREATE);
});

Deno.test("do() returns members of a header beside attributes", async () => {
  const fake = kernel((request) => [
    reply(request, "row-get", { seeds: 2 }, { row: 9, side: "blue" }),
    ack(request),
  ]);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  assertEquals(await family.do("rowGet", { row: 9 }), {
    row: 9,
    side: "blue",
    attributes: { seeds: 2 },
  });
  const { row, side } = decoded("row-get", fake.requests[1]!);
  assertEquals([row, side], [9, "red"]);
});

Deno.test("do() names the attribute that the kernel refuses", async () => {
  const fake = kernel((request) => [
    ack(request, 34, {
      message: "too many seeds",
      offset: request.bytes.length - 8,
    }),
  ]);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  const error = await assertRejects(
    () => family.do("plant", { kind: "apple", details: { seeds: 70 } }),
    Error,
    "Cannot run plant of trial: ERANGE: too many seeds",
  );
  assert(error.message.includes("attributes.apple.seeds"), error.message);
});

Deno.test("dump() lists objects", async () => {
  const fake = kernel((request) => [
    object(request, codecOf("get"), {
      cmd: 1,
      version: 3,
      reserved: 0,
      attributes: { index: 1 },
    }, { type: ID }),
    object(request, codecOf("get"), {
      cmd: 1,
      version: 3,
      reserved: 0,
      attributes: {
        index: 2,
        unknown: [{ type: 99, data: new Uint8Array(2) }],
      },
    }, { type: ID }),
    done(request),
  ]);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  assertEquals(await family.dump("get").toArray(), [
    { index: 1 },
    { index: 2, unknown: [{ type: 99, data: new Uint8Array(2) }] },
  ]);
});

Deno.test("wrong requests are not sent", async () => {
  const fake = kernel(() => []);
  using family = new SpecFamily(trialSpec, new Connection(fake));
  await assertRejects(() => family.do("plant", { nam: "a" }), TypeError);
  assertThrows(() => family.dump("plant"), TypeError);
  assertEquals(fake.requests, []);
});

Deno.test("events() joins groups by name, and reads what comes", async () => {
  const fake = kernel(() => []);
  const reports = new FakeKernel();
  using family = new SpecFamily(
    trialSpec,
    new Connection(fake),
    () => reports,
  );
  await assertRejects(
    () => family.events("new"),
    TypeError,
    "Cannot watch trial: there is no group new; the nearest is news",
  );
  const monitor = await family.events("news");
  assertEquals([...reports.groups], [7]);
  reports.deliver(
    datagram(reply({ sequence: 0 }, "storm", { seeds: 3 })),
    datagram(reply({ sequence: 0 }, "changed", { index: 1 })),
    datagram(object({ sequence: 0 }, codecOf("get"), {
      cmd: 77,
      version: 3,
      reserved: 0,
      attributes: {},
    }, { type: ID })),
  );
  const events: unknown[] = [];
  for await (const event of monitor) {
    events.push(event);
    if (events.length === 3) break;
  }
  assertEquals(events, [
    { kind: "event", operation: "storm", values: { seeds: 3 } },
    { kind: "event", operation: "changed", values: { index: 1 } },
    { kind: "unknown", type: ID, data: Uint8Array.of(77, 3, 0, 0) },
  ]);
  assert(reports.closed);
});

Deno.test("families that are not generic have message types of their own", async () => {
  const raw = resolve({
    name: "trial-raw",
    protocol: "netlink-raw",
    protonum: 0,
    definitions: [{
      name: "head",
      type: "struct",
      members: [{ name: "table", type: "u8" }],
    }],
    "attribute-sets": [{
      name: "things",
      attributes: [{ name: "table", type: "u32" }],
    }],
    operations: {
      "enum-model": "directional",
      "fixed-header": "head",
      list: [{
        name: "getthing",
        "attribute-set": "things",
        do: { request: { value: 30 }, reply: { value: 28 } },
      }, { name: "newthing-ntf", notify: "getthing", value: 28 }],
    },
    "mcast-groups": { list: [{ name: "things", value: 9 }] },
  });
  const thing = new SpecCodecs(raw).message(raw.operations.list[0]!);
  const message = { table: 1, attributes: { table: 300 } };
  const fake = new FakeKernel((request) => [
    datagram(
      object(request, thing, message, { type: 28, flags: 0 }),
      ack(request),
    ),
  ]);
  const reports = new FakeKernel();
  using family = new SpecFamily(raw, new Connection(fake), () => reports);
  assertEquals(
    await family.do("getthing", { attributes: { table: 300 } }),
    message,
  );
  assertEquals(fake.requests[0]!.type, 30);
  const monitor = await family.events();
  assertEquals([...reports.groups], [9]);
  reports.deliver(
    datagram(object({ sequence: 0 }, thing, message, { type: 28 })),
  );
  for await (const event of monitor) {
    assertEquals(event, {
      kind: "event",
      operation: "newthing-ntf",
      values: message,
    });
    break;
  }
});

Deno.test("describe() writes what a family and its operations have", () => {
  const family = new SpecFamily(trialSpec, new Connection(new FakeKernel()));
  const text = family.describe();
  assert(
    text.startsWith(
      "trial: netlink protocol 16, version 3\n  What an orchard has.\n",
    ),
    text,
  );
  assert(text.includes("  get (do, dump): Returns trees.\n"), text);
  assert(text.includes("  group news\n"), text);
  const plant = family.describe("plant");
  assert(
    plant.startsWith("plant (do, admin-perm)\n  do takes:\n    name: string\n"),
    plant,
  );
  assert(
    plant.includes("    apple: with kind apple\n      seeds: u32\n"),
    plant,
  );
  assertThrows(
    () => family.describe("plants"),
    TypeError,
    "Cannot describe plants of trial: there is no such operation; the nearest is plant",
  );
  family.close();
});

import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import {
  type ControlAttributes,
  controlMessage,
  CTRL_CMD_GETPOLICY,
  CTRL_CMD_NEWFAMILY,
} from "../../messages/generic/control.ts";
import {
  FOU_CMD_ADD,
  FOU_CMD_DEL,
  FOU_CMD_GET,
  FOU_ENCAP_DIRECT,
  FOU_ENCAP_GUE,
  type FouAttributes,
  type FouMessage,
  fouMessage,
} from "../../messages/generic/fou.ts";
import {
  NL_ATTR_TYPE_FLAG,
  NL_ATTR_TYPE_NESTED,
  NL_ATTR_TYPE_U8,
  type Policy,
} from "../../messages/extended_ack.ts";
import { GENL_ID_CTRL } from "../../messages/generic/header.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../support/fake_kernel.ts";

const FAMILY = 33;
const NLM_F_DUMP = 0x300;
const ENOENT = 2;

const ports: FouAttributes[] = [
  { port: 5555, af: 2, ipproto: 4, type: FOU_ENCAP_DIRECT },
  {
    port: 5556,
    af: 10,
    ipproto: 0,
    type: FOU_ENCAP_GUE,
    remcsumNopartial: true,
    localV6: "::1",
    peerV6: "::",
    peerPort: 0,
  },
  {
    port: 5557,
    af: 2,
    ipproto: 47,
    type: FOU_ENCAP_DIRECT,
    localV4: "192.0.2.1",
    peerV4: "192.0.2.2",
    peerPort: 6000,
    ifindex: 7,
  },
];

function readOnly(attributes: FouAttributes): FouMessage {
  return { cmd: FOU_CMD_GET, version: 1, reserved: 0, attributes };
}

/** A kernel with the family `fou`, if it has a number, and some ports. */
function open(family = FAMILY) {
  const requests: FouMessage[] = [];
  const serve = (request: FakeRequest) => {
    if (request.type === GENL_ID_CTRL) {
      return [object(request, controlMessage, {
        cmd: CTRL_CMD_NEWFAMILY,
        version: 2,
        reserved: 0,
        attributes: {
          familyId: family,
          familyName: "fou",
          version: 1,
          hdrsize: 0,
          maxattr: 11,
          ops: [{ id: FOU_CMD_GET, flags: 14 }],
          mcastGroups: [{ id: 5, name: "events" }],
        },
      })];
    }
    assertEquals(request.type, family);
    const { bytes } = request;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    requests.push(fouMessage.decode(view, 16, bytes.length));
    return (request.flags & NLM_F_DUMP) === NLM_F_DUMP
      ? [
        ...ports.map((port) => object(request, fouMessage, readOnly(port))),
        done(request),
      ]
      : [ack(request)];
  };
  const generic = new GenericNetlink(
    new Connection(new FakeKernel(serve)),
    new Connection(new FakeKernel()),
  );
  return { generic, requests };
}

Deno.test("GenericNetlink.resolve() puts a family into words", async () => {
  using generic = open().generic;
  const { attributes: _, ...family } = await generic.resolve("fou");
  assertEquals(family, {
    name: "fou",
    id: FAMILY,
    version: 1,
    headerSize: 0,
    maxAttribute: 11,
    commands: [{ id: FOU_CMD_GET, flags: 14 }],
    groups: { events: 5 },
  });
});

Deno.test("GenericFamily reports that the kernel lacks it", async () => {
  const kernel = new FakeKernel((request) => [ack(request, ENOENT)]);
  using generic = new GenericNetlink(
    new Connection(kernel),
    new Connection(new FakeKernel()),
  );
  await assertRejects(
    () => generic.fou.list().toArray(),
    NetlinkError,
    "Cannot find family fou: ENOENT",
  );
});

Deno.test("FouPorts.list() puts ports into words", async () => {
  using generic = open().generic;
  const found = await generic.fou.list().toArray();
  assertEquals(found.map(({ message: _, ...port }) => port), [
    { port: 5555, family: "inet", type: "direct", protocol: "ipip" },
    {
      port: 5556,
      family: "inet6",
      type: "gue",
      remoteChecksumAtOnce: true,
      local: "::1",
    },
    {
      port: 5557,
      family: "inet",
      type: "direct",
      protocol: "gre",
      local: "192.0.2.1",
      peer: "192.0.2.2",
      peerPort: 6000,
      device: 7,
    },
  ]);
});

Deno.test("FouPorts adds and deletes what it lists", async () => {
  const { generic, requests } = open();
  using _ = generic;
  const found = await generic.fou.list().toArray();
  requests.length = 0;
  for (const port of found) {
    await generic.fou.add(port);
    await generic.fou.delete(port);
  }
  const { attributes: added } = requests[4]!;
  assertEquals(added, ports[2]!);
  assertEquals(requests.map(({ cmd }) => cmd), [
    ...[FOU_CMD_ADD, FOU_CMD_DEL, FOU_CMD_ADD, FOU_CMD_DEL],
    ...[FOU_CMD_ADD, FOU_CMD_DEL],
  ]);
  assertEquals(requests[3]!.attributes, {
    port: 5556,
    af: 10,
    localV6: "::1",
  });
});

Deno.test("FouPorts.add() refuses addresses of two families", async () => {
  using generic = open().generic;
  await assertRejects(
    () =>
      generic.fou.add({
        port: 1,
        type: "gue",
        local: "127.0.0.1",
        peer: "::1",
        peerPort: 2,
      }),
    TypeError,
    'Cannot use "::1" as peer: it is not of the family inet',
  );
});

Deno.test("GenericFamily.events() joins a group by name", async () => {
  const reports = new FakeKernel();
  const control = new FakeKernel((request) => [
    object(request, controlMessage, {
      cmd: CTRL_CMD_NEWFAMILY,
      version: 2,
      reserved: 0,
      attributes: {
        familyId: FAMILY,
        familyName: "fou",
        mcastGroups: [{ id: 5, name: "events" }],
      },
    }),
  ]);
  using generic = new GenericNetlink(
    new Connection(control),
    new Connection(new FakeKernel()),
    () => reports,
  );
  const family = generic.family({ name: "fou", version: 1, codec: fouMessage });
  await assertRejects(
    () => family.events("event"),
    TypeError,
    "Cannot watch fou: there is no group event",
  );
  const monitor = await family.events("events");
  assertEquals([...reports.groups], [5]);
  const port = readOnly({ port: 5555 });
  reports.deliver(object({ sequence: 0 }, fouMessage, port, { type: FAMILY }));
  for await (const event of monitor) {
    assertEquals(event, port);
    break;
  }
});

Deno.test("GenericFamily.policy() puts the parts of a policy together", async () => {
  const part = (request: FakeRequest, attributes: ControlAttributes) =>
    object(request, controlMessage, {
      cmd: CTRL_CMD_GETPOLICY,
      version: 2,
      reserved: 0,
      attributes: { familyId: FAMILY, ...attributes },
    });
  const one = (key: number, type: number, policy: Policy) => ({
    policy: [{ key, value: [{ key: type, value: policy }] }],
  });
  const control = new FakeKernel((request) => [
    part(request, { opPolicy: [{ key: 3, value: { do: 0, dump: 1 } }] }),
    part(request, one(0, 1, { type: NL_ATTR_TYPE_U8, maxValueUnsigned: 9n })),
    part(request, one(0, 2, { type: NL_ATTR_TYPE_NESTED, policyIndex: 0 })),
    part(request, one(1, 7, { type: NL_ATTR_TYPE_FLAG })),
    done(request),
  ]);
  using generic = new GenericNetlink(
    new Connection(control),
    new Connection(new FakeKernel()),
  );
  const family = generic.family({ name: "fou", version: 1, codec: fouMessage });
  const policy = await family.policy();
  assertEquals([...policy.keys()], [3]);
  const { do: request, dump } = policy.get(3)!;
  assertEquals(request!.get(1)!.max, 9n);
  assertEquals(request!.get(1)!.text, "at most 9");
  assertEquals(request!.get(2)!.nested, request);
  assertEquals(dump!.get(7)!.type, "flag");
});

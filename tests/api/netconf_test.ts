import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { NetworkSettings, toNetconf } from "../../api/netconf/netconf.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../messages/netconf/netconf.ts";
import { ack, done, FakeKernel, object } from "../support/fake_kernel.ts";

const EINVAL = 22;
const EOPNOTSUPP = 95;

function settings(family: number, index: number): NetconfMessage {
  return { family, attributes: { index, forwarding: 1, reversePathFilter: 2 } };
}

/** A kernel that lists the settings of some families, one at a time. */
function kernelOf(...families: number[]): FakeKernel {
  return new FakeKernel((request) => {
    const view = new DataView(request.bytes.buffer);
    const { family } = netconfMessage.decode(view, 16, request.length);
    return families.includes(family)
      ? [
        object(request, netconfMessage, settings(family, -1)),
        object(request, netconfMessage, settings(family, 1)),
        done(request),
      ]
      : [ack(request, EOPNOTSUPP)];
  });
}

Deno.test("toNetconf() puts settings into words", () => {
  const message = settings(2, -2);
  assertEquals<object>(toNetconf(message), {
    family: "inet",
    device: { scope: "default" },
    forwarding: true,
    reversePathFilter: "loose",
  });
  assertEquals(toNetconf(message).message, message);
  const mpls = { family: 28, attributes: { index: 3, input: 0 } };
  assertEquals<object>(toNetconf(mpls), {
    family: "mpls",
    device: 3,
    input: false,
  });
});

Deno.test("NetworkSettings.list() asks for one protocol at a time where it has to", async () => {
  const net = new NetworkSettings(new Connection(kernelOf(2, 10)));
  const all = await net.list().toArray();
  assertEquals(all.map(({ family, device }) => [family, device]), [
    ["inet", { scope: "all" }],
    ["inet", 1],
    ["inet6", { scope: "all" }],
    ["inet6", 1],
  ]);
});

Deno.test("NetworkSettings.list() rejects for a protocol that the kernel does not have", async () => {
  const net = new NetworkSettings(new Connection(kernelOf(2)));
  await assertRejects(
    () => net.list({ family: "mpls" }).toArray(),
    NetlinkError,
    "EOPNOTSUPP",
  );
});

Deno.test("NetworkSettings.list() filters by device, and by family again", async () => {
  const kernel = new FakeKernel((request) => [
    ...[2, 10].flatMap((family) =>
      [-1, 1, 2].map((index) =>
        object(request, netconfMessage, settings(family, index))
      )
    ),
    done(request),
  ]);
  const net = new NetworkSettings(new Connection(kernel));
  const found = await net.list({ family: "inet6", device: 2 }).toArray();
  assertEquals(found.map(({ message }) => message), [settings(10, 2)]);
  const scope = await net.list({ device: { scope: "all" } }).toArray();
  assertEquals(scope.length, 2);
});

Deno.test("NetworkSettings.list() passes other refusals on", async () => {
  const kernel = new FakeKernel((request) => [ack(request, EINVAL)]);
  const net = new NetworkSettings(new Connection(kernel));
  await assertRejects(
    () => net.list().toArray(),
    NetlinkError,
    "EINVAL",
  );
  assertEquals(kernel.requests.length, 1);
});

Deno.test("NetworkSettings.get() asks for the settings of IPv4 by default", async () => {
  const kernel = new FakeKernel((request) => [
    object(request, netconfMessage, settings(2, 5)),
  ]);
  const net = new NetworkSettings(new Connection(kernel));
  assertEquals((await net.get({ device: 5 })).device, 5);
  const { bytes } = kernel.requests[0]!;
  assertEquals(
    netconfMessage.decode(new DataView(bytes.buffer), 16, bytes.length),
    { family: 2, attributes: { index: 5 } },
  );
});

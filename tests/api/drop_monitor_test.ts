import { assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import {
  controlMessage,
  CTRL_CMD_NEWFAMILY,
} from "../../messages/generic/control.ts";
import {
  NET_DM_CMD_ALERT,
  NET_DM_CMD_PACKET_ALERT,
  type NetDmAttributes,
  netDmMessage,
} from "../../messages/generic/drop_monitor.ts";
import { FakeKernel, object } from "../support/fake_kernel.ts";

const FAMILY = 40;

/** What a monitor makes of a report. */
async function reported(
  cmd: number,
  attributes: NetDmAttributes,
): Promise<object> {
  const reports = new FakeKernel();
  const control = new FakeKernel((request) => [
    object(request, controlMessage, {
      cmd: CTRL_CMD_NEWFAMILY,
      version: 2,
      reserved: 0,
      attributes: {
        familyId: FAMILY,
        familyName: "NET_DM",
        mcastGroups: [{ id: 9, name: "events" }],
      },
    }),
  ]);
  using generic = new GenericNetlink(
    new Connection(control),
    new Connection(new FakeKernel()),
    () => reports,
  );
  const monitor = await generic.dropMonitor.monitor();
  assertEquals([...reports.groups], [9]);
  reports.deliver(
    object({ sequence: 0 }, netDmMessage, {
      cmd,
      version: 2,
      reserved: 0,
      attributes,
    }, { type: FAMILY }),
  );
  for await (const event of monitor) return { ...event };
  throw new Error("Cannot test DropMonitor.monitor(): it has ended");
}

Deno.test("DropMonitor.monitor() reads how many packets were dropped where", async () => {
  const pc = Uint8Array.of(0x10, 0x32, 0x54, 0x76, 0xff, 0xff, 0xff, 0xff);
  const points = [{ pc, count: 3 }, { pc: new Uint8Array(8), count: 0 }];
  assertEquals(
    await reported(NET_DM_CMD_ALERT, {
      alert: { entries: 1, points },
      hwEntries: [{ hwTrapName: "ttl_value_is_too_small", hwTrapCount: 5 }],
    }),
    {
      kind: "summary",
      positions: [
        { position: 0xffffffff76543210n, count: 3 },
        { position: "ttl_value_is_too_small", count: 5 },
      ],
    },
  );
});

Deno.test("DropMonitor.monitor() reads dropped packets", async () => {
  assertEquals(
    await reported(NET_DM_CMD_PACKET_ALERT, {
      origin: 0,
      pc: 1n,
      symbol: "udp_rcv+0x5",
      inPort: { netdevIfindex: 1, netdevName: "lo" },
      proto: 0x800,
      origLen: 70,
      payload: Uint8Array.of(69),
      reason: "NO_SOCKET",
    }),
    {
      kind: "packet",
      origin: "kernel",
      address: 1n,
      symbol: "udp_rcv+0x5",
      input: { netdevIfindex: 1, netdevName: "lo" },
      protocol: 0x800,
      length: 70,
      data: Uint8Array.of(69),
      reason: "NO_SOCKET",
    },
  );
});

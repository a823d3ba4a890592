import { assert, assertEquals, assertGreater } from "@std/assert";
import {
  AF_BRIDGE,
  AF_INET6,
  AF_UNSPEC,
  attributeType,
  BR_BOOLOPT_MST_ENABLE,
  BR_STATE_LEARNING,
  decode,
  encode,
  inetLinkAttributes,
  IPV4_DEVCONF_RP_FILTER,
  IPV4_DEVCONF_TAG,
  type LinkAttributes,
  type LinkMessage,
  linkMessage,
  LITTLE_ENDIAN,
  type Message,
  NETLINK_ROUTE,
  NLA_F_NESTED,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  RTEXT_FILTER_BRVLAN,
  RTEXT_FILTER_CFM_CONFIG,
  RTEXT_FILTER_CFM_STATUS,
  RTEXT_FILTER_MRP,
  RTEXT_FILTER_MST,
  RTEXT_FILTER_SKIP_STATS,
  RTEXT_FILTER_VF,
  RTM_GETLINK,
  RTM_GETSTATS,
  RTM_NEWLINK,
  RTM_NEWVLAN,
  RTM_SETLINK,
  vlanDatabaseMessage,
  Writer,
} from "../../messages/mod.ts";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkSocket } from "../../socket.ts";
import { liveTest } from "../support/live.ts";

/** Sends a dump request and returns each message of the answer as bytes. */
async function dump(type: number, body: unknown): Promise<Uint8Array[]> {
  using socket = new NetlinkSocket(NETLINK_ROUTE);
  const flags = NLM_F_REQUEST | NLM_F_DUMP;
  const header = { length: 0, type, flags, sequence: 1, portId: 0 };
  socket.send(encode([{ header, body }]));
  const messages: Uint8Array[] = [];
  for (;;) {
    const { bytes } = await socket.receive();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length;) {
      const length = view.getUint32(at, LITTLE_ENDIAN);
      const type = view.getUint16(at + 4, LITTLE_ENDIAN);
      if (type === NLMSG_DONE) return messages;
      assert(type !== NLMSG_ERROR, `error ${view.getInt32(at + 16, true)}`);
      messages.push(bytes.slice(at, at + length));
      at += (length + 3) & ~3;
    }
  }
}

function links(family: number, extMask: number): Promise<Uint8Array[]> {
  const header = { family, type: 0, index: 0, flags: 0, change: 0 };
  return dump(RTM_GETLINK, { ...header, attributes: { extMask } });
}

function stats(filterMask: number): Promise<Uint8Array[]> {
  const header = { family: AF_UNSPEC, index: 0, filterMask };
  return dump(RTM_GETSTATS, { ...header, attributes: {} });
}

/** Paths of attributes that are there as bytes only. */
function unknownIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === "unknown"
      ? (item as { type: number }[]).map(({ type }) => `${path} ${type}`)
      : unknownIn(item, `${path}.${name}`)
  );
}

function check(messages: readonly Uint8Array[]): Message[] {
  return messages.map((bytes) => {
    const { messages: [message] } = decode(bytes);
    assert(message !== undefined && !(message.body instanceof Uint8Array));
    assertEquals(unknownIn(message.body), []);
    assertEquals(encode([message]), bytes);
    // A copy has nothing of the bytes; only padding is lost on it.
    const copy = structuredClone(message);
    const canonical = encode([copy]);
    if (canonical.length === bytes.length) assertEquals(canonical, bytes);
    assertEquals(decode(canonical).messages[0]?.body, message.body);
    return message;
  });
}

/** What fails, as the kernel lacks it, is left out. */
const COMMANDS = `
ip link add br0 type bridge
ip link set br0 type bridge vlan_filtering 1 vlan_stats_enabled 1
ip link set br0 type bridge mcast_snooping 1 mcast_stats_enabled 1
ip link set br0 type bridge mcast_querier 1
ip link add v0 type veth peer name v1
ip link set v0 master br0
ip link set v0 up
ip link set v1 up
ip link set br0 up
ip link add d0 type dummy
ip link add vx0 type vxlan id 42 group 239.1.1.1 dev v1 dstport 4789
ip link add vx6 type vxlan id 43 remote 2001:db8::1 local 2001:db8::2 gbp
ip link add vx7 type vxlan external vnifilter dstport 4790
ip link add vx8 type vxlan id 44 ttl inherit df set srcport 1000 2000
ip link set vx7 master br0
ip link set vx7 type bridge_slave vlan_tunnel on
ip link add link d0 name vlan5 type vlan id 5 gvrp on egress 1:2 ingress 3:4
ip link add bond0 type bond mode 802.3ad
ip link set d0 master bond0
ip link add vrf9 type vrf table 9
ip link add d1 type dummy
ip link set d1 master vrf9
ip link add team0 type team
ip link add d2 type dummy
ip link set d2 master team0
ip link add mv0 link v1 type macvlan mode bridge
ip link add gre1 type gre local 192.0.2.1 remote 192.0.2.2 key 7
ip link add gnv0 type geneve id 9 remote 192.0.2.9
ip link property add dev v1 altname a-rather-long-name altname other
ip link set v1 alias described
ip link set mv0 protodown on
ip link set mv0 protodown_reason 3 on
ip link set d1 promisc on allmulticast on
ip token set ::1 dev v1
bridge vlan add dev v0 vid 10-20
bridge vlan add dev vx7 vid 30 tunnel_info id 3000
bridge vlan add dev vx7 vid 31-33 tunnel_info id 3001-3003
`.trim().split("\n");

function run(line: string): boolean {
  const [program, ...args] = line.split(" ");
  return new Deno.Command(program!, { args, stderr: "null", stdout: "null" })
    .outputSync().success;
}

liveTest(
  "linkMessage names all that the kernel reports, and writes the same bytes",
  { needs: ["command ip", "command bridge", "kind veth", "kind bridge"] },
  async () => {
    const done = COMMANDS.filter(run);
    assertGreater(done.length, 5);
    const all = check(await links(AF_UNSPEC, RTEXT_FILTER_VF));
    assertGreater(all.length, 3);
    check(await links(AF_UNSPEC, RTEXT_FILTER_SKIP_STATS));
    check(await links(AF_INET6, 0));
    const more = RTEXT_FILTER_MRP | RTEXT_FILTER_CFM_CONFIG |
      RTEXT_FILTER_CFM_STATUS | RTEXT_FILTER_MST;
    const bridges = check(await links(AF_BRIDGE, RTEXT_FILTER_BRVLAN | more));
    assertGreater(bridges.length, 1);
    assertGreater(check(await stats(0x1f)).length, 3);
  },
);

function request(
  type: number,
  family: number,
  index: number,
  attributes: LinkAttributes,
) {
  const header = { family, type: 0, index, flags: 0, change: 0 };
  const message: LinkMessage = { ...header, attributes };
  return { type, codec: linkMessage, message };
}

async function find(
  connection: Connection,
  name: string,
): Promise<LinkMessage> {
  return await connection.get(request(RTM_GETLINK, AF_UNSPEC, 0, { name }));
}

liveTest(
  "bridgeSpec sets the state of a port in a spanning tree",
  { needs: ["command ip", "command bridge", "vm"] },
  async () => {
    const names = "br0 type bridge vlan_filtering 1 vlan_default_pvid 0";
    assert(run(`ip link add ${names}`) && run("ip link add d0 type dummy"));
    assert(run("ip link set d0 master br0"));
    using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
    const bridge = await find(connection, "br0");
    const port = await find(connection, "d0");
    const mask = 1 << BR_BOOLOPT_MST_ENABLE;
    await connection.request(request(RTM_NEWLINK, AF_UNSPEC, bridge.index, {
      info: {
        kind: "bridge",
        bridge: { multiBooleanOptions: { value: mask, mask } },
      },
    }));
    assert(run("bridge vlan add dev d0 vid 10"));
    await connection.request({
      type: RTM_NEWVLAN,
      codec: vlanDatabaseMessage,
      message: {
        family: AF_BRIDGE,
        index: bridge.index,
        attributes: { globalOptions: [{ id: 10, mstInstance: 5 }] },
      },
    });
    const mst = [{ msti: 5, state: BR_STATE_LEARNING }];
    const set = request(RTM_SETLINK, AF_BRIDGE, port.index, {
      bridgeSpec: { mst },
    });
    await connection.request(set);
    const ports = await connection.dumpAll(
      request(RTM_GETLINK, AF_BRIDGE, 0, { extMask: RTEXT_FILTER_MST }),
    );
    const found = ports.find(({ index }) => index === port.index);
    assertEquals(found?.attributes.bridgeSpec?.mst, mst);
  },
);

liveTest(
  "inetLinkAttributes carries changes of IPv4 settings as unknown",
  { needs: ["command ip", "kind veth"] },
  async () => {
    assert(run("ip link add v0 type veth peer name v1"));
    using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
    const { index } = await find(connection, "v0");
    const writer = new Writer();
    const view = new Uint32Array(1);
    for (
      const [type, value] of [[IPV4_DEVCONF_RP_FILTER, 2], [
        IPV4_DEVCONF_TAG,
        7,
      ]] as const
    ) {
      view[0] = value;
      const bytes = new Uint8Array(view.buffer);
      writer.attribute(type, (writer, bytes) => writer.bytes(bytes), bytes);
    }
    const data = writer.finish().slice();
    const type = attributeType(inetLinkAttributes, "conf") | NLA_F_NESTED;
    await connection.request(request(RTM_SETLINK, AF_UNSPEC, index, {
      afSpec: { inet: { unknown: [{ type, data }] } },
    }));
    const { attributes } = await find(connection, "v0");
    const conf = attributes.afSpec?.inet?.conf;
    assertEquals(conf?.[IPV4_DEVCONF_RP_FILTER - 1], 2);
    assertEquals(conf?.[IPV4_DEVCONF_TAG - 1], 7);
  },
);

// What the compiler has to allow of values that cannot be written to. Checked
// by `deno check`.
import type { Rtnetlink } from "../../api/rtnetlink.ts";
import type { Xfrm } from "../../api/xfrm/xfrm.ts";

declare const net: Rtnetlink;
declare const xfrm: Xfrm;

const route = {
  to: "198.51.100.0/24",
  metrics: { lock: ["mtu"], features: ["ecn"] },
  nextHops: [{ gateway: "192.0.2.1", newDestination: [5] }],
} as const;
net.route.add(route);
net.route.addAll([route] as const);

const segments = { segments: ["2001:db8::1"] } as const;
net.route.add({ to: "2001:db8::/32", encap: { seg6: segments } });

const address = {
  device: "eth0",
  address: "192.0.2.1/24",
  flags: ["noprefixroute"],
} as const;
net.address.add(address);

const group = { id: 1, group: [{ id: 2 }, { id: 3 }] } as const;
net.nexthop.add(group);

const states = { states: ["reachable"] } as const;
net.neighbor.list(states);

const policy = {
  direction: "out",
  selector: {},
  flags: ["localok"],
  templates: [{ protocol: "esp", mode: "transport" }],
} as const;
xfrm.policy.add(policy);

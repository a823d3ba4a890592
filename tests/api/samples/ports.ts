/** Words for the settings of ports of masters, and what the kernel wants. */
import type { LinkPortOptions } from "../../../api/link/ports/mod.ts";
import type { LinkPorts } from "../../../messages/link/ports/mod.ts";
import type { Samples } from "./samples.ts";

/** Samples of ports. */
export const portSamples: {
  readonly [K in keyof LinkPorts]-?: Samples<
    Exclude<LinkPortOptions[K], undefined>,
    Exclude<LinkPorts[K], undefined>
  >;
} = {
  bondPort: [[
    { queueId: 1, priority: -5, actorPortPriority: 7 },
    { queueId: 1, priority: -5, actorPortPriority: 7 },
  ]],
  bridgePort: [[{
    state: "forwarding",
    priority: 32,
    cost: 100,
    hairpin: true,
    guard: false,
    rootBlock: true,
    fastLeave: true,
    learning: false,
    learningSync: true,
    flood: false,
    multicastFlood: true,
    broadcastFlood: false,
    multicastToUnicast: true,
    proxyArp: true,
    proxyArpWifi: false,
    multicastRouter: "temporary",
    multicastHostsLimit: 10,
    multicastMaxGroups: 20,
    neighborSuppress: true,
    neighborVlanSuppress: false,
    neighborForwardGratuitous: true,
    groupForwardMask: 8,
    vlanTunnel: true,
    isolated: true,
    locked: true,
    mab: false,
    backupPort: null,
    backupNexthop: 5,
  }, {
    state: 3,
    priority: 32,
    cost: 100,
    mode: 1,
    guard: 0,
    protect: 1,
    fastLeave: 1,
    learning: 0,
    learningSync: 1,
    unicastFlood: 0,
    multicastFlood: 1,
    broadcastFlood: 0,
    multicastToUnicast: 1,
    proxyArp: 1,
    proxyArpWifi: 0,
    multicastRouter: 3,
    multicastEhtHostsLimit: 10,
    multicastMaxGroups: 20,
    neighborSuppress: 1,
    neighborVlanSuppress: 0,
    neighborForwardGratuitous: 1,
    groupForwardMask: 8,
    vlanTunnel: 1,
    isolated: 1,
    locked: 1,
    mab: 0,
    backupPort: 0,
    backupNexthopId: 5,
  }]],
  vrfPort: [[{ table: 10 }, {}]],
};

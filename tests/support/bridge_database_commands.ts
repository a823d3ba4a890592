/**
 * Random commands for `bridge` that change VLANs, multicast entries and networks
 * of VXLAN devices, the same each time.
 *
 * @module
 */

import { Random } from "./random.ts";
import type { Command } from "./bridge_commands.ts";

/** What {@linkcode DatabaseCommands} need. */
export const bridgeDatabases: readonly Command[] = [
  ["ip", "link add br0 type bridge vlan_filtering 1 mcast_snooping 1"],
  ["ip", "link add br1 type bridge"],
  ["ip", "link add vx0 type vxlan external vnifilter dstport 4789"],
  ...[0, 1, 2].flatMap((i): Command[] => [
    ["ip", `link add v${i} type veth peer name w${i}`],
    ["ip", `link set v${i} up master br${i % 2}`],
    ["ip", `link set w${i} up`],
  ]),
  ...["br0", "br1", "vx0"].map((name): Command => [
    "ip",
    `link set ${name} up`,
  ]),
];

/**
 * Makes random commands that change VLANs, their options, multicast entries and
 * networks of VXLAN devices.
 */
export class DatabaseCommands {
  readonly #random: Random;

  /**
   * Makes the source of commands.
   *
   * @param seed What makes it different from others.
   */
  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  #pick<T>(...choices: T[]): T {
    return this.#random.pick(...choices);
  }

  #range(): string {
    const first = 1 + this.#random.below(12);
    return this.#random.below(2) === 0
      ? `${first}`
      : `${first}-${first + this.#random.below(6)}`;
  }

  /** A command; the kernel refuses many. */
  next(): Command {
    switch (this.#random.below(10)) {
      case 0:
        return this.#random.below(3) === 0 ? ["ip", this.#ip()] : this.next();
      case 1:
      case 2:
        return ["bridge", this.#mdb()];
      case 3:
      case 4:
        return ["bridge", this.#vni()];
      default:
        return ["bridge", this.#vlan()];
    }
  }

  #ip(): string {
    const port = `v${this.#random.below(3)}`;
    const bridge = this.#pick("br0", "br1");
    return this.#pick(
      `link set ${port} master ${bridge}`,
      `link set ${port} master ${bridge}`,
      `link set ${port} nomaster`,
      `link set ${port} down`,
      `link set ${port} up`,
      `link set ${bridge} down`,
      `link set ${bridge} up`,
      `link set ${bridge} type bridge vlan_default_pvid ${this.#pick(1, 5)}`,
      `link set br0 type bridge mcast_vlan_snooping ${this.#pick(0, 1)}`,
      "link del vx0",
      "link add vx0 up type vxlan external vnifilter dstport 4789",
      "link add vx0 up type vxlan external vnifilter dstport 4789",
      "link del br1",
      "link add br1 up type bridge vlan_filtering 1",
      "link add br1 up type bridge vlan_filtering 1",
    );
  }

  #vlan(): string {
    const port = `v${this.#random.below(3)}`;
    const bridge = this.#pick("br0", "br0", "br1");
    const range = this.#range();
    const single = range.split("-")[0];
    switch (this.#random.below(10)) {
      case 0:
        return `vlan del vid ${range} dev ${port}`;
      case 1:
        return `vlan ${
          this.#pick("add", "add", "del")
        } vid ${range} dev ${bridge} self`;
      case 2:
        return `vlan add vid ${single} dev ${port} pvid${
          this.#pick("", " untagged")
        }`;
      case 3:
        return `vlan set vid ${range} dev ${port} state ${
          this.#pick("forwarding", "blocking", "learning")
        }`;
      case 4:
        return `vlan global set vid ${range} dev ${bridge} ${
          this.#pick(
            `mcast_snooping ${this.#pick(0, 1)}`,
            "mcast_querier 1",
            `mcast_query_interval ${this.#pick(12500, 13000)}`,
            `mcast_igmp_version ${this.#pick(2, 3)}`,
          )
        }`;
      case 5:
        return `link set dev ${port} vlan_tunnel ${this.#pick("on", "off")}`;
      case 6:
        return `vlan add vid ${range} dev ${port} tunnel_info id ${
          range.split("-").map((number) => `1${number.padStart(2, "0")}`)
            .join("-")
        }`;
      default:
        return `vlan add vid ${range} dev ${port}${
          this.#pick("", " untagged")
        }`;
    }
  }

  #mdb(): string {
    const group = this.#pick("239.1.1.1", "239.1.1.2", "ff0e::9");
    const source = this.#pick("", "", " src 192.0.2.1");
    const verb = this.#pick("add", "add", "replace", "del");
    const state = verb === "del" ? "" : this.#pick(" permanent", " temp");
    switch (this.#random.below(8)) {
      case 0:
        return `mdb ${verb} dev vx0 port vx0 grp ${group}${
          verb === "del" ? "" : " permanent"
        } dst 192.0.2.${1 + this.#random.below(3)} src_vni ${
          1 + this.#random.below(3)
        }`;
      case 1:
        return `mdb flush dev ${this.#pick("br0", "br1", "vx0")}`;
      default: {
        const bridge = this.#pick("br0", "br1");
        const port = this.#pick(`v${this.#random.below(3)}`, bridge);
        return `mdb ${verb} dev ${bridge} port ${port} grp ${group}${source}` +
          `${port === bridge ? "" : state}${this.#pick("", "", " vid 2")}`;
      }
    }
  }

  #vni(): string {
    const range = this.#range();
    return this.#pick(
      `vni add vni ${range} dev vx0`,
      `vni add vni ${range} dev vx0`,
      `vni add vni ${range} dev vx0 remote 192.0.2.${
        1 + this.#random.below(2)
      }`,
      `vni add vni ${range} dev vx0 group 239.1.1.1`,
      `vni del vni ${range} dev vx0`,
    );
  }
}

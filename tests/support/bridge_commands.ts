/**
 * Random commands for `ip`, `bridge` and `tc` that change bridges, VXLANs,
 * their forwarding entries, and queueing disciplines, the same each time.
 *
 * @module
 */

import { Random } from "./random.ts";

/** A program with `-batch`, and what it shall do. */
export type Command = [program: "ip" | "bridge" | "tc", words: string];

const PORTS = 4;

function addLink(name: string): string {
  switch (name.slice(0, 2)) {
    case "br":
      return `link add ${name} type bridge vlan_filtering ${name.slice(2)}`;
    case "vx":
      return name === "vx0"
        ? "link add vx0 type vxlan id 42 dstport 4789 remote 192.0.2.1 dev d0"
        : "link add vx1 type vxlan external dstport 4790";
    default:
      return `link add ${name} numtxqueues 2 type veth peer name p${name}`;
  }
}

const LINKS = ["br0", "br1", "vx0", "vx1", "v0", "v1", "v2", "v3"];

/** What the commands need. */
export const bridges: readonly Command[] = [
  ["ip", "link add d0 type dummy"],
  ["ip", "addr add 192.0.2.99/24 dev d0"],
  ["ip", "link set d0 up"],
  ...LINKS.flatMap((name): Command[] => [
    ["ip", addLink(name)],
    ["ip", `link set ${name} up`],
  ]),
  ...[0, 1, 2, 3].map((i): Command => [
    "ip",
    `link set v${i} master br${i % 2}`,
  ]),
  ["ip", "link set vx0 master br0"],
  ["ip", "nexthop add id 11 via 192.0.2.1 fdb"],
  ["ip", "nexthop add id 12 via 192.0.2.2 fdb"],
  ["ip", "nexthop add id 20 group 11/12 fdb"],
];

/** Makes random commands. */
export class BridgeCommands {
  readonly #random: Random;

  /**
   * Makes the source of commands.
   *
   * @param seed What makes it different from others.
   */
  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  #below(n: number): number {
    return this.#random.below(n);
  }

  #pick<T>(...choices: T[]): T {
    return this.#random.pick(...choices);
  }

  /** A few commands for one program; the kernel refuses many. */
  next(): Command[] {
    const program = this.#pick("ip", "bridge", "bridge", "tc");
    const make = {
      ip: () => this.#ip(),
      bridge: () => this.#bridge(),
      tc: () => this.#tc(),
    }[program];
    return Array.from(
      { length: 1 + this.#below(5) },
      (): Command => [program, make()],
    );
  }

  #port(): string {
    return `v${this.#below(PORTS)}`;
  }

  /** Few, so that ports, bridges and entries share them. */
  #address(): string {
    return `02:00:00:00:00:0${this.#below(5)}`;
  }

  #ip(): string {
    const port = this.#port();
    const bridge = `br${this.#below(2)}`;
    const name = this.#pick(...LINKS);
    const remote = `192.0.2.${1 + this.#below(3)}`;
    switch (this.#below(14)) {
      case 0:
      case 1:
        return `link set ${this.#pick(port, "vx0")} master ${bridge}`;
      case 2:
        return `link set ${port} nomaster`;
      case 3:
        return `link set ${
          this.#pick(port, bridge)
        } address ${this.#address()}`;
      case 4:
        return `link set ${name} down`;
      case 5:
      case 6:
        return `link set ${name} up`;
      case 7:
        return this.#below(2) === 0 ? `link del ${name}` : addLink(name);
      case 8:
        return addLink(name);
      case 9:
        return `link set ${port} master br${Number(port.slice(1)) % 2}`;
      case 10:
        return `link set vx0 type vxlan remote ${remote}`;
      case 11:
        return `link set ${this.#pick(port, "vx0")} netns 1`;
      case 12:
        return this.#pick(
          "nexthop del id 20",
          "nexthop del id 11",
          "nexthop replace id 11 via 192.0.2.1 fdb",
          `nexthop replace id 12 via ${remote} fdb`,
          "nexthop replace id 20 group 11/12 fdb",
          "nexthop replace id 20 group 12 fdb",
        );
      default:
        return this.#pick(
          `addr add 2001:db8::${port.slice(1)}/64 dev ${port}`,
          `addr add 10.0.0.1/24 dev ${port}`,
          `link set ${port} mtu ${1300 + 100 * this.#below(3)}`,
          `link set ${port} txqueuelen ${this.#pick(0, 100)}`,
          `link set ${bridge} type bridge fdb_flush`,
          `link set br1 type bridge vlan_default_pvid ${this.#pick(1, 7)}`,
          `link set ${bridge} type bridge stp_state ${this.#below(2)}`,
          `neigh replace 10.0.0.9 lladdr ${this.#address()} dev ${port}`,
        );
    }
  }

  #bridge(): string {
    const port = this.#port();
    const verb = this.#pick("add", "replace", "replace", "append", "del");
    const address = this.#address();
    const vlan = this.#pick("", "", " vlan 1", " vlan 10");
    const lasting = this.#pick("permanent", "static", "dynamic");
    const remote = this.#pick("192.0.2.1", "192.0.2.2", "192.0.2.3");
    const more = this.#pick("", "", " port 7", " vni 43", " via d0");
    switch (this.#below(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return `fdb ${verb} ${address} dev ${
          this.#pick(port, port, port, "vx0")
        } master ${lasting}${vlan}`;
      case 4:
        return `fdb ${verb} ${address} dev br${this.#below(2)} self${vlan}`;
      case 5:
        return `fdb ${verb} ${address} dev vx0 dst ${remote}${more} ${lasting}`;
      case 6: {
        const many = this.#pick("00:00:00:00:00:00", "01:00:5e:00:00:01");
        return `fdb ${
          // The kernel refuses to replace them, but not before it has changed
          // their state, of which it then reports nothing.
          this.#pick(
            "append",
            "append",
            "append",
            "add",
            "del",
          )} ${many} dev vx0 dst ${remote}${more} ${lasting}`;
      }
      case 7:
        return `fdb ${verb} ${address} dev vx0 nhid ${this.#pick(11, 20)}`;
      case 8:
        return `fdb ${verb} ${address} dev vx1 src_vni ${
          this.#pick(1, 2)
        } dst ${remote}${more}`;
      case 9:
        return this.#pick(
          `fdb add ${address} dev d0 self`,
          `fdb del ${address} dev d0 self`,
          `fdb flush dev br${this.#below(2)}`,
        );
      case 10:
        return `vlan ${this.#pick("add", "add", "del")} vid ${
          this.#pick(1, 10)
        } dev ${this.#pick(port, port, "br1")}${
          this.#pick(" self", "", " pvid untagged")
        }`;
      default:
        return `link set dev ${port} ${
          this.#pick("cost 5", "cost 6", "learning off", "learning on")
        }`;
    }
  }

  #tc(): string {
    const port = this.#pick(this.#port(), this.#port(), "br0", "vx0");
    switch (this.#below(8)) {
      case 0:
      case 1:
        return `qdisc replace dev ${port} root handle ${
          this.#pick(
            "1: htb",
            "1: prio",
            "2: prio",
            "1: mq",
            "3: pfifo limit 9",
          )
        }`;
      case 2:
        return `qdisc del dev ${port} root`;
      case 3:
        return `class add dev ${port} parent 1: classid 1:${
          1 + this.#below(3)
        } htb rate 1mbit`;
      case 4:
        return `class del dev ${port} classid 1:${1 + this.#below(3)}`;
      case 5:
        return `qdisc ${this.#pick("replace", "replace", "del")} dev ${port} ` +
          `parent ${1 + this.#below(2)}:${1 + this.#below(3)} handle ${
            this.#pick("10: pfifo", "11: prio", "12: fq_codel")
          }`;
      case 6:
        return `qdisc ${this.#pick("add", "del")} dev ${port} clsact`;
      default:
        return `qdisc replace dev ${port} parent ${this.#pick(10, 11)}:1 ` +
          `handle ${this.#pick(20, 21)}: pfifo limit ${1 + this.#below(9)}`;
    }
  }
}

/**
 * Runs commands in order; what the kernel refuses is left out.
 *
 * @param commands The commands.
 */
export async function runCommands(commands: readonly Command[]): Promise<void> {
  for (let at = 0; at < commands.length;) {
    const program = commands[at]![0];
    let end = at;
    while (commands[end]?.[0] === program) end++;
    const words = commands.slice(at, end).map(([, words]) => words);
    at = end;
    const command = new Deno.Command(program, {
      args: ["-force", "-batch", "-"],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const writer = command.stdin.getWriter();
    await writer.write(new TextEncoder().encode(words.join("\n") + "\n"));
    await writer.close();
    await command.status;
  }
}

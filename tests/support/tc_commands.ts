/**
 * Random commands for `ip` and `tc` that change queueing disciplines, classes,
 * filters, chains and shared actions, the same each time.
 *
 * @module
 */

import type { Command } from "./bridge_commands.ts";
import { Random } from "./random.ts";

const DEVICES = 3;

/** What the commands need. */
export const trafficDevices: readonly Command[] = Array.from(
  { length: DEVICES },
  (_, i): Command[] => [
    ["ip", `link add t${i} numtxqueues 2 type dummy`],
    ["ip", `link set t${i} up`],
  ],
).flat();

/** Makes random commands. */
export class TrafficCommands {
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

  #device(): string {
    return `t${this.#below(DEVICES)}`;
  }

  /** A command; the kernel refuses many. */
  next(): Command {
    switch (this.#below(12)) {
      case 0:
        return this.#below(4) === 0 ? ["ip", this.#link()] : this.next();
      case 1:
      case 2:
        return ["tc", this.#qdisc()];
      case 3:
      case 4:
      case 5:
        return ["tc", this.#class()];
      case 6:
        return ["tc", this.#action()];
      default:
        return ["tc", this.#filter()];
    }
  }

  #link(): string {
    const device = this.#device();
    return this.#pick(
      `link set ${device} down`,
      `link set ${device} up`,
      `link set ${device} up`,
      `link del ${device}`,
      `link add ${device} numtxqueues 2 type dummy`,
      `link add ${device} numtxqueues 2 type dummy`,
      `link set ${device} txqueuelen ${this.#pick(0, 100)}`,
    );
  }

  #qdisc(): string {
    const device = this.#device();
    const handle = this.#pick("10", "11", "12");
    switch (this.#below(9)) {
      case 0:
      case 1:
        return `qdisc replace dev ${device} root handle ${
          this.#pick(
            "1: htb default 3",
            "1: htb default 3",
            "1: hfsc default 2",
            "1: prio",
            "1: drr",
            "1: ets bands 3 quanta 1500 1500",
            "1: mq",
            "2: fq_codel",
            "1: tbf rate 1mbit burst 10k latency 50ms",
          )
        }`;
      case 2:
        return `qdisc del dev ${device} ${
          this.#pick("root", "root", "clsact")
        }`;
      case 3:
      case 4:
        return `qdisc add dev ${device} ${
          this.#pick(
            "clsact",
            "clsact",
            "ingress",
            "ingress_block 7 clsact",
            "ingress_block 7 egress_block 8 clsact",
          )
        }`;
      case 5:
        return `qdisc del dev ${device} ingress`;
      case 6:
        return `qdisc del dev ${device} parent 1:${1 + this.#below(3)}`;
      default:
        return `qdisc replace dev ${device} parent 1:${1 + this.#below(5)} ` +
          `handle ${handle}: ${
            this.#pick("pfifo limit 5", "prio", "fq_codel", "sfq", "htb")
          }`;
    }
  }

  #class(): string {
    const device = this.#device();
    const id = `1:${1 + this.#below(8)}`;
    const parent = this.#pick("1:", "1:", "1:1", "1:2", "10:");
    const rate = `${1 + this.#below(5)}mbit`;
    switch (this.#below(8)) {
      case 0:
      case 1:
        return `class del dev ${device} classid ${id}`;
      case 2:
        return `class replace dev ${device} parent ${parent} classid ${id} ` +
          `hfsc sc rate ${rate}`;
      case 3:
        return `class replace dev ${device} parent 1: classid ${id} ` +
          `drr quantum ${1500 + this.#below(3)}`;
      default:
        return `class replace dev ${device} parent ${parent} classid ${id} ` +
          `htb rate ${rate} ceil 10mbit`;
    }
  }

  #position(): string {
    const device = this.#device();
    return this.#pick(
      `dev ${device} ingress`,
      `dev ${device} ingress`,
      `dev ${device} egress`,
      `dev ${device} root`,
      `dev ${device} parent 1:`,
      `dev ${device} parent 1:${1 + this.#below(3)}`,
      `dev ${device} parent ${this.#pick("2:", "10:", "ffff:")}`,
      "block 7",
      "block 8",
    );
  }

  #filter(): string {
    const position = this.#position();
    const chain = this.#pick("", "", "", " chain 4");
    const pref = 1 + this.#below(4);
    // Mostly one kind a preference, so that the kernel accepts it.
    const verb = this.#pick("add", "add", "replace", "replace", "change");
    const head = `filter ${verb} ${position}${chain} pref ${pref} protocol ip`;
    const actions = this.#pick(
      "",
      " action drop",
      " action gact index 3",
      " action skbedit priority 4",
      " action mirred egress redirect dev lo",
    );
    const address = `10.0.0.${this.#below(5)}`;
    switch (this.#below(13)) {
      case 0:
        return `filter del ${position}${chain} pref ${pref} protocol ip`;
      case 1:
        return `filter del ${position}${chain}`;
      case 2:
        return `filter del ${position}${chain} pref ${pref} protocol ip handle ${
          this.#pick(
            "1 flower",
            "1 matchall",
            "800::800 u32",
            "801::800 u32",
            "800::801 u32",
            "1 fw",
          )
        }`;
      case 3:
        return this.#pick(
          `chain add ${position} chain 4`,
          `chain del ${position} chain 4`,
        );
      case 4:
        return `${head} handle ${1 + this.#below(3)} fw classid 1:1${actions}`;
      case 5:
        return `${head} matchall${actions}`;
      case 6:
        return `filter add ${position}${chain} pref ${pref} protocol ip ` +
          `handle ${1 + this.#below(2)}: u32 divisor ${this.#pick(1, 16)}`;
      case 7:
      case 8:
        return `${head} u32 match ip src ${address}/32 ` +
          `flowid 1:${1 + this.#below(3)}${actions}`;
      case 9:
        return `${head} basic match 'meta(priority eq ${this.#below(9)})' ` +
          `flowid 1:1${actions}`;
      default:
        return `${head} ${
          this.#pick("", "handle 1 ", "handle 2 ")
        }flower dst_ip ${address}${actions}`;
    }
  }

  #action(): string {
    const index = `index ${this.#pick(3, 3, 4)}`;
    return this.#pick(
      `actions replace action drop ${index}`,
      `actions replace action pass ${index}`,
      `actions del action gact ${index}`,
      `actions flush action gact`,
    );
  }
}

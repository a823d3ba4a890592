/**
 * Random commands for `ip -batch`, the same each time.
 *
 * @module
 */

import { Random } from "./random.ts";

/** What the commands may change besides routes. */
export interface CommandOptions {
  /** Whether links go down and up, and addresses, rules and nexthops change. */
  everything: boolean;
}

/** The devices that the commands use, and how they are set up. */
export const devices: readonly string[] = [0, 1, 2].flatMap((i) => [
  `link add d${i} type dummy`,
  `link set d${i} up`,
  `addr add 10.${i}.0.1/24 dev d${i}`,
  `addr add 2001:db8:${i}::1/64 dev d${i} nodad`,
  `nexthop add id ${i + 1} via 10.${i}.0.9 dev d${i}`,
]);

/** Makes random commands. */
export class RouteCommands {
  readonly #random: Random;
  readonly #options: CommandOptions;

  /**
   * Makes the source of commands.
   *
   * @param seed What makes it different from others.
   * @param options What the commands may change.
   */
  constructor(seed: number, options: CommandOptions) {
    this.#random = new Random(seed);
    this.#options = options;
  }

  #below(n: number): number {
    return this.#random.below(n);
  }

  #pick<T>(...choices: T[]): T {
    return this.#random.pick(...choices);
  }

  /** The next command; the kernel refuses many. */
  next(): string {
    const device = this.#below(3);
    if (this.#options.everything && this.#below(4) === 0) {
      return this.#other(device);
    }
    const ipv6 = this.#below(2) === 1;
    const to = ipv6
      ? `2001:db8:ff:${this.#below(4)}::/64`
      : `192.168.${this.#below(4)}.0/24`;
    const gateway = (device = this.#below(3)) =>
      ipv6
        ? `2001:db8:${device}::${2 + this.#below(3)}`
        : `10.${device}.0.${2 + this.#below(3)}`;
    const metric = this.#pick("", "", " metric 10", " metric 20");
    const hop = this.#pick(
      `via ${gateway()}`,
      // A dump of IPv6 leaves out what stands between next hops in the list.
      ipv6 ? `via ${gateway()}` : `dev d${device}`,
      ipv6 ? `via ${gateway()}` : `via ${gateway()} src 10.${device}.0.1`,
    );
    const several = `nexthop via ${gateway()} nexthop via ${gateway()}`;
    switch (this.#below(8)) {
      case 0:
        return `route add ${to} ${hop}${metric}`;
      case 1:
        return `route prepend ${to} ${hop}${metric}`;
      case 2:
        return `route append ${to} ${hop}${metric}`;
      case 3:
        return `route replace ${to} ${hop}${metric}`;
      case 4:
        return `route ${
          this.#pick("append", "replace")
        } ${to}${metric} ${several}`;
      case 5:
        return `route del ${to}${metric} ${several}`;
      case 6:
        return `route del ${to} ${hop}${metric}`;
      default:
        return `route del ${to}`;
    }
  }

  #other(device: number): string {
    const id = 1 + this.#below(3);
    switch (this.#below(6)) {
      case 0:
        return `link set d${device} ${this.#pick("down", "up", "up")}`;
      case 1:
        return `addr ${
          this.#pick("del", "add")
        } 10.${device}.0.1/24 dev d${device}`;
      case 2:
        return `nexthop replace id ${id} via 10.${device}.0.9 dev d${device}`;
      case 3:
        return this.#pick(
          `nexthop del id ${id}`,
          `route append 192.168.${id}.0/24 nhid ${id}`,
          `route append 192.168.${id}.0/24 nhid ${id}`,
        );
      case 4:
        return `rule ${
          this.#pick("del", "add")
        } from 10.1.${id}.0/24 table 100`;
      default:
        return `neigh replace 10.${device}.0.9 lladdr 02:00:00:00:00:0${id} dev d${device}`;
    }
  }
}

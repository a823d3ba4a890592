/**
 * The settings of IPv4 after `inet`.
 *
 * @module
 */

import {
  IPV4_NUMBERS,
  IPV4_SWITCHES,
} from "../../../messages/link/ipv4_settings.ts";
import { NLA_F_NESTED } from "../../../messages/codec/mod.ts";
import { takeOnOff } from "../../parse/choices.ts";
import { incomplete } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import type { Step } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import type { Arguments } from "../../parse/arguments.ts";
import { type LinkArguments, setAfSpec } from "./parse_link.ts";

/** `IFLA_INET_CONF`, as requests have it. */
const IFLA_INET_CONF = 1 | NLA_F_NESTED;
/** Size of a setting: the header of an attribute, and a number of 32 bits. */
const SETTING = 8;

/** Arguments of numbers, where they are not just numbers. */
const RANGES: Readonly<Record<string, string>> = {
  rp_filter: "{ 0 | 1 | 2 }",
  arp_announce: "{ 0 | 1 | 2 }",
  arp_ignore: "0..8",
  arp_accept: "{ 0 | 1 | 2 }",
  force_igmp_version: "{ 0 | 1 | 2 | 3 }",
  tag: "TAG",
  medium_id: "ID",
};

/** What may follow `inet`. */
export const INET: Form = {
  many: {
    oneOf: {
      ...Object.fromEntries(
        Object.keys(IPV4_SWITCHES).map((name) => [name, {
          form: "{ on | off }",
        }]),
      ),
      ...Object.fromEntries(
        Object.keys(IPV4_NUMBERS).map((name) => [name, {
          form: RANGES[name] ?? "INTERVAL",
        }]),
      ),
    },
  },
};

/**
 * Takes settings up to an argument that is none.
 *
 * @param spec What the arguments set.
 * @param step The argument, and those after it.
 * @throws {CommandError} If there is no setting, or a value is wrong.
 */
export function takeInet({ message }: LinkArguments, { args }: Step): void {
  const settings: [type: number, value: number][] = [];
  for (;;) {
    const setting = takeSetting(args);
    if (setting === undefined) break;
    settings.push(setting);
  }
  if (settings.length === 0) throw incomplete();
  const data = new Uint8Array(settings.length * SETTING);
  const view = new DataView(data.buffer);
  for (const [i, [type, value]] of settings.entries()) {
    view.setUint16(i * SETTING, SETTING, true);
    view.setUint16(i * SETTING + 2, type, true);
    view.setInt32(i * SETTING + 4, value, true);
  }
  setAfSpec(message, { inet: { unknown: [{ type: IFLA_INET_CONF, data }] } });
}

function takeSetting(args: Arguments): [number, number] | undefined {
  const name = args.peek();
  if (name === undefined) return undefined;
  if (Object.hasOwn(IPV4_SWITCHES, name)) {
    args.take();
    const type = IPV4_SWITCHES[name as keyof typeof IPV4_SWITCHES];
    return [type, takeOnOff(args, name, 1) ? 1 : 0];
  }
  if (!Object.hasOwn(IPV4_NUMBERS, name)) return undefined;
  args.take();
  const value = args.read(signed, `Invalid "${name}" value\n`);
  return [IPV4_NUMBERS[name as keyof typeof IPV4_NUMBERS], value];
}

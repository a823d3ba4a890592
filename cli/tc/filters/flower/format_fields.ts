/**
 * Fields of packets, as `tc filter … flower` shows them.
 *
 * @module
 */

import { nameOf } from "../../../../messages/value_names.ts";
import { ARP_OPERATIONS } from "../../../../messages/tc/filters/flower/link.ts";
import {
  type AddressMasks,
  ipv4Masks,
  ipv6Masks,
  macMasks,
} from "../../../../messages/address_masks.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type { FlowerMplsEntry } from "../../../../messages/tc/filters/flower/link.ts";
import type { Context } from "../../../runtime/context.ts";
import type { FlagNames } from "./names.ts";

/**
 * Prints text on a line of its own.
 *
 * @param name Its name.
 * @param value The text.
 */
export function printText(
  { printer }: Context,
  name: string,
  value: string,
): void {
  printer.newline();
  printer.value(name, value, `  ${name} ${value}`);
}

/**
 * Prints a number on a line of its own.
 *
 * @param name Its name.
 * @param value The number, if there is one.
 */
export function printNumber(
  { printer }: Context,
  name: string,
  value: number | undefined,
): void {
  if (value === undefined) return;
  printer.newline();
  printer.value(name, value, `  ${name} ${value}`);
}

/**
 * Prints a number and its mask on a line of their own.
 *
 * @param name Its name.
 * @param value The number, if there is one.
 * @param mask The mask.
 * @param bits Width of the number.
 */
export function printMasked(
  context: Context,
  name: string,
  value: number | undefined,
  mask: number | undefined,
  bits: 8 | 16 | 32,
): void {
  if (value === undefined) return;
  printNumber(context, name, value);
  if (mask === undefined || mask === 2 ** bits - 1) return;
  const digits = mask.toString(16);
  context.printer.value(`${name}_mask`, digits, `/0x${digits}`);
}

/**
 * Prints a number and its mask as one text.
 *
 * @param name Its name.
 * @param value The number, if there is one.
 * @param mask The mask, of 8 bits.
 * @param nameOf The name of a number, if it has one.
 */
export function printMaskedText(
  context: Context,
  name: string,
  value: number | undefined,
  mask = 0xff,
  nameOf: (value: number) => string | undefined = () => undefined,
): void {
  if (value === undefined) return;
  const text = mask === 0xff
    ? nameOf(value) ?? String(value)
    : `${value}/${mask}`;
  printText(context, name, text);
}

/** An address and what follows it of its mask. */
function withMask(
  address: string,
  mask: string | undefined,
  { lengths, byLength }: AddressMasks,
): string {
  if (mask === undefined) return address;
  const length = lengths.get(mask) ?? 0;
  if (length === byLength.length - 1) return address;
  return `${address}/${length === 0 ? mask : length}`;
}

/**
 * Prints a hardware address.
 *
 * @param name Its name.
 * @param address The address, if there is one.
 * @param mask Its mask.
 */
export function printHardware(
  context: Context,
  name: string,
  address: string | undefined,
  mask: string | undefined,
): void {
  if (address === undefined) return;
  printText(context, name, withMask(address, mask, macMasks()));
}

/**
 * Prints a prefix.
 *
 * @param name Its name.
 * @param version Version of IP.
 * @param address The address, if there is one.
 * @param mask Its mask, without which nothing is printed.
 */
export function printPrefix(
  context: Context,
  name: string,
  version: 4 | 6,
  address: string | undefined,
  mask: string | undefined,
): void {
  if (address === undefined || mask === undefined) return;
  const masks = version === 4 ? ipv4Masks() : ipv6Masks();
  printText(context, name, withMask(address, mask, masks));
}

/**
 * Prints bits that have names.
 *
 * @param name Their name.
 * @param value The bits.
 * @param mask Which bits count; nothing is printed without.
 * @param names Their names.
 */
export function printBits(
  { printer }: Context,
  name: string,
  value: number | undefined,
  mask: number | undefined,
  names: FlagNames,
): void {
  const shown = names.filter(([, bit]) => ((mask ?? 0) & bit) !== 0);
  if (shown.length === 0) return;
  printer.newline();
  printer.text(`  ${name} `);
  printer.openObject(name);
  for (const [i, [flag, bit]] of shown.entries()) {
    const isOn = ((value ?? 0) & bit) !== 0;
    const text = `${i === 0 ? "" : "/"}${isOn ? "" : "no"}${flag}`;
    printer.value(flag, isOn, text);
  }
  printer.closeObject();
}

const ENTRY: readonly (readonly [keyof FlowerMplsEntry & string, string])[] = [
  ["depth", "depth"],
  ["label", "label"],
  ["trafficClass", "tc"],
  ["bottom", "bos"],
  ["ttl", "ttl"],
];

/**
 * Prints labels of MPLS.
 *
 * @param entries The labels, if there are some.
 */
export function printMplsEntries(
  { printer }: Context,
  entries: readonly FlowerMplsEntry[] | undefined,
): void {
  if (entries === undefined) return;
  printer.newline();
  printer.text("  mpls");
  printer.array("mpls", () => {
    for (const entry of entries) {
      printer.newline();
      printer.text("    lse");
      printer.object(null, () => {
        for (const [property, name] of ENTRY) {
          const value = entry[property] as number | undefined;
          printer.spaced(name, value);
        }
      });
    }
  });
}

/**
 * Prints what is compared of ARP.
 *
 * @param data The options.
 */
export function printArpOperation(context: Context, data: FlowerData): void {
  printPrefix(context, "arp_sip", 4, data.arpSource, data.arpSourceMask);
  printPrefix(context, "arp_tip", 4, data.arpTarget, data.arpTargetMask);
  printMaskedText(
    context,
    "arp_op",
    data.arpOperation,
    data.arpOperationMask,
    (value) => nameOf(ARP_OPERATIONS, value),
  );
  printHardware(
    context,
    "arp_sha",
    data.arpSourceHardware,
    data.arpSourceHardwareMask,
  );
  printHardware(
    context,
    "arp_tha",
    data.arpTargetHardware,
    data.arpTargetHardwareMask,
  );
}

/**
 * Addresses, labels and helpers of connections, as the action `ct` has them.
 *
 * @module
 */

import {
  type CtData,
  HELPER_FAMILIES,
  TCA_CT_ACT_NAT,
  TCA_CT_ACT_NAT_DST,
  TCA_CT_ACT_NAT_SRC,
} from "../../../messages/tc/actions/ct.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import type { Arguments } from "../../parse/arguments.ts";
import { ipProtocolName, ipProtocolOf } from "../../names/ip_protocols.ts";
import { invalidArgument } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { unsigned } from "../../parse/numbers.ts";
import { addressOf } from "../../parse/prefixes.ts";
import { hexString } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { badAction } from "./errors.ts";
import { hexBytes } from "./hex_bytes.ts";
import { kindUsage, needMore } from "./kind.ts";

const LABEL_BYTES = 16;
const MOST_HELPER = 31;

/**
 * Takes what follows `nat`.
 *
 * @param data Where it goes.
 * @param form The form of the action, which is shown where there is no address.
 * @throws {ActionError} If addresses or ports are wrong.
 */
export function takeNat(data: CtData, args: Arguments, form: Form): void {
  let action = (data.action ?? 0) | TCA_CT_ACT_NAT;
  needMore(args);
  const direction = args.takeIf("src*")
    ? TCA_CT_ACT_NAT_SRC
    : args.takeIf("dst*")
    ? TCA_CT_ACT_NAT_DST
    : 0;
  data.action = action |= direction;
  if (direction === 0) return;
  needMore(args);
  if (!args.takeIf("addr*")) {
    throw kindUsage("ct", form);
  }
  takeAddresses(data, args.take());
  needMore(args);
  if (args.takeIf("port*")) takePorts(data, args.take());
}

function takeAddresses(data: CtData, word: string): void {
  const [low = "", high] = word.split(/-(.*)/s, 2);
  const first = addressOf(low, 0);
  const last = high === undefined ? first : addressOf(high, first.family);
  if (first.bytes.length === 0 || last.bytes.length === 0) {
    throw badAction("ct: Illegal nat address range\n");
  }
  if (first.family === AF_INET6) {
    data.firstIpv6 = first.address;
    data.lastIpv6 = last.address;
  } else {
    data.firstIpv4 = first.address;
    data.lastIpv4 = last.address;
  }
}

function takePorts(data: CtData, word: string): void {
  const [low = "", high = low] = word.split(/-(.*)/s, 2);
  const first = unsigned(low, 16, 10);
  const last = unsigned(high, 16, 10);
  if (first === undefined || last === undefined) {
    throw badAction("ct: Illegal nat port range\n");
  }
  data.firstPort = first;
  data.lastPort = last;
}

/**
 * How addresses are translated.
 *
 * @param data The action's settings.
 * @returns The text; empty if none is chosen.
 */
export function natText(data: CtData): string {
  const { action = 0, firstIpv4, lastIpv4, firstIpv6, lastIpv6 } = data;
  const { firstPort, lastPort } = data;
  const direction = (action & TCA_CT_ACT_NAT_SRC) !== 0
    ? "src"
    : (action & TCA_CT_ACT_NAT_DST) !== 0
    ? "dst"
    : "";
  if (direction === "") return "";
  const range = (
    name: string,
    first: string | number | undefined,
    last: string | number | undefined,
  ) => {
    if (first === undefined) return "";
    const to = last !== undefined && last !== first ? `-${last}` : "";
    return ` ${name} ${first}${to}`;
  };
  return direction + range("addr", firstIpv4, lastIpv4) +
    range("addr", firstIpv6, lastIpv6) + range("port", firstPort, lastPort);
}

/**
 * Takes labels, and which bits of them.
 *
 * @param data Where they go.
 * @param word Hexadecimal digits, and others after a slash.
 * @throws {CommandError} If these are none.
 */
export function takeLabels(data: CtData, word: string): void {
  const [labels = "", mask] = word.split(/\/(.*)/s, 2);
  if (Math.max(labels.length, mask?.length ?? 0) > 2 * LABEL_BYTES) {
    throw invalidArgument(
      `${labels.length} Max allowed size ${2 * LABEL_BYTES}`,
      labels,
    );
  }
  const bytes = hexBytes(labels);
  if (bytes === undefined) {
    throw invalidArgument("ct: labels must be a hex string\n", labels);
  }
  const maskBytes = mask === undefined
    ? new Uint8Array(LABEL_BYTES).fill(0xff)
    : hexBytes(mask);
  if (maskBytes === undefined) {
    throw invalidArgument("ct: labels mask must be a hex string\n", mask!);
  }
  data.labels = bytes;
  data.labelsMask = maskBytes;
}

/**
 * The labels of connections.
 *
 * @param data The action's settings.
 * @returns The text, or `undefined` if there are none.
 */
export function labelText({ labels, labelsMask }: CtData): string | undefined {
  if (labels === undefined) return undefined;
  const isWhole = labelsMask === undefined ||
    labels.length === LABEL_BYTES && labelsMask.every((byte) => byte === 0xff);
  return hexString(labels) + (isWhole ? "" : `/${hexString(labelsMask)}`);
}

/**
 * Takes a helper, such as `ipv4-tcp-ftp`.
 *
 * @param data Where it goes.
 * @param word The argument.
 * @param context Where names of protocols are.
 * @throws {ActionError} If it is none.
 */
export function takeHelper(
  data: CtData,
  word: string,
  { io }: Context,
): void {
  const [, family = "", protocol = "", name] =
    /^([^-]+)-([^-]+)-([^-]+)/.exec(word) ?? [];
  const families: Record<string, number> = HELPER_FAMILIES;
  const number = ipProtocolOf(protocol, io);
  if (
    word.length > MOST_HELPER || name === undefined ||
    families[family] === undefined || number === undefined
  ) throw badAction('ct: Illegal "helper"\n');
  data.helperFamily = families[family];
  data.helperProtocol = number;
  data.helper = name;
}

/**
 * The helper of connections.
 *
 * @param data The action's settings.
 * @param context Where names of protocols are.
 * @returns The text, or `undefined` if there is none.
 */
export function helperText(
  { helper, helperFamily, helperProtocol }: CtData,
  { io }: Context,
): string | undefined {
  if (
    helper === undefined || helperFamily === undefined ||
    helperProtocol === undefined
  ) return undefined;
  const family = helperFamily === AF_INET ? "ipv4" : "ipv6";
  return `${family}-${ipProtocolName(helperProtocol, io)}-${helper}`;
}

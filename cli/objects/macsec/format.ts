/**
 * Shows MACsec links.
 *
 * @module
 */

import { cipherName } from "../link/kinds/macsec.ts";
import { nameOf } from "../../../messages/value_names.ts";
import type {
  MacsecMessage,
  MacsecRxsc,
  MacsecSa,
  MacsecSecy,
} from "../../../messages/generic/macsec.ts";
import {
  MACSEC_CIPHER_ID_GCM_AES_XPN_128,
  MACSEC_CIPHER_ID_GCM_AES_XPN_256,
  MACSEC_OFFLOADS,
  MACSEC_VALIDATION,
} from "../../../messages/link/kinds/macsec.ts";
import type { Context } from "../../runtime/context.ts";
import { hex, hexString } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import {
  formatCounters,
  LINK,
  RECEIVE,
  RECEIVE_ASSOCIATION,
  TRANSMIT,
  TRANSMIT_ASSOCIATION,
} from "./format_statistics.ts";

const UNKNOWN = "(unknown)";
const INDENT = "    ";

/**
 * Writes a link with its channels and associations.
 *
 * @param message The link.
 */
export function formatMacsec(
  context: Context,
  { attributes }: MacsecMessage,
): void {
  const { printer, links } = context;
  const { ifindex = 0, secy = {}, offload } = attributes;
  printer.object(null, () => {
    printer.value("ifindex", ifindex, `${ifindex}: `);
    const name = links.nameOf(ifindex);
    printer.colored("ifname", "ifname", name, `${name}: `);
    formatSettings(printer, secy);
    const extended = secy.cipherSuite === MACSEC_CIPHER_ID_GCM_AES_XPN_128 ||
      secy.cipherSuite === MACSEC_CIPHER_ID_GCM_AES_XPN_256;
    formatTransmit(context, attributes, extended);
    printer.array("rx_sc", () => {
      for (const channel of attributes.rxscList ?? []) {
        printer.object(null, () => formatChannel(context, channel, extended));
      }
    });
    if (offload?.type !== undefined) {
      const who = nameOf(MACSEC_OFFLOADS, offload.type) ?? UNKNOWN;
      printer.value("offload", who, `${INDENT}offload: ${who} `);
      printer.newline();
    }
  });
}

function formatSettings(printer: Printer, secy: MacsecSecy): void {
  const { validate, encodingSa, window, cipherSuite, icvLen } = secy;
  const flag = (name: string, value: number | undefined) => {
    if (value !== undefined) printer.onOff(name, value !== 0);
  };
  flag("protect", secy.protect);
  if (validate !== undefined) {
    printer.named("validate", nameOf(MACSEC_VALIDATION, validate) ?? UNKNOWN);
  }
  // Both of these show whether the first association is not the one in use.
  flag("sc", encodingSa);
  flag("sa", encodingSa);
  flag("encrypt", secy.encrypt);
  flag("send_sci", secy.incSci);
  flag("end_station", secy.es);
  flag("scb", secy.scb);
  flag("replay", secy.replay);
  printer.named("window", window);
  if (cipherSuite !== undefined) {
    const name = cipherName(cipherSuite) ?? UNKNOWN;
    printer.newline();
    printer.value("cipher_suite", name, `${INDENT}cipher suite: ${name},`);
  }
  if (icvLen !== undefined) {
    printer.value("icv_length", icvLen, ` using ICV length ${icvLen}\n`);
  }
}

function digits(value: number | bigint, width: number): string {
  return value.toString(16).padStart(width, "0");
}

function formatTransmit(
  context: Context,
  attributes: MacsecMessage["attributes"],
  extended: boolean,
): void {
  const { printer } = context;
  const { secy: { sci = 0n, encodingSa = 0 } = {} } = attributes;
  printer.value("sci", hex(sci), `${INDENT}TXSC: ${digits(sci, 16)}`);
  printer.value("encoding_sa", encodingSa, ` on SA ${encodingSa}\n`);
  formatCounters(context, INDENT, LINK, attributes.secyStats);
  formatCounters(context, INDENT, TRANSMIT, attributes.txscStats);
  printer.array("sa_list", () => {
    for (const sa of attributes.txsaList ?? []) {
      printer.object(null, () => {
        formatAssociation(printer, sa, extended);
        formatCounters(context, INDENT, TRANSMIT_ASSOCIATION, sa.stats);
      });
    }
  });
}

function formatChannel(
  context: Context,
  { sci = 0n, active = 0, stats, saList = [] }: MacsecRxsc,
  extended: boolean,
): void {
  const { printer } = context;
  printer.value("sci", hex(sci), `${INDENT}RXSC: ${digits(sci, 16)},`);
  printer.value("active", active !== 0, ` state ${active ? "on" : "off"}\n`);
  formatCounters(context, INDENT, RECEIVE, stats);
  printer.array("sa_list", () => {
    for (const sa of saList) {
      printer.object(null, () => {
        formatAssociation(printer, sa, extended);
        formatCounters(context, INDENT, RECEIVE_ASSOCIATION, sa.stats);
      });
    }
  });
}

function formatAssociation(
  printer: Printer,
  { an = 0, pn = 0, ssci = 0, active = 0, keyid = new Uint8Array() }: MacsecSa,
  extended: boolean,
): void {
  printer.value("an", an, `${INDENT}${INDENT}${an}:`);
  printer.value("pn", pn, ` PN ${pn},`);
  if (extended) printer.value("ssci", hex(ssci), `SSCI ${digits(ssci, 8)}`);
  printer.value("active", active !== 0, ` state ${active ? "on" : "off"},`);
  const key = hexString(keyid);
  printer.value("key", key, ` key ${key}\n`);
}

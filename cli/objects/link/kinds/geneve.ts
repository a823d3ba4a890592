/**
 * `ip link … type geneve`.
 *
 * @module
 */

import {
  GENEVE_DF,
  type GeneveData,
  geneveData,
} from "../../../../messages/link/kinds/geneve.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { flag, noOr } from "./notations.ts";
import { type Kind, type LinkChange, unique } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import {
  dontFragment,
  flowLabel,
  isMulticast,
  isUnspecified,
  printTtl,
  readTtl,
  tos,
} from "./tunnel.ts";

/** One end of a tunnel. */
function end(name: "remote" | "local") {
  return {
    argument: { name: "ADDR", means: "IP_ADDRESS" },
    take: (data: GeneveData, { args }: { readonly args: Arguments }) => {
      const arg = args.take();
      const { address, bytes } = addressOf(arg, 0);
      if (bytes.length === 0 || isMulticast(address)) {
        throw invalidArgument(`invalid ${name} address`, arg);
      }
      data[bytes.length === 4 ? name : `${name}6` as const] = address;
    },
  };
}

/** Geneve tunnels. */
export const kind: Kind<GeneveData> = kindOfSettings(
  geneveData,
  [
    {
      collectMetadata: { word: "external*", ...flag },
      id: { word: "id* vni* VNI", most: 0xffffff },
      remote: {
        word: "remote*",
        ...end("remote"),
        print: ({ printer }, { json }, address) => {
          if (!isUnspecified(address)) printer.named(json, address);
        },
      },
      remote6: {
        json: "remote6",
        text: "remote",
        print: ({ printer }, { json, text }, address, { remote }) => {
          if (remote !== undefined) return;
          if (isUnspecified(address) || isMulticast(address)) return;
          printer.value(json, address, `${text} ${address} `);
        },
      },
    },
    {
      local: {
        word: "local",
        ...end("local"),
        print: ({ printer }, { json }, address) =>
          printer.colored("inet", json, address, `local ${address} `),
      },
      local6: {
        json: "local6",
        print: ({ printer }, { json }, address, { local }) => {
          if (local !== undefined) return;
          printer.colored("inet6", json, address, `local ${address} `);
        },
      },
    },
    ({ printer }, { ttl, ttlInherit }) => {
      if (ttlInherit) printer.text("ttl inherit ");
      else if (ttl !== undefined) printTtl(printer, ttl, "auto");
    },
    {
      ttl: {
        word: "ttl* hoplimit*",
        argument: { name: "TTL", means: "{ 1..255 | auto | inherit }" },
        take: (data, { args }) => {
          const arg = args.take();
          if (arg === "inherit") data.ttlInherit = 1;
          else if (arg !== "auto") data.ttl = readTtl(arg);
        },
        print: null,
      },
      tos,
      df: dontFragment(GENEVE_DF),
      label: flowLabel,
      port: {
        word: "dstport* PORT",
        json: "port",
        text: "dstport",
        problem: "dstport",
      },
      udpCsum: noOr("udpcsum", "udp_csum"),
      udpZeroCsum6Tx: noOr("udp6zerocsumtx", "udp_zero_csum6_tx"),
      udpZeroCsum6Rx: noOr("udp6zerocsumrx", "udp_zero_csum6_rx"),
      innerProtoInherit: {
        word: "innerprotoinherit",
        json: "inner_proto_inherit",
        text: "innerprotoinherit",
        ...flag,
      },
    },
  ],
  {
    once: true,
    first: "noexternal",
    keywords: { "noexternal*": unique("collectMetadata", () => {}) },
    finish,
  },
);

function finish(
  data: GeneveData,
  { changes }: LinkChange,
  seen: Set<string>,
): void {
  if (data.collectMetadata) {
    if (seen.has("id")) {
      throw fail(1, "geneve: both 'external' and vni cannot be specified");
    }
  } else if (!seen.has("id")) {
    throw fail(1, "geneve: missing virtual network identifier");
  } else if (
    !changes && data.remote === undefined && data.remote6 === undefined
  ) {
    throw fail(1, "geneve: remote link partner not specified");
  }
  data.id ??= 0;
  if (!changes || seen.has("label")) data.label ??= 0;
  if (!changes || seen.has("ttl")) data.ttl ??= 0;
  if (!changes || seen.has("tos")) data.tos ??= 0;
  if (data.port === 0) delete data.port;
}

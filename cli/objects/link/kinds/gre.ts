/**
 * `ip link … type gre`, `gretap` and `erspan`.
 *
 * @module
 */

import { AF_INET } from "../../../../messages/families.ts";
import {
  GRE_KEY,
  type GreData,
  greData,
} from "../../../../messages/link/kinds/gre.ts";
import { fail } from "../../../parse/errors.ts";
import { ipv4Number } from "../../../parse/prefixes.ts";
import { flag, lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings, printSettings } from "./settings.ts";
import { endpoint, isMulticast, mark, tos, ttl } from "./tunnel.ts";
import { printEncap, printGreHeader } from "./format_tunnel.ts";
import { erspan as erspanSettings, finishErspan } from "./erspan.ts";
import {
  currentData,
  encapKeywords,
  greHeaderKeywords,
} from "./parse_tunnel.ts";

const printErspan = printSettings<GreData>(
  greData,
  erspanSettings,
);

function gre(name: string): Kind<GreData> {
  return kindOfSettings<GreData>(greData, [
    {
      collectMetadata: { word: "external", ...flag },
      remote: { word: "remote*", ...endpoint(AF_INET) },
      local: { word: "local*", ...endpoint(AF_INET) },
      link: lowerDevice,
      ttl: { word: "ttl* hoplimit* hlim*", ...ttl },
      tos: { ...tos, word: "tos* tclass* dsfield*" },
      pmtudisc: {
        values: { "nopmtudisc*": 0, "pmtudisc*": 1 },
        print: ({ printer }, { json }, on) =>
          printer.value(json, on !== 0, on ? "" : "nopmtudisc "),
      },
      ignoreDf: {
        values: { "noignore-df": 0, "ignore-df": 1 },
        json: "ignore_df",
        text: "ignore-df",
        ...flag,
      },
    },
    printGreHeader,
    { fwmark: mark },
    name === "erspan" ? erspanSettings : printErspan,
    printEncap,
  ], {
    first: "nokey",
    unknown: () => "",
    keywords: { ...greHeaderKeywords(), ...encapKeywords() },
    start: async (change) => ({
      ikey: 0,
      okey: 0,
      iflags: 0,
      oflags: 0,
      pmtudisc: 1,
      tos: 0,
      ttl: 0,
      fwmark: 0,
      encapType: 0,
      encapFlags: 0,
      encapSport: 0,
      encapDport: 0,
      ...await currentData<GreData>(change),
    }),
    finish: (data) => finish(data, name),
  });
}

/** `type gre`. */
export const kind: Kind<GreData> = gre("gre");
/** `type gretap`. */
export const gretap: { readonly kind: Kind<GreData> } = { kind: gre("gretap") };
/** `type erspan`. */
export const erspan: { readonly kind: Kind<GreData> } = { kind: gre("erspan") };

function finish(data: GreData, name: string): void {
  const { remote, local } = data;
  if (remote !== undefined && isMulticast(remote)) {
    const key = ipv4Number(remote);
    if (!data.ikey) {
      data.ikey = key;
      data.iflags = (data.iflags ?? 0) | GRE_KEY;
    }
    if (!data.okey) {
      data.okey = key;
      data.oflags = (data.oflags ?? 0) | GRE_KEY;
    }
    if (local === undefined) {
      throw fail(1, "A broadcast tunnel requires a source address.");
    }
  }
  if (data.collectMetadata) {
    for (const key of Object.keys(data)) {
      if (key !== "collectMetadata") delete data[key as keyof GreData];
    }
    return;
  }
  if (data.link === 0) delete data.link;
  if (name === "erspan") finishErspan(data);
}

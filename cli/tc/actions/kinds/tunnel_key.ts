/**
 * `tc action … tunnel_key`: where tunnels send packets.
 *
 * @module
 */

import {
  TUNNEL_KEY_ACTIONS,
  type TunnelKeyData,
  tunnelKeyParameters,
} from "../../../../messages/tc/actions/tunnel_key.ts";
import { AF_INET } from "../../../../messages/families.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, actionNumber, printUse, wordKind } from "../kind.ts";
import { onlyOnce } from "../only_once.ts";
import {
  erspanOptions,
  geneveOptions,
  printTunnelOptions,
  vxlanOptions,
} from "../tunnel_options.ts";

const { set, unset } = TUNNEL_KEY_ACTIONS;

function address(
  word: string,
  ipv4: "sourceIpv4" | "destinationIpv4",
  ipv6: "sourceIpv6" | "destinationIpv6",
): Word<TunnelKeyData> {
  return takes("IP", (data, { args }) => {
    const found = addressOf(args.take(), 0);
    if (found.bytes.length === 0) throw badAction(`Illegal "${word}"\n`);
    if (found.family === AF_INET) data[ipv4] = found.address;
    else data[ipv6] = found.address;
  });
}

function options(
  word: string,
  read: (word: string) => TunnelKeyData["options"] | undefined,
): Word<TunnelKeyData> {
  return takes("OPTIONS", (data, { args }) => {
    const found = read(args.take());
    if (found === undefined) throw badAction(`Illegal "${word}"\n`);
    data.options = found;
  });
}

/** A number of 8 bits, which may be hexadecimal without a prefix. */
function byte(key: "tos" | "ttl"): Word<TunnelKeyData> {
  return takes({}, (data, { args }) => {
    const word = args.take();
    const value = unsigned(word, 8, 10) ?? unsigned(word, 8, 16);
    if (value === undefined) throw badAction(`Illegal "${key}"\n`);
    data[key] = value;
  });
}

const MODES: Grammar<TunnelKeyData> = onlyOnce(
  { unset, set },
  (word) => `unexpected "${word}" - action already specified\n`,
  () => kind.form,
);

const SETTINGS: Grammar<TunnelKeyData> = {
  "src_ip*": address("src_ip", "sourceIpv4", "sourceIpv6"),
  "dst_ip*": address("dst_ip", "destinationIpv4", "destinationIpv6"),
  "id*": takes(
    "TUNNELID",
    actionNumber((data, id) => data.id = id, 32, 'Illegal "id"\n'),
  ),
  "dst_port*": takes(
    "UDP_PORT",
    actionNumber(
      (data, port) => data.destinationPort = port,
      16,
      'Illegal "dst port"\n',
    ),
  ),
  "geneve_opts*": options("geneve_opts", geneveOptions),
  "vxlan_opts*": options("vxlan_opts", vxlanOptions),
  "erspan_opts*": options("erspan_opts", erspanOptions),
  "tos*": byte("tos"),
  "ttl*": byte("ttl"),
  "csum*": (data) => void (data.noChecksum = 0),
  "nocsum*": (data) => void (data.noChecksum = 1),
  "nofrag": (data) => void (data.noFragment = true),
};

/** Where tunnels send packets. */
export const kind: ActionKind<TunnelKeyData> = wordKind({
  name: "tunnel_key",
  parameters: tunnelKeyParameters,
  words: { ...MODES, ...SETTINGS },
  form: [{ oneOf: MODES }, {
    maybe: { name: "TUNNEL_KEY", means: { options: SETTINGS } },
  }],
  afterWords: (data) => void (data.noChecksum ??= 0),
  finish(data) {
    if (data.parameters!.type !== set) return;
    const source = data.sourceIpv4 ?? data.sourceIpv6;
    const destination = data.destinationIpv4 ?? data.destinationIpv6;
    if (source === undefined || destination === undefined) {
      throw badAction("set needs tunnel_key parameters\n", kind.form);
    }
  },
  print(context, data) {
    const { printer } = context;
    const { type, control } = data.parameters!;
    const line = (key: string, value: string | number, text = value) => {
      printer.newline();
      printer.value(key, value, `\t${key} ${text}`);
    };
    if (type === unset) printer.value("mode", "unset", " unset");
    else if (type === set) {
      printer.value("mode", "set", " set");
      const rows = [
        ["src_ip", data.sourceIpv4],
        ["dst_ip", data.destinationIpv4],
        ["src_ip", data.sourceIpv6],
        ["dst_ip", data.destinationIpv6],
        ["key_id", data.id],
        ["dst_port", data.destinationPort],
      ] as const;
      for (const [key, value] of rows) {
        if (value !== undefined) line(key, value);
      }
      if (data.options !== undefined) printTunnelOptions(printer, data.options);
      printer.newline();
      if (data.noChecksum !== undefined) {
        const flag = data.noChecksum === 0 ? "csum" : "nocsum";
        printer.value("flag", flag, `\t${flag}`);
      }
      printer.value(
        "nofrag",
        data.noFragment === true,
        data.noFragment ? "\tnofrag" : "",
      );
      if (data.tos) line("tos", data.tos, `0x${data.tos.toString(16)}`);
      if (data.ttl) line("ttl", data.ttl);
    }
    printControl(printer, control, " ");
    printUse(context, data);
  },
});

import { assertEquals, assertThrows } from "@std/assert";
import {
  attributeAt,
  attributeType,
  type Codec,
  locate,
  type NamedType,
  pathText,
  printMessage,
  Writer,
} from "../../../messages/codec/mod.ts";
import {
  linkAttributes,
  type LinkMessage,
  linkMessage,
} from "../../../messages/link/mod.ts";

const codec = linkMessage as Codec<unknown>;
const message: LinkMessage = {
  family: 0,
  type: 0,
  index: 0,
  flags: 1,
  change: 1,
  attributes: {
    name: "v",
    info: {
      kind: "vlan",
      vlan: { id: 5, egressQos: [{ from: 1, to: 2 }, { from: 3, to: 4 }] },
    },
  },
};

function view(): DataView {
  const writer = new Writer();
  linkMessage.encode(writer, message);
  return new DataView(writer.finish().slice().buffer);
}

/** The distinct paths of all bytes, in order. */
function paths(): string[] {
  const found: string[] = [];
  for (let at = 0; at < view().byteLength; at++) {
    const path = pathText(locate(codec, view(), at));
    if (found.at(-1) !== path) found.push(path);
  }
  return found;
}

Deno.test("locate() names every byte of a message", () => {
  assertEquals(paths(), [
    "family",
    "type",
    "index",
    "flags",
    "change",
    "attributes.name",
    "attributes.info",
    "attributes.info.kind",
    "attributes.info.vlan",
    "attributes.info.vlan.id",
    "attributes.info.vlan.egressQos",
    "attributes.info.vlan.egressQos[0]",
    "attributes.info.vlan.egressQos[0].from",
    "attributes.info.vlan.egressQos[0].to",
    "attributes.info.vlan.egressQos[1]",
    "attributes.info.vlan.egressQos[1].from",
    "attributes.info.vlan.egressQos[1].to",
  ]);
});

Deno.test("attributeAt() finds the innermost attribute of a path", () => {
  const { attributes, ...header } = message;
  const named: Record<string, NamedType> = {
    "attributes.name": ["IFLA_IFNAME", 3],
    "attributes.info": ["IFLA_LINKINFO", 18],
    "attributes.info.vlan": ["IFLA_INFO_DATA", 2],
    "attributes.info.vlan.id": ["IFLA_VLAN_ID", 1],
    "attributes.info.vlan.egressQos": ["IFLA_VLAN_EGRESS_QOS", 3],
    "attributes.info.vlan.egressQos.[1]": ["IFLA_VLAN_QOS_MAPPING", 1],
    "attributes.info.vlan.egressQos.[1].to": ["IFLA_VLAN_QOS_MAPPING", 1],
    "attributes.stats64.rxBytes": ["IFLA_STATS64", 23],
  };
  for (const [path, type] of Object.entries(named)) {
    assertEquals(attributeAt(codec, path.split(".")), type);
  }
  for (
    const path of [
      ...Object.keys(header),
      ...Object.keys(attributes),
      "attributes",
      "attributes.#99",
      "attributes.info.#99",
      "attributes.info.vlan.egressQos.[0].#9",
      "attributes.nothing",
    ]
  ) assertEquals(attributeAt(codec, path.split(".")), undefined);
});

Deno.test("attributeType() finds the number of an attribute", () => {
  assertEquals(attributeType(linkAttributes, "mtu"), 4);
  assertEquals(attributeType(linkAttributes, "afSpec"), 26);
  assertThrows(
    () => attributeType(linkMessage, "index"),
    TypeError,
    "Cannot find attribute index: not in the codec",
  );
});

Deno.test("printMessage() explains the bytes", () => {
  assertEquals(
    printMessage(codec, view()).split("\n").slice(5, 12),
    [
      "01 00 00 00              # change: 1",
      "06 00 03 00              # name (IFLA_IFNAME 3)",
      '76 00                    #   value: "v"',
      "00 00                    #   padding",
      printMessage(codec, view()).split("\n")[9]!,
      "09 00 01 00              #   kind (IFLA_INFO_KIND 1)",
      '76 6c 61 6e 00           #     value: "vlan"',
    ],
  );
});

Deno.test("codecs work where code generation is forbidden", async () => {
  const program = `
    import { linkMessage } from "./messages/link/mod.ts";
    import { Writer } from "./messages/codec/mod.ts";
    const writer = new Writer();
    linkMessage.encode(writer, ${JSON.stringify(message)});
    const bytes = writer.finish().slice();
    let value;
    for (let i = 0; i < 200; i++) {
      value = linkMessage.decode(new DataView(bytes.buffer), 0, bytes.length);
    }
    console.log(JSON.stringify(value));
  `;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      "--v8-flags=--disallow-code-generation-from-strings",
      "--ext=ts",
      program,
    ],
    cwd: new URL("../../..", import.meta.url),
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(decoder.decode(stderr), "");
  assertEquals(JSON.parse(decoder.decode(stdout)), message);
});

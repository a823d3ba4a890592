import { assert, assertEquals } from "@std/assert";
import type { Codec } from "../../messages/codec/mod.ts";
import { linkMessage } from "../../messages/link/mod.ts";
import { compare } from "../../tools/uapi/compare.ts";
import { Compiler } from "../../tools/uapi/compiler.ts";
import { readExports } from "../../tools/uapi/exports.ts";
import { attributeTypes } from "../../tools/uapi/rows.ts";
import { readElsewhere, readNewer } from "../../tools/uapi/newer.ts";

Deno.test("attributeTypes() finds rows, choices, lists and padding", () => {
  const types = new Map(attributeTypes(linkMessage as Codec<unknown>));
  const expected = {
    IFLA_MTU: 4,
    IFLA_INFO_DATA: 2,
    IFLA_VLAN_QOS_MAPPING: 1,
    IFLA_PAD: 42,
    VETH_INFO_PEER: 1,
  } as const;
  for (const [name, type] of Object.entries(expected)) {
    assertEquals(types.get(name as keyof typeof expected), type, name);
  }
});

const compiler = new Compiler();
const ignore = !compiler.works;
const reason = ignore ? " (needs a C compiler and the kernel's headers)" : "";

Deno.test({
  name:
    `constants, attribute types and structs are those of the C headers${reason}`,
  ignore,
  async fn() {
    const { equal, differences, missing } = compare(
      await readExports(),
      compiler,
    );
    const recorded = new Map([...readNewer(), ...readElsewhere()]);
    const wrong: string[] = [];
    for (const [name, value] of missing) {
      // Masks, maximums and structs grow: newer headers may have confirmed it.
      if (recorded.get(name) === value) continue;
      wrong.push(
        differences.get(name) ??
          `${name} is not in the headers: confirm it by tools/check_uapi.ts`,
      );
    }
    for (const [name, difference] of differences) {
      if (!missing.has(name)) wrong.push(difference);
    }
    assertEquals(wrong, []);
    assert(equal.constants > 4500);
    assert(equal.structs > 20);
  },
});

Deno.test({
  name: `compare() reports wrong numbers and a wrong struct${reason}`,
  ignore,
  async fn() {
    const { constants, values, attributes, structs } = await readExports();
    const mtu = constants.find(({ name }) => name === "IFLA_MTU");
    const header = structs.find(({ cNames }) => cNames.includes("ifinfomsg"));
    const limit = values.find(({ name }) => name === "TCQ_PLUG_LIMIT");
    assert(mtu !== undefined && header !== undefined && limit !== undefined);
    const { differences } = compare({
      attributes,
      constants: [{ ...mtu, value: 5n }],
      values: [{ ...limit, value: 5n }],
      structs: [{ ...header, cNames: ["rtmsg"] }],
    }, compiler);
    assertEquals([...differences.keys()], [
      "IFLA_MTU",
      "TCQ_PLUG_LIMIT",
      "struct rtmsg",
    ]);
  },
});

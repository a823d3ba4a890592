import { assert, assertEquals } from "@std/assert";
import { withoutSchema } from "../../tools/coverage/enums.ts";
import { readFloor } from "../../tools/coverage/floor.ts";
import { compareSpec, compareSpecs } from "../../tools/coverage/specs.ts";
import { readExports } from "../../tools/uapi/exports.ts";

const floor = readFloor();
const specs = compareSpecs(
  new URL("../../../shared/specs/json", import.meta.url),
);
const reason = specs.size === 0 ? " (needs the specifications as JSON)" : "";

Deno.test("schemas name the attributes that the kernel's headers have", async () => {
  const { attributes: used } = await readExports();
  const names = Object.values(floor.attributes).flat();
  const known = new Set(floor.missing);
  assert(names.length > 1000);
  assertEquals(
    withoutSchema(names, used).filter((name) => !known.has(name)),
    [],
  );
});

Deno.test({
  name: `schemas are as the kernel's specifications say${reason}`,
  ignore: specs.size === 0,
  fn() {
    for (const [name, { total, missing, different }] of specs) {
      const known = new Set(floor.specifications[name]);
      assert(total > 0, name);
      assertEquals(
        [...missing, ...different].filter((line) => !known.has(line)),
        [],
      );
    }
  },
});

Deno.test("compareSpec() reports what is missing and what differs", () => {
  const attribute = (name: string, value: number, bits: number) => ({
    name,
    value,
    "c-name": name,
    wire: { kind: "int", bits, endian: "host" },
  } as const);
  const { total, missing, different } = compareSpec({
    name: "trial",
    "attribute-sets": [{
      name: "link",
      attributes: [
        attribute("mtu", 4, 32),
        attribute("mtu-of-16-bits", 4, 16),
        attribute("nothing", 999, 32),
      ],
    }],
    operations: {
      list: [{
        name: "newlink",
        "request-value": 16,
        "reply-value": null,
        "attribute-set": "link",
      }],
    },
  });
  assertEquals(total, 3);
  assertEquals(missing, ["link nothing"]);
  assertEquals(different, [
    "link mtu-of-16-bits is 16-bit integer there, 32-bit integer here",
  ]);
});

Deno.test("compareSpec() looks in nests for what only they have of a set", () => {
  const attribute = (name: string, value: number, inNests: string) => ({
    name,
    value,
    "c-name": inNests,
    wire: { kind: "string" },
  });
  const spec = (listed: string[]) => ({
    name: "trial",
    "attribute-sets": [
      {
        name: "link",
        attributes: [
          attribute("kind", 900, "IFLA_INFO_KIND"),
          attribute("nothing", 901, "IFLA_NOTHING"),
        ],
      },
      { name: "linkinfo", "subset-of": "link", attributes: [] },
    ],
    operations: {
      list: [{
        name: "newlink",
        "request-value": 16,
        "reply-value": null,
        "attribute-set": "link",
        do: { request: { attributes: listed } },
      }],
    },
  });
  assertEquals(compareSpec(spec([])).missing, ["link IFLA_NOTHING"]);
  assertEquals(compareSpec(spec(["kind"])).missing, [
    "link IFLA_INFO_KIND",
    "link IFLA_NOTHING",
  ]);
});

Deno.test("compareSpec() corrects what specifications have wrong", () => {
  const { different } = compareSpec({
    name: "rt-neigh",
    "attribute-sets": [{
      name: "neighbour-attrs",
      attributes: [{
        name: "port",
        value: 6,
        "c-name": "NDA_PORT",
        wire: { kind: "int", bits: 16, endian: "host" },
      }],
    }],
    operations: {
      list: [{
        name: "newneigh",
        "request-value": 28,
        "reply-value": null,
        "attribute-set": "neighbour-attrs",
      }],
    },
  });
  assertEquals(different, []);
});

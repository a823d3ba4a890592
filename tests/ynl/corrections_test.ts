import { assertEquals } from "@std/assert";
import { loadSpec, resolve, type Spec } from "@netlink/netlink/ynl";
import { SpecCodecs } from "../../ynl/compile/compile.ts";
import { correct } from "../../ynl/corrections.ts";
import { camelCase } from "../../ynl/names.ts";
import { specFile, SPECS, specTest } from "../support/specs.ts";

/** What a comparison with UAPI headers found. */
interface Comparison {
  readonly mismatches: readonly {
    readonly family: string;
    readonly kind: "attr" | "enum";
    readonly where: string;
    readonly entry: string;
    readonly c: number;
  }[];
  readonly structs: readonly {
    readonly family: string;
    readonly struct: string;
    readonly "c-size": number;
    readonly members: Readonly<Record<string, [c: number, spec: number]>>;
  }[];
}

const comparison: () => Comparison = () =>
  JSON.parse(Deno.readTextFileSync(new URL("uapi.json", SPECS)));

/** Enumerations that are positions in arrays, which differ between kernels. */
const POSITIONS = ["ipv4-devconf", "ifla-inet6-stats"];

/** The file of a family whose name is not that of its file. */
const FILES: Readonly<Record<string, string>> = {
  "net-shaper": "net_shaper",
  sunrpc: "sunrpc_cache",
  "drm-ras": "drm_ras",
};

/**
 * Structs that end with an array of any length, of which the specification has
 * one item, and one that C pads by the header around it.
 */
const LONGER = ["tc-u32-sel", "tc-u32-pcnt", "tc-pedit-sel", "rtgenmsg"];

const specs = new Map<string, Promise<Spec>>();

function corrected(family: string): Promise<Spec> {
  const spec = specs.get(family) ??
    loadSpec(specFile(FILES[family] ?? family))
      .then(({ document }) => resolve(correct(document)));
  specs.set(family, spec);
  return spec;
}

specTest("corrections are the numbers of the UAPI headers", async () => {
  let count = 0;
  for (const { family, kind, where, entry, c } of comparison().mismatches) {
    if (POSITIONS.includes(where)) continue;
    const spec = await corrected(family);
    const definition = spec.definitions.find(({ name }) => name === where);
    const named = kind === "attr"
      ? spec.attributeSets.find(({ name }) => name === where)?.attributes
      : definition !== undefined && "entries" in definition
      ? definition.entries
      : undefined;
    const found = named?.find(({ name }) => name === entry)?.value;
    assertEquals(found, c, `${family} ${where} ${entry}`);
    count++;
  }
  assertEquals(count > 20, true, `only ${count}`);
});

specTest(
  "structs have the size and the offsets that C gives them",
  async () => {
    const wrong: string[] = [];
    for (const { family, struct, members, ...rest } of comparison().structs) {
      const codecs = new SpecCodecs(await corrected(family));
      const { size, shape } = codecs.struct(struct);
      if (size !== rest["c-size"] && !LONGER.includes(struct)) {
        wrong.push(`${family} ${struct}: ${size}, not ${rest["c-size"]} bytes`);
      }
      for (const [name, [c]] of Object.entries(members)) {
        const member = shape.kind === "struct" &&
          shape.members.find((member) => member.name === camelCase(name));
        if (member && c !== null && member.offset !== c) {
          wrong.push(
            `${family} ${struct}.${name}: at ${member.offset}, not ${c}`,
          );
        }
      }
    }
    assertEquals(wrong, []);
  },
);

Deno.test("corrections count on, and leave mended specifications alone", () => {
  const attributes = (...names: string[]) =>
    names.map((name) => ({ name, type: "u32" }));
  const document = (set: object[]) => ({
    name: "nftables",
    "attribute-sets": [{ name: "rule-attrs", attributes: set }],
    operations: { list: [] },
  });
  const numbers = (set: object[]) =>
    resolve(correct(document(set))).attributeSets[0]!.attributes
      .map(({ name, value }) => [name, value]);
  assertEquals(numbers(attributes("table", "id", "position-id", "new")), [
    ["table", 1],
    ["id", 9],
    ["position-id", 10],
    ["new", 11],
  ]);
  const mended = attributes("table", "id");
  assertEquals(
    numbers([mended[0]!, { ...mended[1]!, value: 9 }]),
    [["table", 1], ["id", 9]],
  );
});

Deno.test("corrections leave specifications of other families alone", () => {
  const document = {
    name: "toString",
    attributeSets: [],
    operations: { list: [] },
  };
  assertEquals(correct(document), document);
});

Deno.test("corrections have numbers where the kernel sends no flags", () => {
  const { attributeSets } = resolve(correct({
    name: "rt-link",
    "attribute-sets": [{
      name: "linkinfo-brport-attrs",
      attributes: ["mode", "flush"].map((name) => ({ name, type: "flag" })),
    }],
    operations: { list: [] },
  }));
  assertEquals(
    attributeSets[0]!.attributes.map(({ name, type }) => [name, type]),
    [["mode", "u8"], ["flush", "flag"]],
  );
});

/**
 * Any family of netlink by its specification in YAML: of a file, such as those
 * in `Documentation/netlink/specs` of the kernel's sources, with the name of an
 * operation that lists something; or else of a specification in here, which has
 * a little of the controller of generic netlink. Needs no privileges.
 *
 *     deno run --allow-ffi examples/family_from_spec.ts
 *     deno run --allow-ffi --allow-read examples/family_from_spec.ts netdev.yaml dev-get
 */

// deno-lint-ignore-file no-console
import process from "node:process";
import { openFamily } from "@netlink/netlink/ynl";

const SPEC = `
name: nlctrl
protocol: genetlink-legacy
version: 2
doc: Has a list of the families of generic netlink.
attribute-sets:
  - name: family
    name-prefix: ctrl-attr-
    attributes:
      - { name: family-id, type: u16 }
      - { name: family-name, type: string, checks: { max-len: 15 } }
      - { name: version, type: u32 }
operations:
  enum-model: directional
  name-prefix: ctrl-cmd-
  list:
    - name: getfamily
      doc: Describes one family, or all.
      attribute-set: family
      do:
        request: { value: 3, attributes: [family-id, family-name] }
        reply: { value: 1, attributes: [family-id, family-name, version] }
      dump:
        reply: { attributes: [family-id, family-name, version] }
`;

const [file, operation] = process.argv.slice(2);
if (file !== undefined && operation !== undefined) {
  using family = await openFamily(file);
  for await (const object of family.dump(operation)) console.log(object);
  process.exit();
}

using controller = await openFamily(SPEC);
const found = await controller.do("getfamily", { familyName: "nlctrl" });
console.log(`${found?.familyName} has number ${found?.familyId}`);

const families = await controller.dump("getfamily").toArray();
console.log(families.some(({ familyName }) => familyName === "nlctrl"));

// Requests are checked before they are sent.
try {
  await controller.do("getfamily", { familyNaem: "nlctrl" });
} catch (error) {
  console.log((error as Error).message);
}

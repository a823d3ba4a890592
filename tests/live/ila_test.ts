import { assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  type IlaMappingSpec,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

const needs = ["family ila"] as const;

const specs: IlaMappingSpec[] = [
  { match: "2001:db8:0:1", locator: "2001:db8:0:2" },
  {
    match: "2001:db8:0:3",
    locator: "2001:db8:0:4",
    device: 1,
    checksumMode: "neutral-map",
    identifierType: "luid",
  },
];

for (const spec of specs) {
  liveTest(`Ila lists what it adds: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    using generic = GenericNetlink.open();
    const { ila } = generic;
    await ila.add(spec);
    const [found, ...others] = await ila.list().toArray();
    assertEquals(others, []);
    for (const [name, value] of Object.entries(spec)) {
      assertEquals(found![name as keyof IlaMappingSpec], value, name);
    }
    assertEquals(await ila.delete(found!), true);
    assertEquals(await ila.list().toArray(), []);
    await ila.add(found!);
    await ila.flush();
    assertEquals(await ila.list().toArray(), []);
  });
}

liveTest("Ila reports what is wrong", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { ila } = generic;
  await assertRejects(
    () => ila.add({ match: "2001:db8::", locator: "1:2:3:4" }),
    TypeError,
    'Cannot use "2001:db8::" as match',
  );
  await assertRejects(
    () => ila.add({ match: "1:2:3:4", locator: "1:2:3:5", device: "nothing" }),
    UnknownDeviceError,
  );
});

import { assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

liveTest("Dpll finds nothing where nothing is", {
  needs: ["vm", "family dpll"],
}, async () => {
  using generic = GenericNetlink.open();
  const { dpll } = generic;
  const { devices, pins } = dpll;
  using _ = await dpll.monitor();
  assertEquals(await devices.list({ module: "ice" }).toArray(), []);
  assertEquals(await pins.list({ device: 1 }).toArray(), []);
  assertEquals(await devices.find({ id: 1 }), undefined);
  assertEquals(await pins.find({ id: 1 }), undefined);
  assertEquals(await devices.findId({ module: "ice", type: "eec" }), undefined);
  assertEquals(await pins.findId({ boardLabel: "SMA1" }), undefined);
  await assertRejects(
    () => devices.set({ id: 1 }, { mode: "manual" }),
    NetlinkError,
    "Cannot set DPLL device 1: ENODEV",
  );
  await assertRejects(
    () => pins.set({ id: 1 }, { frequency: 10_000_000 }),
    NetlinkError,
    "Cannot set DPLL pin 1: ENODEV",
  );
});

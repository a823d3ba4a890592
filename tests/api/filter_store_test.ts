import { assertEquals } from "@std/assert";
import { FilterStore } from "../../api/monitor/filter_store.ts";
import { VlanStore } from "../../api/monitor/vlan_store.ts";
import { blank } from "../../messages/codec/mod.ts";
import { filterMessage } from "../../messages/tc/filter.ts";
import { vlanDatabaseMessage } from "../../messages/vlan_database/vlan_database.ts";

const PREFERENCE = 0x10000;

function filter(
  preference: number,
  handle: number,
  kind = "flower",
  more = {},
) {
  return blank(filterMessage, {
    index: 3,
    parent: 0xfffffff2,
    handle,
    info: preference * PREFERENCE + 8,
    ...more,
    attributes: { kind, chain: 0 },
  });
}

const report = (
  message: ReturnType<typeof filter>,
  { deleted = false } = {},
) => ({ deleted, flags: 0, message });

const handles = (store: FilterStore) =>
  [...store.values()].map(({ info, handle }) =>
    `${info >>> 16} ${handle.toString(16)}`
  );

Deno.test("FilterStore forgets all filters of a preference at once", () => {
  const store = new FilterStore();
  for (const handle of [0, 1, 2]) store.fill(filter(4, handle));
  store.apply(report(filter(5, 1)));
  assertEquals(handles(store), ["4 1", "4 2", "5 1"]);
  const gone = store.apply(report(filter(4, 0), { deleted: true }));
  assertEquals(gone.map(({ old }) => old?.handle), [1, 2]);
  assertEquals(handles(store), ["5 1"]);
  assertEquals(store.apply(report(filter(4, 0), { deleted: true })), []);
  assertEquals(store.incomplete, false);
});

Deno.test("FilterStore notices when the kernel has what it does not report", () => {
  const table = 0x80000000;
  const key = 0x80000800;
  const tables = new FilterStore();
  tables.fill(filter(1, table, "u32"));
  tables.fill(filter(1, key, "u32"));
  tables.apply(report(filter(1, key + 1, "u32")));
  tables.apply(report(filter(1, key + 1, "u32"), { deleted: true }));
  assertEquals(tables.incomplete, false);
  // The table goes with the last filter,
  tables.apply(report(filter(1, key, "u32"), { deleted: true }));
  assertEquals(tables.incomplete, true);
  // and comes with the first one.
  const keys = new FilterStore();
  keys.apply(report(filter(1, key, "u32")));
  assertEquals(keys.incomplete, true);
  const matchall = new FilterStore();
  assertEquals(matchall.apply(report(filter(1, 0, "matchall"))), []);
  assertEquals(matchall.incomplete, true);
});

Deno.test("FilterStore has one position for the filters of the kind ingress", () => {
  const store = new FilterStore();
  store.fill(filter(1, 1));
  const same = filter(1, 1, "flower", { parent: 0xffff0000 });
  assertEquals(store.apply(report(same)), []);
  const egress = filter(1, 1, "flower", { parent: 0xfffffff3 });
  assertEquals(store.apply(report(egress)).length, 1);
  assertEquals(store.size, 2);
});

Deno.test("VlanStore has one VLAN for packets without a tag", () => {
  const PVID = 2;
  const UNTAGGED = 4;
  const vlan = (vid: number, flags: number, index = 3) =>
    blank(vlanDatabaseMessage, {
      family: 7,
      index,
      attributes: { entries: [{ info: { vid, flags } }] },
    });
  const store = new VlanStore();
  store.fill(vlan(1, PVID | UNTAGGED));
  store.fill(vlan(1, PVID, 4));
  const message = vlan(9, PVID);
  const changes = store.apply({ deleted: false, flags: 0, message });
  assertEquals(changes.map(({ now, old }) => [now, old]), [
    [vlan(1, UNTAGGED), vlan(1, PVID | UNTAGGED)],
    [message, undefined],
  ]);
  assertEquals([...store.values()], [
    vlan(1, UNTAGGED),
    vlan(1, PVID, 4),
    message,
  ]);
});

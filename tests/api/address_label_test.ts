import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  AddressLabels,
  fromAddressLabel,
  nameAddressLabel,
  toAddressLabel,
} from "../../api/address/address_label.ts";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import {
  type AddressLabelMessage,
  addressLabelMessage,
} from "../../messages/address_label/address_label.ts";
import { done, FakeKernel, object } from "../support/fake_kernel.ts";

function label(
  address: string,
  prefixLength: number,
  label: number,
  index = 0,
): AddressLabelMessage {
  return {
    family: 10,
    reserved: 0,
    prefixLength,
    flags: 0,
    index,
    sequence: 3,
    attributes: { address, label },
  };
}

const labels = [
  label("::1", 128, 0),
  label("2001:db8::", 32, 5),
  label("2001:db8::", 32, 6, 7),
  label("2001:db8::", 48, 8),
];

function open(): { kernel: FakeKernel; labels: AddressLabels } {
  const kernel = new FakeKernel((request) => [
    ...labels.map((each) => object(request, addressLabelMessage, each)),
    done(request),
  ]);
  return { kernel, labels: new AddressLabels(new Connection(kernel)) };
}

Deno.test("toAddressLabel() and fromAddressLabel() are inverse", () => {
  for (const message of labels) {
    const spec = toAddressLabel(message);
    assertEquals(fromAddressLabel(spec), { ...message, sequence: 0 });
  }
});

Deno.test("toAddressLabel() reads what has no attributes", () => {
  const { prefix, label } = toAddressLabel({
    ...labels[0]!,
    prefixLength: 0,
    attributes: {},
  });
  assertEquals([prefix, label], ["::/0", 0]);
});

Deno.test("fromAddressLabel() and nameAddressLabel() name what is wrong", () => {
  const prefix = "2001:db8::/32";
  assertThrows(
    () => nameAddressLabel({ prefix: "10.0.0.0/8" }),
    TypeError,
    'Cannot use "10.0.0.0" as prefix: an IPv6 address is expected',
  );
  assertThrows(
    () => nameAddressLabel({ prefix: "2001:db8::/129" }),
    RangeError,
    'Cannot use "2001:db8::/129" as prefix: its length',
  );
  assertThrows(
    () => fromAddressLabel({ prefix, label: 0xffffffff }),
    RangeError,
    "Cannot use 4294967295 as label",
  );
  assertThrows(
    () => fromAddressLabel({ prefix, label: 1, device: -1 }),
    RangeError,
    "Cannot use -1 as device",
  );
});

Deno.test("AddressLabels.list() filters by device, prefix and label", async () => {
  const { labels: net } = open();
  const list = async (filter: Parameters<AddressLabels["list"]>[0]) =>
    (await net.list(filter).toArray()).map(({ message }) =>
      labels.findIndex((each) =>
        JSON.stringify(each) === JSON.stringify(message)
      )
    );
  assertEquals(await list({}), [0, 1, 2, 3]);
  assertEquals(await list({ device: 7 }), [2]);
  assertEquals(await list({ label: 5 }), [1]);
  assertEquals(await list({ within: "2001:db8::/33" }), [3]);
  assertEquals(await list({ within: "2001::/16" }), [1, 2, 3]);
});

Deno.test("AddressLabels.list() sends no header that kernels refuse", async () => {
  const { kernel, labels: net } = open();
  await net.list({ device: 7, label: 6 }).toArray();
  const { bytes } = kernel.requests[0]!;
  const view = new DataView(bytes.buffer);
  assertEquals(addressLabelMessage.decode(view, 16, bytes.length), {
    family: 10,
    reserved: 0,
    prefixLength: 0,
    flags: 0,
    index: 0,
    sequence: 0,
    attributes: {},
  });
});

Deno.test("AddressLabels.get() finds the label of a prefix, not of longer ones", async () => {
  const { labels: net } = open();
  assertEquals((await net.get({ prefix: "2001:db8::/32" })).label, 5);
  assertEquals((await net.get({ prefix: "2001:db8:0::/48" })).label, 8);
  assertEquals(
    (await net.get({ prefix: "2001:db8::/32", device: 7 })).label,
    6,
  );
  await assertRejects(
    () => net.get({ prefix: "2001:db8::/31" }),
    NetlinkError,
    "ENOENT",
  );
});

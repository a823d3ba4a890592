import { assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  type MacsecAssociationSpec,
  NetlinkError,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind macsec"] as const;

function open(...options: string[]): GenericNetlink {
  const add = ["ip", "link", "add"] as const;
  sh(...add, "name", "d0", "type", "dummy");
  sh(...add, "link", "d0", "name", "m0", "type", "macsec", ...options);
  return GenericNetlink.open();
}

const association: MacsecAssociationSpec = {
  number: 1,
  active: true,
  packetNumber: 1024,
  keyId: "0102030405060708090a0b0c0d0e0f10",
  key: "81818181818181818181818181818181",
};
const reported = {
  number: 1,
  active: true,
  packetNumber: 1024,
  keyId: association.keyId,
};

liveTest("Macsec lists the associations that it adds", {
  needs,
}, async () => {
  using generic = open("port", "7");
  const { macsec } = generic;
  await macsec.addTransmitAssociation("m0", association);
  await macsec.addChannel("m0", { sci: "0200000000090001" });
  const channel = { sci: "0200000000090001" };
  await macsec.addReceiveAssociation("m0", channel, association);
  await macsec.changeChannel("m0", { ...channel, active: true });
  const [link, ...others] = await macsec.list({ device: "m0" }).toArray();
  assertEquals(others, []);
  assertEquals(link!.cipher, "gcm-aes-128");
  assertEquals((await macsec.get("m0")).sci, link!.sci);
  assertEquals((await macsec.find(link!.index))?.sci, link!.sci);
  for (
    const [other, type] of [
      ["d0", NetlinkError],
      ["nothing", UnknownDeviceError],
    ] as const
  ) {
    assertEquals(await macsec.find(other), undefined);
    await assertRejects(
      () => macsec.get(other),
      type,
      `Cannot get MACsec link ${other}: ENODEV: `,
    );
  }
  const { statistics: _, ...sent } = link!.associations[0]!;
  assertEquals(sent, reported);
  const [received] = link!.channels;
  assertEquals(received!.active, true);
  const { statistics: __, ...receiving } = received!.associations[0]!;
  assertEquals(receiving, reported);

  await macsec.changeTransmitAssociation("m0", {
    number: 1,
    active: false,
    packetNumber: 2048,
  });
  await assertRejects(
    () => macsec.deleteReceiveAssociation("m0", received!, { number: 1 }),
    NetlinkError,
    "Cannot delete receive association 1 of channel ",
  );
  await macsec.changeReceiveAssociation("m0", received!, {
    number: 1,
    active: false,
  });
  await macsec.deleteReceiveAssociation("m0", received!, { number: 1 });
  const [changed] = await macsec.list().toArray();
  assertEquals(changed!.associations[0]!.packetNumber, 2048);
  assertEquals(changed!.channels[0]!.associations, []);
  await macsec.changeTransmitAssociation("m0", sent);
  await macsec.changeTransmitAssociation("m0", { number: 1, active: false });
  await macsec.deleteChannel("m0", received!);
  await macsec.deleteTransmitAssociation("m0", sent);
  const [empty] = await macsec.list().toArray();
  assertEquals([empty!.associations, empty!.channels], [[], []]);
});

liveTest("Macsec takes extended packet numbers", { needs }, async () => {
  using generic = open("cipher", "gcm-aes-xpn-128");
  await generic.macsec.addTransmitAssociation("m0", {
    ...association,
    packetNumber: 0x1_0000_0005n,
    salt: "838383838383838383838383",
    ssci: 0x18,
  });
  const [link] = await generic.macsec.list().toArray();
  const { statistics: _, ...sent } = link!.associations[0]!;
  assertEquals(sent, { ...reported, packetNumber: 0x1_0000_0005n, ssci: 0x18 });
});

liveTest("Macsec reports what is wrong, but no keys", { needs }, async () => {
  using generic = open();
  const { macsec } = generic;
  await assertRejects(
    () => macsec.addTransmitAssociation("m0", { ...association, key: "xyz" }),
    TypeError,
    'Cannot use "…" as key',
  );
  await assertRejects(
    () => macsec.addTransmitAssociation("m0", { ...association, number: 4 }),
    RangeError,
    "Cannot use 4 as number",
  );
  await assertRejects(
    () => macsec.deleteChannel("m0", { sci: "5" }),
    NetlinkError,
    "ENODEV",
  );
  await assertRejects(
    () => macsec.setOffload("m0", "mac"),
    NetlinkError,
  );
  await macsec.setOffload("m0", "off");
});

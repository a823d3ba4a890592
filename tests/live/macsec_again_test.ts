/**
 * Random channels and associations of MACsec: what the kernel reports of them,
 * and the keys that it never reports, make equal ones.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  GenericNetlink,
  type MacsecAssociationSpec,
  type MacsecLink,
  Rtnetlink,
} from "../../api/mod.ts";
import { checkEach, must, type Outcome, refusal } from "../support/again.ts";
import { lastingText } from "../support/lasting.ts";
import { liveTest } from "../support/live.ts";
import { spec } from "../support/random_objects.ts";

interface Scene {
  readonly cipher: "gcm-aes-128" | "gcm-aes-xpn-128";
  readonly sent: MacsecAssociationSpec[];
  readonly sci: string;
  readonly active: boolean;
  readonly received: MacsecAssociationSpec[];
}

/** What the kernel does not report. */
const secrets = {
  "gcm-aes-128": { key: "81".repeat(16) },
  "gcm-aes-xpn-128": { key: "82".repeat(16), salt: "83".repeat(12) },
};

function associations(isLong: boolean): fc.Arbitrary<MacsecAssociationSpec[]> {
  const packetNumber = isLong
    ? fc.constantFrom<unknown>(1n, 2n ** 40n)
    : fc.constantFrom<unknown>(1, 0xffff_ffff);
  return fc.uniqueArray(
    spec<MacsecAssociationSpec>({
      number: fc.constantFrom(0, 1, 2, 3),
      packetNumber,
      keyId: fc.constantFrom("01020304", "ff".repeat(16)),
      ...isLong && { ssci: fc.constantFrom(1, 0xffff_ffff) },
    }, { active: fc.boolean() }),
    { maxLength: 4, selector: ({ number }) => number },
  );
}

const scenes = fc.constantFrom(
  "gcm-aes-128" as const,
  "gcm-aes-xpn-128" as const,
).chain((cipher): fc.Arbitrary<Scene> =>
  fc.record({
    cipher: fc.constant(cipher),
    sent: associations(cipher !== "gcm-aes-128"),
    sci: fc.constantFrom("0200000000090001", "0200000000090007"),
    active: fc.boolean(),
    received: associations(cipher !== "gcm-aes-128"),
  })
);

liveTest(
  "Macsec adds any channels and associations that it lists",
  { needs: ["kind macsec", "kind ifb"] },
  async () => {
    using net = Rtnetlink.open();
    using generic = GenericNetlink.open();
    const { macsec } = generic;
    await net.link.add({ name: "lower", kind: "ifb" });

    async function make(
      { cipher, sent, sci, active, received }: Scene,
    ): Promise<void> {
      await net.link.delete("m", { ifExists: true });
      await net.link.add({ name: "m", link: "lower", macsec: { cipher } });
      const secret = secrets[cipher];
      for (const association of sent) {
        await macsec.addTransmitAssociation("m", { ...association, ...secret });
      }
      await macsec.addChannel("m", { sci, active });
      for (const association of received) {
        const whole = { ...association, ...secret };
        await macsec.addReceiveAssociation("m", { sci }, whole);
      }
    }

    await checkEach(scenes, async (scene): Promise<Outcome> => {
      if (await refusal(make(scene)) !== undefined) return "refused";
      const [link] = await macsec.list({ device: "m" }).toArray();
      const [channel] = link!.channels;
      const { sci, active, associations: received } = channel!;
      const { cipher } = scene;
      const reported = {
        cipher,
        sent: link!.associations,
        sci,
        active,
        received,
      };
      await must("make again", reported, make(reported as Scene));
      const [second] = await macsec.list({ device: "m" }).toArray();
      assertEquals(parts(second!), parts(link!));
      return "checked";
    });
  },
);

/** What is made, without what the link has of its own. */
function parts({ associations, channels }: MacsecLink): string {
  return lastingText({ associations, channels });
}

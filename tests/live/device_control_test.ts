import { assertEquals } from "@std/assert";
import { AF_INET } from "../../messages/families.ts";
import {
  ip4TunnelParameters,
  SIOCADDTUNNEL,
  SIOCDELTUNNEL,
  SIOCGETTUNNEL,
} from "../../messages/link/tunnel_control.ts";
import { blank, Writer } from "../../messages/codec/mod.ts";
import { controlDevice } from "../../socket/device_control.ts";
import { Rtnetlink } from "../../mod.ts";
import { liveTest } from "../support/live.ts";

const ENODEV = 19;

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  const parameters = blank(ip4TunnelParameters, { name });
  parameters.header.versionAndLength = 0x45;
  parameters.header.protocol = 47;
  parameters.header.destination = "192.0.2.2";
  const writer = new Writer();
  ip4TunnelParameters.encode(writer, parameters);
  return writer.finish();
}

liveTest(
  "controlDevice() makes, reports and removes what links show",
  { needs: ["kind gre"] },
  async () => {
    using net = Rtnetlink.open();
    // The kernel has one in each namespace, unless it is set otherwise.
    if (await net.link.find("gre0") === undefined) {
      await net.link.add({ kind: "gre", name: "gre0" });
    }
    const data = bytesOf("g1");
    const control = (request: number, device: string) =>
      controlDevice({ family: AF_INET, request, device, data });
    assertEquals(control(SIOCADDTUNNEL, "gre0").errno, 0);
    const link = await net.link.get("g1");
    assertEquals(link.gre?.remote, "192.0.2.2");
    const { errno, data: reply } = control(SIOCGETTUNNEL, "g1");
    assertEquals(errno, 0);
    assertEquals(reply.length, data.length);
    assertEquals(
      ip4TunnelParameters.decode(new DataView(reply.buffer), 0, reply.length),
      {
        ...blank(ip4TunnelParameters),
        name: "g1",
        header: {
          ...blank(ip4TunnelParameters).header,
          versionAndLength: 0x45,
          protocol: 47,
          destination: "192.0.2.2",
        },
      },
    );
    assertEquals(control(SIOCDELTUNNEL, "g1").errno, 0);
    assertEquals(control(SIOCGETTUNNEL, "g1").errno, ENODEV);
    assertEquals(await net.link.find("g1"), undefined);
  },
);

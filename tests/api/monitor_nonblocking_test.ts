import { assert, assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { FakeKernel } from "../support/fake_kernel.ts";
import { link, SimulatedKernel } from "../support/simulated_kernel.ts";

/** Opens sockets that count what is sent, and where. */
function opening() {
  const kernel = new SimulatedKernel();
  kernel.link.set("1", link(1));
  const sent = { here: 0, elsewhere: 0 };
  const open = () => {
    const socket = kernel.open();
    const send = socket.send.bind(socket);
    return Object.assign(socket, {
      send(datagram: Uint8Array<ArrayBuffer>) {
        sent.here++;
        send(datagram);
      },
      sendLong(datagram: Uint8Array<ArrayBuffer>) {
        sent.elsewhere++;
        send(datagram);
        return Promise.resolve();
      },
      receiveLong: () => Promise.resolve(socket.tryReceive()),
    });
  };
  return { open, sent };
}

for (
  const [how, whole, single, expected] of [
    ["where all requests are", true, undefined, "elsewhere"],
    ["if it is asked for", false, true, "elsewhere"],
    ["unless it is not wanted", true, false, "here"],
    ["only if it is asked for", false, undefined, "here"],
  ] as const
) {
  const options = single === undefined ? {} : { nonblocking: single };
  const net = (open: () => FakeKernel) =>
    new Rtnetlink(
      new Connection(new FakeKernel(), { nonblocking: whole }),
      open,
    );

  Deno.test(`Rtnetlink.mirror() lists in another thread ${how}`, async () => {
    const { open, sent } = opening();
    await using mirror = await net(open).mirror(["link"], options);
    assertEquals(mirror.count("link"), 1);
    assert(sent[expected] > 0);
    assertEquals(sent.here + sent.elsewhere, sent[expected]);
  });

  Deno.test(`Rtnetlink.monitor() lists in another thread ${how}`, async () => {
    const { open, sent } = opening();
    using monitor = net(open).monitor(["link"], { ...options, snapshot: true });
    for await (const { object } of monitor) {
      if (object === "snapshot-end") break;
    }
    assert(sent[expected] > 0);
    assertEquals(sent.here + sent.elsewhere, sent[expected]);
  });
}

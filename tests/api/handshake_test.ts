import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/mod.ts";
import {
  HANDSHAKE_CMD_ACCEPT,
  HANDSHAKE_CMD_DONE,
  HANDSHAKE_CMD_READY,
} from "../../messages/generic/handshake.ts";
import {
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

Deno.test("Handshakes.accept() takes a handshake", async () => {
  const kernel = new FamilyKernel("handshake", () => [{
    attributes: {
      sockfd: 12,
      messageType: 1,
      timeout: 5500,
      authMode: 3,
      peerIdentity: [7, 8],
      certificate: [{ cert: 5, privkey: -6 }, {}],
      peername: "server.example",
      keyring: 9,
    },
  }]);
  const { handshake } = kernel.generic;
  const accepted = await handshake.accept();
  assertEquals(plain(accepted!), {
    socket: 12,
    messageType: "client-hello",
    timeout: 5.5,
    authentication: "x509",
    identities: [7, 8],
    certificates: [{ certificate: 5, privateKey: -6 }, {}],
    peerName: "server.example",
    keyring: 9,
  });
  assertEquals(kernel.last, {
    cmd: HANDSHAKE_CMD_ACCEPT,
    dump: false,
    attributes: { handlerClass: 1 },
  });
  kernel.answer = () => 1;
  await assertRejects(
    () => handshake.accept("none"),
    NetlinkError,
    "Cannot accept handshake for none: EPERM",
  );
  const count = kernel.requests.length;
  await assertRejects(
    () => handshake.accept("nobody" as never),
    TypeError,
    'Cannot use "nobody" as handler: none or tlshd is expected',
  );
  assertEquals(kernel.requests.length, count);
});

Deno.test("Handshakes.monitor() refuses null in place of options", async () => {
  const { handshake } = new FamilyKernel("handshake").generic;
  await assertRejects(
    () => handshake.monitor(null as never),
    TypeError,
    "Cannot use null as options: an object is expected",
  );
});

Deno.test("Handshakes.done() reports how a handshake has ended", async () => {
  const kernel = new FamilyKernel("handshake");
  const { handshake } = kernel.generic;
  await handshake.done(12);
  assertEquals(kernel.last, {
    cmd: HANDSHAKE_CMD_DONE,
    dump: false,
    attributes: { sockfd: 12, status: 0 },
  });
  await handshake.done(12, { error: "EACCES", identities: [5, 6] });
  assertEquals(kernel.last?.attributes, {
    sockfd: 12,
    status: 13,
    remoteAuth: [5, 6],
  });
  await handshake.done(12, { error: 4095 });
  assertEquals(kernel.last?.attributes, { sockfd: 12, status: 4095 });
  const count = kernel.requests.length;
  for (
    const [socket, outcome, text] of [
      ["12", {}, "as socket"],
      [2 ** 31, {}, "as socket"],
      [12, { error: "EWHATEVER" }, "as error: there is no such error"],
      [12, { error: 4096 }, "as error"],
      [12, { errno: 5 }, "as errno: there is no such property"],
      [12, { identities: [-1] }, "identities[0]"],
    ] as const
  ) {
    await assertRejects(
      () => handshake.done(socket as number, outcome as never),
      Error,
      text,
    );
  }
  assertEquals(kernel.requests.length, count);
});

Deno.test("Handshakes reads what a kernel has answered", async () => {
  const { handshake } = new RecordedKernel("handshake").generic;
  assertEquals(await handshake.accept(), undefined);
  assertEquals(await handshake.accept("none"), undefined);
  await assertRejects(
    () => handshake.done(99),
    NetlinkError,
    "Cannot end handshake of socket 99: EBADF",
  );
  await assertRejects(
    () => handshake.done(0, { error: "EACCES", identities: [5, 6] }),
    NetlinkError,
    "Cannot end handshake of socket 0: ENOTSOCK",
  );
});

Deno.test("Handshakes.monitor() reports handshakes of one handler", async () => {
  const kernel = new FamilyKernel("handshake", () => [], ["none", "tlshd"]);
  const { handshake } = kernel.generic;
  using other = await handshake.monitor({ handler: "none" });
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  other.close();
  const monitor = await handshake.monitor();
  assertEquals([...kernel.sockets[1]!.groups], [10]);
  kernel.report(HANDSHAKE_CMD_DONE, { status: 0 });
  kernel.report(HANDSHAKE_CMD_READY, { handlerClass: 1 });
  const seen: unknown[] = [];
  for await (const event of monitor) {
    seen.push("value" in event ? [event.kind, plain(event.value)] : event.kind);
    if (event.kind === "handshake-ready") break;
  }
  assertEquals(seen, ["unknown", ["handshake-ready", { handler: "tlshd" }]]);
  await assertRejects(
    () => handshake.monitor({ handler: "nobody" as never }),
    TypeError,
    'Cannot use "nobody" as handler: none or tlshd is expected',
  );
});

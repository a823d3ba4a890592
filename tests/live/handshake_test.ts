import { assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

liveTest("Handshakes accepts and ends nothing where nothing waits", {
  needs: ["vm", "family handshake"],
}, async () => {
  using generic = GenericNetlink.open();
  const { handshake } = generic;
  using _ = await handshake.monitor();
  using _other = await handshake.monitor({ handler: "none" });
  assertEquals(await handshake.accept(), undefined);
  assertEquals(await handshake.accept("none"), undefined);
  await assertRejects(
    () => handshake.done(999),
    NetlinkError,
    "Cannot end handshake of socket 999: EBADF",
  );
  await assertRejects(
    () => handshake.done(0, { error: "EACCES", identities: [5] }),
    NetlinkError,
    "Cannot end handshake of socket 0: ENOTSOCK",
  );
});

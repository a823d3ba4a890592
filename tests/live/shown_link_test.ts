import { assertEquals } from "@std/assert";
import { run } from "../../cli.ts";
import { testIo } from "../support/io.ts";
import { liveTest, sh, shWithJudge } from "../support/live.ts";

liveTest(
  "ip shows links, addresses and routes as the real one does",
  { needs: ["ip 7.3", "kind dummy"] },
  async () => {
    sh("ip", "link", "set", "lo", "up");
    sh("ip", "link", "add", "d0", "type", "dummy");
    sh("ip", "link", "set", "d0", "mtu", "1400", "up");
    sh("ip", "address", "add", "192.0.2.1/24", "dev", "d0");
    const shown = [
      ["link", "show"],
      ["-d", "link", "show"],
      ["-j", "-d", "link", "show", "dev", "lo"],
      ["-j", "address", "show"],
      ["route", "show", "table", "all", "type", "unicast"],
    ];
    for (const words of shown) {
      const io = testIo();
      assertEquals(await run(words, io), 0, io.errors);
      const text = new TextDecoder().decode(io.written);
      assertEquals(text, shWithJudge("ip", ...words), words.join(" "));
    }
  },
);

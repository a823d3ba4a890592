import { assert, assertEquals } from "@std/assert";
import { run } from "../../../cli/wg.ts";
import { testIo } from "../../support/io.ts";

// RFC 7748, section 6.1.
const PRIVATE = "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=";
const PUBLIC = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

async function wg(word: string, input = "") {
  const io = testIo({ input: new TextEncoder().encode(input), terminal: true });
  const code = await run([word], io);
  const out = new TextDecoder().decode(io.written);
  return { code, out, err: io.errors };
}

Deno.test("wg pubkey computes the public key of RFC 7748", async () => {
  const done = { code: 0, out: `${PUBLIC}\n`, err: "" };
  assertEquals(await wg("pubkey", PRIVATE), done);
  assertEquals(await wg("pubkey", `${PRIVATE}\n`), done);
  assertEquals(await wg("pubkey", `${PRIVATE}\n \0\t`), done);
});

Deno.test("wg pubkey refuses what is no key", async () => {
  const wrong = "wg: Key is not the correct length or format\n";
  for (
    const input of [
      "",
      PRIVATE.slice(1),
      ` ${PRIVATE.slice(0, 43)}`,
      `${PRIVATE.slice(0, 42)}p=`,
      `${PRIVATE.slice(0, 43)}A`,
      "ß".repeat(22),
    ]
  ) {
    assertEquals(await wg("pubkey", input), { code: 1, out: "", err: wrong });
  }
  assertEquals(await wg("pubkey", `${PRIVATE}=`), {
    code: 1,
    out: "",
    err: "wg: Trailing characters found after key\n",
  });
});

Deno.test("wg genkey and wg genpsk make different keys each time", async () => {
  for (const word of ["genkey", "genpsk"]) {
    const [first, second] = [await wg(word), await wg(word)];
    assertEquals(first.code, 0);
    assertEquals(first.err, "");
    assert(/^[A-Za-z0-9+/]{43}=\n$/.test(first.out));
    assert(first.out !== second.out);
  }
});

Deno.test("wg genkey makes keys that the curve takes as they are", async () => {
  for (let i = 0; i < 20; i++) {
    const key = Uint8Array.fromBase64((await wg("genkey")).out.trim());
    assertEquals(key[0]! & 7, 0);
    assertEquals(key[31]! & 0xc0, 0x40);
  }
});

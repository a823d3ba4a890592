import { assertEquals } from "@std/assert";
import { Printer, type PrinterOptions } from "../../cli/print/printer.ts";

function print(
  options: PrinterOptions,
  body: (printer: Printer) => void,
): string {
  let text = "";
  const printer = new Printer((chunk) => text += chunk, options);
  printer.begin();
  body(printer);
  printer.end();
  printer.flush();
  return text;
}

function sample(printer: Printer): void {
  printer.object(null, () => {
    printer.value("ifindex", 1, "1: ");
    printer.colored("ifname", "ifname", "lo", "lo: ");
    printer.array(
      "flags",
      () => {
        printer.value(null, "LOOPBACK", "LOOPBACK,");
        printer.value(null, "UP", "UP");
      },
      "<",
      "> ",
    );
    printer.object("empty", () => {});
    printer.array("none", () => {});
    printer.array("rules", () => {
      for (const from of [1, 2]) {
        printer.object(null, () => printer.field("from", from));
      }
    });
    printer.newline();
    printer.text("    end");
    printer.value("big", 18446744073709551615n, "");
    printer.value("yes", true, "");
    printer.value("nothing", null, "");
    printer.raw("timer", "1.50", "");
    printer.onOff("hairpin", false);
  });
}

Deno.test("Printer writes JSON without spaces", () => {
  assertEquals(
    print({ json: true }, sample),
    '[{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"],"empty":{},' +
      '"none":[],"rules":[{"from":1},{"from":2}],"big":18446744073709551615,' +
      '"yes":true,"nothing":null,"timer":1.50,"hairpin":false}]\n',
  );
});

Deno.test("Printer indents JSON as ip does, array brackets and all", () => {
  assertEquals(
    print({ json: true, pretty: true }, sample),
    `[ {
        "ifindex": 1,
        "ifname": "lo",
        "flags": [ "LOOPBACK","UP" ],
        "empty": {},
        "none": [ ],
        "rules": [ {
                "from": 1
            },{
                "from": 2
            } ],
        "big": 18446744073709551615,
        "yes": true,
        "nothing": null,
        "timer": 1.50,
        "hairpin": false
    } ]
`,
  );
});

Deno.test("Printer writes an empty list in both forms of JSON", () => {
  assertEquals(print({ json: true }, () => {}), "[]\n");
  assertEquals(print({ json: true, pretty: true }, () => {}), "[ ]\n");
});

Deno.test("Printer writes an empty object as an item", () => {
  const empty = (printer: Printer) => {
    printer.object(null, () => {});
    printer.object(null, () => printer.field("a", 1));
  };
  assertEquals(print({ json: true }, empty), '[{},{"a":1}]\n');
  assertEquals(
    print({ json: true, pretty: true }, empty),
    '[ {},{\n        "a": 1\n    } ]\n',
  );
});

Deno.test("Printer writes text", () => {
  assertEquals(
    print({}, sample),
    "1: lo: <LOOPBACK,UP> \n    endhairpin off ",
  );
});

Deno.test("Printer puts a backslash where lines end with oneline", () => {
  assertEquals(
    print({ oneline: true }, sample),
    "1: lo: <LOOPBACK,UP> \\    endhairpin off ",
  );
});

Deno.test("Printer colors text for light and for dark backgrounds", () => {
  const body = (printer: Printer) => {
    printer.colored("mac", "address", "02:", "02:");
    printer.coloredText("inet6", "::1 ");
    printer.coloredText(undefined, "plain");
  };
  assertEquals(
    print({ color: true }, body),
    "\x1b[33m02:\x1b[0m\x1b[34m::1 \x1b[0mplain",
  );
  assertEquals(
    print({ color: true, dark: true }, body),
    "\x1b[1;33m02:\x1b[0m\x1b[1;94m::1 \x1b[0mplain",
  );
});

Deno.test("Printer escapes what JSON does not have in strings, and no more", () => {
  assertEquals(
    print({ json: true }, (printer) => printer.field(null, 'a"\\\t\n\x01é')),
    '["a\\"\\\\\\t\\n\\u0001é"]\n',
  );
});

Deno.test("Printer.reset() takes back what was written", () => {
  assertEquals(
    print({ json: true }, (printer) => {
      printer.field(null, 1);
      const mark = printer.mark();
      printer.openObject(null);
      printer.field("half", 1);
      printer.reset(mark);
      printer.field(null, 2);
    }),
    "[1,2]\n",
  );
});

Deno.test("Printer writes text outside of begin() and end() even for JSON", () => {
  let text = "";
  const printer = new Printer((chunk) => text += chunk, { json: true });
  printer.value("a", 1, "one");
  printer.begin(false);
  printer.object(null, () => printer.value("a", 1, "one"));
  printer.end(false);
  printer.flush();
  assertEquals(text, 'one{"a":1}\n');
});

Deno.test("Printer names facts once, and writes nothing of what is missing", () => {
  const named = (printer: Printer) =>
    printer.object(null, () => {
      printer.named("mtu", 1500);
      printer.named("none", undefined);
      printer.spaced("flows", 0n, "  ");
      printer.spaced("marks", 2);
      printer.spaced("drops", undefined);
    });
  assertEquals(print({}, named), "mtu 1500   flows 0 marks 2");
  assertEquals(
    print({ json: true }, named),
    '[{"mtu":1500,"flows":0,"marks":2}]\n',
  );
});

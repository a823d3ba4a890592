// What the compiler has to refuse about mappings. Checked by `deno check`.
import { boolean, uint8 } from "../../api/mapping/conversions.ts";
import { enumeration } from "../../api/mapping/enumerations.ts";
import { mapping } from "../../api/mapping/mapping.ts";

interface Words {
  stp?: boolean;
  mode?: "slow" | "fast" | number;
}

interface Data {
  stpState?: number;
  mode?: number;
  name?: string;
}

const mode = enumeration({ slow: 0, fast: 1 });

// @ts-expect-error each property of the words has to be mapped
mapping<Words, Data>({ stp: ["stpState", boolean] });

mapping<Words, Data>({
  // @ts-expect-error the property of the data has to exist
  stp: ["stpStat", boolean],
  mode: ["mode", mode],
});

mapping<Words, Data>({
  // @ts-expect-error the conversion has to yield what the data holds
  stp: ["name", boolean],
  mode: ["mode", mode],
});

mapping<Words, Data>({
  // @ts-expect-error the conversion has to take what the words hold
  stp: ["stpState", uint8],
  mode: ["mode", mode],
});

mapping<Words, Data>({
  stp: ["stpState", boolean],
  // @ts-expect-error an enumeration has to have just the names of the type
  mode: ["mode", enumeration({ slow: 0, quick: 1 })],
});

mapping<Words, Data>({
  stp: ["stpState", boolean],
  mode: ["mode", mode],
  // @ts-expect-error there is no such property of the words
  color: ["mode", uint8],
});

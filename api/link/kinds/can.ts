/**
 * CAN controllers.
 *
 * @see {@link https://docs.kernel.org/networking/can.html | SocketCAN}
 *
 * @module
 */

import {
  CAN_CTRLMODE_3_SAMPLES,
  CAN_CTRLMODE_BERR_REPORTING,
  CAN_CTRLMODE_CC_LEN8_DLC,
  CAN_CTRLMODE_FD,
  CAN_CTRLMODE_FD_NON_ISO,
  CAN_CTRLMODE_LISTENONLY,
  CAN_CTRLMODE_LOOPBACK,
  CAN_CTRLMODE_ONE_SHOT,
  CAN_CTRLMODE_PRESUME_ACK,
  CAN_CTRLMODE_RESTRICTED,
  CAN_CTRLMODE_TDC_AUTO,
  CAN_CTRLMODE_TDC_MANUAL,
  CAN_CTRLMODE_XL,
  CAN_CTRLMODE_XL_TDC_AUTO,
  CAN_CTRLMODE_XL_TDC_MANUAL,
  CAN_CTRLMODE_XL_TMS,
  CAN_MODES,
  CAN_STATES,
  type CanData,
  canData,
} from "../../../messages/link/kinds/can.ts";
import { boolean, milliseconds, number } from "../../mapping/conversions.ts";
import {
  enumeration,
  flagNames,
  maskedBit,
} from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  readOnly,
} from "../../mapping/mapping.ts";
import {
  type CanBitTiming,
  canBitTiming,
  type CanDelayCompensation,
  canDelayCompensation,
  type CanPulseWidths,
  canPulseWidths,
} from "./can_timing.ts";

/** State of a CAN controller. */
export type CanState =
  | keyof typeof CAN_STATES
  | number;

/** Name of a mode of a CAN controller. */
export type CanModeName =
  | keyof typeof CAN_MODES
  | number;

const modeNames: Conversion<CanModeName[], number> = flagNames(CAN_MODES);

/** Settings of a CAN controller. */
export interface CanOptions {
  /** Bit timing (`IFLA_CAN_BITTIMING`). */
  bitTiming?: CanBitTiming;
  /** Bit timing of the data phase of CAN FD (`IFLA_CAN_DATA_BITTIMING`). */
  dataBitTiming?: CanBitTiming;
  /** Bit timing of the data phase of CAN XL (`IFLA_CAN_XL_DATA_BITTIMING`). */
  xlDataBitTiming?: CanBitTiming;
  /** Transmitter delay compensation of CAN FD (`IFLA_CAN_TDC`). */
  delayCompensation?: CanDelayCompensation;
  /** Transmitter delay compensation of CAN XL (`IFLA_CAN_XL_TDC`). */
  xlDelayCompensation?: CanDelayCompensation;
  /** Pulse-width modulation of CAN XL (`IFLA_CAN_XL_PWM`). */
  xlPulseWidths?: CanPulseWidths;
  /** Whether frames come back as received ones (`CAN_CTRLMODE_LOOPBACK`). */
  loopback?: boolean;
  /** Whether nothing is ever sent (`CAN_CTRLMODE_LISTENONLY`). */
  listenOnly?: boolean;
  /** Whether each bit is sampled three times (`CAN_CTRLMODE_3_SAMPLES`). */
  tripleSampling?: boolean;
  /** Whether frames are sent once only (`CAN_CTRLMODE_ONE_SHOT`). */
  oneShot?: boolean;
  /** Whether bus errors are reported (`CAN_CTRLMODE_BERR_REPORTING`). */
  busErrorReporting?: boolean;
  /** Whether CAN FD is on (`CAN_CTRLMODE_FD`). */
  fd?: boolean;
  /**
   * Whether CAN FD is that of Bosch, not of ISO (`CAN_CTRLMODE_FD_NON_ISO`).
   */
  fdNonIso?: boolean;
  /**
   * Whether missing acknowledgements do not count (`CAN_CTRLMODE_PRESUME_ACK`).
   */
  presumeAck?: boolean;
  /**
   * Whether classic frames carry lengths over 8 (`CAN_CTRLMODE_CC_LEN8_DLC`).
   */
  classicLength8Dlc?: boolean;
  /**
   * Whether the node is in restricted operation (`CAN_CTRLMODE_RESTRICTED`).
   */
  restricted?: boolean;
  /** Whether CAN XL is on (`CAN_CTRLMODE_XL`). */
  xl?: boolean;
  /** Whether the transceiver is switched for CAN XL (`CAN_CTRLMODE_XL_TMS`). */
  transceiverModeSwitching?: boolean;
  /**
   * How the delay of CAN FD is compensated (`CAN_CTRLMODE_TDC_AUTO` and
   * `CAN_CTRLMODE_TDC_MANUAL`).
   */
  delayCompensationMode?: CanDelayCompensationMode;
  /**
   * How the delay of CAN XL is compensated (`CAN_CTRLMODE_XL_TDC_AUTO` and
   * `CAN_CTRLMODE_XL_TDC_MANUAL`).
   */
  xlDelayCompensationMode?: CanDelayCompensationMode;
  /**
   * Time from bus-off to the automatic restart, in seconds; 0 for none
   * (`IFLA_CAN_RESTART_MS`).
   */
  restartDelay?: number;
  /** `true` restarts after bus-off; never reported (`IFLA_CAN_RESTART`). */
  restart?: boolean;
  /** Termination resistor in ohms; 0 for none (`IFLA_CAN_TERMINATION`). */
  termination?: number;
  /** State; reported by the kernel (`IFLA_CAN_STATE`). */
  state?: CanState;
  /**
   * Frequency of its clock in hertz; reported by the kernel (`IFLA_CAN_CLOCK`).
   */
  clock?: number;
  /**
   * Bus errors while sending; reported by the kernel (`IFLA_CAN_BERR_COUNTER`).
   */
  txErrors?: number;
  /**
   * Bus errors while receiving; reported by the kernel
   * (`IFLA_CAN_BERR_COUNTER`).
   */
  rxErrors?: number;
  /**
   * Modes that the controller has; reported by the kernel
   * (`IFLA_CAN_CTRLMODE_SUPPORTED`).
   */
  supportedModes?: CanModeName[];
}

/** How the transmitter's delay is compensated. */
export type CanDelayCompensationMode = "auto" | "manual" | "off";

function mode(bit: number): Field<boolean, CanData> {
  return maskedBit("ctrlmode", { value: "flags", mask: "mask", bit });
}

function delayCompensationMode(
  auto: number,
  manual: number,
): Field<CanDelayCompensationMode, CanData> {
  return {
    read: ({ ctrlmode }) => {
      if (ctrlmode === undefined) return undefined;
      if ((ctrlmode.flags & auto) !== 0) return "auto";
      return (ctrlmode.flags & manual) !== 0 ? "manual" : "off";
    },
    write: (data, value, fieldPath) => {
      const bits = { auto, manual, off: 0 }[value];
      if (bits === undefined) {
        throw fieldPath.wrong(value, "auto, manual or off is expected");
      }
      const { flags, mask } = data.ctrlmode ?? { flags: 0, mask: 0 };
      data.ctrlmode = {
        mask: mask | (bits === 0 ? auto | manual : bits),
        flags: flags | bits,
      };
    },
  };
}

/** How {@linkcode CanOptions} and {@linkcode CanData} correspond. */
export const canMapping: Mapping<CanOptions, CanData> = mapping({
  bitTiming: ["bittiming", canBitTiming],
  dataBitTiming: ["dataBittiming", canBitTiming],
  xlDataBitTiming: ["xlDataBittiming", canBitTiming],
  delayCompensation: ["tdc", canDelayCompensation],
  xlDelayCompensation: ["xlTdc", canDelayCompensation],
  xlPulseWidths: ["xlPwm", canPulseWidths],
  loopback: mode(CAN_CTRLMODE_LOOPBACK),
  listenOnly: mode(CAN_CTRLMODE_LISTENONLY),
  tripleSampling: mode(CAN_CTRLMODE_3_SAMPLES),
  oneShot: mode(CAN_CTRLMODE_ONE_SHOT),
  busErrorReporting: mode(CAN_CTRLMODE_BERR_REPORTING),
  fd: mode(CAN_CTRLMODE_FD),
  fdNonIso: mode(CAN_CTRLMODE_FD_NON_ISO),
  presumeAck: mode(CAN_CTRLMODE_PRESUME_ACK),
  classicLength8Dlc: mode(CAN_CTRLMODE_CC_LEN8_DLC),
  restricted: mode(CAN_CTRLMODE_RESTRICTED),
  xl: mode(CAN_CTRLMODE_XL),
  transceiverModeSwitching: mode(CAN_CTRLMODE_XL_TMS),
  delayCompensationMode: delayCompensationMode(
    CAN_CTRLMODE_TDC_AUTO,
    CAN_CTRLMODE_TDC_MANUAL,
  ),
  xlDelayCompensationMode: delayCompensationMode(
    CAN_CTRLMODE_XL_TDC_AUTO,
    CAN_CTRLMODE_XL_TDC_MANUAL,
  ),
  restartDelay: ["restartMs", milliseconds],
  restart: {
    read: () => undefined,
    write: (data, value, fieldPath) => {
      if (boolean.toKernel(value, fieldPath) === 1) data.restart = 1;
    },
  },
  termination: number,
  state: readOnly(
    "state",
    enumeration(CAN_STATES),
  ),
  clock: { read: ({ clock }) => clock?.freq, write: () => {}, readOnly: true },
  txErrors: {
    read: ({ berrCounter }) => berrCounter?.txerr,
    write: () => {},
    readOnly: true,
  },
  rxErrors: {
    read: ({ berrCounter }) => berrCounter?.rxerr,
    write: () => {},
    readOnly: true,
  },
  supportedModes: {
    read: ({ ctrlmodeExt }) =>
      ctrlmodeExt?.supported === undefined
        ? undefined
        : modeNames.fromKernel(ctrlmodeExt.supported),
    write: () => {},
    readOnly: true,
  },
}, canData);

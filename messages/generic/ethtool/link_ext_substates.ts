/**
 * Why there is no link, more precisely than the states that they belong to.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 *
 * @module
 */

/** Names of what makes states more precise, by number, by state. */
export const ETHTOOL_LINK_EXT_SUBSTATES: Readonly<
  Record<number, Readonly<Record<number, string>>>
> = {
  // Of the state autonegotiation.
  0: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_NO_PARTNER_DETECTED`. */
    1: "no-partner-detected",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_ACK_NOT_RECEIVED`. */
    2: "ack-not-received",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_NEXT_PAGE_EXCHANGE_FAILED`. */
    3: "next-page-exchange-failed",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_NO_PARTNER_DETECTED_FORCE_MODE`. */
    4: "no-partner-detected-force-mode",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_FEC_MISMATCH_DURING_OVERRIDE`. */
    5: "fec-mismatch-during-override",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_AN_NO_HCD`. */
    6: "no-hcd",
  },
  // Of the state link-training-failure.
  1: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LT_KR_FRAME_LOCK_NOT_ACQUIRED`. */
    1: "kr-frame-lock-not-acquired",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LT_KR_LINK_INHIBIT_TIMEOUT`. */
    2: "kr-link-inhibit-timeout",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LT_KR_LINK_PARTNER_DID_NOT_SET_RECEIVER_READY`. */
    3: "kr-link-partner-did-not-set-receiver-ready",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LT_REMOTE_FAULT`. */
    4: "remote-fault",
  },
  // Of the state logical-mismatch.
  2: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LLM_PCS_DID_NOT_ACQUIRE_BLOCK_LOCK`. */
    1: "pcs-did-not-acquire-block-lock",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LLM_PCS_DID_NOT_ACQUIRE_AM_LOCK`. */
    2: "pcs-did-not-acquire-am-lock",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LLM_PCS_DID_NOT_GET_ALIGN_STATUS`. */
    3: "pcs-did-not-get-align-status",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LLM_FC_FEC_IS_NOT_LOCKED`. */
    4: "fc-fec-is-not-locked",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_LLM_RS_FEC_IS_NOT_LOCKED`. */
    5: "rs-fec-is-not-locked",
  },
  // Of the state bad-signal-integrity.
  3: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_BSI_LARGE_NUMBER_OF_PHYSICAL_ERRORS`. */
    1: "large-number-of-physical-errors",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_BSI_UNSUPPORTED_RATE`. */
    2: "unsupported-rate",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_BSI_SERDES_REFERENCE_CLOCK_LOST`. */
    3: "serdes-reference-clock-lost",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_BSI_SERDES_ALOS`. */
    4: "serdes-alos",
  },
  // Of the state cable-issue.
  5: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_CI_UNSUPPORTED_CABLE`. */
    1: "unsupported-cable",
    /** `ETHTOOL_LINK_EXT_SUBSTATE_CI_CABLE_TEST_FAILURE`. */
    2: "cable-test-failure",
  },
  // Of the state module.
  10: {
    /** `ETHTOOL_LINK_EXT_SUBSTATE_MODULE_CMIS_NOT_READY`. */
    1: "cmis-not-ready",
  },
};

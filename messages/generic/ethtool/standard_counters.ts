/**
 * Names of the counters that standards define, by group and number.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink.h | linux/ethtool_netlink.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc2819 | RFC 2819}
 *
 * @module
 */

/** Names of the counters of each group, by number: `ETHTOOL_A_STATS_*`. */
export const ETHTOOL_STANDARD_COUNTERS = {
  // Of the group `eth-phy`.
  "eth-phy": [
    /** `ETHTOOL_A_STATS_ETH_PHY_5_SYM_ERR`. */
    "SymbolErrorDuringCarrier",
  ],
  // Of the group `eth-mac`.
  "eth-mac": [
    /** `ETHTOOL_A_STATS_ETH_MAC_2_TX_PKT`. */
    "FramesTransmittedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_3_SINGLE_COL`. */
    "SingleCollisionFrames",
    /** `ETHTOOL_A_STATS_ETH_MAC_4_MULTI_COL`. */
    "MultipleCollisionFrames",
    /** `ETHTOOL_A_STATS_ETH_MAC_5_RX_PKT`. */
    "FramesReceivedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_6_FCS_ERR`. */
    "FrameCheckSequenceErrors",
    /** `ETHTOOL_A_STATS_ETH_MAC_7_ALIGN_ERR`. */
    "AlignmentErrors",
    /** `ETHTOOL_A_STATS_ETH_MAC_8_TX_BYTES`. */
    "OctetsTransmittedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_9_TX_DEFER`. */
    "FramesWithDeferredXmissions",
    /** `ETHTOOL_A_STATS_ETH_MAC_10_LATE_COL`. */
    "LateCollisions",
    /** `ETHTOOL_A_STATS_ETH_MAC_11_XS_COL`. */
    "FramesAbortedDueToXSColls",
    /** `ETHTOOL_A_STATS_ETH_MAC_12_TX_INT_ERR`. */
    "FramesLostDueToIntMACXmitError",
    /** `ETHTOOL_A_STATS_ETH_MAC_13_CS_ERR`. */
    "CarrierSenseErrors",
    /** `ETHTOOL_A_STATS_ETH_MAC_14_RX_BYTES`. */
    "OctetsReceivedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_15_RX_INT_ERR`. */
    "FramesLostDueToIntMACRcvError",
    /** `ETHTOOL_A_STATS_ETH_MAC_18_TX_MCAST`. */
    "MulticastFramesXmittedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_19_TX_BCAST`. */
    "BroadcastFramesXmittedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_20_XS_DEFER`. */
    "FramesWithExcessiveDeferral",
    /** `ETHTOOL_A_STATS_ETH_MAC_21_RX_MCAST`. */
    "MulticastFramesReceivedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_22_RX_BCAST`. */
    "BroadcastFramesReceivedOK",
    /** `ETHTOOL_A_STATS_ETH_MAC_23_IR_LEN_ERR`. */
    "InRangeLengthErrors",
    /** `ETHTOOL_A_STATS_ETH_MAC_24_OOR_LEN`. */
    "OutOfRangeLengthField",
    /** `ETHTOOL_A_STATS_ETH_MAC_25_TOO_LONG_ERR`. */
    "FrameTooLongErrors",
  ],
  // Of the group `eth-ctrl`.
  "eth-ctrl": [
    /** `ETHTOOL_A_STATS_ETH_CTRL_3_TX`. */
    "MACControlFramesTransmitted",
    /** `ETHTOOL_A_STATS_ETH_CTRL_4_RX`. */
    "MACControlFramesReceived",
    /** `ETHTOOL_A_STATS_ETH_CTRL_5_RX_UNSUP`. */
    "UnsupportedOpcodesReceived",
  ],
  // Of the group `rmon`.
  rmon: [
    /** `ETHTOOL_A_STATS_RMON_UNDERSIZE`. */
    "etherStatsUndersizePkts",
    /** `ETHTOOL_A_STATS_RMON_OVERSIZE`. */
    "etherStatsOversizePkts",
    /** `ETHTOOL_A_STATS_RMON_FRAG`. */
    "etherStatsFragments",
    /** `ETHTOOL_A_STATS_RMON_JABBER`. */
    "etherStatsJabbers",
  ],
  // Of the group `phydev`.
  phydev: [
    /** `ETHTOOL_A_STATS_PHY_RX_PKTS`. */
    "RxFrames",
    /** `ETHTOOL_A_STATS_PHY_RX_BYTES`. */
    "RxOctets",
    /** `ETHTOOL_A_STATS_PHY_RX_ERRORS`. */
    "RxErrors",
    /** `ETHTOOL_A_STATS_PHY_TX_PKTS`. */
    "TxFrames",
    /** `ETHTOOL_A_STATS_PHY_TX_BYTES`. */
    "TxOctets",
    /** `ETHTOOL_A_STATS_PHY_TX_ERRORS`. */
    "TxErrors",
  ],
} as const;

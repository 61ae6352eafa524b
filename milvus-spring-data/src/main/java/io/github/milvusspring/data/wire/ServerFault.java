package io.github.milvusspring.data.wire;

/**
 * What kind of failure a server's code stands for.
 */
enum ServerFault {

	/** A collection, partition, index, database or alias that is not there. */
	MISSING,

	/** A collection or partition that is there but not loaded. */
	NOT_LOADED,

	/** Data, a filter or a parameter that the server refuses. */
	INVALID,

	/** A user who may not do this. */
	DENIED,

	/** A server that cannot do it just now. */
	BUSY,

	/** Anything else. */
	OTHER;

	private static final int CATCH_ALL = 65_535;

	static ServerFault of(int code, int legacyCode, boolean lite) {
		if (code == legacyCode && ofLegacy(code) != OTHER) {
			return ofLegacy(code);
		}
		return switch (code) {
			case 100, 200, 300, 700, 800, 1600 -> MISSING;
			case 101, 103, 201, 202 -> NOT_LOADED;
			case 105, 107, 701, 802, 1100, 1101, 1102, 1700, 1701, 1801, 1802, 1803, 1804, 1806 -> INVALID;
			case 1400, 1401, 1800 -> DENIED;
			case 1 -> lite ? INVALID : BUSY;
			case 2, 4, 8, 9, 12, 106, 503, 1807 -> BUSY;
			case 6 -> lite ? INVALID : OTHER;
			case CATCH_ALL -> ofLegacy(legacyCode);
			default -> OTHER;
		};
	}

	// The codes of servers before 2.3, which newer ones still send beside their own.
	private static ServerFault ofLegacy(int code) {
		return switch (code) {
			case 4, 25 -> MISSING;
			case 3 -> DENIED;
			case 5, 7, 8, 9, 10, 11, 12, 14, 15, 16, 51 -> INVALID;
			case 49, 52 -> BUSY;
			default -> OTHER;
		};
	}

}

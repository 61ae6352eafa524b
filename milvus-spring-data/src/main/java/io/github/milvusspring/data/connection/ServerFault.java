package io.github.milvusspring.data.connection;

import java.util.Set;

import io.github.milvusspring.data.wire.ReplyStatus;

/**
 * The kind of failure that an error code of a server stands for.
 */
enum ServerFault {

	/** A collection, partition, index, database or alias does not exist. */
	MISSING,

	/** A collection or partition exists, but is not loaded. */
	NOT_LOADED,

	/** The server refuses data, a filter or a parameter. */
	INVALID,

	/** The user lacks the permission. */
	DENIED,

	/** The server has too much to do, and has accepted nothing of the call. */
	LIMITED,

	/** The server cannot execute the call now, and may have executed a part of it. */
	BUSY,

	/** Any other failure. */
	OTHER;

	private static final int CATCH_ALL = 65_535;

	private static final int DISK_LIMIT = 7;

	private static final Set<ServerFault> BEFORE_WRITING = Set.of(MISSING, NOT_LOADED, INVALID, DENIED, LIMITED);

	/**
	 * Returns the kind of failure that a status stands for.
	 * @param status the status that the server returned
	 * @param lite whether the server is Milvus Lite, whose codes 1 and 6 have another
	 * meaning
	 * @param write whether the call writes rows
	 */
	static ServerFault of(ReplyStatus status, boolean lite, boolean write) {
		ServerFault fault = ofCodes(status.reported(), status.legacyCode(), lite, write);
		if (fault != OTHER) {
			return fault;
		}
		return status.inputError() ? INVALID : status.retriable() ? BUSY : OTHER;
	}

	private static ServerFault ofCodes(int code, int legacyCode, boolean lite, boolean write) {
		if (code == legacyCode && ofLegacy(code) != OTHER) {
			return ofLegacy(code);
		}
		return switch (code) {
			case 100, 200, 300, 700, 800, 1600 -> MISSING;
			case 101, 103, 201 -> NOT_LOADED;
			case 105, 107, 701, 802, 1100, 1101, 1102, 1700, 1701, 1801, 1802, 1803, 1804, 1806 -> INVALID;
			case 1400, 1401, 1800 -> DENIED;
			// Milvus Lite returns 1 for any failure. With a write it may be a disk that
			// became full after some of the rows were written.
			case 1 -> !lite ? BUSY : write ? OTHER : INVALID;
			case 6 -> lite ? INVALID : OTHER;
			case 4, 8, 9 -> LIMITED;
			case 2, 12, 106, 110, 202, 305, 503, 505, 507, 1002, 1003, 1807, 2200 -> BUSY;
			case CATCH_ALL -> ofLegacy(legacyCode);
			default -> OTHER;
		};
	}

	// The codes of servers before 2.3, which newer servers still send in addition to
	// their own codes.
	private static ServerFault ofLegacy(int code) {
		return switch (code) {
			case 4, 25 -> MISSING;
			case 3 -> DENIED;
			case 5, 7, 8, 9, 10, 11, 12, 14, 15, 16, 51 -> INVALID;
			case 49, 52 -> LIMITED;
			default -> OTHER;
		};
	}

	/** Tells whether a write that failed with this status wrote nothing. */
	boolean isRefusal(ReplyStatus status) {
		return BEFORE_WRITING.contains(this) || (status.code() == DISK_LIMIT && this == OTHER);
	}

}

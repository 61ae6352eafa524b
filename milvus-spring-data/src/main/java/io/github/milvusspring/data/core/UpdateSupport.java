package io.github.milvusspring.data.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses what a server would take for something else: an old one reads a partial update
 * as a whole row, and Milvus Lite replaces an array instead of appending to it.
 *
 * @param serverVersion what the server says its version is
 * @param lite whether it is Milvus Lite
 */
record UpdateSupport(String serverVersion, boolean lite) {

	private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?!\\d).*");

	private static final long PARTIAL_UPDATES = number(2, 6, 2);

	private static final long ARRAY_CHANGES = number(2, 6, 17);

	void requirePartialUpdates() {
		if (!this.lite && isOlderThan(PARTIAL_UPDATES)) {
			throw new InvalidDataAccessApiUsageException("The server is Milvus " + this.serverVersion
					+ ", and partial updates need Milvus 2.6.2 or newer, or Milvus Lite: nothing was written. "
					+ "Write whole rows with upsert");
		}
	}

	void requireArrayChanges(String field) {
		if (this.lite || isOlderThan(ARRAY_CHANGES)) {
			throw new InvalidDataAccessApiUsageException(
					"To append to the array '" + field + "' or to remove from it needs Milvus 2.6.17 or newer, and "
							+ (this.lite ? "Milvus Lite would replace the whole array"
									: "the server is Milvus " + this.serverVersion)
							+ ": nothing was written. Set the whole array instead");
		}
	}

	// A server that does not tell a version, as a cloud may, is taken for a new one.
	private boolean isOlderThan(long version) {
		Matcher matcher = VERSION.matcher(this.serverVersion);
		return matcher.matches() && number(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
				Long.parseLong(matcher.group(3))) < version;
	}

	private static long number(long major, long minor, long patch) {
		return (major * 10_000 + minor) * 10_000 + patch;
	}

}

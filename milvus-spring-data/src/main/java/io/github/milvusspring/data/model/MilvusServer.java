package io.github.milvusspring.data.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server at the other end of a connection: its version, and whether it is Milvus
 * Lite.
 *
 * @param version the version that the server reports, for example {@code v2.6.2}; empty
 * when it reports none
 * @param lite whether it is Milvus Lite
 */
public record MilvusServer(String version, boolean lite) {

	/** Milvus Lite of any version. */
	public static final MilvusServer LITE = new MilvusServer("milvus_lite", true);

	/** A complete Milvus server that supports everything that this library knows. */
	public static final MilvusServer NEWEST = new MilvusServer("", false);

	// A cloud service may report the version of Milvus that it is compatible with.
	private static final Pattern VERSION = Pattern
		.compile("(?:^|\\bMilvus )v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d)");

	// A complete server may report the version "2.3.5-lite" without being Milvus Lite.
	private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?(-(?!lite)[\\w.-]*\\w)?");

	/**
	 * Tells whether this is a complete server of an older version. The answer is
	 * {@code false} for Milvus Lite, and for a server that reports no version, such as
	 * some cloud services.
	 * @param release the first release that is not older, for example {@code 2.6.2}
	 * @return {@code true} when the server's version is known and older
	 */
	public boolean isOlderThan(String release) {
		long number = number(this.version);
		return !this.lite && number > 0 && number < number(release);
	}

	private static long number(String version) {
		Matcher matcher = VERSION.matcher(version);
		if (!matcher.find()) {
			return 0;
		}
		long patch = (matcher.group(3) != null) ? Long.parseLong(matcher.group(3)) : 0;
		return (Long.parseLong(matcher.group(1)) * 10_000 + Long.parseLong(matcher.group(2))) * 10_000 + patch;
	}

	/**
	 * Returns the server's name for messages.
	 * @return the name, for example {@code Milvus 2.3.5} or {@code Milvus Lite}
	 */
	@Override
	public String toString() {
		if (this.lite) {
			return "Milvus Lite";
		}
		Matcher number = NUMBER.matcher(this.version);
		return number.find() ? "Milvus " + number.group() : "Milvus";
	}

}

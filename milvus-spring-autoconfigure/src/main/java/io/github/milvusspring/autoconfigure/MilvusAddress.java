package io.github.milvusspring.autoconfigure;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The parsed value of {@code milvus.uri}: the address of a server, a local path for
 * Milvus Lite, or nothing.
 *
 * @param remote the address of a server, or {@code null}
 * @param localPath the data directory of Milvus Lite, or {@code null}
 */
record MilvusAddress(@Nullable String remote, @Nullable Path localPath) {

	private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

	private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^/\\\\:]+):\\d+(/.*)?");

	private static final Pattern PATH = Pattern.compile("[A-Za-z]:[/\\\\].*|.*[/\\\\].*|\\.+|.*\\.db");

	// A text with an '@' may contain a password. Unless it begins like a
	// path, it is treated as the address of a server, which is refused
	// later, and never as the name of a directory, which would be logged.
	private static final Pattern PATH_WITH_AT = Pattern
		.compile("(file:///|(file:)?(/(?!/)|\\.{1,2}[/\\\\]|~/|[A-Za-z]:[/\\\\]))[^:]*");

	/**
	 * Parses {@code milvus.uri}. A text that is no path is an address, which is checked
	 * when the connection is opened.
	 */
	static MilvusAddress of(@Nullable String uri) {
		String text = (uri != null) ? uri.strip() : "";
		if (!StringUtils.hasText(text)) {
			return new MilvusAddress(null, null);
		}
		if (text.contains("@") && !PATH_WITH_AT.matcher(text).matches()) {
			return new MilvusAddress(text, null);
		}
		if (text.startsWith("file:")) {
			return new MilvusAddress(null, path(text));
		}
		if (URL.matcher(text).matches() || HOST_AND_PORT.matcher(text).matches() || !PATH.matcher(text).matches()) {
			return new MilvusAddress(text, null);
		}
		return new MilvusAddress(null, inHome(text));
	}

	private static Path path(String fileUri) {
		String text = fileUri.substring("file:".length());
		// file:///data is absolute, file:data and file:./data are relative.
		return text.startsWith("///") ? Path.of(URI.create(fileUri)) : inHome(text);
	}

	private static Path inHome(String path) {
		return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path);
	}

}

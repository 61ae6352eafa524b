package io.github.milvusspring.sample.metadata;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Orders versions from the oldest to the newest: numbers by value, and {@code 4.1.0-RC1}
 * before {@code 4.1.0}.
 */
final class ArtifactVersions {

	static final Comparator<String> OLDEST_FIRST = Comparator.comparing(ArtifactVersions::sortable);

	private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");

	private static final List<String> RELEASES = List.of("release", "final", "ga");

	private static final int LONGEST_NUMBER = 40;

	private ArtifactVersions() {
	}

	/**
	 * Returns a text in whose order a word comes before the end of a version, and the end
	 * before the word of a release and before a number.
	 */
	private static String sortable(String version) {
		return PART.matcher(version)
			.results()
			.map((part) -> sortablePart(part.group().toLowerCase(Locale.ROOT)))
			.collect(Collectors.joining("", "", "1"));
	}

	private static String sortablePart(String part) {
		if (Character.isDigit(part.charAt(0))) {
			return "3" + "0".repeat(Math.max(0, LONGEST_NUMBER - part.length())) + part + " ";
		}
		return (RELEASES.contains(part) ? "2" : "0") + part + " ";
	}

}

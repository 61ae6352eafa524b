package io.github.milvusspring.sample.metadata;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders versions from the oldest to the newest: numbers by value, and {@code 4.1.0-RC1}
 * before {@code 4.1.0}.
 */
final class ArtifactVersions implements Comparator<String> {

	static final ArtifactVersions OLDEST_FIRST = new ArtifactVersions();

	private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");

	private ArtifactVersions() {
	}

	@Override
	public int compare(String one, String other) {
		Matcher ones = PART.matcher(one);
		Matcher others = PART.matcher(other);
		while (true) {
			boolean more = ones.find();
			if (more != others.find()) {
				return more ? whatFollows(ones.group()) : -whatFollows(others.group());
			}
			if (!more) {
				return 0;
			}
			int result = compareParts(ones.group(), others.group());
			if (result != 0) {
				return result;
			}
		}
	}

	private static int whatFollows(String part) {
		return isNumber(part) || isRelease(part) ? 1 : -1;
	}

	private static int compareParts(String one, String other) {
		if (isNumber(one) && isNumber(other)) {
			return new BigInteger(one).compareTo(new BigInteger(other));
		}
		if (isNumber(one) != isNumber(other)) {
			return isNumber(one) ? 1 : -1;
		}
		int result = Boolean.compare(isRelease(one), isRelease(other));
		return (result != 0) ? result : one.compareToIgnoreCase(other);
	}

	private static boolean isNumber(String part) {
		return Character.isDigit(part.charAt(0));
	}

	private static boolean isRelease(String part) {
		return part.equalsIgnoreCase("RELEASE") || part.equalsIgnoreCase("Final") || part.equalsIgnoreCase("GA");
	}

}

package io.github.milvusspring.data.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the field that a value within an expression is compared with.
 */
final class ComparedField {

	private static final String NAME = "(?<![\\w$.\\]\"'])(?<name>[A-Za-z_$][\\w$]*)";

	private static final String COMPARISON = "(?:==|!=|<=|>=|<|>)";

	private static final Pattern BEFORE = Pattern.compile(NAME + "\\s*(?:" + COMPARISON + "|\\s(?:not\\s+)?in\\b)\\s*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ELEMENT_BEFORE = Pattern.compile(
			"\\barray_contains(?:_all|_any)?\\s*\\(\\s*(?<name>[A-Za-z_$][\\w$]*)\\s*,\\s*$", Pattern.CASE_INSENSITIVE);

	// A name with brackets, a parenthesis or an operation behind it is not all that is
	// compared.
	private static final Pattern AFTER = Pattern.compile(
			"^\\s*" + COMPARISON + "\\s*(?<name>[A-Za-z_$][\\w$]*+)\\s*(?:$|[)<>=!&|]|(?:and|or)\\b)",
			Pattern.CASE_INSENSITIVE);

	private ComparedField() {
	}

	/**
	 * Returns the name of the field, {@code null} when there is none or it is not plain.
	 */
	static @Nullable String of(String before, String after) {
		String name = name(BEFORE.matcher(before));
		if (name == null) {
			name = name(ELEMENT_BEFORE.matcher(before));
		}
		return (name != null) ? name : name(AFTER.matcher(after));
	}

	private static @Nullable String name(Matcher matcher) {
		return matcher.find() ? matcher.group("name") : null;
	}

}

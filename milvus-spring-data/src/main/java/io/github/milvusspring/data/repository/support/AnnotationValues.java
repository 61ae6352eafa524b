package io.github.milvusspring.data.repository.support;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;

/**
 * Reads attributes of the annotations of a repository method whose values may refer to
 * its arguments, such as {@code limit = ":count"}.
 *
 * @param method the method
 * @param values resolves the parameters and expressions to which attributes refer
 */
record AnnotationValues(MilvusQueryMethod method, MethodValues values) {

	/**
	 * Reads a number, or a reference to one; {@code null} when the text is blank.
	 */
	@Nullable Function<QueryArguments, @Nullable Integer> number(String name, String text) {
		if (text.isBlank()) {
			return null;
		}
		String reference = reference(text.strip());
		if (reference != null) {
			Function<QueryArguments, @Nullable Object> value = this.values.value(reference);
			return (arguments) -> number(name, value.apply(arguments));
		}
		try {
			Integer number = Integer.valueOf(text.strip());
			return (arguments) -> number;
		}
		catch (NumberFormatException ex) {
			throw this.method
				.refused("has the " + name + " '" + text + "': write a number, :name or :#{an expression}");
		}
	}

	private @Nullable Integer number(String name, @Nullable Object value) {
		if (value instanceof Limit limit) {
			return limit.isLimited() ? limit.max() : null;
		}
		if (value instanceof String text && text.strip().matches("\\d{1,9}")) {
			return Integer.valueOf(text.strip());
		}
		if (value instanceof Number number && number.longValue() == number.intValue()) {
			return number.intValue();
		}
		throw new InvalidDataAccessApiUsageException(
				"The " + name + " of " + this.method + " is " + value + ", which is no number of rows");
	}

	/**
	 * Reads names. Each is written out, or is a reference to one name or a collection of
	 * names.
	 */
	Function<QueryArguments, List<String>> names(String what, String[] texts) {
		List<Function<QueryArguments, @Nullable Object>> parts = List.of(texts).stream().map(this::text).toList();
		return (arguments) -> parts.stream().flatMap((part) -> {
			Object value = part.apply(arguments);
			Collection<?> several = (value instanceof Collection<?> collection) ? collection
					: (value != null) ? List.of(value) : List.of();
			if (several.isEmpty()) {
				throw new InvalidDataAccessApiUsageException(
						"A " + what + " of " + this.method + " is null or an empty list, which would mean all");
			}
			return several.stream().map(String::valueOf);
		}).toList();
	}

	private Function<QueryArguments, @Nullable Object> text(String text) {
		String reference = reference(text.strip());
		return (reference != null) ? this.values.value(reference) : (arguments) -> text;
	}

	/**
	 * Reads search parameters, each written as {@code name=value}.
	 */
	Function<QueryArguments, Map<String, Object>> parameters(String[] texts) {
		Map<String, Function<QueryArguments, @Nullable Object>> parameters = new LinkedHashMap<>();
		for (String text : texts) {
			int equals = text.indexOf('=');
			if (equals < 1 || equals == text.length() - 1) {
				throw this.method.refused("has the search parameter '" + text + "': write it as \"name=value\"");
			}
			String value = text.substring(equals + 1).strip();
			String reference = reference(value);
			Object literal = literal(value);
			parameters.put(text.substring(0, equals).strip(),
					(reference != null) ? this.values.value(reference) : (arguments) -> literal);
		}
		return (arguments) -> {
			Map<String, Object> bound = new LinkedHashMap<>();
			parameters.forEach((name, source) -> {
				Object value = source.apply(arguments);
				if (value == null) {
					throw new InvalidDataAccessApiUsageException(
							"The search parameter '" + name + "' of " + this.method + " is null");
				}
				bound.put(name, value);
			});
			return bound;
		};
	}

	private static Object literal(String text) {
		if (text.equals("true") || text.equals("false")) {
			return Boolean.valueOf(text);
		}
		try {
			return text.matches("[+-]?\\d{1,18}") ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

	private static @Nullable String reference(String text) {
		if (text.startsWith("#{") || text.startsWith("${")) {
			return text;
		}
		return (text.length() > 1 && (text.startsWith(":") || text.startsWith("?#"))) ? text.substring(1) : null;
	}

}
